"""Notebooks that other people made: each becomes a page, or one sentence says why not; a traceback is never told."""

import json

import pytest

from lstmlesson.command import main

WIDGET = "import ipywidgets; ipywidgets.IntSlider(value=7, description='mine')"
BAR = "from tqdm.notebook import tqdm\nfor _ in tqdm(range(3)): pass"


def notebook(*cells, **changes):
    """The text of a notebook with these cells, each as its kind, source and metadata."""
    made = [
        {"cell_type": kind, "source": source, "metadata": metadata, "id": f"cell-{at}"}
        | ({"outputs": [], "execution_count": None} if kind == "code" else {})
        for at, (kind, source, metadata) in enumerate(cells)
    ]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **changes})


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Write a notebook's text where the command is typed."""
    monkeypatch.chdir(tmp_path)
    return lambda text: (tmp_path / "mine.ipynb").write_text(text, "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        (("code", WIDGET, {}), "IntSlider(value=7"),
        (("code", BAR, {}), "0/3"),
        (("markdown", "$\\frac{1}{$ and $$\\begin{$$", {}), "<code>\\frac{1}{</code>"),
        (("code", "from IPython.display import Math; Math('\\\\left(')", {}), "left("),
    ],
    ids=["a slider", "a bar", "LaTeX in prose", "LaTeX put out"],
)
def test_it_becomes_a_page(cell, seen, written, tmp_path, capfd):
    written(notebook(cell))
    assert main(["page", "mine.ipynb", "mine.html"]) == 0, capfd.readouterr().err
    assert seen in (tmp_path / "mine.html").read_text("utf-8")


@pytest.mark.slow
def test_a_widget_of_somebody_else_says_that_it_stands_still(written, tmp_path):
    written(notebook(("code", WIDGET, {})))
    assert main(["page", "mine.ipynb", "mine.html"]) == 0
    assert 'class="still"' in (tmp_path / "mine.html").read_text("utf-8")


@pytest.mark.parametrize("metadata", [{"tags": ["solution", 3]}, {"collapsed": "perhaps"}], ids=["tags", "collapsed"])
def test_metadata_that_the_format_does_not_know_is_refused_by_name(metadata, written, capfd):
    written(notebook(("code", "1", metadata)))
    assert main(["page", "mine.ipynb"]) == 2
    assert capfd.readouterr().err.splitlines()[-1].startswith("lstmlesson: mine.ipynb is no notebook of format 4: ")


DEEP = '{"cells": ' + "[" * 100_000 + "]" * 100_000 + "}"


@pytest.mark.parametrize("command", ["page", "student"])
@pytest.mark.parametrize(
    "text",
    [
        notebook(("code", "1", {"jupyter": "x"})),
        notebook(("code", "1", {"tags": None})),
        notebook(("code", "1", [])),
        notebook(cells="none"),
        DEEP,
        "[]",
        "no JSON",
    ],
    ids=["jupyter", "tags", "metadata", "cells", "deep", "list", "text"],
)
def test_what_is_no_notebook_is_refused_in_one_sentence(command, text, written, capsys):
    written(text)
    arguments = ["mine.ipynb"] if command == "page" else ["for_students", "mine.ipynb"]
    assert main([command, *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("mine.ipynb is no notebook; expected JSON with cells of format 4\n")
    assert said.err.count("\n") == 1


@pytest.mark.slow
def test_a_cell_that_ends_its_kernel_is_told_in_one_sentence(written, capfd):
    written(notebook(("code", "import os; os._exit(3)", {})))
    assert main(["page", "mine.ipynb"]) == 2
    assert "a cell ends the kernel; expected a notebook that runs to its end" in capfd.readouterr().err
