"""A copy of a model: layers of its own with the same arguments and names, called on each other in the same way."""

import copy
from typing import Any

from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Node
from lstmlesson.models.model import Model
from lstmlesson.models.sequential import Sequential

# What a layer keeps of its use in a model, and of the runs of its call.
_OF_ITS_USE = ("_standing_in", "_recordings")


def copied(model: Model) -> Model:
    """A model with the same layers, each copied once; `copied_from` says of which.

    >>> from lstmlesson import Input, LSTM
    >>> model = Sequential([Input((3, 1)), LSTM(2)])
    >>> twin = copied(model)
    >>> twin.count(), twin.layers[0] is model.layers[0]
    (32, False)
    """
    twin = _chain(model) if isinstance(model, Sequential) else _graph(model)
    twin.__dict__.update(trainable=model.trainable, _trains=model._trains, copied_from=model)
    twin.values.update(name=model.values["name"], trainable=model.values["trainable"])
    return twin


def _chain(model: Sequential) -> Sequential:
    fresh: dict[int, Any] = {}
    twin = Sequential()
    if model.start is not None:
        twin.add(_fresh(model.start.node.layer, fresh))
    for layer in model.chain:
        twin.add(_fresh(layer, fresh))
    return twin


def _graph(model: Model) -> Model:
    fresh: dict[int, Any] = {}
    tensors: dict[int, Any] = {}
    for node in model.graph.nodes_with_masks:
        inputs, masks = (tuple(tensors[id(one)] for one in several) for several in (node.inputs, node.masks))
        twin = Node(_fresh(node.layer, fresh), inputs, [one.shape for one in node.outputs], masks)
        tensors.update((id(old), new) for old, new in zip(node.outputs, twin.outputs, strict=True))
    starts, ends = ([tensors[id(one)] for one in several] for several in (model.inputs, model.outputs))
    names = model.__dict__.get("output_names")
    outputs = dict(zip(names, ends, strict=True)) if names else ends if model.gives_several else ends[0]
    return Model(starts if model.takes_several else starts[0], outputs)


def _fresh(layer: Any, fresh: dict[int, Any]) -> Any:
    """The copy of a layer, and of the layers inside it; each is made once."""
    if id(layer) not in fresh:
        fresh[id(layer)] = copied(layer) if isinstance(layer, Model) else _layer(layer, fresh)
    return fresh[id(layer)]


def _layer(layer: Layer, fresh: dict[int, Any]) -> Layer:
    twin = copy.copy(layer)
    kept = {name: value for name, value in layer.__dict__.items() if name not in _OF_ITS_USE}
    twin.__dict__.clear()
    twin.__dict__.update(_inside(kept | {"calls": []}, fresh))
    return twin


def _inside(value: Any, fresh: dict[int, Any]) -> Any:
    """The same value with copies in place of layers."""
    if isinstance(value, Layer):
        return _fresh(value, fresh)
    if type(value) in (list, tuple):
        return type(value)(_inside(one, fresh) for one in value)
    if type(value) is dict:
        return {name: _inside(one, fresh) for name, one in value.items()}
    return value
