"""Living objects in place of text: a Keras model or layer, a PyTorch module, arrays as get_weights() gives them.

No framework is imported: an object is known by what it has. Its rows then go the same way as those of a text.
"""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from lstmlesson.inverse import Reading
from lstmlesson.inverse.variants import ALTERNATIVES
from lstmlesson.language import word
from lstmlesson.layers import Layer
from lstmlesson.summary.records import Row, Shape, Summary, Table, Totals
from lstmlesson.summary.solving.infer import class_of
from lstmlesson.summary.stored_arrays import Stored, is_of_pytorch, rows

# The arguments that decide the output shape and, unlike the sizes and those with alternatives, no count.
SHAPING = ("strides", "padding", "dilation_rate", "data_format")


def from_object(thing: Any) -> Summary:
    """The rows of a living object.

    Raises: TypeError for what is neither a text, nor a model, a layer or a module, nor a list of arrays.

    >>> from types import SimpleNamespace as Array
    >>> [row.class_name for row in from_object([Array(shape=(3, 8)), Array(shape=(2, 8)), Array(shape=(8,))]).rows]
    ['LSTM']
    """
    # A model of Keras on PyTorch is a module of PyTorch as well, so Keras is asked first.
    if hasattr(thing, "count_params") and hasattr(thing, "layers"):
        return _summary(
            [_layer(layer) for layer in thing.layers], _keras_totals(thing), "a Keras model", thing.name or ""
        )
    if hasattr(thing, "count_params") and hasattr(thing, "get_config"):
        return _summary([_layer(thing)], Totals(), "a Keras layer")
    if hasattr(thing, "named_modules") and hasattr(thing, "named_parameters"):
        return _summary(_modules(thing), Totals(*_numbers(thing)), "a PyTorch module", is_pytorch=True)
    arrays = list(thing) if isinstance(thing, Iterable) and not isinstance(thing, str | bytes | dict) else []
    if arrays and all(hasattr(array, "shape") for array in arrays):
        return _arrays([Stored("", tuple(map(int, array.shape))) for array in arrays])
    raise TypeError(
        f"{type(thing).__name__}: expected the text of a summary, a Keras model or layer, a PyTorch module, or a list "
        "of arrays such as get_weights() gives"
    )


def _summary(found: Sequence[Row], totals: Totals, origin: str, name: str = "", is_pytorch: bool = False) -> Summary:
    return Summary((Table(tuple(found), totals, name, origin, (), is_pytorch),))


def _arrays(arrays: Sequence[Stored]) -> Summary:
    return _summary(rows(arrays), Totals(), "arrays", is_pytorch=is_of_pytorch(arrays))


def _modules(module: Any) -> list[Row]:
    """Each module with its own parameters and, as arguments, what PyTorch prints in its brackets."""
    found = []
    for path, one in module.named_modules():
        own = sum(parameter.numel() for parameter in one.parameters(recurse=False))
        arguments = one.extra_repr() if own else None
        name = path or type(one).__name__
        depth = path.count(".") + 1 if path else 0
        found.append(Row(name, type(one).__name__, count=own, depth=depth, arguments=arguments))
    return found


def _numbers(module: Any) -> tuple[int, int, int]:
    sizes = [(parameter.numel(), parameter.requires_grad) for parameter in module.parameters()]
    trained = sum(size for size, trains in sizes if trains)
    total = sum(size for size, _ in sizes)
    return total, trained, total - trained


def _keras_totals(model: Any) -> Totals:
    trained, others = (
        sum(math.prod(map(int, weight.shape)) for weight in weights)
        for weights in (model.trainable_weights, model.non_trainable_weights)
    )
    return Totals(trained + others, trained, others)


def _layer(layer: Any) -> Row:
    """A layer of Keras. What its configuration says is taken from there, so that nothing needs to be inferred."""
    built = bool(getattr(layer, "built", True))
    inputs = _shapes(layer, "input") if built else ()
    row = Row(
        name=str(layer.name),
        class_name=type(layer).__name__,
        output_shapes=_shapes(layer, "output") if built else (),
        count=int(layer.count_params()) if built else 0,
        trainable=bool(layer.trainable),
        input_shapes=inputs,
        built=built,
    )
    declaration = _declared(type(layer).__name__, layer.get_config()) if row.count and inputs else None
    features = inputs[0][-1] if inputs and isinstance(inputs[0][-1], int) else 0
    agrees = declaration is not None and _count(declaration, inputs[0]) == row.count
    if not agrees or declaration is None:
        return row
    return row._replace(readings=(Reading(declaration, features, word("reading: as the layer says")),))


def _shapes(layer: Any, side: str) -> tuple[Shape, ...]:
    """The input or output shapes of a layer, from its tensors or, in older Keras, from its own words."""
    try:
        found = getattr(layer, side)
    except (AttributeError, RuntimeError, ValueError):
        found = getattr(layer, f"{side}_shape", None)
    several: list[Any] = found if isinstance(found, list) else [found]
    shapes = [getattr(one, "shape", one) for one in several if one is not None]
    known = [shape for shape in shapes if isinstance(shape, Iterable)]
    return tuple(tuple(None if size is None else int(size) for size in shape) for shape in known)


def _declared(name: str, config: dict[str, Any]) -> Layer | None:
    """Our layer of the same class and arguments, or None where we have no such layer."""
    kind = class_of(name)
    if kind is None:
        return None
    deciding = [name for name in kind.arguments if kind.is_size(name) or name in (*ALTERNATIVES, *SHAPING)]
    given = {name: config[name] for name in deciding if name in config}
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}
    for key in ("layer", "cell"):
        if key in kind.arguments and isinstance(config.get(key), dict):
            given[key] = _declared(config[key].get("class_name", ""), config[key].get("config", {}))
    try:
        return kind(**given)
    except (TypeError, ValueError):
        return None


def _count(declaration: Layer, shape: Shape) -> Any:
    try:
        return declaration.count(shape[1:])
    except (TypeError, ValueError):
        return None
