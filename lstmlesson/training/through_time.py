"""The way back through time: one strand's gradients, from the last step to the first.

Each cell's rule is the chain rule for its steps in `numeric.stacked`, with the numbers lying as they lie there. What
hangs on one timestep alone is worked out for all timesteps at once; a step back does only what needs the step after.
Source: Werbos, Backpropagation Through Time, 1990.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from lstmlesson.numeric.activations import spread
from lstmlesson.numeric.stacked import Kept
from lstmlesson.numeric.strand import GRU, GRU_RESET_BEFORE, LSTM, SIMPLE, Strand


class Gradients(NamedTuple):
    """The gradients of a strand: its arrays as it holds them, then its projection if it has one; its input
    (timesteps, features, batch); and the states that it began with, each (…, batch).
    """

    arrays: list[Any]
    x: Any
    states: list[Any]


class Rule(NamedTuple):
    """How one cell goes back: sums (timesteps, rows, batch) is where the gradients of its sums will stand, and
    step(t, hidden, …) fills them for one timestep and turns the gradients of the states after it into those before.
    """

    sums: Any
    step: Callable[..., None]
    projected: Any = None


def back(strand: Strand, kept: Kept, outputs: Any, states: list[Any]) -> Gradients:
    """The gradients of a strand from those of its outputs (timesteps, handed_on, batch) and of its last states."""
    states = [state.copy() for state in states]
    rule = RULES[strand.rows.cell](strand, kept)
    for t in reversed(range(len(outputs))):
        states[0] += outputs[t]
        passing_by = [] if kept.off is None else held(kept.off[t], states)
        rule.step(t, *states)
        for state, passing in zip(states, passing_by, strict=False):
            state += passing
    matrix = over_all_steps(rule.sums, kept.seen[:-1])
    if strand.rows is GRU_RESET_BEFORE:  # whose candidate saw something else
        matrix[2 * strand.units :] = over_all_steps(rule.sums[:, 2 * strand.units :], kept.more)
    projection = [] if rule.projected is None else [over_all_steps(rule.projected, kept.more[1])]
    into_x = np.ascontiguousarray(kept.matrix[:, : strand.features].T)
    return Gradients(strand.parts(matrix) + projection, np.matmul(into_x, rule.sums), states)


def held(off: Any, gradients: list[Any]) -> list[Any]:
    """Where a step was skipped, gradients pass it by: they are taken out here and added again after the step."""
    passing_by = [gradient * off for gradient in gradients]
    for gradient, passing in zip(gradients, passing_by, strict=True):
        gradient -= passing
    return passing_by


def over_all_steps(left: Any, right: Any) -> Any:
    """(a, b), summed over timesteps and batch, from (timesteps, a, batch) and (timesteps, b, batch)."""
    one, other = (array.transpose(1, 0, 2).reshape(array.shape[1], -1) for array in (left, right))
    return one @ other.T


def to_last_output(strand: Strand, kept: Kept) -> Any:
    """The part of the matrix that met the last output, turned over: it leads from a step's sums to the step before."""
    return np.ascontiguousarray(kept.matrix[:, strand.features : -1].T)


def lstm(strand: Strand, kept: Kept) -> Rule:
    """An LSTM's rule. The output gate hears from the hidden state, the three others from the cell state; each times
    what it was multiplied with and times its slope.
    """
    timesteps, (_, units, batch) = len(kept.seen) - 1, kept.more[0].shape
    gates, squashed = kept.gates[:timesteps], kept.more[0][:timesteps]
    forget = gates[:, 2]
    sums = np.empty((timesteps, 4 * units, batch), squashed.dtype)
    four = sums.reshape(timesteps, 4, units, batch)
    strand.recurrent_activation.slope(gates[:, :3], four[:, :3])
    strand.activation.slope(gates[:, 3], four[:, 3])
    four[:, 0] *= squashed
    four[:, 1:3] *= gates[:, 3:]
    four[:, 3] *= gates[:, 1]
    into_cell = strand.activation.slope(squashed, np.empty_like(squashed))
    into_cell *= gates[:, 0]
    output, others, part = four[:, 0], four[:, 1:], np.empty((units, batch), squashed.dtype)
    return_path, projection = to_last_output(strand, kept), strand.projection
    mixes = strand.activation.looks_along_an_axis or strand.recurrent_activation.looks_along_an_axis
    projected: Any = None
    if projection is not None:
        projected = np.empty((timesteps, strand.handed_on, batch), squashed.dtype)

    def step(t: int, hidden: Any, cell: Any) -> None:
        result = hidden
        if projection is not None:
            projected[t], result = hidden, projection.T @ hidden
        np.multiply(result, into_cell[t], part)
        if strand.activation.looks_along_an_axis:
            spread(part, squashed[t], axis=-2)
        np.add(cell, part, cell)
        np.multiply(output[t], result, output[t])
        np.multiply(others[t], cell, others[t])
        if mixes:
            _spread_gates(strand, four[t, :3], four[t, 3], gates[t])
        np.multiply(cell, forget[t], cell)
        np.dot(return_path, sums[t], hidden)

    return Rule(sums, step, projected)


def _spread_gates(strand: Strand, of_gates: Any, of_candidate: Any, gates: Any) -> None:
    """Where a gate or the candidate is a softmax, its sums hear from all units."""
    if strand.recurrent_activation.looks_along_an_axis:
        spread(of_gates, gates[: len(of_gates)], axis=-2)
    if strand.activation.looks_along_an_axis:
        spread(of_candidate, gates[len(of_gates)], axis=-2)


def gru(strand: Strand, kept: Kept) -> Rule:
    """The rule of a GRU whose reset gate acts after the product: the candidate's sums have two parts, and the reset
    gate hears from the part that it met.
    """
    gates, before = kept.gates, kept.seen[:-1, strand.features : -1]
    timesteps, _, units, batch = gates.shape
    sums = np.empty((timesteps, 4 * units, batch), gates.dtype)
    four = sums.reshape(timesteps, 4, units, batch)
    update, reset, candidate, remembered = (four[:, at] for at in range(4))
    strand.recurrent_activation.slope(gates[:, :2], four[:, :2])
    strand.activation.slope(gates[:, 2], candidate)
    update *= before - gates[:, 2]
    candidate *= 1 - gates[:, 0]
    return_path, kept_share = to_last_output(strand, kept), gates[:, 0]

    def step(t: int, hidden: Any) -> None:
        update[t] *= hidden
        candidate[t] *= hidden
        if strand.activation.looks_along_an_axis:
            spread(candidate[t], gates[t, 2], axis=-2)
        reset[t] *= candidate[t] * gates[t, 3]
        np.multiply(candidate[t], gates[t, 1], remembered[t])
        if strand.recurrent_activation.looks_along_an_axis:
            spread(four[t, :2], gates[t, :2], axis=-2)
        hidden *= kept_share[t]
        hidden += return_path @ sums[t]

    return Rule(sums, step)


def gru_reset_before(strand: Strand, kept: Kept) -> Rule:
    """The rule of a GRU whose reset gate acts before the product: the last output is heard through the reset gate, by
    the reset gate, and through the update gate.
    """
    gates, before = kept.gates, kept.seen[:-1, strand.features : -1]
    timesteps, _, units, batch = gates.shape
    sums = np.empty((timesteps, 3 * units, batch), gates.dtype)
    three = sums.reshape(timesteps, 3, units, batch)
    update, reset, candidate = (three[:, at] for at in range(3))
    strand.recurrent_activation.slope(gates[:, :2], three[:, :2])
    strand.activation.slope(gates[:, 2], candidate)
    update *= before - gates[:, 2]
    reset *= before
    candidate *= 1 - gates[:, 0]
    return_path = to_last_output(strand, kept)

    def step(t: int, hidden: Any) -> None:
        update[t] *= hidden
        candidate[t] *= hidden
        if strand.activation.looks_along_an_axis:
            spread(candidate[t], gates[t, 2], axis=-2)
        through_reset = return_path[:, 2 * units :] @ candidate[t]
        reset[t] *= through_reset
        if strand.recurrent_activation.looks_along_an_axis:
            spread(three[t, :2], gates[t, :2], axis=-2)
        hidden *= gates[t, 0]
        hidden += through_reset * gates[t, 1]
        hidden += return_path[:, : 2 * units] @ sums[t, : 2 * units]

    return Rule(sums, step)


def simple(strand: Strand, kept: Kept) -> Rule:
    """The rule of a plain recurrent cell: its output is its one gate."""
    outputs, return_path = kept.gates, to_last_output(strand, kept)
    sums = strand.activation.slope(outputs, np.empty(outputs.shape, outputs.dtype))

    def step(t: int, hidden: Any) -> None:
        sums[t] *= hidden
        if strand.activation.looks_along_an_axis:
            spread(sums[t], outputs[t], axis=-2)
        np.dot(return_path, sums[t], hidden)

    return Rule(sums, step)


RULES = {LSTM.cell: lstm, GRU.cell: gru, GRU_RESET_BEFORE.cell: gru_reset_before, SIMPLE.cell: simple}
