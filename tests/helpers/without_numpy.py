"""Run notebooks cell by cell where numpy cannot be imported, and print the numbers of the cells that stop, as JSON.

Run as a program of its own, with the notebooks' paths: numpy may be loaded already where the tests run.
"""

import contextlib
import importlib.abc
import io
import json
import sys

import nbformat
from IPython.core.interactiveshell import InteractiveShell


class NoNumpy(importlib.abc.MetaPathFinder):
    """Refuses numpy as a Python without it does."""

    def find_spec(self, fullname, path=None, target=None):
        if fullname.partition(".")[0] == "numpy":
            raise ModuleNotFoundError("No module named 'numpy'", name="numpy")


def stops(shell, source):
    """Whether a cell ends with an error; what it prints and shows is kept silent."""
    with contextlib.redirect_stdout(io.StringIO()):
        return not shell.run_cell(source).success


def asks_a_framework(cell):
    """Keras and PyTorch, where installed, need numpy themselves."""
    return "optional" in cell.metadata.get("tags", [])


def stopped_cells(path):
    """The numbers of the cells of a notebook that stop, all run in one shell, one after the other."""
    shell, cells = InteractiveShell(), nbformat.read(path, as_version=4).cells
    asked = [at for at, cell in enumerate(cells) if cell.cell_type == "code" and not asks_a_framework(cell)]
    return [at for at in asked if stops(shell, cells[at].source)]


if __name__ == "__main__":
    sys.meta_path.insert(0, NoNumpy())
    print(json.dumps([stopped_cells(path) for path in sys.argv[1:]]))
