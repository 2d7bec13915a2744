"""What goes into a layer besides its input, and what comes out besides its output: for all layers the same."""

from typing import Any, NamedTuple

import numpy as np


class Context(NamedTuple):
    """mask: (batch, timesteps), False where a timestep is skipped, or None. states: what recurrent layers begin with,
    or None for zeros. random: a numpy generator in training, None otherwise. keep: whether a way back is wanted.
    """

    mask: Any = None
    states: list[Any] | None = None
    random: Any = None
    keep: bool = False


class Result(NamedTuple):
    """output: an array, or a list where several come out. states: the last ones of recurrent layers. mask: that of the
    output. tape: what the layer's way back needs. numbers: arrays in which all numbers lie that went in and came out;
    None where they lie in no others than those.
    """

    output: Any
    states: list[Any]
    mask: Any
    tape: Any
    numbers: list[Any] | None = None


class LayerGradients(NamedTuple):
    """What comes back out of a layer: the gradients of its weights, of its input (a list where it has several, None
    where it is of word numbers) and of the states that it began with.
    """

    weights: list[Any]
    x: Any
    states: list[Any]


def share_let_through(random: Any, rate: float, shape: tuple[int, ...], dtype: Any) -> Any:
    """Dropout's factors: 0 for a share of the numbers, 1/(1 - rate) for the others; None where nothing is dropped.

    Source: keras.layers.Dropout of Keras 3.15.1; Srivastava and others, Dropout, 2014.

    >>> sorted(set(share_let_through(np.random.default_rng(0), 0.5, (4, 4), "float64").ravel().tolist()))
    [0.0, 2.0]
    """
    if random is None or rate == 0:
        return None
    if rate == 1:
        return np.zeros(shape, dtype)
    return (random.random(shape) >= rate).astype(dtype) / np.asarray(1 - rate, dtype)
