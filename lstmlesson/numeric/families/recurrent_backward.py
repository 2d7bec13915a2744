"""The way back through recurrent layers: what `numeric.recurrent` and `numeric.modules` turned is turned again.

A gradient of an output or a state that nothing hangs on may be None, which stands for zeros.
"""

from typing import Any

import numpy as np

from lstmlesson.numeric.families.cell_arrays import CellArrays, as_keras_stores
from lstmlesson.numeric.families.context import LayerGradients
from lstmlesson.numeric.families.pytorch_modules import LayerTape, ModuleTape, as_given, batch_last, in_direction
from lstmlesson.numeric.families.recurrent_layers import BidirectionalTape, DirectionTape, cells_of, halves, in_time
from lstmlesson.numeric.families.through_time import CellGradients, back


def recurrent(layer: Any, tape: DirectionTape, output: Any, states: list[Any]) -> LayerGradients:
    """Keras' LSTM, GRU, SimpleRNN and RNN, and each half of a Bidirectional. output: as the layer gave it."""
    cells, ends = cells_of(layer), iter(states)
    own_ends = [[next(ends, None) for _ in cell.states] for cell in cells]
    gradient = _over_time(tape, output)
    weights: list[Any] = []
    begins: list[Any] = []
    for cell, used, own in reversed(list(zip(cells, tape.used, own_ends, strict=True))):
        turned = [None if state is None else state.T for state in own]
        gone = back(used.cell_arrays, used.tape, gradient, filled(used.cell_arrays, turned, gradient))
        weights[:0] = as_keras_stores(cell, gone.arrays)
        begins[:0] = [np.ascontiguousarray(state.T) for state in gone.states]
        gradient = gone.x if used.share is None else gone.x * used.share
    x = gradient[:: -1 if tape.backwards else 1].transpose(2, 0, 1)
    return LayerGradients(weights, np.ascontiguousarray(x), begins)


def _over_time(tape: DirectionTape, output: Any) -> Any:
    """The gradient of the cell's outputs, (timesteps, handed_on, batch); all zero but the last without
    return_sequences.
    """
    cell_arrays, seen = tape.used[-1].cell_arrays, tape.used[-1].tape.seen
    shape = len(seen) - 1, cell_arrays.handed_on, seen.shape[-1]
    if tape.sequences and output is not None:
        gradient = np.ascontiguousarray(output.transpose(1, 2, 0))
    else:
        gradient = np.zeros(shape, seen.dtype)
        gradient[-1] = 0 if output is None else output.T
    return gradient if tape.shown is None else gradient * tape.shown


def filled(cell_arrays: CellArrays, states: list[Any], like: Any) -> list[Any]:
    """The gradients of a cell's last states, (…, batch), with zeros where there are none."""
    sizes = [cell_arrays.handed_on, cell_arrays.units]
    return [
        np.zeros((size, like.shape[-1]), like.dtype) if state is None else state
        for size, state in zip(sizes, states, strict=False)
    ]


def bidirectional(layer: Any, tape: BidirectionalTape, output: Any, states: list[Any]) -> LayerGradients:
    """Both halves, from what was merged; the input hears from both."""
    both = _unmerged(layer.merge_mode, output, tape.outputs)
    both[1] = None if both[1] is None else in_time(layer, both[1])
    ends = iter(states)
    pulled = []
    for (half, _), own, gradient in zip(halves(layer), tape.halves, both, strict=True):
        its_ends = [next(ends, None) for cell in cells_of(half) for _ in cell.states]
        pulled.append(recurrent(half, own, gradient, its_ends))
    first, second = pulled
    return LayerGradients(first.weights + second.weights, first.x + second.x, first.states + second.states)


def _unmerged(mode: str | None, gradient: Any, outputs: list[Any]) -> list[Any]:
    """The gradients of two outputs from that of what they were merged to."""
    if mode is None or gradient is None:
        return [None, None] if gradient is None else list(gradient)
    first, second = outputs
    if mode == "concat":
        return list(np.split(gradient, [first.shape[-1]], axis=-1))
    if mode == "mul":
        return [gradient * second, gradient * first]
    return [gradient, gradient] if mode == "sum" else [gradient / 2, gradient / 2]


def module(module: Any, tape: ModuleTape, output: Any, states: list[Any]) -> LayerGradients:
    """PyTorch's LSTM, GRU and RNN, from the highest layer down; a layer hears from both directions of the one above."""
    gradient = np.ascontiguousarray(batch_last(output, module.batch_first))
    ends = [None if state is None else batch_last(state, False) for state in states]
    weights: list[Any] = []
    begins: list[Any] = []
    for number, floor in reversed(list(enumerate(tape.floors))):
        gone = _floor(floor, number * len(floor.cells), gradient, ends)
        weights[:0] = [np.ascontiguousarray(array) for one in gone for array in one.arrays]
        begins[:0] = [one.states for one in gone]
        gradient = sum(in_direction(at, one.x) for at, one in enumerate(gone))
        gradient = gradient if floor.share is None else gradient * floor.share
    each_state = [as_given(np.stack(each), tape.axes, False) for each in zip(*begins, strict=True)]
    return LayerGradients(weights, as_given(gradient, tape.axes, module.batch_first), each_state)


def _floor(floor: LayerTape, at: int, gradient: Any, ends: list[Any]) -> list[CellGradients]:
    """Each direction of one layer of a module, whose states begin at a place among all states."""
    gone = []
    for number, (cell_arrays, tape) in enumerate(zip(floor.cells, floor.tape, strict=True)):
        width = cell_arrays.handed_on
        own = in_direction(number, gradient[:, number * width : (number + 1) * width])
        states = [None if state is None else state[at + number] for state in ends]
        gone.append(back(cell_arrays, tape, own, filled(cell_arrays, states, own)))
    return gone
