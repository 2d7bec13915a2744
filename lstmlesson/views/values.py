"""What a line of Python gives, as a reader of a lesson wants it: numbers with commas, a table in place of tuples."""

from collections.abc import Mapping, Sequence
from typing import Any

from lstmlesson.language import label
from lstmlesson.views.document import escape
from lstmlesson.views.document.standing_still import static
from lstmlesson.views.document.tables import line, table


def value_html(value: Any, header: Sequence[str] = ()) -> str:
    """One value as HTML, safe in a notebook that is not trusted. header: for a table of tuples.

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
        return records_table(list(value.items()), header)
    if isinstance(value, list) and value and all(map(_is_row, value)):
        return records_table(value, header)
    return plain(value)


def _own_form(value: Any) -> str | None:
    """How a value shows itself in a notebook, if it does."""
    return str(value._repr_html_() or "") if hasattr(value, "_repr_html_") else None


def _is_row(value: Any) -> bool:
    """Whether something is a line of a table: a record, or a tuple that is no shape and no pair of sizes."""
    return isinstance(value, tuple) and (hasattr(value, "_fields") or not _is_shape(value))


def _is_shape(value: tuple[Any, ...]) -> bool:
    return all(size is None or type(size) is int for size in value)


def records_table(rows: Sequence[Sequence[Any]], header: Sequence[str] = ()) -> str:
    """Records or tuples as a table, its columns named as the fields are; a field that is empty in all is left out."""
    kept = [at for at in range(len(rows[0])) if any(row[at] not in ("", ()) for row in rows)]
    fields = getattr(type(rows[0]), "_fields", ())
    names = [label(fields[at]).replace("_", " ") for at in kept] if fields else list(header)
    numbers = [column for column, at in enumerate(kept) if type(rows[0][at]) is int]
    return table(list(map(escape, names)), [line([plain(row[at]) for at in kept], right=numbers) for row in rows])


def plain(value: Any) -> str:
    """A value within a sentence or a cell: numbers with commas, text without quotes, all else as Python writes it."""
    if type(value) is int:
        return f"{value:,}"
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, list) or (type(value) is tuple and not _is_shape(value)):
        return ", ".join(map(plain, value)) or "[]"
    if hasattr(value, "_repr_latex_"):  # an expression of sympy
        return escape(str(value).replace("**2", "²").replace("**", "^").replace("*", "·"))
    return escape(repr(value))
