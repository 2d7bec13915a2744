"""Which of several readings is the likeliest, and whether the case is decided or open.

The law of this room: an open case says that it is open. A reading is the arithmetic of a row only where it is the one
that is left, or where the rest of the table decides: the sizes that other rows show, or a layer's own defaults.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from lstmlesson.inverse import Reading
from lstmlesson.layers import Layer
from lstmlesson.summary.records import Table
from lstmlesson.summary.solving import infer
from lstmlesson.summary.solving.chain import Feed, last

# What few people set; with any other value than its own a layer is not the usual one.
UNUSUAL = ("use_bias", "bias", "reset_after", "center", "scale", "axis", "merge_mode", "proj_size", "groups")


def is_usual(declaration: Any) -> bool:
    """Whether a layer has its own defaults in all that few people change, and so has the layer inside it."""
    inner = next((declaration.values[name] for name in ("layer", "cell") if declaration.values.get(name)), None)
    own = all(declaration.values[name] == value for name, value in declaration.defaults.items() if name in UNUSUAL)
    return own and (not hasattr(inner, "values") or is_usual(inner))


def sizes_seen(table: Table, fed: Sequence[Feed]) -> set[int]:
    """The sizes that a table shows: what comes out of its rows and goes in, and what its narrow dense rows must see."""
    shapes = [shape for row in table.rows for shape in (*row.output_shapes, *row.input_shapes)]
    shown = {size for shape in shapes if (size := last(shape)) is not None}
    for row, feed in zip(table.rows, fed, strict=True):
        if row.class_name == "Linear" and not row.output_shapes and row.count:
            found = infer.readings(row, feed, is_pytorch=True)
            usual = [one for one in found if is_usual(one.declaration)]
            # The last layer of a network gives few numbers, often one.
            shown |= {one.input_features for one in usual[-1:] + usual[:1]}
    return shown


def ordered(found: Iterable[Reading], seen: set[int]) -> tuple[list[Reading], bool]:
    """The readings, likeliest first, and whether the first of them is decided.

    seen: the sizes that the table shows elsewhere.

    >>> from lstmlesson import pytorch
    >>> from lstmlesson.inverse import Reading
    >>> two = [Reading(pytorch.LSTM(893, 1), 893, ""), Reading(pytorch.LSTM(38, 16), 38, "")]
    >>> ordered(two, {16})[0][0].declaration, ordered(two, set())[1]
    (LSTM(38, 16), False)
    """
    readings = list(found)
    in_keras = any(isinstance(one.declaration, Layer) for one in readings)
    # In a table of Keras a module of PyTorch is what cuDNN's layers count as; they are rare.
    usual = [one for one in readings if is_usual(one.declaration) and isinstance(one.declaration, Layer) == in_keras]
    if len(readings) < 2 or len(usual) == 1:
        rest = [one for one in readings if one not in usual]
        return usual + rest, True
    if in_keras:
        return readings, False
    scores = {id(one): _witnesses(one, seen) for one in readings}
    ranked = sorted(readings, key=lambda one: (not is_usual(one.declaration), -scores[id(one)], _odd(one)))
    best = scores[id(ranked[0])]
    return ranked, best > 1 and [scores[id(one)] for one in usual].count(best) == 1


def _witnesses(reading: Reading, seen: set[int]) -> int:
    """How many of a reading's two sizes the table shows elsewhere; what comes out weighs more."""
    values = getattr(reading.declaration.values.get("layer"), "values", reading.declaration.values)
    out = [size for name, size in values.items() if name in ("units", "hidden_size", "out_features", "embedding_dim")]
    both = 2 if values.get("bidirectional") else 1
    gives = any(size * both in seen for size in out if isinstance(size, int) and size > 1 - (both > 1))
    return 2 * gives + (reading.input_features in seen)


def _odd(reading: Reading) -> float:
    """How lopsided a layer is: one unit on 49,661 features is nobody's."""
    sizes = [size for size in reading.declaration.values.values() if isinstance(size, int) and size > 1]
    return max([reading.input_features, *sizes]) / max(min([reading.input_features, *sizes]), 1) + 1_000 * (
        len(sizes) < 2
    )
