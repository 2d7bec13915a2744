"""The pages of the site: the lessons in a row, the contents, the card, the index of questions, and one for a wrong way.

A lesson is not run for it where its file holds its outputs; each page is first made as the single file that it is
elsewhere, too.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from nbformat import v4

from lstmlesson import explorers
from lstmlesson.course import lesson_files
from lstmlesson.course.lesson_files import Lesson
from lstmlesson.language import sentence, word
from lstmlesson.page.alive import as_it_stands, placed
from lstmlesson.page.exporter import html
from lstmlesson.site import paste
from lstmlesson.site.frame import CARD, CONTENTS, LAB, PASTE, QUESTIONS, Page
from lstmlesson.views.count_card.card_page import card
from lstmlesson.views.document import escape

NOT_FOUND = "404.html"
HERE = "https://here.invalid/"  # before the address of a page of this site, until the exporter has passed
HOLDER = "HERE-STANDS-WHAT-IS-ALIVE"


def all_pages(with_python: bool, with_lab: bool = False) -> Iterator[Page]:
    """Every page, the contents first."""
    folder = lesson_files.folder()
    found = [lesson_files.read(path) for path in sorted(folder.glob("*.ipynb"))]
    names = [lesson.name for lesson in found]
    yield _contents(found, names, with_python, with_lab)
    numbered = [lesson for lesson in found if lesson.number is not None]
    for lesson in found:
        yield _lesson(lesson, names, numbered)
    yield Page(CARD, card(), word("site: about the card"))
    yield _questions((folder / "CONFUSIONS.md").read_text("utf-8"), names)
    for name in ("TROUBLE", "ACCESSIBILITY"):
        text = (folder / f"{name}.md").read_text("utf-8")
        yield _prose(f"{name.lower()}.html", text, names, _opening(text))
    yield _prose(
        NOT_FOUND, f"# {word('site: not found')}\n\n{word('site: not found, so')}", names, word("site: not found")
    )
    if with_python:
        text = f"# {word('site: paste')}\n\n{HOLDER}"
        page = _prose(PASTE, text, names, word("site: about paste"))
        yield page._replace(html=_filled(page.html, paste.body()))


def _lesson(lesson: Lesson, names: list[str], row: list[Lesson]) -> Page:
    file = f"{lesson.name}.html"
    text = html(as_it_stands(lesson.path), lesson.path.parent, pages=names)
    about = word("site: about the glossary")
    if lesson.number is not None:
        about = sentence("site: about a lesson", question=lesson.question)
    if lesson not in row:
        return Page(file, text, about)
    at = row.index(lesson)
    before = f"{row[at - 1].name}.html" if at else ""
    after = f"{row[at + 1].name}.html" if at + 1 < len(row) else ""
    return Page(file, text, about, before, after)


def _contents(lessons: list[Lesson], names: list[str], with_python: bool, with_lab: bool) -> Page:
    """The first page: what this is, the live summary, and where to go."""
    opener = explorers.summary()
    lines = [f"# {word('course')}", word("site: what this is"), HOLDER]
    if with_python:
        lines.append(f"**[{word('site: paste')}]({PASTE})** {word('site: about paste')}")
    lines.append(f"## {word('site: lessons')}")
    lines.append("\n".join(f"- [{one.title}]({one.name}.ipynb){_minutes(one)}" for one in lessons))
    more = {QUESTIONS: "questions", CARD: "card", "trouble.html": "trouble", "accessibility.html": "accessibility"}
    more |= {f"{LAB}lab/index.html": "lab"} if with_lab else {}
    lines.append(f"## {word('site: more')}")
    lines.append("\n".join(f"- [{word(f'site: {name}')}]({file})" for file, name in more.items()))
    page = _prose(CONTENTS, "\n\n".join(lines), names, word("site: what this is"))
    return page._replace(html=_filled(page.html, placed(opener.static(), opener.get_state())))


def _minutes(lesson: Lesson) -> str:
    return "" if lesson.minutes is None else ", " + sentence("minutes", number=lesson.minutes)


def _questions(text: str, names: list[str]) -> Page:
    """The index by question. A box to type into stands there once a script can look; without one, all lines do."""
    heading, others = text.split("\n", 1)
    page = _prose(QUESTIONS, f"{heading}\n\n{HOLDER}\n{others}", names, word("site: about the questions"))
    found = sentence("site: found", some="{some}", all="{all}")  # the page fills it
    words = f'data-find="{escape(word("site: find"))}" data-found="{escape(found)}"'
    return page._replace(html=_filled(page.html, f"<div {words}></div>"))


def _prose(file: str, text: str, names: list[str], about: str) -> Page:
    """A page of prose, whose links to lessons lead to their pages, and whose other files are those of the site."""
    text = re.sub(r"\]\((TROUBLE|ACCESSIBILITY|CONFUSIONS)\.md", _other, text)
    notebook = v4.new_notebook(cells=[v4.new_markdown_cell(_kept(text), id="prose")])
    return Page(file, html(notebook, Path(), pages=names).replace(HERE, ""), about)


def _other(found: re.Match[str]) -> str:
    name = QUESTIONS if found[1] == "CONFUSIONS" else f"{found[1].lower()}.html"
    return f"]({name}"


def _kept(text: str) -> str:
    """Links to pages of the site as an address that the exporter leaves alone."""
    return re.sub(r"\]\((\w+\.html)", rf"]({HERE}\1", text)


def _filled(page: str, content: str) -> str:
    return page.replace(f"<p>{HOLDER}</p>", content)


def _opening(text: str) -> str:
    """The first paragraph of a text, without marks."""
    paragraph = next(part for part in text.split("\n\n")[1:] if not part.startswith("#"))
    return re.sub(r"\[([^]]*)\]\([^)]*\)|[*`]", r"\1", paragraph)
