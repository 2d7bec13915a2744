"""The blocks of each weight, to scale, coloured and lettered by gate, as a framework lays them out.

Keras puts the gates side by side in the last axis, so they run across; PyTorch puts them one below the other in the
first, so they run down. With the right list beside a wrong one, what is missing is a ghost and what is too much is
hatched: a mistake can be drawn too.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from lstmlesson.language import label, sentence
from lstmlesson.law.polynomials import highest
from lstmlesson.law.weights import Weight
from lstmlesson.views.document import escape, when
from lstmlesson.views.pictures.blocks.weight_bands import (
    Band,
    along,
    bands,
    breadth,
    broadest,
    letter_of,
    longest,
    stored_shape,
    widest_text,
)
from lstmlesson.views.pictures.drawing import (
    FAINT,
    FRAME,
    ON,
    gate_colour,
    gate_letter,
    ghost,
    hatched,
    legend,
    path,
    patterned,
    patterns,
    picture,
    rect,
    ruled,
    text,
)

# Pixels: the room for the blocks, the largest square for one number, between weights, beside and around; a letter of a
# name, measured in the widest of the fonts that browsers take for sans-serif here.
ROOM_ACROSS, ROOM_DOWN, LARGEST_CELL = 460, 380, 40
GAP, MARGIN, NAMES, LINE, LEGEND = 16, 12, 200, 17, 180
LETTER = 7
# From here on a square is large enough for a grid, and a block for its letter.
GRID_CELL, LETTER_ROOM = 6, 14


class _Scale(NamedTuple):
    """Drawing units for one number of a weight, and drawing units for one pixel."""

    cell: int
    pixel: int


def can_be_drawn(weights: Iterable[Weight]) -> bool:
    """Whether a list of weights makes a picture: tables of numbers and biases, no windows of a convolution."""
    axes = [len(weight.shape) for weight in weights]
    return 2 in axes and max(axes) == 2


def blocks(
    weights: Iterable[Weight],
    axis: int = -1,
    right: Iterable[Weight] | None = None,
    beside: Iterable[Weight] | None = None,
) -> str:
    """The picture of a list of weights as SVG.

    axis: where the framework puts the gates, a layer's own `gate_axis`; -1 for Keras, 0 for PyTorch.
    right: the list that it should be, where the first one is a mistake. beside: the mistake in whose picture this one
    is the right list, so that both have one scale and begin at one place.

    >>> from lstmlesson import LSTM
    >>> blocks(LSTM(2).weights((None, 3))).count("<rect")     # 12 blocks, patterns on 8 of them, 4 in the legend
    24
    """
    weights = list(weights)
    every = bands(weights, right)
    measured = every if beside is None else bands(beside, weights)
    scale = _scale(measured, axis)
    pixel = scale.pixel
    # Across the page the names stand left of their blocks, down the page above them.
    names = max(NAMES, LETTER * widest_text(measured, axis))
    start = (MARGIN + (LINE * len(measured) if axis == 0 else names)) * pixel
    across: Any = MARGIN * pixel
    body = [patterns(scale.cell)] if scale.cell >= GRID_CELL * pixel else []
    for number, band in enumerate(every):
        body.append(_name(band, axis, number, across, start, scale) + _band(band, axis, start, across, scale))
        across = across + broadest(band, axis) * scale.cell + GAP * pixel
    end = start + longest(every, axis) * scale.cell + GAP * pixel if axis == 0 else across
    gates = dict.fromkeys(gate for band in every for gate in (band.right or band.weight).gates)
    named = [gate for gate in gates if gate_letter(gate)]
    body.append(legend(named, MARGIN * pixel, end, pixel))
    height = end + (MARGIN + 18 * bool(named)) * pixel
    # Across the page no more room than the blocks take, and a legend needs.
    room = ROOM_ACROSS * pixel if axis == 0 else max(highest(longest(measured, axis)) * scale.cell, LEGEND * pixel)
    return picture((2 * MARGIN + names) * pixel + room, height, described(every, axis), "".join(body), pixel)


def _scale(every: Sequence[Band], axis: int) -> _Scale:
    """The largest even square with which all blocks fit the room, at the highest values of every letter."""
    length = highest(longest(every, axis))
    breadths = sum(highest(broadest(band, axis)) for band in every)
    across, down = (breadths, length) if axis == 0 else (length, breadths)
    fits = min(ROOM_ACROSS / across, ROOM_DOWN / down, LARGEST_CELL)
    return _Scale(int(fits) // 2 * 2, 1) if fits >= 2 else _Scale(2, math.ceil(2 / fits))


def _place(axis: int, start: Any, across: Any, length: Any, breadth: Any) -> tuple[Any, Any, Any, Any]:
    """x, y, width and height: across the page for Keras, down the page for PyTorch."""
    return (across, start, breadth, length) if axis == 0 else (start, across, length, breadth)


def _band(band: Band, axis: int, start: Any, across: Any, scale: _Scale) -> str:
    """The blocks of one weight, gate by gate."""
    drawn, right = band
    parts = []
    gates = (drawn.gates if drawn else (), right.gates if right else ())
    for gate in dict.fromkeys(gate for pair in zip_longest(*gates) for gate in pair if gate):
        is_drawn, is_right = gate in gates[0], gate in gates[1]
        weight = drawn if drawn and is_drawn else band.weight
        length, wide = along(weight, axis) * scale.cell, breadth(weight, axis) * scale.cell
        place = _place(axis, start, across, length, wide)
        parts.append(_block(gate, letter_of(weight), place, scale) if is_drawn else ghost(*place, scale.pixel))
        if is_drawn and not is_right:
            parts.append(hatched(*place, scale.pixel))
        if is_drawn and is_right and drawn and right and drawn.shape != right.shape:
            length, wide = along(right, axis) * scale.cell, breadth(right, axis) * scale.cell
            parts.append(ghost(*_place(axis, start, across, length, wide), scale.pixel))
        start = start + length
    return "".join(parts)


def _block(gate: str, kind: str, place: tuple[Any, Any, Any, Any], scale: _Scale) -> str:
    """One block: its colour, frame and grid, the pattern of its weight and, on W, its letter where there is room."""
    x, y, width, height = place
    is_large = scale.cell // scale.pixel >= GRID_CELL
    room = LETTER_ROOM * scale.pixel - 1
    name = escape(gate_letter(gate)) if kind not in ("U", "b") else ""
    letter = text(x + width // 2, y + height // 2 + 5 * scale.pixel, name, "middle", f'fill="{ON}" font-weight="bold"')
    block = rect(*place, gate_colour(gate), FRAME if is_large else "none")
    lines = ruled(*place, scale.cell) + patterned(*place, scale.cell, kind) if is_large else ""
    return block + lines + (when(width - room, when(height - room, letter)) if name else "")


def _name(band: Band, axis: int, number: int, across: Any, start: int, scale: _Scale) -> str:
    """A weight's name and stored shape: left of its blocks, or above them on a line of its own with a thread down."""
    letter = letter_of(band.weight)
    bold = f'<tspan font-weight="bold">{letter}</tspan> ' if letter else ""
    pixel, name = scale.pixel, f"{bold}{escape(band.name)}"
    shape = f'<tspan fill="{FAINT}">{stored_shape(band.weight, axis)}{band.mark}</tspan>'
    if axis != 0:
        middle = across + broadest(band, axis) * scale.cell // 2
        return text(MARGIN * pixel, middle + 5 * pixel, f"{name} {shape}")
    y = (MARGIN + LINE * number + 11) * pixel
    return text(across, y, f"{name} {shape}") + path(across, y + 3 * pixel, f"V {start}", FRAME)


def described(every: Sequence[Band], axis: int) -> str:
    """The picture in words."""
    parts = []
    for band in every:
        gates = ", ".join(label(gate) for gate in band.weight.gates)
        parts.append(f"{escape(label(band.weight.name))} {stored_shape(band.weight, axis)}, {escape(gates)}{band.mark}")
    return sentence("blocks", weights="; ".join(parts))
