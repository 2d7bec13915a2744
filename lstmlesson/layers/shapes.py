"""Layers that change only the shape of what passes. A layer without weights prints 0 in Param #."""

from typing import Any

from lstmlesson.checks import one_of, window
from lstmlesson.layers.base import Layer, Shape, written
from lstmlesson.layers.windows import back, last, positions
from lstmlesson.sizes import Size, is_array, is_letter, is_number, product, same, total


class Flatten(Layer):
    """All axes of a sample made into one.

    input: any shape. output: (product of its sizes,), or (None,) where one of them is None.
    Source: keras.layers.Flatten of Keras 3.15.1.

    >>> Flatten().output_shape((400, 5))                      # 400·5
    (2000,)
    """

    def result(self, shape: Shape) -> Shape:
        return (None,) if None in shape else (product(shape, "Flatten"),)


class Reshape(Layer):
    """The same numbers in another shape; -1 stands for what is left over.

    input: any shape. output: target_shape. Source: keras.layers.Reshape of Keras 3.15.1.

    >>> Reshape((-1, 4)).output_shape((6, 4))                 # 6·4 / 4
    (6, 4)
    """

    target_shape: tuple[Any, ...]

    def check(self) -> None:
        target = self.values["target_shape"]
        if not isinstance(target, list | tuple):
            raise TypeError(f"Reshape: target_shape={target!r}; expected a tuple such as (6, 4), without the batch")
        for size in target:
            if size is not None and (isinstance(size, bool) or not isinstance(size, int) or size == 0 or size < -1):
                raise ValueError(
                    f"Reshape: target_shape={target!r}; expected positive whole numbers, at most one of them -1"
                )
        if list(target).count(-1) > 1:
            raise ValueError(f"Reshape: target_shape={target!r} has several -1; expected one at most")
        self.__dict__["target_shape"] = self.values["target_shape"] = tuple(target)

    def meet(self, shape: Shape) -> None:
        self.result(shape)

    def result(self, shape: Shape) -> Shape:
        target = self.target_shape
        if None in shape or None in target:
            return tuple(None if size == -1 else size for size in target)
        have, want = product(shape, "Reshape"), product(size for size in target if size != -1)
        left = have // want
        if not same(left * want, have) or (-1 not in target and not same(left, 1)):
            raise ValueError(
                f"Reshape: {written(shape)} holds {have} numbers, target_shape={target} wants "
                f"{'a multiple of ' if -1 in target else ''}{want}; expected the same number of numbers"
            )
        return tuple(left if size == -1 else size for size in target)


class Permute(Layer):
    """The axes of a sample in another order, counted from 1.

    input: as many axes as dims. Source: keras.layers.Permute of Keras 3.15.1.

    >>> Permute((2, 1)).output_shape((6, 10))
    (10, 6)
    """

    dims: tuple[int, ...]
    more_axes = False

    def check(self) -> None:
        dims = self.values["dims"]
        if not isinstance(dims, list | tuple) or sorted(map(str, dims)) != sorted(map(str, range(1, len(dims) + 1))):
            raise ValueError(f"Permute: dims={dims!r}; expected each of 1, 2, 3 … once, as in (2, 1)")
        self.__dict__["dims"] = self.values["dims"] = tuple(dims)
        self.__dict__["axes"] = tuple(f"axis {axis}" for axis in range(1, len(dims) + 1))

    def result(self, shape: Shape) -> Shape:
        return tuple(shape[axis - 1] for axis in self.dims)


class RepeatVector(Layer):
    """One vector repeated n times, which makes n timesteps of it.

    input: (features,). output: (n, features). Source: keras.layers.RepeatVector of Keras 3.15.1.

    >>> RepeatVector(3).output_shape((32,))
    (3, 32)
    """

    axes = ("features",)
    more_axes = False
    n: Size

    def result(self, shape: Shape) -> Shape:
        return (self.n, *shape)


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
