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
    Mistake(
        "features and units swapped",
        swapped,
        SHAPES,
        "I took the number of features for the units, and the number of units for the features.",
        "Which number says how much comes in at each timestep, and which says how long the output is?",
        "{features} features come in and the layer has {units} units, not the other way round: {right}.",
    ),
    Mistake(
        "timesteps used as features",
        timesteps_as_features,
        SHAPES,
        "I took the number of timesteps for the number of features.",
        "In the input shape, which number stands for the timesteps, and which for the features?",
        "The shape is (timesteps, features): {timesteps} timesteps of {features} features. {right}.",
    ),
    Mistake(
        "timesteps used as units",
        timesteps_as_units,
        SHAPES,
        "I gave the layer one unit for each timestep.",
        "Is a unit a moment in time, or a place in the output?",
        "The layer has {units} units, whatever the {timesteps} timesteps are: {right}.",
    ),
    Mistake(
        "units used as features",
        units_as_features,
        STACKS,
        "I counted as if the layer read as many features as it has units.",
        "How many features does the layer before hand over, and is that the number of units here?",
        "What comes in has {features} features; the {units} units are what goes out: {right}.",
    ),
    Mistake(
        "input of the layer before",
        features_of_the_layer_before,
        STACKS,
        "I counted with the features that the layer before reads.",
        "What does this layer read: what the layer before was given, or what it gives?",
        "This layer reads what the one before gives, {features} features, and not the {before} that it was given: "
        "{right}.",
    ),
    Mistake(
        "one direction of the layer before",
        one_direction_before,
        DIALECTS,
        "I counted as if the layer before gave the output of one direction.",
        "When both directions are laid side by side, how many features come out?",
        "Both directions give {half} features each, so {features} come in here: {right}.",
    ),
    Mistake(
        "Dense after a sequence flattened",
        flatten_first,
        TIME,
        "I put all timesteps side by side and connected each to each unit.",
        "Does a dense layer mix the timesteps, or does it see the last axis only?",
        "A dense layer sees the last axis, {features} features, at one timestep at a time: {right}.",
    ),
    Mistake(
        "every layer on the first input",
        same_input_in_all_layers,
        STACKS,
        "I counted one layer and multiplied.",
        "What does a layer above the first one read?",
        "A layer above the first one reads what the layer below gives, not the {features} features: {right}.",
    ),
)
