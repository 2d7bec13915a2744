"""Whether a row could have a count: by its class, its output shape, and what is known to feed it."""

from lstmlesson.summary.classes import EMPTY_MODULES, RENAMED, is_empty
from lstmlesson.summary.records import Row, Table
from lstmlesson.summary.solving import infer, modules_infer
from lstmlesson.summary.solving.chain import Feed


def holds_nothing(table: Table, row: Row) -> bool:
    """Whether a layer of this class never has numbers."""
    return row.class_name in EMPTY_MODULES if table.is_pytorch else is_empty(row.class_name)


def is_wrapper(row: Row) -> bool:
    """Whether the row is a layer around a layer that a summary does not name."""
    return row.class_name in infer.OPEN


def is_judged(table: Table, row: Row) -> bool:
    """Whether the project knows every count that a layer of this class can have."""
    if table.is_pytorch:
        return row.class_name in ("Linear", "Embedding", *modules_infer.CELLS) and row.arguments is None
    name = RENAMED.get(row.class_name, row.class_name)
    return name in infer.FAMILIES and not is_wrapper(row) and bool(row.output_shapes)


def fits(table: Table, row: Row, feed: Feed, count: int) -> bool:
    """Whether a row could have a count, by all that is known of it."""
    if count < 0:
        return False
    if holds_nothing(table, row):
        return count == 0
    other = row._replace(count=count, readings=())
    found = modules_infer.readings(other, feed) if table.is_pytorch else infer.readings(other, feed)
    return any(feed.features is None or infer.agrees(one, feed.features) for one in found)


def fits_wrapper(row: Row, feed: Feed) -> bool:
    """Whether a wrapper's count is that of a common layer inside it; True where too little is known to say no.

    Around a whole model a wrapper can have any count, so only sequences of vectors are judged.
    """
    shapes = (*feed.shapes[:1], *row.output_shapes[:1])
    sequence = len(feed.shapes[:1]) == 1 and len(feed.shapes[0]) == 3
    if not feed.certain or feed.features is None or not sequence or any(... in shape for shape in shapes):
        return True
    return any(infer.agrees(one, feed.features) for one in row.readings)


def is_familiar(row: Row, count: int, sizes: set[int]) -> bool:
    """Whether a count makes the row see a number of features that some shape of the table ends in."""
    found = infer.readings(row._replace(count=count, readings=()), Feed()) if count > 0 else []
    return any(one.input_features in sizes for one in found)
