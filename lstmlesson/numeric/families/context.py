"""What goes into a layer besides its input, and what comes out besides its output: for all layers the same."""

from typing import Any, NamedTuple

import numpy as np


class Setting(NamedTuple):
    """mask: (batch, timesteps), False where a timestep is skipped, or None. states: what recurrent layers begin with,
    or None for zeros. random: a numpy generator in training, None otherwise. keep: whether a way back is wanted.
    """

    mask: Any = None
    states: list[Any] | None = None
    random: Any = None
    keep: bool = False


class Passed(NamedTuple):
    """output: an array, or a list where several come out. states: the last ones of recurrent layers. mask: that of the
    output. kept: what the layer's way back needs.
    """

    output: Any
    states: list[Any]
    mask: Any
    kept: Any


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
