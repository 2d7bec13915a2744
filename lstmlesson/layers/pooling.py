"""Layers that change how many timesteps there are: pooling, padding, cropping, repeating. They have no weights."""

from lstmlesson.law.checks import one_of, window
from lstmlesson.law.sizes import Size, is_array, is_letter, is_number, product, total
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape
from lstmlesson.layers.foundation.windows import back, last, positions


class _OverTime(Layer):
    """A layer that changes the number of timesteps and leaves the features alone."""

    axes = ("timesteps", "features")
    more_axes = False
    data_format: str | None = None

    def meet(self, shape: Shape) -> None:
        super().meet(shape)
        self.result(shape)

    def result(self, shape: Shape) -> Shape:
        timesteps, features = last(shape, self.data_format)
        return back((self.moved(timesteps), features), self.data_format)

    def moved(self, timesteps: Size | None) -> Size | None:
        raise NotImplementedError


class _Pooling(_OverTime):
    """A window over the timesteps that keeps one number for each feature."""

    pool_size: tuple[Size, ...]
    strides: tuple[Size, ...] | None
    padding: str

    def check(self) -> None:
        self.__dict__["pool_size"] = window(1)(self.values["pool_size"], "pool_size")
        strides = self.values["strides"]
        self.__dict__["strides"] = self.pool_size if strides is None else window(1)(strides, "strides")
        one_of("valid", "same")(self.padding, "padding")

    def moved(self, timesteps: Size | None) -> Size | None:
        strides = self.strides or self.pool_size
        return positions(timesteps, self.pool_size[0], strides[0], self.padding, 1, type(self).__name__)


class MaxPooling1D(_Pooling):
    """The largest number in each window of timesteps.

    input: (timesteps, features). output: (positions of the window, features). Source: Keras 3.15.1.

    >>> MaxPooling1D(3).output_shape((20, 13))                # (20 - 3)//3 + 1
    (6, 13)
    """


class AveragePooling1D(_Pooling):
    """The mean of each window of timesteps.

    input: (timesteps, features). output: (positions of the window, features). Source: Keras 3.15.1.

    >>> AveragePooling1D(3, strides=2).output_shape((6, 16))  # (6 - 3)//2 + 1
    (2, 16)
    """


class _GlobalPooling(Layer):
    """One number for each feature, over all timesteps."""

    axes = ("timesteps", "features")
    more_axes = False
    keepdims: bool
    data_format: str | None

    def result(self, shape: Shape) -> Shape:
        features = last(shape, self.data_format)[-1]
        return back((1, features), self.data_format) if self.keepdims else (features,)


class GlobalMaxPooling1D(_GlobalPooling):
    """The largest number of each feature over all timesteps.

    input: (timesteps, features). output: (features,). Source: Keras 3.15.1.

    >>> GlobalMaxPooling1D().output_shape((10, 50))
    (50,)
    """


class GlobalAveragePooling1D(_GlobalPooling):
    """The mean of each feature over all timesteps.

    input: (timesteps, features). output: (features,). Source: Keras 3.15.1.

    >>> GlobalAveragePooling1D().output_shape((None, 13))
    (13,)
    """


class ZeroPadding1D(_OverTime):
    """Timesteps of zeros before and after.

    input: (timesteps, features). output: (timesteps + before + after, features). Source: Keras 3.15.1.

    >>> ZeroPadding1D((1, 2)).output_shape((6, 8))            # 6 + 1 + 2
    (9, 8)
    """

    padding: tuple[Size, ...]

    def check(self) -> None:
        self.__dict__["padding"] = window(2, least=0)(self.values["padding"], "padding")

    def moved(self, timesteps: Size | None) -> Size | None:
        return None if timesteps is None else total((timesteps, *self.padding), "ZeroPadding1D")


class Cropping1D(_OverTime):
    """Timesteps cut off at both ends.

    input: (timesteps, features). output: (timesteps - before - after, features). Source: Keras 3.15.1.

    >>> Cropping1D(1).output_shape((10, 32))                  # 10 - 1 - 1
    (8, 32)
    """

    cropping: tuple[Size, ...]

    def check(self) -> None:
        self.__dict__["cropping"] = window(2, least=0)(self.values["cropping"], "cropping")

    def moved(self, timesteps: Size | None) -> Size | None:
        if timesteps is None:
            return None
        left = timesteps - total(self.cropping)
        if (is_number(left) and left < 1) or (is_array(left) and int(left.min()) < 1):
            raise ValueError(
                f"Cropping1D: cropping={self.cropping} leaves nothing of {timesteps} timesteps; expected less"
            )
        return left


class UpSampling1D(_OverTime):
    """Each timestep repeated.

    input: (timesteps, features). output: (size·timesteps, features). Source: Keras 3.15.1.

    >>> UpSampling1D(3).output_shape((10, 650))               # 3·10
    (30, 650)
    """

    size: Size

    def check(self) -> None:
        if not is_number(self.size) and not is_letter(self.size):
            raise TypeError(f"UpSampling1D: size={self.size!r}; expected one whole number")

    def moved(self, timesteps: Size | None) -> Size | None:
        return None if timesteps is None else product((self.size, timesteps), "UpSampling1D")
