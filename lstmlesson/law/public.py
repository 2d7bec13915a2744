"""What a room offers: Tab and `dir()` show the names of its `__all__`, not the files it is made of."""

from collections.abc import Callable, Iterable


def offered(names: Iterable[str]) -> Callable[[], list[str]]:
    """The `__dir__` of a module that offers these names and nothing else.

    A room says it once, below its list: `__dir__ = offered(__all__)`.

    >>> offered(["read", "explain"])()
    ['explain', 'read']
    """
    public = sorted(names)
    return lambda: list(public)
