"""One number of memory through one step, with its gates given: what the four gates are for, and nothing else.

In a layer the gates come from x and h (see `numeric.textbook`); here they are set by hand, as a learner does.
"""

import math
from typing import NamedTuple

from lstmlesson.law.public import offered

__all__ = ["Remembered", "remember"]

__dir__ = offered(__all__)


class Remembered(NamedTuple):
    """The old memory, what was kept of it, what was written to it, the new memory, and what is shown of it as h."""

    old: float
    kept: float
    written: float
    new: float
    shown: float


def remember(old: float, forget: float, enters: float, candidate: float, output: float) -> Remembered:
    """c_new = forget·c + input·candidate, and h = output·tanh(c_new).

    old: the memory c. forget, enters (the input gate) and output: from 0 to 1. candidate: from -1 to 1.
    Source: Gers, Schmidhuber and Cummins, 2000.

    >>> step = remember(5.0, forget=0.9, enters=0.1, candidate=1.0, output=1.0)
    >>> round(step.kept, 6), round(step.written, 6), round(step.new, 6)         # 0.9·5, 0.1·1, and their sum
    (4.5, 0.1, 4.6)
    """
    kept, written = forget * old, enters * candidate
    new = kept + written
    return Remembered(old, kept, written, new, output * math.tanh(new))
