"""A layer in its place: its right list of weights, and the sizes around it that a learner may mix up.

A mistake is made from a case. A case whose sizes are numbers gives the wrong number; the same case in letters gives
the wrong formula. Whoever declares the layer again with other sizes asks the layer itself, so nothing is known here
about kernels and gates.
"""

from functools import cache
from typing import Any, NamedTuple

from lstmlesson.law import weights as law
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.polynomials import letter
from lstmlesson.law.sizes import Size, is_number, product
from lstmlesson.law.weights import Weight


class Case(NamedTuple):
    """One layer on one input, with the sizes around it; a size that does not exist here is None.

    before: the features that the layer before saw. half: the features that only one direction before it gives.
    uses: how often a model calls the layer.

    >>> from lstmlesson import LSTM
    >>> case = case_of(LSTM(2), (5, 3))
    >>> case.features, case.units, case.timesteps, case.batch
    (3, 2, 5, None)
    >>> law.formula(case.declared(case.units, case.features))             # features and units swapped
    '4(2·3 + 3·3 + 3) = 72'
    """

    thing: Declaration
    shape: Any
    weights: tuple[Weight, ...]
    features: Size | None = None
    units: Size | None = None
    timesteps: Size | None = None
    batch: Size | None = None
    before: Size | None = None
    half: Size | None = None
    uses: int = 1

    @property
    def count(self) -> Any:
        """The right answer."""
        return law.count(self.weights)

    def declared(self, features: Size | None, units: Size | None) -> list[Weight] | None:
        """The list that the same layer would have with these sizes; None where it has none, or one does not exist."""
        if None in (features, units, self.features, self.units):
            return None
        try:
            return resized(self.thing, features, units).weights(self._shape(features))
        except ValueError:  # some layers cannot have these sizes, as a projection that is larger than its units
            return None

    def changed(self, **arguments: Any) -> list[Weight]:
        """The list that the same layer would have with other arguments, where it was given them."""
        return self.thing.with_arguments(**arguments).weights(self.shape)

    def _shape(self, features: Size | None) -> Any:
        """The input shape with other features; a thing that is given its features by an argument needs none."""
        if self.thing.takes:
            return None
        return self.shape if self.shape is None or features is None else self.thing.input_with(features, self.shape)

    def at(self, features: Size | None, units: Size | None, timesteps: Size | None = None) -> "Case":
        """The same layer in a case with these sizes; a size that is None stays as it is."""
        features = self.features if features is None else features
        units = self.units if units is None else units
        thing, shape = resized(self.thing, features, units), self._shape(features)
        if timesteps is not None and isinstance(shape, tuple) and len(shape) > 1 and is_number(timesteps):
            shape = (timesteps, *shape[1:])
        weights = tuple(thing.weights(shape))
        sizes: dict[str, Any] = {"features": features, "units": units, "timesteps": timesteps or self.timesteps}
        return self._replace(thing=thing, shape=shape, weights=weights, **sizes)

    def in_letters(self) -> "Case":
        """The same case with a letter for each of its sizes; the case itself where the layer cannot have letters."""
        names = {"features": "f", "units": "u", "timesteps": "T", "batch": "B", "before": "g", "half": "h"}
        letters: dict[str, Any] = {
            field: letter(name) for field, name in names.items() if getattr(self, field) is not None
        }
        try:
            twin = self.at(letters.get("features"), letters.get("units"))
        except (TypeError, ValueError):  # a group of features, say, must be a whole part of them
            return self
        return twin._replace(**letters)


def resized(thing: Declaration, features: Size | None, units: Size | None) -> Declaration:
    """The same declaration with other sizes, in the layers within it too; None leaves a size as it is.

    >>> from lstmlesson import Dense, TimeDistributed
    >>> resized(TimeDistributed(Dense(2)), 3, 7)
    TimeDistributed(Dense(7))
    """

    def sizes(layer: Declaration) -> dict[str, Size]:
        new = {layer.takes: features, layer.gives: units}
        return {name: size for name, size in new.items() if name in layer.given and size is not None}

    return thing.replace_all(sizes)


def units_of(thing: Declaration) -> Size | None:
    """The one number of units of a layer, also of the layer inside it; None where it has several, or none."""
    found = set()
    for name, value in thing.values.items():
        several = value if isinstance(value, tuple) else (value,)
        found |= {units_of(one) for one in several if isinstance(one, Declaration)}
        if name == thing.gives:
            found.add(value)
    return found.pop() if len(found) == 1 else None


def case_of(thing: Declaration, input_shape: Any = None, batch: Size | None = None) -> Case:
    """The case of one layer. input_shape as the layer itself takes it, None where it knows its input.

    Raises: what the layer raises for a shape that it cannot have.
    """
    shape = tuple(input_shape) if isinstance(input_shape, list | tuple) else input_shape
    weights = tuple(thing.weights(shape))
    flat = shape if isinstance(shape, tuple) and not any(isinstance(one, list | tuple) for one in shape) else ()
    # Where the features stand in front, a learner's mistakes about the axes are others; none of them is tried.
    features = _told(thing) if thing.takes else flat[-1] if flat and thing.features_axis == -1 else None
    timesteps, in_shape = _time_and_batch(thing, flat)
    return Case(thing, shape, weights, features, units_of(thing), timesteps, batch or in_shape)


def _told(thing: Declaration) -> Size:
    """The features of a thing that is told them by an argument: the last, where that is several."""
    size = thing.values[thing.takes]
    return size[-1] if isinstance(size, tuple | list) else size


def _time_and_batch(thing: Declaration, shape: tuple[Any, ...]) -> tuple[Size | None, Size | None]:
    """The timesteps and the batch that an input shape holds; only PyTorch's shapes hold a batch."""
    if thing.gate_axis == 0:
        turned = shape[1::-1] if thing.values.get("batch_first") else shape[:2]
        return (turned[0], turned[1]) if len(shape) == 3 else (shape[0] if len(shape) == 2 else None, None)
    return (shape[0] if len(shape) > (0 if thing.takes else 1) else None), None


def part_sizes(case: Case, part: str) -> tuple[Size | None, Size | None]:
    """The features that one part of a layer sees, and its units, read off its kernel."""
    for weight in case.weights:
        if weight.part == part and role(weight) == "kernel" and len(weight.shape) > 1:
            last, other = weight.shape[-1], weight.shape[-2]
            return (last, other) if case.thing.gate_axis == 0 else (other, last)
    return None, None


def role(weight: Weight) -> str:
    """What a weight is for, whatever the framework calls it: kernel, recurrent, bias, or its own name."""
    return _role(weight.name)


@cache
def _role(name: str) -> str:
    if name.startswith(("bias", "beta")):
        return "bias"
    if name.startswith(("recurrent_kernel", "weight_hh")):
        return "recurrent"
    return "kernel" if name.startswith(("kernel", "weight_ih", "embeddings")) or name == "weight" else name


def repeated(weights: tuple[Weight, ...], times: Size | None) -> list[Weight] | None:
    """The list with every block so many times."""
    if times is None or not weights:
        return None
    return [weight._replace(shape=(times, *weight.shape)) for weight in weights]


def flattened(case: Case) -> Size | None:
    """How many numbers one sample has after Flatten, where it is a sequence."""
    if case.timesteps is None or case.features is None:
        return None
    return product((case.timesteps, case.features))
