"""The functions that gates and layers apply to each number, and their slopes, written through what came out.

A layer names its activation as Keras does. Two functions share the name hard_sigmoid: Keras 3 means one, Keras up to
2.2.4 and tf.keras 1 mean another; the older one has no name in Keras 3, so it is given as HARD_SIGMOID_OF_KERAS_2.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import numpy as np

# By number type, since numpy would convert a Python number in each call, which takes longer than a small product.
HALF = {kind: np.array(0.5, dtype=kind) for kind in "fd"}


class Activation(NamedTuple):
    """A function of numbers. `apply(x, out)` writes into out where one is given.

    slope(y, out): the derivative, from the value y of the function. For one that looks at all numbers along an axis
    (softmax) it is only a part, and `spread` does the rest.
    """

    name: str
    apply: Callable[..., Any]
    slope: Callable[[Any, Any], Any]
    looks_along_an_axis: bool = False

    def __call__(self, x: Any) -> Any:
        return self.apply(x)

    def __repr__(self) -> str:
        return self.name.upper()

    def along(self, axis: int) -> Callable[..., Any]:
        """The function for numbers whose units lie along an axis; only softmax needs to know."""
        return partial(self.apply, axis=axis) if self.looks_along_an_axis else self.apply

    def pull(self, gradient: Any, y: Any, axis: int = -1) -> Any:
        """The gradient before the function, from the gradient after it.

        >>> SOFTMAX.pull(np.array([1.0, 1.0]), np.array([0.5, 0.5])).tolist()          # both up: nothing changes
        [0.0, 0.0]
        """
        pulled = gradient * self.slope(y, np.empty_like(y))
        if self.looks_along_an_axis:
            spread(pulled, y, axis)
        return pulled


def spread(pulled: Any, y: Any, axis: int) -> None:
    """What softmax takes from each number because the others rise: y times the sum of the gradient along the axis."""
    pulled -= y * pulled.sum(axis=axis, keepdims=True)


def sigmoid(x: Any, out: Any = None) -> Any:
    """From 0 to 1: 1/(1 + e^-x), computed as (1 + tanh(x/2))/2, which cannot overflow.

    >>> sigmoid(np.array([-1000.0, 0.0, 1000.0])).tolist()
    [0.0, 0.5, 1.0]
    """
    out = np.empty_like(x) if out is None else out
    half = HALF[out.dtype.char]
    np.multiply(x, half, out)
    np.tanh(out, out)
    np.multiply(out, half, out)
    return np.add(out, half, out)


def relu(x: Any, out: Any = None) -> Any:
    """Negative numbers become zero."""
    return np.maximum(x, 0, out=out)


def hard_sigmoid(x: Any, out: Any = None) -> Any:
    """Keras 3's: relu6(x + 3)/6, so it bends at -3 and 3.

    >>> hard_sigmoid(np.array([-3.0, 0.0, 2.7])).round(2).tolist()                     # (2.7 + 3)/6
    [0.0, 0.5, 0.95]
    """
    return _clipped_line(x, 1 / 6, out)


def hard_sigmoid_of_keras_2(x: Any, out: Any = None) -> Any:
    """Keras' up to 2.2.4, and tf.keras': 0.2x + 0.5 clipped, so it bends at -2.5 and 2.5.

    >>> hard_sigmoid_of_keras_2(np.array([-2.5, 0.0, 2.0])).round(2).tolist()          # 0.2·2 + 0.5
    [0.0, 0.5, 0.9]
    """
    return _clipped_line(x, 0.2, out)


def _clipped_line(x: Any, slope: float, out: Any) -> Any:
    out = np.empty_like(x) if out is None else out
    np.multiply(x, slope, out)
    np.add(out, HALF[out.dtype.char], out)
    return np.clip(out, 0, 1, out)


def softmax(x: Any, out: Any = None, axis: int = -1) -> Any:
    """Shares that add up to 1 along an axis.

    >>> softmax(np.array([0.0, 0.0])).tolist()
    [0.5, 0.5]
    """
    out = np.empty_like(x) if out is None else out
    np.subtract(x, np.max(x, axis=axis, keepdims=True), out)
    np.exp(out, out)
    return np.divide(out, out.sum(axis=axis, keepdims=True), out)


# The slopes, each from the value y of its function.


def _slope_of_tanh(y: Any, out: Any) -> Any:
    np.multiply(y, y, out)
    return np.subtract(1, out, out)


def _slope_of_sigmoid(y: Any, out: Any) -> Any:
    np.subtract(1, y, out)
    return np.multiply(out, y, out)


def _slope_of_relu(y: Any, out: Any) -> Any:
    return np.greater(y, 0, out)


def _slope_of_a_line(y: Any, out: Any) -> Any:
    out[...] = 1
    return out


def _slope_between_the_bends(slope: float) -> Callable[[Any, Any], Any]:
    return lambda y, out: np.multiply((y > 0) & (y < 1), slope, out)


def _itself(y: Any, out: Any) -> Any:
    return np.positive(y, out)


TANH = Activation("tanh", np.tanh, _slope_of_tanh)
SIGMOID = Activation("sigmoid", sigmoid, _slope_of_sigmoid)
RELU = Activation("relu", relu, _slope_of_relu)
LINEAR = Activation("linear", np.positive, _slope_of_a_line)
HARD_SIGMOID = Activation("hard_sigmoid", hard_sigmoid, _slope_between_the_bends(1 / 6))
HARD_SIGMOID_OF_KERAS_2 = Activation("hard_sigmoid_of_keras_2", hard_sigmoid_of_keras_2, _slope_between_the_bends(0.2))
SOFTMAX = Activation("softmax", softmax, _itself, looks_along_an_axis=True)

BY_NAME = {one.name: one for one in (TANH, SIGMOID, RELU, LINEAR, HARD_SIGMOID, SOFTMAX)}


def activation(given: Any) -> Activation:
    """The activation that a layer names; None is linear, and an Activation is taken as it is.

    Raises: ValueError for a function that is not known here.

    >>> activation("tanh").name, activation(None).name
    ('tanh', 'linear')
    """
    if isinstance(given, Activation):
        return given
    if given is None:
        return LINEAR
    if isinstance(given, str) and given in BY_NAME:
        return BY_NAME[given]
    raise ValueError(
        f"activation={given!r}: expected one of {', '.join(BY_NAME)}, or an Activation such as HARD_SIGMOID_OF_KERAS_2"
    )
