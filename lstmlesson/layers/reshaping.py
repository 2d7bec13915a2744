"""Layers that change only the shape of what passes. A layer without weights prints 0 in Param #."""

from typing import Any

from lstmlesson.law.sizes import Size, product, same
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape, written


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
