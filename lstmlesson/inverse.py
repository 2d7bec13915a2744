"""From a count back to the sizes. The count of a dense or recurrent layer grows in a straight line with its
features, and its units enter squared at most; so each number of units leaves at most one number of features.

One count fits many layers (a bias or none, reset_after or not, Keras or PyTorch); `readings` lists them all.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from lstmlesson import pytorch
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.sizes import checked, is_number
from lstmlesson.layers import GRU, LSTM, Dense, Layer, SimpleRNN


class Reading(NamedTuple):
    """One way to read a count: the layer that gives it, on so many input features."""

    declaration: Declaration
    input_features: int
    note: str


# What a plain count may stand for. The notes say what tells them apart.
KINDS: list[tuple[type[Declaration], dict[str, Any], str]] = [
    (Dense, {}, "Keras, with bias"),
    (Dense, {"use_bias": False}, "Keras, no bias"),
    (SimpleRNN, {}, "Keras, with bias"),
    (SimpleRNN, {"use_bias": False}, "Keras, no bias"),
    (GRU, {}, "Keras 3 and tf.keras 2: reset_after, two biases"),
    (GRU, {"reset_after": False}, "Keras up to 2.3: reset_after=False, one bias"),
    (GRU, {"use_bias": False}, "Keras, no bias"),
    (LSTM, {}, "Keras, with bias"),
    (LSTM, {"use_bias": False}, "Keras, no bias"),
    (pytorch.RNN, {}, "PyTorch, two biases"),
    (pytorch.GRU, {}, "PyTorch, two biases"),
    (pytorch.LSTM, {}, "PyTorch, two biases"),
]


def pairs(count: int, kind: type[Declaration], **arguments: Any) -> list[tuple[int, int]]:
    """All (features, units) for which a kind of layer has a count, the fewest units first.

    kind: LSTM, GRU, SimpleRNN, Dense, or one of `pytorch`; arguments: those that it takes besides, such as use_bias.
    Raises: TypeError or ValueError for what is no count or no such layer.

    >>> pairs(640, LSTM)                       # 4(f·u + u·u + u) = 640, so u(f + u + 1) = 160
    [(158, 1), (77, 2), (35, 4), (26, 5), (11, 8), (5, 10)]
    """
    count = _whole(count, "count")
    return list(_pairs(count, law(kind, arguments)))


def features(count: int, kind: type[Declaration], units: int, **arguments: Any) -> int | None:
    """The number of input features for which so many units give a count, or None where none does.

    >>> features(380, LSTM, units=5)           # 4(f·5 + 5·5 + 5) = 380, so f = 13
    13
    """
    base, slope = law(kind, arguments)(_whole(units, "units"))
    return _features(_whole(count, "count"), base, slope)


def largest_units(budget: int, kind: type[Declaration], features: int, **arguments: Any) -> int:
    """The largest number of units whose count stays within a budget.

    Raises: ValueError where one unit is too many already.

    >>> largest_units(18_176, LSTM, features=6)                # 4(6·64 + 64·64 + 64) is 18,176 itself
    64
    """
    budget, features = _whole(budget, "budget"), _whole(features, "features")
    line = law(kind, arguments)

    def fits(units: int) -> bool:
        base, slope = line(units)
        return base + slope * (features - 1) <= budget

    if not fits(1):
        base, slope = line(1)
        raise ValueError(
            f"budget={budget}: one unit on {features} features counts {base + slope * (features - 1)} already"
        )
    high = 1
    while fits(high):
        high *= 2
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def readings(count: int, units: int | None = None, input_features: int | None = None) -> list[Reading]:
    """Every layer of `KINDS` that has a count; fewer where the units or the input features are known.

    >>> [(reading.declaration, reading.input_features) for reading in readings(380, units=5) if "LSTM" in repr(reading)]
    [(LSTM(5), 13), (LSTM(5, use_bias=False), 14), (LSTM(12, 5), 12)]
    """
    count = _whole(count, "count")
    found = []
    for kind, arguments, note in KINDS:
        line = law(kind, arguments)
        if units is None:
            fits = list(_pairs(count, line))
        else:
            fits = [(number, units) for number in [_features(count, *line(_whole(units, "units")))] if number]
        found += [
            Reading(_make(kind, arguments, number, of_units), number, note)
            for number, of_units in fits
            if input_features in (None, number)
        ]
    return found


Law = Callable[[int], tuple[int, int]]


def law(kind: type[Declaration], arguments: dict[str, Any], least: int = 1) -> Law:
    """For a number of units: the count on one feature, and by how much each further feature raises it.

    Both are at most quadratic in the units, so three values of each settle them. least: the fewest units there may be.

    >>> law(LSTM, {})(5)                       # 4(1·5 + 5·5 + 5), and 4·5 more for each further feature
    (140, 20)
    """
    kinds = {known for known, _, _ in KINDS}
    if kind not in kinds:
        names = ", ".join(sorted(f"{known.__module__.split('.')[1]}.{known.__name__}" for known in kinds))
        raise TypeError(f"kind={kind!r}: expected one of {names}")
    try:
        return _settled(kind, tuple(arguments.items()), least)  # type: ignore[arg-type]
    except TypeError:  # an argument that cannot be remembered, such as a list
        return _settled.__wrapped__(kind, tuple(arguments.items()), least)


@cache
def _settled(kind: type[Declaration], given: tuple[tuple[str, Any], ...], least: int) -> Law:
    """The law of a kind with these arguments, kept, since a summary asks for it once for each row."""

    def at(number: int, units: int) -> int:
        return _count(_make(kind, dict(given), number, units), number)

    three = (least, least + 1, least + 2)
    base = _quadratic([at(1, units) for units in three], least)
    slope = _quadratic([at(2, units) - at(1, units) for units in three], least)
    return lambda units: (base(units), slope(units))


def _quadratic(values: list[int], least: int) -> Callable[[int], int]:
    """The polynomial through three values in a row, by Newton's forward differences, exact in whole numbers."""
    first, second, third = values
    step, bend = second - first, third - 2 * second + first
    return lambda x: first + step * (x - least) + bend * (x - least) * (x - least - 1) // 2


def _pairs(count: int, line: Law) -> Iterator[tuple[int, int]]:
    units = 1
    base, slope = line(units)
    while base <= count:
        number = _features(count, base, slope)
        if number is not None:
            yield number, units
        units += 1
        base, slope = line(units)


def _features(count: int, base: int, slope: int) -> int | None:
    more, rest = divmod(count - base, slope)
    return more + 1 if rest == 0 and more >= 0 else None


def _make(kind: type[Declaration], arguments: dict[str, Any], features: int, units: int) -> Declaration:
    return kind(units, **arguments) if issubclass(kind, Layer) else kind(features, units, **arguments)


def _count(layer: Declaration, features: int) -> Any:
    if not isinstance(layer, Layer):
        return layer.count()
    return layer.count((features,) if isinstance(layer, Dense) else (None, features))


def _whole(value: Any, field: str) -> int:
    size = checked(value, field)
    if not is_number(size):
        raise TypeError(f"{field}={value!r}: expected one positive whole number")
    return size
