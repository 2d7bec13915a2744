"""The table of words: what decides what is called what, in all that follows and in every other language."""

from collections.abc import Iterable

from lstmlesson.language.texts import Text


def listed(items: Iterable[str]) -> str:
    """input, forget, cell and output"""
    *first, last = [*items] or [""]
    return f"{', '.join(first)} and {last}" if first else last


TEXTS: dict[str, Text] = {
    # Sizes.
    "features": "features",
    "units": "units",
    "timesteps": "timesteps",
    "batch": "batch",
    # Weights, by the names that Keras gives them, and those that are counted by mistake. The names of PyTorch stay.
    "kernel": "kernel",
    "recurrent_kernel": "recurrent_kernel",
    "bias": "bias",
    "embeddings": "embeddings",
    "gamma": "gamma",
    "beta": "beta",
    "moving_mean": "moving_mean",
    "moving_variance": "moving_variance",
    "forward": "forward",
    "backward": "backward",
    "second bias": "second bias",
    "peephole": "peephole",
    "hidden state": "hidden state",
    "cell state": "cell state",
    "mask": "mask",
    "recurrent mask": "recurrent mask",
    "iteration": "iteration",
    # Gates.
    "input": "input",
    "forget": "forget",
    "cell": "proposal",
    "output": "output",
    "update": "update",
    "reset": "reset",
    "candidate": "proposal",
    "the only block": "no gates",
    # Tables.
    "weight": "weight",
    "shape of one block": "shape of one block",
    "gates": "gates",
    "numbers": "numbers",
    "total": "total",
    "and more": "and {number} more",
    # Lists.
    "listed": listed,
}
