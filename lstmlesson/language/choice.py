"""Which language is spoken, and what it says. The choice is one ContextVar, the only state of its kind in the house."""

from contextvars import ContextVar
from functools import cache
from importlib import import_module
from typing import Any

from lstmlesson.language.texts import Language

_USED: ContextVar["Language | None"] = ContextVar("language", default=None)
_ROOM, _FIRST = "lstmlesson.language", "en"


class Choice:
    """A language that was chosen; at the end of a `with`, the one before is in use again."""

    def __init__(self, language: Language) -> None:
        self.language, self.before = language, _USED.get()
        _USED.set(language)

    def __repr__(self) -> str:
        return f"use({self.language.name!r})"

    def __enter__(self) -> Language:
        return self.language

    def __exit__(self, *error: object) -> None:
        _USED.set(self.before)


def use(language: "str | Language") -> Choice:
    """Choose the language of all that learners see: from now on or, with `with`, for a while.

    language: its name, such as "en", or a Language of your own.
    Raises: ValueError where there is no such language, or where it lacks a text that English has.

    >>> use("en")
    use('en')
    >>> use("xx")
    Traceback (most recent call last):
    ValueError: language='xx': expected one of en
    """
    return Choice(_found(language))


def chosen(language: "str | Language | None" = None) -> Language:
    """The language that is asked for by an argument or, without one, the language in use."""
    return _found(language) if language else _USED.get() or _of_folder(_FIRST)


def languages() -> list[str]:
    """The names of all languages that there are: the folders of this room."""
    from pkgutil import iter_modules

    return sorted(found.name for found in iter_modules(import_module(_ROOM).__path__) if found.ispkg)


def _found(language: "str | Language") -> Language:
    if isinstance(language, Language):
        return _whole(language)
    if language not in languages():
        raise ValueError(f"language={language!r}: expected one of {', '.join(languages())}")
    return _of_folder(language)


@cache
def _of_folder(name: str) -> Language:
    return _whole(import_module(f"{_ROOM}.{name}").LANGUAGE)


def _whole(language: Language) -> Language:
    """The same language, if it says all that English says."""
    missing = sorted(import_module(f"{_ROOM}.{_FIRST}").LANGUAGE.texts.keys() - language.texts.keys())
    if missing:
        raise ValueError(f"the language {language.name} lacks {missing}; expected a text for each that English has")
    return language


def word(name: str, /, *, language: "str | Language | None" = None) -> str:
    """A text that needs no values, in the language in use or in another.

    >>> word("total")
    'total'
    """
    return chosen(language).said(name)


def sentence(name: str, /, *, language: "str | Language | None" = None, **values: Any) -> str:
    """A text with its values filled in, in the language in use or in another.

    >>> sentence("loss in epoch", loss=0.1, epoch=1)
    '0.1 in epoch 1'
    """
    return chosen(language).said(name, **values)


def label(name: str, /, *, language: "str | Language | None" = None) -> str:
    """The word for a name, such as that of a gate; the name itself where it has none, as a layer's.

    >>> label("forget"), label("lstm_1")
    ('forget', 'lstm_1')
    """
    spoken = chosen(language)
    return spoken.said(name) if name in spoken.texts else name
