"""What is done to images before a model: turned and shaded at random in training, or cut to one size. No weights.

axes of each: rows, columns, features. Source: the layers of the same names in Keras 3.15.1.
"""

from typing import Any

from lstmlesson.law.sizes import Size
from lstmlesson.layers.pooling import OverAxes


class _Image(OverAxes):
    """A layer on images that keeps their sizes."""

    rank = 2

    def moved(self, lengths: Any) -> Any:
        return lengths


class RandomFlip(_Image):
    """In training, images are mirrored at random. No weights.

    >>> RandomFlip("horizontal").count((32, 32, 3))
    0
    """


class RandomRotation(_Image):
    """In training, images are turned at random. No weights."""


class RandomZoom(_Image):
    """In training, images are enlarged or made smaller at random, within the same sizes. No weights."""


class RandomTranslation(_Image):
    """In training, images are moved at random. No weights."""


class RandomShear(_Image):
    """In training, images are slanted at random. No weights."""


class RandomContrast(_Image):
    """In training, the contrast is changed at random. No weights."""


class RandomBrightness(_Image):
    """In training, the brightness is changed at random. No weights."""


class _Cut(_Image):
    """A layer that gives every image the same rows and columns."""

    height: Size
    width: Size

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
