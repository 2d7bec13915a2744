"""A lesson as a deck of slides: a folder with index.html and reveal.js beside it, so that it needs no network.

Each cell says by its slide type where slides begin. Besides, so that there is one thing to look at on each, a heading
begins a slide, and so does what follows an explorer, a picture or a table. What has no room on a slide is moved on in
the page (`deck.js`), where sizes are known.
"""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import nbformat

from lstmlesson.course import write_folder
from lstmlesson.page.alive import run, with_explorers
from lstmlesson.page.exporter import html
from lstmlesson.page.for_students import handed_out
from lstmlesson.views import answers

# The files of reveal.js that a deck needs, as its distribution names them.
REVEAL = ("dist/reveal.js", "dist/reveal.css", "LICENSE")
# A heading; what begins with # between fences is a remark in code.
_HEADING = re.compile(r"^```.*?^```|^#{1,3} (?P<heading>.+?)$", re.MULTILINE | re.DOTALL)
_SEEN = re.compile(r"data-explorer|<img|<svg|<table")
# A printed output of so many lines is a picture in its own right, as the table of a summary is.
MANY_LINES = 8


def slides(path: str | Path, folder: str | Path, student: bool = False) -> None:
    """Write one lesson as a deck into a folder: open its index.html. The notebook is run for it, and stays as it is.

    student: whether solutions and answers are left out.
    Raises: ModuleNotFoundError where reveal.js is missing, with the command to type; FileNotFoundError where there is
    no such notebook; nbclient's CellExecutionError where a cell fails.
    """
    reveal()  # before the notebook is run for nothing
    write_deck(handed_out(with_explorers(run(Path(path))), student), Path(path).parent, Path(folder))


def write_deck(notebook: nbformat.NotebookNode, beside: Path, folder: Path) -> None:
    """Write a notebook, ready for a page, as a deck. beside: where its pictures are."""
    files = {f"reveal/{Path(name).name}": (reveal() / name).read_bytes() for name in REVEAL}
    write_folder(folder, {**files, "index.html": html(cut(notebook), beside, form="deck").encode()})


def reveal() -> Path:
    """Where reveal.js lies: in the package pyreveal, of which nothing else is used."""
    found = find_spec("pyreveal")
    if found is None or found.origin is None:
        needed = 'python -m pip install "lstmlesson[slides]"'
        raise ModuleNotFoundError(f"slides need reveal.js, which is missing; type: {needed}")
    return Path(found.origin).parent / "revealjs"


def cut(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The same notebook cut into slides.

    Each cell says whether a slide begins with it (metadata.begins), under which heading where it has none of its own
    (metadata.running), and with which press of a key it appears (metadata.fragment, 0 for at once).
    """
    notebook.cells = [piece for cell in notebook.cells for piece in pieces(cell)]
    heading, fragment, is_full, is_empty = "", 0, False, True
    for cell in notebook.cells:
        own = next((text for _, text in headings(cell)), "")
        kind = slide_type(cell)
        begins = kind in ("slide", "subslide") or bool(own) or (is_full and not is_answer(cell))
        cell.metadata.begins = begins and not is_empty
        fragment = 0 if begins else fragment + (kind == "fragment")
        cell.metadata.fragment = fragment
        heading = plain(own) or heading
        cell.metadata.running = "" if own else heading
        is_full, is_empty = is_seen(cell) or (is_full and not cell.metadata.begins), False
    return notebook


def pieces(cell: nbformat.NotebookNode) -> Iterator[nbformat.NotebookNode]:
    """A cell, or for prose with several headings one piece for each; nothing for a cell that is left out."""
    if slide_type(cell) in ("skip", "notes"):
        return
    places = sorted({0, *(place for place, _ in headings(cell)), len(cell.source)})
    for number, (start, end) in enumerate(pairwise(places)):
        piece = nbformat.from_dict({**cell, "source": cell.source[start:end]})
        piece.id = f"{cell.id}-{number}" if number else cell.id
        yield piece


def headings(cell: nbformat.NotebookNode) -> list[tuple[int, str]]:
    """The headings of a piece of prose, each with the place at which it begins."""
    found = _HEADING.finditer(cell.source) if cell.cell_type == "markdown" else ()
    return [(match.start(), match["heading"]) for match in found if match["heading"]]


def slide_type(cell: nbformat.NotebookNode) -> str:
    """The slide type of a cell, as Jupyter names it."""
    return str(cell.metadata.get("slideshow", {}).get("slide_type", "-"))


def is_answer(cell: nbformat.NotebookNode) -> bool:
    """Whether a cell is folded away, so that it takes one line."""
    return answers.is_answer(cell) or cell.source.startswith("<details>")


def is_seen(cell: nbformat.NotebookNode) -> bool:
    """Whether a cell shows something to look at: an explorer, a picture, a table, or many printed lines."""
    if cell.cell_type == "markdown":
        return "\n|" in cell.source or "![" in cell.source or "<img" in cell.source
    return not is_answer(cell) and any(is_large(output) for output in cell.outputs)


def is_large(output: nbformat.NotebookNode) -> bool:
    """Whether an output is more than a few lines of text."""
    data = output.get("data", {})
    text = output.get("text", data.get("text/plain", ""))
    return bool(_SEEN.search(data.get("text/html", ""))) or "image/png" in data or text.count("\n") > MANY_LINES


def plain(markdown: str) -> str:
    """A heading without its marks."""
    return re.sub(r"[`*]", "", markdown)
