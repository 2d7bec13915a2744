"""What a mistake is: a name, the function that makes its wrong list, and what is said to somebody who made it.

The texts hold no digits. Every number in them is filled in from the case, where it was counted.
"""

from collections.abc import Callable
from typing import NamedTuple

from lstmlesson.law.weights import Weight
from lstmlesson.mistakes.cases import Case

# Takes a case and gives the wrong list; None where the mistake cannot be made: no bias to forget, no timesteps.
Wrong = Callable[[Case], "list[Weight] | None"]

# The lessons.
GATES, SHARING, SHAPES, STACKS = "01_gates", "02_weight_sharing", "03_input_shapes", "04_stacks"
TIME, SUMMARY, DIALECTS = "05_time_distributed", "06_reading_a_summary", "07_dialects"


class Mistake(NamedTuple):
    """One mistake. weights: gives the wrong list of a case. lesson: the notebook that treats it.

    belief: what the learner would say. hint: a question that does not give the answer away.
    sentence: puts it right; {right} is the right formula.
    """

    name: str
    weights: Wrong
    lesson: str
    belief: str
    hint: str
    sentence: str
