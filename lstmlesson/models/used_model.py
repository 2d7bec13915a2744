"""What Keras lets a program read on a model: its layers by name, its rows and table, its tensors and shapes."""

from typing import Any

from lstmlesson.law.drawn import Records
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.read_values import NoOutputShape, OutputShape, OutputShapes, value
from lstmlesson.layers.foundation.tensor import Tensor
from lstmlesson.models.graph import Graph
from lstmlesson.models.layer_names import names
from lstmlesson.models.text_table import Row, row, summary


class UsedModel(Layer):
    """The part of a model that a program reads after it has made it."""

    graph: Graph

    @property
    def layers(self) -> list[Layer]:
        """The layers in Keras' order, each once; operations such as x + y are not among them, as in Keras."""
        return [layer for layer in self.graph.layers if not layer.is_operation]

    # As a table.

    @property
    def class_name(self) -> str:
        name = type(self).__name__
        return "Functional" if name == "Model" else name

    @property
    def name(self) -> str:
        """The name that was given, or the one that Keras gives in a fresh run."""
        return self.names()[id(self)]

    def names(self) -> dict[int, str]:
        """The name of each layer, by identity, as in a fresh Keras run."""
        return names([*self.inner, self])

    def get_layer(self, name: str | None = None, index: int | None = None) -> Layer:
        """The layer with a name, or with a number in the order of `layers`."""
        if index is not None:
            if not -len(self.layers) <= index < len(self.layers):
                raise ValueError(f"get_layer: index={index}; expected 0 to {len(self.layers) - 1}")
            return self.layers[index]
        called = {self.names()[id(layer)]: layer for layer in self.layers}
        if name not in called:
            raise ValueError(f"no layer is named {name!r}; there are {', '.join(called)}")
        return called[name]

    def rows(self) -> list[Row]:
        """One row for each layer: name, class, output shape with the batch, count, trainable count, arithmetic."""
        called = self.names()
        return Records(row(self.graph, layer, called) for layer in self.graph.layers_and_masks)

    def summary(
        self,
        line_length: Any = None,
        positions: Any = None,
        print_fn: Any = None,
        expand_nested: bool = False,
        show_trainable: bool = False,
        layer_range: Any = None,
    ) -> None:
        """Print Keras 3's table with one more column: the arithmetic that makes each number.

        expand_nested: the layers of a model inside this one follow it, each indented. show_trainable: one more column.
        layer_range: the names of the first and the last layer to print. line_length, positions: accepted; the table
        here is as wide as its text.
        """
        text = self.summary_text(expand_nested, show_trainable, layer_range)
        (print_fn or print)(text)

    def summary_text(self, expand_nested: bool = False, show_trainable: bool = False, layer_range: Any = None) -> str:
        """The table that `summary` prints."""
        return summary(self, expand_nested, show_trainable, layer_range)

    def has_connections(self) -> bool:
        """Whether the table needs a column that says which layer feeds which."""
        return not self.graph.is_a_chain()

    # What Keras lets a program read.

    @property
    def inputs(self) -> list[Tensor]:
        """The tensors that go in."""
        return list(self.graph.inputs)

    @property
    def outputs(self) -> list[Tensor]:
        """The tensors that come out."""
        return list(self.graph.outputs)

    @property
    def input(self) -> Any:
        """The tensor that goes in, or the list of them."""
        return self.inputs if len(self.inputs) > 1 else self.inputs[0]

    @property
    def output(self) -> Any:
        """The tensor that comes out, or the list of them."""
        return self.outputs if len(self.outputs) > 1 else self.outputs[0]

    @property
    def input_shape(self) -> Any:
        """The shape that goes in, the batch in front, as Keras prints it."""
        shapes = [tensor.shape for tensor in self.inputs]
        return shapes if len(shapes) > 1 else shapes[0]

    @property
    def output_shape(self) -> Any:
        """Read: the shape that comes out, the batch in front. output_shape(input_shape): without the batch."""
        if not self.built:
            return NoOutputShape(self)
        shapes = [tensor.shape for tensor in self.outputs]
        return value(OutputShapes(shapes), self) if len(shapes) > 1 else value(OutputShape(shapes[0]), self)

    @property
    def built(self) -> bool:
        """Whether all its layers have their weights."""
        return True

    def build(self, input_shape: Any = None) -> None:
        """A model of tensors has seen its input already."""
