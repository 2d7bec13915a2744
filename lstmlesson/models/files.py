"""Keras' functions that read, write or copy a model. A file holds trained weights, which a count does not need."""

import warnings
from typing import Any, NoReturn

from lstmlesson.inert import NotHere


def save_model(model: Any, filepath: Any = None, overwrite: Any = True, **kwargs: Any) -> None:
    """Writes nothing, and says so."""
    warnings.warn("save_model writes no file here: there are no trained weights", NotHere, stacklevel=2)


def load_model(filepath: Any, custom_objects: Any = None, compile: Any = True, safe_mode: Any = True) -> NoReturn:
    """Refused: a file is not read here.

    Raises: NotImplementedError, with what to do instead.
    """
    raise NotImplementedError(
        f"load_model({filepath!r}) reads no file here, so there are no layers to count; run the code that builds the "
        "model, or paste what its summary() prints into explain"
    )


def model_from_json(json_string: Any, custom_objects: Any = None) -> NoReturn:
    """Refused: a configuration is not read here.

    Raises: NotImplementedError, with what to do instead.
    """
    raise NotImplementedError("model_from_json reads no configuration here; run the code that builds the model")


def clone_model(model: Any, *args: Any, **kwargs: Any) -> NoReturn:
    """Refused: a copy would have the same numbers, and its layers other names.

    Raises: NotImplementedError, with what to do instead.
    """
    raise NotImplementedError(
        f"clone_model({model!r}) copies no model here; its copy has the same count. To build it twice, put the lines "
        "that build it into a function and call that twice"
    )
