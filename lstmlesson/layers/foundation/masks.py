"""The mask that travels beside a tensor in Keras and says which timesteps count. It holds no parameter.

Masking and Embedding(mask_zero=True) begin one, by operations that stand in the summary as rows of their own,
not_equal and any. Layers that look at it are connected to it; layers that keep the timesteps hand it on; the others
lose it.
Source: Layer.__call__ and the compute_mask of each layer in Keras 3.15.1.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

from lstmlesson.layers.foundation.tensor import Node, Shape, Tensor

Mask = Tensor | None
_LAYER = "lstmlesson.layers.foundation.used_layer"

# The layers whose call takes a mask, besides models, and those that hand on the mask of what they are called on.
TAKES = frozenset(
    "LSTM GRU SimpleRNN RNN Bidirectional TimeDistributed ConvLSTM1D ConvLSTM2D ConvLSTM3D BatchNormalization Softmax "
    "GlobalAveragePooling1D Lambda Sequential Model".split()
)
KEEPS = frozenset(
    "Dense Identity BatchNormalization GroupNormalization LayerNormalization UnitNormalization Normalization Rescaling "
    "Activation ELU LeakyReLU PReLU ReLU Softmax ActivityRegularization AlphaDropout Dropout GaussianDropout "
    "GaussianNoise SpatialDropout1D SpatialDropout2D SpatialDropout3D TimeDistributed MultiHeadAttention "
    "GroupQueryAttention".split()
)


def masked(
    layer: Any, tensors: list[Tensor], states: list[Tensor], shapes: list[Shape], given: Any, alone: bool
) -> list[Tensor]:
    """What comes out of a call in which masks take part. alone: whether the layer was called on one tensor."""
    masks = seen(tensors, given)
    connected = taken(layer, masks) if given is not None or (alone and not states) else ()
    outputs = Node(layer, tuple(tensors + states), shapes, connected).outputs
    hand_on(layer, tensors, masks, outputs)
    return outputs


def seen(tensors: Sequence[Tensor], given: Any) -> list[Mask]:
    """The mask of each tensor that a layer is called on: what the program gives, or what travels with it."""
    if given is None:
        return [one.mask for one in tensors]
    return list(given) if isinstance(given, list | tuple) else [given]


def taken(layer: Any, masks: Sequence[Mask]) -> tuple[Tensor, ...]:
    """Those masks to which a call on one tensor is connected; called on several, Keras connects none."""
    takes = _kind(layer) in TAKES or _asks(layer)
    return tuple(one for one in masks if isinstance(one, Tensor)) if takes else ()


def hand_on(layer: Any, tensors: Sequence[Tensor], masks: Sequence[Mask], outputs: Sequence[Tensor]) -> None:
    """Give what comes out of a call the mask that it has in Keras; states have none."""
    mask = after(layer, tensors, masks)
    both = layer.values.get("merge_mode", "") is None  # what two directions give, each by itself
    for output in outputs[: 2 if both else 1] if mask is not None else []:
        output.mask = mask


def after(layer: Any, tensors: Sequence[Tensor], masks: Sequence[Mask]) -> Mask:
    """The mask of what a layer gives, as its compute_mask says in Keras."""
    rule = _RULES.get(_kind(layer))
    if rule is not None:
        return rule(layer, tensors, masks)
    return masks[0] if _kind(layer) in KEEPS or _keeps(layer) else None


def _kind(layer: Any) -> str:
    return "" if layer.is_followed else type(layer).__name__


def _asks(layer: Any) -> bool:
    """Whether a learner's class has a call that takes a mask."""
    return layer.is_followed and "mask" in getattr(type(layer).call, "__code__", _asks.__code__).co_varnames


def _keeps(layer: Any) -> bool:
    """Whether a learner's class says supports_masking = True, and no compute_mask of its own, which is not followed."""
    own = any("compute_mask" in kind.__dict__ for kind in type(layer).__mro__ if kind.__module__ != _LAYER)
    return layer.is_followed and bool(layer.__dict__.get("supports_masking")) and not own


def _operation(name: str, *given: Any, **more: Any) -> Any:
    from lstmlesson.layers.operations import function

    return function(name)(*given, **more)


def _of_masking(layer: Any, tensors: Sequence[Tensor], masks: Sequence[Mask]) -> Mask:
    return _operation("any", _operation("not_equal", tensors[0], layer.mask_value), axis=-1)


def _of_embedding(layer: Any, tensors: Sequence[Tensor], masks: Sequence[Mask]) -> Mask:
    return _operation("not_equal", tensors[0], 0) if layer.mask_zero else None


def _of_sequences(layer: Any, tensors: Sequence[Tensor], masks: Sequence[Mask]) -> Mask:
    inner = layer.values.get("layer", layer)
    return masks[0] if inner.values.get("return_sequences") else None


def _of_query(layer: Any, tensors: Sequence[Tensor], masks: Sequence[Mask]) -> Mask:
    return None if masks[0] is None else _operation("convert_to_tensor", masks[0])


def _of_all(layer: Any, tensors: Sequence[Tensor], masks: Sequence[Mask]) -> Mask:
    if None in masks:
        return None
    return reduce(lambda one, other: _operation("logical_or", one, other), masks)


def _of_any(layer: Any, tensors: Sequence[Tensor], masks: Sequence[Mask]) -> Mask:
    if all(mask is None for mask in masks):
        return None
    as_wide = [_as_wide_as(tensor, mask) for tensor, mask in zip(tensors, masks, strict=True)]
    return _operation("any", _operation("concatenate", as_wide, axis=layer.axis), axis=-1)


def _as_wide_as(tensor: Tensor, mask: Mask) -> Any:
    if mask is None:
        return _operation("ones_like", tensor)
    if mask.ndim >= tensor.ndim:
        return mask
    return _operation("logical_or", _operation("expand_dims", mask, axis=-1), _operation("zeros_like", tensor))


_RULES: dict[str, Callable[[Any, Sequence[Tensor], Sequence[Mask]], Mask]] = {
    "Masking": _of_masking,
    "Embedding": _of_embedding,
    **dict.fromkeys(("LSTM", "GRU", "SimpleRNN", "RNN", "Bidirectional"), _of_sequences),
    **dict.fromkeys(("ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D"), _of_sequences),
    **dict.fromkeys(("Attention", "AdditiveAttention"), _of_query),
    **dict.fromkeys(("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum"), _of_all),
    "Concatenate": _of_any,
}
