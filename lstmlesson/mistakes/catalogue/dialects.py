"""Mistakes about dialects: what another framework, or another paper, has."""

from lstmlesson.law.weights import Weight
from lstmlesson.mistakes.cases import Case, role
from lstmlesson.mistakes.catalogue.kinds import LSTM_GATES, gates_of, has, has_two_biases, is_torch, parts
from lstmlesson.mistakes.record import DIALECTS, Mistake

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
    Mistake(
        "second bias of PyTorch in Keras",
        second_bias,
        DIALECTS,
        "I counted two biases for each unit.",
        "How many biases does this framework keep for each unit and gate?",
        "Here each unit has one bias in each block: {right}.",
    ),
    Mistake(
        "second bias missing",
        one_bias,
        DIALECTS,
        "I counted one bias for each unit.",
        "How many biases does this framework keep for each unit and gate?",
        "Here there is one bias for each of the two kernels: {right}.",
    ),
    Mistake(
        "projection forgotten",
        without_projection,
        DIALECTS,
        "I counted as if nothing made the output smaller.",
        "What does proj_size do to what is handed on, and which weight does that?",
        "A projection makes what is handed on smaller, in the recurrent kernel too, and has a weight: {right}.",
    ),
    Mistake(
        "peepholes added",
        with_peepholes,
        DIALECTS,
        "I gave the gates a look at the memory as well.",
        "Do the gates of this layer see the cell's memory, or the last output alone?",
        "Neither Keras nor PyTorch has peepholes: {right}.",
    ),
    Mistake(
        "peepholes as whole blocks",
        with_peephole_matrices,
        DIALECTS,
        "I gave the gates a whole block on the memory as well.",
        "Do the gates of this layer see the cell's memory, or the last output alone?",
        "Neither Keras nor PyTorch has peepholes: {right}.",
    ),
)
