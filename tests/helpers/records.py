"""Records made by real frameworks: configurations, and what Keras 3.15.1 or PyTorch 2.13 counted for them.

They are witnesses: nothing in them comes from a declaration of this package. `build` turns a record into a layer
or a model of ours; a record of a layer that we do not have is said to be not covered.
"""

import gzip
import json
from pathlib import Path

from lstmlesson import Input, Model, Sequential, layers, pytorch

DATA = Path(__file__).parents[1] / "data"


def load(name):
    """The records of a file in tests/data."""
    with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def classes(layer):
    """All class names in a layer's configuration, however deep."""
    if isinstance(layer, dict) and "class" in layer:
        yield layer["class"]
        for value in layer["kwargs"].values():
            yield from classes(value)
    if isinstance(layer, list):
        for one in layer:
            yield from classes(one)


def not_covered(record):
    """The classes of a Keras record that this package does not have."""
    return sorted({name for name in classes(record["layers"]) if not hasattr(layers, name)})


def layer(config, **more):
    """The layer that a configuration describes."""
    if isinstance(config, list):
        return [layer(one) for one in config]
    if isinstance(config, dict) and "class" in config:
        arguments = {name: layer(value) for name, value in config["kwargs"].items()}
        return getattr(layers, config["class"])(**arguments, **more)
    return tuple(config) if isinstance(config, list) else config


def model(record):
    """The model that a Keras record describes."""
    chain = [layer(one) for one in record["layers"]]
    for at in record.get("frozen_layers", []):
        chain[at].trainable = False
    inputs = Input(batch_shape=tuple(record["input_shape"]))
    if any(isinstance(one, layers.MultiHeadAttention) for one in chain):
        (attention,) = chain
        return Model(inputs, attention(inputs, inputs))
    return Sequential([inputs, *chain])


def module(record):
    """The module that a PyTorch record describes."""
    return getattr(pytorch, record["class"])(*record["args"], **record["kwargs"])


def plain(shape):
    """A shape as JSON writes it: lists all the way down."""
    return [plain(one) for one in shape] if isinstance(shape, list | tuple) else shape
