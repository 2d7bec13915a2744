"""Lines that a page or a screen has wrapped, doubled, or run together."""

import re
from itertools import groupby, pairwise

_RULE = re.compile(r"([_=-])\1{9,}")
_TOTALS = re.compile(r"(?<=\S) +(?=(?:Total|Trainable|Non-trainable|Optimizer) params:)")
# Where a row of Keras begins behind another one: after a count or a connection, a name and a class in brackets.
_NEXT_ROW = re.compile(r"(?<=[\d\]]) +(?=[\w./-]{1,60} \([A-Z]\w{0,60}\)? +[\[(?m])")
# How a row begins that is no end of the line above: a branch of torchinfo's tree, or a name and a class in brackets.
_ROW = re.compile(r"[│\s]*[├└]─|[\w./-]{1,60} \([A-Z]\w{0,60}\)? +[\[(]")
_BOX_START, _BOX_END = "┏┡├└╞┌┕╘", "┓┩┤┘╡┐┙╛"
_BOX_RULE = set("┏┳━┡╇├┼─└┴┌┬╞╪═╘╧┕┓┩┤┘╡┐┙╛")
# No screen is narrower.
NARROWEST = 40


class Line(str):
    """A line of the pasted text, which knows its number, counted from 1."""

    number: int

    def __new__(cls, text: str, number: int) -> "Line":
        line = super().__new__(cls, text)
        line.number = number
        return line


def mended(lines: list[Line]) -> list[Line]:
    """The lines as they were printed, each with the number of the pasted line that it begins in.

    >>> mended([Line("a (LSTM) (None, 5) 380 __________ b (Dense) (None, 5) 30", 1)])
    ['a (LSTM) (None, 5) 380', '__________', 'b (Dense) (None, 5) 30']
    """
    return _rejoined(_with_breaks(_halved(lines)))


def _with_breaks(lines: list[Line]) -> list[Line]:
    """A whole table in one line is broken at its rules, before its totals and between its rows."""
    found: list[Line] = []
    for line in lines:
        rules = list(_RULE.finditer(line)) if len(line) > NARROWEST or "Total params" in line else []
        apart = len(rules) > 1 or (rules and line.strip() != rules[0][0].strip())
        if apart and "│" not in line and "|" not in line and re.search(r"[^\W_]", _RULE.sub("", line)):
            pieces = _RULE.sub(lambda rule: f"\n{rule[0].strip()}\n", line).split("\n")
            found += [Line(one, line.number) for piece in pieces if piece.strip() for one in _rows_apart(piece)]
        else:
            found.append(line)
    return found


def _rows_apart(piece: str) -> list[str]:
    return _NEXT_ROW.sub("\n", _TOTALS.sub("\n", piece.strip())).split("\n")


def _halved(lines: list[Line]) -> list[Line]:
    """Every line once, where every line stands twice."""
    runs = [list(group) for line, group in groupby(lines) if line.strip()]
    if len(runs) < 4 or sum(len(run) % 2 for run in runs) > len(runs) / 10:
        return lines
    found: list[Line] = []
    for line, group in groupby(lines):
        run = list(group)
        found += run[: max(len(run) // 2, 1)] if line.strip() else run
    return found


def _rejoined(lines: list[Line]) -> list[Line]:
    """Lines that were cut at one width and went on below; a rule that did so shows the width."""
    width = next((len(a) for a, b in pairwise(lines) if _is_cut_rule(a, b)), 0)
    if width < NARROWEST or any(len(line) > width for line in lines):
        return lines
    found: list[Line] = []
    goes_on = False
    for line in lines:
        if goes_on and not _ROW.match(line):
            found[-1] = Line(found[-1] + line, found[-1].number)
        else:
            found.append(line)
        goes_on = len(line) == width
    return found


def _is_cut_rule(line: str, after: str) -> bool:
    """Whether a rule goes on in the line below."""
    signs, more = set(line.strip()), set(after.strip())
    if not signs or not more or line[-1] == " ":
        return False
    if line.strip()[0] in _BOX_START:
        return line[-1] not in _BOX_END and signs | more <= _BOX_RULE and after[0] not in _BOX_START
    same = len(signs) == 1 and signs == more and signs <= set("_=-")
    return same and len(after.rstrip()) < len(line)
