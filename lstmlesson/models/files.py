"""Copies of a model: cloned, or brought back from where the same program has put it. No file is written or read here.

A file holds trained weights, which a count does not need; what a count needs, the layers, is remembered by the name of
the file, or by the text, as long as the model itself is there.
"""

import warnings
from os import PathLike
from typing import Any
from weakref import WeakValueDictionary

from lstmlesson.inert import NotHere

_KEPT: WeakValueDictionary[str, Any] = WeakValueDictionary()


def keep(model: Any, place: Any) -> None:
    """Remember a model by the path, or the text, under which a program has put it."""
    if isinstance(place, str | PathLike):
        _KEPT[str(place)] = model


def copied(model: Any) -> Any:
    """A copy of a model, as `copies` makes it."""
    from lstmlesson.models.copies import copied  # it needs the models, which need this file

    return copied(model)


def save_model(model: Any, filepath: Any = None, overwrite: Any = True, **kwargs: Any) -> None:
    """Writes nothing, and says so; `load_model` finds the model by the path."""
    keep(model, filepath)
    warnings.warn("save_model writes no file here: there are no trained weights", NotHere, stacklevel=2)


def load_model(filepath: Any, custom_objects: Any = None, compile: Any = True, safe_mode: Any = True) -> Any:
    """A copy of the model that this program has saved there.

    Raises: NotImplementedError for any other file, with what to do instead.
    """
    if str(filepath) in _KEPT:
        return copied(_KEPT[str(filepath)])
    raise NotImplementedError(
        f"load_model({filepath!r}) reads no file here, so there are no layers to count; run the code that builds the "
        "model, or paste what its summary() prints into explain"
    )


def model_from_json(json_string: Any, custom_objects: Any = None) -> Any:
    """A copy of the model whose to_json() gave this text here.

    Raises: NotImplementedError for any other text, with what to do instead.
    """
    if str(json_string) in _KEPT:
        return copied(_KEPT[str(json_string)])
    raise NotImplementedError("model_from_json reads no configuration here; run the code that builds the model")


def clone_model(model: Any, *args: Any, **kwargs: Any) -> Any:
    """A copy with layers of its own, of the same names and arguments. Source: keras.models.clone_model, Keras 3.15.1.

    Raises: NotImplementedError for a class of the learner's own, or a function that changes the layers meanwhile.
    """
    if args or kwargs or getattr(model, "is_followed", True):
        raise NotImplementedError(
            f"clone_model({model!r}) copies no such model here; its copy has the same count. To build it twice, put "
            "the lines that build it into a function and call that twice"
        )
    return copied(model)
