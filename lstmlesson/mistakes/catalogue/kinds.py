"""What kind of layer a case is about, read off its list of weights."""

from lstmlesson.law.sizes import Size
from lstmlesson.law.weights import ONE_BLOCK
from lstmlesson.mistakes.cases import Case, part_sizes, role

LSTM_GATES = ("input", "forget", "cell", "output")
GRU_GATES = ("update", "reset", "candidate")


def has(case: Case, *roles: str) -> bool:
    """Whether the list has a weight of each role."""
    return set(roles) <= {role(weight) for weight in case.weights}


def is_recurrent(case: Case) -> bool:
    return has(case, "recurrent")


def is_dense(case: Case) -> bool:
    """Whether it is Dense or Linear, perhaps inside TimeDistributed: one plain kernel."""
    roles = [role(weight) for weight in case.weights]
    plain = roles[:1] == ["kernel"] and set(roles[1:]) <= {"bias"} and not is_embedding(case)
    return plain and len(case.weights[0].shape) == 2 and case.weights[0].gates == ONE_BLOCK


def is_embedding(case: Case) -> bool:
    """Whether it is a table: told how many rows there are, and fed by no features."""
    return bool(case.thing.takes) and not case.thing.axes


def gates_of(case: Case) -> tuple[str, ...]:
    """The gates of the first weight that has any."""
    return next((weight.gates for weight in case.weights if weight.gates != ONE_BLOCK), ())


def is_torch(case: Case) -> bool:
    return case.thing.gate_axis == 0


def parts(case: Case) -> list[tuple[str, Size | None]]:
    """Each part that has a recurrent kernel, such as a direction, with its units."""
    names = dict.fromkeys(weight.part for weight in case.weights if role(weight) == "recurrent")
    return [(part, part_sizes(case, part)[1]) for part in names]


def is_stack(case: Case) -> bool:
    """Whether PyTorch lays several layers above each other in one call."""
    return any(weight.part.startswith("l1") for weight in case.weights)


def has_two_biases(case: Case) -> bool:
    return any(role(weight) == "bias" and len(weight.shape) > 1 for weight in case.weights)
