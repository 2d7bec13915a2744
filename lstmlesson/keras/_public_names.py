"""The names of Keras that a count does not need, as inert things: `optimizers.Adam`, `callbacks.EarlyStopping`.

Which names there are, and what each may be given, stands in public_names.txt, read out of Keras itself. A name or
an argument that Keras does not have is refused with the nearest that it has.
"""

import ast
import warnings
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any, NamedTuple

from lstmlesson.models.inert import Inert, NotHere
from lstmlesson.models.layer_names import snake_case
from lstmlesson.models.training_calls import bound, nearest

# Arguments that older programs give, and the name that Keras 3 has for them.
RENAMED = {"lr": "learning_rate", "period": "save_freq", "epsilon": "min_delta", "nb_classes": "num_classes"}
RENAMED |= {"m": "max_value", "init": "initializer", "l": "l2"}
# Keras 3 takes it, says that it ignores it, and so do we.
IGNORED = ("decay",)
# Functions that give nothing back: a cell that ends with one shows nothing.
SILENT = ("set_", "clear_", "enable_", "disable_", "save_", "plot_", "initialize")


class Signature(NamedTuple):
    """What a name of Keras is given: whether it is a class, its arguments with defaults, and whether any other goes."""

    is_class: bool
    needed: tuple[str, ...]
    defaults: dict[str, Any]
    takes_any: bool

    @property
    def fields(self) -> list[str]:
        """The arguments in their order."""
        return [*self.needed, *self.defaults]


@cache
def table() -> dict[str, dict[str, str]]:
    """Each room of Keras by its path, with the line of each of its names."""
    rooms: dict[str, dict[str, str]] = {}
    for line in Path(__file__).with_name("public_names.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            names = rooms.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            names[line.removeprefix("class ").partition("(")[0]] = line
    return rooms


@cache
def signature(line: str) -> Signature:
    """A line of the table, read.

    >>> signature("class SGD(learning_rate=0.01, **kwargs)")
    Signature(is_class=True, needed=(), defaults={'learning_rate': 0.01}, takes_any=True)
    """
    call = line.removeprefix("class ")
    arguments = ast.parse(f"def {call if '(' in call else call + '()'}: ...").body[0].args  # type: ignore[attr-defined]
    names = [argument.arg for argument in (*arguments.args, *arguments.kwonlyargs)]
    values = [ast.literal_eval(value) for value in (*arguments.defaults, *filter(None, arguments.kw_defaults))]
    many = len(names) - len(values)
    takes_any = arguments.kwarg is not None or arguments.vararg is not None
    defaults = dict(zip(names[many:], values, strict=True))
    return Signature(line.startswith("class "), tuple(names[:many]), defaults, takes_any)


class Named(Inert):
    """A class of Keras that does nothing here; its arguments are checked, and become its attributes."""

    path = ""
    signature = Signature(True, (), {}, True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        given = arguments(type(self).__name__, self.path, self.signature, args, kwargs)
        known = {"name": snake_case(type(self).__name__)} | self.signature.defaults | given
        if known["name"] is None:
            known["name"] = snake_case(type(self).__name__)
        super().__init__(f"{type(self).__name__}", **known, given=given)

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


def arguments(
    kind: str, path: str, declared: Signature, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> dict[str, Any]:
    """The arguments by name, refused where Keras refuses them."""
    for name in IGNORED:
        if name in kwargs and name not in declared.fields and path.startswith("optimizers"):
            value = kwargs.pop(name)
            warnings.warn(f"{kind}: {name}={value!r} is ignored by Keras 3, and here", NotHere, stacklevel=4)
    if declared.takes_any and not path.startswith("optimizers"):
        return dict(zip(declared.fields, args, strict=False)) | kwargs
    for name, value in kwargs.items():
        meant = RENAMED.get(name)
        if name not in declared.fields and meant in declared.fields:
            raise TypeError(f"{kind} has no argument {name} ({name}={value!r}); write {meant}={value!r}")
    given = bound(kind, declared.fields, args, kwargs)
    for name in declared.needed:
        if name not in given:
            raise TypeError(f"{kind} needs {name}, as in {kind}({name}=…)")
    for name, value in given.items() if path == "regularizers" else ():
        if name != "mode" and isinstance(value, int | float) and value < 0:
            raise ValueError(f"{kind}: {name}={value!r}; expected a number that is not negative")
    return given


def named(path: str, name: str, line: str) -> Any:
    """The class or the function of one line of the table."""
    declared = signature(line)
    if declared.is_class:
        kind = type(name, (Named,), {"path": path, "signature": declared, "__module__": f"lstmlesson.{path}"})
        return kind
    if "(" not in line:
        return Inert(f"{path}.{name}")

    def function(*args: Any, **kwargs: Any) -> Any:
        arguments(name, path, declared, args, kwargs)
        if len(args) == 1 and isinstance(args[0], FunctionType | type):
            return args[0]
        return None if name.startswith(SILENT) else Inert(f"{path}.{name}()")

    function.__name__ = function.__qualname__ = name
    function.__module__ = f"lstmlesson.{path}"
    function.__doc__ = f"keras.{path}.{name}, which changes no count: it is accepted, and does nothing."
    return function


def missing(path: str, name: str, known: list[str]) -> str:
    """What to say of a name that a room of Keras does not have."""
    return f"keras.{path} has no {name}{nearest(name, known)}"
