"""Bars to scale, one below the other. A bar is made of pieces: plain, striped for a second part or a surplus, hollow
for what is missing; so no colour speaks alone.

Each bar is drawn on a line that stands for the same whole, so it is right for every size without a division.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from lstmlesson.language import sentence
from lstmlesson.views.document import when
from lstmlesson.views.pictures.drawing import FRAME, NO_GATE, ON, PAPER, path, picture, text

# Pixels: the line that stands for the whole, the room around, a bar with its words, a bar's thickness. All in all it is
# as wide as a notebook's output on a telephone.
LENGTH, MARGIN, ROW, THICK = 276, 10, 44, 16


class Piece(NamedTuple):
    """A part of a bar, from one number to another; where that is no way forward, nothing is drawn."""

    start: Any
    end: Any
    look: str = "plain"


class Bar(NamedTuple):
    """A bar: its name, the number that it is, what is said of it at its right (HTML), and its pieces."""

    name: str
    number: Any
    said: str
    pieces: Sequence[Piece]


# For each look the strokes that make it: colour, thickness, how far below the middle and left of the start. What is
# hollow is paper on a frame, moved so that a line of the frame is left at its end as well.
LOOKS = {
    "plain": [(NO_GATE, THICK, 0, 0)],
    "striped": [(NO_GATE, THICK, 0, 0), (ON, 1, -4, 0), (ON, 1, 0, 0), (ON, 1, 4, 0)],
    "hollow": [(FRAME, THICK, 0, 0), (PAPER, THICK - 3, 0, 2)],
}


def compared(number: Any, right: Any) -> list[Piece]:
    """The pieces of a number beside another: what is too much is striped, what is missing is hollow.

    >>> compared(56, 48)[1]
    Piece(start=48, end=56, look='striped')
    """
    return [Piece(0, number), Piece(right, number, "striped"), Piece(number, right, "hollow")]


def bars(rows: Sequence[Bar], whole: Any) -> str:
    """The picture of some bars as SVG. whole: the number for which the full width stands; no bar is longer.

    >>> bars([Bar("Keras", 48, "48", [Piece(0, 48)])], 96).count('pathLength="96" stroke-dasharray="0 0 48 96"')
    1
    """
    body = "".join(_row(bar, MARGIN + number * ROW, whole) for number, bar in enumerate(rows))
    said = "; ".join(f"{bar.name} {bar.number:,}" for bar in rows)
    return picture(LENGTH + 2 * MARGIN, len(rows) * ROW + MARGIN, sentence("bars", bars=said), body)


def _row(bar: Bar, y: int, whole: Any) -> str:
    """The words of a bar, and its pieces below them."""
    words = text(MARGIN, y + 12, bar.name) + text(MARGIN + LENGTH, y + 12, bar.said, "end")
    return words + "".join(_piece(piece, y + 26, whole) for piece in bar.pieces)


def _piece(piece: Piece, y: int, whole: Any) -> str:
    """One dash on a line as long as the whole: first nothing, then a gap up to the start, then the piece."""
    dash = f'pathLength="{whole:d}" stroke-dasharray="0 {piece.start:d} {piece.end - piece.start:d} {whole:d}"'
    strokes = [
        path(MARGIN - left, y + below, f"h {LENGTH}", colour, f'stroke-width="{thick}" {dash}')
        for colour, thick, below, left in LOOKS[piece.look]
    ]
    return when(piece.end - piece.start, "".join(strokes))
