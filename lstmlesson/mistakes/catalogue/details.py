"""Mistakes in the detail: the right blocks, and one of them of the wrong size or once too often."""

from lstmlesson.law.weights import ONE_BLOCK, Weight
from lstmlesson.mistakes.cases import Case, part_sizes, role
from lstmlesson.mistakes.catalogue.kinds import gates_of, has, parts
from lstmlesson.mistakes.record import GATES, SHARING, Mistake

STATES = {4: ("hidden state", "cell state")}


def bias_per_input(case: Case) -> list[Weight] | None:
    """A bias as long as the input instead of the output."""
    biases = [weight for weight in case.weights if role(weight) == "bias"]
    if not has(case, "bias", "kernel") or any(part_sizes(case, bias.part)[0] is None for bias in biases):
        return None
    return [
        weight._replace(shape=(*weight.shape[:-1], part_sizes(case, weight.part)[0]))
        if role(weight) == "bias"
        else weight
        for weight in case.weights
    ]


def bias_once(case: Case) -> list[Weight] | None:
    """One bias for all gates together."""
    if not has(case, "bias") or not gates_of(case):
        return None
    return [weight._replace(gates=ONE_BLOCK) if role(weight) == "bias" else weight for weight in case.weights]


def square_as_double(case: Case) -> list[Weight] | None:
    """units·units read as 2·units."""
    if not any(map(_is_square, case.weights)):
        return None
    return [weight._replace(shape=(2, weight.shape[-1])) if _is_square(weight) else weight for weight in case.weights]


def own_output_only(case: Case) -> list[Weight] | None:
    """units·units read as units: each unit sees its own last output, and not those of the others."""
    if not any(map(_is_square, case.weights)):
        return None
    return [weight._replace(shape=weight.shape[-1:]) if _is_square(weight) else weight for weight in case.weights]


def _is_square(weight: Weight) -> bool:
    return role(weight) == "recurrent" and len(weight.shape) == 2 and weight.shape[0] == weight.shape[1]


def window_forgotten(case: Case) -> list[Weight] | None:
    """Kernels without the window that moves."""
    if not any(map(_has_window, case.weights)):
        return None
    return [weight._replace(shape=weight.shape[-2:]) if _has_window(weight) else weight for weight in case.weights]


def _has_window(weight: Weight) -> bool:
    return role(weight) in ("kernel", "recurrent") and len(weight.shape) > 2


def with_states(case: Case) -> list[Weight] | None:
    """The states counted as if they were weights: hidden, and for an LSTM cell as well."""
    names = STATES.get(len(gates_of(case)), ("hidden state",))
    more = [Weight(name, (units,), part=part) for part, units in parts(case) for name in names]
    return [*case.weights, *more] if more else None


MISTAKES = (
    Mistake("bias counted per input", bias_per_input, GATES),
    Mistake("one bias for all gates", bias_once, GATES),
    Mistake("square read as double", square_as_double, GATES),
    Mistake("own last output only", own_output_only, GATES, is_rare=True),
    Mistake("states counted", with_states, SHARING),
    Mistake("window forgotten", window_forgotten, GATES),
)
