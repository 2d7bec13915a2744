"""What a program reads on a used layer as a value, and may ask as a function of another input."""

from collections.abc import Iterator, Sequence
from typing import Any

from lstmlesson.law.weights import Array


class WeightValues(Sequence[Array]):
    """layer.weights: the arrays of a used layer as Keras lists them; called with a shape, its list of weights."""

    def __init__(self, layer: Any, trained: bool | None = None) -> None:
        self._layer, self._trained = layer, trained

    def __call__(self, input_shape: Any = None) -> Any:
        return self._layer.weights_on(input_shape)

    def _arrays(self) -> list[Array]:
        arrays = self._layer.arrays_as_built()
        return [array for array in arrays if self._trained in (None, array.trainable)]

    def __getitem__(self, at: Any) -> Any:
        return self._arrays()[at]

    def __len__(self) -> int:
        return len(self._arrays())

    def __iter__(self) -> Iterator[Array]:
        return iter(self._arrays())

    def __repr__(self) -> str:
        return repr(self._arrays())


class _Called:
    """A shape that can be read, and asked for another input."""

    layer: Any

    def __call__(self, input_shape: Any = None) -> Any:
        return self.layer.output_shape_on(input_shape)


class OutputShape(_Called, tuple[Any, ...]):
    """layer.output_shape of a used layer, the batch in front; called with a shape, the output shape there."""


class OutputShapes(_Called, list[Any]):
    """The same for a layer from which several things come."""


class NoOutputShape(_Called):
    """layer.output_shape before the layer was used: it can be asked, there is nothing to read yet."""

    def __init__(self, layer: Any) -> None:
        self.layer = layer

    def __repr__(self) -> str:
        return f"<the output shape of {self.layer!r}, which was not used yet: output_shape(input_shape) gives it>"


def value(made: Any, layer: Any) -> Any:
    made.layer = layer
    return made
