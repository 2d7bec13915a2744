"""Shapes and tensors: what goes into a layer and comes out of it, before anything is run.

Shapes are those of one sample, as `input_shape` has always been in Keras: (timesteps, features), no batch.
A tensor carries the batch in front, as Keras prints it: (None, timesteps, features).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lstmlesson.law.sizes import Size, checked, shown

if TYPE_CHECKING:
    from lstmlesson.layers.foundation.layer import Layer

# A shape of one sample; None stands for an axis whose length is chosen later.
Shape = tuple[Size | None, ...]


class Node:
    """One call of a layer: the tensors that went in and, by `Tensor.node`, the ones that came out."""

    def __init__(self, layer: "Layer", inputs: tuple["Tensor", ...], results: list[Shape], batch: Size | None) -> None:
        self.layer, self.inputs = layer, inputs
        self.outputs = [Tensor(shape, batch, self, index) for index, shape in enumerate(results)]


class Tensor:
    """What a layer passes on, when it is only drawn and not yet run: a shape, and where it came from.

    sample: the shape of one sample. shape: the same with the batch in front, as Keras prints it.
    """

    def __init__(self, sample: Shape, batch: Size | None, node: Node, index: int) -> None:
        self.sample, self.shape, self.node, self.index = sample, (batch, *sample), node, index

    def __repr__(self) -> str:
        return f"<Tensor {written(self.shape)} from {type(self.node.layer).__name__}>"


def written(shape: Sequence[Any]) -> str:
    """A shape as Python writes a tuple, sizes as people write them: (None, 100, 6)."""
    inside = ", ".join("None" if size is None else shown(size).replace(",", "") for size in shape)
    return f"({inside},)" if len(shape) == 1 else f"({inside})"


def read_axes(given: Any, whose: str, hint: str = "") -> Shape:
    """A shape as a tuple of checked sizes and None."""
    if isinstance(given, str) or not isinstance(given, list | tuple):
        raise TypeError(f"input shape {given!r} for {whose}: expected a tuple of sizes{hint}")
    return tuple(
        None if size is None else checked(size, f"axis {axis} of the input shape") for axis, size in enumerate(given)
    )


def common_batch(tensors: list[Tensor], whose: str) -> Size | None:
    """The one batch size of several tensors; None where all leave it open."""
    sizes = {tensor.shape[0] for tensor in tensors if tensor.shape[0] is not None}
    if len(sizes) > 1:
        raise ValueError(f"{whose}: tensors of different batch sizes {sorted(sizes)} cannot meet")
    return sizes.pop() if sizes else None
