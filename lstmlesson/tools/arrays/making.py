"""Arrays made, cut and put together, as far as their shapes go. Source of the rules: numpy 2, each by its own page."""

from typing import Any

from lstmlesson.inert import Inert
from lstmlesson.law.sizes import is_number
from lstmlesson.tools.arrays.array import Array, shape_of


def array(data: Any, dtype: Any = None, *_: Any, **__: Any) -> Any:
    """An array of the shape that lists in lists have."""
    if isinstance(data, Inert) and not isinstance(data, Array):
        return data
    return Array(shape_of(data), dtype or getattr(data, "dtype", "float64"))


def filled(shape: Any, *_: Any, dtype: Any = "float64", **__: Any) -> Array:
    """An array of this shape, such as zeros."""
    return Array(shape, dtype)


def like(x: Any, *_: Any, **__: Any) -> Any:
    """What has the shape of another."""
    return array(x)


def along(x: Any, axis: Any = None, keepdims: bool = False, **_: Any) -> Any:
    """What is left where numbers are summed along an axis."""
    made = array(x)
    return made.over(axis, keepdims) if isinstance(made, Array) else made


def expand_dims(x: Any, axis: int) -> Any:
    """With an axis of length 1 at a place."""
    made = array(x)
    if not isinstance(made, Array):
        return made
    at = axis % (made.ndim + 1)
    return Array((*made.shape[:at], 1, *made.shape[at:]), made.dtype)


def concatenate(parts: Any, axis: int = 0, **_: Any) -> Any:
    """Arrays one behind the other along an axis."""
    shapes = [shape_of(part) for part in parts]
    if not shapes or not shapes[0]:
        return Inert("array")
    at = axis % len(shapes[0])
    lengths = [shape[at] for shape in shapes]
    long = None if None in lengths else sum(lengths)
    return Array((*shapes[0][:at], long, *shapes[0][at + 1 :]))


def stack(parts: Any, axis: int = 0, **_: Any) -> Any:
    """Arrays side by side along a new axis."""
    shape = shape_of(parts[0]) if len(parts) else ()
    at = axis % (len(shape) + 1)
    return Array((*shape[:at], len(parts), *shape[at:]))


def append(x: Any, values: Any, axis: int | None = None) -> Any:
    """An array with others behind it."""
    return concatenate([array(x).ravel(), array(values).ravel()]) if axis is None else concatenate([x, values], axis)


def hstack(parts: Any, **_: Any) -> Any:
    """Along the second axis, or the only one."""
    return concatenate(parts, axis=min(1, len(shape_of(parts[0])) - 1))


def vstack(parts: Any, **_: Any) -> Any:
    """Rows below each other."""
    return concatenate([Array((1, *shape_of(part))) if len(shape_of(part)) == 1 else part for part in parts])


def tile(x: Any, reps: Any) -> Any:
    """An array several times along each axis."""
    shape, reps = shape_of(x), (reps,) if is_number(reps) else tuple(reps)
    long = max(len(shape), len(reps))
    shape, reps = (1,) * (long - len(shape)) + shape, (1,) * (long - len(reps)) + reps
    return Array([size * times for size, times in zip(shape, reps, strict=True)])
