"""Tensors whose numbers a program has written down: numpy's arrays under PyTorch's names, since programs read
sizes off them.
"""

from collections.abc import Callable, Iterator
from typing import Any

from lstmlesson.inert import Inert
from lstmlesson.pytorch.programs.tensors import Tensor


def _joined(name: str) -> Callable[..., Any]:
    def method(self: "Known", *others: Any) -> Any:
        given = [one.array if isinstance(one, Known) else one for one in others]
        if any(isinstance(one, Inert) for one in given):
            return Tensor()
        return known(getattr(self.array, name)(*given))

    return method


def _over_axis(name: str) -> Callable[..., Any]:
    def method(self: "Known", dim: Any = None, keepdim: bool = False, **_: Any) -> Any:
        return known(getattr(self.array, name)(dim, keepdims=keepdim))

    return method


class Known(Tensor):
    """A tensor that the program has written down or drawn: numpy's array under PyTorch's names."""

    def __init__(self, array: Any) -> None:
        super().__init__(shape=array.shape, array=array)

    array: Any

    def __repr__(self) -> str:
        return f"tensor({self.array!r})"

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        return self.array if dtype is None else self.array.astype(dtype)

    def __iter__(self) -> Iterator[Any]:
        return iter([known(one) for one in self.array])

    def __getitem__(self, key: Any) -> Any:
        keys = key if isinstance(key, tuple) else (key,)
        keys = tuple(one.array if isinstance(one, Known) else one for one in keys)
        return Tensor() if any(isinstance(one, Inert) for one in keys) else known(self.array[keys])

    def __setitem__(self, key: Any, value: Any) -> None:
        """Numbers that are written into it change no shape."""

    def __float__(self) -> float:
        return float(self.array)

    def __int__(self) -> int:
        return int(self.array)

    def __index__(self) -> int:
        return int(self.array)

    def __format__(self, how: str) -> str:
        return format(self.item(), how) if how else repr(self)

    def __bool__(self) -> bool:
        return bool(self.array)

    def item(self) -> Any:
        """The one number."""
        return self.array.item()

    def numpy(self) -> Any:
        """The array."""
        return self.array

    def tolist(self) -> Any:
        """The numbers as lists."""
        return self.array.tolist()

    def numel(self) -> int:
        """How many numbers there are."""
        return int(self.array.size)

    nelement = numel

    def view(self, *shape: Any) -> Any:
        """The same numbers in another shape."""
        sizes = shape[0] if len(shape) == 1 and isinstance(shape[0], tuple | list) else shape
        return known(self.array.reshape([int(size) for size in sizes])) if _are_numbers(sizes) else self

    reshape = view

    def unsqueeze(self, dim: int) -> Any:
        """One more axis, of length 1."""
        at = dim if dim >= 0 else dim + self.array.ndim + 1
        return known(self.array.reshape((*self.array.shape[:at], 1, *self.array.shape[at:])))

    def squeeze(self, dim: Any = None) -> Any:
        """Without axes of length 1."""
        if dim is not None and self.array.shape[dim] != 1:
            return self
        return known(self.array.squeeze(dim))

    def permute(self, *dims: Any) -> Any:
        """The axes in another order."""
        return known(self.array.transpose(*dims))

    def transpose(self, dim0: int, dim1: int) -> Any:
        """Two axes exchanged."""
        return known(self.array.swapaxes(dim0, dim1))

    def t(self) -> Any:
        """Rows and columns exchanged."""
        return known(self.array.T)

    @property
    def T(self) -> Any:
        """Rows and columns exchanged."""
        return self.t()

    def flatten(self, start_dim: int = 0, end_dim: int = -1) -> Any:
        """The axes from one to another in one."""
        shape = self.array.shape
        end = end_dim % len(shape)
        return known(self.array.reshape((*shape[:start_dim], -1, *shape[end + 1 :])))

    def _same(self, *args: Any, **kwargs: Any) -> "Known":
        return self

    to = cuda = cpu = clone = detach = contiguous = requires_grad_ = pin_memory = type_as = _same

    def long(self) -> Any:
        """The numbers as whole numbers."""
        return known(self.array.astype("int64"))

    def float(self) -> Any:
        """The numbers as 32-bit floats."""
        return known(self.array.astype("float32"))

    int, double = long, float

    def max(self, dim: Any = None, keepdim: bool = False) -> Any:
        """The largest, or those along an axis and their places."""
        return self._extreme("max", dim, keepdim)

    def min(self, dim: Any = None, keepdim: bool = False) -> Any:
        """The smallest, or those along an axis and their places."""
        return self._extreme("min", dim, keepdim)

    def _extreme(self, kind: str, dim: Any, keepdim: bool) -> Any:
        if dim is None:
            return known(getattr(self.array, kind)())
        places = getattr(self.array, f"arg{kind}")(dim, keepdims=keepdim)
        return known(getattr(self.array, kind)(dim, keepdims=keepdim)), known(places)

    sum, mean, std, argmax, argmin = map(_over_axis, ("sum", "mean", "std", "argmax", "argmin"))
    __hash__ = object.__hash__


for _name in "add sub mul truediv floordiv mod pow matmul and or".split():
    setattr(Known, f"__{_name}__", _joined(f"__{_name}__"))
    setattr(Known, f"__r{_name}__", _joined(f"__r{_name}__"))
for _name in ("neg", "abs", "lt", "le", "gt", "ge", "eq", "ne"):
    setattr(Known, f"__{_name}__", _joined(f"__{_name}__"))


def _are_numbers(sizes: Any) -> bool:
    return all(isinstance(size, int) or (isinstance(size, Known) and size.array.ndim == 0) for size in sizes)


def known(value: Any) -> Any:
    """A tensor of an array, or of a number of numpy's."""
    import numpy as np

    return Known(np.asarray(value))
