"""A model as a list of calls: which layer is called on which values, and which of the weights are its own.

A model inside a model is written out, so that the list has only layers in it. A shared layer stands in it as often as
it is called, each time with the same weights. Forward goes down the list, gradients come up it.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from lstmlesson.layers import GRU, LSTM, RNN, Bidirectional, Input, SimpleRNN
from lstmlesson.models import Model, Sequential

WITH_A_MEMORY = (LSTM, GRU, SimpleRNN, RNN, Bidirectional)


class Call(NamedTuple):
    """One call of a layer. Values are numbered: those it takes, its initial states where the model names them, those
    it gives.

    arrays: its own among the model's weights. states: how many states it begins with and ends with, where they come
    from outside.
    """

    layer: Any
    takes: list[int]
    begins_with: list[int]
    gives: list[int]
    arrays: slice
    states: int


class Plan(NamedTuple):
    """The calls of a model, the numbers of its inputs and outputs, and how many values there are in all."""

    calls: list[Call]
    inputs: list[int]
    outputs: list[int]
    values: int
    gives_several: bool


def plan(model: Model, shape: Any = None) -> Plan:
    """The plan of a model. shape: that of one sample, for a chain that has not seen its input.

    >>> from lstmlesson import LSTM, Dense
    >>> made = plan(Sequential([Input((4, 3)), LSTM(2), Dense(1)]))
    >>> [(type(call.layer).__name__, call.takes, call.gives, call.arrays) for call in made.calls]
    [('LSTM', [0], [1], slice(0, 3, None)), ('Dense', [1], [2], slice(3, 5, None))]
    """
    model = built(model, shape)
    own, at = {}, 0
    for layer, seen in holders(model, None):
        number = len(layer.declare(seen))
        own[id(layer)] = slice(at, at + number)
        at += number
    inputs = list(range(len(model.graph.inputs)))
    calls: list[Call] = []
    outputs, values = _write_calls(model, inputs, len(inputs), own, calls)
    return Plan(calls, inputs, outputs, values, bool(model.__dict__["gives_several"]))


def _write_calls(
    model: Model, inputs: list[int], values: int, own: dict[int, slice], calls: list[Call]
) -> tuple[list[int], int]:
    """Add a model's calls to a list; the numbers of its outputs, and how many values there are now."""
    number = {id(tensor): value for tensor, value in zip(model.graph.inputs, inputs, strict=True)}
    for node in model.graph.nodes:
        if not node.inputs:
            continue
        takes, layer = [number[id(tensor)] for tensor in node.inputs], node.layer
        if isinstance(layer, Model):
            gives, values = _write_calls(layer, takes, values, own, calls)
        else:
            gives = list(range(values, values + len(node.outputs)))
            values += len(gives)
            first = len(takes) if layer.takes_several else 1
            states = 0 if takes[first:] else states_of(layer)
            calls.append(Call(layer, takes[:first], takes[first:], gives, own[id(layer)], states))
        number.update((id(tensor), value) for tensor, value in zip(node.outputs, gives, strict=True))
    return [number[id(tensor)] for tensor in model.graph.outputs], values


def states_of(layer: Any) -> int:
    """How many states a layer hands from step to step; 0 for one without a memory."""
    return len(layer.state_shapes(())) if type(layer) in WITH_A_MEMORY else 0


def built(model: Model, shape: Any) -> Model:
    """The model itself, or the same chain on an input of a shape where it has not seen one."""
    unbuilt = isinstance(model, Sequential) and model.start is None and shape is not None
    return Sequential([Input(shape), *model.layers]) if unbuilt else model


def holders(layer: Any, shape: Any, met: set[int] | None = None) -> Iterator[tuple[Any, Any]]:
    """The layers that hold weights, each once and with the shape that it sees, in the order of the model's arrays."""
    if not isinstance(layer, Model):
        yield layer, shape
        return
    met = set() if met is None else met
    model = built(layer, shape)
    shapes = model.graph.shapes([tensor.shape[1:] for tensor in model.graph.inputs])
    for one in model.layers:
        node = model.graph.calls_of(one)[0]
        if id(one) not in met and node.inputs:
            met.add(id(one))
            yield from holders(one, model.graph.seen(node, shapes), met)
