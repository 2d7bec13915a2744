"""What may stand for a size: a whole number, an array of whole numbers, or a letter.

The law of counting (see `weights`) multiplies and adds sizes and does not care which of the three it is
given. This room says what is let in, and keeps products and sums exact: Python's whole numbers cannot wrap
around, arrays could, so they are refused before they would. Neither numpy nor sympy is imported; an array
is known by its `dtype`, a letter by its `is_integer` and `is_positive`.
"""

import math
import operator
from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeGuard

type_of_sizes = "a positive whole number, an array of them, or a letter such as lstmlesson.symbolic.u"


class Size(Protocol):
    """What a whole number, an array of them and a letter have in common: they can be added and multiplied, exactly."""

    def __add__(self, other: Any, /) -> Any: ...
    def __radd__(self, other: Any, /) -> Any: ...
    def __sub__(self, other: Any, /) -> Any: ...
    def __rsub__(self, other: Any, /) -> Any: ...
    def __mul__(self, other: Any, /) -> Any: ...
    def __rmul__(self, other: Any, /) -> Any: ...
    def __floordiv__(self, other: Any, /) -> Any: ...


class Count(Size, Protocol):
    """A sum of sizes, of the kind that the sizes were: a whole number, an array, or an expression in the letters.

    What only numbers can do (to be compared, to be an index) is an error while the count holds letters.
    """

    def __int__(self) -> int: ...
    def __index__(self) -> int: ...
    def __lt__(self, other: Any, /) -> Any: ...
    def __le__(self, other: Any, /) -> Any: ...
    def __gt__(self, other: Any, /) -> Any: ...
    def __ge__(self, other: Any, /) -> Any: ...
    def __mod__(self, other: Any, /) -> Any: ...
    def __truediv__(self, other: Any, /) -> Any: ...


LARGEST_INT64 = 2**63 - 1
# Python writes a number of so many digits as text, however it is set; a larger one perhaps not.
# Source: sys.int_info.str_digits_check_threshold.
MOST_DIGITS = 640


def is_array(value: object) -> TypeGuard[Any]:
    """Whether a size is an array with at least one axis (a numpy scalar is a number)."""
    axes = getattr(value, "ndim", 0)  # of a tensor without numbers they are no number
    return hasattr(value, "dtype") and isinstance(axes, int) and axes > 0


def is_letter(value: object) -> TypeGuard[Any]:
    """Whether a size is a letter: it says of itself that it is whole and positive."""
    return getattr(value, "is_integer", None) is True and getattr(value, "is_positive", None) is True


def is_number(value: object) -> TypeGuard[int]:
    """Whether a size is one whole number, neither letter nor array."""
    return isinstance(value, int)


def checked(value: object, field: str) -> Size:
    """The size itself, as an exact number, a read-only array or a letter; anything else is refused by name.

    Raises: TypeError for what is no whole number (2.5, True, "2", None), ValueError for zero and below.

    >>> checked(2, "units")
    2
    >>> checked(0, "units")
    Traceback (most recent call last):
    ValueError: units=0: expected a positive whole number, an array of them, or a letter such as lstmlesson.symbolic.u
    """
    if type(value) is int:
        number = value
    elif is_array(value):
        return _checked_array(value, field)
    else:
        try:
            number = operator.index(value)  # type: ignore[arg-type]
        except TypeError:
            if is_letter(value):
                return value
            raise TypeError(_refusal(value, field)) from None
        if isinstance(value, bool) or "bool" in type(value).__name__:
            raise TypeError(_refusal(value, field))
    if number < 1:
        raise ValueError(_refusal(value, field))
    return number


def _refusal(value: object, field: str) -> str:
    return f"{field}={_brief(value)}: expected {type_of_sizes}"


def _brief(value: object, limit: int = 80) -> str:
    text = shown(value) if is_number(value) and is_long(value) else " ".join(repr(value).split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _checked_array(value: Any, field: str) -> Any:
    kind = value.dtype.kind
    entries = value.ravel().tolist()
    if kind not in "iuO" or not all(type(entry) is int for entry in entries):
        raise TypeError(f"{field}: an array of dtype {value.dtype}; expected whole numbers")
    if not entries or min(entries) < 1:
        raise ValueError(f"{field}={_brief(value)}: expected an array whose entries are all positive")
    if kind == "u" and max(entries) > LARGEST_INT64:
        raise ValueError(_too_large(field))
    own = value.astype(object if kind == "O" else "int64")
    own.setflags(write=False)
    return own


def _too_large(field: str) -> str:
    return f"{field}: an array of 64-bit numbers would pass 2^63-1; give the sizes with dtype=object to stay exact"


WHOLE = frozenset({int})  # Python's own whole numbers, which are exact by themselves


def product(sizes: Iterable[Any], field: str = "a product of sizes") -> Any:
    """The exact product of sizes; arrays that would wrap around raise ValueError.

    >>> product((3, 2))
    6
    """
    sizes = tuple(sizes)
    return math.prod(sizes) if WHOLE.issuperset(map(type, sizes)) else _exactly(math.prod, sizes, field)


def total(sizes: Iterable[Any], field: str = "a sum of sizes") -> Any:
    """The exact sum of sizes; arrays that would wrap around raise ValueError.

    >>> total((6, 4, 2))
    12
    """
    sizes = tuple(sizes)
    return sum(sizes) if WHOLE.issuperset(map(type, sizes)) else _exactly(sum, sizes, field)


def _exactly(combine: Callable[[Iterable[Any]], Any], sizes: tuple[Size, ...], field: str) -> Any:
    if any(map(is_array, sizes)):
        largest = [int(size.max()) if is_array(size) else size for size in sizes if not _has_letters(size)]
        wraps = any(is_array(size) and size.dtype.kind != "O" for size in sizes)
        if wraps and combine(largest) > LARGEST_INT64:
            raise ValueError(_too_large(field))
        try:
            return combine(sizes)
        except ValueError:
            shapes = " and ".join(str(size.shape) for size in sizes if is_array(size))
            raise ValueError(f"{field}: arrays of shapes {shapes} do not fit together entry by entry") from None
    return combine(sizes)


def _has_letters(size: Size) -> bool:
    if is_array(size):
        return size.dtype.kind == "O" and not all(map(is_number, size.ravel().tolist()))
    return not is_number(size)


def same(first: Size | None, second: Size | None) -> bool:
    """Whether two sizes are equal; arrays are equal when all their entries are."""
    equal = first == second
    return bool(equal.all()) if hasattr(equal, "all") else bool(equal)


def is_long(number: int) -> bool:
    """Whether a number has so many digits that nobody reads them, and Python may refuse to write them."""
    return abs(number) >= 10**MOST_DIGITS


def shown(size: Size | None) -> str:
    """A size as it is written for people: 53,680, or u, or (u + v); of one that nobody can read, its first digits.

    Raises: ValueError for an array, which has no single text.

    >>> shown(53680), shown(53680 * 10**5000)
    ('53,680', '5,368,… (5,005 digits)')
    """
    if is_number(size):
        return _beginning(size) if is_long(size) else f"{size:,}"
    if is_array(size):
        raise ValueError(f"{_brief(size)}: an array of sizes has no single text; ask for one size at a time")
    text = str(size).replace("**", "^").replace("*", "·")
    return f"({text})" if " " in text else text


def _beginning(number: int) -> str:
    """The first digits of a number, cut where it would have a comma, and how many digits it has."""
    digits = int(math.log10(abs(number)))
    while abs(number) >= 10**digits:  # the logarithm of a power of ten may fall short of it
        digits += 1
    kept = (digits - 1) % 3 + 4  # what stands before the first comma, and three more
    sign = "-" if number < 0 else ""
    return f"{sign}{abs(number) // 10 ** (digits - kept):,},… ({digits:,} digits)"


def _plain(size: Size) -> str:
    return shown(size).replace(",", "")


def written(shape: Iterable[Any], size: Callable[[Any], str] = _plain) -> str:
    """A shape as Python writes a tuple, sizes as people write them; … where a text was cut.

    size: how one size is written, where a place wants that otherwise.

    >>> written((None, 100, 6)), written((5,)), written((None, ...))
    ('(None, 100, 6)', '(5,)', '(None, …)')
    """
    parts = ["None" if one is None else "…" if one is ... else size(one) for one in shape]
    return f"({parts[0]},)" if len(parts) == 1 else f"({', '.join(parts)})"
