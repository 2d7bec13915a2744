"""One run of a learner's class on tensors: its own weights, the layers it used and on what, and what came out."""

import inspect
from typing import Any, NamedTuple

from lstmlesson.law.weights import Weight
from lstmlesson.layers.foundation.tensor import Shape
from lstmlesson.layers.own.following import Following, is_ours
from lstmlesson.layers.own.nests import drawn, has_tensors, replaced, shapes_in, tensors_in

# What this package itself keeps on a learner's layer from one run to the next. A plain name among these is refused to
# the learner's own attributes, or means the same in Keras.
HIDDEN = """
    _before_build _recordings _template _standing_in _built_shape _is_running calls made values trainable _trains
""".split()


class Recording(NamedTuple):
    """What one run of a learner's class showed: its own weights, the layers it used and on what, and what came out."""

    own: list[Weight]
    used: list[tuple[Any, Any]]
    output: Any


def recording_of(layer: Any, shape: Any) -> Recording:
    """The run on inputs of one sample of these shapes, in the form of the layer's last call; a run happens once."""
    shapes = shape if isinstance(shape, list) else [shape]
    call = layer.__dict__.get("_template", ((), {}))
    tensors = list(tensors_in(call))
    if len(tensors) != len(shapes):
        return run_once(layer, *_first_call(layer, shape))
    fresh = [drawn((old.shape[0], *new)) for old, new in zip(tensors, shapes, strict=True)]
    return run_once(layer, *replaced(call, iter(fresh)))


def run_once(layer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Recording:
    """The run of a call, kept by the shapes of its tensors."""
    kept = layer.__dict__.setdefault("_recordings", {})
    key = repr(([tensor.sample for tensor in tensors_in((args, kwargs))], sorted(kwargs)))
    if key not in kept:
        kept[key] = record(layer, tuple(args), kwargs)
    return kept[key]


def _first_call(layer: Any, shape: Any) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The call that is meant by a bare shape: one tensor, a list of them, or for a cell a step and its states."""
    several = isinstance(shape, list)
    tensors = [drawn((None, *one)) for one in (shape if several else [shape])]
    if hasattr(layer, "state_size"):
        states = [drawn((None, *one)) for one in state_shapes(layer)]
        return ((tensors[0], states), {})
    return ((tensors if several else tensors[0],), {})


def state_shapes(layer: Any) -> list[Shape]:
    """The states of a learner's cell, from its state_size."""
    size = layer.state_size
    return [
        tuple(one) if isinstance(one, list | tuple) else (one,)
        for one in (size if isinstance(size, list | tuple) else [size])
    ]


def record(layer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Recording:
    """Run build and call of a learner's class on tensors, as on a fresh layer.

    Raises: ValueError or TypeError as Keras would, NotImplementedError for what is not followed here; each with the
    line of the learner's program.
    """
    _begin_anew(layer)
    before = [(one, one.__dict__.pop("_built_shape", None), one.calls[:]) for one in layer.inner]
    for one, _, _ in before:
        one.calls.clear()
    layer.__dict__["_is_running"] = True
    try:
        output = _run(layer, args, kwargs)
        used = [(one, one.built_on) for one in layers_of(layer) if one.built_on is not None or one.built]
    finally:
        layer.__dict__["_is_running"] = False
        for one, shape, calls in before:
            one.calls[:0] = calls
            if shape is not None:
                one.__dict__["_built_shape"] = shape
    return Recording(_own_weights(layer), used, output)


def _begin_anew(layer: Any) -> None:
    """Take back what an earlier run has set on the layer, such as a list that build makes longer."""
    attributes = layer.__dict__
    fresh = attributes.setdefault("_before_build", _copied(attributes))
    for name in [name for name in attributes if name not in fresh and name not in HIDDEN]:
        del attributes[name]
    attributes.update(_copied(fresh))


def _copied(attributes: dict[str, Any]) -> dict[str, Any]:
    return {
        name: type(one)(one) if type(one) in (list, dict) else one
        for name, one in attributes.items()
        if name not in HIDDEN
    }


def _run(layer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    with Following(layer):
        _build(layer, args, kwargs)
    try:
        with Following(layer):
            output = layer.call(*args, **kwargs)
    except NotImplementedError:
        # Its weights are known all the same where the class says its output shape and keeps no layers.
        if "compute_output_shape" not in methods_written(layer) or layers_of(layer):
            raise
        with Following(layer):
            output = drawn(layer.compute_output_shape(_first_shape(args, kwargs)))
    if not has_tensors(output):
        raise TypeError(f"{type(layer).__name__}.call returned {output!r}; expected a tensor, or several")
    return output


def _build(layer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """build(input_shape), or build(query_shape, value_shape …) where the class asks for the shapes of several."""
    if "build" not in methods_written(layer):
        type(layer).build(layer, _first_shape(args, kwargs))
        return
    asked = list(inspect.signature(layer.build).parameters.values())
    names = list(inspect.signature(layer.call).parameters)
    if len([one for one in asked if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD]) < 2:
        layer.build(_first_shape(args, kwargs))
        return
    given = {**dict(zip(names, args, strict=False)), **kwargs}
    layer.build(**{f"{name}_shape": shapes_in(one) for name, one in given.items() if has_tensors(one)})


def _first_shape(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    first = next((one for one in (*args, *kwargs.values()) if has_tensors(one)), None)
    return shapes_in(first)


def _own_weights(layer: Any) -> list[Weight]:
    """Its own weights: those that are trained first, as Keras lists them."""
    variables = list({id(one): one for one in layer.__dict__.get("_variables_made", ())}.values())
    weights = [
        Weight(one.name or f"variable_{at}" if at else one.name or "variable", one.shape, trainable=one.trainable)
        for at, one in enumerate(variables)
    ]
    declared = layer.__dict__.get("_declared", [])
    return sorted([*declared, *weights], key=lambda weight: not weight.trainable)


def layers_of(layer: Any) -> list[Any]:
    """The layers that a learner's layer keeps in its attributes, in the order in which it first set them."""
    found: dict[int, Any] = {}
    for name, attribute in layer.__dict__.items():
        if name not in HIDDEN:
            _collect(attribute, found, layer)
    return list(found.values())


def _collect(attribute: Any, found: dict[int, Any], owner: Any) -> None:
    from lstmlesson.layers.foundation.layer import Layer

    if isinstance(attribute, Layer):
        if attribute is not owner and not attribute.makes_constants:
            found.setdefault(id(attribute), attribute)
    elif isinstance(attribute, dict):
        _collect(list(attribute.values()), found, owner)
    elif isinstance(attribute, list | tuple):
        for one in attribute:
            _collect(one, found, owner)


def methods_written(layer: Any) -> set[str]:
    """The names that the learner's classes write themselves, below what they were given to be followed."""
    given = layer.methods_of_own_classes()
    kinds = [kind for kind in type(layer).__mro__ if not is_ours(kind.__module__)]
    return {name for kind in kinds for name, method in vars(kind).items() if method is not given.get(name)}
