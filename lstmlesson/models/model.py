"""`Model`: all calls of layers that lead from inputs to outputs."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Self

from lstmlesson.law.declaration import Declaration, in_part
from lstmlesson.law.sizes import Size, same
from lstmlesson.law.weights import Weight
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape, Tensor, read_axes, written
from lstmlesson.models.graph import Graph
from lstmlesson.models.layer_names import check_unique, class_name, names
from lstmlesson.models.text_table import Row, row, summary
from lstmlesson.models.training_calls import TrainingCalls


class Model(TrainingCalls, Layer):
    """A model from tensors to tensors. Its count is the sum over its layers, each layer once, however often it is used.

    inputs, outputs: a tensor or a list of them; each output must come from the inputs.
    Raises: TypeError for what is no tensor, ValueError where an output does not come from the inputs.
    Source: keras.Model of Keras 3.15.1.

    >>> from lstmlesson import Input, LSTM, Model
    >>> inputs = Input((3, 1))
    >>> Model(inputs, LSTM(2)(inputs)).count()                # 4(1·2 + 2·2 + 2)
    32
    """

    graph: Graph

    def __init__(
        self, inputs: Any = None, outputs: Any = None, name: Any = None, trainable: Any = True, **old: Any
    ) -> None:
        if old:
            raise TypeError(self._about_old(old))
        super().__init__(name=name, trainable=trainable)
        starts, ends = self._tensors_of(inputs, "inputs"), self._tensors_of(outputs, "outputs")
        self._take(Graph(starts, ends), isinstance(outputs, list | tuple | dict))
        check_unique(self.layers)

    def _about_old(self, old: dict[str, Any]) -> str:
        if set(old) <= {"input", "output"}:
            return f"{', '.join(f'{name}=' for name in old)} is Keras 1; write Model(inputs=…, outputs=…)"
        return f"{type(self).__name__} has no argument {', '.join(old)}; it has inputs, outputs, name, trainable"

    def _tensors_of(self, given: Any, field: str) -> list[Tensor]:
        tensors = list(given.values()) if isinstance(given, dict) else given
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
    def layers(self) -> list[Layer]:
        """The layers in Keras' order, each once."""
        return list(self.graph.layers)

    @property
    def inner(self) -> tuple[Layer, ...]:
        return tuple(one for layer in self.layers for one in (*layer.inner, layer))

    @property
    def takes_several(self) -> bool:  # type: ignore[override]
        return len(self.graph.inputs) > 1

    # As a layer: what it has, on which input.

    def _inputs(self) -> Any:
        """The input shapes that the model was made for, without the batch."""
        shapes = [tensor.sample for tensor in self.graph.inputs]
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
                raise TypeError(
                    f"{kind}: input shape {input_shape!r}; expected a list of {len(self.graph.inputs)} shapes"
                )
            shape: Any = [read_axes(one, kind) for one in input_shape]
        else:
            shape = read_axes(input_shape, kind)
        self.meet(shape)
        return shape

    def accept(self, shape: Any, batch: Size | None) -> None:
        self.meet(shape)

    def meet(self, shape: Any) -> None:
        expected = [tensor.sample for tensor in self.graph.inputs]
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
            for owner, path, weights in self._on(shape)._owners(shape, set())
            for weight in in_part(path, owner.freeze(weights))
        ]

    def _on(self, shape: Any) -> "Model":
        """The model that has seen its input; a chain that has not is given this one."""
        return self

    def _owners(self, shape: Any, met: set[int]) -> Iterator[tuple[Layer, str, list[Weight]]]:
        """Each layer that holds weights, however deep it lies, once: the layer, the path to it, its weights."""
        called, shapes = self.names(), self._shapes(shape)
        for layer in self.layers:
            node = self.graph.calls_of(layer)[0]
            if id(layer) in met or not node.inputs:
                continue
            met.add(id(layer))
            name, seen = called[id(layer)], self.graph.seen(node, shapes)
            if isinstance(layer, Model):
                for owner, path, weights in layer._on(seen)._owners(seen, met):
                    yield owner, f"{name}/{path}", layer.freeze(weights)
            else:
                yield layer, name, layer.declare(seen)

    def result(self, shape: Any) -> Shape | list[Shape]:
        model = self._on(shape)
        shapes = model._shapes(shape)
        results = [shapes[id(tensor)] for tensor in model.graph.outputs]
        return results if self.__dict__["gives_several"] else results[0]

    def output_shape(self, input_shape: Any = None) -> Shape | list[Shape]:
        """The shape of one sample after the model, without the batch."""
        return super().output_shape(input_shape)

    # As a table.

    def names(self) -> dict[int, str]:
        """The name of each layer, by identity, as in a fresh Keras run."""
        return names([*self.layers, self])

    def get_layer(self, name: str) -> Layer:
        """The layer with a name."""
        called = {self.names()[id(layer)]: layer for layer in self.layers}
        if name not in called:
            raise ValueError(f"no layer is named {name!r}; there are {', '.join(called)}")
        return called[name]

    def count_params(self) -> Size:
        """What Keras calls the count."""
        return self.count()

    def rows(self) -> list[Row]:
        """One row for each layer: name, class, output shape with the batch, count, trainable count, arithmetic."""
        called = self.names()
        return [row(self.graph, layer, self.freeze, called) for layer in self.layers]

    def summary(self, print_fn: Any = None) -> None:
        """Print Keras 3's table with one more column: the arithmetic that makes each number."""
        (print_fn or print)(self.summary_text())

    def summary_text(self) -> str:
        """The table that `summary` prints."""
        total, trainable = self.count(), self.trainable_count()
        return summary(self.names()[id(self)], self.rows(), total, trainable, not self.graph.is_a_chain())


def _fits(given: Shape, expected: Shape) -> bool:
    """Whether a shape can go where another was expected: equal sizes, and None where a length is open."""
    return len(given) == len(expected) and all(
        ours is None or theirs is None or same(ours, theirs) for ours, theirs in zip(given, expected, strict=True)
    )
