"""A counted model, of Keras or PyTorch, as a table: each number with its arithmetic, and the blocks of each row below.

PyTorch's modules know no output shape, so their rows have one column less.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.law.sizes import is_number, shown
from lstmlesson.models import Model
from lstmlesson.models.text_table import shape_text
from lstmlesson.views.document import escape
from lstmlesson.views.document.tables import line, table
from lstmlesson.views.pictures.blocks.block_picture import blocks, can_be_drawn

# So many rows get a picture of their blocks; more would make a heavy page.
MOST_PICTURES = 12


def name_of(model: Any) -> str:
    """What a model is called: as in Keras' summary, or its class."""
    return str(model.name) if isinstance(model, Model) else type(model).__name__


def rows_of(model: Any) -> Any:
    """The rows of a model, or None where it has not seen its input."""
    try:
        model.count()
        return model.rows()
    except (AttributeError, TypeError, ValueError):
        return None


def heading(model: Any) -> str:
    """One sentence: what a model is called and how much it holds."""
    total, trained = model.count(), model.trainable_count()
    said = sentence("counted model", name=name_of(model), total=shown(total))
    return said if total == trained else f"{said} {sentence('counted trainable', number=shown(trained))}"


def header(rows: Sequence[Any]) -> list[str]:
    """The names of the columns that rows have."""
    names = ("layer", "output shape", "count", "arithmetic")
    return [word(f"summary: {name}") for name in names if name != "output shape" or _know_shapes(rows)]


def counts_at(rows: Sequence[Any]) -> tuple[int]:
    """The column in which the counts stand."""
    return (2 if _know_shapes(rows) else 1,)


def cells(row: Any) -> list[str]:
    """Name and class, output shape where it is known, count, arithmetic."""
    named = f"{row.name} ({row.class_name})" if row.name else row.class_name
    shapes = [shape_text(row.output_shape)] if _know_shapes([row]) else []
    return [named, *shapes, shown(row.count), "" if row.formula == "0" else row.formula]


def _know_shapes(rows: Sequence[Any]) -> bool:
    return all(hasattr(row, "output_shape") for row in rows)


def model_html(model: Any) -> str | None:
    """A model as HTML: its total, its rows, and the blocks of each recurrent or dense layer, folded.

    >>> from lstmlesson import LSTM, Input, Sequential
    >>> "<caption" in model_html(Sequential([Input((10, 3)), LSTM(2)])), model_html(Sequential([LSTM(2)]))
    (True, None)
    """
    rows = rows_of(model)
    return rows_html(rows, heading(model)) if rows else None


def rows_html(rows: Sequence[Any], caption: str = "") -> str:
    """Rows as a table, with the pictures of their blocks below."""
    right = counts_at(rows)
    lines = [line([escape(cell) for cell in cells(row)], right) for row in rows]
    return table(header(rows), lines, "", escape(caption)) + "".join(_pictures(rows))


def _pictures(rows: Sequence[Any]) -> Iterator[str]:
    drawn = [row for row in rows if is_number(row.count) and can_be_drawn(row.weights)]
    for row in drawn[:MOST_PICTURES]:
        title = escape(f"{row.name or row.class_name}: {row.formula}")
        yield f"<details><summary>{title}</summary>{blocks(row.weights, -1 if _know_shapes([row]) else 0)}</details>"
