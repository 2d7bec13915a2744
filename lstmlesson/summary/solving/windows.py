"""What a count says about layers with windows, and about those that rescale: Conv1D, ConvLSTM, normalisations."""

from collections.abc import Callable, Iterator
from typing import Any

from lstmlesson import layers
from lstmlesson.inverse import Reading
from lstmlesson.summary.solving.facts import Facts, divisors, returns

BIASES: list[tuple[dict[str, Any], str]] = [({}, "with bias"), ({"use_bias": False}, "no bias")]


def batch_normalization(facts: Facts, name: str) -> Iterator[Reading]:
    size = facts.units
    variants: list[tuple[dict[str, Any], str]] = [
        ({}, "gamma, beta, and the two moving ones that training does not change")
    ]
    variants += [({"scale": False}, "no gamma"), ({"center": False}, "no beta")]
    variants += [({"scale": False, "center": False}, "neither gamma nor beta")]
    for arguments, note in variants:
        if size and layers.BatchNormalization(**arguments).count((size,)) == facts.count:
            yield Reading(layers.BatchNormalization(**arguments), size, note)
    yield from _other_axis(facts, layers.BatchNormalization, 4)


def layer_normalization(facts: Facts, name: str) -> Iterator[Reading]:
    size = facts.units
    variants: list[tuple[dict[str, Any], str]] = [
        ({}, "gamma and beta"),
        ({"center": False}, "gamma alone"),
        ({"scale": False}, "beta alone"),
    ]
    for arguments, note in variants:
        if size and layers.LayerNormalization(**arguments).count((size,)) == facts.count:
            yield Reading(layers.LayerNormalization(**arguments), size, note)
    yield from _other_axis(facts, layers.LayerNormalization, 2)


def _other_axis(facts: Facts, kind: Any, each: int) -> Iterator[Reading]:
    """A normalisation along another axis than the last."""
    shape = facts.outputs[0] if facts.outputs else ()
    for axis, size in enumerate(shape[1:-1], 1):
        if isinstance(size, int) and each * size == facts.count:
            yield Reading(kind(axis=axis), size, f"along axis {axis}")


def conv1d(facts: Facts, name: str) -> Iterator[Reading]:
    filters = facts.units
    if not filters or facts.count < 1:
        return
    for arguments, note in BIASES:
        seen, rest = divmod(facts.count - filters * arguments.get("use_bias", True), filters)
        if rest or seen < 1:
            continue
        known = facts.feed.features
        sizes = [seen // known] if known and seen % known == 0 else [] if known else sorted(divisors(seen))
        for size in sizes:
            layer = layers.Conv1D(filters, size, **_padding(facts, size), **arguments)
            yield Reading(layer, seen // size, f"a window of {size} timesteps, {note}")


def _padding(facts: Facts, size: int) -> dict[str, Any]:
    """How the window moves, as far as the timesteps before and after say it."""
    shapes = facts.feed.shapes
    before = shapes[0][1] if shapes and len(shapes[0]) == 3 else None
    after = facts.outputs[0][1] if len(facts.outputs[0]) == 3 else None
    if not isinstance(before, int) or not isinstance(after, int) or before - size + 1 == after:
        return {}
    if before == after:
        return {"padding": "same"}
    return {"strides": before // after} if after and before // after > 1 else {}


def conv_lstm(kind: Any, rank: int) -> Callable[[Facts, str], Iterator[Reading]]:
    def find(facts: Facts, name: str) -> Iterator[Reading]:
        filters = facts.units
        if not filters or facts.count < 1 or len(facts.outputs[0]) not in (rank + 2, rank + 3):
            return
        given = returns(facts.outputs, axes=rank + 3)
        for arguments, note in BIASES:
            # 4·filters·(window·(features + filters) + 1), the 1 for the bias
            inside, rest = divmod(facts.count, len(layers.LSTMCell.gates) * filters)
            inside -= arguments.get("use_bias", True)
            for size in range(1, 16) if not rest else ():
                window = size**rank
                features = inside // window - filters
                if inside % window == 0 and features > 0:
                    layer = kind(filters, size, **_image_padding(facts, size), **arguments, **given)
                    yield Reading(layer, features, f"a window of {size} along each side, {note}")

    return find


def _image_padding(facts: Facts, size: int) -> dict[str, Any]:
    before = facts.feed.shapes[0][-2] if facts.feed.shapes and len(facts.feed.shapes[0]) > 2 else None
    after = facts.outputs[0][-2]
    return {"padding": "same"} if before == after and size > 1 else {}
