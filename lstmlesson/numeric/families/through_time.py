"""The way back through time: one cell's gradients, from the last step to the first, by its cell's rule.

Source: Werbos, Backpropagation Through Time, 1990.
"""

from itertools import repeat
from typing import Any, NamedTuple

import numpy as np

from lstmlesson.numeric.families.cell_arrays import GRU_RESET_BEFORE, CellArrays
from lstmlesson.numeric.families.cell_rules import RULES
from lstmlesson.numeric.families.stacked import Tape


class CellGradients(NamedTuple):
    """The gradients of a cell: its arrays as it holds them, then its projection if it has one; its input
    (timesteps, features, batch); and the states that it began with, each (…, batch).
    """

    arrays: list[Any]
    x: Any
    states: list[Any]


def back(cell_arrays: CellArrays, tape: Tape, outputs: Any, states: list[Any]) -> CellGradients:
    """The gradients of a cell from those of its outputs (timesteps, handed_on, batch) and of its last states."""
    states = [state.copy() for state in states]
    rule = RULES[cell_arrays.rows.cell](cell_arrays, tape)
    add, hidden, step = np.add, states[0], rule.step
    offs = repeat(None) if tape.off is None else tape.off[::-1]
    for output, off, views in zip(outputs[::-1], offs, rule.views, strict=False):
        add(hidden, output, hidden)
        if off is None:
            step(*views, *states)
        else:
            passing_by = held(off, states)
            step(*views, *states)
            for state, passing in zip(states, passing_by, strict=True):
                state += passing
    matrix = over_all_steps(rule.sums, tape.seen[:-1])
    if cell_arrays.rows is GRU_RESET_BEFORE:  # whose candidate saw something else
        matrix[2 * cell_arrays.units :] = over_all_steps(rule.sums[:, 2 * cell_arrays.units :], tape.more)
    projection = [] if rule.projected is None else [over_all_steps(rule.projected, tape.more[1])]
    into_x = np.ascontiguousarray(tape.matrix[:, : cell_arrays.features].T)
    return CellGradients(cell_arrays.parts(matrix) + projection, np.matmul(into_x, rule.sums), states)


def held(off: Any, gradients: list[Any]) -> list[Any]:
    """Where a step was skipped, gradients pass it by: they are taken out here and added again after the step."""
    passing_by = [gradient * off for gradient in gradients]
    for gradient, passing in zip(gradients, passing_by, strict=True):
        gradient -= passing
    return passing_by


def over_all_steps(left: Any, right: Any) -> Any:
    """(a, b), summed over timesteps and batch, from (timesteps, a, batch) and (timesteps, b, batch)."""
    one, other = (array.transpose(1, 0, 2).reshape(array.shape[1], -1) for array in (left, right))
    return (other @ one.T).T  # in memory as Keras keeps its kernels
