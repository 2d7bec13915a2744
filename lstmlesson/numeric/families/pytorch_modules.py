"""PyTorch's LSTM, GRU and RNN as cells: each layer in each direction is one, and the layer above sees both.

Arrays of PyTorch have the timesteps first, (timesteps, batch, features), unless batch_first is set; a single sample
may come without a batch. States are (layers·directions, batch, …), the directions of a layer next to each other.
"""

from typing import Any, NamedTuple

import numpy as np

from lstmlesson.numeric.families import stacked
from lstmlesson.numeric.families.cell_arrays import of_module
from lstmlesson.numeric.families.context import Context, Result, share_let_through


class LayerTape(NamedTuple):
    """One layer of a module: the cell of each direction and its tape, and the share that dropout let through
    to it from the layer below.
    """

    cells: list[Any]
    tape: list[stacked.Tape]
    share: Any


class ModuleTape(NamedTuple):
    """What a module leaves for the way back: its layers, and how many axes its input had."""

    floors: list[LayerTape]
    axes: int


def module(module: Any, weights: list[Any], x: Any, context: Context) -> Result:
    """LSTM, GRU and RNN with num_layers, bidirectional, proj_size and, in training, dropout between the layers.

    output: as x, with directions·handed_on features. states: [h], for an LSTM [h, c].
    Source: torch.nn.LSTM, GRU and RNN of PyTorch 2.13.
    """
    cells = cells_of_module(module, weights)
    inside = batch_last(x, module.batch_first)
    begin = [batch_last(state, False) for state in context.states or ()]
    floors, ends = [], []
    for at in range(0, len(cells), len(module.directions)):
        rate = module.dropout if at else 0
        share = share_let_through(context.random, rate, inside.shape, inside.dtype)
        floor = LayerTape(cells[at : at + len(module.directions)], [], share)
        inside = inside if share is None else inside * share
        outputs = []
        for number, cell_arrays in enumerate(floor.cells):
            start = [state[at + number] for state in begin] or zeros(module, inside)
            run = stacked.run(cell_arrays, in_direction(number, inside), start, None, context.keep)
            outputs.append(in_direction(number, run.outputs))
            floor.tape.append(run.tape)
            ends.append(run.states)
        floors.append(floor)
        inside = np.concatenate(outputs, axis=1)
    states = [as_given(np.stack(each), x.ndim, False) for each in zip(*ends, strict=True)]
    return Result(as_given(inside, x.ndim, module.batch_first), states, None, ModuleTape(floors, x.ndim))


def cells_of_module(module: Any, weights: list[Any]) -> list[Any]:
    """The cell of each layer and direction, in the order in which PyTorch keeps their arrays."""
    number = module.num_layers * len(module.directions)
    each = len(weights) // number
    return [of_module(module, weights[at * each : (at + 1) * each]) for at in range(number)]


def in_direction(number: int, array: Any) -> Any:
    """(timesteps, …) as a direction reads it: the second one backwards."""
    return array[::-1] if number else array


def zeros(module: Any, x: Any) -> list[Any]:
    """The states with which a cell begins where none are given: the hidden state and, for an LSTM, the cell state."""
    shapes = module.states(())
    sizes = [shape[-1] for shape in shapes] if isinstance(shapes[0], tuple) else [shapes[-1]]
    return [np.zeros((size, x.shape[-1]), x.dtype) for size in sizes]


def batch_last(array: Any, batch_first: bool) -> Any:
    """(timesteps, features, batch) of what PyTorch is given, which may have no batch.

    >>> batch_last(np.zeros((7, 2, 3)), batch_first=False).shape, batch_last(np.zeros((7, 3)), False).shape
    ((7, 3, 2), (7, 3, 1))
    """
    if array.ndim == 2:
        return array[:, :, np.newaxis]
    return array.transpose(1, 2, 0) if batch_first else array.transpose(0, 2, 1)


def as_given(array: Any, axes: int, batch_first: bool) -> Any:
    """The way back."""
    if axes == 2:
        return np.ascontiguousarray(array[:, :, 0])
    return np.ascontiguousarray(array.transpose(2, 0, 1) if batch_first else array.transpose(0, 2, 1))
