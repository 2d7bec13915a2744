"""Mistakes about gates: how many blocks of each weight are there?"""

from collections.abc import Callable

from lstmlesson.law.weights import ONE_BLOCK, Weight
from lstmlesson.mistakes.cases import Case, role
from lstmlesson.mistakes.catalogue.kinds import GRU_GATES, LSTM_GATES, gates_of, is_torch
from lstmlesson.mistakes.record import DIALECTS, GATES, Mistake


def with_gates(*gates: str) -> Callable[[Case], list[Weight]]:
    """Every weight that has gates, with these instead."""
    return lambda case: [w if w.gates == ONE_BLOCK else w._replace(gates=gates) for w in case.weights]


def one_gate(case: Case) -> list[Weight] | None:
    return with_gates(*gates_of(case)[:1])(case) if gates_of(case) else None


def without_candidate(case: Case) -> list[Weight] | None:
    """The block that proposes the new memory is not called a gate by everybody, and then is not counted."""
    gates = tuple(gate for gate in gates_of(case) if gate not in ("cell", "candidate"))
    return with_gates(*gates)(case) if gates else None


def three_gates(case: Case) -> list[Weight] | None:
    return without_candidate(case) if gates_of(case) == LSTM_GATES else None


def two_gates(case: Case) -> list[Weight] | None:
    return without_candidate(case) if len(gates_of(case)) == len(GRU_GATES) else None


def as_gru(case: Case) -> list[Weight] | None:
    """An LSTM counted as a GRU of the same framework: three gates, and two biases."""
    if gates_of(case) != LSTM_GATES:
        return None
    wrong = with_gates(*GRU_GATES)(case)
    if is_torch(case):
        return wrong
    return [weight._replace(shape=(2, *weight.shape)) if role(weight) == "bias" else weight for weight in wrong]


def as_gru_with_one_bias(case: Case) -> list[Weight] | None:
    """An LSTM counted as a GRU of the paper: three gates, and nothing else is different."""
    return with_gates(*GRU_GATES)(case) if gates_of(case) == LSTM_GATES else None


def as_lstm(case: Case) -> list[Weight] | None:
    """A GRU counted as an LSTM: four gates, and in Keras one bias."""
    if len(gates_of(case)) != len(GRU_GATES):
        return None
    wrong = with_gates(*LSTM_GATES)(case)
    if is_torch(case):
        return wrong
    return [weight._replace(shape=weight.shape[-1:]) if role(weight) == "bias" else weight for weight in wrong]


MISTAKES = (
    Mistake("one gate only", one_gate, GATES),
    Mistake("three gates", three_gates, GATES),
    Mistake("two gates", two_gates, GATES),
    Mistake("GRU formula for an LSTM", as_gru, DIALECTS),
    Mistake("formula of a GRU with one bias", as_gru_with_one_bias, DIALECTS),
    Mistake("LSTM formula for a GRU", as_lstm, DIALECTS),
)
