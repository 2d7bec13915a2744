"""What a mistake is: a name, the function that makes its wrong list, and the lesson that treats it.

What is said of it is found by its name in `lstmlesson.language`. The texts hold no digits: every number in them is
filled in from the case, where it was counted.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from lstmlesson.language import sentence
from lstmlesson.law.weights import Weight
from lstmlesson.mistakes.cases import Case

# Takes a case and gives the wrong list; None where the mistake cannot be made: no bias to forget, no timesteps.
Wrong = Callable[[Case], "list[Weight] | None"]

# The lessons.
GATES, SHARING, SHAPES, STACKS = "01_gates", "02_weight_sharing", "03_input_shapes", "04_stacks"
TIME, SUMMARY, DIALECTS, PAPERS = "05_time_distributed", "06_reading_a_summary", "07_pytorch_and_gru", "11_in_papers"
AROUND = "10_around_the_lstm"


class Mistake(NamedTuple):
    """One mistake, or two that are made together.

    weights: gives the wrong list of a case. lesson: the notebook that treats it. together: the names of the two.
    is_rare: whether it is told only where no other mistake gives the number.
    """

    name: str
    weights: Wrong
    lesson: str
    together: tuple[str, ...] = ()
    is_rare: bool = False

    @property
    def title(self) -> str:
        """Its name as it is shown; the name itself stays as it is in every language."""
        first, *second = (sentence(name) for name in self.names)
        return sentence("two mistakes", first=first, second=second[0]) if second else first

    @property
    def belief(self) -> str:
        """What the learner would say."""
        return self.said("belief")

    @property
    def hint(self) -> str:
        """A question that does not give the answer away."""
        return self.said("hint")

    @property
    def names(self) -> tuple[str, ...]:
        """The mistake itself, or the two that it is made of."""
        return self.together or (self.name,)

    def said(self, what: str, **values: Any) -> str:
        """Its belief, hint or sentence; the sentence needs the values of a case."""
        return " ".join(sentence(f"{name}: {what}", **values) for name in self.names)
