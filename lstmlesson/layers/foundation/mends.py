"""What is said when a layer cannot follow what stands before it, and the line to write in the two commonest cases.

Keras says "expected ndim=3, found ndim=2" in both: a recurrent layer before gives its last timestep only, or the input
has no timesteps.
"""

from typing import Any

from lstmlesson.layers.foundation.tensor import Shape, Tensor, written


def mend(layer: Any, tensor: Tensor) -> str:
    """A sentence that says the line, where one axis is missing or one too many; else nothing."""
    missing = len(layer.axes) - len(tensor.sample)
    before = tensor.node.layer
    if missing == 1:
        if "return_sequences" in _arguments(before):
            return _whole_sequence(before)
        if not tensor.node.inputs and not tensor.is_constant:
            return _longer_input(layer, tensor)
    if missing == -1 and not layer.more_axes and not tensor.node.inputs:
        return f" Input({written(tensor.sample)}) counts the batch; write Input({written(tensor.sample[1:])})."
    if missing == -1 and not layer.more_axes:
        return f" To do it at each timestep, write TimeDistributed({layer!r})."
    return ""


def _arguments(layer: Any) -> dict[str, Any]:
    """The arguments of a layer, and of the one inside it."""
    inside = layer.values.get("layer")
    return {**(inside.values if hasattr(inside, "values") else {}), **layer.values}


def _whole_sequence(before: Any) -> str:
    return (
        f" The layer before, {before!r}, gives its last timestep only; for all timesteps write "
        f"{before.with_arguments(return_sequences=True)!r}; to repeat the last, put RepeatVector(timesteps) between."
    )


def _longer_input(layer: Any, tensor: Tensor) -> str:
    shape = tensor.sample
    if len(layer.axes) != 2:
        return f" Input({written(shape)}) has no features; write Input({written((*shape, 1))}) for one feature."
    (size,) = shape
    return (
        f" Input({written(shape)}) has no timesteps; write Input({written((None, size))}) for sequences with {size} "
        f"features, or Input({written((size, 1))}) for {size} timesteps of one feature; an Embedding makes features of "
        "word numbers."
    )


def wrong_axes(layer: Any, shape: Shape) -> str:
    """Which axes a shape has, and which the layer takes."""
    more = len(shape) - len(layer.axes)
    front = ("batch", *(f"axis {axis}" for axis in range(1, more)))[: max(more, 0)]
    names = (*front, *layer.axes[max(-more, 0) :])
    meant = ", ".join(f"{name} {written((size,))[1:-2]}" for name, size in zip(names, shape, strict=True))
    advice = "1 too many: leave out the batch" if more == 1 else f"{abs(more)} too {'many' if more > 0 else 'few'}"
    number = f"{len(shape)} {'axis' if len(shape) == 1 else 'axes'}"
    least = "min_ndim" if layer.more_axes else "ndim"
    return (
        f"{type(layer).__name__}: the input shape {written(shape)} has {number} ({meant}), {advice}; "
        f"expected ({', '.join(layer.axes)}). Keras counts the batch too and says "
        f'"expected {least}={len(layer.axes) + 1}, found ndim={len(shape) + 1}".'
    )
