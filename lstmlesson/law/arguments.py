"""What a layer was given: a frozen record of its arguments, in its framework's own order and with its defaults.

What may be given for each is decided by the argument's name in `checks`, since frameworks use a name for one thing
only. A record is compared by its arguments and written as the call that makes it.
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from lstmlesson.law.drawn import Drawn
from lstmlesson.law.making import note
from lstmlesson.law.sizes import is_array

NEEDED = ...  # the default of an argument that has none
Checks = Mapping[str, Callable[[Any, str], Any]]


class _Signature:
    """The signature that help() and Shift+Tab show; made when asked for, so that importing stays quick."""

    def __get__(self, instance: object, owner: type["Arguments"]) -> Any:
        from inspect import Parameter, Signature

        kind = Parameter.POSITIONAL_OR_KEYWORD
        return Signature(
            [
                Parameter(name, kind, default=Parameter.empty if default is NEEDED else default)
                for name, default in owner.arguments.items()
            ]
        )


class Arguments(Drawn):
    """A frozen record of arguments, compared by them. A class says what they are, and what may be given for each."""

    arguments: ClassVar[dict[str, Any]] = {}
    keywords: ClassVar[dict[str, Any]] = {}
    checks: ClassVar[Checks] = {}
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
        if not kwargs.keys() <= self.defaults.keys():
            kwargs = self._known(kwargs)
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

    def _known(self, kwargs: dict[str, Any]) -> dict[str, Any]:
        """The arguments by today's names, where some were given by others."""
        return kwargs

    def unknown(self, name: str, value: Any) -> str:
        """What to say of an argument that this layer does not have."""
        return f"{type(self).__name__} has no argument {name} ({name}={value!r}); it has {', '.join(self.arguments)}"

    def check(self) -> None:
        """Refuse arguments that do not go together."""

    def __setattr__(self, name: str, value: Any) -> None:
        kind = type(self).__name__
        if name not in self.values:
            raise AttributeError(f"{kind} has no argument {name}, and layers are frozen: nothing can be assigned")
        changed = self.as_call({**self.values, name: value})
        raise AttributeError(f"layers are frozen, so {name} cannot be assigned; write {changed}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"layers are frozen, so {name} cannot be deleted")

    def __repr__(self) -> str:
        return self.as_call()

    def as_call(self, values: dict[str, Any] | None = None) -> str:
        """The call that makes it, or one with these arguments; those that have their default are left out."""
        parts = []
        for name, value in (self.values if values is None else values).items():
            written = value.as_call() if isinstance(value, Arguments) else repr(value)
            if name in self.needed:
                parts.append(written)
            elif not _equal(value, self.defaults[name]):
                parts.append(f"{name}={written}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Arguments):
            return False
        return all(map(_equal, self.values.values(), other.values.values()))

    def __hash__(self) -> int:
        return hash((type(self), len(self.given)))


def _equal(first: Any, second: Any) -> bool:
    """Arguments are equal as Python has it, but arrays only when they are the same array."""
    if first is second or is_array(first) or is_array(second):
        return first is second
    if isinstance(first, tuple) and isinstance(second, tuple):
        return len(first) == len(second) and all(map(_equal, first, second))
    return bool(first == second)
