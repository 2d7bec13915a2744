"""The cell of an LSTM: x, h and c come in, four gates work, h and c go out. The gate in hand is lit.

Source of the arrangement: Hochreiter and Schmidhuber, 1997, with the forget gate of Gers, Schmidhuber and Cummins,
2000; the gates from left to right as the memory c meets them.
"""

from collections.abc import Mapping
from typing import Any

from lstmlesson.language import word
from lstmlesson.views.pictures.drawing import (
    FRAME,
    INK,
    PAPER,
    arrow,
    gate_colour,
    gate_letter,
    gate_word,
    path,
    picture,
    rect,
    text,
)

# Where each gate stands, and how large it is drawn.
PLACES = {"forget": 150, "input": 250, "cell": 340, "output": 440}
WIDE, TALL, TOP = 70, 40, 150
MEMORY, JOINED, BUS = 60, 108, 220
LEFT, RIGHT = 30, 590


def lit(gate: str) -> dict[str, int]:
    """One gate in hand: 1 for it, 0 for the others. Polynomials that are 0 or 1 do as well."""
    return {other: int(other == gate) for other in PLACES}


def cell(hand: Mapping[str, Any] | None = None) -> str:
    """The picture of the cell as SVG. hand: for each gate whether it is lit; all are, unless it is given.

    >>> cell(lit("forget")).count('fill-opacity="20%"')       # the three others are pale
    3
    """
    hand = hand or dict.fromkeys(PLACES, 1)
    body = [
        rect(100, 24, 430, 216, "none", FRAME, 'rx="12"'),
        *_memory(),
        *_inputs(),
        *[_gate(gate, x, hand[gate]) for gate, x in PLACES.items()],
    ]
    return picture(RIGHT + 40, 280, word("cell picture"), "".join(body))


def _gate(gate: str, x: int, is_lit: Any) -> str:
    """A gate: a box with its letter and its word, pale unless it is in hand."""
    shade = f'fill-opacity="{20 + 80 * is_lit:d}%" stroke-width="{1 + 2 * is_lit:d}"'
    box = rect(x - WIDE // 2, TOP, WIDE, TALL, gate_colour(gate), INK, shade)
    letter = text(x, TOP + 17, gate_letter(gate), "middle", 'font-weight="bold"')
    return box + letter + text(x, TOP + 33, gate_word(gate), "middle", 'font-size="11"')


def _memory() -> list[str]:
    """The line of c above, what the gates do to it, and what is read off it as h."""
    forget, enters, candidate, reads = PLACES.values()
    joins, out = (enters + candidate) // 2, reads + 60
    return [
        arrow(LEFT, MEMORY, RIGHT - LEFT, 0),
        text(LEFT, MEMORY - 8, "c"),
        text(RIGHT + 6, MEMORY + 4, "c"),
        arrow(forget, TOP, 0, MEMORY + 10 - TOP) + _sign(forget, MEMORY, "×"),
        path(enters, TOP, f"V {JOINED} H {candidate} V {TOP}"),
        arrow(joins, JOINED, 0, MEMORY + 10 - JOINED) + _sign(joins, JOINED, "×") + _sign(joins, MEMORY, "+"),
        path(out, MEMORY, f"V {TOP + TALL // 2}"),
        rect(out - 20, JOINED - 12, 40, 22, PAPER, INK) + text(out, JOINED + 4, "tanh", "middle", 'font-size="11"'),
        path(reads + WIDE // 2, TOP + TALL // 2, f"H {out}"),
        arrow(out, TOP + TALL // 2, RIGHT - out, 0) + _sign(out, TOP + TALL // 2, "×"),
        text(RIGHT + 6, TOP + TALL // 2 + 4, "h"),
    ]


def _inputs() -> list[str]:
    """x and h, which every gate sees."""
    last = max(PLACES.values())
    lines = [path(LEFT, BUS, f"H {last}"), path(70, 262, f"V {BUS}"), text(LEFT, BUS - 8, "h"), text(80, 266, "x")]
    return lines + [arrow(x, BUS, 0, TOP + TALL + 3 - BUS) for x in PLACES.values()]


def _sign(x: int, y: int, sign: str) -> str:
    """What is done where two lines meet: a circle with × or +."""
    return f'<circle cx="{x}" cy="{y}" r="10" fill="{PAPER}" stroke="{INK}"/>' + text(x, y + 5, sign, "middle")
