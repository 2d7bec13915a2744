"""The course written once for all browser tests: each lesson as a page and as a deck, in a folder that is served."""

import copy
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

import lessons
from on_page import OnPage, twin
from pages import Watched
from started import files

from lstmlesson.page import alive, exporter
from lstmlesson.page import table_of_contents as contents
from lstmlesson.page.deck import write_deck

NAMES = [path.stem for path in lessons.PATHS]
ROOTS = "[data-explorer] > .lstmlesson:not(.lm-quiz)"


def write(path, folder):
    """Write a lesson as a page and as a deck; gives the code of each cell that shows an explorer that is alive."""
    notebook = alive.with_explorers(alive.run(path))
    text = exporter.html(notebook, path.parent, pages=NAMES, contents=contents.CONTENTS)
    (folder / f"{path.stem}.html").write_text(text, encoding="utf-8")
    write_deck(copy.deepcopy(notebook), path.parent, folder / f"{path.stem}_slides")
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and "explorers.quiz(" not in cell.source]
    return [cell.source for cell in cells for output in cell.outputs if "data-explorer" in str(output.get("data"))]


@contextmanager
def course(folder):
    """The lessons are written two at a time, in processes beside the tests that wait for them; each is run once."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool, files(folder) as address:
        yield Course(folder, address, {path.stem: pool.submit(write, path, folder) for path in lessons.PATHS})
        pool.shutdown(cancel_futures=True)


class Course:
    """Where the pages and decks are, and what they show; one that is not written yet is waited for."""

    def __init__(self, folder, address, runs):
        self.folder, self.address, self.runs = folder, address, runs

    def place(self, name, from_file):
        """Where a page is, or with _slides a deck: as a file, or on the server."""
        self.runs[name.removesuffix("_slides")].result()
        file = f"{name}/index.html" if name.endswith("_slides") else f"{name}.html"
        return f"{self.folder.as_uri() if from_file else self.address}/{file}"

    def opened(self, engine, name, from_file=True, query="", **options):
        """A page or a deck in a window of its own. A file is opened with the network switched off."""
        window = Watched(engine, offline=from_file, **options)
        window.page.goto(self.place(name, from_file) + query)
        return window

    def explorers(self, page, name):
        """The explorers that are alive on the page of a lesson, each beside the same one in Python."""
        roots, sources = page.locator(ROOTS).all(), self.runs[name].result()
        return [OnPage(page, root, twin(source)) for root, source in zip(roots, sources, strict=True)]
