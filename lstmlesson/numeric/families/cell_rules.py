"""How each cell goes back: the chain rule for its steps in `numeric.stacked`, the numbers lying as they lie there.

What hangs on one timestep alone is worked out for all timesteps at once; a step back does only what needs the step
after it.
"""

from collections.abc import Callable
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np

from lstmlesson.numeric.activations import spread
from lstmlesson.numeric.families.cell_arrays import GRU, GRU_RESET_BEFORE, LSTM, SIMPLE, CellArrays
from lstmlesson.numeric.families.stacked import Tape


class Rule(NamedTuple):
    """How one cell goes back.

    sums: (timesteps, rows, batch), where the gradients of its sums will stand. views: the parts of its arrays that
    belong to each timestep, the last first. step(*views, hidden, …): fills the sums of one timestep and turns the
    gradients of the states after it into those before it.
    """

    sums: Any
    views: Any
    step: Callable[..., None]
    projected: Any = None


def last_first(*arrays: Any) -> Any:
    """The parts of arrays that belong to each timestep, from the last to the first; None has no parts."""
    return zip(*(repeat(None) if array is None else array[::-1] for array in arrays), strict=False)


def to_last_output(cell_arrays: CellArrays, tape: Tape) -> Any:
    """The part of the matrix that met the last output, turned over: it leads from a step's sums to the step before."""
    return np.ascontiguousarray(tape.matrix[:, cell_arrays.features : -1].T)


def lstm(cell_arrays: CellArrays, tape: Tape) -> Rule:
    """An LSTM's rule: the output gate hears from the hidden state, the three others from the cell state."""
    all_sums, into_cells = _lstm_factors(cell_arrays, tape)
    timesteps, units, batch = into_cells.shape
    four, gates = all_sums.reshape(timesteps, 4, units, batch), tape.gates[:timesteps]
    return_path, projection = to_last_output(cell_arrays, tape), cell_arrays.projection
    projected = None if projection is None else np.empty((timesteps, cell_arrays.handed_on, batch), all_sums.dtype)
    add, multiply, product, part = np.add, np.multiply, return_path.dot, np.empty((units, batch), all_sums.dtype)

    def step(
        into_cell: Any, output: Any, others: Any, forget: Any, sums: Any, own: Any, spreads: Any, hidden: Any, cell: Any
    ) -> None:
        result = hidden
        if projection is not None:
            own[...], result = hidden, projection.T @ hidden
        multiply(result, into_cell, part)
        if spreads is not None and cell_arrays.activation.looks_along_an_axis:
            spread(part, spreads[1], axis=-2)
        add(cell, part, cell)
        multiply(output, result, output)
        multiply(others, cell, others)
        if spreads is not None:
            spread_gates(cell_arrays, sums.reshape(4, units, batch), spreads[0])
        multiply(cell, forget, cell)
        product(sums, hidden)

    softmax = cell_arrays.activation.looks_along_an_axis or cell_arrays.recurrent_activation.looks_along_an_axis
    spreads = list(zip(gates, tape.more[0], strict=False)) if softmax else None
    views = last_first(into_cells, four[:, 0], four[:, 1:], gates[:, 2], all_sums, projected, spreads)
    return Rule(all_sums, views, step, projected)


def _lstm_factors(cell_arrays: CellArrays, tape: Tape) -> tuple[Any, Any]:
    """What each gate was multiplied with, times its slope (timesteps, 4·units, batch); and what the hidden state passes
    on to the cell state, the output gate times the slope of what was shown.
    """
    timesteps, (_, units, batch) = len(tape.seen) - 1, tape.more[0].shape
    gates, squashed = tape.gates[:timesteps], tape.more[0][:timesteps]
    sums = np.empty((timesteps, 4 * units, batch), squashed.dtype)
    four = sums.reshape(timesteps, 4, units, batch)
    cell_arrays.recurrent_activation.slope(gates[:, :3], four[:, :3])
    cell_arrays.activation.slope(gates[:, 3], four[:, 3])
    four[:, 0] *= squashed
    four[:, 1:3] *= gates[:, 3:]  # input with the candidate, forget with the old cell state
    four[:, 3] *= gates[:, 1]
    into_cells = cell_arrays.activation.slope(squashed, np.empty_like(squashed))
    into_cells *= gates[:, 0]
    return sums, into_cells


def spread_gates(cell_arrays: CellArrays, of_sums: Any, gates: Any) -> None:
    """Where the gates or, as the row behind them, the candidate are a softmax, their sums accumulate from all units."""
    sigmoids = len(cell_arrays.gates) - 1
    if cell_arrays.recurrent_activation.looks_along_an_axis:
        spread(of_sums[:sigmoids], gates[:sigmoids], axis=-2)
    if cell_arrays.activation.looks_along_an_axis:
        spread(of_sums[sigmoids], gates[sigmoids], axis=-2)


def gru(cell_arrays: CellArrays, tape: Tape) -> Rule:
    """The rule of a GRU whose reset gate acts after the product: the candidate's sums have two parts, and the reset
    gate hears from the part that it met.
    """
    gates, before = tape.gates, tape.seen[:-1, cell_arrays.features : -1]
    timesteps, _, units, batch = gates.shape
    sums = np.empty((timesteps, 4 * units, batch), gates.dtype)
    four = sums.reshape(timesteps, 4, units, batch)
    cell_arrays.recurrent_activation.slope(gates[:, :2], four[:, :2])
    cell_arrays.activation.slope(gates[:, 2], four[:, 2])
    four[:, 0] *= before - gates[:, 2]
    four[:, 2] *= 1 - gates[:, 0]
    return_path = to_last_output(cell_arrays, tape)

    def step(sums: Any, four: Any, gates: Any, hidden: Any) -> None:
        (update, reset, candidate, remembered), (kept_share, reset_gate, _, met) = four, gates
        update *= hidden
        candidate *= hidden
        if cell_arrays.activation.looks_along_an_axis:
            spread(candidate, gates[2], axis=-2)
        reset *= candidate * met
        np.multiply(candidate, reset_gate, remembered)
        if cell_arrays.recurrent_activation.looks_along_an_axis:
            spread(four[:2], gates[:2], axis=-2)
        hidden *= kept_share
        hidden += return_path @ sums

    return Rule(sums, last_first(sums, four, gates), step)


def gru_reset_before(cell_arrays: CellArrays, tape: Tape) -> Rule:
    """The rule of a GRU whose reset gate acts before the product: the last output is heard through the reset gate, by
    the reset gate, and through the update gate.
    """
    gates, before = tape.gates, tape.seen[:-1, cell_arrays.features : -1]
    timesteps, _, units, batch = gates.shape
    sums = np.empty((timesteps, 3 * units, batch), gates.dtype)
    three = sums.reshape(timesteps, 3, units, batch)
    cell_arrays.recurrent_activation.slope(gates[:, :2], three[:, :2])
    cell_arrays.activation.slope(gates[:, 2], three[:, 2])
    three[:, 0] *= before - gates[:, 2]
    three[:, 1] *= before
    three[:, 2] *= 1 - gates[:, 0]
    return_path = to_last_output(cell_arrays, tape)

    def step(sums: Any, three: Any, gates: Any, hidden: Any) -> None:
        (update, reset, candidate), (kept_share, reset_gate, _) = three, gates
        update *= hidden
        candidate *= hidden
        if cell_arrays.activation.looks_along_an_axis:
            spread(candidate, gates[2], axis=-2)
        through_reset = return_path[:, 2 * units :] @ candidate
        reset *= through_reset
        if cell_arrays.recurrent_activation.looks_along_an_axis:
            spread(three[:2], gates[:2], axis=-2)
        hidden *= kept_share
        hidden += through_reset * reset_gate
        hidden += return_path[:, : 2 * units] @ sums[: 2 * units]

    return Rule(sums, last_first(sums, three, gates), step)


def simple(cell_arrays: CellArrays, tape: Tape) -> Rule:
    """The rule of a plain recurrent cell: its output is its one gate."""
    outputs, return_path = tape.gates, to_last_output(cell_arrays, tape)
    all_sums = cell_arrays.activation.slope(outputs, np.empty(outputs.shape, outputs.dtype))

    def step(sums: Any, output: Any, hidden: Any) -> None:
        sums *= hidden
        if cell_arrays.activation.looks_along_an_axis:
            spread(sums, output, axis=-2)
        np.dot(return_path, sums, hidden)

    return Rule(all_sums, last_first(all_sums, outputs), step)


RULES = {LSTM.cell: lstm, GRU.cell: gru, GRU_RESET_BEFORE.cell: gru_reset_before, SIMPLE.cell: simple}
