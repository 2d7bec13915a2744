"""What a pasted program does with a module besides building it: call it, move it, train it.

Modules are counted here and not run, so most of this is accepted and changes nothing; a call says so.
"""

import warnings
from collections.abc import Callable, Iterator
from typing import Any, Self

from lstmlesson.inert import Inert, NotHere
from lstmlesson.pytorch.programs.shapes_through import through
from lstmlesson.pytorch.programs.tensors import Tensor


class ModuleCalls:
    """The part of a module that runs and trains in PyTorch, and only goes along here."""

    children: Callable[[], Iterator[Any]]
    parameters: Callable[..., Iterator[Any]]

    def forward(self, *inputs: Any, **more: Any) -> Any:
        """What a class of the learner's own says; it is not run here."""
        raise NotImplementedError(f"{type(self).__name__} has no forward")

    def __call__(self, *inputs: Any, **more: Any) -> Any:
        """A tensor without numbers, and with its shape where that is known: modules are counted here, and not run."""
        warnings.warn(
            f"{type(self).__name__} is not run here: modules are counted, and what comes out has no numbers",
            NotHere,
            stacklevel=2,
        )
        return through(self, inputs[0]) if inputs else Tensor(what=f"{type(self).__name__}(…)")

    def apply(self, fn: Callable[[Any], Any]) -> Self:
        """A function done to each module inside, and to this one at last."""
        for child in self.children():
            child.apply(fn)
        fn(self)
        return self

    def requires_grad_(self, requires_grad: bool = True) -> Self:
        """Whether training changes its parameters."""
        for parameter in self.parameters():
            parameter.requires_grad = bool(requires_grad)
        return self

    def train(self, mode: bool = True) -> Self:
        """Accepted: it changes no count."""
        self.__dict__["training"] = bool(mode)
        return self

    def eval(self) -> Self:
        """Accepted: it changes no count."""
        return self.train(False)

    def to(self, *args: Any, **kwargs: Any) -> Self:
        """Itself: place and number type change no count."""
        return self

    cuda = cpu = float = double = half = bfloat16 = type = share_memory = compile = to

    def zero_grad(self, set_to_none: bool = True) -> None:
        """Accepted: there are no gradients here."""

    def _hook(self, *args: Any, **kwargs: Any) -> Any:
        return Inert("hook")

    register_forward_hook = register_forward_pre_hook = register_full_backward_hook = _hook
