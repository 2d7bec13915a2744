"""What a kind of error message is, and what is said of one that was found."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple


class Told(NamedTuple):
    """One message of a text. message: as it stands there. meaning: what it means, with its numbers.

    mend: a line or two of code: the ways that the meaning names, or what has to be written together.
    lesson: the notebook that treats it.
    """

    message: str
    meaning: str
    mend: tuple[str, ...]
    lesson: str


# The meaning, the lines that mend it, the lesson; None where the numbers do not fit the message.
Explained = tuple[str, tuple[str, ...], str] | None


class Message(NamedTuple):
    """One kind of message. pattern: the whole of it; a blank in it is any white space, as a terminal breaks lines."""

    pattern: str
    explained: Callable[["re.Match[str]"], Explained]

    def all_in(self, text: str) -> Iterator[tuple["re.Match[str]", Told]]:
        """Each message of this kind in a text, with what is said of it."""
        for match in re.finditer(self.pattern.replace(" ", r"\s+"), text):
            explained = self.explained(match)
            if explained:
                yield match, Told(" ".join(match[0].split()), *explained)


# How Keras begins: which layer objects, in Keras 1 to 3.
INCOMPATIBLE = (
    r"(?:\bInput \d{1,3} (?:with name '\w+' )?(?:is incompatible with layer \w+: "
    r"|of layer ['\"]?\w+['\"]? is incompatible with the layer: ))?"
)


def sizes(written: str) -> tuple[str, ...]:
    """A shape as a message writes it, size by size; None, a size that is chosen later, stays.

    >>> sizes("None, 10"), sizes("4,")
    (('None', '10'), ('4',))
    """
    return tuple(re.findall(r"\w+", written))
