"""Layers that stand before a model and learn nothing in training: numbers that are scaled, cut into bins or encoded."""

from typing import Any, ClassVar

from lstmlesson.law.checks import one_of
from lstmlesson.law.sizes import Size
from lstmlesson.law.weights import Weight
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape, written


class Normalization(Layer):
    """Each feature with its mean taken away, in units of its deviation; both are found by adapt, not by training.

    input and output: any shape. Stored: a mean and a variance for each feature, and one number, how many were seen;
    with mean=… and variance=… nothing is stored. Source: keras.layers.Normalization of Keras 3.15.1.

    >>> Normalization().count((10, 4)), Normalization().trainable_count((10, 4))           # 4 + 4 + 1, none trained
    (9, 0)
    """

    def check(self) -> None:
        axis = self.values["axis"]
        axes = () if axis is None else axis if isinstance(axis, list | tuple) else (axis,)
        if any(isinstance(one, bool) or not isinstance(one, int) for one in axes):
            raise TypeError(f"Normalization: axis={axis!r}; expected whole numbers, or None")
        self.__dict__["axis"] = tuple(axes)
        if (self.values["mean"] is None) != (self.values["variance"] is None):
            raise ValueError("Normalization: mean and variance are given together; expected both, or none of them")

    axis: tuple[int, ...]

    def meet(self, shape: Shape) -> None:
        super().meet(shape)
        self._places(shape)

    def _places(self, shape: Shape) -> tuple[Size, ...]:
        full = (None, *shape)
        if any(not -len(full) <= axis < len(full) for axis in self.axis):
            raise ValueError(f"Normalization: axis={self.axis} is not in {written(full)}, the batch in front")
        places: list[Any] = [full[axis] for axis in sorted(axis % len(full) for axis in self.axis)]
        if None in places:
            raise ValueError(f"Normalization: axis {self.axis} of {written(full)} is None; expected a number")
        return tuple(places)

    def declare(self, shape: Shape) -> list[Weight]:
        if self.values["mean"] is not None:
            return []
        places = self._places(shape)
        each = [("mean", places), ("variance", places), ("count", ())]
        return [Weight(name, block, trainable=False) for name, block in each]

    def adapt(self, data: Any, *arguments: Any, **more: Any) -> None:
        """Accepted: what is found is no number that is counted otherwise."""


class Encoding(Layer):
    """A layer that turns things into numbers: one each, or a place for each of so many."""

    modes: ClassVar[tuple[str, ...]] = ("int", "one_hot", "multi_hot", "count", "tf_idf")
    output_mode: str

    def check(self) -> None:
        self.__dict__["output_mode"] = one_of(*self.modes)(str(self.output_mode).replace("-", "_"), "output_mode")

    def depth(self) -> Size | None:
        """How many places there are."""
        raise NotImplementedError

    def result(self, shape: Shape) -> Shape:
        if self.output_mode == "int":
            return shape
        if self.output_mode == "one_hot":
            return (*(shape[:-1] if shape[-1:] == (1,) else shape), self.depth())
        return (*shape[:-1], self.depth())


class CategoryEncoding(Encoding):
    """Whole numbers as places of a vector. No weights. Source: keras.layers.CategoryEncoding of Keras 3.15.1."""

    modes = ("one_hot", "multi_hot", "count")

    def check(self) -> None:
        super().check()
        tokens = self.values["num_tokens"]
        if tokens is None or isinstance(tokens, bool) or not isinstance(tokens, int) or tokens < 1:
            raise ValueError(f"CategoryEncoding: num_tokens={tokens!r}; expected how many categories there are")

    def depth(self) -> Size | None:
        return self.values["num_tokens"]


class Hashing(Encoding):
    """Things as numbers by a hash. No weights. Source: keras.layers.Hashing of Keras 3.15.1."""

    modes = ("int", "one_hot", "multi_hot", "count")

    def depth(self) -> Size | None:
        return self.values["num_bins"]


class Discretization(Encoding):
    """Numbers as the bins in which they lie. No weights. Source: keras.layers.Discretization of Keras 3.15.1."""

    modes = ("int", "one_hot", "multi_hot", "count")

    def depth(self) -> Size | None:
        edges = self.values["bin_boundaries"]
        return self.values["num_bins"] if edges is None else len(edges) + 1

    def check(self) -> None:
        super().check()
        if self.values["num_bins"] is not None and self.values["bin_boundaries"] is not None:
            raise ValueError("Discretization: num_bins and bin_boundaries are both given; expected one of the two")

    def adapt(self, data: Any, *arguments: Any, **more: Any) -> None:
        """Accepted: the edges that are found change no count."""
