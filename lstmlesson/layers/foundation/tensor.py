"""Shapes and tensors: what goes into a layer and comes out of it, before anything is run.

Shapes are those of one sample, as `input_shape` has always been in Keras: (timesteps, features), no batch.
A tensor carries the batch in front, as Keras prints it: (None, timesteps, features).
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from lstmlesson.law.sizes import Size, checked, same, shown, written

if TYPE_CHECKING:
    from lstmlesson.layers.foundation.layer import Layer

# A shape of one sample; None stands for an axis whose length is chosen later.
Shape = tuple[Size | None, ...]


class Node:
    """One call of a layer: the tensors that went in and, by `Tensor.node`, the ones that came out.

    results: the shapes of what comes out, the batch in front. masks: those that the layer looks at, besides.
    """

    def __init__(
        self,
        layer: "Layer",
        inputs: tuple["Tensor", ...],
        results: Sequence[Shape],
        masks: tuple["Tensor", ...] = (),
    ) -> None:
        self.layer, self.inputs, self.masks = layer, inputs, masks
        self.outputs = [Tensor(shape, self, index) for index, shape in enumerate(results)]
        layer.remember(self)


def _operator(name: str, turned: bool = False) -> Any:
    """The method of an operator such as +, which is an operation of its own in a model, as in Keras."""

    def method(self: "Tensor", *others: Any) -> Any:
        from lstmlesson.layers.operations import function

        given = (*others, self) if turned else (self, *others)
        return function(name)(*given)

    return method


class Tensor:
    """What a layer passes on, when it is only drawn and not yet run: a shape, and where it came from.

    shape: the batch in front, as Keras prints it. sample: the same without the batch.
    """

    dtype = "float32"
    # An array beside a tensor leaves the operation to the tensor.
    __array_ufunc__ = None

    # Which timesteps count, as a tensor of its own; see `masks`.
    mask: "Tensor | None" = None

    def __init__(self, shape: Shape, node: Node, index: int) -> None:
        self.shape, self.node, self.index = tuple(shape), node, index

    @property
    def sample(self) -> Shape:
        """The shape of one sample."""
        return self.shape[1:]

    @property
    def ndim(self) -> int:
        """How many axes there are, with the batch."""
        return len(self.shape)

    @property
    def is_constant(self) -> bool:
        """Whether it comes from no Input: a weight, or numbers written down in the program."""
        return self.node.layer.makes_constants

    def __repr__(self) -> str:
        return f"<Tensor {written(self.shape)} from {type(self.node.layer).__name__}>"

    def __bool__(self) -> bool:
        raise TypeError(f"{self!r} has no values yet, so it is neither true nor false; expected an operation")

    def __len__(self) -> int:
        raise TypeError(f"{self!r} has no values yet, so it has no length; its shape is {written(self.shape)}")

    def __iter__(self) -> Any:
        raise TypeError(f"{self!r} has no values yet, so it cannot be looped over; slice it, as in x[:, 0]")

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise TypeError(f"{self!r} has no values yet: models here count and are not run")

    __add__, __radd__ = _operator("add"), _operator("add", turned=True)
    __sub__, __rsub__ = _operator("subtract"), _operator("subtract", turned=True)
    __mul__, __rmul__ = _operator("multiply"), _operator("multiply", turned=True)
    __truediv__, __rtruediv__ = _operator("true_divide"), _operator("true_divide", turned=True)
    __floordiv__, __rfloordiv__ = _operator("floor_divide"), _operator("floor_divide", turned=True)
    __mod__, __rmod__ = _operator("mod"), _operator("mod", turned=True)
    __pow__, __rpow__ = _operator("power"), _operator("power", turned=True)
    __matmul__, __rmatmul__ = _operator("matmul"), _operator("matmul", turned=True)
    __lt__, __le__, __gt__, __ge__ = map(_operator, ("less", "less_equal", "greater", "greater_equal"))
    __and__, __or__, __xor__ = map(_operator, ("logical_and", "logical_or", "logical_xor"))
    __neg__, __abs__, __invert__ = map(_operator, ("negative", "absolute", "logical_not"))
    __getitem__ = _operator("get_item")


def meet(first: Size | None, second: Size | None) -> Size | None:
    """What two lengths of an axis come to when one is repeated along the other: 5 and 1 make 5, 5 and None make 5.

    Raises: ValueError where both are known, different, and neither is 1.
    """
    if first is None or same(first, 1):
        return None if second is not None and first is None and same(second, 1) else second
    if second is None or same(second, 1) or same(first, second):
        return first
    raise ValueError(f"{shown(first)} meets {shown(second)}; expected equal sizes, or 1")


def broadcast(first: Shape, second: Shape) -> Shape:
    """The shape of two tensors that are joined number by number.

    Source: numpy's rule, which Keras 3.15.1 follows: from the last axis on, equal lengths, or 1, or one missing.

    >>> broadcast((None, 10, 3), (3,))
    (None, 10, 3)
    """
    longer, shorter = (first, second) if len(first) >= len(second) else (second, first)
    front = len(longer) - len(shorter)
    return (*longer[:front], *map(meet, longer[front:], shorter))


def read_axes(given: Any, whose: str, hint: Callable[[], str] = str) -> Shape:
    """A shape as a tuple of checked sizes and None. hint: what a refusal adds."""
    if not isinstance(given, list | tuple):
        raise TypeError(f"input shape {given!r} for {whose}: expected a tuple of sizes{hint() or ', such as (10, 3)'}")
    return tuple([_axis(size, axis) for axis, size in enumerate(given)])


def _axis(size: Any, axis: int) -> Size | None:
    """A length; a plain number needs no name for a refusal."""
    if size is None or (type(size) is int and size > 0):
        return size
    return checked(size, f"axis {axis} of the input shape")


def common_batch(tensors: list[Tensor], whose: str) -> Size | None:
    """The one batch size of several tensors; None where all leave it open."""
    if len(tensors) == 1:
        return tensors[0].shape[0]
    sizes: set[Any] = {tensor.shape[0] for tensor in tensors if tensor.shape[0] is not None}
    if len(sizes) > 1:
        raise ValueError(f"{whose}: tensors of different batch sizes {sorted(sizes)} cannot meet")
    return sizes.pop() if sizes else None


def as_tensor(given: Any, whose: str) -> Tensor:
    """A tensor as it is; for an array, the tensor of its shape, since a layer may be called on data to build it."""
    if isinstance(given, Tensor):
        return given
    shape = getattr(given, "shape", None)
    if not isinstance(shape, tuple):
        raise TypeError(f"{whose} was called on {given!r}; expected what Input(…) or another layer returned")
    from lstmlesson.layers.operations.operation import Variable

    return Variable(shape=tuple(map(int, shape)))
