"""PyTorch Lightning's ModelSummary: `0 | encoder | LSTM | 16.1 K`. Its counts are rounded, so they settle nothing."""

import re

from lstmlesson.summary.reading.block import Block, Format
from lstmlesson.summary.reading.cleaning.line_breaks import Line
from lstmlesson.summary.reading.rounding import rounded
from lstmlesson.summary.records import Row, Table, Totals

_HEAD = re.compile(r"\s*[-|\s]*\|?\s*Name\s*\|\s*Type\s*\|\s*Params\b")
_ROW = re.compile(
    r"\s*\|?\s*(\d{1,4})\s*\|\s*([\w.]+)\s*\|\s*([\w.]+)\s*\|\s*(\d[\d,]*(?:\.\d+)?)\s*([KMBT]?)\s*(?:\||$)(.*)$"
)
_TOTAL = re.compile(r"\s*(\d[\d,]*(?:\.\d+)?)\s*([KMBT]?)\s+(Trainable|Non-trainable|Total) params\s*$")
_BESIDES = re.compile(r"\s*\d[\d.,]*\s+(?:Total estimated|Modules in|Total FLOPs)")


def _is_head(line: str) -> bool:
    return _HEAD.match(line) is not None


def _owns(line: str, after: str) -> bool:
    return any(pattern.match(line) for pattern in (_ROW, _TOTAL, _BESIDES))


def _table(block: Block) -> tuple[Table, list[Line]]:
    rows, unread, totals = [], [], Totals()
    for line in block.body:
        match, total = _ROW.match(line), _TOTAL.match(line)
        if match:
            about = bool(match[5]) or "." in match[4]
            name = match[2]
            rows.append(
                Row(name, match[3], count=rounded(match[4], match[5]), depth=name.count("."), line=line.number,
                    rounded=about)
            )  # fmt: skip
        elif total:
            field = total[3].lower().replace("-", "_")
            totals = totals._replace(**{field: rounded(total[1], total[2])}, rounded=totals.rounded or bool(total[2]))
        elif not _BESIDES.match(line) and re.search(r"\w", line):
            unread.append(line)
    table = Table(tuple(rows), totals, origin="PyTorch Lightning", columns=("layer", "count"), is_pytorch=True)
    return table._replace(judged=False), unread


LIGHTNING = Format("lightning", _is_head, _owns, _table)
