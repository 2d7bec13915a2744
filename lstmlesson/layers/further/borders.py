"""Layers that make axes longer or shorter: zeros around, parts cut off, positions repeated. They have no weights."""

from typing import Any

from lstmlesson.law.checks import window
from lstmlesson.law.sizes import Size, is_array, is_letter, is_number, product, total
from lstmlesson.layers.foundation.tensor import Shape
from lstmlesson.layers.pooling import OverAxes

# For each axis: how many before, and how many after.
Ends = tuple[tuple[Size, Size], ...]


def ends(value: Any, axes: int, field: str) -> Ends:
    """How many are meant at both ends of each axis: 1, or (1, 2) for one axis, or a pair for each of several.

    >>> ends(1, 2, "padding"), ends((1, 2), 2, "padding"), ends((1, 2), 1, "padding")
    (((1, 1), (1, 1)), ((1, 1), (2, 2)), ((1, 2),))
    """
    pair = window(2, least=0)
    if axes == 1 or not isinstance(value, list | tuple):
        both = pair(value, field)
        return ((both[0], both[1]),) * axes
    if len(value) != axes:
        raise ValueError(f"{field}={value!r}: expected one number, or {axes} of them, or {axes} pairs")
    pairs = [pair(one, field) for one in value]
    return tuple((first, second) for first, second in pairs)


class _Padding(OverAxes):
    padding: Ends

    def check(self) -> None:
        self.__dict__["padding"] = ends(self.values["padding"], self.rank, "padding")

    def moved(self, lengths: Shape) -> Shape:
        each = zip(lengths, self.padding, strict=True)
        return tuple(None if length is None else total((length, *both), type(self).__name__) for length, both in each)


class ZeroPadding1D(_Padding):
    """Timesteps of zeros before and after.

    input: (timesteps, features). output: (timesteps + before + after, features). Source: Keras 3.15.1.

    >>> ZeroPadding1D((1, 2)).output_shape((6, 8))            # 6 + 1 + 2
    (9, 8)
    """


class ZeroPadding2D(_Padding):
    """Zeros around an image: a number, one for rows and one for columns, or a pair for each.

    input: (rows, columns, features). output: more rows and columns, the same features. Source: Keras 3.15.1.

    >>> ZeroPadding2D(((1, 2), (0, 3))).output_shape((6, 8, 4))            # 6 + 1 + 2, 8 + 0 + 3
    (9, 11, 4)
    """

    rank = 2


class ZeroPadding3D(_Padding):
    """Zeros around three axes. Arguments as for ZeroPadding2D. Source: Keras 3.15.1."""

    rank = 3


class _Cropping(OverAxes):
    cropping: Ends

    def check(self) -> None:
        self.__dict__["cropping"] = ends(self.values["cropping"], self.rank, "cropping")

    def moved(self, lengths: Shape) -> Shape:
        return tuple(self._left(length, both) for length, both in zip(lengths, self.cropping, strict=True))

    def _left(self, length: Any, both: tuple[Size, Size]) -> Size | None:
        if length is None:
            return None
        left = length - total(both)
        if (is_number(left) and left < 1) or (is_array(left) and int(left.min()) < 1):
            raise ValueError(f"{type(self).__name__}: cropping={both} leaves nothing of {length}; expected less")
        return left


class Cropping1D(_Cropping):
    """Timesteps cut off at both ends.

    input: (timesteps, features). output: (timesteps - before - after, features). Source: Keras 3.15.1.

    >>> Cropping1D(1).output_shape((10, 32))                  # 10 - 1 - 1
    (8, 32)
    """


class Cropping2D(_Cropping):
    """Rows and columns cut off at the ends of an image. Arguments as for ZeroPadding2D. Source: Keras 3.15.1.

    >>> Cropping2D((1, 2)).output_shape((10, 10, 3))          # 10 - 1 - 1, 10 - 2 - 2
    (8, 6, 3)
    """

    rank = 2


class Cropping3D(_Cropping):
    """The ends of three axes cut off. Arguments as for ZeroPadding2D. Source: Keras 3.15.1."""

    rank = 3


class _UpSampling(OverAxes):
    size: tuple[Size, ...]

    def check(self) -> None:
        self.__dict__["size"] = window(self.rank)(self.values["size"], "size")

    def moved(self, lengths: Shape) -> Shape:
        each, kind = zip(lengths, self.size, strict=True), type(self).__name__
        return tuple(None if length is None else product((length, by), kind) for length, by in each)


class UpSampling1D(_UpSampling):
    """Each timestep repeated.

    input: (timesteps, features). output: (size·timesteps, features). Source: Keras 3.15.1.

    >>> UpSampling1D(3).output_shape((10, 650))               # 3·10
    (30, 650)
    """

    def check(self) -> None:
        size = self.values["size"]
        if not is_number(size) and not is_letter(size):
            raise TypeError(f"UpSampling1D: size={size!r}; expected one whole number")
        super().check()


class UpSampling2D(_UpSampling):
    """Each row and column repeated. output: (size·rows, size·columns, features). Source: Keras 3.15.1.

    >>> UpSampling2D((2, 3)).output_shape((4, 4, 8))          # 2·4, 3·4
    (8, 12, 8)
    """

    rank = 2


class UpSampling3D(_UpSampling):
    """Each position along three axes repeated. Source: Keras 3.15.1."""

    rank = 3
