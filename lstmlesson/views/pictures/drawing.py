"""The pieces of which all pictures are made: SVG elements as text, and the colours and letters of the gates.

Lengths are whole numbers or polynomials, in pixels of the picture. A picture brings its own paper, so that it is
readable on a dark page, and no ids, so that many can stand on one page.
"""

from typing import Any

from lstmlesson.language import label
from lstmlesson.views.document import escape

INK, FAINT, PAPER, FRAME = "#1a1a1a", "#595959", "#ffffff", "#8c8c8c"

# Okabe and Ito's palette, which colour-blind readers can tell apart (jfly.uni-koeln.de/color, 2008). Black letters
# keep a contrast of at least 5 to 1 on each. The gates of LSTM and of GRU are never in one weight.
COLOURS = {
    "input": "#56b4e9",
    "forget": "#e69f00",
    "cell": "#009e73",
    "output": "#cc79a7",
    "update": "#f0e442",
    "reset": "#d55e00",
    "candidate": "#009e73",
}
NO_GATE = "#c8c8c8"
# One letter for each gate, as the frameworks' sources write it: colour never speaks alone.
LETTERS = {
    "input": "i",
    "forget": "f",
    "cell": "c",
    "output": "o",
    "update": "z",
    "reset": "r",
    "candidate": "h",
    "the only block": "",
}

# A picture shrinks with the page down to this width in pixels; below it the page scrolls, so that it stays readable.
FONT_SIZE, NARROWEST = 13, 480


def gate_colour(gate: str) -> str:
    """The colour of a gate; grey where there are no gates."""
    return COLOURS.get(gate, NO_GATE)


def gate_letter(gate: str) -> str:
    """The letter of a gate; none where there are no gates."""
    return LETTERS.get(gate, gate)


def gate_word(gate: str) -> str:
    """The word for a gate."""
    return label(gate)


def picture(width: Any, height: Any, label: str, body: str, scale: int = 1) -> str:
    """A whole picture on its own paper. label: what it shows, in words, already escaped.

    width is a whole number, height may be a polynomial; `scale` says how many drawing units make a pixel.
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{label}" width="{width // scale}" '
        f'viewBox="0 0 {width:d} {height:d}" font-family="system-ui, sans-serif" font-size="{FONT_SIZE * scale}" '
        f'fill="{INK}" style="max-width: 100%; min-width: {min(width // scale, NARROWEST)}px; height: auto">'
        f"{rect(0, 0, width, height, PAPER)}{body}</svg>"
    )


def rect(x: Any, y: Any, width: Any, height: Any, fill: str, stroke: str = "none", more: str = "") -> str:
    """A rectangle."""
    place = f'x="{x:d}" y="{y:d}" width="{width:d}" height="{height:d}"'
    return f'<rect {place} fill="{fill}" stroke="{stroke}"{_also(more)}/>'


def text(x: Any, y: Any, content: str, anchor: str = "start", more: str = "") -> str:
    """A line of text, its baseline at y. The content is escaped already; anchor is start, middle or end."""
    at = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:d}" y="{y:d}"{at}{_also(more)}>{content}</text>'


def path(x: Any, y: Any, steps: str, stroke: str = INK, more: str = "") -> str:
    """A line from a point on, by steps in SVG's own letters, such as "h 40 v 20"."""
    return f'<path d="M {x:d} {y:d} {steps}" fill="none" stroke="{stroke}"{_also(more)}/>'


def arrow(x: Any, y: Any, across: int, down: int) -> str:
    """A straight arrow, along one axis, from a point to another so far away."""
    back, side = 5, 4
    if across:
        turn = back if across > 0 else -back
        head = f"l {-turn} {-side} m {turn} {side} l {-turn} {side}"
    else:
        turn = back if down > 0 else -back
        head = f"l {-side} {-turn} m {side} {turn} l {side} {-turn}"
    return path(x, y, f"l {across} {down} {head}", more='stroke-width="1.5"')


def ruled(x: Any, y: Any, width: Any, height: Any, cell: int) -> str:
    """A grid over a rectangle, one square for each number. Its lengths are even, since it is drawn from the middle.

    It is two broad dashed strokes, not many lines: a dash as thick as a line, a gap as long as the rest of a square.
    """
    dashes = f'stroke-dasharray="1 {cell - 1}" stroke-opacity="0.25"'
    return path(x, y + height // 2, f"h {width:d}", more=f'stroke-width="{height:d}" {dashes}') + path(
        x + width // 2, y, f"v {height:d}", more=f'stroke-width="{width:d}" {dashes}'
    )


def hatched(x: Any, y: Any, width: Any, height: Any, scale: int = 1) -> str:
    """Stripes over a rectangle, for what should not be there."""
    dashes = f'stroke-dasharray="{2 * scale} {4 * scale}" stroke-opacity="0.7"'
    return path(x, y + height // 2, f"h {width:d}", more=f'stroke-width="{height:d}" {dashes}')


def ghost(x: Any, y: Any, width: Any, height: Any, scale: int = 1) -> str:
    """An empty dashed frame, for what is missing."""
    return rect(
        x, y, width, height, "none", FRAME, f'stroke-width="{scale}" stroke-dasharray="{4 * scale} {3 * scale}"'
    )


def legend(gates: list[str], x: Any, y: Any, scale: int = 1) -> str:
    """A row of swatches, each with its letter and its word."""
    parts = []
    for number, gate in enumerate(gates):
        left = x + number * 92 * scale
        letter = escape(gate_letter(gate))
        parts.append(rect(left, y, 18 * scale, 18 * scale, gate_colour(gate)))
        parts.append(text(left + 9 * scale, y + 14 * scale, letter, "middle"))
        parts.append(text(left + 24 * scale, y + 14 * scale, escape(gate_word(gate))))
    return "".join(parts)


def _also(more: str) -> str:
    return f" {more}" if more else ""
