"""What may be given for an argument. A check takes a value and the argument's name, and returns the value or refuses.

A refusal repeats what was given, says what is expected, and names the argument.
"""

from collections.abc import Callable
from typing import Any

from lstmlesson.law.sizes import Size, checked, is_number


def flag(value: Any, field: str) -> bool:
    """True or False; 1 and "yes" are refused, since nobody can tell what was meant by 2 or "no"."""
    if not isinstance(value, bool):
        raise TypeError(f"{field}={value!r}: expected True or False")
    return value


def fraction(value: Any, field: str) -> float:
    """A share between 0 and 1, such as the rate of a Dropout."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{field}={value!r}: expected a number between 0 and 1")
    if not 0 <= value <= 1:
        raise ValueError(f"{field}={value!r}: expected a number between 0 and 1")
    return value


def not_negative(value: Any, field: str) -> float:
    """A number that is zero or more."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{field}={value!r}: expected a number, zero or more")
    if not value >= 0:
        raise ValueError(f"{field}={value!r}: expected a number, zero or more")
    return value


def one_of(*choices: Any) -> Callable[[Any, str], Any]:
    """A check that lets through these values only."""

    def check(value: Any, field: str) -> Any:
        if not any(value is choice or (isinstance(value, str) and value == choice) for choice in choices):
            raise ValueError(f"{field}={value!r}: expected one of {', '.join(map(repr, choices))}")
        return value

    return check


def named(known: list[str]) -> Callable[[Any, str], Any]:
    """A check that lets through a known name, None, a configuration or something that can be called."""

    def check(value: Any, field: str) -> Any:
        if value is None or isinstance(value, dict) or callable(value) or value in known:
            return value
        raise ValueError(f"{field}={value!r}: expected one of {', '.join(known)}")

    return check


def text_or_none(value: Any, field: str) -> str | None:
    """A layer's name: text without a slash, or None for the automatic one."""
    if value is not None and (not isinstance(value, str) or "/" in value):
        raise ValueError(f"{field}={value!r}: expected text without '/', or None")
    return value


def whole_or_none(value: Any, field: str) -> int | None:
    """A seed."""
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise TypeError(f"{field}={value!r}: expected a whole number or None")
    return value


def none_only(value: Any, field: str) -> None:
    """An option that adds or replaces weights in a way that is not declared here."""
    if value is not None:
        raise ValueError(
            f"{field}={value!r} changes which numbers are stored, which is not counted here; expected None"
        )


def window(axes: int, least: int = 1) -> Callable[[Any, str], tuple[Size, ...]]:
    """A check for one whole number, or one for each of so many axes: 3 or (3, 3). It gives the tuple."""

    def check(value: Any, field: str) -> tuple[Size, ...]:
        sizes = tuple(value) if isinstance(value, list | tuple) else (value,) * axes
        if len(sizes) != axes:
            raise ValueError(f"{field}={value!r}: expected {axes} whole numbers, {len(sizes)} were given")
        if least == 0:
            return tuple(size if size == 0 and type(size) is int else checked(size, field) for size in sizes)
        return tuple(checked(size, field) for size in sizes)

    return check


def one_or_several(value: Any, field: str) -> Size | tuple[Size, ...]:
    """One size, or a tuple of them; how many there must be is asked where the layer knows its axes."""
    if isinstance(value, list | tuple):
        return tuple(checked(size, field) for size in value)
    return checked(value, field)


def number(value: Any, field: str) -> int:
    """A size that must be one whole number, since something is made so many times."""
    size = checked(value, field)
    if not is_number(size):
        raise TypeError(f"{field}={value!r}: expected one positive whole number, a letter or an array will not do here")
    return size
