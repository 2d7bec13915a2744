"""Names that are not inert, since a program reads something off what they give: an answer for each, by its path.

What cannot be answered honestly is refused, with the line to write.
"""

import warnings
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from lstmlesson.inert import Inert, NotHere
from lstmlesson.keras import _data_tools as tools
from lstmlesson.keras._operation_names import (
    OPERATIONS,
    SAME_NAME,
    along_the_last,
    backend_repeat,
    element_by_element,
    operation,
    operations_at,
)
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
    **dict(operations_at("backend", [*OPERATIONS, *SAME_NAME])),
    **{f"backend.{name}": partial(along_the_last, name) for name in ("concatenate", "argmax", "argmin")},
    "backend.repeat": lambda: backend_repeat,
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
