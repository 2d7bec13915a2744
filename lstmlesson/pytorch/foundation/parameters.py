"""What a module holds: parameters, which are counted, and buffers, which are not. Neither has numbers here."""

from typing import Any

from lstmlesson.law.sizes import Size, product
from lstmlesson.law.weights import ONE_BLOCK, Weight
from lstmlesson.pytorch.programs.tensors import Sizes, Tensor


class Parameter(Tensor):
    """A parameter: a shape, and whether training changes it.

    data: a tensor, of which the shape is read. Source: torch.nn.Parameter of PyTorch 2.13.

    >>> from lstmlesson import pytorch
    >>> Parameter(pytorch.zeros(3, 4)).numel()                # 3·4
    12
    """

    def __init__(self, data: Any = None, requires_grad: bool = True, weight: Weight | None = None) -> None:
        shape = tuple(getattr(data, "shape", ()) if data is not None else ())
        if weight is None:
            weight = Weight("", shape, ONE_BLOCK)
        super().__init__(what="Parameter", shape=shape)
        self.__dict__.update(weight=weight, requires_grad=bool(requires_grad))

    requires_grad: bool
    weight: Weight

    @classmethod
    def of(cls, weight: Weight) -> "Parameter":
        """The parameter in which the blocks of a weight lie one below the other."""
        parameter = cls(None, weight.trainable, weight)
        parameter.__dict__["shape"] = Sizes(weight.stacked(0).shape)
        return parameter

    @property
    def data(self) -> "Parameter":
        """Itself: it holds no numbers, so what is written into it changes nothing."""
        return self

    @data.setter
    def data(self, value: Any) -> None:
        shape = getattr(value, "shape", None)
        if isinstance(shape, tuple) and shape != self.shape:  # PyTorch takes another shape here, too
            self.__dict__.update(shape=Sizes(shape), weight=self.weight._replace(shape=tuple(shape), gates=ONE_BLOCK))

    def requires_grad_(self, requires_grad: bool = True) -> "Parameter":
        """Whether training changes it."""
        self.requires_grad = bool(requires_grad)
        return self

    def numel(self) -> Size:
        """How many numbers it holds."""
        return self.weight.size

    nelement = numel

    def __repr__(self) -> str:
        return f"<Parameter {tuple(self.shape)}>"


class Buffer(Tensor):
    """What a module keeps besides and does not count, such as a running mean."""

    def __init__(self, name: str, shape: tuple[Size, ...]) -> None:
        super().__init__(what=name, shape=shape)
        self.__dict__["name"] = name

    name: str

    def numel(self) -> Size:
        """How many numbers it holds."""
        return product(self.shape)
