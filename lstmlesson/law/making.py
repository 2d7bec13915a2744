"""What a program makes: each declaration and module notes itself while somebody asks for it, and else nowhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

# A list within `noted`, else None. A model that a program makes inside a function is to be shown, too, and no name
# in the program leads to it.
_NOTES: ContextVar[list[Any] | None] = ContextVar("made", default=None)


def note(thing: Any) -> None:
    """Note a thing that is being made, where somebody asks for it."""
    notes = _NOTES.get()
    if notes is not None:
        notes.append(thing)


@contextmanager
def noted() -> Iterator[list[Any]]:
    """Within it, everything that is made, in order.

    >>> from lstmlesson import Dense
    >>> with noted() as made:
    ...     layer = Dense(2)
    >>> made
    [Dense(2)]
    """
    made: list[Any] = []
    token = _NOTES.set(made)
    try:
        yield made
    finally:
        _NOTES.reset(token)
