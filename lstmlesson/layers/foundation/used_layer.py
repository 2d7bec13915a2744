"""What Keras lets a program read on a layer that was used in a model, and set: its name, its tensors and shapes."""

import re
from functools import cache
from typing import Any, ClassVar

from lstmlesson.layers.foundation import masks
from lstmlesson.layers.foundation.layer_weights import LayerWeights
from lstmlesson.layers.foundation.read_values import NoOutputShape, OutputShape, OutputShapes, value
from lstmlesson.layers.foundation.tensor import Node, Shape, read_axes


@cache
def snake_case(name: str) -> str:
    """A class name as Keras writes it in names. Source: keras.src.utils.naming of Keras 3.15.1.

    >>> snake_case("TimeDistributed"), snake_case("LSTM")
    ('time_distributed', 'lstm')
    """
    name = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z])([A-Z])", r"\1_\2", name).lower()


class UsedLayer(LayerWeights):
    """The part of a layer that a program reads after it has built a model with it."""

    # Whether trainable=False, when the layer is made, freezes its weights; the layers inside it Keras leaves trained.
    freezes_itself: ClassVar[bool] = True
    # Whether the class is the learner's and is followed, and whether it is an operation such as x + y.
    is_followed: ClassVar[bool] = False
    is_operation: ClassVar[bool] = False
    # Whether what comes out has a mask though nothing that comes in has one; see `masks`.
    begins_mask: ClassVar[bool] = False
    trainable: bool
    _trains: bool

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "trainable":
            self._train(value)
        elif name == "built":
            self.__dict__["built_flag"] = bool(value)
        elif name in ("supports_masking", "input_spec", "stateful_metric"):
            self.__dict__[name] = value
        else:
            super().__setattr__(name, value)

    def _train(self, trainable: Any) -> None:
        """layer.trainable = False: the layer and all layers inside it are not trained, as in Keras 3.15.1."""
        for layer in (self, *self.inner):
            layer.__dict__.update(trainable=bool(trainable), _trains=bool(trainable))
            layer.values["trainable"] = bool(trainable)

    @property
    def inner(self) -> tuple[Any, ...]:
        """The layers written inside this one, in the order in which Python makes them."""
        return ()

    def remember(self, node: Node) -> None:
        """A call of this layer, so that its tensors and shapes can be read later."""
        self.calls.append(node)

    @property
    def class_name(self) -> str:
        """The class as Keras prints it."""
        return type(self).__name__

    @property
    def name(self) -> str:
        """The name that was given, or the one that Keras gives in a fresh run of the model it stands in."""
        model = self.__dict__.get("_standing_in")
        if self.values["name"] is None and model is not None:
            return model.names()[id(self)]
        return self.values["name"] or snake_case(self.class_name)

    # Its shapes and tensors.

    @property
    def built_on(self) -> Any:
        """The shape of one sample for which it has weights, or None where it was not used yet."""
        if "_built_shape" in self.__dict__:
            return self.__dict__["_built_shape"]
        first = next((node for node in self.calls if node.inputs), None)
        if first is None:
            return None
        shapes = [tensor.sample for tensor in first.inputs]
        return shapes if self.takes_several else shapes[0]

    takes_several: ClassVar[bool] = False

    def build(self, input_shape: Any = None) -> None:
        """Give the layer its weights, on an input shape with the batch in front: build((None, 100, 6))."""
        if self.__dict__.get("_is_running"):
            self.build_inside(input_shape)
        elif "_built_shape" not in self.__dict__:
            several = isinstance(input_shape, list | tuple) and input_shape and isinstance(input_shape[0], list | tuple)
            whose = f"{type(self).__name__}.build"
            shapes = [read_axes(one, whose)[1:] for one in (input_shape if several else [input_shape])]
            self.weights_on(shapes if several else shapes[0])
            self.__dict__["_built_shape"] = shapes if several else shapes[0]

    def build_inside(self, input_shape: Any) -> None:
        """super().build(input_shape), where a learner's class is followed."""
        from lstmlesson.layers.own.adoption import build_as_noun

        build_as_noun(self, input_shape)

    @property
    def built(self) -> bool:
        """Whether it has its weights; one that has none is built as soon as it is made, as in Keras."""
        if self.built_on is not None or self.known or self.is_followed:
            return self.built_on is not None
        try:
            return not self.declare(())
        except (TypeError, ValueError, IndexError):
            return False

    def declare(self, shape: Any) -> list[Any]:
        raise NotImplementedError

    def _node(self, what: str) -> Node:
        if not self.calls:
            raise AttributeError(f"{type(self).__name__} was not used in a model yet, so it has no {what}")
        return self.calls[0]

    @property
    def output(self) -> Any:
        """The tensor that came out of it, or the list of them."""
        outputs = self._node("output").outputs
        return outputs if len(outputs) > 1 else outputs[0]

    @property
    def input(self) -> Any:
        """The tensor that went into it, or the list of them."""
        inputs = list(self._node("input").inputs)
        return inputs if len(inputs) != 1 else inputs[0]

    @property
    def output_shape(self) -> Any:
        """Read: the output shape as Keras prints it, the batch in front. output_shape(input_shape): without the batch.

        input_shape: the shape of one sample, such as (timesteps, features), without the batch.
        """
        if not self.calls:
            return NoOutputShape(self)
        shapes = [tensor.shape for tensor in self.calls[-1].outputs]
        return value(OutputShapes(shapes), self) if len(shapes) > 1 else value(OutputShape(shapes[0]), self)

    @property
    def input_shape(self) -> Any:
        """The shape that it saw, as Keras prints it, the batch in front; None before it was used."""
        if self.calls and self.calls[0].inputs:
            shapes: list[Shape] = [tensor.shape for tensor in self.calls[0].inputs]
            return shapes if self.takes_several else shapes[0]
        return None if self.values["input_shape"] is None else (None, *self.values["input_shape"])

    # What else Keras has.

    def compute_output_shape(self, input_shape: Any) -> Any:
        """The output shape with the batch in front, as Keras' method gives it."""
        shape = self.output_shape_on(tuple(input_shape)[1:])
        return [(input_shape[0], *one) for one in shape] if isinstance(shape, list) else (input_shape[0], *shape)

    def compute_mask(self, inputs: Any, mask: Any = None) -> Any:
        """The mask of what it gives for a tensor or a list of them; None where it has none."""
        tensors = list(inputs) if isinstance(inputs, list | tuple) else [inputs]
        return masks.after(self, tensors, masks.seen(tensors, mask))

    def output_shape_on(self, input_shape: Any = None) -> Any:
        raise NotImplementedError

    def get_config(self) -> dict[str, Any]:
        """The arguments by name."""
        return dict(self.values)

    @classmethod
    def from_config(cls, config: dict[str, Any]) -> Any:
        """The layer with the arguments that get_config gave."""
        return cls(**config)

    @property
    def losses(self) -> list[Any]:
        """None: nothing is run here."""
        return []

    def call(self, inputs: Any, *arguments: Any, **more: Any) -> Any:
        """What a layer does with tensors; a learner's class says its own, and may ask for this one by super()."""
        from lstmlesson.layers.own.adoption import call_as_noun

        return call_as_noun(self, inputs)
