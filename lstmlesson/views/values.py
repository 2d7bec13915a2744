"""What a line of Python gives, as a reader of a lesson wants it: numbers with commas, a table in place of tuples."""

from collections.abc import Mapping, Sequence
from typing import Any

from lstmlesson.views.document import escape, line, static, table


def value_html(value: Any) -> str:
    """One value as HTML, safe in a notebook that is not trusted.

    >>> value_html(18176), value_html("4(3·2 + 2·2 + 2) = 48"), value_html((None, 400, 5))
    ('18,176', '4(3·2 + 2·2 + 2) = 48', '(None, 400, 5)')
    >>> value_html([("kernel", 24), ("bias", 8)]).count("</th><td")                   # one line for each weight
    2
    """
    if form := _own_form(value):
        return static(form)
    if isinstance(value, list | tuple) and any(map(_own_form, value)):
        return "".join(f"<div>{value_html(one)}</div>" for one in value)
    if isinstance(value, Mapping) and value:
        return _table(list(value.items()))
    if isinstance(value, list) and value and all(map(_is_row, value)):
        return _table(value)
    return _plain(value)


def _own_form(value: Any) -> str | None:
    """How a value shows itself in a notebook, if it does."""
    return str(value._repr_html_() or "") if hasattr(value, "_repr_html_") else None


def _is_row(value: Any) -> bool:
    """Whether something is a line of a table: a record, or a tuple that is no shape and no pair of sizes."""
    return isinstance(value, tuple) and (hasattr(value, "_fields") or not _is_shape(value))


def _is_shape(value: tuple[Any, ...]) -> bool:
    return all(size is None or type(size) is int for size in value)


def _table(rows: Sequence[Sequence[Any]]) -> str:
    fields = [str(field).replace("_", " ") for field in getattr(type(rows[0]), "_fields", ())]
    numbers = [at for at, cell in enumerate(rows[0]) if type(cell) is int]
    return table(fields, [line([_plain(cell) for cell in row], right=numbers) for row in rows])


def _plain(value: Any) -> str:
    """A value within a sentence or a cell: numbers with commas, text without quotes, all else as Python writes it."""
    if type(value) is int:
        return f"{value:,}"
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, list) or (type(value) is tuple and not _is_shape(value)):
        return ", ".join(map(_plain, value)) or "[]"
    if hasattr(value, "_repr_latex_"):  # an expression of sympy
        return escape(str(value).replace("**2", "²").replace("**", "^").replace("*", "·"))
    return escape(repr(value))
