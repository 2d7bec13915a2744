"""When a learner writes a class: it gets what lets it be counted, and what it stands on answers its super() calls."""

from functools import wraps
from typing import Any

from lstmlesson.layers.foundation.used_layer import UsedLayer
from lstmlesson.layers.own.following import is_ours
from lstmlesson.layers.own.methods import READ, reserved, set_attribute, taken
from lstmlesson.layers.own.nests import drawn, tensors_in

# What makes a class one that must be followed; a class that changes only __init__ is the layer that it stands on.
FOLLOWED = ("build", "call", "compute_output_shape", "add_weight")


def adopt(cls: Any) -> None:
    """Give a learner's class what lets it be counted. What the class, or one above it, writes itself stays.

    Raises: TypeError where the class has a name by which it is asked for its numbers here.
    """
    for name in cls.__dict__:
        if name in reserved() and name not in READ:
            raise TypeError(taken(cls, name))
    if "__setattr__" not in cls.__dict__:
        cls.__setattr__ = set_attribute
    base, own_build = noun(cls), cls.__dict__.get("build")
    if not getattr(cls, "is_followed", False) and (
        base.__name__ in ("Layer", "Model", "Wrapper") or any(name in cls.__dict__ for name in FOLLOWED)
    ):
        for name, method in base.methods_of_own_classes().items():
            if name not in cls.__dict__:
                setattr(cls, name, method)
    if getattr(cls, "is_followed", False) and own_build is not None:
        cls.build = _noticed(own_build)


def noun(cls: type) -> Any:
    """The class of this package that a learner's class stands on."""
    return next(kind for kind in cls.__mro__ if is_ours(kind.__module__))


def _noticed(build: Any) -> Any:
    """A learner's build; called by the program itself, it also says on which shape the layer is built."""

    @wraps(build)
    def noticing(self: Any, *shapes: Any, **named: Any) -> None:
        if not self.__dict__.get("_is_running"):
            UsedLayer.build(self, *shapes, *named.values())
        else:
            build(self, *shapes, **named)

    return noticing


def build_as_noun(layer: Any, input_shape: Any) -> None:
    """The weights of the layer of Keras that a learner's class stands on."""
    kind = noun(type(layer))
    shapes = input_shape if isinstance(input_shape[0], list | tuple) else [input_shape]
    samples = [tuple(one)[1:] for one in shapes]
    if kind.__name__ not in ("Layer", "Model", "Wrapper"):
        layer.__dict__["_declared"] = kind.declare(layer, samples if kind.takes_several is True else samples[0])


def call_as_noun(layer: Any, inputs: Any) -> Any:
    """What comes out of the layer of Keras that a learner's class stands on."""
    kind, tensors = noun(type(layer)), list(tensors_in(inputs))
    if kind.__name__ in ("Layer", "Model", "Wrapper"):
        raise TypeError(f"{type(layer).__name__} has no call; expected def call(self, inputs): …, as Keras asks")
    result = kind.result(layer, [one.sample for one in tensors] if kind.takes_several is True else tensors[0].sample)
    outputs = [drawn((tensors[0].shape[0], *one)) for one in (result if isinstance(result, list) else [result])]
    return outputs if isinstance(result, list) else outputs[0]
