"""What happens inside: every gate, state and product of each timestep, and what one number has to do with it.

A weight is stored once and used once at each timestep, for each sample. So a changed number is felt from the first
step on where it is met with anything, and at every step after; some numbers are met with zeros at the first step and
are silent there. Everything here is data; pictures of it are made elsewhere.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lstmlesson import layers
from lstmlesson.law.declaration import Declaration
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.numeric import textbook
from lstmlesson.numeric.arrays import Floats, Inputs, Weights
from lstmlesson.numeric.running import finite, run
from lstmlesson.numeric.validation import checked


class Trace(NamedTuple):
    """sums, gates, products and states by name, each (batch, timesteps, units), in the order in which they are read.

    uses: how often each weight was used for one sample, by its name.
    """

    sums: dict[str, Floats]
    gates: dict[str, Floats]
    products: dict[str, Floats]
    states: dict[str, Floats]
    uses: dict[str, int]


def trace(layer: Any, weights: Weights, x: Inputs, initial_state: Any = None) -> Trace:
    """Every gate, state and product of an LSTM, a GRU or a SimpleRNN, step by step, by the textbook's program.

    x: (batch, timesteps, features). A layer with go_backwards begins at the end, and so does its trace.
    Raises: ValueError for another layer, and as numeric.run.

    >>> from lstmlesson import LSTM
    >>> found = trace(LSTM(2), [np.zeros((1, 8)), np.zeros((2, 8)), np.full(8, 100.0)], np.zeros((1, 3, 1)))
    >>> found.states["cell state"][0, :, 0].tolist()         # 1 is written and all is kept, at each of 3 steps
    [1.0, 2.0, 3.0]
    >>> found.uses
    {'kernel': 3, 'recurrent_kernel': 3, 'bias': 3}
    """
    if type(layer) not in (layers.LSTM, layers.GRU, layers.SimpleRNN):
        raise ValueError(f"{layer!r} has no trace; expected an LSTM, a GRU or a SimpleRNN")
    given = checked(layer, weights, x, initial_state)
    zeros = np.zeros((len(given.x), layer.units), given.x.dtype)
    states = [zeros if one is None else one for one in given.states or [None] * len(layer.cell.states)]
    steps, timesteps = [], given.x.transpose(1, 0, 2)[:: -1 if layer.go_backwards else 1]
    with np.errstate(all="ignore"):  # what overflows is refused below, with a name
        for now in timesteps:
            steps.append(textbook.STEPS[type(layer.cell)](layer.cell, given.weights, now, *states))
            states = list(steps[-1].states.values())
    finite(states, "state", layer)
    uses = {array.name: len(timesteps) for array in layer.arrays(given.x.shape[1:])}
    sums, gates, products, ends = (_along_time(list(part)) for part in zip(*steps, strict=True))
    return Trace(sums, gates, products, ends, uses)


def _along_time(steps: list[dict[str, Any]]) -> dict[str, Any]:
    """One array by name, (batch, timesteps, units), from those of each step."""
    return {name: np.stack([step[name] for step in steps], axis=1) for name in steps[0]}


def all_outputs(layer: Declaration, weights: Sequence[Floats], x: Floats) -> Any:
    """What a recurrent layer gives at each timestep, whether or not it returns sequences; a module always does."""
    if not isinstance(layer, Layer):
        return run(layer, weights, x).output
    return run(layer.replace(return_sequences=True), weights, x).output


def poked(weights: Sequence[Floats], which: int, place: tuple[int, ...], by: float) -> list[Floats]:
    """The same weights with one number changed."""
    changed = [array.copy() for array in weights]
    changed[which][place] += by
    return changed


def steps_that_change(
    layer: Declaration, weights: Sequence[Floats], x: Floats, which: int, place: tuple[int, ...], by: float = 0.5
) -> list[bool]:
    """For each timestep, whether any output is another when one number of the weights is changed.

    which: the number of the array; place: where in it the number stands; by: how much is added to it.

    >>> from lstmlesson import LSTM
    >>> from lstmlesson.numeric import initialise
    >>> x, arrays = np.ones((1, 3, 3)), initialise(LSTM(2), (3, 3), seed=0, dtype="float64")
    >>> steps_that_change(LSTM(2), arrays, x, which=0, place=(0, 0))           # the kernel: from the first step on
    [True, True, True]
    >>> steps_that_change(LSTM(2), arrays, x, which=1, place=(0, 0))           # the recurrent kernel meets a zero state
    [False, True, True]
    """
    before, after = all_outputs(layer, weights, x), all_outputs(layer, poked(weights, which, place, by), x)
    changed = (before != after).swapaxes(0, _time_axis(layer, x))
    return changed.reshape(len(changed), -1).any(axis=1).tolist()


def _time_axis(layer: Any, x: Any) -> int:
    return 1 if getattr(layer, "batch_first", True) and x.ndim == 3 else 0


def places(weights: Sequence[Floats]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each number of some weights: of which array, and where in it."""
    return ((which, place) for which, array in enumerate(weights) for place in np.ndindex(array.shape))


def silent(layer: Declaration, weights: Sequence[Floats], x: Floats, by: float = 0.5) -> list[NDArray[np.bool_]]:
    """For each number of the weights, whether the output stays exactly the same when it is changed.

    x: (batch, timesteps, features); with one timestep from a state of zeros half of an LSTM(2) on 3 features is silent.

    >>> from lstmlesson import LSTM
    >>> from lstmlesson.numeric import initialise
    >>> x, arrays = np.ones((1, 1, 3)), initialise(LSTM(2), (1, 3), seed=0, dtype="float64")
    >>> [int(array.sum()) for array in silent(LSTM(2), arrays, x)]             # forget's 3·2, all of 4·2·2, forget's 2
    [6, 16, 2]
    """
    found = [np.zeros(array.shape, bool) for array in weights]
    before = all_outputs(layer, weights, x)
    for which, place in places(weights):
        found[which][place] = np.array_equal(before, all_outputs(layer, poked(weights, which, place, by), x))
    return found


class Numbers(NamedTuple):
    """How many numbers are stored, and in how many independent ways they can change what comes out."""

    stored: int
    free: int


def stored_and_free(layer: Declaration, weights: Sequence[Floats], x: Floats, by: float = 1e-5) -> Numbers:
    """Count the numbers that are stored, and the rank of the Jacobian: outputs by numbers, from pokes up and down.

    Two biases that are only ever added are stored twice and free once. x: with at least as many outputs as there are
    numbers, of random values. weights: float64.
    Raises: ValueError where there are fewer outputs than numbers, since the rank could not be larger.

    >>> from lstmlesson import pytorch
    >>> from lstmlesson.numeric import initialise
    >>> module, x = pytorch.RNN(1, 1), np.random.default_rng(0).normal(size=(8, 2, 1))
    >>> stored_and_free(module, initialise(module, None, seed=0, dtype="float64"), x)
    Numbers(stored=4, free=3)
    """
    columns = []
    for which, place in places(weights):
        up, down = (all_outputs(layer, poked(weights, which, place, step), x) for step in (by, -by))
        columns.append(((up - down) / (2 * by)).ravel())
    if columns[0].size < len(columns):
        raise ValueError(f"x of shape {x.shape} makes {columns[0].size} outputs; expected at least {len(columns)}")
    # Differences are good to about 1e-10; what is smaller than 1e-7 of the largest is taken for zero.
    sizes = np.linalg.svd(np.stack(columns), compute_uv=False)
    return Numbers(len(columns), int((sizes > 1e-7 * sizes[0]).sum()))
