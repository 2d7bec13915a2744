"""Mistakes about dialects: what another framework, or another paper, has."""

from lstmlesson.law.weights import Weight
from lstmlesson.mistakes.cases import Case, role
from lstmlesson.mistakes.catalogue.kinds import LSTM_GATES, gates_of, has, has_two_biases, is_torch, parts
from lstmlesson.mistakes.record import DIALECTS, PAPERS, Mistake

# Peepholes let three gates see the memory. Source: Gers and Schmidhuber, Recurrent nets that time and count, 2000.
PEEPHOLE_GATES = ("input", "forget", "output")


def second_bias(case: Case) -> list[Weight] | None:
    """Each bias twice, as PyTorch has it; where a layer has two already this is no mistake."""
    if is_torch(case) or not has(case, "recurrent", "bias") or has_two_biases(case):
        return None
    return [
        *case.weights,
        *(weight._replace(name="second bias") for weight in case.weights if role(weight) == "bias"),
    ]


def one_bias(case: Case) -> list[Weight] | None:
    """One bias where the layer keeps two: PyTorch's modules, and a GRU with reset_after."""
    if not has(case, "recurrent", "bias") or not (is_torch(case) or has_two_biases(case)):
        return None
    single = [weight._replace(shape=weight.shape[-1:]) if role(weight) == "bias" else weight for weight in case.weights]
    return [weight for weight in single if not weight.name.startswith("bias_hh")]


def without_projection(case: Case) -> list[Weight] | None:
    projected = any(weight.name.startswith("weight_hr") for weight in case.weights)
    return case.changed(proj_size=0) if projected else None


def with_peepholes(case: Case) -> list[Weight] | None:
    """One number more for each unit of three gates."""
    if gates_of(case) != LSTM_GATES:
        return None
    return [*case.weights, *(Weight("peephole", (units,), PEEPHOLE_GATES, part=part) for part, units in parts(case))]


def with_peephole_matrices(case: Case) -> list[Weight] | None:
    """A whole block of units by units more for three gates."""
    if gates_of(case) != LSTM_GATES:
        return None
    more = [Weight("peephole", (units, units), PEEPHOLE_GATES, part=part) for part, units in parts(case)]
    return [*case.weights, *more]


MISTAKES = (
    Mistake("second bias of PyTorch in Keras", second_bias, DIALECTS),
    Mistake("second bias missing", one_bias, DIALECTS),
    Mistake("projection forgotten", without_projection, PAPERS),
    Mistake("peepholes added", with_peepholes, PAPERS),
    Mistake("peepholes as whole blocks", with_peephole_matrices, PAPERS),
)
