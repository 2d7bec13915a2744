"""The unrolled cell: one cell drawn once for each timestep, over the one set of weights that all of them use."""

from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.law.sizes import Size
from lstmlesson.views.document import repeat, when
from lstmlesson.views.pictures.drawing import COLOURS, FAINT, FRAME, NO_GATE, arrow, path, picture, rect, text

MOST, STEP, BOX, MARGIN = 8, 70, 42, 14
TOP, TALL, BAR = 30, 34, 24


def unrolled(timesteps: Size, numbers: Size, states: str = "h, c") -> str:
    """The picture of a layer over its timesteps as SVG; at most 8 are drawn, the rest is said.

    numbers: how many numbers the layer stores. states: what is handed from step to step.

    >>> unrolled(3, 48).count("<rect")                       # 3 cells, 3 pieces of the weights below them
    6
    """
    steps = repeat(timesteps, MOST, lambda index: _step(index, when(timesteps - index - 1, _handed(index, states))))
    end = MARGIN + MOST * STEP
    more = when(timesteps - MOST, text(end + 6, TOP + 22, sentence("and more", number=f"{timesteps - MOST:,}")))
    told = {"numbers": f"{numbers:,}", "timesteps": f"{timesteps:,}"}
    below = TOP + TALL + 52 + BAR
    below_it = text(MARGIN, below + 20, sentence("stored once", **told))
    return picture(end + 120, below + 34, sentence("unrolled", **told), steps + more + below_it)


def _step(index: int, handed: str) -> str:
    """One timestep: what comes in, the cell, what goes out, and the piece of the weights below it."""
    left = MARGIN + index * STEP
    middle = left + BOX // 2
    cell = rect(left, TOP, BOX, TALL, COLOURS["input"], FRAME) + text(middle, TOP + 21, word("cell box"), "middle")
    out = arrow(middle, TOP - 2, 0, -12) + text(middle + 6, TOP - 8, f"h{_lowered(index + 1)}")
    comes = arrow(middle + 10, TOP + TALL + 22, 0, -18) + text(middle + 14, TOP + TALL + 22, f"x{_lowered(index + 1)}")
    bar = TOP + TALL + 50
    weights = path(middle - 10, bar, f"v {TOP + TALL - bar}", FAINT, 'stroke-dasharray="3 3"')
    return weights + cell + out + comes + rect(left, bar, STEP, BAR, NO_GATE, NO_GATE) + handed


def _handed(index: int, states: str) -> str:
    """What a step hands to the next one."""
    right = MARGIN + index * STEP + BOX
    return arrow(right + 2, TOP + TALL // 2, STEP - BOX - 4, 0) + text(
        right + (STEP - BOX) // 2, TOP + TALL // 2 - 9, states, "middle", f'font-size="11" fill="{FAINT}"'
    )


def _lowered(number: Any) -> str:
    return f'<tspan font-size="10" dy="3">{number}</tspan>'
