"""Whether a table is whole, or a part of one. A part is explained as far as it goes; its neighbours witness nothing.

What tells it: no heading, a connection to a row that is not there, other lines between the rows, no totals.
"""

import re
from collections.abc import Sequence

from lstmlesson.summary.reading.cleaning.line_breaks import Line
from lstmlesson.summary.records import Table


def with_part(table: Table, unread: Sequence[Line]) -> Table:
    """The table with what is missing of it, by the word that `language` has for it."""
    odd = {line.number for line in unread if any(sign.isdigit() for sign in line)}
    if not table.headed and odd:
        # What stands below a row without the heading may be the rest of its cells.
        rows = [row._replace(guessed=row.guessed or row.line + 1 in odd) for row in table.rows]
        table = table._replace(rows=tuple(rows))
    # A line that begins with digits, right below a row, may be the end of its count.
    ends = {line.number for line in unread if line.lstrip()[:1].isdigit() or line.lstrip()[:1] == ","}
    rows = [row._replace(cut=(*row.cut, "count")) if row.line + 1 in ends else row for row in table.rows]
    table = table._replace(rows=tuple(rows))
    return table._replace(part=_missing(table, unread))


def _missing(table: Table, unread: Sequence[Line]) -> str:
    if not table.rows or table.rows[0].arguments is not None:
        return ""
    names = {row.name for row in table.rows}
    wanted = {re.split(r"\[\d", text)[0].strip("'[") for row in table.rows for text in row.connected_to}
    if any(name and not _is_there(name, names) and not _made(name) for name in wanted):
        return "part: connections"
    first, last = table.rows[0].line, table.rows[-1].line
    if any(first < line.number < last for line in unread):
        return "part: lines between"
    if not table.headed:
        return "part: rows" if table.totals.of_the_model is None else "part: heading"
    return "" if table.totals.of_the_model is not None else "part: totals"


def _is_there(name: str, names: set[str]) -> bool:
    """Whether a row has a name; where a narrow screen has cut either, whether they begin alike."""
    if "…" not in name:
        return name in names
    begins = name.split("…")[0]
    return any(one.startswith(begins) or begins.startswith(one.rstrip("…")) for one in names)


def _made(name: str) -> bool:
    """Keras 1 names an input that it has made and does not show: lstm_input_1."""
    return re.search(r"_input(?:_\d+)?$", name) is not None
