"""DL4J's summary: `layer0 (DenseLayer) 784,1000 785000 W:{784,1000}, b:{1,1000}`. Read as rows, and not judged."""

import re

from lstmlesson.summary.reading.block import Block, Format
from lstmlesson.summary.reading.cleaning.line_breaks import Line
from lstmlesson.summary.records import Row, Shape, Table

_HEAD = re.compile(r"\s*(?:Layer|Vertex)Name \((?:Layer|Vertex)Type\)")
_ROW = re.compile(
    r"\s*(?P<name>\S[^()]{0,80}?) \((?P<kind>\w+)\)\s+(?P<sizes>\d+,\s?\d+|-,\s?-|-)\s+"
    r"(?P<count>\d[\d,]*|-|0)\s+(?P<rest>.*)$"
)


def _is_head(line: str) -> bool:
    return _HEAD.match(line) is not None


def _owns(line: str, after: str) -> bool:
    match = _ROW.match(line)
    return match is not None and (match["rest"].startswith(("W", "-", "{", "RW", "gamma")) or match["sizes"] == "-,-")


def _table(block: Block) -> tuple[Table, list[Line]]:
    rows, unread = [], []
    for line in block.body:
        match = _ROW.match(line)
        if match:
            count = match["count"].replace(",", "")
            first, _, last = match["sizes"].replace(" ", "").partition(",")
            inputs: tuple[Shape, ...] = ((None, int(first)),) if first.isdigit() else ()
            outputs: tuple[Shape, ...] = ((None, int(last)),) if last.isdigit() else ()
            rows.append(
                Row(
                    match["name"].strip(), match["kind"], outputs, int(count) if count.isdigit() else 0,
                    input_shapes=inputs, line=line.number,
                )
            )  # fmt: skip
        elif re.search(r"\w", line):
            unread.append(line)
    return Table(tuple(rows), origin="Deeplearning4j", columns=("layer", "shape", "count"), judged=False), unread


DEEPLEARNING4J = Format("deeplearning4j", _is_head, _owns, _table, goes_on=lambda line: _ROW.match(line) is not None)
