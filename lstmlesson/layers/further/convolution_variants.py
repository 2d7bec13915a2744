"""Convolutions that take a layer apart or run it backwards: depthwise, separable, transposed."""

from typing import Any

from lstmlesson.law.checks import window
from lstmlesson.law.sizes import Size, is_number, product
from lstmlesson.law.weights import Weight
from lstmlesson.layers.convolution import AXES, Window
from lstmlesson.layers.foundation.tensor import Shape
from lstmlesson.layers.foundation.windows import back, last


class _Variant(Window):
    def __init_subclass__(cls) -> None:
        cls.axes = AXES[cls.rank]
        super().__init_subclass__()

    def meet(self, shape: Shape) -> None:
        super().meet(shape)
        self.features_of(shape)
        self.result(shape)

    def given_by(self, shape: Shape) -> Size:
        """How many features come out."""
        return self.filters

    def result(self, shape: Shape) -> Shape:
        return back((*self.moved(last(shape, self.data_format)[:-1]), self.given_by(shape)), self.data_format)

    def with_bias(self, weights: list[Weight], shape: Shape) -> list[Weight]:
        return [*weights, Weight("bias", (self.given_by(shape),))] if self.use_bias else weights


class _Depthwise(_Variant):
    """A window that sees one feature at a time: each feature has depth_multiplier kernels of its own."""

    moves_or_spreads = False
    depth_multiplier: Size

    def given_by(self, shape: Shape) -> Size:
        return product((self.features_of(shape), self.depth_multiplier), "features")

    def declare(self, shape: Shape) -> list[Weight]:
        kernel = Weight("kernel", (*self.kernel_size, self.features_of(shape), self.depth_multiplier))
        return self.with_bias([kernel], shape)


class DepthwiseConv1D(_Depthwise):
    """A window over the timesteps that sees one feature at a time.

    input: (timesteps, features). output: (positions, features·depth_multiplier). Source: Keras 3.15.1.

    >>> DepthwiseConv1D(3).count((100, 6))                    # 3·6·1 + 6
    24
    """


class DepthwiseConv2D(_Depthwise):
    """A window over rows and columns that sees one feature at a time.

    input: (rows, columns, features). output: positions with features·depth_multiplier. Source: Keras 3.15.1.

    >>> DepthwiseConv2D(3, depth_multiplier=2).count((28, 28, 4))          # 3·3·4·2 + 4·2
    80
    """

    rank = 2


class _Separable(_Variant):
    """A depthwise window, and then a Dense over the features of each position."""

    moves_or_spreads = False
    depth_multiplier: Size

    def declare(self, shape: Shape) -> list[Weight]:
        seen = self.features_of(shape)
        between = product((seen, self.depth_multiplier), "features")
        depthwise = Weight("depthwise_kernel", (*self.kernel_size, seen, self.depth_multiplier))
        pointwise = Weight("pointwise_kernel", (*(1 for _ in self.kernel_size), between, self.filters))
        return self.with_bias([depthwise, pointwise], shape)


class SeparableConv1D(_Separable):
    """A window over the timesteps for each feature, then a mix of the features.

    input: (timesteps, features). output: (positions, filters). Source: Keras 3.15.1.

    >>> SeparableConv1D(8, 3).count((100, 6))                 # 3·6·1 + 1·6·8 + 8
    74
    """


class SeparableConv2D(_Separable):
    """A window over rows and columns for each feature, then a mix of the features.

    input: (rows, columns, features). output: positions with filters. Source: Keras 3.15.1.

    >>> SeparableConv2D(8, 3).count((28, 28, 4))              # 3·3·4·1 + 1·1·4·8 + 8
    76
    """

    rank = 2


class _Transposed(_Variant):
    """A convolution run backwards, which makes an axis longer; its kernel has the filters before the features."""

    output_padding: Any

    def check(self) -> None:
        super().check()
        if self.output_padding is not None:
            extra: tuple[Any, ...] = window(self.rank, least=0)(self.output_padding, "output_padding")
            self.__dict__["output_padding"] = extra
            if any(more >= by for more, by in zip(extra, self.strides, strict=True)):
                raise ValueError(
                    f"{type(self).__name__}: output_padding={extra} and strides={self.strides}; expected less than the "
                    "stride along each axis"
                )

    def declare(self, shape: Shape) -> list[Weight]:
        kernel = Weight("kernel", (*self.kernel_size, self.filters, self.features_of(shape)))
        return self.with_bias([kernel], shape)

    def moved(self, lengths: Shape) -> Shape:
        extra = self.output_padding or (None,) * self.rank
        each = zip(lengths, self.kernel_size, self.strides, self.dilation_rate, extra, strict=True)
        return tuple(None if length is None else self._longer(length, *one) for length, *one in each)

    def _longer(self, length: Any, size: Any, by: Any, apart: Any, extra: Any) -> Size:
        """The length of an axis that a convolution would make into this one. Source: conv_transpose of Keras 3.15.1."""
        reach = apart * (size - 1) + 1
        if self.padding == "same":
            return product((length, by)) if extra is None else (length - 1) * by + reach % 2 + extra
        if extra is None:
            extra = max(reach, by) - reach if is_number(reach) and is_number(by) else 0
        return (length - 1) * by + reach + extra


class Conv1DTranspose(_Transposed):
    """A convolution over the timesteps run backwards.

    input: (timesteps, features). output: (more timesteps, filters). Source: Keras 3.15.1.

    >>> Conv1DTranspose(8, 3, strides=2).count((10, 6))       # 3·8·6 + 8
    152
    >>> Conv1DTranspose(8, 3, strides=2).output_shape((10, 6))             # (10 - 1)·2 + 3
    (21, 8)
    """


class Conv2DTranspose(_Transposed):
    """A convolution over rows and columns run backwards.

    input: (rows, columns, features). output: (more rows, more columns, filters). Source: Keras 3.15.1.

    >>> Conv2DTranspose(8, 3, strides=2, padding="same").output_shape((7, 7, 4))           # 7·2
    (14, 14, 8)
    """

    rank = 2


class Conv3DTranspose(_Transposed):
    """A convolution over three axes run backwards. Shapes as for Conv3D. Source: Keras 3.15.1.

    >>> Conv3DTranspose(2, 2).count((4, 4, 4, 3))             # 2·2·2·2·3 + 2
    50
    """

    rank = 3
