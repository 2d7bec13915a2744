"""Mistakes about shapes: one size in the place of another. The layer is declared again with the wrong size."""

from lstmlesson.law.weights import Weight
from lstmlesson.mistakes.cases import Case, flattened
from lstmlesson.mistakes.catalogue.kinds import is_dense, is_stack
from lstmlesson.mistakes.record import DIALECTS, SHAPES, STACKS, TIME, Mistake


def swapped(case: Case) -> list[Weight] | None:
    return case.declared(case.units, case.features)


def timesteps_as_features(case: Case) -> list[Weight] | None:
    return case.declared(case.timesteps, case.units)


def timesteps_as_units(case: Case) -> list[Weight] | None:
    return case.declared(case.features, case.timesteps)


def units_as_features(case: Case) -> list[Weight] | None:
    return case.declared(case.units, case.units)


def features_of_the_layer_before(case: Case) -> list[Weight] | None:
    return case.declared(case.before, case.units)


def one_direction_before(case: Case) -> list[Weight] | None:
    return case.declared(case.half, case.units)


def flatten_first(case: Case) -> list[Weight] | None:
    return case.declared(flattened(case), case.units) if is_dense(case) else None


def same_input_in_all_layers(case: Case) -> list[Weight] | None:
    """PyTorch's stack as so many equal layers, each of them on the first input."""
    if not is_stack(case):
        return None
    return [
        weight._replace(shape=(weight.shape[0], case.features)) if weight.name.startswith("weight_ih") else weight
        for weight in case.weights
    ]


MISTAKES = (
    Mistake("features and units swapped", swapped, SHAPES),
    Mistake("timesteps used as features", timesteps_as_features, SHAPES),
    Mistake("timesteps used as units", timesteps_as_units, SHAPES),
    Mistake("units used as features", units_as_features, STACKS),
    Mistake("input of the layer before", features_of_the_layer_before, STACKS),
    Mistake("one direction of the layer before", one_direction_before, DIALECTS),
    Mistake("Dense after a sequence flattened", flatten_first, TIME),
    Mistake("every layer on the first input", same_input_in_all_layers, STACKS),
)
