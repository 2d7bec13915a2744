"""The whole course as pages in one folder, with links from each to the others and a page of contents."""

from collections.abc import Sequence
from pathlib import Path

from nbformat import v4

from lstmlesson.course import write_folder
from lstmlesson.course.lesson_files import Lesson, folder, read
from lstmlesson.language import sentence, word
from lstmlesson.page.alive import as_it_stands
from lstmlesson.page.exporter import html
from lstmlesson.page.for_students import handed_out

CONTENTS = "index.html"


def write_course(target: str | Path, student: bool = False) -> None:
    """Write every lesson as a page into a folder, which is made where it is missing, and index.html with the contents.

    student: whether solutions and answers are left out. A lesson whose file holds its outputs is not run again for it.
    Raises: OSError where the folder cannot be written, nbclient's CellExecutionError where a cell fails.
    """
    write_pages([read(path) for path in sorted(folder().glob("*.ipynb"))], Path(target), student)


def write_pages(lessons: Sequence[Lesson], target: Path, student: bool = False) -> None:
    """Write these lessons as pages with their contents; a link to another one stays text."""
    names = [lesson.name for lesson in lessons]
    pages = {CONTENTS: contents(lessons)}
    for lesson in lessons:
        ready = handed_out(as_it_stands(lesson.path), student)
        pages[f"{lesson.name}.html"] = html(ready, lesson.path.parent, pages=names, contents=CONTENTS)
    write_folder(target, {name: text.encode() for name, text in pages.items()})


def contents(lessons: Sequence[Lesson]) -> str:
    """The page of contents: each lesson by its title, with its minutes."""
    lines = [f"- [{lesson.title}]({lesson.name}.ipynb){_minutes(lesson)}" for lesson in lessons]
    text = "\n".join([f"# {word('course')}", "", word("course pages"), "", *lines])
    notebook = v4.new_notebook(cells=[v4.new_markdown_cell(text, id="contents")])
    return html(notebook, Path(), pages=[lesson.name for lesson in lessons])


def _minutes(lesson: Lesson) -> str:
    return "" if lesson.minutes is None else ", " + sentence("minutes", number=lesson.minutes)
