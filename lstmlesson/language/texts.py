"""What a language is: a name, and its texts by name. A text is a line with braces, or a function that gives one."""

from collections.abc import Callable, Mapping
from typing import Any

Text = str | Callable[..., str]


class Language:
    """A language: its name and its texts, given as one table for each room that speaks.

    Raises: ValueError where two tables have a text of the same name.

    >>> Language("en", {"minutes": "{number} minutes"}).said("minutes", number=20)
    '20 minutes'
    """

    def __init__(self, name: str, *tables: Mapping[str, Text]) -> None:
        self.name = name
        self.texts: dict[str, Text] = {}
        for table in tables:
            twice = sorted(self.texts.keys() & table.keys())
            if twice:
                raise ValueError(f"language {name}: {twice} stand twice; expected a name of its own for each text")
            self.texts |= table

    def __repr__(self) -> str:
        return f"Language({self.name!r}, {len(self.texts)} texts)"

    def said(self, text: str, /, **values: Any) -> str:
        """A text with its values filled in.

        Raises: LookupError where there is no such text, TypeError where a value is missing that it needs.
        """
        if text not in self.texts:
            from difflib import get_close_matches

            near = get_close_matches(text, self.texts, n=3)
            raise LookupError(f"{text!r} is no text of the language {self.name}{f'; near are {near}' if near else ''}")
        written = self.texts[text]
        if not isinstance(written, str):
            return written(**values)
        try:
            return written.format(**values)
        except KeyError as error:
            raise TypeError(f"the text {text!r} needs {error}; given are {sorted(values)}") from None
