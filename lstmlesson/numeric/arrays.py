"""What may be given as an array. A refusal names the array, its shape or number type, and the one expected.

Numbers are float32 or float64, the same type throughout; word numbers are whole. Nothing is converted in silence.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

# What a layer computes with: numbers of float32 or float64.
Floats = NDArray[np.floating]
# The arrays of a layer: in the order of its arrays(), or by name as a state_dict of PyTorch has them.
Weights = Sequence[Floats] | Mapping[str, Floats]
# What goes in: numbers, or the numbers of words; several of them where a model has several inputs.
Inputs = NDArray[Any] | Sequence[NDArray[Any]]

FLOATS = "fd"  # numpy's letters for float32 and float64


def numbers(given: Any, name: str, dtype: Any = None, finite: bool = True) -> Any:
    """An array of float32 or float64, of finite numbers.

    finite: False where that is asked later, of all arrays at once.
    Raises: TypeError for another number type, ValueError for NaN or infinity.

    >>> numbers([[1, 2]], "x")
    Traceback (most recent call last):
    TypeError: x has dtype int64; expected float32 or float64, as in x.astype("float32")
    """
    array = given if type(given) is np.ndarray and given.dtype.char in FLOATS else _array(given, name)
    if array.dtype.char not in FLOATS:
        raise TypeError(f'{name} has dtype {array.dtype}; expected float32 or float64, as in {name}.astype("float32")')
    if dtype is not None and array.dtype != dtype:
        raise TypeError(f"{name} has dtype {array.dtype}; expected {dtype}, that of the weights")
    if finite and not all_finite(array):
        place = [int(at) for at in np.argwhere(~np.isfinite(array))[0]]
        raise ValueError(
            f"{name} of shape {array.shape} holds {array[tuple(place)]} at {place}; expected finite numbers"
        )
    return array


def all_finite(array: Any) -> bool:
    """Whether no entry is NaN or infinity. A sum of squares is finite only where each entry is, and takes one call;
    where the sum itself grows beyond all bounds, each entry is looked at.

    >>> all_finite(np.array([1.0, np.inf])), all_finite(np.array([1e200, 1.0]))            # (1e200)² is infinite
    (False, True)
    """
    flat = array.ravel("K")  # in the order in which they lie, so that nothing is copied
    return math.isfinite(np.vdot(flat, flat)) or bool(np.isfinite(array).all())


def _array(given: Any, name: str) -> Any:
    unmasked(given, name)
    try:
        array = np.asarray(given)
    except ValueError:
        raise ValueError(f"{name}: its rows have different lengths; expected an array of numbers") from None
    if array.dtype.kind not in "biuf":
        raise TypeError(f"{name} has dtype {array.dtype}; expected an array of numbers")
    return array


def unmasked(given: Any, name: str) -> Any:
    """What was given, where no part of it is a masked array: what is hidden there would be computed with in silence.

    >>> unmasked([np.ma.masked_array([1.0, 2.0], [False, True])], "x")
    Traceback (most recent call last):
    TypeError: x is a masked array; expected one without hidden numbers, as x.filled(0) is (a run takes mask=...)
    """
    if isinstance(given, list | tuple):
        for one in given:
            unmasked(one, name)
    if isinstance(given, np.ma.MaskedArray):
        raise TypeError(
            f"{name} is a masked array; expected one without hidden numbers, as {name}.filled(0) is "
            "(a run takes mask=...)"
        )
    return given


def words(given: Any, name: str, rows: int) -> Any:
    """An array of whole numbers, each a row of a table.

    >>> words([[0, 7]], "x", rows=5)
    Traceback (most recent call last):
    ValueError: x of shape (1, 2) holds 7; expected word numbers from 0 to 4, the rows of the table
    """
    array = _array(given, name)
    if array.dtype.kind not in "iu" and not (array.dtype.kind == "f" and np.array_equal(array, np.floor(array))):
        raise TypeError(f"{name} has dtype {array.dtype}; expected whole numbers, each the row of a table")
    outside = array[(array < 0) | (array >= rows)]
    if outside.size:
        raise ValueError(
            f"{name} of shape {array.shape} holds {outside[0]}; expected word numbers from 0 to {rows - 1}, "
            "the rows of the table"
        )
    return array


def of_shape(array: Any, name: str, expected: tuple[int, ...], *reason: Any) -> Any:
    """The array itself where it has the expected shape. reason: what expects it, for the message.

    >>> of_shape(np.zeros((2, 8)), "weights[0] (kernel)", (3, 8), "LSTM(2)")
    Traceback (most recent call last):
    ValueError: weights[0] (kernel) has shape (2, 8); expected (3, 8) for LSTM(2)
    """
    if array.shape == expected:
        return array
    told = " ".join(map(str, reason))
    if not all(isinstance(size, int) for size in expected):
        raise ValueError(f"{name} of {told} has the sizes {expected}; expected numbers, since a letter cannot be run")
    raise ValueError(f"{name} has shape {array.shape}; expected {expected} for {told}")


def not_empty(array: Any, name: str, axes: tuple[str, ...]) -> Any:
    """The array itself where no axis has the length 0.

    >>> not_empty(np.zeros((5, 0, 3)), "x", ("batch", "timesteps", "features"))
    Traceback (most recent call last):
    ValueError: x has shape (5, 0, 3), of which axis 1 (timesteps) is empty; expected at least 1 along each axis
    """
    if 0 in array.shape:
        at = array.shape.index(0)
        named = f"axis {at}" + (f" ({axes[at]})" if at < len(axes) else "")
        raise ValueError(
            f"{name} has shape {array.shape}, of which {named} is empty; expected at least 1 along each axis"
        )
    return array


def skips(given: Any, name: str, expected: tuple[int, ...]) -> Any:
    """A mask: True where a timestep counts, False where it is skipped.

    >>> skips([[1, 0]], "mask", (1, 2))
    Traceback (most recent call last):
    TypeError: mask has dtype int64; expected bool, True where a timestep counts
    """
    array = _array(given, name)
    if array.dtype.kind != "b":
        raise TypeError(f"{name} has dtype {array.dtype}; expected bool, True where a timestep counts")
    return of_shape(array, name, expected, "its x, one for each sample and timestep")
