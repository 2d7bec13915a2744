"""`Model`: all calls of layers that lead from inputs to outputs."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, Self

from lstmlesson.law import weights as law
from lstmlesson.law.declaration import Declaration, in_part
from lstmlesson.law.sizes import Count, Size, same
from lstmlesson.law.weights import Weight
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape, Tensor, read_axes, written
from lstmlesson.models.graph import Graph
from lstmlesson.models.layer_names import check_unique, class_name
from lstmlesson.models.training_calls import TrainingCalls
from lstmlesson.models.used_model import UsedModel


class Model(TrainingCalls, UsedModel):
    """A model from tensors to tensors. Its count is the sum over its layers, each layer once, however often it is used.

    inputs, outputs: a tensor or a list of them; each output must come from the inputs.
    Raises: TypeError for what is no tensor, ValueError where an output does not come from the inputs.
    Source: keras.Model of Keras 3.15.1.

    >>> from lstmlesson import Input, LSTM, Model
    >>> inputs = Input((3, 1))
    >>> Model(inputs, LSTM(2)(inputs)).count()                # 4(1·2 + 2·2 + 2)
    32
    """

    def __init__(
        self, inputs: Any = None, outputs: Any = None, name: Any = None, trainable: Any = True, **old: Any
    ) -> None:
        if old:
            raise TypeError(self._about_old(old))
        super().__init__(name=name, trainable=trainable)
        if inputs is None and outputs is None and self.is_followed:
            return  # a class of the learner's own, whose call says what it does
        starts, ends = self._tensors_of(inputs, "inputs"), self._tensors_of(outputs, "outputs")
        self.__dict__["output_names"] = sorted(outputs) if isinstance(outputs, dict) else None
        self._take(Graph(starts, ends), isinstance(outputs, list | tuple | dict) and len(ends) > 1)
        check_unique(self.layers)
        if self.is_followed:
            from lstmlesson.models.own_models import become_functional

            become_functional(self)

    def _about_old(self, old: dict[str, Any]) -> str:
        if set(old) <= {"input", "output"}:
            return f"{', '.join(f'{name}=' for name in old)} is Keras 1; write Model(inputs=…, outputs=…)"
        return f"{type(self).__name__} has no argument {', '.join(old)}; it has inputs, outputs, name, trainable"

    def _tensors_of(self, given: Any, field: str) -> list[Tensor]:
        # Keras sorts by key: tensors in a dict have the order of their names.
        tensors = [given[name] for name in sorted(given)] if isinstance(given, dict) else given
        tensors = list(tensors) if isinstance(tensors, list | tuple) else [tensors]
        for tensor in tensors:
            if not isinstance(tensor, Tensor):
                raise TypeError(
                    f"Model: {field}={tensor!r}; expected what Input(…) or a layer returned, or a list of it"
                )
        if not tensors:
            raise ValueError(f"Model: {field}={given!r} is empty; expected at least one tensor")
        return tensors

    def _take(self, graph: Graph, several: bool) -> None:
        graph.weights_agree({id(tensor): tensor.sample for node in graph.nodes for tensor in node.outputs})
        self.__dict__.update(graph=graph, gives_several=several)
        for layer in graph.layers:
            layer.__dict__["_standing_in"] = self

    def replace(self, **changes: Any) -> Self:
        """Refused: a model is made of layers, not of arguments."""
        raise TypeError(f"{self!r} is made of layers; expected the layers written again, with other sizes")

    def replace_all(self, changes: Callable[[Declaration], Mapping[str, Any]]) -> Self:
        """The model itself: its layers keep their sizes, since each must fit the one before."""
        return self

    def __repr__(self) -> str:
        many = len(self.layers)
        return f"<{class_name(self)} of {many} {'layer' if many == 1 else 'layers'}>"

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = object.__hash__

    @property
    def inner(self) -> tuple[Layer, ...]:
        return tuple(one for layer in self.graph.layers_and_masks for one in (*layer.inner, layer))

    @property
    def takes_several(self) -> bool:  # type: ignore[override]
        return len(self.inputs) > 1

    # As a layer: what it has, on which input.

    def _inputs(self) -> Any:
        """The input shapes that the model was made for, without the batch."""
        shapes = [tensor.sample for tensor in self.inputs]
        return shapes if self.takes_several else shapes[0]

    def read(self, input_shape: Any) -> Any:
        """The model knows its input; a shape that is given all the same must agree with it."""
        if input_shape is None:
            return self._inputs()
        kind = class_name(self)
        if self.takes_several:
            if not isinstance(input_shape, list | tuple) or not all(
                isinstance(one, list | tuple) for one in input_shape
            ):
                raise TypeError(f"{kind}: input shape {input_shape!r}; expected a list of {len(self.inputs)} shapes")
            shape: Any = [read_axes(one, kind) for one in input_shape]
        else:
            shape = read_axes(input_shape, kind)
        self.meet(shape)
        return shape

    def accept(self, shape: Any, batch: Size | None) -> None:
        self.meet(shape)

    def meet(self, shape: Any) -> None:
        expected = [tensor.sample for tensor in self.inputs]
        given = shape if isinstance(shape, list) else [shape]
        fits = len(given) == len(expected) and all(map(_fits, given, expected))
        if not fits:
            raise ValueError(
                f"{class_name(self)}: input shape {', '.join(map(written, given))}; it was made for "
                f"{', '.join(map(written, expected))}, the batch left out, so expected that"
            )

    def _shapes(self, shape: Any) -> dict[int, Shape]:
        return self.graph.shapes(shape if isinstance(shape, list) else [shape])

    def declare(self, shape: Any) -> list[Weight]:
        return [
            weight
            for owner, path, weights in self._on(shape).owners(shape, set())
            for weight in in_part(path, owner.freeze(weights))
        ]

    def _on(self, shape: Any) -> "Model":
        """The model that has seen its input; a chain that has not is given this one."""
        return self

    def owners(self, shape: Any, met: set[int]) -> Iterator[tuple[Any, str, list[Weight]]]:
        """Each layer that holds weights, however deep it lies, once: the layer, the path to it, its weights."""
        called = self._on(shape).names()
        for layer, seen in self._first_calls(shape, met):
            for owner, path, weights in layer.owners(seen, met):
                yield owner, f"{called[id(layer)]}/{path}".rstrip("/"), weights

    def _first_calls(self, shape: Any, met: set[int]) -> Iterator[tuple[Any, Any]]:
        """The layers that are met here for the first time, each with the shape that it sees first."""
        model = self._on(shape)
        shapes = model._shapes(shape)
        for layer in model.layers:
            node = model.graph.calls_of(layer)[0]
            if id(layer) not in met and node.inputs:
                met.add(id(layer))
                yield layer, model.graph.seen(node, shapes)

    def _held(self, shape: Any, met: set[int]) -> Iterator[list[Weight]]:
        """The weights of each layer, however deep it lies, once; counting them needs no names."""
        for layer, seen in self._first_calls(shape, met):
            if isinstance(layer, Model):
                yield from layer._held(seen, met)
            else:
                for _, _, weights in layer.owners(seen, met):
                    yield weights

    def count(self, input_shape: Any = None) -> Count:
        """How many numbers the model holds, trained or not; each layer once, however often it is used."""
        return law.count(chain.from_iterable(self._held(self.read(input_shape), set())))

    def freeze(self, weights: list[Weight]) -> list[Weight]:
        """Keras 3.15.1 leaves the layers of a model trained that stands inside another with trainable=False."""
        return weights

    def trainable_count(self, input_shape: Any = None) -> Count:
        """How many of its numbers training changes: none where the model itself says trainable=False."""
        return super().trainable_count(input_shape) if self.trainable else 0

    def result(self, shape: Any) -> Shape | list[Shape]:
        model = self._on(shape)
        shapes = model._shapes(shape)
        results = [shapes[id(tensor)] for tensor in model.graph.outputs]
        return results if self.__dict__["gives_several"] else results[0]

    # What it was made for.

    @property
    def built_on(self) -> Any:
        return self._inputs() if self.built else None

    def count_params(self) -> Count:
        """What Keras calls the count."""
        return self.count()

    @classmethod
    def methods_of_own_classes(cls) -> dict[str, Any]:
        from lstmlesson.models.own_models import METHODS

        return METHODS


def _fits(given: Shape, expected: Shape) -> bool:
    """Whether a shape can go where another was expected: equal sizes, and None where a length is open."""
    return len(given) == len(expected) and all(
        ours is None or theirs is None or same(ours, theirs) for ours, theirs in zip(given, expected, strict=True)
    )
