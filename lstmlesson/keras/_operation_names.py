"""Operations on tensors under the names that keras.ops, the older backend and TensorFlow have for them."""

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import Any

# Older names of operations, and what keras.ops calls them. Source: keras.backend of Keras 2, tf of TensorFlow 2.21.
OPERATIONS = {
    "permute_dimensions": "transpose",
    "repeat_elements": "repeat",
    "l2_normalize": "normalize",
    "int_shape": "shape",
    "pow": "power",
    "concat": "concatenate",
    "range": "arange",
    "bias_add": "add",
    "embedding_lookup": "gather",
    "neg": "negative",
    "div": "divide",
    "identity": "stop_gradient",
    "batch_dot": "batch_dot",
    "batch_flatten": "batch_flatten",
    "mul": "multiply",
    "sub": "subtract",
    "truediv": "true_divide",
    "floordiv": "floor_divide",
    "rank": "ndim",
    "expand": "expand_dims",
    "to_float": "cast",
    "clip_by_value": "clip",
    "ensure_shape": "stop_gradient",
    "reverse": "flip",
    "map_fn": "map",
    "slice": "slice",
    **{f"reduce_{kind}": kind for kind in "sum mean max min prod any all".split()},
    "reduce_variance": "var",
    "reduce_std": "std",
    "reduce_logsumexp": "logsumexp",
}


# Arguments that are called otherwise there: their place, or their name in keras.ops.
PLACES = {
    **dict.fromkeys("input a tensor values logits features inputs value_or_values inp".split(), 0),
    **dict.fromkeys(("b", "y", "elems"), 1),
    **dict.fromkeys(("fn", "f"), 0),
}


KEYWORDS = {
    "keep_dims": "keepdims",
    "perm": "axes",
    "multiples": "repeats",
    "depth": "num_classes",
    "num_or_size_splits": "indices_or_sections",
    "limit": "stop",
    "delta": "step",
    "reduction_indices": "axis",
    "pattern": "axes",
}


SAME_NAME = """
    abs add argmax argmin cast clip concatenate cos cumsum dot einsum elu equal exp expand_dims eye flatten floor gelu
    greater greater_equal hard_sigmoid less less_equal linspace log log_softmax logical_and logical_not logical_or
    matmul max maximum mean min minimum mod multiply ndim negative not_equal one_hot ones_like pad prod range relu relu6
    repeat reshape round selu shape sigmoid sign sin softmax softplus softsign split sqrt square squeeze stack std
    stop_gradient subtract sum swish silu tanh tensordot tile transpose unstack var where zeros_like divide
    leaky_relu size top_k batch_dot any all rsqrt squared_difference norm power take celu mish log_sigmoid
    gather band_part dropout boolean_mask vectorized_map
    hard_tanh hard_silu hard_swish squareplus sparsemax soft_shrink hard_shrink tanh_shrink threshold glu exponential
""".split()


def operation(name: str) -> Callable[..., Any]:
    """An operation by its name in keras.ops, in the older backend or in TensorFlow.

    Raises: AttributeError for one that is not followed here.
    """
    known = OPERATIONS.get(name, name)
    follow = import_module("lstmlesson.layers.operations").function(known)

    def function(*args: Any, **kwargs: Any) -> Any:
        given = list(args)
        for old in [old for old in kwargs if old in PLACES]:
            given.insert(PLACES[old], kwargs.pop(old))
        kwargs.pop("name", None)
        if kwargs.pop("transpose_b", False):
            given[1] = operation("swapaxes")(given[1], -1, -2)
        return follow(*given, **{KEYWORDS.get(key, key): value for key, value in kwargs.items()})

    function.__name__ = name
    return function


def element_by_element(name: str) -> Callable[..., Any]:
    """An activation: of a tensor, its shape; as the argument of a layer, itself."""

    def activation(x: Any, *args: Any, **kwargs: Any) -> Any:
        return x if not hasattr(x, "shape") else operation(name)(x)

    activation.__name__ = name
    return activation


def operations_at(place: str, names: list[str]) -> Iterator[tuple[str, Callable[[], Any]]]:
    for name in names:
        yield f"{place}.{name}", partial(operation, name)


def along_the_last(name: str) -> Callable[..., Any]:
    """An operation of the older backend, which took the last axis where none was said."""
    follow = operation(name)

    def function(x: Any, axis: Any = -1, **more: Any) -> Any:
        return follow(x, axis=axis, **more)

    return function


def backend_repeat(x: Any, n: int) -> Any:
    """The older backend's repeat: a vector becomes n timesteps of it."""
    return operation("repeat")(operation("expand_dims")(x, 1), n, axis=1)
