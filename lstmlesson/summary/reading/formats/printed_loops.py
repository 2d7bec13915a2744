"""What a loop over the layers prints, `lstm LSTM (None, 64) 18176` or a name and a count alone, and R's modules.

Anybody prints in a way of their own, so these lines are explained and never judged; one alone may well be prose.
"""

import re

from lstmlesson.models.layer_names import snake_case
from lstmlesson.summary.classes import KERAS, MODULES, complete
from lstmlesson.summary.reading import cells
from lstmlesson.summary.reading.block import Block, Format
from lstmlesson.summary.reading.cleaning.line_breaks import Line
from lstmlesson.summary.records import Row, Table

_ROW = re.compile(
    r"\s*(?:[•*-]\s*|\d{1,4}[.:)]?\s+)?(?P<name>[a-z_][\w./-]{0,60})[,:|]?\s+"
    r"(?:(?:<class '[\w.]{0,100}\.(?P<long>\w+)'>|<nn_(?P<r>\w+)>|(?P<plain>[A-Z]\w{1,40}))[,:|]?\s+)?"
    r"(?P<shape>[\[(][\w\s,]{0,60}[\])][,:|]?\s+)?#?(?P<count>\d{1,3}(?:,\d{3})+|\d{1,18})(?: param(?:eter)?s)?\s*$"
)
_OF_R = {name.lower(): name for name in MODULES}
_BESIDES = re.compile(r"\s*(?:An `nn_module` containing|── \w+ ─)")


def _class(match: "re.Match[str]") -> str:
    """The class of a line, as it is written, or as its layer is called; "" where nothing says it."""
    written = match["long"] or match["plain"]
    if match["r"]:
        return _OF_R.get(match["r"].replace("_", ""), "")
    if written:
        return written if written in (*KERAS, *MODULES) else ""
    name = re.sub(r"[\d_]+$", "", match["name"])
    found = complete("", name, match["count"] != "0")
    return found if name in (snake_case(found), found.lower()) else ""


def _is_row(line: str) -> bool:
    match = _ROW.match(line) if len(line) < 300 else None
    return match is not None and _class(match) != ""


def _table(block: Block) -> tuple[Table, list[Line]]:
    rows, unread = [], []
    for line in block.body:
        match = _ROW.match(line)
        if match is None or not _is_row(line):
            unread.append(line)
            continue
        count = int(match["count"].replace(",", ""))
        shapes = cells.shapes(match["shape"] or "").shapes
        is_guess = not (match["long"] or match["plain"] or match["r"])
        rows.append(Row(match["name"], _class(match), shapes, count, line=line.number, guessed=is_guess))
    of_pytorch = any("<nn_" in line for line in block.body) or not all(row.class_name in KERAS for row in rows)
    columns = ("layer", "shape", "count") if any(row.output_shapes for row in rows) else ("layer", "count")
    return Table(tuple(rows), columns=columns, is_pytorch=of_pytorch, judged=False), unread


PRINTED_LOOPS = Format(
    "printed loop",
    lambda line: False,
    lambda line, after: _BESIDES.match(line) is not None or (_is_row(line) and _is_row(after)),
    _table,
    _is_row,
)
