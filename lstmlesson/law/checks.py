"""What may be given for an argument. A check takes a value and the argument's name, and returns the value or refuses.

A refusal repeats what was given, says what is expected, and names the argument.
"""

from collections.abc import Callable
from typing import Any

from lstmlesson.law.sizes import Size, checked, is_number


def flag(value: Any, field: str) -> bool:
    """True or False, also as 1, 0, None or numpy's; 2 and "no" are refused, since nobody can tell what they mean."""
    numpy_s = type(value).__name__ in ("bool", "bool_") and hasattr(value, "dtype") and not value.shape
    if not numpy_s and not (value is None or (isinstance(value, int) and value in (0, 1))):
        raise TypeError(f"{field}={value!r}: expected True or False")
    return bool(value)


def true_or_false(value: Any, field: str) -> bool:
    """True or False and nothing else, where a framework takes nothing else."""
    if not isinstance(value, bool):
        raise TypeError(f"{field}={value!r}: expected True or False")
    return value


def dtype(value: Any, field: str) -> Any:
    """A number type or a policy by its name, or an object that stands for one."""
    if value is None:
        return None
    if isinstance(value, str) and value.partition("_from_")[0].partition("/")[0] in QUANTIZED and "_from_" in value:
        raise ValueError(
            f"{field}={value!r} stores other numbers than those that are trained, which are not counted here; "
            'expected a type such as "float32"'
        )
    if isinstance(value, str) and value.removeprefix("mixed_") not in DTYPES:
        raise ValueError(f"{field}={value!r}: expected a type such as 'float32' or a policy such as 'mixed_float16'")
    if isinstance(value, bool | int | float | list | tuple):
        raise TypeError(f"{field}={value!r}: expected a type such as 'float32', or None")
    return value


QUANTIZED = "int8 int4 float8 gptq awq".split()
DTYPES = """
    float16 float32 float64 bfloat16 uint8 uint16 uint32 uint64 int8 int16 int32 int64 bool string float8_e4m3fn
    float8_e5m2 int complex64 complex128
""".split()


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


def size_or_none(value: Any, field: str) -> Size | None:
    """A size, or None where another argument says it."""
    return None if value is None else checked(value, field)


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
    if is_number(size):
        return size
    raise TypeError(f"{field}={value!r}: expected one positive whole number, a letter or an array will not do here")
