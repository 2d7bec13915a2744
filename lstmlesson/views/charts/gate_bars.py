"""Gates over time: a line for each unit, and on it a bar for each timestep, as high as its gate is open.

A bar goes down where its number is below zero. The hue says which gate it is, as everywhere, and nothing more; small
charts have the number beside its bar, and all say their figures in words.
"""

import math
from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.views.charts.paper import LINE, MOST_READ_OUT, TENTHS, THIN, Chart, Field, chart, tenths, write
from lstmlesson.views.document import number
from lstmlesson.views.pictures.drawing import (
    FAINT,
    FRAME,
    INK,
    gate_colour,
    gate_letter,
    gate_word,
    path,
    rect,
    text,
)

# So many are drawn, the rest is counted; a bar has its number beside it where no more than NUMBERED stand side by side.
MOST_STEPS, MOST_UNITS, NUMBERED = 40, 12, 6
# In pixels: a panel's width and where the first begins, the room of a unit's bars and between two units, what stands
# above and below a panel, the last line; a bar with its number, and the number beside it.
PANEL, LEFT, BAR, APART, ABOVE, BELOW, LAST = 236, 34, 22, 4, 30, 30, 22
NARROW, BESIDE = 9, 12
HAIR = f'stroke-width="{TENTHS // 2}"'


def gates_over_time(trace: Any, sample: int = 0) -> Chart:
    """Each gate of a traced layer, units down and timesteps across.

    trace: what numeric.trace gives. sample: which sample of the batch. Of many timesteps and units the first are drawn.
    Raises: ValueError where there is no such sample, or a number in it is not finite.

    >>> from lstmlesson import GRU
    >>> from lstmlesson.numeric import initialise, trace
    >>> weights = [0 * array for array in initialise(GRU(1), (None, 1), seed=0, dtype="float64")]
    >>> gates_over_time(trace(GRU(1), weights, [[[1.0], [2.0]]])).text[:75]         # an update gate of sigmoid(0)
    'Gates over 2 timesteps, the mean of 1 units. update: 0.5, 0.5. reset: 0.5, '
    """
    gates = {name: _of_sample(name, values.tolist(), sample) for name, values in trace.gates.items()}
    steps, units = len(next(iter(gates.values()))), len(next(iter(gates.values()))[0])
    tall = (BAR + APART) * min(units, MOST_UNITS)
    panels = [
        _panel(LEFT + (at % 2) * (PANEL + 60), ABOVE + (at // 2) * (ABOVE + tall + BELOW), name, rows)
        for at, (name, rows) in enumerate(gates.items())
    ]
    height = (ABOVE + tall + BELOW) * -(-len(gates) // 2) + LAST
    legend = write(LEFT, height - 8, f"{word('units down')}{_cut(steps, units)}", colour=FAINT)
    return chart(height, _said(gates, steps, units), "".join(panels) + legend)


def _cut(steps: int, units: int) -> str:
    """What to say where not all are drawn."""
    if steps <= MOST_STEPS and units <= MOST_UNITS:
        return ""
    shown, rows = min(steps, MOST_STEPS), min(units, MOST_UNITS)
    return "; " + sentence("the first of", steps=shown, timesteps=steps, rows=rows, units=units)


def _of_sample(gate: str, values: list[Any], sample: int) -> list[list[float]]:
    """The rows (timesteps, units) of one sample."""
    if not isinstance(sample, int) or not 0 <= sample < len(values):
        raise ValueError(f"sample={sample!r}: expected a whole number from 0 to {len(values) - 1}")
    rows: list[list[float]] = values[sample]
    wrong = [value for row in rows for value in row if not math.isfinite(value)]
    if wrong:
        raise ValueError(f"gate {gate!r} of sample {sample} holds {wrong[0]}; expected finite numbers")
    return rows


def _panel(left: float, top: float, gate: str, rows: list[list[float]]) -> str:
    """One gate: its units down, its timesteps across."""
    shown = [row[:MOST_UNITS] for row in rows[:MOST_STEPS]]
    steps, units = len(shown), len(shown[0])
    up = _reach(shown)
    fields = [
        Field(left, down, left + PANEL, down + BAR, across=(0, steps), up=up)
        for down in (top + APART + (BAR + APART) * unit for unit in range(units))
    ]
    title = write(left, top - 8, f"{gate_letter(gate)}  {gate_word(gate)}")
    reach = sentence("from to", low=number(up[0]), high=number(up[1]))
    parts = [title, write(left + PANEL, top - 8, reach, "end", FAINT)]
    for unit in sorted({0, units - 1}):
        parts.append(write(left - 8, fields[unit].top + BAR / 2 + 5, str(unit + 1), "end", FAINT))
    for step in sorted({0, steps - 1}):
        middle = left + PANEL * (step + 0.5) / steps
        parts.append(write(middle, top + (BAR + APART) * units + LINE, str(step + 1), "middle", FAINT))
    bars = [_bars(field, [row[unit] for row in shown], gate) for unit, field in enumerate(fields)]
    return "".join(parts + bars)


def _reach(rows: list[list[float]]) -> tuple[float, float]:
    """The numbers between which the bars of a gate are drawn: 0 and 1, -1 and 1, or further where one goes further."""
    furthest = max(1.0, *(abs(value) for row in rows for value in row))
    return (-furthest if any(value < 0 for row in rows for value in row) else 0.0), furthest


def _bars(field: Field, values: list[float], gate: str) -> str:
    """The bars of one unit, from zero up or down; where there is room, each in its frame and with its number."""
    room, zero = field.x(1) - field.x(0), field.y(0)
    is_numbered = len(values) <= NUMBERED
    width = tenths(NARROW) if is_numbered else room - min(20, room // 4)
    axis = "" if is_numbered else path(tenths(field.left), zero, f"H {tenths(field.right)}", FRAME, THIN)
    parts = [axis]
    for step, value in enumerate(values):
        x, y = field.x(step), field.y(value)
        parts.append(rect(x, min(y, zero), width, abs(zero - y), gate_colour(gate), FRAME, HAIR))
        if is_numbered:
            parts.append(_frame(field, x, zero) + _number(field, x, value))
    return "".join(parts)


def _frame(field: Field, x: int, zero: int) -> str:
    """What a bar could fill, with a line at zero."""
    top, bottom = tenths(field.top), tenths(field.bottom)
    whole = rect(x, top, tenths(NARROW), bottom - top, "none", FRAME, HAIR)
    return whole + path(x, zero, f"h {tenths(NARROW)}", FRAME, HAIR)


def _number(field: Field, x: int, value: float) -> str:
    middle = (tenths(field.top) + tenths(field.bottom)) // 2
    return text(x + tenths(BESIDE), middle + 40, number(value, 2), more=f'font-size="110" fill="{INK}"')


def _said(gates: dict[str, list[list[float]]], steps: int, units: int) -> str:
    told = [sentence("gates over time", timesteps=steps, units=units)]
    for name, rows in gates.items():
        means = ", ".join(number(sum(row) / len(row), 2) for row in rows[:MOST_READ_OUT])
        more = f", {sentence('and more', number=steps - MOST_READ_OUT)}" if steps > MOST_READ_OUT else ""
        told.append(f"{gate_word(name)}: {means}{more}.")
    return " ".join(told)
