"""From a notebook to one HTML file that needs nothing else: nbconvert walks over the cells, the rest is ours.

Style, script and explorers go into the file. Mathematics becomes MathML. Links to other lessons lead to their pages
where these are written too, and are plain text elsewhere, so that none leads to nothing.
"""

import re
from collections.abc import Callable, Collection, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import nbformat
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from lstmlesson.explorers.live.explorer import HERE as EXPLORERS
from lstmlesson.explorers.live.explorer import STYLE
from lstmlesson.language import word
from lstmlesson.page.mathematics import mathml, of_output

HERE = Path(__file__).parent
_LINK = re.compile(r'<a href="(?!#|https?:|mailto:)([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_LESSON = re.compile(r"([^/#]+)\.ipynb(#.*)?")
_PRINTED = re.compile(r'(<div class="[^"]*output_subarea[^"]*"[^>]*>\s*<pre)(>.*?</pre>)', re.DOTALL)
LINE = 100  # characters that a page shows in one line, as in deck.js; a table is not broken


class Prose(IPythonRenderer):
    """Markdown as HTML, with its mathematics as MathML. HTML in it stays as it is written, also half of a pair."""

    def __init__(self, anchors: set[str], **options: Any) -> None:
        super().__init__(**options)
        self.anchors = anchors

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        """A heading that links lead to, by the name that JupyterLab gives it; the first one, where two are alike."""
        name = re.sub(r"<[^>]*>", "", text).replace(" ", "-").replace('"', "&quot;")
        place = "" if name in self.anchors else f' id="{name}"'
        self.anchors.add(name)
        return f"<h{level}{place}>{text}</h{level}>\n"

    def block_html(self, html: str) -> str:
        return html

    def inline_html(self, html: str) -> str:
        return html

    def block_math(self, body: str) -> str:
        return mathml(body, block=True)

    def inline_math(self, body: str) -> str:
        return mathml(body)


class LessonExporter(HTMLExporter):
    """nbconvert's exporter with one of our templates: templates/page or templates/deck.

    folder: where the pictures of its prose are; they go into the page. pages: the lessons that it may link to.
    """

    def __init__(self, form: str, folder: Path, pages: Collection[str]) -> None:
        self.folder, self.pages = folder, pages
        self.anchors: set[str] = set()
        super().__init__(
            template_name=form,
            extra_template_basedirs=[str(HERE / "templates")],  # by their names
            extra_template_paths=[str(HERE / "templates")],  # where one extends another
            exclude_input_prompt=True,
            exclude_output_prompt=True,
        )

    def default_filters(self) -> Iterator[tuple[str, Callable[[str], str]]]:
        """nbconvert's, and ours in their place."""
        yield from super().default_filters()
        yield "markdown2html", self.prose
        yield "mathematics", of_output

    def prose(self, source: str) -> str:
        """The prose of a cell as HTML."""
        renderer = Prose(self.anchors, escape=False, embed_images=True, path=str(self.folder))
        return links(MarkdownWithMath(renderer=renderer).render(source), self.pages)


def html(
    notebook: nbformat.NotebookNode,
    folder: Path,
    form: str = "page",
    pages: Collection[str] = (),
    contents: str = "",
) -> str:
    """A notebook, ready for a page, as the text of an HTML file.

    folder: where its pictures are. form: page or deck. pages: the names of the lessons that become pages beside this
    one. contents: the file name of the contents page, if there is one.
    """
    live = "".join((EXPLORERS / name).read_text("utf-8") for name in ("live.js", "quiz.js"))
    resources = {
        "title": f"{title(notebook)} · lstmlesson",
        "style": "".join([STYLE, read("look.css"), read(f"{form}.css")]),
        "script": "".join([live, read("standalone.js"), read("deck.js") if form == "deck" else ""]),
        "contents": contents,
        "word": word,
    }
    text, _ = LessonExporter(form, folder, pages).from_notebook_node(notebook, resources=resources)
    return _PRINTED.sub(_broken, str(text))


def _broken(printed: re.Match[str]) -> str:
    """An output whose long lines are broken between words, as JupyterLab does; a table in boxes scrolls instead."""
    lines = unescape(re.sub(r"<[^>]*>", "", printed[2])).split("\n")
    long = any(len(line) > LINE and not re.search("[│┃|]", line) for line in lines)
    return f'{printed[1]} class="wrapped"{printed[2]}' if long else printed[0]


def read(name: str) -> str:
    """The text of a file in this room."""
    return (HERE / name).read_text("utf-8")


def title(notebook: nbformat.NotebookNode) -> str:
    """The first heading of a notebook, without marks."""
    headings = (re.search(r"^# (.+)$", cell.source, re.MULTILINE) for cell in notebook.cells)
    found = next(filter(None, headings), None)
    return found[1].replace("`", "").replace("*", "") if found else ""


def links(text: str, pages: Collection[str]) -> str:
    """Prose whose links to other files lead to what exists: a page beside it, or nothing but the words.

    >>> links('<a href="01_gates.ipynb">gates</a>', ["01_gates"])
    '<a href="01_gates.html">gates</a>'
    >>> links('<a href="01_gates.ipynb">gates</a>', [])
    'gates'
    """

    def led(link: re.Match[str]) -> str:
        lesson = _LESSON.fullmatch(link[1])
        return (
            f'<a href="{lesson[1]}.html{lesson[2] or ""}">{link[2]}</a>' if lesson and lesson[1] in pages else link[2]
        )

    return _LINK.sub(led, text)
