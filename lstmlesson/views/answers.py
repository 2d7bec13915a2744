"""What a cell gives, as a reader wants it: `show` shows it, `answer` closes it until a number has been said."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from lstmlesson.language import word
from lstmlesson.views.values import value_html

# By this the pages, the slides and the copies for students know an answer.
CLOSED = '<details class="lm-answer">'


class Shown:
    """Values as HTML, one below the other: tables in place of tuples, and texts that wrap between words."""

    def __init__(self, *values: Any, header: Sequence[str] = ()) -> None:
        self.values, self.header = values, header

    def __repr__(self) -> str:
        return "\n".join(value if isinstance(value, str) else repr(value) for value in self.values)

    def _repr_html_(self) -> str:
        return "".join(
            f'<div style="overflow-wrap: break-word">{value_html(value, self.header)}</div>' for value in self.values
        )


class Answer(Shown):
    """Values that are shown when the reader opens them, and not before, wherever the notebook is opened.

    A collapsed output of JupyterLab shows its first line beside the dots, and is open again after saving; a closed
    `<details>` shows nothing, survives both, and is the same on a page, on a slide and in a view without scripts.
    """

    def __repr__(self) -> str:
        return word("closed answer")

    def _repr_html_(self) -> str:
        return closed(super()._repr_html_())


def closed(html: str) -> str:
    """HTML behind a line that opens it."""
    return f'{CLOSED}<summary style="cursor: pointer">{word("open answer")}</summary>{html}</details>'


def without_answers(html: str) -> str:
    """HTML as it is before anything was opened, without what stands behind the lines that open it.

    >>> without_answers("<p>How many?</p>" + closed("48, <details>by hand</details>") + "<p>Next.</p>")
    '<p>How many?</p><p>Next.</p>'
    """
    before, mark, after = html.partition(CLOSED)
    return before + without_answers(_behind(after)) if mark else html


def _behind(html: str) -> str:
    """What follows the element that is open where this begins; others may lie in it."""
    depth = 1
    for tag in re.finditer(r"<(/?)details\b[^>]*>", html):
        depth += -1 if tag[1] else 1
        if not depth:
            return html[tag.end() :]
    return ""


def is_answer(cell: Mapping[str, Any]) -> bool:
    """Whether a cell of a notebook holds what a reader is to say first: closed by `answer`, or folded away."""
    outputs = [output.get("data", {}).get("text/html", "") for output in cell.get("outputs", [])]
    folded = cell["metadata"].get("jupyter", {}).get("outputs_hidden")
    return bool(folded) or any("".join(html).startswith(CLOSED) for html in outputs)


def answer(*values: Any, header: Sequence[str] = ()) -> Answer:
    """An answer that stays closed until the reader opens it.

    values: what is shown then, one below the other: numbers, sums, tables, or whatever shows itself as HTML.
    header: what stands above the columns of a table of tuples.

    >>> from lstmlesson import LSTM
    >>> answer(LSTM(2).count((None, 3)))                                  # 4(3·2 + 2·2 + 2) = 48, which is not said
    the answer is closed: open it in a notebook, or ask for .values
    """
    return Answer(*values, header=header)


def show(*values: Any, header: Sequence[str] = ()) -> Shown:
    """Values as a reader of a lesson wants them: a list of tuples as a table, a long text wrapped between words.

    header: what stands above the columns of a table.

    >>> show([("units", 64), ("timesteps", 100)], header=("size", "how many"))
    [('units', 64), ('timesteps', 100)]
    """
    return Shown(*values, header=header)
