"""Keras' recurrent layers as cells: LSTM, GRU, SimpleRNN, RNN with cells of any kind, and Bidirectional.

Arrays of Keras have the batch first, (batch, timesteps, features); a cell has it last. They are turned when a
layer begins and turned back when it ends.
"""

from itertools import islice
from typing import Any, NamedTuple

import numpy as np

from lstmlesson import layers
from lstmlesson.numeric.families import stacked
from lstmlesson.numeric.families.cell_arrays import CellArrays, of_cell
from lstmlesson.numeric.families.context import Context, Result, share_let_through


class CellTape(NamedTuple):
    """One cell that was run: its arrays, its tape, and the share of its input that dropout let through."""

    cell_arrays: CellArrays
    tape: stacked.Tape
    share: Any


class DirectionTape(NamedTuple):
    """What a layer that read in one direction leaves for the way back.

    shown: (timesteps, 1, batch), False where the output was set to zero; or None.
    """

    used: list[CellTape]
    backwards: bool
    sequences: bool
    shown: Any


def recurrent(layer: Any, weights: list[Any], x: Any, context: Context) -> Result:
    """LSTM, GRU, SimpleRNN and RNN. x: (batch, timesteps, features).

    output: (batch, units), or (batch, timesteps, units) with return_sequences. The mask goes on with a sequence.
    """
    zeros = layer.values.get("zero_output_for_mask", False)
    return one_way(layer, weights, x, context, layer.go_backwards, zeros)


def one_way(layer: Any, weights: list[Any], x: Any, context: Context, backwards: bool, zeros: bool) -> Result:
    """A layer in one direction.

    Where the mask is False the states are held and the last output is repeated; before the first step that counts
    there is none, so it is zero. With zeros, the output is zero at every skipped step. A sequence that was read
    backwards is given backwards. Source: keras.src.backend.torch.rnn of Keras 3.15.1, zero_output_for_mask.
    """
    reading = slice(None, None, -1 if backwards else 1)
    counts = None if context.mask is None else context.mask.T[reading]
    outputs, states, used, numbers = through_cells(layer, weights, x.transpose(1, 2, 0)[reading], counts, context)
    shown = None
    if counts is not None:
        shown = (counts if zeros else np.logical_or.accumulate(counts))[:, np.newaxis]
        outputs = np.where(shown, outputs, 0)
    output = outputs.transpose(2, 0, 1) if layer.return_sequences else outputs[-1].T
    mask = context.mask if layer.return_sequences else None
    tape = DirectionTape(used, backwards, layer.return_sequences, shown)
    return Result(np.ascontiguousarray(output), states, mask, tape, numbers)


def through_cells(layer: Any, weights: list[Any], x: Any, counts: Any, context: Context) -> Any:
    """The cells of a layer, each fed by the one before. x: (timesteps, features, batch), counts: (timesteps, batch)."""
    off = None if counts is None else ~counts
    given, arrays = iter(context.states or ()), iter(weights)
    states, used, numbers = [], [], []
    for cell in cells_of(layer):
        cell_arrays = of_cell(cell, list(islice(arrays, 3 if cell.use_bias else 2)))
        start = [state_or_zeros(next(given, None), cell.units, x) for _ in cell.states]
        share = None if context.random is None else dropped(cell, x, context.random)
        run = stacked.run(cell_arrays, x if share is None else x * share, start, off, context.keep)
        states += [np.ascontiguousarray(state.T) for state in run.states]
        used.append(CellTape(cell_arrays, run.tape, share))
        numbers += [run.tape.matrix, run.tape.seen[:-1], *run.states]
        x = run.outputs
    return x, states, used, numbers


def dropped(cell: Any, x: Any, random: Any) -> Any:
    """The share of a cell's input that dropout lets through, the same at each timestep."""
    if cell.recurrent_dropout:
        raise ValueError(f"{cell!r}: recurrent_dropout is not done here; expected 0, or a run without dropout_seed")
    return share_let_through(random, cell.dropout, (1, *x.shape[1:]), x.dtype)


def cells_of(layer: Any) -> tuple[Any, ...]:
    """The cells of a layer, the lowest first."""
    return layer.cell.cells if isinstance(layer.cell, layers.StackedRNNCells) else (layer.cell,)


def state_or_zeros(state: Any, units: int, x: Any) -> Any:
    """A state that was given, turned to (units, batch); zeros where none was."""
    return np.zeros((units, x.shape[-1]), x.dtype) if state is None else state.T


class BidirectionalTape(NamedTuple):
    """What a Bidirectional leaves for the way back: that of each half, and their outputs before they were merged."""

    halves: list[DirectionTape]
    outputs: list[Any]


def bidirectional(layer: layers.Bidirectional, weights: list[Any], x: Any, context: Context) -> Result:
    """Two layers over the same input; what the second gives is turned round in time, and the two are merged.

    In a sequence, the output of each half is zero at skipped steps. states: the forward ones, then the backward ones.
    Source: keras.layers.Bidirectional of Keras 3.15.1.
    """
    given, arrays = iter(context.states or ()), iter(weights)
    result = []
    for half, backwards in halves(layer):
        own = [next(arrays) for cell in cells_of(half) for _ in range(3 if cell.use_bias else 2)]
        states = [next(given, None) for cell in cells_of(half) for _ in cell.states]
        result.append(one_way(half, own, x, context._replace(states=states), backwards, zeros=half.return_sequences))
    outputs = [result[0].output, in_time(layer, result[1].output)]
    mask = result[0].mask if layer.merge_mode else [one.mask for one in result]
    tape = BidirectionalTape([one.tape for one in result], outputs)
    return Result(merged(layer.merge_mode, outputs), result[0].states + result[1].states, mask, tape)


def halves(layer: layers.Bidirectional) -> list[tuple[Any, bool]]:
    """Each half, and whether it reads backwards; a half that was not given is the other one turned round."""
    first, second = layer.halves
    return [(first, first.go_backwards), (second, second.go_backwards or layer.backward_layer is None)]


def in_time(layer: layers.Bidirectional, array: Any) -> Any:
    """What belongs to the second half, turned round where it is a sequence."""
    return array[:, ::-1] if layer.layer.return_sequences else array


def merged(mode: str | None, outputs: list[Any]) -> Any:
    """Two outputs as merge_mode has it.

    >>> merged("ave", [np.array([1.0, 2.0]), np.array([3.0, 4.0])]).tolist()
    [2.0, 3.0]
    """
    if mode is None:
        return outputs
    first, second = outputs
    if mode == "concat":
        return np.concatenate(outputs, axis=-1)
    if mode == "mul":
        return first * second
    return first + second if mode == "sum" else (first + second) / 2
