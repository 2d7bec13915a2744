"""What every layer is: a frozen record of its arguments that can list its weights.

A class names its arguments, in its framework's own order and with its framework's own defaults, in `arguments`;
what may be given for each is decided by the argument's name in `checks`, since frameworks use a name for one
thing only. From the list of weights the count, the formula and the stored arrays follow, here, for all layers.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, ClassVar, Self

from lstmlesson.law import weights as law
from lstmlesson.law.drawn import Drawn, Records
from lstmlesson.law.making import note
from lstmlesson.law.sizes import Count, Size, is_array
from lstmlesson.law.weights import Array, Weight

NEEDED = ...  # the default of an argument that has none
Checks = Mapping[str, Callable[[Any, str], Any]]


class _AnySize:
    """A letter and nothing else: by what a check makes of it one knows whether the check is for sizes."""

    is_integer = is_positive = True


def _lets_in(check: Callable[[Any, str], Any] | None, name: str, value: Any) -> bool:
    try:
        return check is not None and check(value, name) is not None
    except (TypeError, ValueError):
        return False


class _Signature:
    """The signature that help() and Shift+Tab show; made when asked for, so that importing stays quick."""

    def __get__(self, instance: object, owner: type["Declaration"]) -> Any:
        from inspect import Parameter, Signature

        kind = Parameter.POSITIONAL_OR_KEYWORD
        return Signature(
            [
                Parameter(name, kind, default=Parameter.empty if default is NEEDED else default)
                for name, default in owner.arguments.items()
            ]
        )


class Declaration(Drawn):
    """A layer as it is written down: frozen, compared by its arguments, read by everything else."""

    arguments: ClassVar[dict[str, Any]] = {}
    keywords: ClassVar[dict[str, Any]] = {}
    checks: ClassVar[Checks] = {}
    # The argument by which a layer is told how many features come in, where it is told; and the one by which it is told
    # how many come out.
    takes: ClassVar[str] = ""
    gives: ClassVar[str] = "units"
    # The axis in which this framework lays the blocks of the gates side by side.
    gate_axis: ClassVar[int] = -1
    __signature__ = _Signature()
    # Read off the above, once for each class.
    defaults: ClassVar[dict[str, Any]] = {}
    needed: ClassVar[tuple[str, ...]] = ()

    values: dict[str, Any]
    given: tuple[str, ...]

    def __init_subclass__(cls) -> None:
        cls.defaults = {**cls.arguments, **cls.keywords}
        cls.needed = tuple(name for name, default in cls.arguments.items() if default is NEEDED)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        given = self._bind(args, kwargs)
        checks = self.checks
        try:
            for name in given:
                if name in checks:
                    given[name] = checks[name](given[name], name)
        except (TypeError, ValueError) as error:
            raise type(error)(f"{type(self).__name__}: {error}") from None
        self._become(given)

    def _become(self, given: dict[str, Any]) -> None:
        """Take arguments that have been checked one by one."""
        own, values = self.__dict__, self.defaults | given
        own.update(values)
        # Embedding(weights=…) gives starting values; here weights() is the list of weights.
        own.pop("weights", None)
        own["values"], own["given"] = values, tuple(given)
        self.check()
        note(self)

    def _bind(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        """The given arguments by name, in the order of the signature; unknown or missing ones are refused."""
        kind = type(self).__name__
        if len(args) > len(self.arguments):
            raise TypeError(f"{kind} takes at most {len(self.arguments)} positional arguments, {len(args)} were given")
        given = dict(zip(self.arguments, args, strict=False))
        for name, value in kwargs.items():
            if name in given:
                raise TypeError(f"{kind}: {name} was given twice, as {given[name]!r} and as {value!r}")
            if name not in self.defaults:
                raise TypeError(self.unknown(name, value))
            given[name] = value
        for name in self.needed:
            if name not in given:
                raise TypeError(f"{kind} needs {name}, as in {kind}({name}=…)")
        return given

    def unknown(self, name: str, value: Any) -> str:
        """What to say of an argument that this layer does not have."""
        return f"{type(self).__name__} has no argument {name} ({name}={value!r}); it has {', '.join(self.arguments)}"

    def check(self) -> None:
        """Refuse arguments that do not go together."""

    # The same layer, changed: what a frozen record has in place of an assignment.

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

    def __setattr__(self, name: str, value: Any) -> None:
        kind = type(self).__name__
        if name not in self.values:
            raise AttributeError(f"{kind} has no argument {name}, and layers are frozen: nothing can be assigned")
        changed = self._written({**self.values, name: value})
        raise AttributeError(f"layers are frozen, so {name} cannot be assigned; write {changed}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"layers are frozen, so {name} cannot be deleted")

    def __repr__(self) -> str:
        return self._written(self.values)

    def _written(self, values: dict[str, Any]) -> str:
        """The call that makes a layer with these arguments; those that have their default are left out."""
        parts = []
        for name, value in values.items():
            if name in self.needed:
                parts.append(repr(value))
            elif not _equal(value, self.defaults[name]):
                parts.append(f"{name}={value!r}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Declaration):
            return False
        return all(map(_equal, self.values.values(), other.values.values()))

    def __hash__(self) -> int:
        return hash((type(self), len(self.given)))

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


def _equal(first: Any, second: Any) -> bool:
    """Arguments are equal as Python has it, but arrays only when they are the same array."""
    if is_array(first) or is_array(second):
        return first is second
    if isinstance(first, tuple) and isinstance(second, tuple):
        return len(first) == len(second) and all(map(_equal, first, second))
    return bool(first == second)


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
