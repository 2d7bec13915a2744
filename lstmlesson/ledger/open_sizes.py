"""Sums and products of sizes that may be open: None stands for a length that nobody has said."""

from collections.abc import Iterable
from typing import Any

from lstmlesson.law.sizes import Size, product, total


def size_of(shape: Any) -> Size | None:
    """How many numbers a shape holds.

    >>> size_of((10, 3)), size_of((None, 3))
    (30, None)
    """
    return None if None in shape else product(shape)


def times(first: Size | None, second: Size | None) -> Size | None:
    """The product of two sizes."""
    return None if first is None or second is None else product((first, second))


def sum_of(sizes: Iterable[Size | None]) -> Size | None:
    """The sum of sizes."""
    known = list(sizes)
    return None if any(size is None for size in known) else total(known)  # type: ignore[arg-type]
