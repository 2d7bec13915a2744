"""Layers that rescale what passes: a few numbers for each feature, not all of them trained."""

from typing import Any

from lstmlesson.law.sizes import Size
from lstmlesson.law.weights import Weight
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape, written


class _Normalisation(Layer):
    """A layer with one gamma and one beta for each place along its axis."""

    axis: Any
    center: bool
    scale: bool

    def check(self) -> None:
        axis = self.axis
        several = isinstance(axis, list | tuple) and type(self) is LayerNormalization
        axes = tuple(axis) if several else (axis,)
        if not axes or any(isinstance(one, bool) or not isinstance(one, int) for one in axes):
            raise TypeError(f"{type(self).__name__}: axis={axis!r}; expected a whole number such as -1, the last axis")
        self.__dict__["axis"] = axes

    @property
    def features_axis(self) -> int:
        """The last of the axes that are rescaled one by one, counted without the batch."""
        last = self.axis[-1]
        return last - 1 if last > 0 else last

    def input_with(self, features: Size | None, like: Any = None) -> Any:
        axis = self.features_axis
        return super().input_with(features, like or (None,) * (axis + 1 if axis >= 0 else -axis))

    @property
    def has_weights(self) -> bool:
        """Whether any axis must have a known length."""
        return self.scale or self.center

    def meet(self, shape: Shape) -> None:
        super().meet(shape)
        self._block(shape)

    def _block(self, shape: Shape) -> tuple[Size, ...]:
        """The lengths of the axes that the layer rescales one by one. Keras counts the batch as axis 0."""
        sizes = []
        # Keras sorts the axes as they are written, so a negative one comes first.
        for axis in sorted(self.axis):
            index = axis - 1 if axis > 0 else len(shape) + axis
            if axis == 0 or not 0 <= index < len(shape):
                raise ValueError(
                    f"{type(self).__name__}: axis={axis} is not in {written((None, *shape))}, the batch in front; "
                    f"expected 1 to {len(shape)}, or -1 for the last"
                )
            if shape[index] is None and self.has_weights:
                raise ValueError(
                    f"{type(self).__name__}: axis {axis} of {written((None, *shape))} is None; expected a number, "
                    "since it makes the size of a weight"
                )
            sizes.append(shape[index])
        return tuple(sizes)

    def declare(self, shape: Shape) -> list[Weight]:
        block = self._block(shape)
        return [Weight("gamma", block)] * self.scale + [Weight("beta", block)] * self.center


class LayerNormalization(_Normalisation):
    """Each sample rescaled by itself: a gamma and a beta for each feature.

    input and output: any shape. Source: keras.layers.LayerNormalization of Keras 3.15.1.

    >>> LayerNormalization().count((10, 64))                  # 64 + 64
    128
    """


class BatchNormalization(_Normalisation):
    """Each feature rescaled over the batch: gamma and beta are trained, the moving mean and variance are not.

    input and output: any shape. Source: keras.layers.BatchNormalization of Keras 3.15.1.

    >>> BatchNormalization().count((10,)), BatchNormalization().trainable_count((10,))         # 4·10, 2·10
    (40, 20)
    """

    renorm: bool
    has_weights = True  # the moving mean and variance are always there

    def declare(self, shape: Shape) -> list[Weight]:
        names = ["moving_mean", "moving_variance"] + ["moving_stddev", "renorm_mean", "renorm_stddev"] * self.renorm
        return [*super().declare(shape), *(Weight(name, self._block(shape), trainable=False) for name in names)]
