"""Layers that keep one number of many: pooling over windows, or over everything. They have no weights.

Each is declared once, and stands over one, two or three axes.
"""

from typing import ClassVar

from lstmlesson.law.checks import one_of, window
from lstmlesson.law.sizes import Size
from lstmlesson.layers.convolution import AXES
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape
from lstmlesson.layers.foundation.windows import back, last, positions


class OverAxes(Layer):
    """A layer that changes the lengths of axes and leaves the features alone."""

    rank: ClassVar[int] = 1
    more_axes = False
    data_format: str | None = None

    def __init_subclass__(cls) -> None:
        cls.axes = AXES[cls.rank]
        super().__init_subclass__()

    def meet(self, shape: Shape) -> None:
        super().meet(shape)
        self.result(shape)

    def result(self, shape: Shape) -> Shape:
        *lengths, features = last(shape, self.data_format)
        return back((*self.moved(tuple(lengths)), features), self.data_format)

    def moved(self, lengths: Shape) -> Shape:
        """The lengths after the layer."""
        raise NotImplementedError


class _Pooling(OverAxes):
    """A window that keeps one number for each feature."""

    pool_size: tuple[Size, ...]
    strides: tuple[Size, ...] | None
    padding: str

    def check(self) -> None:
        self.__dict__["pool_size"] = window(self.rank)(self.values["pool_size"], "pool_size")
        strides = self.values["strides"]
        self.__dict__["strides"] = self.pool_size if strides is None else window(self.rank)(strides, "strides")
        padding = self.padding.lower() if isinstance(self.padding, str) else self.padding
        self.__dict__["padding"] = one_of("valid", "same")(padding, "padding")

    def moved(self, lengths: Shape) -> Shape:
        each = zip(lengths, self.pool_size, self.strides or self.pool_size, strict=True)
        return tuple(positions(n, size, by, self.padding, 1, type(self).__name__) for n, size, by in each)


class MaxPooling1D(_Pooling):
    """The largest number in each window of timesteps.

    input: (timesteps, features). output: (positions of the window, features). Source: Keras 3.15.1.

    >>> MaxPooling1D(3).output_shape((20, 13))                # (20 - 3)//3 + 1
    (6, 13)
    """


class MaxPooling2D(_Pooling):
    """The largest number in each window of an image.

    input: (rows, columns, features). output: (rows, columns, features) of positions. Source: Keras 3.15.1.

    >>> MaxPooling2D().output_shape((28, 27, 8))              # (28 - 2)//2 + 1, (27 - 2)//2 + 1
    (14, 13, 8)
    """

    rank = 2


class MaxPooling3D(_Pooling):
    """The largest number in each window over three axes. Shapes as for MaxPooling2D. Source: Keras 3.15.1."""

    rank = 3


class AveragePooling1D(_Pooling):
    """The mean of each window of timesteps.

    input: (timesteps, features). output: (positions of the window, features). Source: Keras 3.15.1.

    >>> AveragePooling1D(3, strides=2).output_shape((6, 16))  # (6 - 3)//2 + 1
    (2, 16)
    """


class AveragePooling2D(_Pooling):
    """The mean of each window of an image. Shapes as for MaxPooling2D. Source: Keras 3.15.1."""

    rank = 2


class AveragePooling3D(_Pooling):
    """The mean of each window over three axes. Shapes as for MaxPooling2D. Source: Keras 3.15.1."""

    rank = 3


class _GlobalPooling(OverAxes):
    """One number for each feature, over all positions."""

    keepdims: bool

    def result(self, shape: Shape) -> Shape:
        features = last(shape, self.data_format)[-1]
        return back((*(1 for _ in shape[1:]), features), self.data_format) if self.keepdims else (features,)


class GlobalMaxPooling1D(_GlobalPooling):
    """The largest number of each feature over all timesteps.

    input: (timesteps, features). output: (features,). Source: Keras 3.15.1.

    >>> GlobalMaxPooling1D().output_shape((10, 50))
    (50,)
    """


class GlobalMaxPooling2D(_GlobalPooling):
    """The largest number of each feature over an image.

    input: (rows, columns, features). output: (features,). Source: Keras 3.15.1.

    >>> GlobalMaxPooling2D(keepdims=True).output_shape((7, 7, 50))
    (1, 1, 50)
    """

    rank = 2


class GlobalMaxPooling3D(_GlobalPooling):
    """The largest number of each feature over three axes. output: (features,). Source: Keras 3.15.1."""

    rank = 3


class GlobalAveragePooling1D(_GlobalPooling):
    """The mean of each feature over all timesteps.

    input: (timesteps, features). output: (features,). Source: Keras 3.15.1.

    >>> GlobalAveragePooling1D().output_shape((None, 13))
    (13,)
    """


class GlobalAveragePooling2D(_GlobalPooling):
    """The mean of each feature over an image. output: (features,). Source: Keras 3.15.1."""

    rank = 2


class GlobalAveragePooling3D(_GlobalPooling):
    """The mean of each feature over three axes. output: (features,). Source: Keras 3.15.1."""

    rank = 3


class _Adaptive(OverAxes):
    """As many windows as are asked for, however long the axes are."""

    output_size: tuple[Size, ...]

    def check(self) -> None:
        self.__dict__["output_size"] = window(self.rank)(self.values["output_size"], "output_size")

    def moved(self, lengths: Shape) -> Shape:
        return self.output_size


class AdaptiveMaxPooling1D(_Adaptive):
    """The largest number of each of output_size windows. Source: Keras 3.15.1.

    >>> AdaptiveMaxPooling1D(4).output_shape((20, 13))
    (4, 13)
    """


class AdaptiveMaxPooling2D(_Adaptive):
    """The largest number of each of output_size windows of an image. Source: Keras 3.15.1."""

    rank = 2


class AdaptiveMaxPooling3D(_Adaptive):
    """The largest number of each of output_size windows over three axes. Source: Keras 3.15.1."""

    rank = 3


class AdaptiveAveragePooling1D(_Adaptive):
    """The mean of each of output_size windows. Source: Keras 3.15.1."""


class AdaptiveAveragePooling2D(_Adaptive):
    """The mean of each of output_size windows of an image. Source: Keras 3.15.1."""

    rank = 2


class AdaptiveAveragePooling3D(_Adaptive):
    """The mean of each of output_size windows over three axes. Source: Keras 3.15.1."""

    rank = 3
