"""What a name may be given, and what is said of an argument that it does not have."""

import warnings
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from lstmlesson.inert.thing import NotHere

# Arguments that older programs give, and the name that Keras 3 has for them.
RENAMED = {
    "lr": "learning_rate",
    "learning_rate": "lr",
    "period": "save_freq",
    "nb_classes": "num_classes",
    "m": "max_value",
    "nb_epoch": "epochs",
    "n_epochs": "epochs",
    "show_accuracy": "metrics",
    "metric": "metrics",
    "losses": "loss",
}
# A longer list of what there is helps nobody.
MOST_LISTED = 30
# Keras 3 takes it, says that it ignores it, and so do we.
IGNORED = ("decay",)


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
def signature(line: str) -> Signature:
    """A line of the table, read.

    >>> signature("class SGD(learning_rate=0.01, **kwargs)")
    Signature(is_class=True, needed=(), defaults={'learning_rate': 0.01}, takes_any=True)
    """
    import ast

    call = line.removeprefix("class ")
    arguments = ast.parse(f"def {call if '(' in call else call + '()'}: ...").body[0].args  # type: ignore[attr-defined]
    names = [argument.arg for argument in (*arguments.args, *arguments.kwonlyargs)]
    values = [ast.literal_eval(value) for value in (*arguments.defaults, *filter(None, arguments.kw_defaults))]
    many = len(names) - len(values)
    takes_any = arguments.kwarg is not None or arguments.vararg is not None
    defaults = dict(zip(names[many:], values, strict=True))
    return Signature(line.startswith("class "), tuple(names[:many]), defaults, takes_any)


def checked_arguments(
    kind: str, path: str, declared: Signature, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> dict[str, Any]:
    """The arguments by name, refused where Keras refuses them."""
    for name in IGNORED:
        if name in kwargs and name not in declared.fields and path.startswith("optimizers"):
            value = kwargs.pop(name)
            warnings.warn(f"{kind}: {name}={value!r} is ignored by Keras 3, and here", NotHere, stacklevel=4)
    if declared.takes_any and not path.startswith("optimizers"):
        return dict(zip(declared.fields, args, strict=False)) | kwargs
    given = bound(kind, declared.fields, args, kwargs)
    for name in declared.needed:
        if name not in given:
            raise TypeError(f"{kind} needs {name}, as in {kind}({name}=…)")
    for name, value in given.items() if path == "regularizers" else ():
        if name != "mode" and isinstance(value, int | float) and value < 0:
            raise ValueError(f"{kind}: {name}={value!r}; expected a number that is not negative")
    return given


def bound(what: str, fields: list[str], args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a call by name; one that is not there is refused with the one that was meant."""
    for name, value in kwargs.items():
        if name not in fields:
            meant = RENAMED.get(name)
            advice = f"; write {meant}={value!r}" if meant in fields else nearest(name, fields, f"={value!r}")
            raise TypeError(f"{what} has no argument {name} ({name}={value!r}){advice}")
    if len(args) > len(fields):
        raise TypeError(f"{what} takes at most {len(fields)} arguments, {len(args)} were given")
    return dict(zip(fields, args, strict=False)) | kwargs


def nearest(name: str, known: Iterable[str], value: str = "") -> str:
    """The advice that names the nearest of what is known, as the end of a sentence; else a short list of it.

    >>> nearest("metrisc", ["loss", "metrics"], "=['acc']")
    "; write metrics=['acc']"
    >>> nearest("adam_v2", ["Nadam", "Adam"])
    "; did you mean 'Adam'?"
    """
    from difflib import get_close_matches

    known = list(known)
    # Older versions wrote some names small, or with a number behind: adam, adam_v2.
    alike = name.partition("_v")[0].lower()
    close = [one for one in known if one.lower() == alike] or get_close_matches(name, known, 1)
    if close and value:
        return f"; write {close[0]}{value}"
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; it has {', '.join(known)}" if known and len(known) <= MOST_LISTED else ""
