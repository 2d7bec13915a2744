"""Where mistakes can be made: in one layer, or in each layer of a model, with what stands before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lstmlesson.law.declaration import Declaration
from lstmlesson.law.sizes import Size
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Node
from lstmlesson.layers.own.recording import recording_of
from lstmlesson.layers.wrappers import Bidirectional
from lstmlesson.mistakes.cases import Case, case_of, units_of
from lstmlesson.models.model import Model
from lstmlesson.pytorch.foundation.module import Module


@dataclass(frozen=True)
class Place:
    """A layer's case and its name in the model; the name is empty where the layer stands alone."""

    where: str
    case: Case

    @cached_property
    def count(self) -> int:
        """The right count of this layer."""
        return self.case.count

    @cached_property
    def letters(self) -> Case:
        """The same case with letters for its sizes."""
        return self.case.in_letters()

    @cached_property
    def formula(self) -> Size:
        """The right count in letters."""
        return self.letters.count


def places(thing: Declaration, input_shape: Any = None, batch: Size | None = None) -> list[Place]:
    """The one place of a layer, or a place for each layer of a model, however deep it lies.

    >>> from lstmlesson import Dense, Input, LSTM, Sequential
    >>> [place.where for place in places(Sequential([Input((5, 3)), LSTM(2), Dense(1)]))]
    ['lstm', 'dense']
    """
    if isinstance(thing, Model):
        return list(_inside(_on(thing, input_shape), batch))
    if isinstance(thing, Module) and has_parts(thing):
        held = thing.named_modules()
        return [Place(name, case_of(one)) for name, one in held if isinstance(one, Declaration) and one.weights()]
    return [Place("", case_of(thing, input_shape, batch))]


def has_parts(thing: Any) -> bool:
    """Whether a thing is made of layers: a model, or a module of PyTorch that is made of modules."""
    return isinstance(thing, Model) or (isinstance(thing, Module) and not isinstance(thing, Declaration))


def _on(model: Model, input_shape: Any) -> Model:
    """The model, on the input that it was made for or, where it has seen none, on this one."""
    return model if input_shape is None else model._on(model.read(input_shape))


def _inside(model: Model, batch: Size | None) -> Iterator[Place]:
    called = model.names()
    if model.is_followed:  # a learner's class: its layers, each on what it saw
        used = recording_of(model, model.built_on).used
        yield from (Place(called[id(one)], case_of(one, on, batch)) for one, on in used if isinstance(on, tuple))
        return
    for layer in model.layers:
        nodes = model.graph.calls_of(layer)
        if isinstance(layer, Model):
            for place in _inside(layer, batch):
                yield Place(f"{called[id(layer)]}/{place.where}", place.case)
        elif nodes[0].inputs and not layer.takes_several:
            yield Place(called[id(layer)], _case(layer, nodes, batch))


def _case(layer: Layer, nodes: list[Node], batch: Size | None) -> Case:
    tensor = nodes[0].inputs[0]
    case = case_of(layer, tensor.sample, batch or tensor.shape[0])
    before, half = _before(nodes[0])
    return case._replace(before=before, half=half, uses=len(nodes))


def _before(node: Node) -> tuple[Size | None, Size | None]:
    """The features that the nearest layer before sees, and those that each direction of it gives, where it has two.

    A layer between them that changes no features, such as Dropout, is passed by.
    """
    tensor = node.inputs[0]
    while tensor.node.inputs and not _changes_features(tensor.node):
        tensor = tensor.node.inputs[0]
    layer = tensor.node.layer
    if not tensor.node.inputs or not tensor.node.inputs[0].sample:
        return None, None
    both = isinstance(layer, Bidirectional) and layer.merge_mode == "concat"
    return tensor.node.inputs[0].sample[-1], units_of(layer) if both else None


def _changes_features(node: Node) -> bool:
    """Whether a layer has weights, or gives other features than it sees."""
    given, seen = node.outputs[0].sample[-1:], node.inputs[0].sample[-1:]
    return given != seen or isinstance(node.layer, Bidirectional) or units_of(node.layer) is not None
