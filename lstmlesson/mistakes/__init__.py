"""Which mistake made this number? A mistake is a wrong list of weights, made from the right one.

So each mistake has a count, a formula and a picture for nothing, as everything else that reads such a list.

1. `record` and `cases`: what a mistake is, and the layer in its surroundings that it is made about.
2. `catalogue`: the mistakes themselves, a file for each kind of belief.
3. `place` and `finding`: where in a thing a mistake can be made, and what number it gives there.
4. `answer_text`: what somebody typed, as a number. `near_misses`: how a number that no mistake gives is near.
5. `diagnosis` and `next_question`: which mistakes give an answer, and which question would tell them apart.

How to add a mistake: a function in a file of `catalogue` that makes the wrong list (or None where it cannot be made),
and a record for it in that file's MISTAKES. Its four texts, under its name, in the file of the same name in
`lstmlesson/language/en/mistakes`. It is diagnosed at once; questions are not drawn anew (see `questions.edition`). Its
witness is its formula, written by hand, in tests/helpers/mistaken.py.
"""

from lstmlesson.law.public import offered
from lstmlesson.mistakes.answer_text import Typed, typed
from lstmlesson.mistakes.catalogue import EVERY, MISTAKES, Mistake
from lstmlesson.mistakes.diagnosis import Diagnosis, diagnose
from lstmlesson.mistakes.finding import Finding, families, findings
from lstmlesson.mistakes.next_question import FollowUp

__all__ = [
    "EVERY",
    "MISTAKES",
    "Diagnosis",
    "Finding",
    "FollowUp",
    "Mistake",
    "Typed",
    "diagnose",
    "families",
    "findings",
    "typed",
]

__dir__ = offered(__all__)
