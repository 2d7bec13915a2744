"""The names that layers have in a fresh Keras run: lstm, lstm_1, time_distributed."""

from collections import Counter
from collections.abc import Iterable

from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.used_layer import snake_case


def class_name(layer: Layer) -> str:
    """The class as Keras prints it; a model of tensors is a Functional there."""
    return layer.class_name


def names(layers: Iterable[Layer]) -> dict[int, str]:
    """The name of each layer by its identity. Layers inside others take part in the counting, as in Keras."""
    every = {id(one): one for layer in layers for one in (*layer.inner, layer)}
    used: Counter[str] = Counter()
    given = {}
    for layer in sorted(every.values(), key=lambda layer: layer.made):
        name = layer.values["name"]
        if name is None:
            name = snake_case(class_name(layer))
            used[name] += 1
            name += f"_{used[name] - 1}" if used[name] > 1 else ""
        given[id(layer)] = name
    return given


def check_unique(layers: Iterable[Layer]) -> None:
    """Refuse two layers of one model that were given the same name."""
    twice = [
        name
        for name, uses in Counter(layer.values["name"] for layer in layers if layer.values["name"]).items()
        if uses > 1
    ]
    if twice:
        raise ValueError(f"name={twice[0]!r} is given to two layers of one model; expected each name once")
