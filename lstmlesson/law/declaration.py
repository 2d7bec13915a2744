"""What every layer is: a frozen record of its arguments that can list its weights.

From the list of weights the count, the formula and the stored arrays follow, here, for all layers; and the same layer
with other arguments, which a frozen record has in place of an assignment.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, ClassVar, Self

from lstmlesson.law import weights as law
from lstmlesson.law.arguments import Arguments
from lstmlesson.law.drawn import Records
from lstmlesson.law.sizes import Count, Size
from lstmlesson.law.weights import Array, Weight


class Declaration(Arguments):
    """A layer as it is written down: frozen, compared by its arguments, read by everything else."""

    # The argument by which a layer is told how many features come in, where it is told; and the one by which it is told
    # how many come out.
    takes: ClassVar[str] = ""
    gives: ClassVar[str] = "units"
    # The axis in which this framework lays the blocks of the gates side by side.
    gate_axis: ClassVar[int] = -1

    # The same layer, changed.

    def replace(self, **changes: Any) -> Self:
        """The same declaration with some of its arguments changed.

        Raises: what the class itself raises for an argument that it does not have or a value that it refuses.

        >>> from lstmlesson import LSTM
        >>> LSTM(2, use_bias=False).replace(units=5)
        LSTM(5, use_bias=False)
        """
        return type(self)(**{name: self.values[name] for name in self.given} | changes)

    def replace_all(self, changes: Callable[["Declaration"], Mapping[str, Any]]) -> Self:
        """The same declaration with what `changes` says of it, and of each layer inside it.

        changes: takes a declaration, and returns the arguments of that one that become others.
        """
        inside = {name: _replaced(self.values[name], changes) for name in self.given}
        return self.replace(**(inside | dict(changes(self))))

    def with_arguments(self, **arguments: Any) -> Self:
        """The same declaration with other arguments, wherever it or a layer inside it has them.

        >>> from lstmlesson import Bidirectional, LSTM
        >>> Bidirectional(LSTM(2)).with_arguments(use_bias=False)
        Bidirectional(LSTM(2, use_bias=False))
        """
        return self.replace_all(
            lambda layer: {name: value for name, value in arguments.items() if name in layer.defaults}
        )

    def with_sizes(self, change: Callable[[str, Size], Size]) -> Self:
        """The same declaration with each of its sizes changed, in the layers inside it too.

        change: takes the name of an argument and its size, and returns the size that takes its place.

        >>> from lstmlesson import Bidirectional, LSTM
        >>> Bidirectional(LSTM(2, return_sequences=True)).with_sizes(lambda name, size: 10 * size)
        Bidirectional(LSTM(20, return_sequences=True))
        """
        return self.replace_all(
            lambda layer: {
                name: _resized(name, layer.values[name], change) for name in layer.given if layer.is_size(name)
            }
        )

    @classmethod
    @cache
    def is_size(cls, name: str) -> bool:
        """Whether an argument is a size: whether its check lets in a letter, and not just anything.

        >>> from lstmlesson import LSTM
        >>> LSTM.is_size("units"), LSTM.is_size("dropout")
        (True, False)
        """
        return _lets_in(cls.checks.get(name), name, _AnySize()) and not _lets_in(cls.checks.get(name), name, object())

    # The axes of its input.

    # The names of the axes that an input has at least, in order.
    axes: ClassVar[tuple[str, ...]] = ()
    # Whether it may have more of them in front.
    more_axes: ClassVar[bool] = True

    @property
    def features_axis(self) -> int:
        """The axis of the input in which the features stand."""
        return -1

    def input_with(self, features: Size | None, like: Any = None) -> Any:
        """An input shape with so many features: the shortest that the layer takes, its other axes left open.

        like: a shape whose other axes are kept.

        >>> from lstmlesson import Dense, LSTM
        >>> LSTM(2).input_with(3), Dense(2).input_with(3), LSTM(2).input_with(3, like=(10, 7))
        ((None, 3), (3,), (10, 3))
        """
        shape = [None] * max(len(self.axes), 1) if like is None else list(like)
        shape[self.features_axis] = features
        return tuple(shape)

    # What follows from the list of weights. A shape is needed only by those that do not know their input.

    def weights(self, input_shape: Any = None) -> list[Weight]:
        """The list of weights, in the order in which the framework keeps them."""
        raise NotImplementedError

    def count(self, input_shape: Any = None) -> Count:
        """How many numbers the layer holds, trained or not."""
        return law.count(self.weights(input_shape))

    def trainable_count(self, input_shape: Any = None) -> Count:
        """How many of its numbers training changes."""
        return law.count(law.trainable(self.weights(input_shape)))

    def formula(self, input_shape: Any = None) -> str:
        """The count with the arithmetic that makes it, such as 4(3·2 + 2·2 + 2) = 48."""
        return law.formula(self.weights(input_shape))

    def arrays(self, input_shape: Any = None) -> list[Array]:
        """The arrays as the framework stores them: name, shape, trainable."""
        return Records(weight.stacked(self.gate_axis) for weight in self.weights(input_shape))


def _replaced(value: Any, changes: Callable[[Declaration], Mapping[str, Any]]) -> Any:
    """An argument with the layers in it replaced."""
    if isinstance(value, Declaration):
        return value.replace_all(changes)
    return tuple(_replaced(one, changes) for one in value) if type(value) in (list, tuple) else value


def _resized(name: str, value: Any, change: Callable[[str, Size], Size]) -> Any:
    """A size changed, or each of several; None and 0, which stand for none of it, stay."""
    if isinstance(value, tuple | list):
        return tuple(_resized(name, one, change) for one in value)
    return value if value is None or (type(value) is int and value == 0) else change(name, value)


def in_part(part: str, weights: Iterable[Weight]) -> list[Weight]:
    """The weights of a part of a layer, such as its forward half, marked as such."""
    return [weight._replace(part=f"{part}/{weight.part}".rstrip("/")) for weight in weights]


class _AnySize:
    """A letter and nothing else: by what a check makes of it one knows whether the check is for sizes."""

    is_integer = is_positive = True


def _lets_in(check: Callable[[Any, str], Any] | None, name: str, value: Any) -> bool:
    try:
        return check is not None and check(value, name) is not None
    except (TypeError, ValueError):
        return False
