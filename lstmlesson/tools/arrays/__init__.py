"""numpy as far as shapes need: a pasted program is run where there is none, and its model needs sizes alone.

1. `array`: an array of which the shape is known, and no number.
2. `making`: arrays made and put together; `functions`: all of numpy's names, and what they make of shapes. Plain
   numbers are worked out.
3. `elsewhere`: pandas, matplotlib, sklearn and their like are inert; a few hand shapes on.
4. `without_numbers`: within it, `import numpy` and the others give these.

How to add a function: its name and what it makes of shapes, in `functions.FUNCTIONS` or `elsewhere.ANSWERS`. What
stands in neither is inert: it takes everything, and gives nothing that a model could be made of.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from lstmlesson.inert import Inert
from lstmlesson.keras._finder import Finder
from lstmlesson.law.public import offered
from lstmlesson.tools.arrays.array import Array
from lstmlesson.tools.arrays.elsewhere import ANSWERS, PACKAGES
from lstmlesson.tools.arrays.functions import FUNCTIONS

__all__ = ["Array", "without_numbers"]

__dir__ = offered(__all__)


class _Room(ModuleType):
    """A module that stands in for one of these packages."""

    __path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        path = f"{self.__name__}.{name}"
        known = FUNCTIONS if path.startswith("numpy.") else ANSWERS
        return known[path] if path in known else _Room(path) if _is_a_room(path) else Inert(path)


def _is_a_room(path: str) -> bool:
    return any(name.startswith(f"{path}.") for name in (*FUNCTIONS, *ANSWERS))


def _resolve(fullname: str) -> ModuleType | None:
    return _Room(fullname) if fullname.partition(".")[0] in PACKAGES else None


@contextmanager
def without_numbers() -> Iterator[None]:
    """Within it arrays have shapes and no numbers, whether numpy is installed or not; after it all is as before."""
    kept = {name: module for name, module in sys.modules.items() if name.partition(".")[0] in PACKAGES}
    for name in kept:
        del sys.modules[name]
    finder: Any = Finder(_resolve)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name in sys.modules if name.partition(".")[0] in PACKAGES]:
            del sys.modules[name]
        sys.modules.update(kept)
