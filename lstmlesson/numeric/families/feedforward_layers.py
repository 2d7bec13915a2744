"""The layers without a memory: each is a line or two of numpy, and each says which mask goes on.

A mask goes on where Keras lets it: through layers that treat each timestep by itself; Flatten and RepeatVector end it.
Arrays have the batch first. What a layer keeps is what its way back needs.
"""

from typing import Any

import numpy as np

from lstmlesson.numeric.activations import activation
from lstmlesson.numeric.capacity import reserve
from lstmlesson.numeric.families.context import Context, Result, share_let_through


def dense(layer: Any, weights: list[Any], x: Any, context: Context) -> Result:
    """activation(x @ kernel + bias), at each position. x: (batch, …, features). output: (batch, …, units)."""
    return _affine(weights[0], weights[1:], layer.activation, x, context)


def linear(module: Any, weights: list[Any], x: Any, context: Context) -> Result:
    """PyTorch's Dense; its weight is (out_features, in_features)."""
    return _affine(weights[0].T, weights[1:], None, x, context)


def _affine(kernel: Any, bias: list[Any], named: Any, x: Any, context: Context) -> Result:
    function = activation(named)
    sums = x.reshape(-1, x.shape[-1]) @ kernel
    for one in bias:
        sums += one
    output = function.apply(sums, sums).reshape(*x.shape[:-1], kernel.shape[-1])
    return Result(output, [], context.mask, (function, kernel, x, output))


def embedding(layer: Any, weights: list[Any], x: Any, context: Context) -> Result:
    """Row x of the table. x: whole numbers of any shape. output: (…, output_dim). With mask_zero, 0 is skipped."""
    numbers = x.astype(np.intp)
    mask = numbers != 0 if getattr(layer, "mask_zero", False) else None
    return Result(weights[0][numbers], [], mask, (numbers, weights[0]))


def dropout(layer: Any, weights: list[Any], x: Any, context: Context) -> Result:
    """In training, some numbers become zero and the others larger; otherwise nothing happens."""
    shape = x.shape
    if layer.noise_shape is not None:
        shape = tuple(length if size is None else size for size, length in zip(layer.noise_shape, shape, strict=True))
    share = share_let_through(context.random, layer.rate, shape, x.dtype)
    return Result(x if share is None else x * share, [], context.mask, share)


def activate(layer: Any, weights: list[Any], x: Any, context: Context) -> Result:
    """A function of each number, for softmax of the last axis."""
    function = activation(layer.activation)
    output = function.apply(x)
    return Result(output, [], context.mask, (function, output))


def flatten(layer: Any, weights: list[Any], x: Any, context: Context) -> Result:
    """(batch, …) to (batch, product of the rest); with channels_first the second axis is moved to the end before."""
    moved = np.moveaxis(x, 1, -1) if layer.data_format == "channels_first" else x
    return Result(moved.reshape(len(x), -1), [], None, moved.shape)


def repeat_vector(layer: Any, weights: list[Any], x: Any, context: Context) -> Result:
    """(batch, features) to (batch, n, features)."""
    reserve(x.size * layer.n, x.dtype, layer)  # the one layer that makes more than its weights and its input tell
    return Result(np.repeat(x[:, np.newaxis], layer.n, axis=1), [], None, None)


def masking(layer: Any, weights: list[Any], x: Any, context: Context) -> Result:
    """A mask that is False at timesteps in which each feature is mask_value; they are set to zero."""
    mask = (x != layer.mask_value).any(axis=-1)
    return Result(np.where(mask[..., np.newaxis], x, 0), [], mask, mask)


def concatenate(layer: Any, weights: list[Any], x: list[Any], context: Context) -> Result:
    """Arrays side by side along an axis; Keras counts the batch as axis 0.

    A timestep is skipped where it is in all inputs. Source: compute_mask of keras.layers.Concatenate of Keras 3.15.1.
    """
    axis = layer.axis
    return Result(np.concatenate(x, axis=axis), [], _joined_mask(x, context.mask, axis), [one.shape for one in x])


def _joined_mask(x: list[Any], masks: list[Any] | None, axis: int) -> Any:
    if masks is None or all(mask is None for mask in masks):
        return None
    full = [
        np.ones(one.shape, bool) if mask is None else mask if mask.ndim == one.ndim else _each_feature(mask, one)
        for one, mask in zip(x, masks, strict=True)
    ]
    return np.concatenate(full, axis=axis).any(axis=-1)


def _each_feature(mask: Any, x: Any) -> Any:
    return np.broadcast_to(mask[..., np.newaxis], x.shape)


def add(layer: Any, weights: list[Any], x: list[Any], context: Context) -> Result:
    """Arrays added number by number; shorter ones get axes of length 1 behind the batch.

    A timestep is skipped where it is in all inputs, and where one has no mask nowhere.
    """
    axes = max(one.ndim for one in x)
    lifted = [one.reshape(len(one), *(1,) * (axes - one.ndim), *one.shape[1:]) for one in x]
    masks = context.mask or [None]
    mask = None if any(one is None for one in masks) else np.logical_or.reduce(masks)
    return Result(
        sum(lifted[1:], lifted[0]), [], mask, [(one.shape, wide.shape) for one, wide in zip(x, lifted, strict=True)]
    )
