"""Layers that change the numbers that pass, and neither their shape nor, having no weights, the count.

Each prints 0 in Param #. What they do with the numbers is the business of `numeric`.
"""

from typing import Any, ClassVar

from lstmlesson.law.declaration import Declaration
from lstmlesson.layers.foundation.layer import Layer


class Dropout(Layer):
    """In training, some of the numbers that pass are set to zero; otherwise nothing happens. No weights.

    rate: the share that is set to zero, from 0 to 1. input and output: any shape, the same.
    Source: keras.layers.Dropout of Keras 3.15.1.

    >>> Dropout(0.5).count((100, 64))
    0
    """


class SpatialDropout1D(Layer):
    """In training, whole features are set to zero at all timesteps. No weights. Source: Keras 3.15.1."""

    axes: ClassVar[tuple[str, ...]] = ("timesteps", "features")
    more_axes = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        for name in kwargs:
            if name not in self.arguments:  # this one layer takes no trainable, nor what else all others take
                raise TypeError(Declaration.unknown(self, name, kwargs[name]))
        super().__init__(*args, **kwargs)


class SpatialDropout2D(SpatialDropout1D):
    """In training, whole features of an image are set to zero. No weights. Source: Keras 3.15.1."""

    axes = ("rows", "columns", "features")


class SpatialDropout3D(SpatialDropout1D):
    """In training, whole features over three axes are set to zero. No weights. Source: Keras 3.15.1."""

    axes = ("depth", "rows", "columns", "features")


class GaussianNoise(Layer):
    """In training, noise is added. No weights. Source: keras.layers.GaussianNoise of Keras 3.15.1."""


class GaussianDropout(Layer):
    """In training, numbers are multiplied by noise. No weights. Source: Keras 3.15.1."""


class AlphaDropout(Layer):
    """A dropout that keeps mean and variance. No weights. Source: keras.layers.AlphaDropout of Keras 3.15.1."""


class ActivityRegularization(Layer):
    """Adds to the loss, not to the weights. Source: keras.layers.ActivityRegularization of Keras 3.15.1."""


class Activation(Layer):
    """A function of each number. No weights. Source: keras.layers.Activation of Keras 3.15.1.

    >>> Activation("relu").count((10, 3))
    0
    """

    activation: Any


class ReLU(Layer):
    """Negative numbers become zero. No weights. Source: keras.layers.ReLU of Keras 3.15.1."""


class LeakyReLU(Layer):
    """Negative numbers become smaller. No weights. Source: keras.layers.LeakyReLU of Keras 3.15.1."""


class ELU(Layer):
    """Negative numbers follow an exponential. No weights. Source: keras.layers.ELU of Keras 3.15.1."""


class Softmax(Layer):
    """Numbers become shares that add up to 1. No weights. Source: keras.layers.Softmax of Keras 3.15.1."""


class Masking(Layer):
    """Marks timesteps that later layers skip. No weights. Source: keras.layers.Masking of Keras 3.15.1."""

    begins_mask = True


class Identity(Layer):
    """What comes in goes out. No weights. Source: keras.layers.Identity of Keras 3.15.1."""


class Rescaling(Layer):
    """Each number times scale, plus offset. No weights. Source: keras.layers.Rescaling of Keras 3.15.1."""

    checks: ClassVar[Any] = {name: check for name, check in Layer.checks.items() if name != "scale"}
