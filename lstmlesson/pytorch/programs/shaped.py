"""Tensors whose shape is known, and of whose numbers nothing, as what a declared module gives."""

from typing import Any

from lstmlesson.law.sizes import product
from lstmlesson.pytorch.programs.tensors import Tensor

Sizes = tuple[Any, ...]


class Shaped(Tensor):
    """A tensor whose shape is known, and of whose numbers nothing."""

    shape: Any

    def numel(self) -> Any:
        """How many numbers there would be."""
        return product(self.shape)

    nelement = numel

    def view(self, *sizes: Any) -> Any:
        """As many numbers in another shape; one length may be -1."""
        wanted = sizes[0] if len(sizes) == 1 and isinstance(sizes[0], tuple | list) else sizes
        if not all(isinstance(size, int) for size in wanted):
            return Tensor()
        return Shaped(shape=filled(tuple(wanted), self.numel()))

    reshape = view

    def flatten(self, start_dim: int = 0, end_dim: int = -1) -> Any:
        """The axes from one to another in one."""
        return Shaped(shape=flattened(self.shape, start_dim, end_dim))

    def unsqueeze(self, dim: int) -> Any:
        """One more axis, of length 1."""
        at = dim % (len(self.shape) + 1)
        return Shaped(shape=(*self.shape[:at], 1, *self.shape[at:]))

    def squeeze(self, dim: Any = None) -> Any:
        """Without axes of length 1."""
        axes = [at for at, size in enumerate(self.shape) if size == 1 and dim in (None, at, at - len(self.shape))]
        return Shaped(shape=tuple(size for at, size in enumerate(self.shape) if at not in axes))

    def __getitem__(self, key: Any) -> Any:
        """A part of it."""
        keys = key if isinstance(key, tuple) else (key,)
        if not all(isinstance(one, int | slice | type(None) | type(...)) for one in keys):
            return Tensor()
        return Shaped(shape=cut(self.shape, keys))

    def permute(self, *dims: Any) -> Any:
        """The axes in another order."""
        order = dims[0] if len(dims) == 1 and isinstance(dims[0], tuple | list) else dims
        return Shaped(shape=tuple(self.shape[at] for at in order))

    def transpose(self, dim0: int, dim1: int) -> Any:
        """Two axes exchanged."""
        order = list(self.shape)
        order[dim0], order[dim1] = order[dim1], order[dim0]
        return Shaped(shape=tuple(order))

    def _same(self, *args: Any, **kwargs: Any) -> "Shaped":
        return self

    to = cuda = cpu = clone = detach = contiguous = float = relu = _same


def filled(wanted: Sizes, numbers: Any) -> Sizes:
    """A shape of so many numbers, whose one length of -1 is what the others leave.

    >>> filled((4, -1), 12)
    (4, 3)
    """
    rest = product(tuple(size for size in wanted if size != -1))
    fits = rest > 0 and numbers % rest == 0 if -1 in wanted else rest == numbers
    if not fits or wanted.count(-1) > 1:
        raise RuntimeError(f"view{wanted} of {numbers} numbers; expected as many, and one -1 at most")
    return tuple(numbers // rest if size == -1 else size for size in wanted)


def cut(shape: Sizes, keys: tuple[Any, ...]) -> Sizes:
    """What is left of a shape: a number takes its axis away, a slice makes it shorter, None makes a new one.

    >>> cut((5, 7, 3), (slice(None), -1)), cut((5, 7, 3), (..., None, slice(1, 3)))
    ((5, 3), (5, 7, 1, 2))
    """
    rest, found = list(shape), []
    meant = sum(key is not None and key is not ... for key in keys)
    for at, key in enumerate((*keys, ...) if ... not in keys else keys):
        if key is None:
            found.append(1)
        elif key is ...:
            many = len(shape) - meant
            found, rest = found + rest[:many], rest[many:]
        elif isinstance(key, slice):
            found.append(len(range(rest.pop(0))[key]))
        elif not -rest[0] <= key < rest.pop(0):
            raise IndexError(f"index {key} in axis {at} of {shape}")
    return tuple(found)


def flattened(shape: Sizes, start: int, end: int) -> Sizes:
    """A shape in which the axes from one to another are one."""
    first, last = start % len(shape), end % len(shape)
    return (*shape[:first], product(shape[first : last + 1]), *shape[last + 1 :])
