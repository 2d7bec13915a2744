"""LSTMs whose kernels are windows: at each timestep a convolution of the input, and one of their own last output."""

from typing import Any

from lstmlesson.law.sizes import Size, product
from lstmlesson.law.weights import Weight
from lstmlesson.layers.cells import LSTMCell
from lstmlesson.layers.convolution import Window
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape
from lstmlesson.layers.foundation.windows import back, last
from lstmlesson.layers.recurrent import RNN


class _ConvLSTM(Window, RNN):
    """An LSTM in which each kernel is a window over an image: the size of the image is in no weight's shape."""

    known = (-1,)
    owners = Layer.owners

    def check(self) -> None:
        Window.check(self)

    @property
    def inner(self) -> tuple[Layer, ...]:
        return ()

    def meet(self, shape: Shape) -> None:
        Layer.meet(self, back_to_last(shape, self.data_format))
        if None in shape[1:]:
            raise ValueError(
                f"{type(self).__name__}: None in {shape} for the sides of an image; expected numbers, only the "
                "timesteps may be None"
            )
        self._image(shape)

    def input_with(self, features: Size | None, like: Any = None) -> Any:
        """A sequence of images, each with its sides known: one window fits."""
        if like is None:
            reach = [apart * (size - 1) + 1 for size, apart in zip(self.kernel_size, self.dilation_rate, strict=True)]
            like = (None, *back((*reach, features), self.data_format))
        return super().input_with(features, like)

    def uses(self, shape: Any) -> Size | None:
        """Each weight is used at each timestep, for each position of the window."""
        image = last(self._image(shape), self.data_format)
        return None if shape[0] is None or None in image else product((shape[0], *image[:-1]))

    def _image(self, shape: Shape) -> Shape:
        """The shape of the hidden state: an image of filters."""
        lengths = last(shape[1:], self.data_format)[:-1]
        return back((*self.moved(lengths), self.filters), self.data_format)

    def declare(self, shape: Shape) -> list[Weight]:
        features = last(shape[1:], self.data_format)[-1]
        gates = LSTMCell.gates
        weights = [
            Weight("kernel", (*self.kernel_size, features, self.filters), gates),
            Weight("recurrent_kernel", (*self.kernel_size, self.filters, self.filters), gates),
        ]
        return [*weights, Weight("bias", (self.filters,), gates)] if self.use_bias else weights

    def result(self, shape: Shape) -> Shape | list[Shape]:
        image = self._image(shape)
        output = (shape[0], *image) if self.return_sequences else image
        return [output, *self.state_shapes(shape)] if self.return_state else output

    def state_shapes(self, shape: Shape) -> list[Shape]:
        return [self._image(shape) for _ in LSTMCell.states]


def back_to_last(shape: Any, data_format: str | None) -> Shape:
    """A sequence of images with the channels of each image as its last axis."""
    return (*shape[:1], *last(shape[1:], data_format)) if len(shape) > 1 else tuple(shape)


class ConvLSTM1D(_ConvLSTM):
    """An LSTM whose kernels are windows over one axis.

    input: (timesteps, length, features). output: (positions, filters), with the timesteps in front where
    return_sequences. Source: keras.layers.ConvLSTM1D of Keras 3.15.1.

    >>> ConvLSTM1D(2, 2).count((10, 6, 2))                    # 4(2·2·2 + 2·2·2 + 2)
    72
    """

    axes = ("timesteps", "length", "features")


class ConvLSTM2D(_ConvLSTM):
    """An LSTM whose kernels are windows over two axes.

    filters: what the units of an LSTM are, at each position. kernel_size: the window, as 3 or (3, 3).
    input: (timesteps, rows, columns, features). output: (rows, columns, filters) of positions, with the timesteps
    in front where return_sequences. Source: keras.layers.ConvLSTM2D of Keras 3.15.1; Shi and others, 2015.

    >>> ConvLSTM2D(16, 3).count((10, 64, 64, 1))              # 4(3·3·1·16 + 3·3·16·16 + 16)
    9856
    """

    axes = ("timesteps", "rows", "columns", "features")
    rank = 2


class ConvLSTM3D(_ConvLSTM):
    """An LSTM whose kernels are windows over three axes.

    input: (timesteps, depth, rows, columns, features). output: that of ConvLSTM2D with one axis more.
    Source: keras.layers.ConvLSTM3D of Keras 3.15.1.

    >>> ConvLSTM3D(2, 1).count((5, 4, 4, 4, 3))               # 4(1·1·1·3·2 + 1·1·1·2·2 + 2)
    48
    """

    axes = ("timesteps", "depth", "rows", "columns", "features")
    rank = 3
