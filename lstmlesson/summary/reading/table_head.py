"""The headings of a table's columns, whole or cut, and which kind of cell stands below each."""

import re
from typing import NamedTuple

# What a heading begins with, and the kind of cell below it. The first that fits counts.
KINDS = {
    "Layer": "layer",
    "Output": "shape",
    "Shape": "shape",
    "Input Sh": "input",
    "Param %": "other",
    "Par": "count",
    "#Par": "count",
    "# Par": "count",
    "Tr. Par": "other",
    "Previous": "connected",
    "Connect": "connected",
    "Train": "trainable",
    "Trai": "trainable",
    "Arithmetic": "other",
    "Kernel": "other",
    "Mult": "other",
    "Groups": "other",
}
# The headings of Keras 3. Source: keras.utils.summary_utils.print_summary of Keras 3.15.1.
OF_KERAS = "Layer (type)", "Output Shape", "Param #", "Connected to", "Trainable"
_HEADING = re.compile(
    r"Previous Layer|Tr\. Par[a-z]*(?: #)?|Layer(?: \((?:type|name)(?: \(var_name\))?[^\s|│]{0,12})?"
    r"(?: \(t[^\s)]{0,4}\)?)?|Output(?: [Ss]h[a-z]*)?|"
    r"Input Sh[a-z]*|Param %|Par[a-z]*(?: #)?|Connect[a-z]*(?: to?)?|Trai[a-z…]*|Arithmetic|"
    r"Kernel Sh[a-z]*|Mult-Adds|Groups"
)


class Heading(NamedTuple):
    """The kind of a column's cells, where its heading starts in the line, and where it was cut off, if it was."""

    kind: str
    start: int
    cut_at: int = 0


def kind(text: str) -> str:
    """The kind of cell below a heading.

    >>> kind("Output Shape"), kind("Param #"), kind("Trai…"), kind("Conne… to")
    ('shape', 'count', 'trainable', 'connected')
    """
    if "…" in text:
        return _kind_of_a_cut(text[: text.index("…")])
    return next((kind for start, kind in KINDS.items() if text.startswith(start)), "other")


def _kind_of_a_cut(beginning: str) -> str:
    """The kind below a heading of Keras' of which a narrow column shows the beginning alone."""
    fits = (kind(whole) for whole in OF_KERAS if beginning and whole.startswith(beginning))
    return next(fits, "other")


def headings(line: str) -> list[Heading]:
    """The headings of a line, from left to right; none where the line is no head of a table.

    >>> headings("Layer (type)    Output Sha Param Connected to")
    [Heading(kind='layer', start=0, cut_at=0), Heading(kind='shape', start=16, cut_at=0), \
Heading(kind='count', start=27, cut_at=0), Heading(kind='connected', start=33, cut_at=0)]
    """
    start = line.find("Layer (")
    if start < 0:
        return []
    found = [Heading(kind(match[0]), match.start()) for match in _HEADING.finditer(line, start)]
    kinds = [heading.kind for heading in found]
    if found and kinds[0] == "layer" and kinds.count("layer") == 1 and ("count" in kinds or "shape" in kinds):
        return [*found[:-1], _cut(found[-1], line)]
    return []


def _cut(heading: Heading, line: str) -> Heading:
    """The last heading: Param # of which the end is missing shows that the right side of the text was cut off."""
    text = line[heading.start :]
    is_cut = heading.kind == "count" and "Param #".startswith(text) and text != "Param #"
    return heading._replace(cut_at=len(line)) if is_cut else heading
