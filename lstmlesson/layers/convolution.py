"""Layers whose weights are windows that move along axes, and the window itself."""

from typing import Any, ClassVar

from lstmlesson.law.checks import none_only, one_of, window
from lstmlesson.law.sizes import Size, is_array, is_letter
from lstmlesson.law.weights import Weight
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape
from lstmlesson.layers.foundation.windows import back, last, positions

# What a window moves along, by the number of its axes.
AXES = {
    1: ("timesteps", "features"),
    2: ("rows", "columns", "features"),
    3: ("depth", "rows", "columns", "features"),
}


class Window(Layer):
    """What all layers with moving windows are given."""

    rank: ClassVar[int] = 1
    # Whether Keras lets only one of strides and dilation_rate be more than 1.
    moves_or_spreads: ClassVar[bool] = True
    more_axes = False
    paddings: ClassVar[tuple[str, ...]] = ("valid", "same")
    gives = "filters"
    filters: Size
    kernel_size: tuple[Size, ...]
    strides: tuple[Size, ...]
    dilation_rate: tuple[Size, ...]
    padding: str
    data_format: str | None

    def check(self) -> None:
        for name in ("kernel_size", "strides", "dilation_rate"):
            self.__dict__[name] = window(self.rank)(self.values[name], name)
        padding = self.padding.lower() if isinstance(self.padding, str) else self.padding
        self.__dict__["padding"] = one_of(*self.paddings)(padding, "padding")
        if (
            self.moves_or_spreads
            and any(size != 1 for size in self.strides)
            and any(size != 1 for size in self.dilation_rate)
        ):
            raise ValueError(
                f"{type(self).__name__}: strides={self.strides} and dilation_rate={self.dilation_rate}; "
                "expected 1 for one of them, since Keras allows only one of the two"
            )

    @property
    def features_axis(self) -> int:
        return -1 - self.rank if self.data_format == "channels_first" else -1

    def features_of(self, shape: Shape) -> Size:
        """The features of a shape, wherever data_format has them; they make the size of a weight."""
        features = last(shape, self.data_format)[-1]
        if features is None:
            kind = type(self).__name__
            raise ValueError(f"{kind}: features is None; expected a number, since it makes the size of a weight")
        return features

    def moved(self, lengths: Shape) -> Shape:
        """How many positions the window has along each axis."""
        each = zip(lengths, self.kernel_size, self.strides, self.dilation_rate, strict=True)
        return tuple(positions(n, size, by, self.padding, apart, type(self).__name__) for n, size, by, apart in each)


class _Conv(Window):
    """A window that sees all features, or with groups its share of them, and gives one number for each filter."""

    groups: Size

    def __init__(self, *args: Any, lora_rank: None = None, lora_alpha: None = None, **kwargs: Any) -> None:
        none_only(lora_rank, f"{type(self).__name__}: lora_rank")  # Keras takes it here, too, and does not name it
        super().__init__(*args, **kwargs)

    def __init_subclass__(cls) -> None:
        cls.axes = AXES[cls.rank]
        super().__init_subclass__()

    def check(self) -> None:
        super().check()
        self._divides(self.filters, "filters")

    def _divides(self, size: Any, field: str) -> None:
        if is_letter(size) or is_letter(self.groups):
            return
        rest = size % self.groups
        if rest.any() if is_array(rest) else rest:
            raise ValueError(
                f"{type(self).__name__}: {field}={size} do not divide into groups={self.groups}; expected a multiple "
                "of it"
            )

    def meet(self, shape: Shape) -> None:
        super().meet(shape)
        self._divides(self.features_of(shape), "features")
        self.result(shape)

    def declare(self, shape: Shape) -> list[Weight]:
        seen = self.features_of(shape) // self.groups
        weights = [Weight("kernel", (*self.kernel_size, seen, self.filters))]
        return [*weights, Weight("bias", (self.filters,))] if self.use_bias else weights

    def result(self, shape: Shape) -> Shape:
        return back((*self.moved(last(shape, self.data_format)[:-1]), self.filters), self.data_format)


class Conv1D(_Conv):
    """A window over the timesteps: each filter sees kernel_size timesteps of all features, anywhere in the sequence.

    filters: how many numbers come out at each position, as the units of a Dense. kernel_size: the window's timesteps.
    input: (timesteps, features). output: (positions of the window, filters).
    With groups, each filter sees only its group's share of the features.
    Source: keras.layers.Conv1D of Keras 3.15.1; its kernel is stored as (kernel_size, features, filters).

    >>> Conv1D(8, 3).count((100, 6))                          # 3·6·8 + 8
    152
    """

    paddings = ("valid", "same", "causal")


class Conv2D(_Conv):
    """A window over the rows and columns of an image.

    input: (rows, columns, features). output: (rows, columns, filters) of positions. Source: Keras 3.15.1.

    >>> Conv2D(8, 3).count((28, 28, 1))                       # 3·3·1·8 + 8
    80
    """

    rank = 2


class Conv3D(_Conv):
    """A window over three axes, such as the frames, rows and columns of a film.

    input: (depth, rows, columns, features). output: the same of positions, with filters. Source: Keras 3.15.1.

    >>> Conv3D(4, (1, 3, 3)).count((8, 28, 28, 2))            # 1·3·3·2·4 + 4
    76
    """

    rank = 3
