"""What a pasted program names and a count does not need: optimizers, callbacks, losses. They are kept and never run.

An inert thing takes whatever is done with it and gives more of its kind, so that a program goes on; as a number it
is nan, so that nothing of it looks like a result.
"""

from collections.abc import Iterator
from typing import Any

NAN = float("nan")


class NotHere(UserWarning):
    """Said once where a pasted program asks for something that is not done here, such as training."""


class Inert:
    """A thing that does nothing. Its arguments are its attributes; all else that is asked of it is inert, too.

    >>> Inert("optimizer.iterations") * 2 + 1
    <optimizer.iterations, inert>
    >>> float(Inert("loss"))
    nan
    """

    def __init__(self, what: str = "", **known: Any) -> None:
        self.__dict__.update(what=what or type(self).__name__, **known)

    what: str

    def __repr__(self) -> str:
        return f"<{self.__dict__.get('what', type(self).__name__)}, inert>"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name.startswith("_repr_") or name.startswith("_ipython_"):
            raise AttributeError(name)
        return Inert(f"{self.__dict__.get('what', type(self).__name__)}.{name}")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """More of the kind; as a decorator, what is decorated, as it is."""
        if len(args) == 1 and not kwargs and callable(args[0]) and not isinstance(args[0], Inert):
            return args[0]
        return Inert(self.what)

    def __getitem__(self, key: Any) -> "Inert":
        return Inert(self.what)

    def __setitem__(self, key: Any, value: Any) -> None:
        """Taken, and not kept."""

    def __iter__(self) -> Iterator[Any]:
        """No items: a loop over data that are not read here runs no round."""
        return iter(())

    def __enter__(self) -> "Inert":
        return self

    def __exit__(self, *error: object) -> None:
        """Errors go on."""

    def __float__(self) -> float:
        return NAN

    def __bool__(self) -> bool:
        return True

    def __format__(self, how: str) -> str:
        return format(NAN, how) if how else repr(self)


def _answer(self: Inert, *others: Any) -> Inert:
    return Inert(self.what)


def _compared(self: Inert, other: Any) -> bool:
    return False


for _name in "add sub mul truediv floordiv mod pow matmul and or".split():
    setattr(Inert, f"__{_name}__", _answer)
    setattr(Inert, f"__r{_name}__", _answer)
for _name in ("neg", "abs", "pos", "invert"):
    setattr(Inert, f"__{_name}__", _answer)
for _name in ("lt", "le", "gt", "ge"):
    setattr(Inert, f"__{_name}__", _compared)


def name_of(thing: Any) -> str:
    """What Keras calls a metric: the text itself, an object's name, a function's own name."""
    name = getattr(thing, "name", None) or getattr(thing, "__name__", None)
    return name if isinstance(name, str) else str(thing)
