"""An array of which the shape is known, and no number: what a program does with it follows the shapes.

Source of the rules: numpy 2. An axis whose length hangs on numbers, as after `x[x > 0]`, is None.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from lstmlesson.inert import NAN, Inert
from lstmlesson.law.sizes import is_number, product
from lstmlesson.layers.foundation.tensor import broadcast
from lstmlesson.layers.operations.arrangement import reshaped, sliced

Shape = tuple[Any, ...]


class Array(Inert):
    """An array without numbers. Raises ValueError where a program asks for one of them as a size or an index.

    >>> x = Array((100, 10, 3))
    >>> x[:80, -1].shape, (x * 2).reshape(-1, 30).shape, len(x), x.mean(axis=0).shape
    ((80, 3), (100, 30), 100, (10, 3))
    """

    def __init__(self, shape: Any = (), dtype: Any = "float64") -> None:
        shape = (shape,) if is_number(shape) or shape is None else tuple(shape)
        super().__init__("array", shape=shape, dtype=dtype)

    shape: Shape

    def more(self, what: str) -> Any:
        """What nothing is known of, not even a shape."""
        return Inert(what)

    def __repr__(self) -> str:
        return f"<array {self.shape}, of which only the shape is known>"

    @property
    def ndim(self) -> int:
        """How many axes there are."""
        return len(self.shape)

    @property
    def size(self) -> Any:
        """How many numbers there are."""
        return None if None in self.shape else product(self.shape)

    @property
    def T(self) -> "Array":
        """The axes the other way round."""
        return Array(self.shape[::-1], self.dtype)

    @property
    def values(self) -> "Array":
        """Itself: what pandas calls the array of a table."""
        return self

    def to_numpy(self, *_: Any, **__: Any) -> "Array":
        """Itself."""
        return self

    def __len__(self) -> int:
        if not self.shape or not is_number(self.shape[0]):
            raise _unknown(self, "its length")
        return self.shape[0]

    def __iter__(self) -> Iterator[Any]:
        return (Array(self.shape[1:], self.dtype) for _ in range(len(self)))

    def __getitem__(self, key: Any) -> Any:
        return Array(sliced(self.shape, _as_keys(key)), self.dtype)

    def reshape(self, *shape: Any, **_: Any) -> "Array":
        """The same numbers in another shape."""
        wanted = shape[0] if len(shape) == 1 and isinstance(shape[0], Sequence) else shape
        return Array(reshaped(self.shape, wanted), self.dtype)

    def astype(self, dtype: Any, *_: Any, **__: Any) -> "Array":
        """The same shape."""
        return Array(self.shape, dtype)

    def flatten(self, *_: Any) -> "Array":
        """All numbers in a row."""
        return Array((self.size,), self.dtype)

    ravel = flatten

    def transpose(self, *axes: Any) -> "Array":
        """The axes in another order."""
        order = axes[0] if len(axes) == 1 and isinstance(axes[0], Sequence) else axes
        return Array(tuple(self.shape[axis] for axis in order), self.dtype) if order else self.T

    def swapaxes(self, first: int, second: int) -> "Array":
        """Two axes exchanged."""
        order = list(range(self.ndim))
        order[first], order[second] = order[second], order[first]
        return self.transpose(order)

    def squeeze(self, axis: Any = None) -> "Array":
        """Without axes of length 1."""
        gone = {axis % self.ndim} if is_number(axis) or isinstance(axis, int) else None
        left = [size for at, size in enumerate(self.shape) if (size != 1 if gone is None else at not in gone)]
        return Array(left, self.dtype)

    def repeat(self, repeats: int, axis: int | None = None) -> "Array":
        """Each number, or each part of an axis, several times."""
        if axis is None:
            return Array((self.size * repeats,), self.dtype)
        return Array([size * repeats if at == axis % self.ndim else size for at, size in enumerate(self.shape)])

    def over(self, axis: Any = None, keepdims: bool = False) -> "Array":
        """What is left where numbers are summed along an axis."""
        axes = (
            range(self.ndim)
            if axis is None
            else [one % self.ndim for one in (axis if isinstance(axis, tuple) else [axis])]
        )
        kept = [1 if at in axes else size for at, size in enumerate(self.shape) if keepdims or at not in axes]
        return Array(kept, self.dtype)

    def same(self, *_: Any, **__: Any) -> "Array":
        """The same shape."""
        return Array(self.shape, self.dtype)

    copy = round = clip = cumsum = same

    def dot(self, other: Any) -> Any:
        """The product of matrices."""
        return self @ other

    def __matmul__(self, other: Any) -> Any:
        if not isinstance(other, Array) or not self.shape or not other.shape:
            return self.more("array")
        rest = other.shape[:-2] + other.shape[-1:] if other.ndim > 1 else ()
        return Array((*self.shape[:-1], *rest[-1:]))

    __hash__ = object.__hash__

    def item(self, *_: Any) -> float:
        """Not a number: it is not known."""
        return NAN

    def __int__(self) -> int:
        raise _unknown(self, "a number in it")

    __index__ = __int__


def _together(first: Array, second: Any) -> Any:
    """Two that are added, compared or the like: their shapes together."""
    shape = getattr(second, "shape", ())
    if isinstance(second, list | tuple):
        shape = shape_of(second)
    if not isinstance(shape, tuple):
        return first.more("array")
    return Array(broadcast(first.shape, shape), first.dtype)


def _compared(first: Array, second: Any) -> Any:
    both = _together(first, second)
    return Array(both.shape, "bool") if isinstance(both, Array) else both


for _name in "add sub mul truediv floordiv mod pow and or xor".split():
    setattr(Array, f"__{_name}__", _together)
    setattr(Array, f"__r{_name}__", _together)
for _name in "lt le gt ge eq ne".split():
    setattr(Array, f"__{_name}__", _compared)
for _name in ("neg", "abs", "pos", "invert"):
    setattr(Array, f"__{_name}__", Array.same)
for _name in "sum mean max min std var prod any all argmax argmin".split():
    setattr(Array, _name, Array.over)


def shape_of(data: Any) -> Shape:
    """The shape of an array, or of lists in lists."""
    shape = getattr(data, "shape", None)
    if isinstance(shape, tuple):
        return shape
    if isinstance(data, list | tuple | range):
        return (len(data), *(shape_of(data[0]) if len(data) else ()))
    return ()


def _as_keys(key: Any) -> Any:
    """An index as `sliced` takes it: a mask leaves a length that is not known, a list is an array of indices."""
    if isinstance(key, tuple):
        return tuple(map(_as_keys, key))
    if isinstance(key, Array) and key.dtype == "bool":
        return Array((None,))
    return Array(shape_of(key)) if isinstance(key, list) else key


def _unknown(array: Array, what: str) -> ValueError:
    return ValueError(
        f"{array!r}: {what} is asked for, and a program that runs in a page has no data; write the number itself there"
    )
