"""The layers that the lessons start from: Input, Dense and Embedding."""

import warnings
from typing import Any, ClassVar

from lstmlesson.law.sizes import Size, checked
from lstmlesson.law.weights import Weight
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Node, Shape, Tensor, read_axes


class InputLayer(Layer):
    """The place where samples come in. It has no weights.

    shape: the shape of one sample, (timesteps, features) for a sequence; None where it is chosen later.
    batch_size, or batch_shape with the batch in front: only for layers that are stateful.
    """

    shape: Any
    batch_shape: Any
    batch_size: Size | None

    def _bind(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        if "input_shape" in kwargs:
            warnings.warn("InputLayer: input_shape is the older name; Keras 3 prefers shape", stacklevel=3)
            kwargs = {"shape" if name == "input_shape" else name: value for name, value in kwargs.items()}
        return super()._bind(args, kwargs)

    def check(self) -> None:
        if self.batch_shape is not None:
            if self.shape is not None or self.batch_size is not None:
                raise ValueError(
                    f"Input: batch_shape={self.batch_shape!r} says it all; expected no shape and no batch_size"
                )
            shape = read_axes(self.batch_shape, "Input, batch_shape as (batch, timesteps, features)")
            if not shape:
                raise ValueError("Input: batch_shape=() is empty; expected the batch in front, as in (None, 100, 6)")
            self.__dict__.update(batch_size=shape[0], shape=shape[1:])
            return
        given = self.shape
        if given is None:
            raise ValueError("Input: shape is missing; expected a tuple such as (timesteps, features)")
        shape = read_axes(given, "Input, without the batch", lambda: self._any_length(given))
        size = None if self.batch_size is None else checked(self.batch_size, "batch_size")
        self.__dict__.update(shape=shape, batch_size=size)

    def _any_length(self, given: Any) -> str:
        return f"; for a sequence of any length with {given!r} features, (None, {given!r})"

    def tensor(self) -> Tensor:
        """The tensor with which a model begins."""
        return Node(self, (), [(self.batch_size, *self.shape)]).outputs[0]


def Input(
    shape: Any = None,
    batch_size: Any = None,
    dtype: Any = None,
    sparse: Any = None,
    ragged: Any = None,
    batch_shape: Any = None,
    name: str | None = None,
    tensor: Any = None,
    optional: bool = False,
) -> Tensor:
    """The tensor with which a model begins: Input((timesteps, features)), with None for a length chosen later.

    Raises: TypeError or ValueError for what is no tuple of sizes.
    Source: keras.Input of Keras 3.15.1, argument shape.

    >>> Input((100, 6)).shape                                 # the batch, which Keras prints, comes in front
    (None, 100, 6)
    """
    layer = InputLayer(shape, batch_size, dtype, sparse, ragged, batch_shape, tensor, optional, name)
    return layer.tensor()


class Dense(Layer):
    """A layer in which each unit sees each feature once: one block, and a bias for each unit.

    units: how many numbers come out, each of them a sum over all features with weights of its own.
    input: (…, features). output: (…, units). With more than one axis the same weights serve each position.
    Source: keras.layers.Dense of Keras 3.15.1; its kernel is stored as (features, units).

    >>> Dense(10).count((13,))                                # 13·10 + 10
    140
    """

    axes = ("features",)
    known = (-1,)

    def declare(self, shape: Shape) -> list[Weight]:
        weights = [Weight("kernel", (shape[-1], self.units))]
        return [*weights, Weight("bias", (self.units,))] if self.use_bias else weights

    def result(self, shape: Shape) -> Shape:
        return (*shape[:-1], self.units)


class Embedding(Layer):
    """A table with one row for each word: looking up is all it does, so there is no bias and no timestep in it.

    input_dim: how many words it knows. output_dim: how many numbers stand for one word.
    input: (timesteps,) of word numbers, or any shape of them. output: (timesteps, output_dim).
    Source: keras.layers.Embedding of Keras 3.15.1.

    >>> Embedding(640, 300).count()                           # 640·300
    192000
    """

    input_dim: Size
    output_dim: Size
    axes: ClassVar[tuple[str, ...]] = ()
    begins_mask = True
    takes, gives = "input_dim", "output_dim"

    def input_with(self, features: Size | None, like: Any = None) -> Any:
        """A shape of word numbers: it has no features, so it is kept as it is."""
        return () if like is None else like

    def read(self, input_shape: Any) -> Any:
        """The one table does not depend on the input shape, which may be left out."""
        return super().read(() if input_shape is None else input_shape)

    def declare(self, shape: Shape) -> list[Weight]:
        return [Weight("embeddings", (self.input_dim, self.output_dim))]

    def result(self, shape: Shape) -> Shape:
        return (*shape, self.output_dim)
