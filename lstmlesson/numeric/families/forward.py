"""Forward: the one table that says which program runs which layer, and how a model composes them.

Each program takes a layer, its weights, its input and a setting, and returns what it passed on. `training` has the
same table for the way back.
"""

from typing import Any, NamedTuple

from lstmlesson import layers, models, pytorch
from lstmlesson.numeric.families import feedforward_layers as feedforward
from lstmlesson.numeric.families import pytorch_modules as modules
from lstmlesson.numeric.families import recurrent_layers as recurrent
from lstmlesson.numeric.families.context import Passed, Setting
from lstmlesson.numeric.plans import Plan, built, plan


def forward(layer: Any, weights: list[Any], x: Any, setting: Setting) -> Passed:
    """Run a layer, a model or a plan on arrays that have been checked.

    Raises: ValueError for a layer that this room does not run.
    """
    if type(layer) not in FORWARD:
        runs = ", ".join(sorted({kind.__name__ for kind in FORWARD} - {"Plan"}))
        raise ValueError(f"{type(layer).__name__} is counted here and not run; expected one of {runs}")
    return FORWARD[type(layer)](layer, weights, x, setting)


class EachStep(NamedTuple):
    """What a TimeDistributed leaves for the way back: what its inner layer left, and the shapes around it."""

    kept: Any
    timesteps: tuple[int, ...]


def time_distributed(layer: layers.TimeDistributed, weights: list[Any], x: Any, setting: Setting) -> Passed:
    """The inner layer on each timestep: (batch, timesteps, …) is given to it as (batch·timesteps, …)."""
    front = x.shape[:2]
    passed = forward(layer.layer, weights, x.reshape(-1, *x.shape[2:]), setting._replace(mask=None, states=None))
    output = passed.output.reshape(*front, *passed.output.shape[1:])
    return Passed(output, [], setting.mask, EachStep(passed.kept, front))


class Walked(NamedTuple):
    """What a model leaves for the way back: its plan, its weights, and what each call left."""

    plan: Plan
    weights: list[Any]
    kept: list[Any]


def through_model(model: Any, weights: list[Any], x: Any, setting: Setting) -> Passed:
    """A model on its input, or on a list of inputs."""
    shape = None if model.takes_several else x.shape[1:]
    return through_plan(plan(built(model, shape)), weights, x, setting)


def through_plan(made: Plan, weights: list[Any], x: Any, setting: Setting) -> Passed:
    """The calls of a plan, one after the other. states: those of all recurrent calls, in their order."""
    values: list[Any] = [None] * made.values
    masks: list[Any] = [None] * made.values
    _put(made.inputs, values, x)
    _put(made.inputs, masks, setting.mask)
    outside, states, kept = iter(setting.states or ()), [], []
    for call in made.calls:
        begin = [values[at] for at in call.begins_with] or [next(outside, None) for _ in range(call.states)]
        inputs, given = [values[at] for at in call.takes], [masks[at] for at in call.takes]
        several = call.layer.takes_several
        own = setting._replace(mask=given if several else given[0], states=begin)
        passed = forward(call.layer, weights[call.arrays], inputs if several else inputs[0], own)
        kept.append(passed.kept)
        states += passed.states[: call.states]
        _put(call.gives, values, [*_several(passed.output), *passed.states])
        _put(call.gives, masks, passed.mask)
    output, mask = [values[at] for at in made.outputs], [masks[at] for at in made.outputs]
    if not made.gives_several:
        output, mask = output[0], mask[0]
    return Passed(output, states, mask, Walked(made, weights, kept))


def _several(output: Any) -> list[Any]:
    return output if isinstance(output, list) else [output]


def _put(places: list[int], into: list[Any], given: Any) -> None:
    """Put what was given, one thing or a list of them, at places; what is missing stays None."""
    for place, one in zip(places, _several(given), strict=False):
        into[place] = one


FORWARD: dict[type, Any] = {
    layers.LSTM: recurrent.recurrent,
    layers.GRU: recurrent.recurrent,
    layers.SimpleRNN: recurrent.recurrent,
    layers.RNN: recurrent.recurrent,
    layers.Bidirectional: recurrent.bidirectional,
    layers.TimeDistributed: time_distributed,
    layers.Dense: feedforward.dense,
    layers.Embedding: feedforward.embedding,
    layers.Dropout: feedforward.dropout,
    layers.Activation: feedforward.activate,
    layers.Flatten: feedforward.flatten,
    layers.RepeatVector: feedforward.repeat_vector,
    layers.Masking: feedforward.masking,
    layers.Concatenate: feedforward.concatenate,
    layers.Add: feedforward.add,
    pytorch.LSTM: modules.module,
    pytorch.GRU: modules.module,
    pytorch.RNN: modules.module,
    pytorch.Linear: feedforward.linear,
    pytorch.Embedding: feedforward.embedding,
    models.Model: through_model,
    models.Sequential: through_model,
    Plan: through_plan,
}
