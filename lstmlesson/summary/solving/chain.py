"""What feeds each row: the rows named under "Connected to", or the row before it.

The row before feeds a row for certain only in a chain. A model that was written as a class of its own prints its
layers in the order in which they were made, so there it is a guess; see `is_chain`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lstmlesson import layers
from lstmlesson.summary.classes import CONTAINERS
from lstmlesson.summary.records import Row, Shape, Table

_CALL = re.compile(r"^([^\[\]…]*)(?:\[(\d{1,9})\]\[(\d{1,9})\]|\[\d*\]?(?:\[\d*)?|)(…?)$")
# How far a name that was cut is looked for; tables that cut names are small.
MOST_NAMESAKES = 300
# Layers that join several tensors: where one of them is, the rows are no chain. Merge is the name of Keras 1.
JOINING = {"Merge"} | {name for name in layers.__all__ if getattr(getattr(layers, name), "takes_several", None) is True}


class Feed(NamedTuple):
    """The shapes that go into a row, the batch in front; certain: whether the text says so, or it is a guess."""

    shapes: tuple[Shape, ...] = ()
    certain: bool = False
    rows: tuple[int, ...] = ()

    @property
    def features(self) -> int | None:
        """The last size of the first tensor, where it is known."""
        return last(self.shapes[0]) if self.shapes else None


def last(shape: Shape) -> int | None:
    """The last size of a shape; None where it is open, was cut off, or can be no size at all, such as 0."""
    return shape[-1] if shape and isinstance(shape[-1], int) and shape[-1] > 0 else None


def is_chain(table: Table) -> bool:
    """Whether each row is fed by the row before it, as far as the table shows."""
    inputs = [at for at, row in enumerate(table.rows) if row.class_name == "InputLayer" and row.depth == 0]
    if "connected" in table.columns or "…" in table.columns or table.is_pytorch or inputs not in ([], [0]):
        return False
    if any(row.class_name in JOINING or not row.output_shapes for row in table.rows):
        return False
    automatic = re.match(r"(?:sequential|functional|model)(?:_\d+)?$", table.name)
    return bool(inputs or automatic) or not table.name


def feeds(table: Table) -> list[Feed]:
    """What feeds each row of a table."""
    chain, rows = is_chain(table), table.rows
    connected = any(row.connected_to for row in rows)
    origins = _Origins(rows)
    found: list[Feed] = []
    # For each depth the last row that stands there, and that no shallower row has closed.
    latest: list[int] = []
    for at, row in enumerate(rows):
        while latest and rows[latest[-1]].depth > row.depth:
            latest.pop()
        if row.input_shapes:
            found.append(Feed(row.input_shapes, True))
        elif row.class_name == "InputLayer":
            found.append(Feed())
        elif row.connected_to:
            found.append(_named(rows, at, origins))
        elif (row.depth == 0 and connected) or not latest:
            found.append(Feed())
        else:
            found.append(_before(rows, row.depth, latest[-1], chain, found))
        if latest and rows[latest[-1]].depth == row.depth:
            latest.pop()
        latest.append(at)
        origins.met(at)
    return found


def _before(rows: Sequence[Row], depth: int, number: int, chain: bool, found: Sequence[Feed]) -> Feed:
    """The row before, at the same depth; for the first row inside a model, what feeds that model."""
    row = rows[number]
    if row.depth < depth:
        inside_chain = row.class_name in CONTAINERS
        return found[number]._replace(certain=found[number].certain and inside_chain and chain)
    return Feed(row.output_shapes, chain and len(row.output_shapes) == 1, (number,))


class _Origins:
    """The rows met so far by their names, and by what their names begin with."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.by_name: dict[str, list[int]] = {}
        self.later: dict[str, int] = {row.name: at for at, row in reversed(list(enumerate(rows)))}

    def met(self, at: int) -> None:
        self.by_name.setdefault(self.rows[at].name, []).append(at)

    def find(self, at: int, name: str, cut: bool) -> int | None:
        """The row with a name: the nearest before, at the same depth if there is one. A cut name must fit one only."""
        whole = self.by_name.get(name, [])[-MOST_NAMESAKES:]
        if whole and not cut:
            same_depth = [number for number in whole if self.rows[number].depth == self.rows[at].depth]
            return (same_depth or whole)[-1]
        if name in self.later and not cut:
            return self.later[name]
        near = range(max(at - MOST_NAMESAKES, 0), at)
        fits = [number for number in near if name and self.rows[number].name.rstrip("…").startswith(name)]
        return fits[0] if len(fits) == 1 and len(self.rows) <= MOST_NAMESAKES else None


def _named(rows: Sequence[Row], at: int, every: _Origins) -> Feed:
    """What the names under "Connected to" stand for."""
    shapes: list[Shape] = []
    origins: list[int] = []
    for text in rows[at].connected_to:
        match = _CALL.match(text)
        origin = every.find(at, match[1], bool(match[4])) if match else None
        if match is None or origin is None or origin == at:
            return Feed(tuple(shapes), False, tuple(origins))
        outputs = rows[origin].output_shapes
        tensor = int(match[3] or 0)
        if tensor >= len(outputs):
            return Feed(tuple(shapes), False, tuple(origins))
        shapes.append(outputs[tensor])
        origins.append(origin)
    return Feed(tuple(shapes), True, tuple(origins))


def children(rows: Sequence[Row]) -> dict[int, list[int]]:
    """For each row that has any: the rows one step deeper that belong to it."""
    found: dict[int, list[int]] = {}
    above: list[int] = []
    for at, row in enumerate(rows):
        while above and rows[above[-1]].depth >= row.depth:
            above.pop()
        if above and rows[above[-1]].depth == row.depth - 1:
            found.setdefault(above[-1], []).append(at)
        above.append(at)
    return found
