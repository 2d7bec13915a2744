"""`gradients`: how much each number matters, from how much each output matters."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lstmlesson.law.declaration import Declaration
from lstmlesson.numeric.arrays import Floats, Inputs, Weights, numbers, of_shape
from lstmlesson.numeric.capacity import held
from lstmlesson.numeric.families.context import Context
from lstmlesson.numeric.families.pairs import backward, forward
from lstmlesson.numeric.running import finite
from lstmlesson.numeric.validation import checked


class Gradients(NamedTuple):
    """weights: in the order of layer.arrays(). x: as x, a list where there are several, None for word numbers.
    initial_state: as the states with which the layer began, zeros if none were given.
    """

    weights: list[Floats]
    x: Any
    initial_state: list[Floats]


def gradients(
    layer: Declaration,
    weights: Weights,
    x: Inputs,
    output_gradient: Any,
    state_gradients: Any = None,
    initial_state: Any = None,
    mask: NDArray[np.bool_] | None = None,
    dropout_seed: int | None = None,
) -> Gradients:
    """The gradients of sum(output · output_gradient) + sum(state · state_gradient).

    output_gradient: of the output's shape, a list where several things come out, None for zeros.
    state_gradients: the same for the last states. All else as for `numeric.run`.
    Raises: ValueError or TypeError for an array that does not fit, MemoryError for one that cannot be held.

    >>> from lstmlesson import SimpleRNN
    >>> layer, one = SimpleRNN(1, activation="linear"), np.ones((1, 1))
    >>> found = gradients(layer, [one, one, np.zeros(1)], np.ones((1, 3, 1)), one)
    >>> [array.tolist() for array in found.weights]          # outputs 1, 2, 3: kernel 1+1+1, recurrent 1+2, bias 3
    [[[3.0]], [[3.0]], [3.0]]
    """
    given = checked(layer, weights, x, initial_state, mask)
    random = None if dropout_seed is None else np.random.default_rng(dropout_seed)
    with np.errstate(all="ignore"), held(layer):  # what overflows is refused below, with a name
        result = forward(layer, given.weights, given.x, Context(given.mask, given.states, random, keep=True))
        finite(result.output, "output", layer)
        output = _fitting(output_gradient, result.output, "output_gradient")
        states = _fitting(state_gradients, result.states, "state_gradients")
        pulled = backward(layer, result.tape, output, states)
    begins = [np.zeros_like(end) if one is None else one for one, end in zip(pulled.states, result.states, strict=True)]
    return Gradients(finite(pulled.weights, "gradient", layer), pulled.x, begins)


def _fitting(given: Any, like: Any, name: str) -> Any:
    """Gradients that are shaped like what they belong to; None stands for zeros."""
    if isinstance(like, list):
        several = [None] * len(like) if given is None else list(given) if isinstance(given, list | tuple) else [given]
        if len(several) != len(like):
            raise ValueError(f"{name} is a list of {len(several)}; expected {len(like)}")
        return [_fitting(one, to, f"{name}[{at}]") for at, (one, to) in enumerate(zip(several, like, strict=True))]
    if given is None:
        return np.zeros_like(like)
    return of_shape(numbers(given, name, like.dtype), name, like.shape, "what it belongs to")
