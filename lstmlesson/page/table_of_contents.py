"""The whole course as pages in one folder, with links from each to the others and a page of contents."""

from collections.abc import Sequence
from pathlib import Path

from nbformat import v4

from lstmlesson.course import write_folder
from lstmlesson.course.lesson_files import Lesson, folder, read
from lstmlesson.language import sentence, word
from lstmlesson.page.alive import as_it_stands
from lstmlesson.page.exporter import html

CONTENTS = "index.html"


def write_course(target: str | Path) -> None:
    """Write every lesson as a page into a folder, which is made where it is missing, and index.html with the contents.

    A lesson whose file holds its outputs is not run again for it.
    Raises: OSError where the folder cannot be written, nbclient's CellExecutionError where a cell fails.
    """
    write_pages([read(path) for path in sorted(folder().glob("*.ipynb"))], Path(target))


def write_pages(lessons: Sequence[Lesson], target: Path) -> None:
    """Write these lessons as pages with their contents; a link to another one stays text."""
    names = [lesson.name for lesson in lessons]
    pages = {
        f"{lesson.name}.html": html(as_it_stands(lesson.path), lesson.path.parent, pages=names, contents=CONTENTS)
        for lesson in lessons
    }
    pages[CONTENTS] = contents(lessons)
    write_folder(target, {name: text.encode() for name, text in pages.items()})


def contents(lessons: Sequence[Lesson]) -> str:
    """The page of contents: each lesson by its title, with its minutes."""
    lines = [f"- [{lesson.title}]({lesson.name}.ipynb){_minutes(lesson)}" for lesson in lessons]
    text = "\n".join([f"# {word('course')}", "", word("course pages"), "", *lines])
    notebook = v4.new_notebook(cells=[v4.new_markdown_cell(text, id="contents")])
    return html(notebook, Path(), pages=[lesson.name for lesson in lessons])


def _minutes(lesson: Lesson) -> str:
    return "" if lesson.minutes is None else ", " + sentence("minutes", number=lesson.minutes)
