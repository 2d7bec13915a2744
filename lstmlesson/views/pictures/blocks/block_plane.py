"""The blocks of each weight on a page that answers: one box for each gate, whose size is CSS arithmetic on a few holes.

A box knows its numbers (`--lm-rows` and `--lm-cols`) and its place (`--lm-place` boxes from the left, `--lm-y` numbers
and `--lm-gaps` gaps from above); what one number measures, `--lm-side`, is worked out once for the plane. So a change
moves by itself, and whatever belongs together is joined by the words of its `data-part`. Where nothing answers,
`block_picture` draws the same list.
"""

from collections.abc import Sequence
from typing import Any

from lstmlesson.language import label
from lstmlesson.law.weights import Weight
from lstmlesson.views.document import escape
from lstmlesson.views.pictures.blocks.weight_bands import along, breadth, letter_of
from lstmlesson.views.pictures.drawing import hue

# In the order in which they stand, a letter and the class of its pattern.
PATTERNS = {"W": "w", "U": "u", "b": "b", "": "w"}


def part(weight: Weight) -> str:
    """The word by which a weight's term, row and blocks know each other."""
    return "-".join(filter(None, (weight.part, weight.name)))


def rows(weight: Weight) -> Any:
    """How many numbers one block is high: all axes but the last, in which the gates lie."""
    return breadth(weight, -1)


def columns(weight: Weight) -> Any:
    """How many numbers one block is wide."""
    return along(weight, -1)


def block(weight: Weight, gate: str, place: Any, y: Any, gaps: int, more: str = "", style: str = "") -> str:
    """One box. place: how many boxes stand before it; y, gaps: how many numbers and gaps above it."""
    kind = PATTERNS[letter_of(weight)]
    words = f"{part(weight)} gate-{hue(gate)}" if hue(gate) else part(weight)
    sizes = f"--lm-rows:{rows(weight):d};--lm-cols:{columns(weight):d};--lm-place:{place:d};--lm-y:{y:d}"
    return (
        f'<div class="lm-block lm-{kind} lm-hue{hue(gate)}{more}" data-part="{escape(words)}" aria-hidden="true" '
        f'style="{sizes};--lm-gaps:{gaps}{style}"></div>'
    )


def name(weight: Weight, y: Any, gaps: int, more: str = "") -> str:
    """The letter and the name of a row, which lights its blocks."""
    letter, words = letter_of(weight), escape(label_of(weight))
    return (
        f'<button type="button" class="lm-label{more}" data-part="{escape(part(weight))}" '
        f'style="--lm-y:{y:d};--lm-gaps:{gaps}"><b>{letter}</b><span>{words}</span></button>'
    )


def label_of(weight: Weight) -> str:
    """A weight's name as people say it, with the part of the layer that it belongs to."""
    part = "/".join(map(label, filter(None, weight.part.split("/"))))
    return f"{part} {label(weight.name)}".strip().replace("_", " ")


def boxes(weights: Sequence[Weight]) -> str:
    """Every block of a list, row by row, without names.

    >>> from lstmlesson import LSTM
    >>> boxes(LSTM(2).weights((None, 3))).count('class="lm-block')                  # 3 weights of 4 gates
    12
    """
    found, y = [], 0
    for gaps, weight in enumerate(weights):
        found += [block(weight, gate, at, y, gaps) for at, gate in enumerate(weight.gates)]
        y = y + rows(weight)
    return "".join(found)


def names(weights: Sequence[Weight]) -> str:
    """The names of all rows."""
    found, y = [], 0
    for gaps, weight in enumerate(weights):
        found.append(name(weight, y, gaps))
        y = y + rows(weight)
    return "".join(found)


def height(weights: Sequence[Weight]) -> Any:
    """How many numbers all rows are high."""
    return sum((rows(weight) for weight in weights), 0)
