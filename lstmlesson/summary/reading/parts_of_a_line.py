"""Single lines of a table in columns of blanks: which are rules, which look like a row, and where its cells start."""

import re
from typing import NamedTuple

from lstmlesson.summary.reading.cleaning.clean import LONGEST_LINE

_SHAPE = re.compile(r"(?<![^\s\[({])(?:[\[({]{1,3}(?=None|\?|-?\d|[\[({'\"])|(?:multiple|unknown|\?|--)(?=\s))")
_COUNT = re.compile(r"\s*(?:\(?\d[\d,]*(?:\.0)?(?:…|\)|(?![\w.]))|\?|--|\(recursive\))")


class Tokens(NamedTuple):
    """Where in a line the shape and the count of a row start."""

    shape: int
    count: int  # type: ignore[assignment]


def is_rule(line: str) -> bool:
    """Whether a line is nothing but a rule."""
    signs = set(line.replace("|", "").replace(" ", ""))
    return len(line.strip()) >= 5 and len(signs) == 1 and signs <= set("_=-¯*─━")


def tokens(line: str) -> Tokens | None:
    """Where shape and count start, for a line that looks like a row: a name, a shape, a count.

    >>> tokens("lstm_1 (LSTM)     (None, 400, 5)    380")
    Tokens(shape=18, count=36)
    """
    if len(line) > LONGEST_LINE:
        return None
    found = _SHAPE.search(line, 1)
    if found is None or not line[: found.start()].strip(" |"):
        return None
    end = _shape_end(line, found.start())
    count = _COUNT.match(line, end)
    if count is None:
        return None
    start = end + len(count[0]) - len(count[0].lstrip())
    return Tokens(found.start(), start)


def _shape_end(line: str, start: int) -> int:
    """Where the shape that starts here ends: at its last bracket, or at two blanks where it is cut."""
    depth = 0
    for at in range(start, len(line)):
        sign = line[at]
        if sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
            if depth == 0:
                return at + 1
        elif sign == " " and (depth == 0 or line[at : at + 2] == "  "):
            return at
    return len(line)


def is_row(line: str) -> bool:
    """Whether a line by itself can be taken for a row."""
    return tokens(line) is not None
