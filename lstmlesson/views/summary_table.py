"""The summary table as HTML: a row for each layer with its output shape, its Param # and the arithmetic behind it."""

from typing import Any

from lstmlesson.language import word
from lstmlesson.models import Model
from lstmlesson.models.text_table import Row
from lstmlesson.views.document import escape
from lstmlesson.views.document.tables import line, table
from lstmlesson.views.formula import in_numbers


def summary(model: Model, caption: str = "") -> str:
    """A model as a table. Its sizes may be polynomials; then the numbers are holes.

    >>> from lstmlesson import LSTM, Dense, Input, Sequential
    >>> "4(1·5 + 5·5 + 5)" in summary(Sequential([Input((5, 1)), LSTM(5), Dense(5)]))
    True
    """
    header = [word(name) for name in ("layer", "output shape", "numbers", "arithmetic")]
    lines = [
        line([escape(f"{row.name} ({row.class_name})"), shape(row.output_shape), *_counted(row)], right=(2,))
        for row in model.rows()
    ]
    total = line([word("total"), "", f"<strong>{model.count():,}</strong>", ""], right=(2,))
    return table(header, lines, total, caption)


def shape(sizes: Any) -> str:
    """A shape as Python writes a tuple; a list of shapes in square brackets.

    >>> shape((None, 400, 5))
    '(None, 400, 5)'
    """
    if isinstance(sizes, str):  # the question mark of a layer that has not seen its input
        return sizes
    if isinstance(sizes, list):
        return f"[{', '.join(map(shape, sizes))}]"
    inside = ", ".join("None" if size is None else f"{size:d}" for size in sizes)
    return f"({inside},)" if len(sizes) == 1 else f"({inside})"


def _counted(row: Row) -> tuple[str, str]:
    """The count of one layer and the arithmetic that makes it."""
    return f"{row.count:,}", in_numbers(row.weights) if row.weights else ""
