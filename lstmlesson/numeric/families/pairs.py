"""Which program runs which layer, and which takes its gradients back: one table of pairs; and how models use it.

A program forward takes a layer, its weights, its input and a context, and returns a result. A program backward takes
the layer, the tape that the result carries, and the gradients of the output and of the last states; None stands for
zeros. How to run another layer: its two programs, side by side in a family's files, and its pair in PAIRS.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from lstmlesson import layers, models, pytorch
from lstmlesson.numeric.families import (
    feedforward_backward,
    feedforward_layers,
    pytorch_modules,
    recurrent_backward,
    recurrent_layers,
)
from lstmlesson.numeric.families.context import Context, LayerGradients, Result
from lstmlesson.numeric.plans import Plan, built, plan


class Pair(NamedTuple):
    """A layer's way forward and its way back."""

    forward: Callable[[Any, list[Any], Any, Context], Result]
    backward: Callable[[Any, Any, Any, list[Any]], LayerGradients]


def forward(layer: Any, weights: list[Any], x: Any, context: Context) -> Result:
    """Run a layer, a model or a plan on arrays that have been checked.

    Raises: ValueError for a layer that this room does not run.
    """
    if type(layer) not in PAIRS:
        runs = ", ".join(sorted({kind.__name__ for kind in PAIRS} - {"Plan"}))
        raise ValueError(f"{type(layer).__name__} is counted here and not run; expected one of {runs}")
    return PAIRS[type(layer)].forward(layer, weights, x, context)


def backward(layer: Any, tape: Any, output: Any, states: list[Any]) -> LayerGradients:
    """The gradients of a layer, a model or a plan, from those of its output and of its last states."""
    return PAIRS[type(layer)].backward(layer, tape, output, states)


class TimeDistributedTape(NamedTuple):
    """What a TimeDistributed leaves for the way back: what its inner layer left, and the shapes around it."""

    tape: Any
    timesteps: tuple[int, ...]


def time_distributed(layer: layers.TimeDistributed, weights: list[Any], x: Any, context: Context) -> Result:
    """The inner layer on each timestep: (batch, timesteps, …) is given to it as (batch·timesteps, …)."""
    front = x.shape[:2]
    result = forward(layer.layer, weights, x.reshape(-1, *x.shape[2:]), context._replace(mask=None, states=None))
    output = result.output.reshape(*front, *result.output.shape[1:])
    return Result(output, [], context.mask, TimeDistributedTape(result.tape, front))


def time_distributed_back(layer: Any, tape: TimeDistributedTape, output: Any, states: list[Any]) -> LayerGradients:
    """The inner layer on each timestep; its weights accumulate from all of them."""
    pulled = backward(layer.layer, tape.tape, output.reshape(-1, *output.shape[2:]), [])
    x = None if pulled.x is None else pulled.x.reshape(*tape.timesteps, *pulled.x.shape[1:])
    return LayerGradients(pulled.weights, x, [])


class ModelTape(NamedTuple):
    """What a model leaves for the way back: its plan, its weights, and what each call left."""

    plan: Plan
    weights: list[Any]
    tape: list[Any]


def through_model(model: Any, weights: list[Any], x: Any, context: Context) -> Result:
    """A model on its input, or on a list of inputs."""
    shape = None if model.takes_several else x.shape[1:]
    return through_plan(plan(built(model, shape)), weights, x, context)


def through_plan(made: Plan, weights: list[Any], x: Any, context: Context) -> Result:
    """The calls of a plan, one after the other. states: those of all recurrent calls, in their order."""
    values: list[Any] = [None] * made.values
    masks: list[Any] = [None] * made.values
    _put(made.inputs, values, x)
    _put(made.inputs, masks, context.mask)
    outside, states, tape = iter(context.states or ()), [], []
    for call in made.calls:
        begin = [values[at] for at in call.begins_with] or [next(outside, None) for _ in range(call.states)]
        inputs, given = [values[at] for at in call.takes], [masks[at] for at in call.takes]
        several = call.layer.takes_several
        own = context._replace(mask=given if several else given[0], states=begin)
        result = forward(call.layer, weights[call.arrays], inputs if several else inputs[0], own)
        tape.append(result.tape)
        states += result.states[: call.states]
        _put(call.gives, values, [*_several(result.output), *result.states])
        _put(call.gives, masks, result.mask)
    output, mask = [values[at] for at in made.outputs], [masks[at] for at in made.outputs]
    if not made.gives_several:
        output, mask = output[0], mask[0]
    return Result(output, states, mask, ModelTape(made, weights, tape))


def _several(output: Any) -> list[Any]:
    return output if isinstance(output, list) else [output]


def _put(places: list[int], into: list[Any], given: Any) -> None:
    """Put what was given, one thing or a list of them, at places; what is missing stays None."""
    for place, one in zip(places, _several(given), strict=False):
        into[place] = one


def back_through_plan(model: Any, tape: ModelTape, output: Any, states: list[Any]) -> LayerGradients:
    """The calls of a model from the last to the first.

    A value that several calls took hears from each of them, and so do the weights of a layer that was called twice.
    """
    made, weights = tape.plan, [np.zeros_like(array) for array in tape.weights]
    values: list[Any] = [None] * made.values
    _accumulate(values, made.outputs, output if made.gives_several else [output])
    ends, begins = list(states), list[Any]()
    for call, own in zip(reversed(made.calls), reversed(tape.tape), strict=True):
        outside = [ends.pop() for _ in range(call.states)][::-1]
        pulled = _through_call(call, own, values, outside)
        if pulled is None:
            begins[:0] = [None] * call.states
            continue
        for array, gradient in zip(weights[call.arrays], pulled.weights, strict=True):
            array += gradient
        _accumulate(values, call.takes, pulled.x if isinstance(pulled.x, list) else [pulled.x])
        _accumulate(values, call.begins_with, pulled.states if call.begins_with else [])
        begins[:0] = pulled.states if call.states else []
    x = [values[at] for at in made.inputs]
    return LayerGradients(weights, x if len(x) > 1 else x[0], begins)


def _through_call(call: Any, tape: Any, values: list[Any], outside: list[Any]) -> LayerGradients | None:
    """One call's gradients; None where nothing hangs on what it gave.

    Its output may be several values, and its last states values of the model too, beside going outside.
    """
    given = [values[at] for at in call.gives]
    number = _number_of_outputs(call.layer)
    states = list(outside) or [None] * max(len(call.begins_with), len(given) - number)
    for at, gradient in enumerate(given[number:]):
        states[at] = _both(states[at], gradient)
    if all(one is None for one in given[:number] + states):
        return None
    return backward(call.layer, tape, given[:number] if number > 1 else given[0], states)


def _number_of_outputs(layer: Any) -> int:
    return 2 if isinstance(layer, layers.Bidirectional) and layer.merge_mode is None else 1


def _accumulate(values: list[Any], places: list[int], gradients: list[Any]) -> None:
    """Add gradients to those that are there already."""
    for place, gradient in zip(places, gradients, strict=True):
        values[place] = _both(values[place], gradient)


def _both(first: Any, second: Any) -> Any:
    if first is None or second is None:
        return second if first is None else first
    return first + second


PAIRS: dict[type, Pair] = {
    layers.LSTM: Pair(recurrent_layers.recurrent, recurrent_backward.recurrent),
    layers.GRU: Pair(recurrent_layers.recurrent, recurrent_backward.recurrent),
    layers.SimpleRNN: Pair(recurrent_layers.recurrent, recurrent_backward.recurrent),
    layers.RNN: Pair(recurrent_layers.recurrent, recurrent_backward.recurrent),
    layers.Bidirectional: Pair(recurrent_layers.bidirectional, recurrent_backward.bidirectional),
    layers.TimeDistributed: Pair(time_distributed, time_distributed_back),
    layers.Dense: Pair(feedforward_layers.dense, feedforward_backward.dense),
    layers.Embedding: Pair(feedforward_layers.embedding, feedforward_backward.embedding),
    layers.Dropout: Pair(feedforward_layers.dropout, feedforward_backward.dropout),
    layers.Activation: Pair(feedforward_layers.activate, feedforward_backward.activate),
    layers.Flatten: Pair(feedforward_layers.flatten, feedforward_backward.flatten),
    layers.RepeatVector: Pair(feedforward_layers.repeat_vector, feedforward_backward.repeat_vector),
    layers.Masking: Pair(feedforward_layers.masking, feedforward_backward.masking),
    layers.Concatenate: Pair(feedforward_layers.concatenate, feedforward_backward.concatenate),
    layers.Add: Pair(feedforward_layers.add, feedforward_backward.add),
    pytorch.LSTM: Pair(pytorch_modules.module, recurrent_backward.module),
    pytorch.GRU: Pair(pytorch_modules.module, recurrent_backward.module),
    pytorch.RNN: Pair(pytorch_modules.module, recurrent_backward.module),
    pytorch.Linear: Pair(feedforward_layers.linear, feedforward_backward.linear),
    pytorch.Embedding: Pair(feedforward_layers.embedding, feedforward_backward.embedding),
    models.Model: Pair(through_model, back_through_plan),
    models.Sequential: Pair(through_model, back_through_plan),
    Plan: Pair(through_plan, back_through_plan),
}
