"""`run`: a layer, a module or a model on arrays, checked at the door."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lstmlesson.law.declaration import Declaration
from lstmlesson.numeric.arrays import Floats, Inputs, Weights, all_finite
from lstmlesson.numeric.capacity import held
from lstmlesson.numeric.families.context import Context, Result
from lstmlesson.numeric.families.pairs import forward
from lstmlesson.numeric.validation import Given, checked


class RunResult(NamedTuple):
    """What came out, and the last states: for an LSTM the hidden and the cell state, empty without a memory."""

    output: Any
    states: list[Floats]


def run(
    layer: Declaration,
    weights: Weights,
    x: Inputs,
    initial_state: Any = None,
    mask: NDArray[np.bool_] | None = None,
    dropout_seed: int | None = None,
) -> RunResult:
    """Run a Keras layer, a PyTorch module or a model.

    weights: arrays in the order of layer.arrays(), float32 or float64; for a module also a state_dict.
    x: (batch, timesteps, features) or what the layer takes, of the same number type; word numbers for an Embedding;
    in PyTorch's order for a module; a list where a model has several inputs.
    initial_state: the states to begin with, as .states gives them, so that a next batch can go on where one ended.
    mask: (batch, timesteps) of bool, False where a timestep is skipped. dropout_seed: given, dropout drops.
    Raises: ValueError or TypeError for an array that does not fit, ValueError where the numbers grow beyond all bounds,
    MemoryError for an array that this machine cannot hold.
    Source: Keras 3.15.1 and PyTorch 2.13.

    >>> from lstmlesson import LSTM
    >>> weights = [np.zeros((1, 8)), np.zeros((2, 8)), np.full(8, 100.0)]
    >>> run(LSTM(2), weights, np.zeros((1, 3, 1))).states[1].tolist()      # all gates open: 1 more at each of 3 steps
    [[3.0, 3.0]]
    """
    given = checked(layer, weights, x, initial_state, mask, finite=False)
    random = None if dropout_seed is None else np.random.default_rng(dropout_seed)
    result = _computed(layer, given, random)
    if not all(map(all_finite, _numbers(given, result))):
        checked(layer, weights, x, initial_state, mask)  # what was given comes first, with its name
        finite(result.output, "output", layer)
        finite(result.states, "state", layer)
    return RunResult(result.output, result.states)


@np.errstate(all="ignore")  # what overflows is refused above, with a name
def _computed(layer: Any, given: Given, random: Any) -> Result:
    with held(layer):
        return forward(layer, given.weights, given.x, Context(given.mask, given.states, random))


def _numbers(given: Given, result: Result) -> list[Any]:
    """All that went in and came out, in as few arrays as the layer can say."""
    if result.numbers is not None:
        return result.numbers
    states = [state for state in given.states or () if state is not None]
    return [*given.weights, *several(given.x), *states, *several(result.output), *result.states]


def several(given: Any) -> list[Any]:
    """A list as it is, and one thing as a list of it."""
    return given if isinstance(given, list) else [given]


def finite(arrays: Any, name: str, layer: Any) -> Any:
    """What was computed, where it is finite."""
    for array in several(arrays):
        if not all_finite(array):
            raise ValueError(
                f"{layer!r}: the {name} of shape {array.shape} is not finite; expected weights and inputs small enough "
                f"for {array.dtype}"
            )
    return arrays
