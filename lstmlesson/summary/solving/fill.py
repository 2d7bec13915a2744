"""Shapes that a narrow table has cut off, filled in where the rows around leave one size only.

The row behind sees what this one gives, so its count says how many features that are; and this row's own count must
agree. Layers that hand on what they get take the size from the row before.
"""

from lstmlesson.summary.classes import is_empty
from lstmlesson.summary.judging.shapes import PASSING
from lstmlesson.summary.records import Row, Table
from lstmlesson.summary.solving import infer
from lstmlesson.summary.solving.chain import Feed, feeds, last

# Larger tables stay as they are.
MOST_ROWS = 100


def filled(table: Table) -> Table:
    """The table with the last size of a cut shape where it can only be one, and with the states that were cut off."""
    return _with_states(_with_lasts(table))


def _with_states(table: Table) -> Table:
    """A recurrent layer whose list of shapes was cut gives its states, too: as many numbers as it has units."""
    rows = []
    for row in table.rows:
        cell = getattr(infer.class_of(row.class_name), "cell_class", None)
        first = row.output_shapes[0] if row.output_shapes else ()
        if "shape" in row.cut and cell is not None and last(first) is not None and not table.is_pytorch:
            states = tuple((first[0], last(first)) for _ in cell.states)
            row = row._replace(output_shapes=(first, *states))
        rows.append(row)
    return table._replace(rows=tuple(rows))


def _with_lasts(table: Table) -> Table:
    if table.is_pytorch or len(table.rows) > MOST_ROWS or not any(map(_is_open, table.rows)):
        return table
    for at in range(len(table.rows) - 1, -1, -1):
        if _is_open(table.rows[at]):
            sizes = _sizes(table, at, feeds(table))
            table = _with_size(table, at, next(iter(sizes))) if len(sizes) == 1 else table
    for at, row in enumerate(table.rows):
        features = feeds(table)[at].features if _is_open(row) and row.class_name in PASSING else None
        table = _with_size(table, at, features) if features else table
    return table


def _is_open(row: Row) -> bool:
    return "shape" in row.cut and bool(row.output_shapes) and row.output_shapes[0][-1:] == (...,)


def _with_size(table: Table, at: int, size: int) -> Table:
    """The table with the last size of one row's first shape."""
    row = table.rows[at]
    first = row.output_shapes[0]
    timesteps = (None,) if len(first) == 2 else ()
    shapes = ((*first[:-1], *timesteps, size), *row.output_shapes[1:])
    rows = (*table.rows[:at], row._replace(output_shapes=shapes), *table.rows[at + 1 :])
    return table._replace(rows=rows)


def _sizes(table: Table, at: int, fed: list[Feed]) -> set[int]:
    """What the last size of a row may be: what the row behind can see, and its own count allows."""
    row = table.rows[at]
    behind = _seen_behind(table, at, fed)
    if is_empty(row.class_name) or not row.count:
        return behind
    return {size for size in behind if _allows(_with_size(table, at, size).rows[at], fed[at])}


def _allows(row: Row, feed: Feed) -> bool:
    found = infer.readings(row, feed)
    return any(infer.agrees(one, feed) for one in found)


def _seen_behind(table: Table, at: int, fed: list[Feed]) -> set[int]:
    """The features that the first row behind may see. A row that hands on asks the row behind it, and so on."""
    for number in range(at + 1, len(table.rows)):
        if fed[number].rows[:1] != (at,):
            continue
        follower = table.rows[number]
        size = last(follower.output_shapes[0]) if follower.output_shapes else None
        if follower.class_name in PASSING:
            return {size} if size else _seen_behind(table, number, fed)
        if size is not None:
            return {one.input_features for one in infer.readings(follower, Feed())}
    return set()
