"""PyTorch's modules that hold no parameters, such as activations, poolings, losses. The table of names has them.

PReLU looks like one of them, and holds one number for each channel or for all.
"""

from functools import cache
from typing import Any

from lstmlesson.inert import Signature, checked_arguments, nearest, signature, table
from lstmlesson.law.sizes import Size
from lstmlesson.law.weights import Weight
from lstmlesson.pytorch.foundation.base import PLACE, Declared
from lstmlesson.pytorch.foundation.module import Module
from lstmlesson.pytorch.programs.shapes_through import through
from lstmlesson.pytorch.programs.tensors import Tensor

NAMES = "lstmlesson.pytorch"  # whose public_names.txt has them
# What torch.nn has, holds parameters, and is not declared here.
NOT_DECLARED = """
    AdaptiveLogSoftmaxWithLoss Container LinearCrossEntropyLoss LinearCrossEntropyOptions RNNBase RNNCellBase
    UninitializedBuffer UninitializedParameter
""".split()


class Weightless(Module):
    """A module that holds nothing; its arguments are checked, and become its attributes."""

    signature = Signature(True, (), {}, True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__()
        given = checked_arguments(type(self).__name__, "nn", self.signature, args, kwargs)
        for name, value in (self.signature.defaults | given).items():
            self.__dict__.setdefault(name, value)
        self.__dict__["given"] = given

    given: dict[str, Any]

    def __call__(self, *inputs: Any, **more: Any) -> Any:
        """A tensor without numbers, and with its shape where that is known."""
        return through(self, inputs[0]) if len(inputs) == 1 else Tensor(what=f"{type(self).__name__}(…)")

    def extra_repr(self) -> str:
        return ", ".join(f"{name}={value!r}" for name, value in self.given.items())


class PReLU(Declared):
    """A ReLU whose slope is learnt: one number, or one for each channel. Source: torch.nn.PReLU of PyTorch 2.13.

    >>> PReLU().count(), PReLU(8).count()
    (1, 8)
    """

    arguments = {"num_parameters": 1, "init": 0.25, **PLACE}
    takes = "num_parameters"
    num_parameters: Size

    def declare(self) -> list[Weight]:
        return [Weight("weight", (self.num_parameters,))]

    def meet(self, shape: tuple[Any, ...]) -> None:
        """It takes any shape."""


@cache
def weightless_class(name: str) -> Any:
    """The class of a weightless module.

    Raises: AttributeError for what torch.nn does not have, or what is not declared here.
    """
    line = table(NAMES)["nn"].get(name)
    if line is None or not line.startswith("class "):
        raise AttributeError(f"torch.nn has no {name}{nearest(name, table(NAMES)['nn'])}")
    if name in NOT_DECLARED or name.startswith("Lazy"):
        advice = f"; write nn.{name[4:]} with the size of its input" if name.startswith("Lazy") else ""
        raise AttributeError(f"nn.{name} is not declared here, so its parameters cannot be counted{advice}")
    return type(name, (Weightless,), {"signature": signature(line), "__module__": "lstmlesson.pytorch"})
