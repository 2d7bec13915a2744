"""Where does this Param # come from? Layers of Keras and PyTorch, counted from one declaration each.

`import lstmlesson as keras` works for the modern form of a Keras model: change the import, and it counts.

>>> from lstmlesson import LSTM
>>> LSTM(2).count((None, 3))                                  # 4(3·2 + 2·2 + 2)
48
"""

from importlib import import_module
from typing import Any

from lstmlesson import layers, models, pytorch, regularizers
from lstmlesson.layers import *  # noqa: F403  the layers stand at the top, too
from lstmlesson.layers import __all__ as _names_of_layers
from lstmlesson.models import Model, Sequential

__version__ = "0.1.0"
__all__ = [*_names_of_layers, "Model", "Sequential", "layers", "models", "pytorch", "regularizers"]

# Rooms that need numpy, sympy or widgets, or that few need: opened when somebody asks for them or for what they hold.
_ROOMS = """
    explorers inverse ledger mistakes numeric questions summary symbolic training views
""".split()
_HELD = {"diagnose": "mistakes", "explain": "views.explanation", "read": "summary", "use": "language"}
# What Keras has and a count does not need.
_NOT_NEEDED = (
    "activations backend callbacks constraints datasets initializers losses metrics optimizers preprocessing random "
    "saving utils"
).split()


def __getattr__(name: str) -> Any:
    if name == "polynomials":
        return import_module("lstmlesson.law.polynomials")
    if name in _ROOMS:
        return import_module(f"lstmlesson.{name}")
    if name in _HELD:
        return getattr(import_module(f"lstmlesson.{_HELD[name]}"), name)
    if name in _NOT_NEEDED:
        raise AttributeError(f"lstmlesson has no {name}: it counts, and they change no count; leave that line out")
    raise AttributeError(f"module 'lstmlesson' has no attribute {name!r}")
