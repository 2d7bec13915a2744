"""Single lines of a table in columns of blanks: which are rules, which look like a row, and what their cells are.

A shape ends where its bracket closes, or, where it was cut off, before the number that follows. A number is read whole
or not at all.
"""

import re
from typing import NamedTuple

from lstmlesson.summary.classes import KERAS
from lstmlesson.summary.reading.cleaning.clean import LONGEST_LINE

_SIZE = r"(?:None|null|\?|-?\d{1,18})"
# With what a shape begins; Keras 0 and 1 leave no blank before it.
_BEGINS = re.compile(r"(?<![^\s\[({])[\[({]{1,3}(?=None|null|\?|-?\d|[\[({'\"]|\))|(?<=\w)\(None,")
_WORD = re.compile(r"(?<=\s)(?:multiple|unknown|\?|--|-)(?=\s)")
_INSIDE = re.compile(r"[\w\s,?'\":.…()\[\]{}-]*")
_TWO_SIZES = re.compile(r"[\w)\]] +[\w([]")
# A shape that never ends: at most one blank stands behind its commas, more come before the next column.
_CUT = rf"[\[({{]{{1,3}}(?:(?:{_SIZE}|[)\]][ ]?,?[ ]?[(\[]?)[ ]?,?[ ]?|[(\[])*(?:N|No|Non|-)?…?"
COUNT = (
    r"(?:\(?(?:\d{1,3}(?:,\d{3})+|\d{1,30})(?:\.0+)?\)?(?![\w…]|[.,][\w….])|\d[\d,]*(?:…|\.{2,3})|--|\(recursive\)|\?"
    r")(?: *\((?:unused|unbuilt)[^)]*\)?)?"
)
_COUNT = re.compile(rf"\s*({COUNT})")
# A dictionary of shapes is cut within its first name.
_CUT_THEN_COUNT = re.compile(rf"({_CUT}|\{{'[^{{}}\[\]\s]{{0,60}} ?)\s+({COUNT})(?=\s|$)")
MOST_SHAPES = 3


class Parts(NamedTuple):
    """The cells of a row: the layer, its shapes (more than one where a table shows the input, too), count and rest.

    Beside the texts the columns where the first shape and the count start.
    """

    layer: str
    shapes: tuple[str, ...]
    count: str  # type: ignore[assignment]
    rest: str
    shape_start: int
    count_start: int


def is_rule(line: str) -> bool:
    """Whether a line is nothing but a rule."""
    signs = set(line.replace("|", "").replace(" ", ""))
    return len(line.strip()) >= 5 and len(signs) == 1 and signs <= set("_=-¯*─━~#")


def parts(line: str) -> Parts | None:
    """The cells of a line that looks like a row: a name, a shape, a count.

    >>> parts("lstm_1 (LSTM)     (None, 400, 5)    380")[:3]
    ('lstm_1 (LSTM)', ('(None, 400, 5)',), '380')
    >>> parts("lstm_2 (LSTM)  [(None, 30, 300), (N 721200      lstm_1[0][0]")[1:4]
    (('[(None, 30, 300), (N',), '721200', 'lstm_1[0][0]')
    """
    if len(line) > LONGEST_LINE:
        return None
    for pattern in (_BEGINS, _WORD):
        for start in list(pattern.finditer(line, 1))[:MOST_SHAPES]:
            if line[: start.start()].strip(" |"):
                found = _from(line, start.start())
                if found is not None:
                    return found
    return None


def _from(line: str, start: int) -> Parts | None:
    """The cells of a line whose first shape starts here."""
    shapes: list[str] = []
    at = start
    while len(shapes) < MOST_SHAPES:
        end = _closed(line, at)
        if end is None:
            break
        shapes.append(line[at:end])
        count = _COUNT.match(line, end)
        if count is not None:
            return Parts(
                line[:start].strip(), tuple(shapes), count[1], line[count.end() :].strip(), start, count.start(1)
            )
        at = end + len(line[end:]) - len(line[end:].lstrip())
    cut = _CUT_THEN_COUNT.match(line, at)
    # A last size behind a comma is no count: the line ends within the shape.
    if cut is None or (cut[1].endswith(",") and cut.start(2) - cut.end(1) < 2 and not line[cut.end() :].strip()):
        return None
    shapes.append(cut[1].rstrip())
    return Parts(line[:start].strip(), tuple(shapes), cut[2], line[cut.end() :].strip(), start, cut.start(2))


def _closed(line: str, start: int) -> int | None:
    """Where the shape that starts here ends, if its brackets close and hold sizes alone."""
    word = re.match(r"(?:multiple|unknown|\?|--|-)(?=\s)", line[start : start + 12])
    if word:
        return start + word.end()
    depth = 0
    for at in range(start, min(len(line), start + 500)):
        sign = line[at]
        depth += (sign in "([{") - (sign in ")]}")
        if depth == 0 and at == start:
            return None
        if depth == 0:
            inside = line[start : at + 1]
            if _INSIDE.fullmatch(inside) is None or _TWO_SIZES.search(inside):
                return None
            more = re.match(r"\s?,\s*(?=[\[(])", line[at + 1 :])
            return (_closed(line, at + 1 + more.end()) or at + 1) if more else at + 1
    return None


_LABEL = re.compile(r"(?:\S+(?: \S+){0,4} ?\(\S*\)?|[\w./-]+ {2,}\(\S*\)?|[^\s()]+)$")


def is_row(line: str) -> bool:
    """Whether a line by itself can be taken for a row: prose that happens to hold a shape and a number cannot."""
    found = parts(line)
    if found is None:
        return False
    label = found.layer.strip(" |")
    typed = class_behind(label) != "" and not re.match(r"[A-Za-z]+ ", found.rest)
    return len(label) < 150 and (_LABEL.match(label) is not None or typed)


def class_behind(label: str) -> str:
    """The class of a label of two words, a name and a class without brackets, as people type it.

    >>> class_behind("lstm_1   LSTM"), class_behind("the layer")
    ('LSTM', '')
    """
    words = label.split()
    return words[1] if len(words) == 2 and words[1] in KERAS and words[0][:1].islower() else ""
