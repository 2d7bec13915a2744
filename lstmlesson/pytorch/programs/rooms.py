"""PyTorch's modules beside the layers, in every form of import, and the functions of `torch` itself.

`import lstmlesson.pytorch as torch` and `as nn` are one module: torch.nn is torch here. `torch.optim`,
`torch.nn.functional`, `torch.utils.data` and their like are made from the table of names when they are asked for.
"""

from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from lstmlesson.inert import Inert, named, nearest, table
from lstmlesson.pytorch.programs.answers import ANSWERS, DTYPES
from lstmlesson.pytorch.programs.tensors import Tensor
from lstmlesson.pytorch.weightless import NAMES, weightless_class

PACKAGE = "lstmlesson.pytorch"
# Rooms of which only the name is known: whatever they hold is inert.
OPEN = """
    amp backends cuda.amp distributed fft hub jit linalg multiprocessing onnx profiler quantization random sparse
    special utils.checkpoint utils.tensorboard utils.prune version
""".split()


@cache
def known_names() -> dict[str, dict[str, str]]:
    """Each room by its path, `nn` left out of it, with the line of each of its names."""
    rooms: dict[str, dict[str, str]] = {path: {} for path in OPEN}
    for path, names in table(NAMES).items():
        rooms.setdefault("" if path in ("torch", "nn") else path.removeprefix("nn."), {}).update(names)
    for answer in ANSWERS:
        path, _, name = answer.rpartition(".")
        rooms.setdefault(path, {})[name] = name
    for path in list(rooms):
        for parent in _parents(path):
            rooms.setdefault(parent, {})
    return rooms


def _parents(path: str) -> list[str]:
    parts = path.split(".")[:-1]
    return [".".join(parts[: many + 1]) for many in range(len(parts))]


class TorchRoom(ModuleType):
    """A module of PyTorch whose names are there, and hold nothing that is counted."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{PACKAGE}.{path}", f"torch.{path}: accepted in pasted code; none of it is counted.")
        self.__path__: list[str] = []
        self.path = path

    def __getattr__(self, name: str) -> Any:
        if name == "__all__":
            return dir(self)
        if name.startswith("__"):
            raise AttributeError(name)
        value = thing(self.path, name)
        setattr(self, name, value)
        return value

    def __dir__(self) -> list[str]:
        return sorted(known_names()[self.path])


def thing(path: str, name: str) -> Any:
    """What a name of a room is.

    Raises: AttributeError where PyTorch has none of it, with the nearest.
    """
    inside = f"{path}.{name}".lstrip(".")
    if inside in ANSWERS:
        return ANSWERS[inside]
    if inside in known_names():
        return import_module(f"{PACKAGE}.{inside}")
    if path in OPEN or path.partition(".")[0] in OPEN:
        return Inert(f"torch.{inside}")
    line = known_names()[path].get(name)
    if line is None:
        raise AttributeError(f"torch.{path} has no {name}{nearest(name, known_names()[path])}")
    return named(path, name, line, lambda what: Tensor(what=what))


def at_top(name: str) -> Any:
    """A name of torch or of torch.nn that is not declared in a file of its own.

    Raises: AttributeError where neither has it, with the nearest.
    """
    if name == "nn":
        return import_module(PACKAGE)
    if name in ANSWERS:
        return ANSWERS[name]
    if name in DTYPES:
        return f"torch.{name}"
    if name in known_names():
        return import_module(f"{PACKAGE}.{name}")
    if name in table(NAMES)["nn"] or name.startswith("Lazy"):
        return weightless_class(name)
    if name in table(NAMES)["torch"]:
        return named("torch", name, f"{name}(*args, **kwargs)", lambda what: Tensor(what=what))
    raise AttributeError(f"torch.nn has no {name}{nearest(name, [*table(NAMES)['nn'], *known_names()])}")


@cache
def room(path: str) -> ModuleType:
    """The one module of a path below torch, `nn` left out of it."""
    return TorchRoom(path)


def inside(path: str) -> ModuleType | None:
    """The module that `torch.X` names, or None.

    Raises: ImportError, with the nearest name, for what PyTorch does not have.
    """
    path = ".".join(part for part in path.split(".") if part != "nn")
    if not path:
        return import_module(PACKAGE)
    if path in known_names():
        return room(path)
    parent, _, name = path.rpartition(".")
    if parent in known_names():
        try:
            thing(parent, name) if parent else at_top(name)
        except AttributeError as error:
            raise ImportError(str(error)) from None
    return None
