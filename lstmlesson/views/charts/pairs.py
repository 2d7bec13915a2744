"""What was predicted beside what was wanted, number by number: a cross within its ring where both are the same."""

import math
from collections.abc import Iterator
from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.views.charts.paper import MOST_READ_OUT, THICK, WIDTH, Chart, Field, chart, tenths, write
from lstmlesson.views.document import number
from lstmlesson.views.pictures.drawing import INK, path

LEFT, TOP, RIGHT, BOTTOM, HEIGHT = 72, 16, WIDTH - 150, 220, 264
# Marks, by steps from their middle in drawing units.
RING = "m -60 0 a 60 60 0 1 0 120 0 a 60 60 0 1 0 -120 0"
CROSS = "m -45 -45 l 90 90 m 0 -90 l -90 90"


def predicted_and_wanted(predicted: Any, wanted: Any) -> Chart:
    """What was predicted, as crosses, over what was wanted, as rings, one number after the other.

    predicted, wanted: as many numbers each, in any shape.
    Raises: ValueError where they are not as many, or none, or not finite.

    >>> predicted_and_wanted([[0.05, 0.19]], [[0.0, 0.2]])
    Predicted 0.05, wanted 0. Predicted 0.19, wanted 0.2. Farthest apart: 0.05.
    """
    got, goal = list(_flat(predicted)), list(_flat(wanted))
    if len(got) != len(goal) or not got:
        raise ValueError(f"predicted holds {len(got)} numbers and wanted {len(goal)}; expected as many, and some")
    if not all(map(math.isfinite, got + goal)):
        raise ValueError(f"predicted={predicted!r}, wanted={wanted!r}: expected finite numbers")
    low, high = min(got + goal), max(got + goal)
    room = (high - low) / 10 or 1.0
    field = Field(LEFT, TOP, RIGHT, BOTTOM, across=(0.5, len(got) + 0.5), up=(low - room, high + room))
    ends: dict[float, str] = {at: f"{at:,}" for at in sorted({1, len(got)})}
    axes = field.axes(ends, {one: number(one) for one in (min(goal), max(goal))}, word("which number"))
    marks = [_mark(field.x(at), field.y(one), RING) for at, one in enumerate(goal, 1)]
    marks += [_mark(field.x(at), field.y(one), CROSS) for at, one in enumerate(got, 1)]
    keys = _key(0, RING, word("wanted")) + _key(1, CROSS, word("predicted"))
    return chart(HEIGHT, _said(got, goal), axes + "".join(marks) + keys)


def _mark(x: int, y: int, shape: str) -> str:
    return path(x, y, shape, INK, THICK)


def _key(at: int, shape: str, words: str) -> str:
    left, down = RIGHT + 30, TOP + 14 + 26 * at
    return _mark(tenths(left), tenths(down), shape) + write(left + 16, down + 5, words)


def _said(got: list[float], goal: list[float]) -> str:
    pairs = zip(got[:MOST_READ_OUT], goal, strict=False)
    told = [sentence("predicted for", predicted=number(one), wanted=number(other)) for one, other in pairs]
    more = [f"{sentence('and more', number=len(got) - MOST_READ_OUT)}."] if len(got) > MOST_READ_OUT else []
    apart = max(abs(one - other) for one, other in zip(got, goal, strict=True))
    return " ".join([*told, *more, sentence("farthest apart", apart=number(apart))])


def _flat(values: Any) -> Iterator[float]:
    """The numbers of an array, or of lists in lists, in their order."""
    values = values.tolist() if hasattr(values, "tolist") else values
    if isinstance(values, list | tuple):
        for one in values:
            yield from _flat(one)
    else:
        yield float(values)
