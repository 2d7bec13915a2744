"""The step written to be fast: all gates in one matrix product, all numbers of a gate side by side in memory.

Everything here lies with the batch last. What a step sees is (features + handed_on + 1, batch): the input, the last
output and a 1 for the bias, so that one product with the cell's matrix makes all gates at once. Each step writes
its output straight into what the next step sees. `textbook` has the same step gate by gate; a test holds the two
against each other.
"""

from itertools import repeat
from typing import Any, NamedTuple

import numpy as np

from lstmlesson.numeric.activations import HALF, SIGMOID, TANH
from lstmlesson.numeric.families.cell_arrays import GRU, GRU_RESET_BEFORE, LSTM, SIMPLE, CellArrays


class Tape(NamedTuple):
    """What a run through time leaves behind, so that gradients can go back the same way.

    seen: (timesteps + 1, features + handed_on + 1, batch), what each step saw. gates: (timesteps, …, units, batch).
    more: what else the cell needs. off: (timesteps, batch), True where a step was skipped, or None.
    """

    matrix: Any
    seen: Any
    gates: Any
    more: Any
    off: Any


class Run(NamedTuple):
    """outputs (timesteps, handed_on, batch), a view of what was seen; the last states, each (…, batch)."""

    outputs: Any
    states: list[Any]
    tape: Tape


def run(cell_arrays: CellArrays, x: Any, states: list[Any], off: Any = None, keep: bool = False) -> Run:
    """Run a cell through time.

    x: (timesteps, features, batch). states: the hidden state (handed_on, batch) and, for an LSTM, the cell state.
    off: (timesteps, batch), True where a step is skipped and the states are held; or None.
    keep: whether the gates of every timestep are kept, or each step may write over the last.
    """
    timesteps, features, batch = x.shape
    matrix = cell_arrays.matrix()
    seen = np.empty((timesteps + 1, matrix.shape[1], batch), x.dtype)
    outputs = seen[:, features:-1]
    seen[:-1, :features], outputs[0], seen[:, -1] = x, states[0], 1
    cell_state, gates, more = STEPS[cell_arrays.rows.cell](
        cell_arrays, matrix, seen, outputs, states, off, keep or off is not None
    )
    return Run(outputs[1:], [outputs[-1], *cell_state], Tape(matrix, seen, gates, more, off))


def each(array: Any, keep: bool) -> Any:
    """The part of each step; where nobody will look back there is only one, which each step writes over."""
    return array if keep else repeat(array[0])


def hold(off: Any, *pairs: tuple[Any, Any]) -> None:
    """Where a step is off, the new value is the old one."""
    for new, old in pairs:
        np.copyto(new, old, where=off)


def lstm(cell_arrays: CellArrays, matrix: Any, seen: Any, outputs: Any, states: list[Any], off: Any, keep: bool) -> Any:
    """All steps of an LSTM. The rows of gates: output, input, forget, candidate, and the cell state that they meet."""
    steps, units, batch, kind = len(seen) if keep else 1, cell_arrays.units, seen.shape[-1], seen.dtype
    rows, squashed = np.empty((steps, 5 * units, batch), kind), np.empty((steps, units, batch), kind)
    gates = rows.reshape(steps, 5, units, batch)
    cell_states = gates[:, 4]
    cell_states[0] = states[1]
    results = outputs[1:] if cell_arrays.projection is None else np.empty((len(seen) - 1, units, batch), kind)
    shares, contents = gates[:, 1:3], gates[:, 3:]  # input and forget; the candidate and the old cell state
    parts = rows[:, : 4 * units], gates[:, :3], gates[:, 3], gates[:, 0], shares, contents, squashed
    new_states = cell_states[1:] if keep else cell_states
    views = zip(seen, results, *(each(part, keep) for part in (*parts, new_states)), strict=False)
    _lstm_steps(cell_arrays, matrix, views, outputs, cell_states, off)
    return [cell_states[-1]], gates, (squashed, results)


def _lstm_steps(cell_arrays: CellArrays, matrix: Any, views: Any, outputs: Any, cell_states: Any, off: Any) -> None:
    """The fast step, from timestep to timestep: one product, then eight calls on numbers that lie side by side.

    A sigmoid is (1 + tanh(x/2))/2. With the first half folded into the matrix, one tanh serves all four gates.
    """
    together = cell_arrays.recurrent_activation is SIGMOID and cell_arrays.activation is TANH
    # Rows that lie one after the other make the products of a large batch a tenth faster; for a small batch they are
    # no faster, and to turn what Keras keeps as columns would take as long as several steps.
    matrix, half = matrix.copy(order="C" if outputs.shape[-1] > 32 else "K"), HALF[matrix.dtype.char]
    if together:
        matrix[: 3 * cell_arrays.units] *= half
    products = written, remains = np.empty((2, *cell_states.shape[1:]), matrix.dtype)
    (gate, squash), projection = cell_arrays.functions(), cell_arrays.projection
    product, tanh, multiply, add = matrix.dot, np.tanh, np.multiply, np.add
    for step, (now, result, sums, sigmoids, candidate, output, shares, contents, squashed, cell) in enumerate(views):
        product(now, sums)
        if together:
            tanh(sums, sums)
            multiply(sigmoids, half, sigmoids)
            add(sigmoids, half, sigmoids)
        else:
            gate(sigmoids, sigmoids)
            squash(candidate, candidate)
        multiply(shares, contents, products)
        add(written, remains, cell)
        squash(cell, squashed)
        multiply(output, squashed, result)
        if projection is not None:
            np.dot(projection, result, outputs[step + 1])
        if off is not None:
            hold(off[step], (outputs[step + 1], outputs[step]), (cell, cell_states[step]))


def gru(cell_arrays: CellArrays, matrix: Any, seen: Any, outputs: Any, states: list[Any], off: Any, keep: bool) -> Any:
    """All steps of a GRU whose reset gate acts after the product. The rows of gates: update, reset, candidate, and the
    last output's part of the candidate, which the reset gate meets.
    """
    units, batch = cell_arrays.units, seen.shape[-1]
    rows = np.empty((len(seen) - 1 if keep else 1, 4 * units, batch), seen.dtype)
    gates = rows.reshape(len(rows), 4, units, batch)
    product = np.empty((units, batch), seen.dtype)
    gate, squash = cell_arrays.functions()
    for step, (now, sums, four) in enumerate(zip(seen[:-1], each(rows, keep), each(gates, keep), strict=False)):
        np.dot(matrix, now, sums)
        update, reset, candidate, remembered = four
        gate(four[:2], four[:2])
        np.add(candidate, np.multiply(reset, remembered, product), candidate)
        squash(candidate, candidate)
        _mix(update, candidate, outputs[step], outputs[step + 1], off, step)
    return [], gates, None


def gru_reset_before(
    cell_arrays: CellArrays, matrix: Any, seen: Any, outputs: Any, states: list[Any], off: Any, keep: bool
) -> Any:
    """All steps of a GRU whose reset gate acts before the product. The rows of gates: update, reset, candidate.

    The candidate sees the last output through the reset gate, so it has an array of its own for what it sees.
    """
    units, batch = cell_arrays.units, seen.shape[-1]
    gates = np.empty((len(seen) - 1 if keep else 1, 3, units, batch), seen.dtype)
    through_reset = seen[:-1].copy()
    gate, squash = cell_arrays.functions()
    for step, (now, then, three) in enumerate(zip(seen[:-1], through_reset, each(gates, keep), strict=False)):
        update, reset, candidate = three
        np.dot(matrix[: 2 * units], now, three[:2].reshape(2 * units, batch))
        gate(three[:2], three[:2])
        np.multiply(reset, outputs[step], then[cell_arrays.features : -1])
        np.dot(matrix[2 * units :], then, candidate)
        squash(candidate, candidate)
        _mix(update, candidate, outputs[step], outputs[step + 1], off, step)
    return [], gates, through_reset


def _mix(update: Any, candidate: Any, before: Any, after: Any, off: Any, step: int) -> None:
    """A GRU's new output: the update gate's share of the old one, the rest of the candidate."""
    np.subtract(before, candidate, after)
    np.multiply(update, after, after)
    np.add(candidate, after, after)
    if off is not None:
        hold(off[step], (after, before))


def simple(
    cell_arrays: CellArrays, matrix: Any, seen: Any, outputs: Any, states: list[Any], off: Any, keep: bool
) -> Any:
    """All steps of a plain recurrent cell: its one gate is its output."""
    _, squash = cell_arrays.functions()
    for step, now in enumerate(seen[:-1]):
        after = outputs[step + 1]
        np.dot(matrix, now, after)
        squash(after, after)
        if off is not None:
            hold(off[step], (after, outputs[step]))
    return [], outputs[1:], None


STEPS = {LSTM.cell: lstm, GRU.cell: gru, GRU_RESET_BEFORE.cell: gru_reset_before, SIMPLE.cell: simple}
