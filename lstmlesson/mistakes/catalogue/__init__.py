"""All mistakes, the simplest belief first; pairs that are often made together; and those about a whole model."""

from lstmlesson.law.weights import Weight
from lstmlesson.mistakes.cases import Case
from lstmlesson.mistakes.catalogue import blocks, copies, details, dialects, exchanged, gates, summaries
from lstmlesson.mistakes.record import Mistake

# Made about a model as a whole, and about one of its layers.
WHOLE_MODEL = summaries.ABOUT_A_MODEL
ONE_LAYER = summaries.ABOUT_ONE_LAYER

MISTAKES = (
    *blocks.MISTAKES,
    *gates.MISTAKES,
    *exchanged.MISTAKES,
    *copies.MISTAKES,
    *dialects.MISTAKES,
    *details.MISTAKES,
    *summaries.MISTAKES,
)

# Which two mistakes are often made together: the second is made in the list that the first has left.
PAIRS = (
    ("bias forgotten", "recurrent kernel forgotten"),
    ("one gate only", "bias forgotten"),
    ("three gates", "bias forgotten"),
    ("one gate only", "recurrent kernel forgotten"),
    ("features and units swapped", "bias forgotten"),
    ("timesteps used as features", "bias forgotten"),
    ("bidirectional forgotten", "bias forgotten"),
)


def both(first: Mistake, second: Mistake) -> Mistake:
    """Two mistakes made together."""

    def make(case: Case) -> list[Weight] | None:
        once = first.weights(case)
        return None if once is None else second.weights(case._replace(weights=tuple(once)))

    return Mistake(f"{first.name}, and {second.name}", make, first.lesson, (first.name, second.name))


BY_NAME = {mistake.name: mistake for mistake in MISTAKES}
COMBINED = tuple(both(BY_NAME[first], BY_NAME[second]) for first, second in PAIRS)
EVERY = (*MISTAKES, *COMBINED)
