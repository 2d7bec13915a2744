"""Backward: the one table that says which program takes which layer's gradients back, and how a model composes them.

It has the same entries as the table in `numeric.forward`; a test compares them. A program takes a layer, what its
forward run kept, and the gradients of its output and of its last states; None stands for zeros.
"""

from typing import Any

import numpy as np

from lstmlesson import layers, models, pytorch
from lstmlesson.numeric.families import feedforward_backward as feedforward
from lstmlesson.numeric.families import recurrent_backward as recurrent
from lstmlesson.numeric.families.forward import EachStep, Walked
from lstmlesson.numeric.families.pulled import Pulled
from lstmlesson.numeric.plans import Plan


def backward(layer: Any, kept: Any, output: Any, states: list[Any]) -> Pulled:
    """The gradients of a layer, a model or a plan, from those of its output and of its last states."""
    return BACKWARD[type(layer)](layer, kept, output, states)


def time_distributed(layer: Any, kept: EachStep, output: Any, states: list[Any]) -> Pulled:
    """The inner layer on each timestep; its weights hear from all of them."""
    pulled = backward(layer.layer, kept.kept, output.reshape(-1, *output.shape[2:]), [])
    x = None if pulled.x is None else pulled.x.reshape(*kept.timesteps, *pulled.x.shape[1:])
    return Pulled(pulled.weights, x, [])


def through_plan(model: Any, kept: Walked, output: Any, states: list[Any]) -> Pulled:
    """The calls of a model from the last to the first.

    A value that several calls took hears from each of them, and so do the weights of a layer that was called twice.
    """
    made, weights = kept.plan, [np.zeros_like(array) for array in kept.weights]
    values: list[Any] = [None] * made.values
    _hear(values, made.outputs, output if made.gives_several else [output])
    ends, begins = list(states), list[Any]()
    for call, own in zip(reversed(made.calls), reversed(kept.kept), strict=True):
        outside = [ends.pop() for _ in range(call.states)][::-1]
        pulled = _through_call(call, own, values, outside)
        if pulled is None:
            begins[:0] = [None] * call.states
            continue
        for array, gradient in zip(weights[call.arrays], pulled.weights, strict=True):
            array += gradient
        _hear(values, call.takes, pulled.x if isinstance(pulled.x, list) else [pulled.x])
        _hear(values, call.begins_with, pulled.states if call.begins_with else [])
        begins[:0] = pulled.states if call.states else []
    x = [values[at] for at in made.inputs]
    return Pulled(weights, x if len(x) > 1 else x[0], begins)


def _through_call(call: Any, kept: Any, values: list[Any], outside: list[Any]) -> Pulled | None:
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
    return backward(call.layer, kept, given[:number] if number > 1 else given[0], states)


def _number_of_outputs(layer: Any) -> int:
    return 2 if isinstance(layer, layers.Bidirectional) and layer.merge_mode is None else 1


def _hear(values: list[Any], places: list[int], gradients: list[Any]) -> None:
    """Add gradients to those that are there already."""
    for place, gradient in zip(places, gradients, strict=True):
        values[place] = _both(values[place], gradient)


def _both(first: Any, second: Any) -> Any:
    if first is None or second is None:
        return second if first is None else first
    return first + second


BACKWARD: dict[type, Any] = {
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
    pytorch.LSTM: recurrent.module,
    pytorch.GRU: recurrent.module,
    pytorch.RNN: recurrent.module,
    pytorch.Linear: feedforward.linear,
    pytorch.Embedding: feedforward.embedding,
    models.Model: through_plan,
    models.Sequential: through_plan,
    Plan: through_plan,
}
