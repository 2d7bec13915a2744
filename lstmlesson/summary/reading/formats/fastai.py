"""fastai's learn.summary(): the output shape in a line of its own, `64 x 8 x 7 x 7`, then a line for each module.

A module without numbers, such as ReLU, has a line with its name alone, and is no row.
"""

import re

from lstmlesson.summary.reading.block import Block, Format
from lstmlesson.summary.reading.cleaning.line_breaks import Line
from lstmlesson.summary.reading.parts_of_a_line import is_rule
from lstmlesson.summary.records import Row, Shape, Table

_NAME = re.compile(r"\s*\w+ \(Input shape: .*\)\s*$")
_HEAD = re.compile(r"\s*Layer \(type\)\s+Output Shape\s+Param #\s+Trainable\s*$")
_SIZES = r"(?:\d+|-1)(?: x (?:\d+|-1))+"
_SHAPE = re.compile(rf"\s*(?:\[?'?({_SIZES})'?,?)")
_ROW = re.compile(r"\s*([A-Z]\w*)\s+(\d[\d,]*|)\s*(True|False|)\s*$")


def _is_head(line: str) -> bool:
    return _NAME.match(line) is not None


def _owns(line: str, after: str) -> bool:
    match = _ROW.match(line)
    return re.fullmatch(rf"\s*{_SIZES}\s*", line) is not None or (match is not None and bool(match[2] and match[3]))


def _goes_on(line: str) -> bool:
    return any(pattern.match(line) for pattern in (_HEAD, _SHAPE, _ROW)) or is_rule(line)


def _table(block: Block) -> tuple[Table, list[Line]]:
    rows, unread = [], []
    shape: tuple[Shape, ...] = ()
    for line in block.body:
        size, match = _SHAPE.match(line), _ROW.match(line)
        if size:
            shape = (tuple(int(one) for one in size[1].split(" x ")),)
        elif match and match[2]:
            count = int(match[2].replace(",", ""))
            rows.append(
                Row(match[1], match[1], shape, count, match[3] == "True" if match[3] else None, line=line.number)
            )
        elif not match and not _HEAD.match(line) and not is_rule(line) and line:
            unread.append(line)
    table = Table(tuple(rows), origin="fastai", columns=("layer", "shape", "count", "trainable"), is_pytorch=True)
    return table._replace(judged=False), unread


FASTAI = Format("fastai", _is_head, _owns, _table, _goes_on)
