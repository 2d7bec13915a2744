"""The way back through time: one strand's gradients, from the last step to the first, by its cell's rule.

Source: Werbos, Backpropagation Through Time, 1990.
"""

from itertools import repeat
from typing import Any, NamedTuple

import numpy as np

from lstmlesson.numeric.families.cell_arrays import GRU_RESET_BEFORE, Strand
from lstmlesson.numeric.families.cell_rules import RULES
from lstmlesson.numeric.families.stacked import Kept


class Gradients(NamedTuple):
    """The gradients of a strand: its arrays as it holds them, then its projection if it has one; its input
    (timesteps, features, batch); and the states that it began with, each (…, batch).
    """

    arrays: list[Any]
    x: Any
    states: list[Any]


def back(strand: Strand, kept: Kept, outputs: Any, states: list[Any]) -> Gradients:
    """The gradients of a strand from those of its outputs (timesteps, handed_on, batch) and of its last states."""
    states = [state.copy() for state in states]
    rule = RULES[strand.rows.cell](strand, kept)
    add, hidden, step = np.add, states[0], rule.step
    offs = repeat(None) if kept.off is None else kept.off[::-1]
    for output, off, views in zip(outputs[::-1], offs, rule.views, strict=False):
        add(hidden, output, hidden)
        if off is None:
            step(*views, *states)
        else:
            passing_by = held(off, states)
            step(*views, *states)
            for state, passing in zip(states, passing_by, strict=True):
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
    return (other @ one.T).T  # in memory as Keras keeps its kernels
