"""Within `stand_in`, `import tensorflow`, `import keras` and `import torch` give ours; after it all is as before.

Lightning stands on torch, so within it that is ours as well.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from lstmlesson.keras._finder import Finder
from lstmlesson.keras._rooms import inside as in_keras
from lstmlesson.keras._tensorflow import TensorFlow, TensorFlowRoom, at_top

LIGHTNING = ("pytorch_lightning", "lightning")
NAMES = ("tensorflow", "keras", "tf_keras", "torch", *LIGHTNING)


@cache
def tensorflow() -> ModuleType:
    """The one module that stands in for tensorflow."""
    return TensorFlow()


def standing_in(fullname: str) -> ModuleType | None:
    """Our module for the full name of one of theirs, or None where we have none.

    Raises: ImportError, with the nearest name, for what theirs does not have.
    """
    top, _, path = fullname.partition(".")
    if top == "torch":
        return import_module("lstmlesson.pytorch.programs.rooms").inside(path)
    if top in LIGHTNING:
        return import_module("lstmlesson.pytorch.programs.lightning").ROOM  # type: ignore[no-any-return]
    if top in ("keras", "tf_keras"):
        return _in_keras(_from_its_source(path))
    if top == "tensorflow":
        return _in_tensorflow(path)
    return None


def _in_keras(path: str) -> ModuleType | None:
    return in_keras(path) if path else import_module("lstmlesson.keras")


def _from_its_source(path: str) -> str:
    """Keras 3 keeps its files in keras.src, where some programs take layers from; a file of layers is their room."""
    first, _, rest = path.partition(".")
    room = rest.partition(".")[0]
    return path if first != "src" else room if room in ("layers", "models") else rest


def _in_tensorflow(path: str) -> ModuleType | None:
    for prefix in ("compat.v1", "compat.v2", "_api.v2", "python", "api._v2", "contrib"):
        path = path.removeprefix(prefix).lstrip(".") if path.startswith(prefix) else path
    if not path:
        return tensorflow()
    if path.partition(".")[0] == "keras":
        return _in_keras(path.partition(".")[2])
    try:
        at_top(path.partition(".")[0])
    except AttributeError as error:
        raise ImportError(str(error)) from None
    return TensorFlowRoom(path)


@contextmanager
def stand_in() -> Iterator[None]:
    """Within it the names of the frameworks are ours, whether they are installed or not.

    What was imported before is put back as it was, also when the program raises; what the program has imported in the
    meantime and has taken one of ours is forgotten, so that it sees the real one when it is imported again.
    """
    before = dict(sys.modules)
    kept = {name: module for name, module in before.items() if _is_theirs(name)}
    for name in kept:
        del sys.modules[name]
    finder: Any = Finder(standing_in)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for name in _misled(before):
            sys.modules.pop(name, None)
        sys.modules.update(kept)


def _is_theirs(name: str) -> bool:
    return name.partition(".")[0] in NAMES


def _misled(before: dict[str, ModuleType]) -> list[str]:
    """The modules that came in the meantime and hold something of ours, with all of their packages; and ours."""
    new = [name for name in sys.modules if name not in before]
    stand_ins = {id(module) for name, module in sys.modules.items() if _is_theirs(name)}
    wrong = {
        name.partition(".")[0]
        for name in new
        if name.partition(".")[0] != "lstmlesson" and _holds(sys.modules[name], stand_ins)
    }
    return [name for name in sys.modules if _is_theirs(name) or (name in new and name.partition(".")[0] in wrong)]


def _holds(module: Any, stand_ins: set[int]) -> bool:
    held = list(getattr(module, "__dict__", {}).values())
    return any(id(value) in stand_ins or getattr(value, "__module__", "") in _OURS for value in held)


_OURS = ("lstmlesson.pytorch.foundation.module", "lstmlesson.layers.foundation.layer", "lstmlesson.inert.thing")
