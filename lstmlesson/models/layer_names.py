"""The names that layers have in a fresh Keras run: lstm, lstm_1, time_distributed."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from lstmlesson.layers.foundation.layer import Layer


def class_name(layer: Layer) -> str:
    """The class as Keras prints it; a model of tensors is a Functional there."""
    name = type(layer).__name__
    return "Functional" if name == "Model" else name


@cache
def snake_case(name: str) -> str:
    """A class name as Keras writes it in names. Source: keras.src.utils.naming of Keras 3.15.1.

    >>> snake_case("TimeDistributed"), snake_case("LSTM")
    ('time_distributed', 'lstm')
    """
    name = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z])([A-Z])", r"\1_\2", name).lower()


def names(layers: Iterable[Layer]) -> dict[int, str]:
    """The name of each layer by its identity. Layers inside others take part in the counting, as in Keras."""
    every = {id(one): one for layer in layers for one in (*layer.inner, layer)}
    used: Counter[str] = Counter()
    given = {}
    for layer in sorted(every.values(), key=lambda layer: layer.made):
        name = layer.name
        if name is None:
            name = snake_case(class_name(layer))
            used[name] += 1
            name += f"_{used[name] - 1}" if used[name] > 1 else ""
        given[id(layer)] = name
    return given


def check_unique(layers: Iterable[Layer]) -> None:
    """Refuse two layers of one model that were given the same name."""
    twice = [name for name, uses in Counter(layer.name for layer in layers if layer.name).items() if uses > 1]
    if twice:
        raise ValueError(f"name={twice[0]!r} is given to two layers of one model; expected each name once")
