"""Tensors of a pasted PyTorch program that have no numbers, as what a module gives.

Modules are counted without running `forward`. So `model(x)` gives a Tensor that takes whatever is done with it, and
is nan as a number. What was written down has its numbers (`known_tensors`).
"""

from typing import Any

from lstmlesson.inert import NAN, Inert


class Sizes(tuple[Any, ...]):
    """A shape, as torch.Size: a tuple with numel()."""

    def numel(self) -> Any:
        """How many numbers a tensor of this shape holds."""
        from lstmlesson.law.sizes import product

        return product(self)


class Tensor(Inert):
    """A tensor without numbers. Its shape, where it is known, can be read; all else gives more of the kind.

    data: sizes, or one list or array, as torch.Tensor takes them.

    >>> Tensor(3, 4).shape, Tensor([[1, 2]]).shape
    ((3, 4), (1, 2))
    """

    def __init__(self, *data: Any, shape: Any = None, what: str = "tensor", **known: Any) -> None:
        super().__init__(what, **known)
        shape = _shape_of(data) if data else shape
        if shape is not None:
            self.__dict__["shape"] = Sizes(shape)

    def more(self, what: str) -> Any:
        """Another tensor without numbers."""
        return Tensor(what=what)

    def item(self) -> float:
        """Not a number: nothing was run."""
        return NAN

    def size(self, dim: int | None = None) -> Any:
        """The shape, or one length of it."""
        shape = self.shape
        return shape if dim is None or not isinstance(shape, tuple) else shape[dim]

    def dim(self) -> Any:
        """How many axes there are."""
        return len(self.shape) if isinstance(self.shape, tuple) else self.more(self.what)

    @property
    def ndim(self) -> Any:
        """How many axes there are."""
        return self.dim()

    def __len__(self) -> int:
        shape = self.__dict__.get("shape")
        if not isinstance(shape, tuple) or not shape:
            raise TypeError(f"{self!r}: its length is not known, since no module is run here")
        return shape[0]

    def __eq__(self, other: object) -> Any:
        return self.more(self.what)

    __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __eq__  # type: ignore[assignment]
    __hash__ = object.__hash__


def _shape_of(data: tuple[Any, ...]) -> Any:
    """The shape that sizes say, or that a list or an array has."""
    first = data[0]
    if hasattr(first, "shape"):
        return first.shape if isinstance(first.shape, tuple) else None
    if isinstance(first, list | tuple) and not isinstance(first, Sizes):
        inside = _shape_of((first[0],)) if first and isinstance(first[0], list | tuple) else ()
        return (len(first), *inside)
    return first if isinstance(first, Sizes) else data
