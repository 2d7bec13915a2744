"""Mistakes about blocks: which weights does a layer have?"""

from lstmlesson.law.weights import Weight
from lstmlesson.mistakes.cases import Case, role
from lstmlesson.mistakes.catalogue.kinds import has, is_embedding, is_recurrent
from lstmlesson.mistakes.record import GATES, Mistake, Wrong


def without(*roles: str) -> Wrong:
    """The mistake of leaving out every weight of some roles."""
    return lambda case: [weight for weight in case.weights if role(weight) not in roles] if has(case, *roles) else None


def without_recurrent(case: Case) -> list[Weight] | None:
    return without("recurrent")(case) if has(case, "kernel") else None


def without_kernel(case: Case) -> list[Weight] | None:
    return without("kernel")(case) if is_recurrent(case) else None


def with_bias(case: Case) -> list[Weight] | None:
    """A bias where there is none; an Embedding never has one."""
    if is_embedding(case):
        return [*case.weights, Weight("bias", (case.units,))]
    return case.changed(use_bias=True, bias=True) if has(case, "kernel") and not has(case, "bias") else None


MISTAKES = (
    Mistake("bias forgotten", without("bias"), GATES),
    Mistake("recurrent kernel forgotten", without_recurrent, GATES),
    Mistake("kernel forgotten", without_kernel, GATES),
    Mistake("bias added", with_bias, GATES),
)
