"""What a class of the learner's own, written as in Keras, is given so that it can be counted."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from lstmlesson.law.declaration import in_part
from lstmlesson.law.weights import Weight
from lstmlesson.layers.foundation.masks import hand_on
from lstmlesson.layers.foundation.masks import seen as masks_seen
from lstmlesson.layers.foundation.masks import taken as taken_masks
from lstmlesson.layers.foundation.tensor import Node, common_batch, read_axes
from lstmlesson.layers.operations.operation import Variable
from lstmlesson.layers.own.nests import drawn, replaced, tensors_in, with_tensors
from lstmlesson.layers.own.recording import layers_of, recording_of, run_once, state_shapes

# Names of a layer that Keras lets a program set as well, and names that it only lets a class write anew.
FREE = (
    "build",
    "built",
    "call",
    "compute_mask",
    "compute_output_shape",
    "count_params",
    "from_config",
    "get_config",
    "name",
    "trainable",
)
READ = """
    get_weights input input_shape losses non_trainable_variables non_trainable_weights output output_shape set_weights
    trainable_variables trainable_weights variables weights
""".split()


@cache
def reserved() -> frozenset[str]:
    """The names that layers use here themselves; a learner's attribute of such a name would hide what it means."""
    from lstmlesson.layers.foundation.layer import Layer

    names = {name for name in dir(Layer) if not name.startswith("_")} | {"values", "given", "made", "calls"}
    return frozenset(names - set(FREE))


def set_attribute(self: Any, name: str, value: Any) -> None:
    if name in reserved():
        raise AttributeError(taken(type(self), f"self.{name}"))
    if name == "trainable" and "made" in self.__dict__:
        self._train(value)
    elif name in ("built", "name", "_name", "dtype"):
        self.__dict__[f"{name}_set"] = value
    else:
        if isinstance(value, Variable):
            self.__dict__.setdefault("_variables_made", []).append(value)
        self.__dict__[name] = value


def taken(cls: type, name: str) -> str:
    return (
        f"{cls.__name__}: {name} is a name that lstmlesson's layers use themselves; expected another, such as {name}_"
    )


def add_weight(
    self: Any, shape: Any = None, initializer: Any = None, dtype: Any = None, trainable: Any = True, **more: Any
) -> Any:
    """A weight of the learner's layer: recorded with its shape, whether it is trained, and its name.

    Source: keras.Layer.add_weight of Keras 3.15.1.
    """
    if isinstance(shape, str):
        raise TypeError(
            f'add_weight("{shape}", …): Keras 3 takes the shape first; write add_weight(shape=…, name="{shape}")'
        )
    sizes = () if shape is None else tuple(shape) if isinstance(shape, list | tuple) else (shape,)
    if None in sizes:
        raise ValueError(f"add_weight: shape={sizes}; expected numbers, since they make the size of a weight")
    variable = Variable(initializer, read_axes(sizes, "add_weight"), dtype, trainable, name=more.get("name"))
    self.__dict__.setdefault("_variables_made", []).append(variable)
    return variable


def declare(self: Any, shape: Any) -> list[Weight]:
    return [
        weight for one, path, weights in owners(self, shape, set()) for weight in in_part(path, one.freeze(weights))
    ]


def owners(self: Any, shape: Any, met: set[int]) -> Iterator[tuple[Any, str, list[Weight]]]:
    """The layer itself with its own weights, then each layer inside that holds weights, once, with the path to it."""
    seen = recording_of(self, shape)
    if seen.own:
        yield _Own(self), "", seen.own
    for layer, on in seen.used:
        if id(layer) not in met:
            met.add(id(layer))
            for owner, path, weights in layer.owners(() if on is None else on, met):
                yield owner, f"{layer.name}/{path}".rstrip("/"), weights


class _Own:
    """The part of a learner's layer that is its own weights."""

    def __init__(self, layer: Any) -> None:
        self.layer = layer

    def freeze(self, weights: list[Weight]) -> list[Weight]:
        return weights if self.layer._trains else [weight._replace(trainable=False) for weight in weights]


def result(self: Any, shape: Any) -> Any:
    shapes = [tensor.shape[1:] for tensor in tensors_in(recording_of(self, shape).output)]
    if hasattr(self, "state_size"):
        return shapes[0]
    return shapes if len(shapes) > 1 else shapes[0]


def freeze(self: Any, weights: list[Weight]) -> list[Weight]:
    """Each weight says itself whether it is trained: `declare` has asked the layers inside."""
    return weights


def read(self: Any, input_shape: Any) -> Any:
    kind = type(self).__name__
    if input_shape is None:
        if self.built_on is None:
            raise TypeError(f"{kind} needs an input shape, without the batch, such as (timesteps, features)")
        return self.built_on
    if isinstance(input_shape, list | tuple) and input_shape and isinstance(input_shape[0], list | tuple):
        return [read_axes(one, kind) for one in input_shape]
    return read_axes(input_shape, kind)


def meet(self: Any, shape: Any) -> None:
    """Its own code says which shapes it takes."""


def called(self: Any, *args: Any, **kwargs: Any) -> Any:
    """The tensors that come out of a learner's layer."""
    kind = type(self).__name__
    if "made" not in self.__dict__:
        raise RuntimeError(f"{kind}.__init__ did not call super().__init__(**kwargs); write it first there")
    args, kwargs = with_tensors(args, kind), {name: with_tensors(one, kind) for name, one in kwargs.items()}
    tensors = list(tensors_in((args, kwargs)))
    if not tensors:
        raise TypeError(f"{kind} was called on {args!r}; expected what Input(…) or another layer returned")
    batch = common_batch([one for one in tensors if not one.is_constant], kind)
    self.__dict__["_template"] = (args, kwargs)
    seen = run_once(self, *replaced((args, kwargs), iter([drawn(tensor.shape) for tensor in tensors])))
    results = [tensor.shape for tensor in tensors_in(seen.output)]
    first = list(tensors_in(args[:1]))
    masks = masks_seen(first, None)
    connected = taken_masks(self, masks) if len(tensors) == 1 else ()
    outputs = Node(self, tuple(tensors), [(batch, *one[1:]) if one else () for one in results], connected).outputs
    if first:
        hand_on(self, first, masks, outputs)
    return replaced(seen.output, iter(outputs))


def inner(self: Any) -> tuple[Any, ...]:
    return tuple(one for layer in layers_of(self) for one in (*layer.inner, layer))


def takes_several(self: Any) -> bool:
    template = self.__dict__.get("_template")
    return template is not None and len(list(tensors_in(template))) > 1


METHODS: dict[str, Any] = {
    "is_followed": True,
    "add_weight": add_weight,
    "declare": declare,
    "owners": owners,
    "_held": lambda self, shape, met: (weights for _, _, weights in owners(self, shape, met)),
    "result": result,
    "freeze": freeze,
    "read": read,
    "meet": meet,
    "state_shapes": state_shapes,
    "inner": property(inner),
    "takes_several": property(takes_several),
    "__call__": called,
    "__repr__": lambda self: f"<{type(self).__name__}>",
    "__eq__": lambda self, other: self is other,
    "__hash__": object.__hash__,
}


# What a learner's class is asked for by super().build(…) and super().call(…).
