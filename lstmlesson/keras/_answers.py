"""Names that are not inert, since a program reads something off what they give: an answer for each, by its path.

Operations on tensors are those of `layers.operations`, under the names that keras.ops, the older backend and
TensorFlow have for them. What cannot be answered honestly is refused, with the line to write.
"""

import warnings
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import Any

from lstmlesson.inert import Inert, NotHere
from lstmlesson.keras import _data_tools as tools
from lstmlesson.models.history import History

# What Keras' front door shows that has its place in a room.
AT_FRONT = {
    "DTypePolicy": "dtype_policies.DTypePolicy",
    "FloatDTypePolicy": "dtype_policies.FloatDTypePolicy",
    "Initializer": "initializers.Initializer",
    "Loss": "losses.Loss",
    "Metric": "metrics.Metric",
    "Optimizer": "optimizers.Optimizer",
    "Quantizer": "quantizers.Quantizer",
    "Regularizer": "regularizers.Regularizer",
    "KerasTensor": "backend.Tensor",
    "Variable": "backend.Variable",
    "InputSpec": "backend.InputSpec",
    "device": "backend.device",
    "name_scope": "backend.name_scope",
    "remat": "backend.remat",
    "StatelessScope": "backend.StatelessScope",
    "version": "backend.version",
}
# The shapes of the data sets that Keras downloads, as their documentation gives them: samples, then one sample.
DATA_SETS = {
    "mnist": ((60_000, 28, 28), (10_000, 28, 28), ()),
    "fashion_mnist": ((60_000, 28, 28), (10_000, 28, 28), ()),
    "cifar10": ((50_000, 32, 32, 3), (10_000, 32, 32, 3), (1,)),
    "cifar100": ((50_000, 32, 32, 3), (10_000, 32, 32, 3), (1,)),
    "boston_housing": ((404, 13), (102, 13), ()),
    "california_housing": ((16_512, 8), (4_128, 8), ()),
    "imdb": ((25_000,), (25_000,), ()),
    "reuters": ((8_982,), (2_246,), ()),
}
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
    "slice": "slice",
    **{f"reduce_{kind}": kind for kind in "sum mean max min prod any all".split()},
    "reduce_variance": "var",
    "reduce_std": "std",
    "reduce_logsumexp": "logsumexp",
}
# Arguments that are called otherwise there: their place, or their name in keras.ops.
PLACES = {
    **dict.fromkeys("input a tensor values logits features inputs value_or_values inp".split(), 0),
    **dict.fromkeys(("b", "y"), 1),
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
    gather band_part dropout boolean_mask
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


def load_data(name: str) -> Callable[..., Any]:
    """Zeros in the shapes of a data set: nothing is fetched."""

    def load(*args: Any, **kwargs: Any) -> Any:
        np = tools.numpy_for(f"{name}.load_data")
        warnings.warn(
            f"{name}.load_data fetches nothing here: zeros stand in the shapes of the data, for a text one word",
            NotHere,
            stacklevel=2,
        )
        train, test, label = DATA_SETS[name]
        return tuple((_data(np, shape), np.zeros((shape[0], *label), "int64")) for shape in (train, test))

    return load


def _data(np: Any, shape: tuple[int, ...]) -> Any:
    if len(shape) > 1:
        return np.zeros(shape, "uint8")
    words = np.empty(shape[0], dtype=object)
    words[:] = [[0] for _ in range(shape[0])]
    return words


def refused(sentence: str, kind: type[Exception] = NotImplementedError) -> Callable[..., Any]:
    """A function that only says why it cannot be done here."""

    def function(*args: Any, **kwargs: Any) -> Any:
        raise kind(sentence)

    return function


def random_array(kind: str) -> Callable[..., Any]:
    """An array of the asked shape; where a size is open, a tensor."""

    def function(shape: Any = (), *args: Any, **kwargs: Any) -> Any:
        return filled(kind, shape)

    function.__name__ = kind
    return function


def filled(kind: str, shape: Any) -> Any:
    """An array of this shape, its numbers drawn or zero; a tensor of it where a size is open or numpy is missing."""
    sizes = (shape,) if isinstance(shape, int) else tuple(shape)
    try:
        import numpy as np
    except ImportError:
        return operation("zeros")(sizes)
    if any(size is None for size in sizes):
        return operation("zeros")(sizes)
    draw = np.random.default_rng(0)
    if kind in ("normal", "truncated_normal"):
        return draw.standard_normal(sizes, dtype="float32")
    if kind == "uniform":
        return draw.random(sizes, dtype="float32")
    return (np.ones if kind == "ones" else np.zeros)(sizes, dtype="float32")


def initial_values(self: Any, shape: Any = (), dtype: Any = None, **more: Any) -> Any:
    """What an initializer gives when it is called: only the shape counts."""
    return filled("zeros", shape)


class Tape(Inert):
    """A context in which nothing is recorded."""


def count_params(x: Any) -> Any:
    """How many numbers a tensor or an array holds."""
    return import_module("lstmlesson.law.sizes").product(tuple(x.shape))


def _operations(place: str, names: list[str]) -> Iterator[tuple[str, Callable[[], Any]]]:
    for name in names:
        yield f"{place}.{name}", partial(operation, name)


def _along_the_last(name: str) -> Callable[..., Any]:
    """An operation of the older backend, which took the last axis where none was said."""
    follow = operation(name)

    def function(x: Any, axis: Any = -1, **more: Any) -> Any:
        return follow(x, axis=axis, **more)

    return function


def _backend_repeat(x: Any, n: int) -> Any:
    """The older backend's repeat: a vector becomes n timesteps of it."""
    return operation("repeat")(operation("expand_dims")(x, 1), n, axis=1)


ACTIVATIONS = """
    celu elu exponential gelu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu linear log_sigmoid
    log_softmax mish relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign sparse_plus sparse_sigmoid
    sparsemax squareplus swish tanh tanh_shrink threshold
""".split()

# The path of a name, and a function that gives what it is.
ANSWERS: dict[str, Callable[[], Any]] = {
    "backend.backend": lambda: lambda: "tensorflow",
    "backend.epsilon": lambda: lambda: 1e-07,
    "backend.floatx": lambda: lambda: "float32",
    "backend.image_data_format": lambda: lambda: "channels_last",
    "backend.Tensor": lambda: import_module("lstmlesson.layers").Tensor,
    "backend.Variable": lambda: import_module("lstmlesson.layers.operations").Variable,
    "backend.variable": lambda: import_module("lstmlesson.layers.operations").Variable,
    "backend.InputSpec": lambda: Inert,
    "backend.device": lambda: Inert("device"),
    "backend.StatelessScope": lambda: Tape,
    "backend.remat": lambda: lambda function: function,
    "backend.version": lambda: lambda: "3.15.1",
    "backend.count_params": lambda: count_params,
    "backend.is_keras_tensor": lambda: lambda x: isinstance(x, import_module("lstmlesson.layers").Tensor),
    "config.backend": lambda: lambda: "tensorflow",
    "config.epsilon": lambda: lambda: 1e-07,
    "config.floatx": lambda: lambda: "float32",
    "config.image_data_format": lambda: lambda: "channels_last",
    "callbacks.History": lambda: History,
    "utils.to_categorical": lambda: tools.to_categorical,
    "utils.normalize": lambda: tools.normalize,
    "utils.pad_sequences": lambda: tools.pad_sequences,
    "utils.get_file": lambda: refused("get_file fetches nothing here; give the path of a file that you have", OSError),
    "preprocessing.sequence.pad_sequences": lambda: tools.pad_sequences,
    "preprocessing.sequence.TimeseriesGenerator": lambda: tools.TimeseriesGenerator,
    "preprocessing.text.Tokenizer": lambda: tools.Tokenizer,
    "preprocessing.text.one_hot": lambda: tools.one_hot,
    "preprocessing.text.hashing_trick": lambda: tools.hashing_trick,
    "preprocessing.text.text_to_word_sequence": lambda: tools.text_to_word_sequence,
    "saving.load_model": lambda: import_module("lstmlesson.models").load_model,
    "saving.save_model": lambda: import_module("lstmlesson.models").save_model,
    "utils.model_to_dot": lambda: lambda *args, **kwargs: Inert("model_to_dot"),
    "utils.plot_model": lambda: plot_model,
    **{f"datasets.{name}.load_data": partial(load_data, name) for name in DATA_SETS},
    **{f"random.{kind}": partial(random_array, kind) for kind in ("normal", "uniform", "truncated_normal")},
    "random.set_seed": lambda: lambda *args: None,
    **{f"backend.{kind}": partial(random_array, kind) for kind in ("zeros", "ones")},
    **{f"backend.random_{kind}": partial(random_array, kind) for kind in ("normal", "uniform")},
    **{f"activations.{name}": partial(element_by_element, name) for name in ACTIVATIONS},
    **dict(_operations("backend", [*OPERATIONS, *SAME_NAME])),
    **{f"backend.{name}": partial(_along_the_last, name) for name in ("concatenate", "argmax", "argmin")},
    "backend.repeat": lambda: _backend_repeat,
    "backend.flatten": partial(operation, "ravel"),
}


def plot_model(*args: Any, **kwargs: Any) -> None:
    """Draws nothing, and says so."""
    warnings.warn("plot_model writes no picture here; model.summary() shows the layers", NotHere, stacklevel=2)


def answer(path: str) -> Any:
    """What a name is.

    Raises: AttributeError for an operation that is not followed here.
    """
    return ANSWERS[path]()
