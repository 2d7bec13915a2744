"""The course written once for all browser tests: each lesson as a page and as a deck, in a folder that is served."""

import ast
import copy
import threading
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context

import lessons

from lstmlesson import explorers
from lstmlesson.page import alive, contents, exporter
from lstmlesson.page.deck import write_deck

LESSONS = [path for path in lessons.PATHS if path.stem[:2].isdigit()]
NAMES = [path.stem for path in LESSONS]


class Quiet(SimpleHTTPRequestHandler):
    """A handler that writes no log."""

    def log_message(self, *_):
        pass


def write(path, folder):
    """Write a lesson as a page and as a deck; gives the code of each cell that shows an explorer that is alive."""
    notebook = alive.with_explorers(alive.run(path))
    text = exporter.html(notebook, path.parent, pages=NAMES, contents=contents.CONTENTS)
    (folder / f"{path.stem}.html").write_text(text, encoding="utf-8")
    write_deck(copy.deepcopy(notebook), path.parent, folder / f"{path.stem}_slides")
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [cell.source for cell in cells for output in cell.outputs if "data-explorer" in str(output.get("data"))]


class Course:
    """The lessons are written two at a time, in processes beside the tests that wait for them; each is run once."""

    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        self.pool = ProcessPoolExecutor(2, mp_context=get_context("spawn"))
        self.runs = {path.stem: self.pool.submit(write, path, self.folder) for path in LESSONS}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=self.folder))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.pool.shutdown(cancel_futures=True)
        self.server.shutdown()
        self.server.server_close()

    def place(self, name, from_file):
        """Where a page is, or with _slides a deck: as a file, or on the server."""
        self.runs[name.removesuffix("_slides")].result()
        file = f"{name}/index.html" if name.endswith("_slides") else f"{name}.html"
        base = self.folder.as_uri() if from_file else f"http://127.0.0.1:{self.server.server_port}"
        return f"{base}/{file}"

    def twins(self, name):
        """For each explorer that is alive on the page of a lesson, the same one in Python."""
        return [twin(source) for source in self.runs[name].result()]


def twin(source):
    """The explorer that a cell ends with."""
    last = ast.unparse(ast.parse(source).body[-1])
    return eval(last, {"explorers": explorers, **vars(explorers)})
