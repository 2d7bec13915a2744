"""What is done to images before a model: turned and shaded at random in training, or cut to one size. No weights.

axes of each: rows, columns, features. Source: the layers of the same names in Keras 3.15.1.
"""

from collections.abc import Callable
from typing import Any

from lstmlesson.law.checks import one_of
from lstmlesson.law.sizes import Size
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape
from lstmlesson.layers.pooling import OverAxes


def amount(low: float, overlaps: bool = False, none: bool = False) -> Callable[[Any, str], Any]:
    """A check of how much may be changed: one number from low to 1, or the two ends of a range within these.

    overlaps: the range may begin before or end behind, as Keras has it for turning and shading. none: None is taken.
    """

    def check(value: Any, field: str) -> Any:
        if value is None and none:
            return value
        ends = value if isinstance(value, list | tuple) and len(value) == 2 else (value, value)
        numbers = all(isinstance(one, int | float) for one in ends)
        within = numbers and (ends[0] <= 1 and low <= ends[1] if overlaps else all(low <= one <= 1 for one in ends))
        if not within:
            raise ValueError(f"{field}={value!r}: expected a number from {low} to 1, or two of them")
        return value

    return check


class _Image(Layer):
    """A layer on images that keeps their sizes, whatever the number of axes."""

    checks = {
        **Layer.checks,
        "factor": amount(-1, overlaps=True, none=True),
        "height_factor": amount(-1),
        "width_factor": amount(-1),
        "x_factor": amount(0),
        "y_factor": amount(0),
    }


class RandomFlip(_Image):
    """In training, images are mirrored at random. No weights.

    >>> RandomFlip("horizontal").count((32, 32, 3))
    0
    """


class RandomRotation(_Image):
    """In training, images are turned at random. No weights."""


class RandomZoom(_Image):
    """In training, images are enlarged or made smaller at random, within the same sizes. No weights."""

    checks = {**_Image.checks, "width_factor": amount(-1, none=True)}  # None: as the height


class RandomTranslation(_Image):
    """In training, images are moved at random. No weights."""


class RandomShear(_Image):
    """In training, images are slanted at random. No weights."""


class _Shaded(_Image):
    """Keras takes the order of the axes here, too, though no argument of the class has it."""

    def __init__(self, *args: Any, data_format: str | None = None, **kwargs: Any) -> None:
        one_of("channels_first", "channels_last", None)(data_format, "data_format")
        super().__init__(*args, **kwargs)


class RandomContrast(_Shaded):
    """In training, the contrast is changed at random. No weights."""

    checks = {**_Image.checks, "factor": amount(0, overlaps=True)}


class RandomBrightness(_Shaded):
    """In training, the brightness is changed at random. No weights."""


class _Cut(OverAxes):
    """A layer that gives every image the same rows and columns."""

    rank = 2
    height: Size
    width: Size

    def meet(self, shape: Shape) -> None:
        if len(shape) == 2:
            raise ValueError(
                f"{type(self).__name__}: the input shape {shape} has 2 axes; expected (rows, columns, features). Keras "
                "takes what comes for one image, and the batch for its rows."
            )
        super().meet(shape)

    def moved(self, lengths: Any) -> Any:
        return (self.height, self.width)


class Resizing(_Cut):
    """Every image in the same size. No weights.

    >>> Resizing(24, 28).output_shape((32, 32, 3))
    (24, 28, 3)
    """


class CenterCrop(_Cut):
    """The middle of every image, or all of it made larger where it is too small. No weights."""


class RandomCrop(_Cut):
    """In training, a part of every image, taken at random; otherwise its middle. No weights."""
