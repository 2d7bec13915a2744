"""A wrong list of weights beside the right one, on one scale, on a page that answers.

What is missing is a dashed frame; what is too much is hatched. Boxes measure themselves as in `block_plane`; where
nothing answers, `block_picture` draws the same two lists.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from lstmlesson.language import word
from lstmlesson.law.weights import Weight
from lstmlesson.views.document import escape
from lstmlesson.views.document.standing_still import alive
from lstmlesson.views.formula import equation
from lstmlesson.views.pictures.blocks.block_picture import blocks, described
from lstmlesson.views.pictures.blocks.block_plane import PATTERNS, boxes, label_of, names
from lstmlesson.views.pictures.blocks.weight_bands import Band, along, bands, breadth, broadest, letter_of
from lstmlesson.views.pictures.drawing import hue

Sizes = tuple[Any, Any]


def pair(wrong: Sequence[Weight], right: Sequence[Weight], axis: int = -1, is_over: bool = True) -> str:
    """Both lists, each with its arithmetic, as HTML. axis: where the framework puts the gates.

    is_over: whether the right arithmetic may be said, or the reader is still to find it.

    >>> from lstmlesson import LSTM
    >>> kernel, recurrent_kernel, bias = LSTM(2).weights((None, 3))
    >>> pair([kernel, recurrent_kernel], [kernel, recurrent_kernel, bias]).count("lm-ghost")       # one for each gate
    5
    """
    compared, alone = bands(wrong, right), bands(right)
    scale = _scale(compared, alone)
    wide = "" if all(map(letter_of, (*wrong, *right))) else " lm-named"
    sums = [equation(list(wrong)), equation(list(right)) if is_over else "&nbsp;"]
    drawn = _side(word("your number"), sums[0], compared) + _side(word("the right list"), sums[1], alone)
    key = f'<span class="lm-ghost">{word("missing")}</span><span class="lm-over">{word("surplus")}</span>'
    page = f'<div class="lm-pair{wide}" style="{scale}">{drawn}</div><p class="lm-quiet lm-key">{key}</p>'
    return alive(page, _still(wrong, right, axis))


def single(weights: Sequence[Weight], axis: int = -1) -> str:
    """One list, whose blocks and names light what they belong to."""
    plane = f'<div class="lm-plane">{names(weights)}{boxes(weights)}</div>'
    page = f'<div class="lm-list" style="{_scale(bands(weights))}"><div class="lm-pic">{plane}</div></div>'
    return alive(page, blocks(weights, axis))


def _scale(*lists: Sequence[Band]) -> str:
    """How many numbers the widest block and the tallest list measure, and how many blocks lie side by side."""
    every = [band for one in lists for band in one]
    sizes = [_size(weight) for band in every for weight in band if weight]
    return (
        f"--lm-columns:{max(columns for _, columns in sizes)};"
        f"--lm-gates:{max(len(_gates(band)) for band in every)};"
        f"--lm-tall:{max(map(_tall, lists))};--lm-count-rows:{max(map(len, lists))}"
    )


def _tall(every: Sequence[Band]) -> Any:
    """How many numbers all rows are high."""
    return sum(broadest(band, -1) for band in every)


def waiting() -> str:
    """The places of both lists before there is a guess."""
    titles = (word("your number"), word("the right list"))
    sides = "".join(f'<div><p class="lm-side">{title}</p><p class="lm-wait">?</p></div>' for title in titles)
    return alive(f'<div class="lm-pair" aria-hidden="true">{sides}</div>')


def _side(title: str, arithmetic: str, every: Sequence[Band]) -> str:
    head = f'<p class="lm-side">{title}</p><p>{arithmetic}</p>'
    rows, y = "", 0
    for gaps, band in enumerate(every):
        rows += _row(band, y, gaps)
        y += broadest(band, -1)
    words = described(every, -1)
    plane = f'<div class="lm-plane">{rows}</div>'
    return f'<div>{head}<div class="lm-pic" role="img" aria-label="{words}">{plane}</div></div>'


def _row(band: Band, y: int, gaps: int) -> str:
    """One weight: its letter and the boxes of its gates; the row says their size once."""
    weight = band.weight
    rows, columns = _size(weight)
    name = letter_of(weight) or escape(label_of(weight))
    inside = "".join(_gate(band, gate, at) for at, gate in enumerate(_gates(band)))
    place = f"--lm-rows:{rows};--lm-cols:{columns};--lm-y:{y};--lm-gaps:{gaps}"
    return f'<div style="{place}"><span class="lm-label"><b>{name}</b></span>{inside}</div>'


def _gates(band: Band) -> list[str]:
    """Every gate that one of the two has, in the order in which they lie."""
    pairs = zip_longest(*(weight.gates if weight else () for weight in band))
    return list(dict.fromkeys(gate for pair in pairs for gate in pair if gate is not None))


def _gate(band: Band, gate: str, at: int) -> str:
    """The box of one gate: what is there, over it what should be there, under it what is too much."""
    drawn, right = (_size(weight) if weight and gate in weight.gates else (0, 0) for weight in band)
    both = (min(drawn[0], right[0]), min(drawn[1], right[1]))
    kind, usual = PATTERNS[letter_of(band.weight)], _size(band.weight)

    def box(more: str, size: Sizes) -> str:
        sizes = "" if size == usual else f";--lm-rows:{size[0]};--lm-cols:{size[1]}"
        return f'<i class="lm-block lm-{kind} lm-hue{hue(gate)}{more}" style="--lm-place:{at}{sizes}"></i>'

    over = box(" lm-over", drawn) if drawn != both else ""
    there = box("", both) if all(both) else ""
    return over + there + (box(" lm-ghost", right) if right != both else "")


def _size(weight: Weight) -> Sizes:
    """Rows and columns of one block."""
    return breadth(weight, -1), along(weight, -1)


def _still(wrong: Sequence[Weight], right: Sequence[Weight], axis: int) -> str:
    """The wrong list with its ghosts and hatches; what is right is shown below it anyway."""
    caption = f"<figcaption>{word('your number')}: {equation(list(wrong))}</figcaption>"
    return f"<figure>{caption}{blocks(wrong, axis, right)}</figure>" if wrong else ""
