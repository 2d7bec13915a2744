"""The lessons are notebooks that were run, in order, without error; nbval then compares every cell with a new run."""

import re
from statistics import mean, median

import lessons
import nbformat.v4 as make
import pytest

from lstmlesson import LSTM
from lstmlesson.course.lesson_files import OPENING

IDS = [path.stem for path in lessons.PATHS]


@pytest.mark.parametrize("path", lessons.PATHS, ids=IDS)
@pytest.mark.parametrize("check", lessons.CHECKS, ids=lambda check: check.__name__)
def test_a_lesson_passes(check, path):
    assert check(lessons.read(path)) == []


@pytest.mark.parametrize("path", lessons.PATHS, ids=IDS)
def test_the_number_in_the_title_is_the_number_of_the_file(path):
    first = lessons.read(path).cells[0].source
    title = re.match(r"# (\d+) · .+\?$", first, re.MULTILINE)
    assert title
    assert int(title[1]) == int(path.stem[:2])
    assert "**The confusion.**" in first
    opening = "\n\n".join(lessons.prose(make.new_notebook(cells=lessons.read(path).cells[:OPENING])))
    assert "**Afterwards you can**" in opening
    assert "**Time:**" in opening


@pytest.mark.parametrize("path", lessons.PATHS, ids=IDS)
def test_a_lesson_ends_with_a_summary_and_an_open_question(path):
    last = lessons.read(path).cells[-1].source
    assert last.startswith("## Summary")
    assert "**One open question.**" in last


def a_notebook(*sources, **metadata):
    cells = [make.new_code_cell(source, execution_count=at) for at, source in enumerate(sources, 1)]
    for cell in cells:
        cell.metadata.update({"slideshow": {"slide_type": "-"}, **metadata})
    return make.new_notebook(cells=cells)


def with_output(**data):
    notebook = a_notebook("1")
    notebook.cells[0].outputs = [make.new_output("display_data", data)]
    return notebook


def stripped():
    notebook = a_notebook("1", "2")
    notebook.cells[1].execution_count = None
    return notebook


def failed():
    notebook = a_notebook("1/0")
    notebook.cells[0].outputs = [make.new_output("error", ename="ZeroDivisionError", evalue="division", traceback=[])]
    return notebook


def with_prose(text):
    return make.new_notebook(cells=[make.new_markdown_cell(text)])


FOLDED = {"jupyter": {"outputs_hidden": True}}
WRONG = {
    "not_executed_in_order": stripped(),
    "errors": failed(),
    "forbidden_widgets": a_notebook("interact(f, x=3)"),
    "without_slide_type": with_prose("text"),
    "long_cells": a_notebook("\n".join("1" * 13)),
    "pictures_without_words": with_output(**{"text/html": '<img src="data:,">'}),
    "open_answers": a_notebook("48", tags=["solution"]),
    "early_answers": make.new_notebook(cells=[make.new_markdown_cell("Predict:"), *with_output(text="48").cells]),
    "hidden_headings": with_prose("text\n\n## A heading"),
    "broken_links": with_prose("[next](99_nowhere.ipynb)"),
    "folded_outputs": make.new_notebook(
        cells=[make.new_code_cell("48", metadata={"jupyter": {"outputs_hidden": True}})]
    ),
    "kept_widget_state": make.new_notebook(metadata={"widgets": {}}),
}


@pytest.mark.parametrize("check", lessons.CHECKS, ids=lambda check: check.__name__)
def test_each_check_objects_to_a_wrong_notebook(check):
    assert check(WRONG[check.__name__])


# What was measured in the notebooks that house-style.md looks up to; their cells and longest cells were not.
MODELS = ("the models", "", "2 to 4", "", "24 to 36", "55 to 71 %", "1 to 6 %")


def style(path):
    """Cells, lines of a visible cell, words of a prose cell, cells that end in a value, cells that print."""
    notebook = lessons.read(path)
    code = lessons.code_cells(notebook)
    visible = [cell.source for cell in code if not cell.metadata.get("jupyter", {}).get("source_hidden")]
    lines = [source.count("\n") + 1 for source in visible]
    words = [len(re.findall(r"\w+", text)) for text in lessons.prose(notebook)]
    last = [cell.source.splitlines()[-1] for cell in code]
    values = mean(not re.match(r"print\(|import |from |\w+ = ", line) for line in last)
    prints = mean("print(" in line for line in last)
    numbers = (len(notebook.cells), f"{median(lines):.0f}", max(lines), f"{median(words):.0f}")
    return (path.stem, *numbers, f"{values:.0%}", f"{prints:.0%}")


def test_style_is_printed_beside_the_models_figures(capsys):
    rows = [("lesson", "cells", "lines", "longest", "words", "end in a value", "print"), MODELS]
    rows += [style(path) for path in lessons.PATHS]
    with capsys.disabled():
        print()
        for name, *columns in rows:
            print(f"{name:<26}" + "".join(f"{column:>15}" for column in columns))


def test_the_first_lesson_counts_what_it_promises():
    outputs = [
        output["data"].get("text/plain", "")
        for cell in lessons.code_cells(lessons.read(lessons.PATHS[0]))
        for output in cell.outputs
        if "data" in output
    ]
    assert repr(LSTM(64).formula((100, 6))) in outputs


@pytest.mark.parametrize("path", lessons.PATHS, ids=IDS)
def test_no_path_of_the_machine_on_which_a_lesson_was_run_stands_in_it(path):
    assert re.findall(r"/(?:site-packages|home|root|Users|tmp|work)/[^\s\"]*", path.read_text("utf-8")) == []
