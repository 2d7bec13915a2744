"""Losses as Keras computes them: a value for each position, and the mean over all positions that count.

Each loss gives the values (…,) and their gradients (…, units) from what was wanted and what was predicted.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from lstmlesson.numeric.arrays import unmasked

EPSILON = 1e-7  # keras.config.epsilon() of Keras 3.15.1, for both number types


def mean_squared_error(wanted: Any, predicted: Any) -> tuple[Any, Any]:
    """The mean over the units of (predicted - wanted)².

    >>> value, gradient = mean_squared_error(np.array([1.0, 0.0]), np.array([3.0, 0.0]))
    >>> float(value), gradient.tolist()                      # (2² + 0²)/2, and 2·2/2
    (2.0, [2.0, 0.0])
    """
    apart = predicted - wanted
    return np.mean(apart * apart, axis=-1), apart * (2 / apart.shape[-1])


def categorical_crossentropy(wanted: Any, predicted: Any) -> tuple[Any, Any]:
    """- sum of wanted·log(share), the shares being what was predicted, divided by its sum and kept between epsilon and
    1 - epsilon.

    >>> value, gradient = categorical_crossentropy(np.array([1.0, 0.0]), np.array([0.5, 0.5]))
    >>> float(value.round(4)), gradient.tolist()             # -log 0.5; more of the first would help
    (0.6931, [-1.0, 1.0])
    """
    total = predicted.sum(axis=-1, keepdims=True)
    shares = predicted / total
    tape = np.clip(shares, EPSILON, 1 - EPSILON)
    of_shares = np.where(shares == tape, -wanted / tape, 0)
    of_predicted = (of_shares - (of_shares * shares).sum(axis=-1, keepdims=True)) / total
    return -(wanted * np.log(tape)).sum(axis=-1), of_predicted


def sparse_categorical_crossentropy(wanted: Any, predicted: Any) -> tuple[Any, Any]:
    """The same with what is wanted as class numbers."""
    one_hot = np.zeros_like(predicted)
    np.put_along_axis(one_hot, wanted[..., np.newaxis], 1, axis=-1)
    return categorical_crossentropy(one_hot, predicted)


LOSSES: dict[str, Callable[[Any, Any], tuple[Any, Any]]] = {
    "mean_squared_error": mean_squared_error,
    "mse": mean_squared_error,
    "categorical_crossentropy": categorical_crossentropy,
    "sparse_categorical_crossentropy": sparse_categorical_crossentropy,
}


def loss_named(name: Any) -> Callable[[Any, Any], tuple[Any, Any]]:
    """The loss of a name, as Keras writes it."""
    if not isinstance(name, str) or name not in LOSSES:
        raise ValueError(f"loss={name!r}: expected one of {', '.join(LOSSES)}")
    return LOSSES[name]


def over_all(values: Any, gradients: Any, mask: Any) -> tuple[float, Any]:
    """The mean of the values where the mask is True, and its gradient; the mean of all where there is no mask.

    Source: reduce_weighted_values in keras.src.losses.loss of Keras 3.15.1, reduction sum_over_batch_size.

    >>> value, gradient = over_all(np.array([3.0, 5.0]), np.array([[1.0], [1.0]]), np.array([True, False]))
    >>> float(value), gradient.tolist()                      # 3/1
    (3.0, [[1.0], [0.0]])
    """
    share = 1 / values.size if mask is None else mask / values.dtype.type(max(mask.sum(), 1))
    return (values * share).sum(), gradients * (share if mask is None else share[..., np.newaxis])


def wanted_for(loss: Any, y: Any, name: str, predicted_shape: tuple[int, ...], dtype: Any) -> Any:
    """What is wanted, as an array that fits what is predicted; both may be a whole set, the batch in front.

    y: of the predicted shape, or without its last axis where that is 1; class numbers without the last axis, or
    with one of length 1.
    Raises: ValueError or TypeError that names the array, its shape and the one expected.
    """
    array = np.asarray(unmasked(y, name))
    if array.dtype.kind not in "biuf":
        raise TypeError(f"{name} has dtype {array.dtype}; expected numbers")
    if not np.isfinite(array).all():
        raise ValueError(f"{name} of shape {array.shape} holds NaN or infinity; expected finite numbers")
    front, units = predicted_shape[:-1], predicted_shape[-1]
    if loss is not sparse_categorical_crossentropy:
        if array.shape != predicted_shape and not (units == 1 and array.shape == front):
            raise ValueError(f"{name} has shape {array.shape}; expected {predicted_shape}, as the model predicts")
        return array.reshape(predicted_shape).astype(dtype)
    if array.shape not in (front, (*front, 1)):
        raise ValueError(f"{name} has shape {array.shape}; expected {front}, one class number for each prediction")
    if array.dtype.kind not in "iu" and not np.array_equal(array, np.floor(array)):
        raise TypeError(f"{name} has dtype {array.dtype}; expected whole numbers, each a class")
    if array.min() < 0 or array.max() >= units:
        raise ValueError(f"{name} has classes from {array.min()} to {array.max()}; expected 0 to {units - 1}")
    return array.reshape(front).astype(np.intp)
