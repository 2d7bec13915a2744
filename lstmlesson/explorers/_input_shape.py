"""Why 48 here and 32 there? Two entries of a shape, read in three ways: only one weight ever changes."""

from typing import Any

from lstmlesson.explorers.live.controls import Whole
from lstmlesson.explorers.live.explorer import Explorer
from lstmlesson.language import label, word
from lstmlesson.law.sizes import Size
from lstmlesson.law.weights import count
from lstmlesson.layers import LSTM
from lstmlesson.views.document import line, table
from lstmlesson.views.pictures.data_cutting import cutting


def input_shape(first: int = 3, second: int = 1, units: int = 2, *, most: int = 12) -> Explorer:
    """The shape (first, second) as Keras reads it, the other way round, and its first entry as the old input_dim.

    >>> input_shape(first=3, second=1, units=2)              # 3 timesteps of 1 feature: 4(1·2 + 2·2 + 2)
    input_shape(first=3, second=1, units=2): 32
    """
    one = Whole("first", first, word("first entry"), highest=most, symbol="first")
    two = Whole("second", second, word("second entry"), highest=most, symbol="second")
    u = Whole("units", units, highest=most)
    readings = {
        "as keras reads it": (f"({one.size:d}, {two.size:d})", two.size),
        "the other way round": (f"({two.size:d}, {one.size:d})", one.size),
        "as input_dim": (f"(None, {one.size:d})", one.size),
    }
    weights = [label(weight.name) for weight in LSTM(2).weights((None, 3))]
    header = [word("reading"), word("shape"), *weights, word("total")]
    lines = [_line(word(name), shape, features, u.size) for name, (shape, features) in readings.items()]
    body = cutting(1, one.size, two.size) + table(header, lines)
    return Explorer("input_shape", [one, two, u], body, LSTM(u.size).count((one.size, two.size)))


def _line(reading: str, shape: str, features: Size, units: Any) -> str:
    """One reading as a line of the table: the numbers of each weight, and of all."""
    weights = LSTM(units).weights((None, features))
    numbers = [f"{weight.size:,}" for weight in weights]
    return line([reading, shape, *numbers, f"<strong>{count(weights):,}</strong>"], right=(2, 3, 4, 5))
