"""A Model that a learner writes as a class: its call is followed, and its rows are the layers that it keeps."""

import warnings
from typing import Any

from lstmlesson.law.drawn import Records
from lstmlesson.layers.foundation.used_layer import UsedLayer
from lstmlesson.layers.own import methods
from lstmlesson.layers.own.recording import layers_of, recording_of
from lstmlesson.models.text_table import Row, row_of, unbuilt_row


def layers(self: Any) -> list[Any]:
    return layers_of(self)


def rows(self: Any) -> list[Row]:
    """A row for each layer that it keeps; one that was not used has no weights yet, as in Keras."""
    used = {} if self.built_on is None else {id(one): on for one, on in recording_of(self, self.built_on).used}
    called = self.names()
    return Records(
        row_of(layer, used[id(layer)], called) if id(layer) in used else unbuilt_row(layer, called)
        for layer in self.layers
    )


def count(self: Any, input_shape: Any = None) -> Any:
    if input_shape is None and self.built_on is None:
        raise ValueError(
            f"{type(self).__name__}: the model has not seen its input, so its weights have no size (Keras prints 0 "
            "(unbuilt)); expected a call on an Input, model(Input((timesteps, features)))"
        )
    return UsedLayer.count(self, input_shape)


def build(self: Any, input_shape: Any = None) -> None:
    if not self.__dict__.get("_is_running"):
        warnings.warn(
            f"{type(self).__name__}.build: Keras 3 still prints 0 (unbuilt) after it, since the class has no build of "
            "its own; here its call is followed, as tf.keras 2 does. Called on an Input, it counts the same in both",
            stacklevel=2,
        )
    UsedLayer.build(self, input_shape)


def count_params(self: Any) -> Any:
    return self.count()


METHODS: dict[str, Any] = {
    **methods.METHODS,
    "layers": property(layers),
    "rows": rows,
    "count": count,
    "built": property(lambda self: self.built_on is not None),
    "built_on": UsedLayer.built_on,
    "build": build,
    "input": UsedLayer.input,
    "output": UsedLayer.output,
    "input_shape": UsedLayer.input_shape,
    "output_shape": UsedLayer.output_shape,
    "inputs": property(lambda self: list(self._node("inputs").inputs)),
    "outputs": property(lambda self: list(self._node("outputs").outputs)),
    "has_connections": lambda self: False,
    "_on": lambda self, shape: self,
}


def become_functional(model: Any) -> None:
    """A class that hands tensors to Model.__init__ is a model of tensors, so its call is not followed, as in Keras."""
    kind = type(model)
    base: Any = next(one for one in kind.__mro__ if one.__module__.startswith("lstmlesson."))
    given = base.methods_of_own_classes()
    ours = [name for name in given if getattr(kind, name, None) is given[name] and hasattr(base, name)]
    restored = {name: getattr(base, name) for name in ours}
    methods = {**restored, "is_followed": False, "declare": base.declare, "__module__": kind.__module__}
    object.__setattr__(model, "__class__", type(kind.__name__, (kind,), methods))
