"""The question that comes next when several mistakes give one number.

Families are told apart by the same question with other sizes, at which each of them gives a number of its own.
Members of one family give the same number at every size, so they are told apart in words.
"""

from itertools import product
from typing import Any, NamedTuple

from lstmlesson.language import sentence, word
from lstmlesson.law import weights as law
from lstmlesson.law.declaration import Declaration
from lstmlesson.layers.foundation.tensor import written
from lstmlesson.mistakes.cases import Case
from lstmlesson.mistakes.finding import Finding
from lstmlesson.mistakes.place import has_parts

# Sizes are raised by so much until all numbers differ.
STEPS = (1, 2, 4, 7)


class FollowUp(NamedTuple):
    """A question, and what each answer means: pairs of an answer (a number, or a belief in words) and a mistake's name.

    thing, input_shape: what the question is about, so that its answer can be diagnosed in turn; None for one in words.
    """

    question: str
    answers: tuple[tuple[int | str, str], ...]
    thing: Declaration | None = None
    input_shape: Any = None


def follow_up(thing: Declaration, together: list[tuple[Finding, ...]]) -> FollowUp | None:
    """The question that tells the families apart or, where there is one, its members; None for a single mistake."""
    if len(together) > 1 and not has_parts(thing):
        asked = _other_sizes(together)
        if asked is not None:
            return asked
    members = [one for family in together for one in family]
    beliefs = tuple((one.belief, one.name) for one in members)
    return FollowUp(word("which of these"), beliefs) if len(members) > 1 else None


def _other_sizes(together: list[tuple[Finding, ...]]) -> FollowUp | None:
    """The first sizes near by at which each family gives a number of its own."""
    case = together[0][0].made[0].case
    for more in product(STEPS, STEPS, STEPS):
        other = _moved(case, *more)
        if other is None:
            continue
        numbers = [_number(family[0], other) for family in together]
        if None not in numbers and len({*numbers, other.count}) == len(numbers) + 1:
            names = [family[0].name for family in together]
            answers = tuple((number, name) for number, name in zip(numbers, names, strict=True) if number is not None)
            return FollowUp(_question(other), answers, other.thing, other.shape)
    return None


def _moved(case: Case, features: int, units: int, timesteps: int) -> Case | None:
    """The case with larger sizes; None where the layer cannot have them."""
    sizes = [(case.features, features), (case.units, units), (case.timesteps, timesteps)]
    try:
        return case.at(*(None if size is None else size + more for size, more in sizes))
    except (TypeError, ValueError):
        return None


def _number(finding: Finding, case: Case) -> int | None:
    made = finding.mistake.weights(case)
    return None if made is None else law.count(made)


def _question(case: Case) -> str:
    if case.shape is None:
        return sentence("count once more", thing=repr(case.thing))
    return sentence("count once more on", thing=repr(case.thing), shape=written(case.shape))
