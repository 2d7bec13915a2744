"""Data that a pasted program gives to a model: only their shape is looked at."""

from typing import Any

from lstmlesson.layers.basic import Input
from lstmlesson.layers.foundation.tensor import Tensor, written


def samples(x: Any) -> Any:
    """The shape of the data, the number of samples first; a list or a dict for several inputs, None where unknown."""
    if isinstance(x, dict) and x and all(hasattr(one, "shape") for one in x.values()):
        return {name: tuple(map(int, one.shape)) for name, one in x.items()}
    if isinstance(x, list | tuple) and x and all(hasattr(one, "shape") for one in x):
        return [tuple(map(int, one.shape)) for one in x]
    shape: Any = getattr(x, "shape", None)
    known = isinstance(shape, tuple) and len(shape) > 0 and None not in shape
    return tuple(map(int, shape)) if known else None


def in_order(shapes: dict[str, Any], inputs: list[str]) -> list[Any]:
    """The shapes of named data in the order of the inputs of these names."""
    return [shapes[name] for name in inputs] if set(inputs) == set(shapes) else list(shapes.values())


def adjusted(what: str, tensor: Tensor, given: tuple[int, ...]) -> tuple[int, ...]:
    """The shape of the data as an input sees it. Keras adds or takes a last axis of length 1 by itself.

    Raises: ValueError where the axes do not fit. Other timesteps than the input's are no fault.
    """
    expected, shape = tensor.shape, given
    if len(shape) == len(expected) + 1 and shape[-1] == 1:
        shape = shape[:-1]
    if len(shape) == len(expected) - 1 and expected[-1] == 1:
        shape = (*shape, 1)
    last = expected[-1]
    wrong = len(expected) > 2 and isinstance(last, int) and last != shape[-1]
    if len(shape) != len(expected) or wrong:
        raise ValueError(
            f"{what}: the data have the shape {written(given)}; the model was made for {written(expected)}, so "
            f"expected data of {len(expected)} axes" + (f" that end in {last}" if isinstance(last, int) else "")
        )
    return shape


def nan_arrays(model: Any, shape: Any) -> Any:
    """Arrays of nan in the shape of the model's output on data of this shape; several outputs as the model gives them.

    Raises: ImportError where numpy is not installed.
    """
    try:
        import numpy as np
    except ImportError:
        raise ImportError(
            "predict gives an array, and numpy is not installed; count() and summary() need none"
        ) from None

    def filled(output: Any) -> Any:
        if isinstance(output, dict):
            return {name: filled(one) for name, one in output.items()}
        if isinstance(output, list):
            return [filled(one) for one in output]
        return np.full([1 if size is None else size for size in output], np.nan, "float32")

    return filled(_outputs(model, shape))


def _outputs(model: Any, shape: Any) -> Any:
    """The output shapes with the batch."""
    shapes = shape if isinstance(shape, list) else [shape]
    if not hasattr(model, "graph"):
        called = model(
            [Input(batch_shape=one) for one in shapes] if isinstance(shape, list) else Input(batch_shape=shape)
        )
        return _shapes(called)
    after = model.graph.shapes([one[1:] for one in shapes])
    results = [(shapes[0][0], *after[id(tensor)]) for tensor in model.graph.outputs]
    if model.__dict__.get("output_names"):
        return dict(zip(model.__dict__["output_names"], results, strict=True))
    return results if model.__dict__["gives_several"] else results[0]


def _shapes(tensors: Any) -> Any:
    if isinstance(tensors, dict):
        return {name: _shapes(one) for name, one in tensors.items()}
    return [_shapes(one) for one in tensors] if isinstance(tensors, list | tuple) else tensors.shape
