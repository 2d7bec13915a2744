"""A lesson as a student gets it: the same questions without their answers.

A cell tagged `solution` becomes a place to write. A cell whose output is closed answers a prediction; it keeps its
code and loses its output, so that the student predicts and runs it. What a prediction tells without its script is left
out of it. Everything else stays, cell by cell, with its id.
What lies beside the lessons comes along; CONFUSIONS.md without the column of right numbers.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lstmlesson.course.copies import original
from lstmlesson.course.lesson_files import folder, notebook
from lstmlesson.course.nbgrader_marks import marked
from lstmlesson.language import word
from lstmlesson.views.answers import is_answer, without_answers

SOLUTION = "solution"
CONFUSIONS = "CONFUSIONS.md"


def student_files(chosen: Sequence[Path] = (), nbgrader: bool = False) -> dict[str, bytes]:
    """The content of each file for students by its path: the chosen notebooks, or all that the course has.

    nbgrader: whether the places for answers carry the marks by which nbgrader collects them.

    Raises: OSError where a notebook cannot be read, ValueError for a file that is none.

    >>> b'"solution"' in student_files()["01_gates.ipynb"], b'"solution"' in original()["01_gates.ipynb"]
    (False, True)
    """
    notebooks = chosen or sorted(folder().glob("*.ipynb"))
    beside = {} if chosen else original()
    files = {name: _without_numbers(text) if name == CONFUSIONS else text for name, text in beside.items()}
    return {**files, **{path.name: as_text(_copy(notebook(path), nbgrader)) for path in notebooks}}


def student(lesson: dict[str, Any]) -> dict[str, Any]:
    """The copy of a notebook that a student gets; the notebook given is left as it is.

    >>> answer = {"cell_type": "markdown", "metadata": {"tags": ["solution"]}, "source": ["Three."]}
    >>> student({"cells": [answer]})["cells"]
    [{'cell_type': 'markdown', 'metadata': {}, 'source': ['**Your answer:**']}]
    """
    return {**lesson, "cells": [_cell(cell) for cell in lesson["cells"]]}


def _copy(lesson: dict[str, Any], nbgrader: bool) -> dict[str, Any]:
    copied = student(lesson)
    return marked(copied, [_is_solution(cell) for cell in lesson["cells"]]) if nbgrader else copied


def _is_solution(cell: dict[str, Any]) -> bool:
    return SOLUTION in cell["metadata"].get("tags", [])


def _without_numbers(text: bytes) -> bytes:
    """A Markdown file without the last column of its tables, where the right numbers stand.

    >>> _without_numbers(b"| What is asked | 48 |")
    b'| What is asked |'
    """
    lines = text.decode().split("\n")
    return "\n".join(_without_last_cell(line) if line.startswith("|") else line for line in lines).encode()


def _without_last_cell(line: str) -> str:
    return line.rstrip("|").rpartition("|")[0] + "|"


def _place(cell_type: str) -> list[str]:
    """Where the answer goes, as the file of a notebook has it: a list of lines."""
    return {"code": [word("place for code")], "markdown": [word("place for words")]}.get(cell_type, [])


def as_text(lesson: dict[str, Any]) -> bytes:
    """A notebook as nbformat writes it."""
    return (json.dumps(lesson, ensure_ascii=False, indent=1) + "\n").encode()


def _cell(cell: dict[str, Any]) -> dict[str, Any]:
    if _is_solution(cell):
        return _not_run({**cell, "source": _place(cell["cell_type"])})
    if is_answer(cell):
        return _not_run(cell)
    return {**cell, "outputs": [_unopened(output) for output in cell["outputs"]]} if "outputs" in cell else cell


def _unopened(output: dict[str, Any]) -> dict[str, Any]:
    """An output without what it would show behind a line that opens it, as lines where it has lines."""
    html = output.get("data", {}).get("text/html", "")
    left = without_answers("".join(html))
    kept = left.splitlines(keepends=True) if isinstance(html, list) else left
    return {**output, "data": {**output["data"], "text/html": kept}} if html else output


def _not_run(cell: dict[str, Any]) -> dict[str, Any]:
    """The cell open and without output; what it has besides, such as its slide type, it keeps."""
    tags = [tag for tag in cell["metadata"].get("tags", []) if tag != SOLUTION]
    kept = {name: value for name, value in cell["metadata"].items() if name not in ("jupyter", "tags")}
    cell = {**cell, "metadata": {**kept, **({"tags": tags} if tags else {})}}
    return {**cell, "outputs": [], "execution_count": None} if cell["cell_type"] == "code" else cell
