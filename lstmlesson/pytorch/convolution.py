"""PyTorch's convolutions and their transposes over 1, 2 and 3 axes. Channels come first.

Source: torch.nn.modules.conv of PyTorch 2.13.
"""

from typing import Any, ClassVar

from lstmlesson.law.arguments import NEEDED
from lstmlesson.law.checks import one_of
from lstmlesson.law.sizes import Size, checked
from lstmlesson.law.weights import Weight
from lstmlesson.pytorch.foundation.base import PLACE, Declared

WINDOW = {"in_channels": NEEDED, "out_channels": NEEDED, "kernel_size": NEEDED, "stride": 1}
MODES = one_of("zeros", "reflect", "replicate", "circular")


def per_axis(value: Any, axes: int, field: str, whose: str) -> tuple[Any, ...]:
    """An argument for each axis: one number for all of them, or a tuple."""
    values = tuple(value) if isinstance(value, list | tuple) else (value,) * axes
    if len(values) != axes:
        raise ValueError(f"{whose}: {field}={value!r}; expected one number or {axes} of them")
    return values


class Conv1d(Declared):
    """A window over one axis: for each output channel a weight on each channel of its group and each place.

    input: (batch, in_channels, length), or without the batch. output: (batch, out_channels, positions).
    Raises: ValueError where the channels do not divide into the groups.

    >>> Conv1d(2, 8, 5).count()                               # 8·2·5 + 8
    88
    >>> Conv1d(4, 8, 5, groups=2).count()                     # 8·(4/2)·5 + 8
    88
    """

    arguments = {**WINDOW, "padding": 0, "dilation": 1, "groups": 1, "bias": True, "padding_mode": "zeros", **PLACE}
    checks = {**Declared.checks, "padding_mode": MODES}
    takes, gives = "in_channels", "out_channels"
    as_parameters = ("bias",)
    # Over how many axes the window moves.
    rank: ClassVar[int] = 1
    in_channels: Size
    out_channels: Size
    groups: Size

    @property
    def features_axis(self) -> int:
        return -1 - self.rank

    def input_with(self, features: Size | None, like: Any = None) -> Any:
        return super().input_with(features, like or (None,) * (self.rank + 2))

    def check(self) -> None:
        kind = type(self).__name__
        window = per_axis(self.values["kernel_size"], self.rank, "kernel_size", kind)
        self.__dict__["window"] = tuple(checked(size, f"{kind}: kernel_size") for size in window)
        for field in ("in_channels", "out_channels"):
            size = getattr(self, field)
            if isinstance(size, int) and isinstance(self.groups, int) and size % self.groups:
                raise ValueError(f"{kind}: {field}={size} does not divide into groups={self.groups}")

    window: tuple[Size, ...]

    def shape_of_weight(self) -> tuple[Size, ...]:
        """The output channels first, then the input channels of one group."""
        return (self.out_channels, self._of_a_group(self.in_channels), *self.window)

    def _of_a_group(self, channels: Size) -> Size:
        return channels if self.groups == 1 else channels // self.groups  # type: ignore[operator]

    def declare(self) -> list[Weight]:
        return [Weight("weight", self.shape_of_weight()), *self.bias_of(self.out_channels)]

    def meet(self, shape: tuple[Any, ...]) -> None:
        self.allow(shape, self.rank + 1, self.rank + 2)
        self.expect(shape, -self.rank - 1, "in_channels")

    def result(self, shape: tuple[Any, ...]) -> Any:
        front, lengths = shape[: -self.rank - 1], shape[-self.rank :]
        return (*front, self.out_channels, *map(self.positions, range(self.rank), lengths))

    def along(self, field: str, axis: int) -> Any:
        """An argument on one axis."""
        return per_axis(self.values[field], self.rank, field, type(self).__name__)[axis]

    def positions(self, axis: int, length: Any) -> Any:
        """How many positions the window has along an axis."""
        padding = self.values["padding"]
        if length is None or padding == "same":
            return length
        reach = self.along("dilation", axis) * (self.window[axis] - 1)
        room = length + 2 * (0 if padding == "valid" else self.along("padding", axis)) - reach
        return (room - 1) // self.along("stride", axis) + 1


class Conv2d(Conv1d):
    """A window over two axes. Source: torch.nn.Conv2d of PyTorch 2.13.

    >>> Conv2d(3, 8, 5).count()                               # 8·3·5·5 + 8
    608
    """

    rank = 2


class Conv3d(Conv1d):
    """A window over three axes. Source: torch.nn.Conv3d of PyTorch 2.13.

    >>> Conv3d(3, 8, (1, 5, 5)).count()                       # 8·3·1·5·5 + 8
    608
    """

    rank = 3


class ConvTranspose1d(Conv1d):
    """The way back of a window over one axis: the input channels come first in the weight.

    >>> ConvTranspose1d(2, 8, 5).count()                      # 2·8·5 + 8
    88
    """

    arguments = {**WINDOW, "padding": 0, "output_padding": 0, "groups": 1, "bias": True, "dilation": 1}
    arguments |= {"padding_mode": "zeros", **PLACE}

    def shape_of_weight(self) -> tuple[Size, ...]:
        return (self.in_channels, self._of_a_group(self.out_channels), *self.window)

    def positions(self, axis: int, length: Any) -> Any:
        if length is None:
            return None
        reach = self.along("dilation", axis) * (self.window[axis] - 1)
        spread = (length - 1) * self.along("stride", axis) - 2 * self.along("padding", axis)
        return spread + reach + self.along("output_padding", axis) + 1


class ConvTranspose2d(ConvTranspose1d):
    """The same over two axes. Source: torch.nn.ConvTranspose2d of PyTorch 2.13.

    >>> ConvTranspose2d(3, 8, 5).count()                      # 3·8·5·5 + 8
    608
    """

    rank = 2


class ConvTranspose3d(ConvTranspose1d):
    """The same over three axes. Source: torch.nn.ConvTranspose3d of PyTorch 2.13.

    >>> ConvTranspose3d(3, 8, (1, 5, 5)).count()              # 3·8·1·5·5 + 8
    608
    """

    rank = 3
