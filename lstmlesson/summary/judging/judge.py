"""Whether a row could have a count: by its class, its output shape, and what is known to feed it."""

import itertools
from typing import Any

from lstmlesson.inverse.variants import forms, is_around, is_complete, is_strict
from lstmlesson.layers import Dense
from lstmlesson.summary.classes import EMPTY_MODULES, is_empty
from lstmlesson.summary.judging.numbers import one_digit_away
from lstmlesson.summary.records import Row, Shape, Table
from lstmlesson.summary.solving import infer
from lstmlesson.summary.solving.chain import Feed, last


def holds_nothing(table: Table, row: Row) -> bool:
    """Whether a layer of this class never has numbers."""
    return row.class_name in EMPTY_MODULES if table.is_pytorch else is_empty(row.class_name)


def is_wrapper(row: Row) -> bool:
    """Whether the row is a layer around a layer that a summary does not name."""
    kind = infer.class_of(row.class_name)
    return kind is not None and is_around(kind)


def is_judged(table: Table, row: Row) -> bool:
    """Whether the project knows every count that a layer of this class can have.

    A window may have any sides, and groups and channels stand on other axes, so no layer with one is judged by itself.
    """
    kind = infer.class_of(row.class_name, table.is_pytorch)
    if kind is None or "kernel_size" in (*kind.needed, *kind.defaults):
        return False
    is_open = row.arguments is not None if table.is_pytorch else not row.output_shapes
    return is_complete(kind) and not is_open


def fits(table: Table, row: Row, feed: Feed, count: int) -> bool:
    """Whether a row could have a count, by all that is known of it."""
    if count < 0:
        return False
    if holds_nothing(table, row):
        return count == 0
    other = row._replace(count=count, readings=())
    return any(infer.agrees(one, feed) for one in infer.readings(other, feed, is_pytorch=table.is_pytorch))


def could_be(table: Table, row: Row) -> bool:
    """Whether a layer of this class, with this output, can have this count on any input at all."""
    shape, kind = row.output_shapes[0] if row.output_shapes else (), infer.class_of(row.class_name, table.is_pytorch)
    sizes = [size for size in shape[1:] if isinstance(size, int)]
    if row.readings or kind is None or min(sizes, default=1) < 1 or not _has_axes(kind, shape):
        return True
    if "axis" in kind.defaults:
        # Along whichever axes, and whatever it keeps of each: a multiple of some size.
        return None in shape[1:] or any((row.count or 0) % size == 0 for size in sizes)
    return bool(infer.readings(row, Feed(), is_pytorch=table.is_pytorch))


def _has_axes(kind: Any, shape: Shape) -> bool:
    """Whether a layer of this class can give so many axes, the batch among them."""
    return kind.more_axes or any(len(form.outputs[0]) == len(shape) - 1 for form in forms(kind))


def contradicts(table: Table, row: Row, feed: Feed) -> bool:
    """Whether a count needs other features than those that come in for certain."""
    kind = infer.class_of(row.class_name, table.is_pytorch)
    if not feed.certain or feed.features is None or kind is None or not is_strict(kind):
        return False
    return not any(infer.agrees(one, feed) for one in row.readings)


def is_slip(row: Row, feed: Feed) -> bool:
    """Whether one digit makes of a count the one that the commonest layer has on the features that come in."""
    usual = infer.usual_layer(row.class_name, last(row.output_shapes[0]) if row.output_shapes else None)
    if usual is None or not feed.certain or feed.features is None:
        return False
    if any(infer.agrees(one, feed) for one in row.readings):
        return False
    return one_digit_away(row.count or 0, int(usual.count(usual.input_with(feed.features))))


def may_hold_a_model(row: Row, feed: Feed) -> bool:
    """Whether what is inside a wrapper may be two Dense layers, or one beside a normalisation, and so no slip.

    A normalisation holds one to four numbers for each size that it sees.
    """
    features, units, count = feed.features or 0, last(row.output_shapes[0]) or 0, row.count or 0
    more = count - Dense(units).count((features,))
    return any(_makes(count, features, units, biases) for biases in itertools.product((True, False), repeat=2)) or any(
        more == numbers * size for size in (features, units) for numbers in range(1, 5)
    )


def _makes(count: int, features: int, units: int, biases: tuple[bool, ...]) -> bool:
    """Whether two Dense layers have a count, with any number of units between them. The count grows in equal steps."""
    first, second = biases
    one, two = (
        Dense(between, use_bias=first).count((features,)) + Dense(units, use_bias=second).count((between,))
        for between in (1, 2)
    )
    return count >= one and (count - one) % (two - one) == 0


def is_familiar(row: Row, count: int, sizes: set[int]) -> bool:
    """Whether a count makes the row see a number of features that some shape of the table ends in."""
    found = infer.readings(row._replace(count=count, readings=()), Feed()) if count > 0 else []
    return any(one.input_features in sizes for one in found)
