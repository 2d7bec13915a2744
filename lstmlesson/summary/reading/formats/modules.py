"""PyTorch's print(module): names, classes and arguments, indented for what is inside; no counts and no shapes."""

import re
from collections.abc import Sequence

from lstmlesson.summary import classes
from lstmlesson.summary.reading.block import Block, Format
from lstmlesson.summary.reading.cleaning.clean import LONGEST_LINE
from lstmlesson.summary.reading.cleaning.line_breaks import Line
from lstmlesson.summary.records import Row, Table

_CHILD = re.compile(r"(\s*)\(([^()\s]+)\): (?:(\d{1,6}) x )?([A-Za-z_][\w.]*)\((.*)$")
_ROOT = re.compile(r"(\s*)(?:[A-Za-z_]\w* = )?([A-Z]\w*)\((.*)$")
# So many rows are made at most where one line stands for several, as in `(0-11): 12 x`.
MOST_COPIES = 5_000


def is_child(line: str) -> bool:
    """Whether a line is a module inside another, such as `(lstm): LSTM(32, 16)`."""
    return len(line) <= LONGEST_LINE and _CHILD.match(line) is not None


def is_root(line: str, after: str) -> bool:
    """Whether a line begins a printed module: a class whose bracket opens, or a known module by itself."""
    match = _ROOT.match(line) if len(line) <= LONGEST_LINE else None
    if match is None:
        return False
    return (not match[3].strip() and is_child(after)) or (
        match[3].rstrip().endswith(")") and match[2] in classes.declared_modules()
    )


def is_end(line: str) -> bool:
    """Whether a line only closes brackets."""
    return line.strip() == ")"


def rows(lines: Sequence[Line]) -> list[Row]:
    """The rows of one printed module; a name that stands for several, as in `(0-3): 4 x`, gives one row each.

    >>> [row.arguments for row in rows([Line("LSTM(64, 32)", 1)])]
    ['64, 32']
    """
    found: list[Row] = []
    for line in lines:
        match = _CHILD.match(line)
        if match:
            arguments = match[5].rstrip()
            many = min(int(match[3] or 1), MOST_COPIES - len(found)) if match[3] else 1
            depth = len(match[1]) // 2
            found += [
                _row(_name(match[2], number), match[4], arguments, depth, line.number) for number in range(max(many, 1))
            ]
        elif not is_end(line):
            root = _ROOT.match(line)
            if root:
                found.append(_row("", root[2], root[3].rstrip(), 0, line.number))
    return found


def _name(name: str, number: int) -> str:
    first, dash, last = name.partition("-")
    return str(int(first) + number) if dash and first.isdigit() and last.isdigit() else name


def _row(name: str, class_name: str, arguments: str, depth: int, line: int) -> Row:
    inside = arguments[:-1] if arguments.endswith(")") else None
    return Row(name or class_name, class_name, depth=depth, line=line, arguments=inside)


def _table(block: Block) -> tuple[Table, list[Line]]:
    return Table(tuple(rows(block.body)), origin="PyTorch, print(module)", is_pytorch=True), []


MODULES = Format(
    "print(module)",
    lambda line: False,
    lambda line, after: is_root(line, after) or is_child(line),
    _table,
    is_end,
    is_root,
)
