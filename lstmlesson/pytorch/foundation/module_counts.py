"""What everybody asks of a module: its weights, its count with the arithmetic, its arrays and rows."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from lstmlesson.law import weights as law
from lstmlesson.law.drawn import Records
from lstmlesson.law.sizes import Count
from lstmlesson.law.weights import Array, Weight
from lstmlesson.pytorch.foundation.parameters import Parameter


class Row(NamedTuple):
    """A module that holds parameters of its own, or that has no modules inside it."""

    name: str
    class_name: str
    count: Any
    trainable_count: Any
    formula: str
    depth: int
    weights: tuple[Weight, ...] = ()


class ModuleCounts:
    """The part of a module that counts: all of it follows from the parameters that are registered."""

    named_parameters: Callable[..., Iterator[tuple[str, Parameter]]]
    named_modules: Callable[..., Iterator[tuple[str, Any]]]

    def weights(self, input_shape: Any = None) -> list[Weight]:
        """The list of weights, in the order of named_parameters(), each once; no shape is needed."""
        return Records((_weight(path, parameter) for path, parameter in self.named_parameters()), gate_axis=0)

    def count(self, input_shape: Any = None) -> Count:
        """How many numbers the module holds, trained or not."""
        return law.count(self.weights())

    def trainable_count(self, input_shape: Any = None) -> Count:
        """How many of its numbers training changes."""
        return law.count(law.trainable(self.weights()))

    def formula(self, input_shape: Any = None) -> str:
        """The count with the arithmetic that makes it."""
        return law.formula(self.weights())

    def arrays(self, input_shape: Any = None) -> list[Array]:
        """The arrays as PyTorch stores them: name, shape, trainable."""
        return Records(Array(path, tuple(one.shape), one.requires_grad) for path, one in self.named_parameters())

    def rows(self) -> list[Row]:
        """One row for each module without modules inside, and for each that holds parameters of its own."""
        seen: set[int] = set()
        rows = []
        for path, module in self.named_modules():
            own = [one for one in module.named_parameters(recurse=False) if id(one[1]) not in seen]
            seen.update(id(parameter) for _, parameter in own)
            if own or not module._modules:
                weights = [_weight(name, parameter) for name, parameter in own]
                count, trained = law.count(weights), law.count(law.trainable(weights))
                depth = path.count(".") + 1 if path else 0
                rows.append(
                    Row(path, type(module).__name__, count, trained, law.formula(weights), depth, tuple(weights))
                )
        return Records(rows, gate_axis=0)


def _weight(path: str, parameter: Parameter) -> Weight:
    """The weight of a parameter, at its path."""
    part, _, name = path.rpartition(".")
    inner = parameter.weight.part
    return parameter.weight._replace(
        name=name, trainable=parameter.requires_grad, part=f"{part}/{inner}".strip("/") if inner else part
    )
