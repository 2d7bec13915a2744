"""One form of a layer, with letters in the place of its sizes: its count, its input and its output are polynomials."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from lstmlesson.inverse.solver import names_in
from lstmlesson.law import weights as law
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.polynomials import Polynomial, as_polynomial, letter
from lstmlesson.law.weights import Weight


class Form(NamedTuple):
    """One variant of a layer, in letters, on the shortest input that it takes.

    said: what is said of its arguments, by name.
    """

    layer: Declaration
    inputs: tuple[tuple[Any, ...], ...]
    outputs: tuple[tuple[Any, ...], ...]
    weights: tuple[Weight, ...]
    count: Polynomial  # type: ignore[assignment]
    said: tuple[str, ...] = ()

    @property
    def features(self) -> Any:
        """The size that is read as the features: what comes in or, in a table, the number of its rows."""
        if self.layer.takes or not self.inputs:
            return features_of(self.layer)
        return self.inputs[0][self.layer.features_axis]

    def at(self, sizes: dict[str, int]) -> Declaration:
        """The layer with numbers in place of its letters; a letter on which no count depends is 1."""

        def number(value: Any) -> Any:
            if isinstance(value, tuple) and any(isinstance(one, Polynomial) for one in value):
                return tuple(map(number, value))
            return value(**(dict.fromkeys(names_in(value), 1) | sizes)) if isinstance(value, Polynomial) else value

        def changes(layer: Declaration) -> dict[str, Any]:
            found = {name: number(layer.values[name]) for name in layer.given}
            return {name: value for name, value in found.items() if value is not layer.values[name]}

        return self.layer.replace_all(changes)


def declared_form(kind: type[Declaration], arguments: dict[str, Any], rank: int | None) -> Form | None:
    """A layer in letters; None where these arguments do not go together, or no letter can stand there."""
    try:
        layer = kind(**arguments)
    except (TypeError, ValueError):
        return None
    return next(filter(None, (_on(layer, shape) for shape in _inputs(layer, rank))), None)


def _on(layer: Declaration, inputs: Any) -> Form | None:
    """The form of a layer on an input; None where it cannot have that."""
    try:
        weights = tuple(layer.weights(inputs))
        count = as_polynomial(0) + law.count(weights)
        outputs = () if inputs is None else _shapes(layer.output_shape(inputs))  # type: ignore[attr-defined]
    except (TypeError, ValueError, IndexError):
        return None
    return Form(layer, () if inputs is None else _shapes(inputs), outputs, weights, count)


def _inputs(layer: Declaration, rank: int | None) -> Iterator[Any]:
    """Inputs with a letter for the features, the likeliest first: so many axes as are known, or as few as it takes.

    Where the features are parted into groups, the letter is for the features of one group. The last is none at all,
    which is enough for what was told its features by an argument.
    """
    size = features_of(layer) if layer.takes else letter("features") * layer.values.get("groups", 1)
    shape = layer.input_with(size)
    if rank is not None and layer.more_axes and isinstance(shape, tuple) and rank > len(shape):
        yield layer.input_with(size, (None,) * rank)
    yield shape
    if layer.takes:
        yield None


def _shapes(shapes: Any) -> tuple[tuple[Any, ...], ...]:
    """One shape, or several that may lie in each other, as a row of shapes."""
    if all(not isinstance(one, list | tuple) for one in shapes):
        return (tuple(shapes),)
    return tuple(shape for one in shapes for shape in _shapes(one))


def features_of(layer: Declaration) -> Any:
    """How many features a layer was told by an argument, the last number where that is a tuple; None if it was not."""
    told = layer.values.get(layer.takes)
    return told[-1] if isinstance(told, tuple | list) else told
