"""Mistakes about use: a set of weights counted wherever it is used, or a second set overlooked."""

from lstmlesson.law.weights import Weight
from lstmlesson.mistakes.cases import Case, repeated
from lstmlesson.mistakes.catalogue.kinds import is_dense, is_embedding, is_stack
from lstmlesson.mistakes.record import AROUND, DIALECTS, SHARING, STACKS, SUMMARY, TIME, Mistake


def per_timestep(case: Case) -> list[Weight] | None:
    return None if is_dense(case) or is_embedding(case) else repeated(case.weights, case.timesteps)


def dense_per_timestep(case: Case) -> list[Weight] | None:
    return repeated(case.weights, case.timesteps) if is_dense(case) else None


def embedding_per_timestep(case: Case) -> list[Weight] | None:
    return repeated(case.weights, case.timesteps) if is_embedding(case) else None


def without_padding(case: Case) -> list[Weight] | None:
    """A table with a row fewer: the words are counted, and the number 0 that stands for no word is not."""
    return _with_rows(case, -1)


def row_too_many(case: Case) -> list[Weight] | None:
    return _with_rows(case, 1)


def _with_rows(case: Case, more: int) -> list[Weight] | None:
    if not is_embedding(case):
        return None
    return [weight._replace(shape=(weight.shape[0] + more, *weight.shape[1:])) for weight in case.weights]


def per_output(case: Case) -> list[Weight] | None:
    """return_sequences gives an output for each timestep, and somebody gives each of them weights."""
    inside = getattr(case.thing, "layer", case.thing)
    return repeated(case.weights, case.timesteps) if getattr(inside, "return_sequences", False) else None


def per_sample(case: Case) -> list[Weight] | None:
    return repeated(case.weights, case.batch)


def per_use(case: Case) -> list[Weight] | None:
    return repeated(case.weights, case.uses) if case.uses > 1 else None


def directions(case: Case) -> list[Weight]:
    """The weights of the direction that reads forwards."""
    return [
        weight for weight in case.weights if not weight.part.startswith("backward") and "_reverse" not in weight.name
    ]


def one_direction(case: Case) -> list[Weight] | None:
    forwards = directions(case)
    return None if len(forwards) == len(case.weights) else forwards


def doubled_twice(case: Case) -> list[Weight] | None:
    return repeated(case.weights, 2) if one_direction(case) else None


def shared_by_directions(case: Case) -> list[Weight] | None:
    """Both directions read through one kernel and one bias; each has a recurrent kernel of its own."""
    forwards = directions(case)
    if len(forwards) == len(case.weights) or is_stack(case):
        return None
    own = ("recurrent_kernel", "weight_hh_l0_reverse")
    return [*forwards, *(one for one in case.weights if one not in forwards and one.name in own)]


def first_layer_only(case: Case) -> list[Weight] | None:
    return [weight for weight in case.weights if weight.part.startswith("l0")] if is_stack(case) else None


MISTAKES = (
    Mistake("one copy per timestep", per_timestep, SHARING),
    Mistake("return_sequences multiplies by the timesteps", per_output, STACKS),
    Mistake("Dense repeated per timestep", dense_per_timestep, TIME),
    Mistake("Embedding multiplied by the timesteps", embedding_per_timestep, SUMMARY),
    Mistake("row for padding forgotten", without_padding, AROUND, is_rare=True),
    Mistake("a row too many", row_too_many, AROUND, is_rare=True),
    Mistake("times the batch size", per_sample, SHARING),
    Mistake("shared layer counted at each use", per_use, SUMMARY),
    Mistake("bidirectional forgotten", one_direction, DIALECTS),
    Mistake("bidirectional doubled twice", doubled_twice, DIALECTS),
    Mistake("one kernel for both directions", shared_by_directions, DIALECTS, is_rare=True),
    Mistake("first layer only", first_layer_only, STACKS),
)
