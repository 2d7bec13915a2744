"""What this machine can hold. Sizes that it cannot are refused in a sentence with the bytes, before they fill it."""

import math
import os
from typing import Any, Self

import numpy as np
from numpy.typing import DTypeLike

from lstmlesson.law.sizes import shown


def reserve(numbers: int, dtype: DTypeLike, owner: Any) -> None:
    """Ask for room for so many numbers, and give it back at once; nothing of it is touched.

    Raises: MemoryError that names the bytes.

    >>> reserve(10**15, "float32", "LSTM(10000000)")
    Traceback (most recent call last):
    MemoryError: LSTM(10000000): 1,000,000,000,000,000 numbers of float32 need 4,000,000,000,000,000 bytes; expected \
sizes that this machine can hold
    """
    needed = numbers * np.dtype(dtype).itemsize
    try:
        if needed <= memory():
            np.empty(needed, "uint8")
            return
    except (MemoryError, ValueError, OverflowError):  # numpy has all three for what is too large
        pass
    raise MemoryError(
        f"{owner!s}: {shown(numbers)} numbers of {np.dtype(dtype)} need {shown(needed)} bytes; "
        "expected sizes that this machine can hold"
    )


def memory() -> float:
    """The bytes that this machine has, infinitely many where it does not say so."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):  # Windows refuses what is too large by itself
        return math.inf


class held:  # noqa: N801 - read as a word of a with statement, as numpy's errstate
    """Within it, an array for which there is no room is refused with its bytes.

    Raises: MemoryError.
    """

    __slots__ = ("owner",)

    def __init__(self, owner: Any) -> None:
        self.owner = owner

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: Any, error: Any, traceback: Any) -> None:
        shape, dtype = getattr(error, "shape", None), getattr(error, "dtype", None)
        if not isinstance(error, MemoryError) or shape is None or dtype is None:
            return
        needed = math.prod(shape) * np.dtype(dtype).itemsize
        raise MemoryError(
            f"{self.owner!r}: an array of shape {shape} of {dtype} needs {shown(needed)} bytes; expected sizes that "
            "this machine can hold: smaller batches, fewer timesteps or fewer units"
        ) from None
