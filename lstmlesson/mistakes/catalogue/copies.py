"""Mistakes about use: a set of weights counted wherever it is used, or a second set overlooked."""

from lstmlesson.law.weights import Weight
from lstmlesson.mistakes.cases import Case, repeated
from lstmlesson.mistakes.catalogue.kinds import is_dense, is_embedding, is_stack
from lstmlesson.mistakes.record import DIALECTS, SHARING, STACKS, SUMMARY, TIME, Mistake


def per_timestep(case: Case) -> list[Weight] | None:
    return None if is_dense(case) or is_embedding(case) else repeated(case.weights, case.timesteps)


def dense_per_timestep(case: Case) -> list[Weight] | None:
    return repeated(case.weights, case.timesteps) if is_dense(case) else None


def embedding_per_timestep(case: Case) -> list[Weight] | None:
    return repeated(case.weights, case.timesteps) if is_embedding(case) else None


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


def first_layer_only(case: Case) -> list[Weight] | None:
    return [weight for weight in case.weights if weight.part.startswith("l0")] if is_stack(case) else None


MISTAKES = (
    Mistake(
        "one copy per timestep",
        per_timestep,
        SHARING,
        "I gave each timestep weights of its own.",
        "Does the layer learn new weights at each timestep, or does it use the same ones again?",
        "One set of weights is used at each of the {timesteps} timesteps, and stored once: {right}.",
    ),
    Mistake(
        "return_sequences multiplies by the timesteps",
        per_output,
        STACKS,
        "I multiplied because return_sequences gives an output at each timestep.",
        "Which outputs does return_sequences keep, and does it take weights to keep them?",
        "return_sequences keeps all {timesteps} outputs of the same weights: {right}.",
    ),
    Mistake(
        "Dense repeated per timestep",
        dense_per_timestep,
        TIME,
        "I gave the dense layer weights of its own at each timestep.",
        "When a dense layer meets a sequence, does it change from one timestep to the next?",
        "The same dense weights serve each of the {timesteps} timesteps: {right}.",
    ),
    Mistake(
        "Embedding multiplied by the timesteps",
        embedding_per_timestep,
        SUMMARY,
        "I multiplied the table by the length of the text.",
        "Does a word have another row of the table when it stands in another place?",
        "There is one table, and each of the {timesteps} places looks up in it: {right}.",
    ),
    Mistake(
        "times the batch size",
        per_sample,
        SHARING,
        "I gave each sample of a batch weights of its own.",
        "Do two samples of one batch meet the same weights?",
        "All {batch} samples of a batch meet the same weights: {right}.",
    ),
    Mistake(
        "shared layer counted at each use",
        per_use,
        SUMMARY,
        "I counted the layer wherever the model uses it.",
        "When a model uses one layer in several places, how many layers are there?",
        "It is one layer in several places, with one set of weights: {right}.",
    ),
    Mistake(
        "bidirectional forgotten",
        one_direction,
        DIALECTS,
        "I counted one direction.",
        "How many recurrent layers read this sequence?",
        "One set of weights reads forwards, a second one backwards: {right}.",
    ),
    Mistake(
        "bidirectional doubled twice",
        doubled_twice,
        DIALECTS,
        "I doubled the directions, and then once more.",
        "How many directions are there in which a sequence can be read?",
        "There are two directions, and they are in this sum already: {right}.",
    ),
    Mistake(
        "first layer only",
        first_layer_only,
        STACKS,
        "I counted the lowest layer.",
        "How many layers lie above each other in this one call?",
        "Each layer of the stack has weights of its own: {right}.",
    ),
)
