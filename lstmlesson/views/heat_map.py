"""Gates over time as a heat map: one square for each unit at each timestep, orange below 0, white at 0, blue above.

Colour does not speak alone: small maps have a number in each square, and all say their figures in words.
"""

from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.views.pictures.drawing import FAINT, gate_letter, gate_word
from lstmlesson.views.sheet import FONT, MOST_READ_OUT, Chart, Sheet, number, sheet

# The two ends of the scale, -1 and 1, with white between them: red, green and blue, each up to 1. Ink is readable on
# all of it.
SCALE = ((0.94, 0.55, 0.2), (1.0, 1.0, 1.0), (0.35, 0.7, 0.92))
# So many are drawn, the rest is counted; a square has a number in it where no more than NUMBERED stand side by side.
MOST_STEPS, MOST_UNITS, NUMBERED = 40, 12, 8
# In points: a panel's width, the height of a square, what stands above and below a panel, and the legend.
PANEL, SQUARE, ABOVE, BELOW, LEGEND = 180, 18, 24, 26, 44


def gates_over_time(trace: Any, sample: int = 0) -> Chart:
    """Each gate of a traced layer, units down and timesteps across.

    trace: what numeric.trace gives. sample: which sample of the batch. Raises: ValueError where there is none such.

    >>> from lstmlesson import LSTM
    >>> from lstmlesson.numeric import initialise, trace
    >>> weights = [0 * array for array in initialise(LSTM(1), (None, 1), seed=0, dtype="float64")]
    >>> gates_over_time(trace(LSTM(1), weights, [[[1.0], [2.0]]]))       # sigmoid(0) and, for the candidate, tanh(0)
    Gates over 2 timesteps, the mean of 1 units. input: 0.5, 0.5. forget: 0.5, 0.5. cell: 0, 0. output: 0.5, 0.5.
    """
    gates = {name: _of_sample(values.tolist(), sample) for name, values in trace.gates.items()}
    steps, units = len(next(iter(gates.values()))), len(next(iter(gates.values()))[0])
    tall = SQUARE * min(units, MOST_UNITS)
    with sheet((ABOVE + tall + BELOW) * -(-len(gates) // 2) + LEGEND) as paper:
        for at, (name, rows) in enumerate(gates.items()):
            left, top = 40 + (at % 2) * (PANEL + 50), ABOVE + (at // 2) * (ABOVE + tall + BELOW)
            _panel(paper, left, top, f"{gate_letter(name)}  {gate_word(name)}", rows)
        _legend(paper, paper.height - LEGEND + 14)
        return paper.chart(_said(gates, steps, units))


def _of_sample(values: list[Any], sample: int) -> list[list[float]]:
    """The rows (timesteps, units) of one sample."""
    if not isinstance(sample, int) or not 0 <= sample < len(values):
        raise ValueError(f"sample={sample!r}: expected a whole number from 0 to {len(values) - 1}")
    rows: list[list[float]] = values[sample]
    return rows


def _panel(paper: Sheet, left: float, top: float, title: str, rows: list[list[float]]) -> None:
    """One gate: its units down, its timesteps across."""
    steps, units = min(len(rows), MOST_STEPS), min(len(rows[0]), MOST_UNITS)
    bottom = top + SQUARE * units
    axes = paper.axes(left, top, left + PANEL, bottom)
    axes.set(xlim=(0.5, steps + 0.5), ylim=(units + 0.5, 0.5))
    squares = [[row[unit] for row in rows[:steps]] for unit in range(units)]
    _coloured(axes, squares)
    paper.write(left, top - 8, title)
    for at in sorted({1, units}):
        paper.write(left - 6, top + SQUARE * (at - 0.5) + 4, str(at), "right", FAINT)
    for at in sorted({1, steps}):
        paper.write(left + PANEL * (at - 0.5) / steps, bottom + FONT + 3, str(at), "center", FAINT)
    if max(steps, units) <= NUMBERED:
        for down, row in enumerate(squares):
            for across, value in enumerate(row):
                place = left + PANEL * (across + 0.5) / steps, top + SQUARE * (down + 0.5) + 4
                paper.write(*place, number(value, 2), "center")


def _coloured(axes: Any, squares: list[list[float]]) -> None:
    """A grid of squares, each in the colour of its number."""
    from matplotlib.colors import LinearSegmentedColormap

    scale = LinearSegmentedColormap.from_list("gates", SCALE)
    edges = [[at + 0.5 for at in range(size + 1)] for size in (len(squares[0]), len(squares))]
    axes.pcolormesh(*edges, squares, cmap=scale, vmin=-1, vmax=1, edgecolors="white", linewidth=0.5)
    axes.set_axis_off()


def _legend(paper: Sheet, top: float) -> None:
    """What the colours mean, and what stands along the sides."""
    values = [-1, -0.5, 0, 0.5, 1]
    axes = paper.axes(40, top, 40 + 40 * len(values), top + 12)
    axes.set(xlim=(0.5, len(values) + 0.5), ylim=(0.5, 1.5))
    _coloured(axes, [values])
    for at, value in enumerate(values):
        paper.write(60 + 40 * at, top + 12 + FONT + 2, number(value), "center", FAINT)
    paper.write(40 + PANEL + 50, top + FONT, word("units down"), colour=FAINT)


def _said(gates: dict[str, list[list[float]]], steps: int, units: int) -> str:
    told = [sentence("gates over time", timesteps=steps, units=units)]
    for name, rows in gates.items():
        means = ", ".join(number(sum(row) / len(row), 2) for row in rows[:MOST_READ_OUT])
        more = f", {sentence('and more', number=steps - MOST_READ_OUT)}" if steps > MOST_READ_OUT else ""
        told.append(f"{gate_word(name)}: {means}{more}.")
    return " ".join(told)
