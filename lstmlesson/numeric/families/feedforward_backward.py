"""The way back through the layers without a memory, each beside its forward line in `numeric.feedforward`."""

from typing import Any

import numpy as np

from lstmlesson.numeric.families.context import LayerGradients


def dense(layer: Any, tape: Any, output: Any, states: list[Any]) -> LayerGradients:
    """Dense: the kernel hears from each pair of input and output, the bias from each output.

    >>> from lstmlesson import Dense
    >>> from lstmlesson.numeric.activations import LINEAR
    >>> kernel, x = np.array([[2.0], [3.0]]), np.array([[5.0, 7.0]])
    >>> pulled = dense(Dense(1), (LINEAR, kernel, x, x @ kernel), np.array([[1.0]]), [])
    >>> [array.tolist() for array in pulled.weights], pulled.x.tolist()        # of 5·2 + 7·3 + bias
    ([[[5.0], [7.0]], [1.0]], [[2.0, 3.0]])
    """
    kernel, bias, x = _affine(tape, output)
    return LayerGradients([kernel, bias] if layer.use_bias else [kernel], x, [])


def linear(module: Any, tape: Any, output: Any, states: list[Any]) -> LayerGradients:
    """PyTorch's Dense; its weight is (out_features, in_features)."""
    kernel, bias, x = _affine(tape, output)
    return LayerGradients(
        [np.ascontiguousarray(kernel.T), bias] if module.has_bias else [np.ascontiguousarray(kernel.T)], x, []
    )


def _affine(tape: Any, output: Any) -> tuple[Any, Any, Any]:
    function, kernel, x, y = tape
    sums = function.pull(output, y).reshape(-1, kernel.shape[1])
    return x.reshape(-1, kernel.shape[0]).T @ sums, sums.sum(axis=0), (sums @ kernel.T).reshape(x.shape)


def embedding(layer: Any, tape: Any, output: Any, states: list[Any]) -> LayerGradients:
    """Each row of the table hears from the places where it was looked up; PyTorch's padding_idx from none."""
    rows, table = tape
    gradient = np.zeros_like(table)
    np.add.at(gradient, rows, output)
    if getattr(layer, "padding_idx", None) is not None:
        gradient[layer.padding_idx] = 0
    return LayerGradients([gradient], None, [])


def dropout(layer: Any, tape: Any, output: Any, states: list[Any]) -> LayerGradients:
    """What was dropped hears nothing."""
    return LayerGradients([], output if tape is None else output * tape, [])


def activate(layer: Any, tape: Any, output: Any, states: list[Any]) -> LayerGradients:
    """A function of each number."""
    function, y = tape
    return LayerGradients([], function.pull(output, y), [])


def flatten(layer: Any, tape: Any, output: Any, states: list[Any]) -> LayerGradients:
    """The same numbers in the shape that they had."""
    back = output.reshape(tape)
    return LayerGradients([], np.moveaxis(back, -1, 1) if layer.data_format == "channels_first" else back, [])


def repeat_vector(layer: Any, tape: Any, output: Any, states: list[Any]) -> LayerGradients:
    """One vector hears from all its copies."""
    return LayerGradients([], output.sum(axis=1), [])


def masking(layer: Any, tape: Any, output: Any, states: list[Any]) -> LayerGradients:
    """What was set to zero hears nothing."""
    return LayerGradients([], np.where(tape[..., np.newaxis], output, 0), [])


def concatenate(layer: Any, tape: Any, output: Any, states: list[Any]) -> LayerGradients:
    """To each its own part."""
    ends = np.cumsum([shape[layer.axis] for shape in tape])[:-1]
    return LayerGradients([], np.split(output, ends, axis=layer.axis), [])


def add(layer: Any, tape: Any, output: Any, states: list[Any]) -> LayerGradients:
    """To each the whole, summed where it was repeated."""
    return LayerGradients([], [_summed(output, lifted).reshape(shape) for shape, lifted in tape], [])


def _summed(gradient: Any, shape: tuple[int, ...]) -> Any:
    repeated = tuple(axis for axis, size in enumerate(shape) if size == 1 and gradient.shape[axis] > 1)
    return gradient.sum(axis=repeated, keepdims=True)
