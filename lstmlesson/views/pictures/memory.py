"""A memory of one number, on a page that answers: the cell of the textbook with its numbers, and its trace.

The wires are as thick as what goes through them. Source of the arrangement: Gers, Schmidhuber and Cummins, 2000.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from lstmlesson.language import sentence, word
from lstmlesson.views.document import when
from lstmlesson.views.document.standing_still import alive
from lstmlesson.views.pictures.drawing import (
    FAINT,
    FRAME,
    INK,
    ON,
    PAPER,
    gate_colour,
    gate_letter,
    hue,
    path,
    picture,
    rect,
    text,
)
from lstmlesson.views.roles import var

# Where each gate stands; c runs along the top, x and h along the bottom.
PLACES = {"forget": 108, "input": 190, "cell": 262, "output": 338}
TOP, BOTTOM, BOX = 56, 262, 184


class Numbers(NamedTuple):
    """What stands on the picture: gates in tenths and as they are, c and h before and after, and what comes between.

    tenths, gates: by the names of PLACES. They may be polynomials.
    """

    tenths: Mapping[str, Any]
    gates: Mapping[str, Any]
    c: Any
    h: Any
    kept: Any
    added: Any
    new_c: Any
    new_h: Any


def cell_at_work(now: Numbers) -> str:
    """The cell as SVG, with the numbers of one step."""
    said = {name: f"{getattr(now, name):.2}" for name in ("c", "h", "kept", "added", "new_c", "new_h")}
    body = [
        rect(62, 24, 368, 254, var("raised"), var("rule"), 'rx="16"'),
        *_wires(now.tenths),
        *[_sign(x, y, sign) for x, y, sign in ((108, TOP, "×"), (226, TOP, "+"), (226, 126, "×"), (386, 166, "×"))],
        rect(360, 92, 52, 28, PAPER, INK, 'rx="14"') + text(386, 111, "tanh", "middle"),
        *[_gate(gate, x, now.gates[gate]) for gate, x in PLACES.items()],
        text(4, 44, f"c = {said['c']}") + text(476, 44, f"c′ = {said['new_c']}", "end", 'font-weight="650"'),
        text(120, 90, said["kept"], more=f'fill="{FAINT}"') + text(238, 98, said["added"], more=f'fill="{FAINT}"'),
        text(4, 252, f"h = {said['h']}") + text(476, 252, f"h′ = {said['new_h']}", "end") + text(38, 312, "x"),
    ]
    return picture(480, 318, sentence("memory cell", **said), "".join(body)).replace('font-size="13"', 'font-size="14"')


def _wires(tenths: Mapping[str, Any]) -> list[str]:
    thick = {gate: f"1px + 0.6px * max({size:d}, {-size:d})" for gate, size in tenths.items()}
    product = tenths["input"] * tenths["cell"]
    thick["product"] = f"1px + 0.06px * max({product:d}, {-product:d})"
    drawn = {
        "forget": "M 108 186 V 70",
        "input": "M 190 186 V 126 H 212",
        "cell": "M 262 186 V 126 H 240",
        "product": "M 226 112 V 70",
        "output": "M 338 186 V 166 H 372",
    }
    fed = "".join(path(x, BOTTOM, "V 226", FRAME, 'stroke-width="1.5"') for x in PLACES.values())
    return [
        path(4, TOP, "H 476", more='stroke-width="3.5"'),
        path(4, BOTTOM, "H 338 M 30 312 V 262", FRAME, 'stroke-width="1.5"') + fed,
        path(386, TOP, "V 152 M 386 180 V 262 H 476", more='stroke-width="1.5"'),
        *[
            f'<path d="{way}" fill="none" stroke="{INK}" style="stroke-width:calc({thick[at]})"/>'
            for at, way in drawn.items()
        ],
    ]


def _sign(x: int, y: int, sign: str) -> str:
    return f'<circle cx="{x}" cy="{y}" r="14" fill="{PAPER}" stroke="{INK}"/>' + text(x, y + 5, sign, "middle")


def _gate(gate: str, x: int, number: Any) -> str:
    """A gate, or the proposal: its letter and its number."""
    box = rect(x - 31, BOX, 62, 46, gate_colour(gate), FRAME, 'rx="5"')
    letter = text(x, BOX + 19, gate_letter(gate), "middle", f'font-weight="700" fill="{ON}"')
    inside = box + letter + text(x, BOX + 37, f"{number:.1}", "middle", f'fill="{ON}"')
    return f'<g class="lm-box" data-part="gate-{gate}">{inside}</g>'


def formula(now: Numbers) -> str:
    """The arithmetic of the step, each gate as a chip of its colour."""
    forget, enters, candidate = (_chip(gate, now.gates[gate]) for gate in ("forget", "input", "cell"))
    return (
        f'<p class="lm-formula">c′ = {forget} · {now.c:.2} + {enters} · {candidate} '
        f"<span>= <strong>{now.new_c:.2}</strong></span></p>"
    )


def _chip(gate: str, number: Any) -> str:
    return f'<span class="lm-gate lm-hue{hue(gate)}" data-part="gate-{gate}">{gate_letter(gate)} {number:.1}</span>'


def trace(c: Sequence[Any], h: Sequence[Any], taken: Any, now: Numbers, top: Any) -> str:
    """c and h after each step, and where c goes next. top: how far the axis goes, up and down.

    The picture is measured in steps and in numbers, so that it needs no division.
    """
    line = 'vector-effect="non-scaling-stroke" fill="none"'
    memory, shown = (
        f'{line} stroke="{INK}" stroke-width="3"',
        f'{line} stroke="{FRAME}" stroke-width="2" stroke-dasharray="5 4"',
    )
    dot = f'{line} stroke="{INK}" stroke-width="8" stroke-linecap="round"'
    body = f'<path d="M 0 0 H 14" {line} stroke="{FRAME}"/>' + "".join(
        f'<path d="M 0 {way}{top:d} H 14" {line} stroke="{var("rule")}"/>' for way in ("", "-")
    )
    for at in range(1, len(c)):
        both = _between(h, at, shown) + _between(c, at, memory)
        body += when(taken + 1 - at, both)
    for at, value in enumerate(c):
        body += when(taken + 1 - at, f'<path d="M {at} {-value:~3} h 0" {dot}/>')
    ahead = f"M {taken:d} {-now.c:~3} L {taken + 1:d} {-now.new_c:~3}"
    body += f'<path d="{ahead}" {line} stroke="{INK}" stroke-width="1.5" stroke-dasharray="2 4"/>'
    said = sentence("memory trace", steps=f"{taken:d}", c=f"{now.c:.2}", h=f"{now.h:.2}", new=f"{now.new_c:.2}")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{said}" width="360" height="240" '
        f'viewBox="0 {-top:d} 14 {2 * top:d}" preserveAspectRatio="none" style="overflow: visible">{body}</svg>'
    )
    ends = "".join(f"<span>{text}</span>" for text in (f"{top:,}", "0", f"\N{MINUS SIGN}{top:,}"))
    key = f'<p class="lm-quiet">{word("memory key")}</p>'
    return f'<div>{key}<div class="lm-trace">{alive(ends)}{svg}</div></div>'


def _between(values: Sequence[Any], at: int, more: str) -> str:
    """The line from one step to the next."""
    return f'<path d="M {at - 1} {-values[at - 1]:~3} L {at} {-values[at]:~3}" {more}/>'
