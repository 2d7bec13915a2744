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
    "bias": "bias",
    # Gates.
    "input": "input",
    "forget": "forget",
    "cell": "cell",
    "output": "output",
    "update": "update",
    "reset": "reset",
    "candidate": "candidate",
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
