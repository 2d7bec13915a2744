"""The headings of a table's columns, whole or cut, and which kind of cell stands below each."""

import re
from typing import NamedTuple

# What a heading begins with, and the kind of cell below it. The first that fits counts.
KINDS = {
    "Layer": "layer",
    "Output": "shape",
    "Input Sh": "input",
    "Param %": "other",
    "Par": "count",
    "Connect": "connected",
    "Train": "trainable",
    "Trai": "trainable",
    "Arithmetic": "other",
    "Kernel": "other",
    "Mult": "other",
    "Groups": "other",
}
_HEADING = re.compile(
    r"Layer(?: \((?:type|name)(?: \(var_name\))?[^\s|│]{0,12})?(?: \(t[^\s)]{0,4}\)?)?|Output(?: Sh[a-z]*)?|"
    r"Input Sh[a-z]*|Param %|Par[a-z]*(?: #)?|Connect[a-z]*(?: to?)?|Trai[a-z…]*|Arithmetic|Kernel Sh[a-z]*|"
    r"Mult-Adds|Groups"
)


class Heading(NamedTuple):
    """The kind of a column's cells, and where its heading starts in the line."""

    kind: str
    start: int


def kind(text: str) -> str:
    """The kind of cell below a heading.

    >>> kind("Output Shape"), kind("Param #"), kind("Trai…")
    ('shape', 'count', 'trainable')
    """
    return next((kind for start, kind in KINDS.items() if text.startswith(start)), "other")


def headings(line: str) -> list[Heading]:
    """The headings of a line, from left to right; none where the line is no head of a table.

    >>> headings("Layer (type)    Output Sha Param Connected to")
    [Heading(kind='layer', start=0), Heading(kind='shape', start=16), Heading(kind='count', start=27), \
Heading(kind='connected', start=33)]
    """
    start = line.find("Layer (")
    if start < 0:
        return []
    found = [Heading(kind(match[0]), match.start()) for match in _HEADING.finditer(line, start)]
    kinds = [heading.kind for heading in found]
    if found and kinds[0] == "layer" and kinds.count("layer") == 1 and ("count" in kinds or "shape" in kinds):
        return found
    return []
