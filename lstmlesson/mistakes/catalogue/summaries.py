"""Mistakes about the rows and totals of a summary: what is trained, what only passes, what the optimizer keeps."""

from lstmlesson.law.weights import Weight, trainable
from lstmlesson.mistakes.cases import Case
from lstmlesson.mistakes.catalogue.kinds import is_torch
from lstmlesson.mistakes.record import SUMMARY, Mistake


def trained_only(case: Case) -> list[Weight] | None:
    trained = trainable(case.weights)
    return None if len(trained) == len(case.weights) else trained


def with_masks(case: Case) -> list[Weight] | None:
    """A number for each place that dropout may set to zero."""
    masks = [Weight("mask", (case.features,))] * _drops(case, "dropout", "rate")
    masks += [Weight("recurrent mask", (case.units,))] * _drops(case, "recurrent_dropout")
    return [*case.weights, *masks] if masks and None not in (masks[0].shape[0], masks[-1].shape[0]) else None


def _drops(case: Case, *names: str) -> bool:
    return not is_torch(case) and any(case.thing.values.get(name) for name in names)


def as_dense(case: Case) -> list[Weight] | None:
    """A layer without weights, counted as if it were dense."""
    if case.weights or case.features is None:
        return None
    return [Weight("kernel", (case.features, case.features)), Weight("bias", (case.features,))]


def with_optimizer(case: Case) -> list[Weight] | None:
    """Adam keeps two numbers for each trained one, its step and its learning rate. Source: Keras 3.15.1, after fit."""
    trained = trainable(case.weights)
    more = [weight._replace(name=f"{weight.name}_{kept}") for weight in trained for kept in ("momentum", "velocity")]
    return [*case.weights, *more, Weight("iteration", ()), Weight("learning_rate", ())] if trained else None


def nothing(case: Case) -> list[Weight] | None:
    return [] if case.weights else None


MISTAKES = (
    Mistake("frozen weights left out", trained_only, SUMMARY),
    Mistake("dropout counted", with_masks, SUMMARY),
    Mistake("a layer without weights counted as dense", as_dense, SUMMARY),
)

# Made about a model as a whole.
ABOUT_A_MODEL = (Mistake("optimizer counted", with_optimizer, SUMMARY),)

# Made about one layer of a model.
ABOUT_ONE_LAYER = (Mistake("layer left out", nothing, SUMMARY),)
