"""The lines of one table while they are collected, and what a format is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from lstmlesson.summary.reading.cleaning.line_breaks import Line
from lstmlesson.summary.records import Table, Totals


@dataclass
class Block:
    """One table's lines. name: the model's. given: the input that a text says above its head. below: its totals.
    width: that of its widest rule.
    """

    name: str = ""
    format: "Format | None" = None
    head: Line | None = None
    given: str = ""
    body: list[Line] = field(default_factory=list)
    totals: Totals = field(default_factory=Totals)
    below: list[Line] = field(default_factory=list)
    width: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing was collected yet but perhaps a heading."""
        return not self.body and not any(one is not None for one in self.totals[:4])


class Format(NamedTuple):
    """How a printer writes its tables.

    is_head: whether a line is the heading of such a table. owns: whether a line, with the one after it, can only be a
    line of such a table. goes_on: whether any further line may belong to a table that has begun. is_root: whether it
    begins a table by itself.
    table: the rows of collected lines, and the lines that are none.
    """

    name: str
    is_head: Callable[[str], bool]
    owns: Callable[[str, str], bool]
    table: Callable[[Block], tuple[Table, list[Line]]]
    goes_on: Callable[[str], bool] = lambda line: False
    is_root: Callable[[str, str], bool] = lambda line, after: False
