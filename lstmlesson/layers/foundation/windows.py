"""How many positions a window has along an axis: shared by convolutions and pooling."""

from typing import Any

from lstmlesson.law.sizes import Size, is_array, is_number, shown


def positions(length: Size | None, size: Size, stride: Size, padding: str, dilation: Size, whose: str) -> Size | None:
    """How often a window of a size fits on an axis of a length, moving by a stride; None where the length is open.

    "same" and "causal" pad the axis, so that each stride has a window; "valid" keeps only windows that lie inside.
    Source: keras.src.ops.operation_utils.compute_conv_output_shape of Keras 3.15.1.

    >>> positions(10, 3, 1, "valid", 1, "Conv1D")             # (10 - 3)//1 + 1
    8
    """
    if length is None:
        return None
    reach = 1 if padding in ("same", "causal") else dilation * (size - 1) + 1
    count = (length - reach) // stride + 1
    if (is_number(count) and count < 1) or (is_array(count) and int(count.min()) < 1):
        raise ValueError(
            f"{whose}: a window that reaches over {shown(reach)} does not fit on an axis of {_length(length)}; "
            'expected a longer axis, a smaller window or padding="same"'
        )
    return count


def _length(length: Any) -> str:
    return str(length) if is_array(length) else shown(length)


def last(shape: Any, data_format: str | None) -> tuple[Any, ...]:
    """A shape with its channels as the last axis, wherever data_format has them."""
    return (*shape[1:], shape[0]) if data_format == "channels_first" else tuple(shape)


def back(shape: Any, data_format: str | None) -> tuple[Any, ...]:
    """The same shape with its channels where data_format wants them."""
    return (shape[-1], *shape[:-1]) if data_format == "channels_first" else tuple(shape)
