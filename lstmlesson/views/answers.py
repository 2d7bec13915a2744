"""`answer`: what a cell gives, behind a line that a reader opens after having said a number."""

from collections.abc import Mapping
from typing import Any

from lstmlesson.language import word
from lstmlesson.views.values import value_html

# By this the pages, the slides and the copies for students know an answer.
CLOSED = '<details class="lm-answer">'


class Answer:
    """Values that are shown when the reader opens them, and not before, wherever the notebook is opened.

    A collapsed output of JupyterLab shows its first line beside the dots, and is open again after saving; a closed
    `<details>` shows nothing, survives both, and is the same on a page, on a slide and in a view without scripts.
    """

    def __init__(self, *values: Any) -> None:
        self.values = values

    def __repr__(self) -> str:
        return word("closed answer")

    def _repr_html_(self) -> str:
        inside = "".join(f"<div>{value_html(value)}</div>" for value in self.values)
        return f'{CLOSED}<summary style="cursor: pointer">{word("open answer")}</summary>{inside}</details>'


def is_answer(cell: Mapping[str, Any]) -> bool:
    """Whether a cell of a notebook holds what a reader is to say first: closed by `answer`, or folded away."""
    outputs = [output.get("data", {}).get("text/html", "") for output in cell.get("outputs", [])]
    folded = cell["metadata"].get("jupyter", {}).get("outputs_hidden")
    return bool(folded) or any("".join(html).startswith(CLOSED) for html in outputs)


def answer(*values: Any) -> Answer:
    """An answer that stays closed until the reader opens it.

    values: what is shown then, one below the other: numbers, sums, tables, or whatever shows itself as HTML.

    >>> from lstmlesson import LSTM
    >>> answer(LSTM(2).count((None, 3)))                                  # 4(3·2 + 2·2 + 2) = 48, which is not said
    the answer is closed: open it in a notebook, or ask for .values
    """
    return Answer(*values)
