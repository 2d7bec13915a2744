"""`import lstmlesson as tf`: tf.keras is Keras, and of tf itself the names that a pasted model touches.

What only feeds or trains (tf.data, tf.config, tf.function …) is inert; an operation on tensors is followed by its
shapes; numbers written down are numpy's arrays.
"""

from collections.abc import Callable
from contextlib import suppress
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from lstmlesson import layers, models
from lstmlesson.inert import Inert, nearest
from lstmlesson.keras import _answers, _operation_names
from lstmlesson.keras._data_tools import numpy_for
from lstmlesson.keras._rooms import at_front, paths, thing
from lstmlesson.keras._tensorflow_names import (
    ANSWERS,
    AS_IN_KERAS,
    DTYPES,
    INERT,
    INITIALIZERS,
    WITH_OPERATIONS,
    refuse_what_is_gone,
)


def constant(value: Any, dtype: Any = None, shape: Any = None, name: Any = None) -> Any:
    """Numbers written down in the program, as numpy's array; a tensor stays a tensor."""
    if type(value).__module__.startswith("lstmlesson"):
        return value
    np = numpy_for("tf.constant")
    array = np.asarray(value, dtype=dtype if isinstance(dtype, str) and dtype != "string" else None)
    return array if shape is None else np.broadcast_to(array, shape)


def fill(dims: Any, value: Any = 0, name: Any = None) -> Any:
    """An array of this shape."""
    return _answers.filled("zeros", dims)


VALUES: dict[str, Callable[..., Any]] = {
    "constant": constant,
    "convert_to_tensor": constant,
    "fill": fill,
    "zeros": lambda shape=(), dtype=None, name=None: _answers.filled("zeros", shape),
    "ones": lambda shape=(), dtype=None, name=None: _answers.filled("ones", shape),
}


@cache
def variable() -> Any:
    """tf.Variable: Keras' with its arguments in tf's order."""
    base: Any = _answers.answer("backend.Variable")

    class Variable(base):
        """A weight that a program makes itself. Source: tf.Variable of TensorFlow 2.21."""

        def __init__(
            self, initial_value: Any = None, trainable: Any = True, *args: Any, shape: Any = None, **more: Any
        ) -> None:
            value = initial_value() if callable(initial_value) else initial_value
            super().__init__(value, shape=shape, trainable=trainable is not False, name=more.get("name"))

    return Variable


class InertPart(Inert):
    """A room of tf: what is known is answered, operations are followed, all else is inert."""

    def __init__(self, path: str) -> None:
        super().__init__(f"tf.{path}", path=path)

    path: str

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or "path" not in self.__dict__:
            raise AttributeError(name)
        return within(f"{self.path}.{name}")


def within(path: str) -> Any:
    """What stands at a path below tf.

    Raises: AttributeError for a name that tf does not have.
    """
    room, _, name = path.rpartition(".")
    refuse_what_is_gone(path)
    if path in ANSWERS:
        return ANSWERS[path]
    if path in ("compat.v1", "compat.v2"):
        return InertPart(path)
    if path.startswith(("compat.v1.", "compat.v2.")):
        return _of_either(path.split(".", 2)[2])
    if any(known.startswith(f"{path}.") for known in ANSWERS):
        return InertPart(path)
    if room.partition(".")[0] in WITH_OPERATIONS:
        return _operation_names.operation(name)
    return Inert(f"tf.{path}")


def _of_either(name: str) -> Any:
    """A name of tf.compat.v1: what tf has is tf's, and all else is inert, as most of it sets something up."""
    refuse_what_is_gone(name)
    with suppress(AttributeError):
        return import_module("lstmlesson.keras") if name == "keras" else at_top(name)
    return Inert(f"tf.compat.v1.{name}")


def at_top(name: str) -> Any:
    """A name of tf itself.

    Raises: AttributeError for a name that tf does not have, with the nearest.
    """
    if name in ANSWERS:
        return ANSWERS[name]
    if name in DTYPES:
        return name
    if name in VALUES:
        return VALUES[name]
    if name in ("Variable", "Tensor"):
        return variable() if name == "Variable" else _answers.answer("backend.Tensor")
    if name in AS_IN_KERAS:
        return import_module(f"lstmlesson.{name}")
    if name in INITIALIZERS:
        return thing("initializers", INITIALIZERS[name])
    if name in WITH_OPERATIONS:
        return InertPart(name)
    if name in (*_operation_names.OPERATIONS, *_operation_names.SAME_NAME):
        return _operation_names.operation(name)
    if name in INERT:
        return InertPart(name)
    refuse_what_is_gone(name)
    raise AttributeError(f"tensorflow has no {name}{nearest(name, ['keras', *INERT, *DTYPES, *VALUES])}")


class TensorFlowRoom(ModuleType):
    """A module below tensorflow, such as tensorflow.data."""

    def __init__(self, path: str) -> None:
        super().__init__(f"tensorflow.{path}")
        self.__path__: list[str] = []
        self.path = path

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return within(f"{self.path}.{name}")


def at_door(name: str) -> Any:
    """A name of `import lstmlesson as keras` or `as tf` that is neither a layer nor a model.

    Raises: AttributeError where neither Keras nor tf has it.
    """
    if not name.startswith("_"):
        for look in (at_front, at_top):
            with suppress(AttributeError):
                return look(name)
    known = ["keras", *paths(), *_answers.AT_FRONT, *INERT, *DTYPES, *VALUES, *layers.__all__, *models.__all__]
    close = nearest(name, known) if get_close_matches(name, known) else ""
    raise AttributeError(f"module 'lstmlesson' has no attribute {name!r}{close}")


class TensorFlow(ModuleType):
    """The module that `import tensorflow as tf` gives while it is ours."""

    def __init__(self) -> None:
        super().__init__("tensorflow")
        self.__path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name == "keras":
            return import_module("lstmlesson.keras")
        if name.startswith("__") and name != "__version__":
            raise AttributeError(name)
        return at_top(name)
