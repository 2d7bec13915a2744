"""What a row's count says about the layer: each declaration that gives it, with the features it must have seen.

The output shape says the units, the count then leaves one number of features for each variant (a bias or none,
reset_after or not). Where the input is known too, only the variants that agree with it remain. `lstmlesson.inverse`
does all of this for any layer; here stands what only a summary knows.
"""

from functools import cache
from typing import Any

from lstmlesson import inverse, layers, pytorch
from lstmlesson.inverse import Known, Reading
from lstmlesson.inverse.variants import holds_numbers, is_around
from lstmlesson.language import sentence, word
from lstmlesson.law.declaration import Declaration
from lstmlesson.layers import Layer
from lstmlesson.summary.classes import RENAMED
from lstmlesson.summary.records import Row
from lstmlesson.summary.solving.chain import Feed
from lstmlesson.summary.solving.printed_modules import declared

# A search is given up after so many readings, the sentence beside them says that there are more; and a divisor is
# searched for up to here, so that no pasted number takes long.
MOST_READINGS, LARGEST_SEARCH = 400, 20_000
# What Keras on a graphics card stores as PyTorch does, and so counts so: an LSTM by itself, or in both directions.
CUDNN = {"CuDNNLSTM": False, "Bidirectional": True}


def readings(
    row: Row, feed: Feed, most: int = MOST_READINGS, is_pytorch: bool = False, thorough: bool = True
) -> list[Reading]:
    """Every declaration of the row's class that gives its count; none where there is no such layer.

    Those that agree with the input come alone, where the input is known and there are any. most: so many at most.
    thorough: where no shape is known, also modules of several layers, and with a projection.

    >>> row = Row("lstm", "LSTM", ((None, 400, 5),), 380)
    >>> [(reading.declaration.use_bias, reading.input_features) for reading in readings(row, Feed())]
    [(True, 13), (False, 14)]
    """
    module = declared(row) if is_pytorch else None
    if module is not None:
        return [Reading(module, inverse.features_of(module), word("reading: as printed"))]
    kind = class_of(row.class_name, is_pytorch)
    if kind is None or row.count is None or row.count < 0:
        return []
    known = _known(row, feed, is_pytorch)
    if row.count == 0:
        return _around_nothing(kind, known)
    found = (
        []
        if row.class_name == "CuDNNLSTM"
        else inverse.readings_of(kind, row.count, known, most, thorough or bool(row.output_shapes), LARGEST_SEARCH)
    )
    if row.class_name in CUDNN and not is_pytorch:
        found += _of_cudnn(row.count, known, CUDNN[row.class_name])
    agreeing = [one for one in found if inverse.agrees(one, known.inputs)]
    return [_moved(one, known) for one in agreeing or found]


@cache
def class_of(name: str, is_pytorch: bool = False) -> Any:
    """Our class of a name that a summary shows, if it holds numbers; None for any other."""
    room: Any = pytorch if is_pytorch else layers
    name = name if is_pytorch else RENAMED.get(name, name)
    kind = getattr(room, name, None) if name in room.__all__ else None
    return kind if isinstance(kind, type) and issubclass(kind, Declaration) and holds_numbers(kind) else None


def usual_layer(class_name: str, units: int | None) -> Layer | None:
    """A layer of Keras with its own defaults and so many units; around a layer, the one that it commonly holds."""
    kind = class_of(class_name)
    if kind is not None and is_around(kind):
        kind = kind.holds[0] if len(kind.holds) == 1 else None
    if kind is None or class_name in CUDNN or units is None or kind.needed not in ((), (kind.gives,)):
        return None
    return kind(*(units for _ in kind.needed))


def agrees(reading: Reading, feed: Feed) -> bool:
    """Whether a reading sees as many features as come in, as far as both are known."""
    first = 1 if isinstance(reading.declaration, Layer) else 0
    return inverse.agrees(reading, [shape[first:] for shape in feed.shapes])


def _known(row: Row, feed: Feed, is_pytorch: bool) -> Known:
    """The shapes of a row; those of Keras without the batch."""
    first = 0 if is_pytorch else 1
    return Known(tuple(shape[first:] for shape in row.output_shapes), tuple(shape[first:] for shape in feed.shapes))


def _around_nothing(kind: type[Declaration], known: Known) -> list[Reading]:
    """A layer around a layer without numbers, whose count is 0; which one it is, its shapes may say."""
    if not is_around(kind) or len(getattr(kind, "holds", ())) != 1:
        return []
    same = known.inputs[:1] == known.outputs[:1]
    inner = layers.Activation("relu") if same else layers.Flatten()
    size = known.inputs[0][-1] if known.inputs and known.inputs[0] else 0
    return [Reading(kind(inner), size if isinstance(size, int) else 0, word("reading: nothing inside"))]


def _of_cudnn(count: int, known: Known, both: bool) -> list[Reading]:
    arguments = {"bias": True, "bidirectional": both}
    found = inverse.readings_of(pytorch.LSTM, count, known._replace(inputs=()), MOST_READINGS, False, LARGEST_SEARCH)
    return [
        one._replace(note=sentence("reading: of CuDNN", note=one.note))
        for one in found
        if known.outputs and all(one.declaration.values[name] == value for name, value in arguments.items())
    ]


def _moved(reading: Reading, known: Known) -> Reading:
    """The reading with its windows moved as the lengths before and after them say; that changes no count."""
    layer = reading.declaration
    if not known.inputs or not known.outputs or _gives(layer, known):
        return reading
    ratios = {
        before // after
        for before, after in zip(known.inputs[0], known.outputs[0], strict=False)
        if isinstance(before, int) and isinstance(after, int) and after
    }
    for strides in (1, *sorted(ratios - {0, 1})):
        for padding in ("valid", "same"):
            other = layer.with_arguments(**{"padding": padding} | ({"strides": strides} if strides > 1 else {}))
            if other != layer and _gives(other, known):
                return reading._replace(declaration=other)
    return reading


def _gives(layer: Any, known: Known) -> bool:
    """Whether a layer with windows gives the shape that comes out; True where that cannot be known."""
    inside = getattr(layer, "layer", layer)
    if "strides" not in inside.defaults:
        return True
    try:
        return layer.output_shape(known.inputs[0]) == known.outputs[0]
    except (TypeError, ValueError):
        return False
