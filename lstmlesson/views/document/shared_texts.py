"""Many texts that differ in their numbers, made small: each form is written once, only sizes travel.

Texts are alike where they are equal but for their numbers. Of such texts the numbers that are the same in all of them
go into the form, and those that are equal to each other in every text are sent once. Nothing is counted here, or in the
page: every number has been drawn and written by Python.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+")
# A hole of a form. The brackets of a text become the names that HTML has for them, so that there are no other.
_HOLE, _BRACKETS = re.compile(r"\{(\d+)\}"), str.maketrans({"{": "&lbrace;", "}": "&rbrace;"})


# Where a text is cut into lines that other texts may have too, as the rows of a picture, and a line into pieces.
_LINES, _PIECES = re.compile("(?=<div|<p)"), re.compile("(?=<i class|<span class)")


class Shared(NamedTuple):
    """forms: pieces with holes {0}, {1} … pieces: for each the number of its form and then its sizes. lines: for each
    the numbers of its pieces. texts: for each the numbers of its lines."""

    forms: list[str]
    pieces: list[str]
    lines: list[str]
    texts: list[str]


def shared(texts: Sequence[str]) -> Shared:
    """HTML texts as forms and sizes.

    >>> shared(["3·2 + 2 = 8", "7·5 + 5 = 40", "none"])[:2]
    (['{0}·{1} + {1} = {2}', 'none'], ['0 3 2 8', '0 7 5 40', '1'])
    """
    lines, places = _cut(_LINES, texts)
    pieces, line_places = _cut(_PIECES, lines)
    return Shared(*_forms(pieces), line_places, places)


def _cut(where: re.Pattern[str], texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """The parts of some texts, each once, and for each text the numbers of its parts."""
    known: dict[str, int] = {}
    numbers = [[known.setdefault(part, len(known)) for part in where.split(text) if part] for text in texts]
    return list(known), [" ".join(map(str, one)) for one in numbers]


def _forms(pieces: Sequence[str]) -> tuple[list[str], list[str]]:
    """The forms of some pieces, and each piece as the number of its form and its sizes."""
    plain = [piece.translate(_BRACKETS) for piece in pieces]
    alike: dict[tuple[str, ...], list[int]] = {}
    for at, text in enumerate(plain):
        alike.setdefault(tuple(_NUMBER.split(text)), []).append(at)
    forms, told = [], [""] * len(pieces)
    for number, (between, places) in enumerate(alike.items()):
        columns = list(zip(*(_NUMBER.findall(plain[at]) for at in places), strict=True))
        sent = list(dict.fromkeys(column for column in columns if len(set(column)) > 1))
        holes = [f"{{{sent.index(column)}}}" if column in sent else column[0] for column in columns]
        forms.append("".join(_alternating(between, holes)))
        for row, at in enumerate(places):
            told[at] = " ".join([f"{number}", *(column[row] for column in sent)])
    return forms, told


def _alternating(between: Sequence[str], holes: Sequence[str]) -> Iterator[str]:
    for plain, hole in zip(between, [*holes, ""], strict=True):
        yield plain
        yield hole


def unshared(at: int, forms: Sequence[str], pieces: Sequence[str], lines: Sequence[str], texts: Sequence[str]) -> str:
    """One of the texts, as the page writes it again.

    >>> unshared(1, *shared(["3·2 + 2 = 8", "7·5 + 5 = 40", "none"]))
    '7·5 + 5 = 40'
    """
    numbers = [int(piece) for line in texts[at].split() for piece in lines[int(line)].split()]
    return "".join(_piece(pieces[number], forms) for number in numbers)


def _piece(told: str, forms: Sequence[str]) -> str:
    number, *sizes = told.split(" ")
    return _HOLE.sub(lambda hole: sizes[int(hole[1])], forms[int(number)])
