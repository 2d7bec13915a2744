"""One stored block of numbers and the timesteps that read it: as many lines as steps, and never more numbers.

The block is drawn to a scale that hangs on its limits alone, so its size follows the count; more timesteps are more
lines into the same block. `read_by` is the page that answers, `still_read_by` the same as one picture.
"""

from collections.abc import Sequence
from typing import Any

from lstmlesson.language import sentence
from lstmlesson.law.polynomials import highest
from lstmlesson.law.weights import Weight, count
from lstmlesson.views.document import by_sign, repeat, when
from lstmlesson.views.pictures.blocks.block_plane import boxes, columns, height
from lstmlesson.views.pictures.blocks.weight_bands import letter_of
from lstmlesson.views.pictures.drawing import (
    FAINT,
    FRAME,
    INK,
    PAPER,
    arrow,
    gate_colour,
    path,
    patterned,
    patterns,
    picture,
    rect,
    ruled,
    text,
)

# So many timesteps are drawn, the rest is said. Pixels: the most that a number measures, and the room of the block.
MOST, LARGEST, ACROSS, DOWN = 14, 18, 560, 200
# Of the still picture: its width, where its lines begin and end, a cell.
WIDTH, LINES, CELL, MARGIN = 640, 90, 34, 12


def side(weights: Sequence[Weight]) -> float:
    """Pixels for one number, so that the largest block that the limits allow fits the room.

    >>> from lstmlesson import LSTM
    >>> side(LSTM(2).weights((None, 3)))                      # 6 numbers high and 8 wide, so as large as it may be
    18
    """
    wide = max(highest(columns(weight)) * len(weight.gates) for weight in weights)
    return min(LARGEST, round(ACROSS / wide, 1), round(DOWN / highest(height(weights)), 1))


def read_by(weights: Sequence[Weight], timesteps: Any, step: Any) -> str:
    """The block, the lines and the steps, as HTML. step: the one that reads now, from 1 on; 0 for none."""
    most = max(highest(columns(weight)) * len(weight.gates) for weight in weights)
    scale = f"--lm-most:{most};--lm-largest:{side(weights)}px;--lm-units:{columns(weights[0]):d}"
    told = sentence("unrolled", numbers=f"{count(weights):,}", timesteps=f"{timesteps:,}")
    rows = f"--lm-high:{height(weights):d}"
    block = f'<div class="lm-plane" role="img" aria-label="{told}" style="{rows}">{boxes(weights)}</div>'
    room = round(side(weights) * highest(height(weights))) + 12
    few, many = _steps(timesteps, step, timesteps), _steps(timesteps, step, MOST)
    return f'<div class="lm-pic lm-stored" style="{scale};--lm-room:{room}px">{block}</div>' + when(
        timesteps - MOST, many, few
    )


def _steps(timesteps: Any, step: Any, drawn: Any) -> str:
    """The lines and the cells of the steps that are drawn."""
    more = when(timesteps - MOST, sentence("and more", number=f"{timesteps - MOST:,}")) if drawn == MOST else ""
    last = f'<div class="lm-quiet lm-more">{more}</div>' if more else ""
    fan = repeat(timesteps, MOST, lambda at: _line(at, step, drawn))
    cells = repeat(timesteps, MOST, lambda at: _cell(at, step, timesteps))
    told = sentence("lines", timesteps=f"{timesteps:,}")
    return (
        f'<svg class="lm-fan" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{told}" '
        f'viewBox="0 0 {2 * drawn:d} 100" preserveAspectRatio="none">{fan}</svg>'
        f'<div class="lm-cells" style="--lm-steps:{drawn:d}">{cells}</div>{last}'
    )


def _line(at: int, step: Any, drawn: Any) -> str:
    way = f"M{drawn:d} 2 C{drawn:d} 60 {2 * at + 1} 40 {2 * at + 1} 98"
    done, now, waits = (f'<path class="lm-{look}" d="{way}"/>' for look in ("done", "now", "waits"))
    return by_sign(step - at - 1, done, now, waits)


def _cell(at: int, step: Any, timesteps: Any) -> str:
    """One timestep: its number in a box, what comes in below it, and before it what the step before handed on."""
    handed = '<small class="lm-quiet" aria-hidden="true">h, c</small>' if at else ""
    inside = f"<b>{at + 1}</b>x<sub>{at + 1}</sub>{handed}"
    done, now, waits = (f'<div class="lm-{look}">{inside}</div>' for look in ("done", "now", "waits"))
    return by_sign(step - at - 1, done, now, waits)


def still_read_by(weights: Sequence[Weight], timesteps: int) -> str:
    """The same for whole numbers as one picture, SVG.

    >>> from lstmlesson import LSTM
    >>> still_read_by(LSTM(2).weights((None, 3)), 3).count("C")                      # as many lines as timesteps
    3
    """
    cell = max(int(side(weights)), 2)
    body = [patterns(cell), *_block(weights, cell)]
    top = MARGIN + height(weights) * cell + 8
    drawn = min(timesteps, MOST)
    room = (WIDTH - 2 * MARGIN - 70 * (timesteps > MOST)) // drawn
    for at in range(drawn):
        x, y = MARGIN + room * at + room // 2, top + LINES
        body.append(path(WIDTH // 2, top, f"C {WIDTH // 2} {top + 60} {x} {top + 30} {x} {y}", FRAME))
        body.append(rect(x - CELL // 2, y, CELL, CELL, PAPER, FRAME) + text(x, y + 22, str(at + 1), "middle"))
        body.append(text(x, y + CELL + 18, f'x<tspan font-size="10" dy="3">{at + 1}</tspan>', "middle", _faint()))
        if at + 1 < drawn:
            body.append(arrow(x + CELL // 2, y + CELL // 2, room - CELL, 0))
    more = sentence("and more", number=f"{timesteps - MOST:,}")
    body.append(text(WIDTH - MARGIN, top + LINES + 22, more if timesteps > MOST else "", "end", _faint()))
    told = sentence("unrolled", numbers=f"{count(weights):,}", timesteps=f"{timesteps:,}")
    return picture(WIDTH, top + LINES + CELL + 28, told, "".join(body))


def _faint() -> str:
    return f'fill="{FAINT}"'


def _block(weights: Sequence[Weight], cell: int) -> list[str]:
    """The stored block in the middle above."""
    wide = columns(weights[0]) * len(weights[0].gates) * cell
    parts, y = [], MARGIN
    for weight in weights:
        across, down = columns(weight) * cell, height([weight]) * cell
        for at, gate in enumerate(weight.gates):
            place = ((WIDTH - wide) // 2 + at * across, y, across, down)
            lines = ruled(*place, cell) + patterned(*place, cell, letter_of(weight)) if cell >= 6 else ""
            parts.append(rect(*place, gate_colour(gate), INK if cell >= 6 else "none") + lines)
        y += down
    return parts
