"""The names of a framework that a count does not need, as inert things: `optimizers.Adam`, `nn.ReLU`.

Which names there are, and what each may be given, stands in a table that is read out of the framework itself.
"""

from collections.abc import Callable
from functools import cache
from types import FunctionType
from typing import Any

from lstmlesson.inert.signatures import Signature, checked_arguments, signature
from lstmlesson.inert.thing import Inert

# Functions that give nothing back: a cell that ends with one shows nothing.
SILENT = ("set_", "clear_", "enable_", "disable_", "save_", "plot_", "initialize")


@cache
def table(package: str) -> dict[str, dict[str, str]]:
    """Each room of a framework by its path, with the line of each of its names: [room], then a line a name.

    package: ours, which has them in public_names.txt, as a file or in an archive.
    """
    from pkgutil import get_data

    text = get_data(package, "public_names.txt") or b""
    rooms: dict[str, dict[str, str]] = {}
    for line in text.decode("utf-8").splitlines():
        if line.startswith("["):
            names = rooms.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            names[line.removeprefix("class ").partition("(")[0]] = line
    return rooms


class Named(Inert):
    """A class that does nothing here; its arguments are checked, and become its attributes."""

    path = ""
    signature = Signature(True, (), {}, True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        given = checked_arguments(type(self).__name__, self.path, self.signature, args, kwargs)
        known = {"name": None} | self.signature.defaults | given
        known["name"] = known["name"] or type(self).__name__.lower()
        super().__init__(type(self).__name__, **known, given=given)

    given: dict[str, Any]

    def __repr__(self) -> str:
        given = self.__dict__.get("given", {})
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in given.items())})"

    def __eq__(self, other: object) -> bool:
        same = type(self) is type(other)
        return self is other or (same and repr(self) == repr(other))

    def __hash__(self) -> int:
        return hash(type(self))

    def get_config(self) -> dict[str, Any]:
        """The arguments."""
        return dict(self.__dict__.get("given", {}))

    @classmethod
    def from_config(cls, config: dict[str, Any]) -> "Named":
        """The thing that these arguments make."""
        return cls(**config)


def named(path: str, name: str, line: str, answer: Callable[[str], Any] = Inert) -> Any:
    """The class or the function of one line of the table; `answer` makes what the function gives."""
    declared = signature(line)
    if declared.is_class:
        kind = type(name, (Named,), {"path": path, "signature": declared, "__module__": f"lstmlesson.{path}"})
        return kind
    if "(" not in line:
        return Inert(f"{path}.{name}")

    def function(*args: Any, **kwargs: Any) -> Any:
        checked_arguments(name, path, declared, args, kwargs)
        if len(args) == 1 and isinstance(args[0], FunctionType | type):
            return args[0]
        return None if name.startswith(SILENT) else answer(f"{path}.{name}()")

    function.__name__ = function.__qualname__ = name
    function.__module__ = f"lstmlesson.{path}"
    function.__doc__ = f"{path}.{name} changes no count: it is accepted, and does nothing."
    return function
