"""The numbers that a layer begins with, drawn from a seed, in the order and the shapes of `layer.arrays()`.

Keras' layers draw as their initialisers say: by default kernels from glorot_uniform, recurrent kernels orthogonal,
biases zero, the forget gate's bias 1. PyTorch's modules draw as PyTorch does. The kinds of numbers are theirs, the
numbers are not: each framework has a random generator of its own.
"""

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from lstmlesson import layers, pytorch
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.weights import Weight, count
from lstmlesson.numeric.arrays import FLOATS, Floats
from lstmlesson.numeric.capacity import held, reserve
from lstmlesson.numeric.plans import holders
from lstmlesson.pytorch.foundation.base import Declared


def initialise(layer: Declaration, input_shape: Any, seed: int, dtype: DTypeLike = "float32") -> list[Floats]:
    """Arrays for a layer, a module or a model.

    input_shape: the shape of one sample; None for what knows its input. dtype: "float32" or "float64".
    Raises: TypeError for another dtype, ValueError for an initialiser that is not drawn here or a letter for a size,
    MemoryError for more numbers than this machine can hold.
    Source: the initialisers of Keras 3.15.1; the method reset_parameters of PyTorch 2.13.

    >>> from lstmlesson import LSTM
    >>> kernel, recurrent_kernel, bias = initialise(LSTM(2), (None, 3), seed=0)
    >>> kernel.shape, recurrent_kernel.shape
    ((3, 8), (2, 8))
    >>> bias.tolist()                                        # input, forget, cell, output: the second is 1
    [0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0]
    """
    if np.dtype(dtype).char not in FLOATS:
        raise TypeError(f"dtype={dtype!r}; expected float32 or float64")
    if isinstance(seed, bool) or not isinstance(seed, int | np.integer):
        raise TypeError(f"seed={seed!r}; expected a whole number, so that the same numbers come again")
    random = np.random.default_rng(seed)
    every = list(owners(layer, input_shape))
    for owner, weight in every:
        shape = weight.stacked(owner.gate_axis).shape
        if not all(isinstance(size, int) for size in shape):
            raise ValueError(f"{owner!r}: {weight.name} has shape {shape}; expected numbers, a letter has no arrays")
    reserve(count(weight for _, weight in every), dtype, type(layer).__name__)
    with held(layer):
        return [_drawn(owner, weight, random).astype(dtype) for owner, weight in every]


def _drawn(owner: Any, weight: Weight, random: Any) -> Any:
    draw = _of_module if isinstance(owner, Declared) else _of_layer
    return draw(owner, weight, weight.stacked(owner.gate_axis).shape, random)


def owners(layer: Any, input_shape: Any) -> Iterator[tuple[Any, Weight]]:
    """Each weight of a layer or model, with the innermost layer that says how it begins."""
    if isinstance(layer, Declared):
        yield from ((layer, weight) for weight in layer.weights(input_shape))
        return
    for holder, shape in holders(layer, layer.read(input_shape)):
        for inner, seen in innermost(holder, shape):
            yield from ((inner, weight) for weight in inner.declare(seen))


def innermost(layer: Any, shape: Any) -> Iterator[tuple[Any, Any]]:
    """The layers inside a wrapper, or the cells inside a recurrent layer, each with the shape that it sees."""
    if isinstance(layer, layers.TimeDistributed):
        for holder, seen in holders(layer.layer, shape[1:]):
            yield from innermost(holder, seen)
    elif isinstance(layer, layers.Bidirectional):
        for half in layer.halves:
            yield from innermost(half, shape)
    elif isinstance(layer, layers.RNN) and hasattr(layer, "cell"):
        yield from innermost(layer.cell, shape[1:])
    elif isinstance(layer, layers.StackedRNNCells):
        for cell in layer.cells:
            yield cell, shape
            shape = cell.result(shape)
    else:
        yield layer, shape


def _of_layer(owner: Any, weight: Weight, shape: Any, random: Any) -> Any:
    """One array of a Keras layer, as the layer's initialiser for it says."""
    what = "recurrent" if weight.name == "recurrent_kernel" else weight.name
    named = getattr(owner, f"{what}_initializer", None)
    name = named.replace("_", "").lower() if isinstance(named, str) else named
    if not isinstance(name, str) or name not in DRAWS:
        raise ValueError(
            f"{owner!r}: {what}_initializer={named!r} is not drawn here; expected one of {', '.join(DRAWS)}"
        )
    values = DRAWS[name](shape, random)
    if weight.name == "bias" and getattr(owner, "unit_forget_bias", False):
        values.reshape(len(weight.gates), -1)[weight.gates.index("forget")] = 1
    return values


def _of_module(module: Any, weight: Weight, shape: Any, random: Any) -> Any:
    """One array of a PyTorch module: uniform within 1/sqrt(width), but for tables and norms."""
    if isinstance(module, pytorch.Embedding):
        table = random.normal(size=shape)
        if module.padding_idx is not None:
            table[module.padding_idx] = 0
        return table
    if isinstance(module, pytorch.LayerNorm | pytorch.BatchNorm1d):
        return np.ones(shape) if weight.name == "weight" else np.zeros(shape)
    width: Any = module.in_features if isinstance(module, pytorch.Linear) else module.hidden_size
    return random.uniform(-1 / math.sqrt(width), 1 / math.sqrt(width), shape)


def fans(shape: tuple[int, ...]) -> tuple[int, int]:
    """How many numbers feed one output of a kernel, and how many outputs one input feeds.

    A kernel is (…window, inputs, outputs). An LSTM's is taken as it is stored, (features, 4·units).

    >>> fans((3, 8)), fans((5, 3, 8))                        # 5·3 and 5·8
    ((3, 8), (15, 40))
    """
    if len(shape) == 1:
        return shape[0], shape[0]
    *window, inputs, outputs = shape
    return inputs * math.prod(window), outputs * math.prod(window)


def _uniform_by(share: Callable[[int, int], float]) -> Callable[..., Any]:
    """Uniform numbers whose variance is 1/share of the fans: the limit is sqrt(3/share)."""

    def draw(shape: tuple[int, ...], random: Any) -> Any:
        limit = math.sqrt(3 / share(*fans(shape)))
        return random.uniform(-limit, limit, shape)

    return draw


def orthogonal(shape: tuple[int, ...], random: Any) -> Any:
    """RowOrder (or columns, if there are more rows) of length 1 that stand at right angles.

    Source: Saxe, McClelland and Ganguli, 2013; keras.initializers.Orthogonal of Keras 3.15.1.

    >>> rows = orthogonal((2, 8), np.random.default_rng(0))
    >>> bool(np.allclose(rows @ rows.T, np.eye(2)))
    True
    """
    flat = (math.prod(shape[:-1]), shape[-1])
    q, r = np.linalg.qr(random.normal(size=(max(flat), min(flat))))
    q = q * np.sign(np.diag(r))
    return (q.T if flat[0] < flat[1] else q).reshape(shape)


DRAWS: dict[str, Callable[..., Any]] = {
    "zeros": lambda shape, random: np.zeros(shape),
    "zero": lambda shape, random: np.zeros(shape),
    "ones": lambda shape, random: np.ones(shape),
    "one": lambda shape, random: np.ones(shape),
    "uniform": lambda shape, random: random.uniform(-0.05, 0.05, shape),
    "randomuniform": lambda shape, random: random.uniform(-0.05, 0.05, shape),
    "normal": lambda shape, random: random.normal(0, 0.05, shape),
    "randomnormal": lambda shape, random: random.normal(0, 0.05, shape),
    "glorotuniform": _uniform_by(lambda fan_in, fan_out: (fan_in + fan_out) / 2),
    "heuniform": _uniform_by(lambda fan_in, fan_out: fan_in / 2),
    "lecununiform": _uniform_by(lambda fan_in, fan_out: fan_in),
    "orthogonal": orthogonal,
    "orthogonalinitializer": orthogonal,
}
