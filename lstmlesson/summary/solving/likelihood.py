"""Which of several readings is the likeliest, and whether the case is decided or open.

The law of this room: an open case says that it is open. A reading is the arithmetic of a row only where it is the one
that is left, or where the rest of the table decides: the sizes that other rows show, or a layer's own defaults.
"""

from collections import Counter
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


def times_shown(table: Table) -> Counter[int | None]:
    """In how many rows each size is the last one of a shape."""
    return Counter(
        size for row in table.rows for size in {last(one) for one in (*row.output_shapes, *row.input_shapes)}
    )


def own_size(table: Table, at: int, times: Counter[int | None]) -> int | None:
    """The size that comes out of a row and out of nothing else but what the row is in: no witness of what goes in."""
    row, depth = table.rows[at], table.rows[at].depth
    own, around = (last(row.output_shapes[0]) if row.output_shapes else None), 1
    for other in reversed(table.rows[:at] if depth else ()):
        if other.depth < depth:
            depth, around = other.depth, around + any(last(shape) == own for shape in other.output_shapes)
            if not depth:
                break
    return own if times[own] <= around else None


def ordered(found: Iterable[Reading], seen: set[int], own: int | None = None) -> tuple[list[Reading], bool]:
    """The readings, likeliest first, and whether the first of them is decided.

    seen: the sizes that the table shows. own: the one among them that only the row itself shows, as what comes out.

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
    if in_keras and len({one.declaration.values.get("units") for one in readings}) < 2:
        return readings, False  # the shape that comes out has settled the units
    scores = {id(one): _witnesses(one, seen, own) for one in readings}
    ranked = sorted(readings, key=lambda one: (not is_usual(one.declaration), -scores[id(one)], _odd(one)))
    best = scores[id(ranked[0])]
    return ranked, best > 1 and [scores[id(one)] for one in usual].count(best) == 1


def _witnesses(reading: Reading, seen: set[int], own: int | None) -> int:
    """How many of a reading's two sizes the table shows elsewhere; what comes out weighs more."""
    values = getattr(reading.declaration.values.get("layer"), "values", reading.declaration.values)
    out = [size for name, size in values.items() if name in ("units", "hidden_size", "out_features", "embedding_dim")]
    both = 2 if values.get("bidirectional") else 1
    gives = any(size * both in seen for size in out if isinstance(size, int) and size > 1 - (both > 1))
    return 2 * gives + (reading.input_features in seen - {own})


def _odd(reading: Reading) -> float:
    """How lopsided a layer is: one unit on 49,661 features is nobody's."""
    values = getattr(reading.declaration.values.get("layer"), "values", reading.declaration.values)
    if isinstance(units := values.get("units"), int):
        pair = (reading.input_features, units)
        return max(pair) / max(min(pair), 1)
    sizes = [size for size in reading.declaration.values.values() if isinstance(size, int) and size > 1]
    lopsided = max([reading.input_features, *sizes]) / max(min([reading.input_features, *sizes]), 1)
    return lopsided + 1_000 * (len(sizes) < 2) + bool(reading.declaration.values.get("bidirectional")) / 10
