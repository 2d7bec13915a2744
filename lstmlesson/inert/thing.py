"""An inert thing takes whatever is done with it and gives more of its kind; as a number it is nan.

So a pasted program goes on, and nothing of it looks like a result.
"""

import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any

NAN = float("nan")


class NotHere(UserWarning):
    """Said once where a pasted program asks for something that is not done here, such as training."""


class Inert:
    """A thing that does nothing. What it is told to hold are its attributes; all else that it gives is inert, too.

    >>> Inert("optimizer.iterations") * 2 + 1
    <optimizer.iterations, inert>
    >>> float(Inert("loss"))
    nan
    >>> first, second = Inert("a batch")                      # as many as are asked for; a loop has no round
    """

    def __init__(self, what: str = "", **known: Any) -> None:
        self.__dict__.update(what=what or type(self).__name__, **known)

    what: str

    def more(self, what: str) -> Any:
        """Another of its kind."""
        return Inert(what)

    def __repr__(self) -> str:
        return f"<{self.__dict__.get('what', type(self).__name__)}, inert>"

    def __getattr__(self, name: str) -> Any:
        if name.startswith(("__", "_repr_", "_ipython_")):
            raise AttributeError(name)
        return self.more(f"{self.__dict__.get('what', type(self).__name__)}.{name}")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """More of the kind; as a decorator, what is decorated, as it is."""
        if len(args) == 1 and not kwargs and callable(args[0]) and not isinstance(args[0], Inert):
            return args[0]
        return self.more(self.what)

    def __getitem__(self, key: Any) -> Any:
        return self.more(self.what)

    def __setitem__(self, key: Any, value: Any) -> None:
        """Taken, and not kept."""

    def __iter__(self) -> Iterator[Any]:
        return iter([self.more(self.what) for _ in range(_names_to_fill(sys._getframe(1)))])

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *error: object) -> None:
        """Errors go on."""

    def __float__(self) -> float:
        return NAN

    def __bool__(self) -> bool:
        return True

    def __format__(self, how: str) -> str:
        return format(NAN, how) if how else repr(self)


def _names_to_fill(frame: FrameType) -> int:
    """How many names stand left of the = that unpacks; 0 in a loop. Read off the running line of the program."""
    import dis

    code, at = frame.f_code.co_code, frame.f_lasti
    name, names = dis.opname[code[at]], code[at + 1]
    return names if name == "UNPACK_SEQUENCE" else 0


def _answer(self: Inert, *others: Any) -> Any:
    return self.more(self.what)


def _compared(self: Inert, other: Any) -> Any:
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
