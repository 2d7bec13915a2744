"""How Python's import finds modules that are no files: `from lstmlesson.optimizers import Adam`."""

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

PACKAGE = "lstmlesson"


class Finder:
    """Finds what no file holds: each name that `resolve` knows is the module that it gives."""

    def __init__(self, resolve: Callable[[str], ModuleType | None]) -> None:
        self.resolve = resolve

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """What import asks first. Source: importlib.abc.MetaPathFinder of Python 3.11."""
        if self.resolve(fullname) is None:
            return None
        return ModuleSpec(fullname, self, is_package=True)  # type: ignore[arg-type]

    def create_module(self, spec: ModuleSpec) -> None:
        """Python makes an empty module; it is replaced at once."""

    def exec_module(self, module: ModuleType) -> None:
        """Put the module that was resolved in the place of the empty one, as import allows."""
        found = self.resolve(module.__name__)
        if found is not None:
            sys.modules[module.__name__] = found


class Gone:
    """Comes before all others, for names under which Keras 2 had modules and this package happens to have files."""

    @staticmethod
    def find_spec(fullname: str, path: Any = None, target: Any = None) -> None:
        """Refuse them, as Keras 3 does. Raises: ImportError, with the line to write."""
        if fullname.startswith(f"{PACKAGE}.keras.layers."):
            rooms = import_module("lstmlesson.keras._rooms")
            name = fullname.rpartition(".")[2]
            if name in rooms.MOVED:
                raise ImportError(f"keras.layers.{name} is Keras 2; write from keras.layers import …")


def ours(fullname: str) -> ModuleType | None:
    """The room that `lstmlesson.X` or `lstmlesson.keras.X` names, or None.

    Raises: ImportError, with the nearest name, for what a room of Keras does not have.
    """
    package, _, path = fullname.partition(".")
    if package != PACKAGE or path.rpartition(".")[2].startswith("_"):
        return None
    if _is_a_file(path):  # another finder's, and only asked here in passing
        return None
    if path.startswith("pytorch."):
        return import_module("lstmlesson.pytorch.programs.rooms").inside(path.removeprefix("pytorch."))
    rooms = import_module("lstmlesson.keras._rooms")
    return rooms.inside(path.removeprefix("keras."), is_front=path.startswith("keras."))


def _is_a_file(path: str) -> bool:
    """Whether a file stands behind a name, in a folder or in an archive."""
    from importlib.machinery import PathFinder

    name = f"{PACKAGE}.{path}"
    places = getattr(sys.modules.get(name.rpartition(".")[0]), "__path__", [])
    return PathFinder.find_spec(name, places) is not None


def install() -> None:
    """Let import ask here last, once."""
    if not any(isinstance(one, Finder) and one.resolve is ours for one in sys.meta_path):
        sys.meta_path.append(Finder(ours))  # type: ignore[arg-type]
        sys.meta_path.insert(0, Gone)  # type: ignore[arg-type]
