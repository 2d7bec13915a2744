"""The pieces of which all pictures are made: SVG elements as text, and the colours and letters of the gates.

Lengths are whole numbers or polynomials, in pixels of the picture. A picture has no paper, since the page has one (an
image gets it from `views.document.static`), and no ids, so that many can stand on one page.
"""

from typing import Any

from lstmlesson.language import label
from lstmlesson.views.document import escape
from lstmlesson.views.roles import var

# Roles of `lstmlesson.views.roles`: a colour follows the page's theme, and means one thing everywhere.
INK, FAINT, PAPER, FRAME = var("ink"), var("quiet"), var("paper"), var("edge")
# What stands on a hue: its letter, the lines of its squares, its pattern.
ON = var("on")

# The gates of LSTM and of GRU are never in one weight; the proposal is one thing in both.
COLOURS = {gate: var(gate) for gate in ("input", "forget", "cell", "output", "update", "reset")} | {
    "candidate": var("cell")
}
NO_GATE = var("layer")
# The squares of the data, which are no numbers that a layer stores.
DATA = var("raised")
# One letter for each gate, as the frameworks' sources write it: colour never speaks alone.
LETTERS = {
    "input": "i",
    "forget": "f",
    "cell": "g",
    "output": "o",
    "update": "z",
    "reset": "r",
    "candidate": "g",
    "the only block": "",
}

# A picture shrinks with the page down to this width in pixels; below it the page scrolls, so that it stays readable.
FONT_SIZE, NARROWEST = 13, 480


def gate_colour(gate: str) -> str:
    """The colour of a gate; grey where there are no gates."""
    return COLOURS.get(gate, NO_GATE)


def hue(gate: str) -> int:
    """The number of a gate's colour in the style sheet, 0 where there are no gates: .lm-hue1, .lm-hue2 …"""
    return list(dict.fromkeys(COLOURS.values())).index(COLOURS[gate]) + 1 if gate in COLOURS else 0


def gate_letter(gate: str) -> str:
    """The letter of a gate; none where there are no gates."""
    return LETTERS.get(gate, gate)


def gate_word(gate: str) -> str:
    """The word for a gate."""
    return label(gate)


def picture(width: Any, height: Any, label: str, body: str, scale: int = 1) -> str:
    """A whole picture. label: what it shows, in words, already escaped.

    width is a whole number, height may be a polynomial; `scale` says how many drawing units make a pixel.
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{label}" width="{width // scale}" '
        f'viewBox="0 0 {width:d} {height:d}" font-family="system-ui, sans-serif" font-size="{FONT_SIZE * scale}" '
        f'fill="{INK}" style="max-width: 100%; min-width: {min(width // scale, NARROWEST)}px; height: auto">'
        f"{body}</svg>"
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


def ruled(x: Any, y: Any, width: Any, height: Any, cell: int, colour: str = ON) -> str:
    """A grid over a rectangle, one square for each number. Its lengths are even, since it is drawn from the middle.

    It is two broad dashed strokes, not many lines: a dash as thick as a line, a gap as long as the rest of a square.
    """
    dashes = f'stroke-dasharray="1 {cell - 1}" stroke-opacity="0.34"'
    return path(x, y + height // 2, f"h {width:d}", colour, f'stroke-width="{height:d}" {dashes}') + path(
        x + width // 2, y, f"v {height:d}", colour, f'stroke-width="{width:d}" {dashes}'
    )


def patterns(cell: int) -> str:
    """What `patterned` draws with, once in a picture: a dot in every number of U, a line through every number of b."""
    dot = f'<circle cx="{cell // 2}" cy="{cell // 2}" r="{cell // 6}" fill="{ON}" fill-opacity="0.62"/>'
    line = path(0, cell // 2, f"h {cell}", ON, f'stroke-opacity="0.62" stroke-width="{max(cell // 10, 1)}"')
    size = f'width="{cell}" height="{cell}" patternUnits="userSpaceOnUse"'
    both = [f'<pattern id="lm-{name}-{cell}" {size}>{one}</pattern>' for name, one in (("U", dot), ("b", line))]
    return f"<defs>{''.join(both)}</defs>"


def patterned(x: Any, y: Any, width: Any, height: Any, cell: int, letter: str) -> str:
    """The pattern of a weight over a rectangle: its letter is W (plain), U or b."""
    if letter not in ("U", "b"):
        return ""
    pattern = rect(0, 0, width, height, f"url(#lm-{letter}-{cell})")
    return f'<g transform="translate({x:d} {y:d})">{pattern}</g>'


def hatched(x: Any, y: Any, width: Any, height: Any, scale: int = 1) -> str:
    """Stripes over a rectangle, for what should not be there."""
    dashes = f'stroke-dasharray="{2 * scale} {4 * scale}" stroke-opacity="0.7"'
    return path(x, y + height // 2, f"h {width:d}", ON, f'stroke-width="{height:d}" {dashes}')


def ghost(x: Any, y: Any, width: Any, height: Any, scale: int = 1) -> str:
    """An empty dashed frame, for what is missing."""
    return rect(
        x, y, width, height, "none", INK, f'stroke-width="{2 * scale}" stroke-dasharray="{4 * scale} {3 * scale}"'
    )


def legend(gates: list[str], x: Any, y: Any, scale: int = 1) -> str:
    """A row of swatches, each with its letter and its word."""
    parts = []
    for number, gate in enumerate(gates):
        left = x + number * 92 * scale
        letter = escape(gate_letter(gate))
        parts.append(rect(left, y, 18 * scale, 18 * scale, gate_colour(gate)))
        parts.append(text(left + 9 * scale, y + 14 * scale, letter, "middle", f'fill="{ON}"'))
        parts.append(text(left + 24 * scale, y + 14 * scale, escape(gate_word(gate))))
    return "".join(parts)


def _also(more: str) -> str:
    return f" {more}" if more else ""
