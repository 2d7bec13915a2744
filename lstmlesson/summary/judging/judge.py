"""Whether a row could have a count: by its class, its output shape, and what is known to feed it."""

from lstmlesson.inverse import Reading
from lstmlesson.layers import Dense, LSTMCell
from lstmlesson.summary.classes import EMPTY_MODULES, RENAMED, is_empty
from lstmlesson.summary.judging.numbers import one_digit_away
from lstmlesson.summary.records import Row, Table
from lstmlesson.summary.solving import infer, modules_infer
from lstmlesson.summary.solving.chain import Feed, last


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


def could_be(table: Table, row: Row) -> bool:
    """Whether a layer of this class, with this output, can have this count on any input at all."""
    if row.readings:
        return True
    shape = row.output_shapes[0] if row.output_shapes else ()
    sizes = [size for size in shape[1:] if isinstance(size, int)]
    if "Normalization" in row.class_name:
        # Along whichever axes, and whatever it keeps of each: a multiple of some size.
        return None in shape[1:] or any(size > 0 and (row.count or 0) % size == 0 for size in sizes)
    filters = last(shape) or 1
    if row.class_name.startswith("ConvLSTM"):
        # Its window may have any sides.
        return (row.count or 0) % (len(LSTMCell.gates) * filters) == 0 or len(shape) not in RANKS[row.class_name]
    if row.class_name == "Conv1D":
        return (row.count or 0) % filters == 0
    return min(sizes, default=1) < 1 or bool(_anywhere(table, row))


# How many axes the outputs of these layers may have, the batch among them.
RANKS = {"ConvLSTM1D": (3, 4), "ConvLSTM2D": (4, 5), "ConvLSTM3D": (5, 6)}
# Layers whose count leaves, with their units, one number of features, whatever else they were told.
STRICT = ("Dense", "LSTM", "GRU", "SimpleRNN", "Linear", "LSTMCell", "GRUCell", "RNNCell", "CuDNNLSTM", "CuDNNGRU")


def _anywhere(table: Table, row: Row) -> list[Reading]:
    find = modules_infer.readings if table.is_pytorch else infer.readings
    return find(row._replace(readings=()), Feed())


def contradicts(row: Row, feed: Feed) -> bool:
    """Whether a count needs other features than those that come in for certain."""
    if not feed.certain or feed.features is None or row.class_name not in STRICT:
        return False
    return not any(infer.agrees(one, feed.features) for one in row.readings)


def is_slip(row: Row, feed: Feed) -> bool:
    """Whether one digit makes of a count the one that the commonest layer has on the features that come in."""
    kind = {kind.__name__: kind for kind in infer.VARIANTS}.get("Dense" if is_wrapper(row) else row.class_name)
    units = last(row.output_shapes[0]) if row.output_shapes else None
    if kind is None or not feed.certain or feed.features is None or units is None or row.class_name == "Bidirectional":
        return False
    if any(infer.agrees(one, feed.features) for one in row.readings):
        return False
    shape = (feed.features,) if kind is Dense else (None, feed.features)
    return one_digit_away(row.count or 0, int(kind(units).count(shape)))


def is_familiar(row: Row, count: int, sizes: set[int]) -> bool:
    """Whether a count makes the row see a number of features that some shape of the table ends in."""
    found = infer.readings(row._replace(count=count, readings=()), Feed()) if count > 0 else []
    return any(one.input_features in sizes for one in found)
