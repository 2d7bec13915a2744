"""What `fit` returns: Keras' History, in which every key is there and no number is one."""

from collections.abc import Iterable
from typing import Any

from lstmlesson.inert import NAN, name_of


class History:
    """What `fit` returns: history, one nan an epoch for each key; epoch, their numbers; params; model."""

    def __init__(self, model: Any, keys: Iterable[str], epochs: range, params: dict[str, Any]) -> None:
        self.model, self.params, self.epoch = model, params, list(epochs)
        self.history = {key: [NAN] * len(epochs) for key in sorted(keys)}


def listed(given: Any) -> list[Any]:
    return list(given) if isinstance(given, list | tuple) else [given]


def keys_of(model: Any) -> list[str]:
    """The keys of a model's logs in Keras' order, such as loss and mae; with several outputs each by its name."""
    compiled = model.__dict__.get("compiled", {})
    outputs = _output_names(model)
    keys = ["loss"]
    if len(outputs) > 1:
        keys += [f"{output}_loss" for output in outputs]
    for field in ("metrics", "weighted_metrics"):
        keys += _metric_keys(compiled.get(field) or [], outputs)
    return sorted(set(keys))


def _metric_keys(metrics: Any, outputs: list[str]) -> list[str]:
    if len(outputs) < 2:
        flat = list(metrics.values()) if isinstance(metrics, dict) else list(metrics)
        return [name_of(one) for each in flat for one in listed(each)]
    by_output = metrics.items() if isinstance(metrics, dict) else zip(outputs, metrics, strict=False)
    return [f"{output}_{name_of(one)}" for output, each in by_output for one in listed(each) if one is not None]


def _output_names(model: Any) -> list[str]:
    """What Keras calls the outputs: the keys of a dict, or the names of the layers that give them."""
    keys = model.__dict__.get("output_names")
    if keys:
        return list(keys)
    graph = model.__dict__.get("graph")
    if graph is None:
        return ["output"]
    called = model.names()
    return [called.get(id(tensor.node.layer), "output") for tensor in graph.outputs]
