"""Which mistake made this number? A mistake is a wrong list of weights, made from the right one.

So each mistake has a count, a formula and a picture for nothing, as everything else that reads such a list.
"""

from lstmlesson.mistakes.catalogue import EVERY, MISTAKES, Mistake
from lstmlesson.mistakes.diagnosis import Diagnosis, diagnose
from lstmlesson.mistakes.findings import Finding, families, findings
from lstmlesson.mistakes.follow_up import FollowUp
from lstmlesson.mistakes.typed import Typed, typed

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
