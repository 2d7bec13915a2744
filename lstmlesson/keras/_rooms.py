"""The modules of Keras beside layers and models, in every form of import: `from lstmlesson.optimizers import Adam`.

They are not files: `room` makes each from the table of names when it is asked for. A room is one object, under
whatever name it is imported.
"""

from collections.abc import Iterable
from contextlib import suppress
from difflib import get_close_matches
from functools import cache, wraps
from importlib import import_module
from types import ModuleType
from typing import Any

from lstmlesson import layers, models
from lstmlesson.inert import checked_arguments, named, nearest, signature, table
from lstmlesson.keras import _answers, _data_tools

PACKAGE = "lstmlesson"
# What stood in a module of its own in older Keras, and where it is now.
MOVED = {
    **dict.fromkeys("core convolutional recurrent embeddings merge wrappers normalization pooling".split(), "layers"),
    **dict.fromkeys("advanced_activations noise local convolutional_recurrent experimental".split(), "layers"),
    "np_utils": "utils",
    "vis_utils": "utils",
    "generic_utils": "utils",
    **dict.fromkeys("engine topology".split(), "layers"),
    "objectives": "losses",
}


# Rooms that tf has under the same name, with these names besides.
IN_TENSORFLOW = {
    "config": """
        experimental experimental_run_functions_eagerly get_visible_devices list_logical_devices list_physical_devices
        optimizer run_functions_eagerly set_logical_device_configuration set_soft_device_placement set_visible_devices
        threading LogicalDeviceConfiguration functions_run_eagerly
    """.split(),
    "random": "Generator experimental get_global_generator stateless_normal stateless_uniform poisson".split(),
}


class InertRoom(ModuleType):
    """A module of Keras whose names are there, and are not needed to count."""

    def __init__(self, path: str, names: Iterable[str]) -> None:
        super().__init__(f"{PACKAGE}.{path}", f"keras.{path}: accepted in pasted code; none of it changes a count.")
        self.__path__: list[str] = []
        self.path, self.names = path, sorted(names)

    def __getattr__(self, name: str) -> Any:
        if name == "__all__":
            return self.names
        if name.startswith("__"):
            raise AttributeError(name)
        value = thing(self.path, name)
        setattr(self, name, value)
        return value

    def __dir__(self) -> list[str]:
        return self.names


def checked(path: str, name: str, answer: Any) -> Any:
    """A tool that refuses an argument that Keras' own does not have, with the nearest that it has."""
    line = known_names().get(path, {}).get(name, "class")
    if line.startswith("class") or getattr(answer, "__module__", "") != _data_tools.__name__:
        return answer

    @wraps(answer)
    def tool(*args: Any, **kwargs: Any) -> Any:
        return answer(**checked_arguments(name, path, signature(line), args, kwargs))

    return tool


def known_names() -> dict[str, dict[str, str]]:
    """Each room of Keras by its path, with the line of each of its names."""
    return table("lstmlesson.keras")


def thing(path: str, name: str) -> Any:
    """What a name of a room is: an answer where a program needs one, else something inert."""
    inside = f"{path}.{name}"
    if path.partition(".")[0] == "ops" and inside not in paths():
        return import_module("lstmlesson.layers.operations").function(name)
    if inside in _answers.ANSWERS:
        return checked(path, name, _answers.answer(inside))
    if inside in paths():
        return room(inside)
    if name in IN_TENSORFLOW.get(path, ()):
        return import_module("lstmlesson.keras._tensorflow").within(inside)
    line = known_names().get(path, {}).get(name)
    if path.startswith("applications") and line is not None and name[0].isupper():
        return _answers.refused(f"{name} is not declared here, so its numbers cannot be counted; Keras has it")
    if line is None:
        raise AttributeError(f"keras.{path} has no {name}{nearest(name, names_in(path))}")
    value = named(path, name, line)
    if path == "initializers" and isinstance(value, type):
        value.__call__ = _answers.initial_values  # type: ignore[method-assign]
    return value


@cache
def paths() -> frozenset[str]:
    """The dotted path of every room, those too that only lead to others."""
    every = {
        path
        for path in (
            "ops.nn",
            "ops.numpy",
            "ops.linalg",
            "ops.image",
            *known_names(),
            *(name.rpartition(".")[0] for name in _answers.ANSWERS),
        )
        if path
    }
    return frozenset(part for path in every for part in _parents(path))


def _parents(path: str) -> list[str]:
    parts = path.split(".")
    return [".".join(parts[: many + 1]) for many in range(len(parts))]


def names_in(path: str) -> list[str]:
    """The names of a room, and the rooms in it."""
    if path.partition(".")[0] == "ops":
        return sorted(import_module("lstmlesson.layers.operations").NAMES)
    inner = [other.removeprefix(f"{path}.") for other in (*paths(), *_answers.ANSWERS) if other.startswith(f"{path}.")]
    return sorted({*known_names().get(path, {}), *(name for name in inner if "." not in name)})


@cache
def room(path: str) -> ModuleType:
    """The one module of a path such as `optimizers.schedules`.

    Raises: LookupError where Keras has none of this name.
    """
    if path in ("layers", "models"):
        return {"layers": layers, "models": models}[path]
    if path not in paths():
        raise LookupError(path)
    return InertRoom(path, names_in(path))


def inside(path: str, is_front: bool = True) -> ModuleType | None:
    """The module of Keras at a dotted path; an ImportError that helps where a known room lacks the name."""
    parent, _, name = path.rpartition(".")
    with suppress(LookupError):
        return room(path)
    if name in MOVED and (is_front or parent):
        raise ImportError(f"keras.{path} is Keras 2; write from keras.{MOVED[name]} import …")
    if parent and not name.startswith("_"):
        try:
            module = room(parent)
        except LookupError:
            return None
        _refuse(module, name)
    elif get_close_matches(name, rooms := [one for one in paths() if "." not in one], 1, 0.8):
        raise ImportError(f"keras has no {name}{nearest(name, rooms)}")
    return None


def _refuse(module: ModuleType, name: str) -> None:
    """Say what a room says of a name that it does not have, as an error of import."""
    try:
        getattr(module, name)
    except AttributeError as error:
        raise ImportError(str(error)) from None


def at_front(name: str) -> Any:
    """A name of Keras' front door that is neither a layer nor a model.

    Raises: AttributeError where Keras has none.
    """
    if name in _answers.AT_FRONT:
        place = _answers.AT_FRONT[name]
        return thing(*place.rsplit(".", 1))
    if name in paths():
        return import_module(f"{PACKAGE}.{name}")
    raise AttributeError(f"keras has no {name}")
