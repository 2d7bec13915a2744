"""Layers that join several tensors into one. They have no weights; they change what the next layer sees."""

from collections.abc import Callable
from typing import Any

from lstmlesson.law.sizes import Size, same, shown, total
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape, read_axes, written


class Merge(Layer):
    """A layer that is called on a list of tensors."""

    takes_several = True

    def input_with(self, features: Size | None, like: Any = None) -> Any:
        """Two tensors of the same shape."""
        return [super().input_with(features, like)] * 2

    def read(self, input_shape: Any) -> list[Shape]:
        kind = type(self).__name__
        if not isinstance(input_shape, list | tuple) or not all(isinstance(one, list | tuple) for one in input_shape):
            raise TypeError(f"{kind}: input shape {input_shape!r}; expected a list of shapes, as in [(10, 3), (10, 4)]")
        shapes = [read_axes(one, f"{kind}, without the batch") for one in input_shape]
        self.accept(shapes, None)
        return shapes

    def accept(self, shape: Any, batch: Size | None) -> None:
        if not isinstance(shape, list) or not shape:
            raise ValueError(f"{type(self).__name__} joins a list of tensors; expected at least one, in brackets")
        self.result(shape)

    def _refuse(self, shapes: list[Shape], why: str) -> ValueError:
        return ValueError(f"{type(self).__name__}: shapes {', '.join(map(written, shapes))} {why}")


class Concatenate(Merge):
    """Tensors laid side by side along an axis: the last, unless said otherwise. Their sizes add up there.

    input: a list of shapes that agree elsewhere. Source: keras.layers.Concatenate of Keras 3.15.1.

    >>> Concatenate().output_shape([(10, 3), (10, 4)])        # 3 + 4
    (10, 7)
    """

    axis: int

    def check(self) -> None:
        if isinstance(self.axis, bool) or not isinstance(self.axis, int) or self.axis == 0:
            raise TypeError(f"Concatenate: axis={self.axis!r}; expected a whole number such as -1, not the batch (0)")

    def result(self, shapes: list[Shape]) -> Shape:  # type: ignore[override]
        if len({len(shape) for shape in shapes}) > 1:
            raise self._refuse(shapes, "have different numbers of axes; expected the same")
        axes = len(shapes[0])
        along = self.axis - 1 if self.axis > 0 else axes + self.axis
        if not 0 <= along < axes:
            raise self._refuse(shapes, f"have no axis {self.axis}; expected 1 to {axes}, or -1 for the last")
        return tuple(
            self._joined(shapes, axis) if axis == along else self._shared(shapes, axis) for axis in range(axes)
        )

    def _joined(self, shapes: list[Shape], axis: int) -> Size | None:
        sizes = [shape[axis] for shape in shapes]
        return None if any(size is None for size in sizes) else total(sizes, "the joined axis")

    def _shared(self, shapes: list[Shape], axis: int) -> Size | None:
        sizes = [shape[axis] for shape in shapes if shape[axis] is not None]
        if not all(same(size, sizes[0]) for size in sizes[1:]):
            raise self._refuse(
                shapes, f"differ in axis {axis + 1}; expected the same everywhere but in axis {self.axis}"
            )
        # Keras prints what the first tensor says.
        return shapes[0][axis]


class _EachNumber(Merge):
    """Tensors joined number by number; an axis of length 1, or one that is missing in front, is repeated."""

    least = 1

    def result(self, shapes: list[Shape]) -> Shape:  # type: ignore[override]
        if len(shapes) < self.least:
            raise self._refuse(shapes, f"are {len(shapes)}; expected {self.least} tensors")
        result = shapes[0]
        for shape in shapes[1:]:
            result = self._broadcast(result, shape, shapes)
        return result

    def _broadcast(self, first: Shape, second: Shape, shapes: list[Shape]) -> Shape:
        longer, shorter = (first, second) if len(first) >= len(second) else (second, first)
        front = len(longer) - len(shorter)
        return (*longer[:front], *(self._meet(a, b, shapes) for a, b in zip(longer[front:], shorter, strict=True)))

    def _meet(self, first: Size | None, second: Size | None, shapes: list[Shape]) -> Size | None:
        if first is None or second is None:
            return None
        if same(first, 1) or same(second, 1):
            return second if same(first, 1) else first
        if not same(first, second):
            raise self._refuse(shapes, f"cannot be joined: {first} meets {second}; expected equal sizes, or 1")
        return first


class Add(_EachNumber):
    """Tensors added number by number.

    input: a list of shapes. Source: keras.layers.Add of Keras 3.15.1.

    >>> Add().output_shape([(10, 3), (10, 3)])
    (10, 3)
    """


class Subtract(_EachNumber):
    """The second of two tensors taken from the first. Source: keras.layers.Subtract of Keras 3.15.1."""

    least = 2

    def result(self, shapes: list[Shape]) -> Shape:  # type: ignore[override]
        if len(shapes) != 2:
            raise self._refuse(shapes, f"are {len(shapes)}; expected 2")
        return super().result(shapes)


class Multiply(_EachNumber):
    """Tensors multiplied number by number. Source: keras.layers.Multiply of Keras 3.15.1.

    >>> Multiply().output_shape([(10, 3), (10, 1)])           # one number for all three features
    (10, 3)
    """


class Average(_EachNumber):
    """The mean of tensors, number by number. Source: keras.layers.Average of Keras 3.15.1."""


class Maximum(_EachNumber):
    """The largest of tensors, number by number. Source: keras.layers.Maximum of Keras 3.15.1."""


class Minimum(_EachNumber):
    """The smallest of tensors, number by number. Source: keras.layers.Minimum of Keras 3.15.1."""


class Dot(Merge):
    """Two tensors multiplied and summed along an axis of each; the axes count the batch as 0.

    input: a list of two shapes. output: the axes that are left, or one number. Source: Keras 3.15.1.

    >>> Dot(axes=2).output_shape([(10, 3), (7, 3)])           # each of 10 with each of 7, over 3
    (10, 7)
    """

    pair: tuple[int, int]

    def check(self) -> None:
        axes = self.values["axes"]
        pair = [axes, axes] if isinstance(axes, int) else list(axes) if isinstance(axes, list | tuple) else []
        if len(pair) != 2 or any(isinstance(one, bool) or not isinstance(one, int) or one == 0 for one in pair):
            raise TypeError(f"Dot: axes={axes!r}; expected a whole number, or two of them, and not the batch (0)")
        self.__dict__["axes"] = self.__dict__["pair"] = tuple(pair)

    def result(self, shapes: list[Shape]) -> Shape:  # type: ignore[override]
        if len(shapes) != 2:
            raise self._refuse(shapes, f"are {len(shapes)}; expected 2")
        left = []
        for shape, axis in zip(shapes, self.pair, strict=True):
            at = axis - 1 if axis > 0 else len(shape) + axis
            if not 0 <= at < len(shape):
                raise self._refuse(shapes, f"have no axis {axis} everywhere; expected 1 to {len(shape)}, or -1")
            left.append((shape[at], (*shape[:at], *shape[at + 1 :])))
        (first, mine), (second, theirs) = left
        if not same(first, second):
            raise self._refuse(
                shapes, f"differ along the axes {self.pair}: {_text(first)} meets {_text(second)}; expected equal sizes"
            )
        return (*mine, *theirs) or (1,)


def _text(size: Size | None) -> str:
    return "None" if size is None else shown(size)


def _function(kind: type[Merge], name: str) -> Callable[..., Any]:
    """The layer as a function of a list of tensors, as in concatenate([a, b])."""

    def joined(inputs: Any, **arguments: Any) -> Any:
        return kind(**arguments)(inputs)

    joined.__name__ = joined.__qualname__ = name
    joined.__doc__ = f"{kind.__name__}(…)(inputs). Source: keras.layers.{name} of Keras 3.15.1."
    return joined


add, subtract, multiply = _function(Add, "add"), _function(Subtract, "subtract"), _function(Multiply, "multiply")
average, maximum = _function(Average, "average"), _function(Maximum, "maximum")
minimum = _function(Minimum, "minimum")


def concatenate(inputs: Any, axis: int = -1, **arguments: Any) -> Any:
    """Concatenate(axis)(inputs). Source: keras.layers.concatenate of Keras 3.15.1."""
    return Concatenate(axis=axis, **arguments)(inputs)


def dot(inputs: Any, axes: Any = -1, **arguments: Any) -> Any:
    """Dot(axes)(inputs). Source: keras.layers.dot of Keras 3.15.1."""
    return Dot(axes=axes, **arguments)(inputs)
