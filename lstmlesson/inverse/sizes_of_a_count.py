"""From a count back to its sizes, for a layer with features and units: all pairs, the features, the largest units."""

from typing import Any

from lstmlesson import pytorch
from lstmlesson.inverse.forms_in_letters import Form
from lstmlesson.inverse.readings_of_a_count import Known, Reading, readings_of
from lstmlesson.inverse.solver import largest_within, names_in, solutions
from lstmlesson.inverse.variants import form_of, holds_numbers, is_around
from lstmlesson.language import sentence
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.drawn import Records
from lstmlesson.law.polynomials import Polynomial
from lstmlesson.law.sizes import checked, is_number
from lstmlesson.layers import GRU, LSTM, Dense, Layer, SimpleRNN

# The layers of the lessons, which a plain count is read as. Not all layers: `readings_of` reads any other.
OF_THE_LESSONS: tuple[type[Declaration], ...] = (Dense, SimpleRNN, GRU, LSTM, pytorch.RNN, pytorch.GRU, pytorch.LSTM)


def pairs(count: int, kind: type[Declaration], **arguments: Any) -> list[tuple[int, int]]:
    """All (features, units) for which a kind of layer has a count, the fewest units first.

    kind: LSTM, GRU, SimpleRNN, Dense, one of `pytorch`, or any other layer that has these two sizes, called filters
    or output_dim perhaps; arguments: those that it takes besides, such as use_bias.
    Raises: TypeError or ValueError for what is no count or no such layer.

    >>> pairs(640, LSTM)                       # 4(f·u + u·u + u) = 640, so u(f + u + 1) = 160
    [(158, 1), (77, 2), (35, 4), (26, 5), (11, 8), (5, 10)]
    """
    form, features, units = _two_sizes(kind, arguments)
    found = solutions([(form.count, _whole(count, "count"))], count, units)
    return sorted(((sizes[features], sizes[units]) for sizes in found), key=lambda pair: pair[1])


def features(count: int, kind: type[Declaration], units: int, **arguments: Any) -> int | None:
    """The number of input features for which so many units give a count, or None where none does.

    >>> features(380, LSTM, units=5)           # 4(f·5 + 5·5 + 5) = 380, so f = 13
    13
    """
    form, name, of_units = _two_sizes(kind, arguments)
    equation = (form.count.at(**{of_units: _whole(units, "units")}), _whole(count, "count"))
    return next((sizes[name] for sizes in solutions([equation])), None)


def largest_units(budget: int, kind: type[Declaration], features: int, **arguments: Any) -> int:
    """The largest number of units whose count stays within a budget.

    Raises: ValueError where one unit is too many already.

    >>> largest_units(18_176, LSTM, features=6)                # 4(6·64 + 64·64 + 64) is 18,176 itself
    64
    """
    budget, features = _whole(budget, "budget"), _whole(features, "features")
    form, name, units = _two_sizes(kind, arguments)
    of_units = form.count.at(**{name: features})
    if of_units(**{units: 1}) > budget:
        raise ValueError(f"budget={budget}: one unit on {features} features counts {of_units(**{units: 1})} already")
    return largest_within(of_units, budget, units)


def readings(count: int, units: int | None = None, input_features: int | None = None) -> list[Reading]:
    """Every layer of the lessons that has a count; fewer where the units or the input features are known.

    PyTorch's modules without a bias are left out: they count as Keras' do.

    >>> [(reading.declaration, reading.input_features) for reading in readings(380, units=5) if "LSTM" in repr(reading)]
    [(LSTM(5), 13), (LSTM(5, use_bias=False), 14), (LSTM(12, 5), 12)]
    """
    count = _whole(count, "count")
    known = Known() if units is None else Known(outputs=((_whole(units, "units"),),))
    found = [reading for kind in OF_THE_LESSONS for reading in readings_of(kind, count, known, count, False, count)]
    return Records(
        reading._replace(note=_in_framework(reading))
        for reading in found
        if input_features in (None, reading.input_features) and _is_of_the_lessons(reading.declaration)
    )


def _is_of_the_lessons(layer: Declaration) -> bool:
    return not {"bias", "bidirectional"} & set(layer.given)


def _in_framework(reading: Reading) -> str:
    framework = "reading in Keras" if isinstance(reading.declaration, Layer) else "reading in PyTorch"
    return sentence(framework, note=reading.note)


def _two_sizes(kind: type[Declaration], arguments: dict[str, Any]) -> tuple[Form, str, str]:
    """The one form of a layer with these arguments, and the letters of its features and of its units."""
    is_layer = isinstance(kind, type) and issubclass(kind, Declaration) and holds_numbers(kind) and not is_around(kind)
    form = form_of(kind, arguments) if is_layer else None
    letters = set() if form is None else names_in(form.count)
    if form is None or not isinstance(form.features, Polynomial) or len(letters) != 2 or kind.gives not in letters:
        if is_layer:
            kind(**dict.fromkeys(kind.needed, 1) | arguments)  # what the layer itself refuses, it says better
        raise TypeError(
            f"kind={kind!r}: expected a layer whose count depends on its features and units, such as layers.LSTM or "
            "pytorch.LSTM; further sizes that it needs are given by name"
        )
    (features,) = letters - {kind.gives}
    return form, features, kind.gives


def _whole(value: Any, field: str) -> int:
    size = checked(value, field)
    if not is_number(size):
        raise TypeError(f"{field}={value!r}: expected one positive whole number")
    return size
