"""Where numpy is missing, as in a page that starts Python without it, the lessons run on but for named cells."""

import json
import subprocess
import sys
from itertools import dropwhile
from pathlib import Path

import lessons
import nbformat
import nbformat.v4 as make
import pytest

SCRIPT = Path(__file__).parent / "helpers" / "without_numpy.py"
NOTEBOOKS = [*lessons.PATHS, lessons.FOLDER / "glossary.ipynb"]

# The sections whose last cells need arrays, and how many of them do. Everything else runs without.
NEED_ARRAYS = {
    ("02_weight_sharing", "One cell, used at every step"): 2,
    ("02_weight_sharing", "Training keeps every step"): 1,
    ("05_time_distributed", "Before training, the answers mean nothing"): 1,
    ("05_time_distributed", "Train"): 2,
    ("05_time_distributed", "Does the third get there, too?"): 3,
    ("05_time_distributed", "Some stored numbers do nothing"): 1,
    ("07_pytorch_and_gru", "Is it the same network?"): 1,
    ("07_pytorch_and_gru", "From PyTorch to Keras"): 2,
    ("11_in_papers", "Stored numbers and free numbers"): 1,
    ("glossary", "Sample"): 1,
    ("glossary", "Shape"): 1,
}


def run(paths):
    """For each notebook the numbers of its cells that stop without numpy."""
    command = [sys.executable, str(SCRIPT), *map(str, paths)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1])


def sections(notebook):
    """Each section of a notebook: its heading, and the numbers of its cells of code."""
    found = [("", [])]
    for at, cell in enumerate(notebook.cells):
        if cell.source.startswith("#") and cell.cell_type == "markdown":
            found.append((cell.source.splitlines()[0].lstrip("# "), []))
        if cell.cell_type == "code":
            found[-1][1].append(at)
    return found


@pytest.fixture(scope="module")
def stopped():
    return dict(zip(NOTEBOOKS, run(NOTEBOOKS), strict=True))


@pytest.mark.slow
def test_without_numpy_these_cells_stop_and_no_others(stopped):
    counted = {
        (path.stem, heading): len(set(cells) & set(stopped[path]))
        for path in NOTEBOOKS
        for heading, cells in sections(lessons.read(path))
    }
    assert {place: number for place, number in counted.items() if number} == NEED_ARRAYS


@pytest.mark.slow
def test_what_needs_arrays_stands_at_the_end_of_its_section(stopped):
    for path in NOTEBOOKS:
        for heading, cells in sections(lessons.read(path)):
            needs = [at in stopped[path] for at in cells]
            assert all(dropwhile(lambda one: not one, needs)), (path.stem, heading)


@pytest.mark.slow
def test_a_sentence_says_so_before_a_cell_stops(stopped):
    for path in NOTEBOOKS:
        cells = lessons.read(path).cells
        for first in stopped[path][:1]:
            said = "\n".join(cell.source for cell in cells[:first] if cell.cell_type == "markdown")
            assert "*numpy*" in said
            assert "missing" in said


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_cell_tries_whether_numpy_is_there(path):
    tries = [cell.source for cell in lessons.code_cells(lessons.read(path)) if "try:" in cell.source]
    assert not [source for source in tries if "numpy" in source or "numeric" in source]


@pytest.mark.slow
def test_a_cell_that_needs_numpy_is_noticed_and_one_after_it_too(tmp_path):
    sources = ["1 + 1", "import numpy as np", "np.ones(3)", "2 + 2"]
    nbformat.write(make.new_notebook(cells=[make.new_code_cell(one) for one in sources]), tmp_path / "planted.ipynb")
    assert run([tmp_path / "planted.ipynb"]) == [[1, 2]]
