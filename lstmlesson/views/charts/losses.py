"""The loss of each epoch as a curve, several trainings beside each other."""

import math
from collections.abc import Mapping
from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.views.charts.paper import LINE, THICK, THIN, WIDTH, Chart, Field, chart, tenths, write
from lstmlesson.views.pictures.drawing import FAINT, FRAME, INK, path

# A line for each curve, by its colour and its dashes, in drawing units: colour never speaks alone, and here hardly.
LINES = ((INK, ""), (INK, "80 50"), (FAINT, "20 35"), (FAINT, "90 35 20 35"))
# A loss below this is noise of the number type, and is drawn here. So many points are drawn of a longer curve, and so
# many powers of ten get a line at most.
LOWEST_LOSS, MOST_POINTS, MOST_POWERS = 1e-9, 200, 12
LEFT, TOP, BOTTOM, HEIGHT, KEY = 72, 34, 250, 294, 190


def loss_curve(losses: Any) -> Chart:
    """The loss of each epoch, on a scale on which each line down is a tenth of the line above.

    losses: a row of numbers, as training.fit gives it, or several rows by name. What is below 1e-9 is drawn there, and
    of more than twelve powers of ten some lines are left out.
    Raises: ValueError where there is no number, or one that is negative or not finite.

    >>> loss_curve({"one to one": [0.1, 0.01], "many to one": [0.2, 0.05]})
    Loss by epoch. one to one: 0.1 in epoch 1, 0.01 in epoch 2. many to one: 0.2 in epoch 1, 0.05 in epoch 2.
    """
    rows = _rows(losses)
    said = " ".join([f"{word('loss by epoch')}.", *(_said(name, row) for name, row in rows.items())])
    logs = [[math.log10(max(loss, LOWEST_LOSS)) for loss in row] for row in rows.values()]
    powers = _powers(min(map(min, logs)), max(map(max, logs)))
    longest = max(map(len, logs))
    right = WIDTH - (KEY if any(rows) else 24)
    field = Field(LEFT, TOP, right, BOTTOM, across=(0, longest), up=(powers[0], powers[-1]))
    rule = f'{THIN} stroke-opacity="0.35"'
    rules = [path(tenths(LEFT), field.y(one), f"H {tenths(right)}", FRAME, rule) for one in powers]
    epochs: dict[float, str] = {at: f"{at:,}" for at in sorted({0, longest // 2, longest})}
    axes = field.axes(epochs, {one: _power(one) for one in powers}, word("epoch"))
    curves = [_curve(field, row, *LINES[at % len(LINES)]) for at, row in enumerate(logs)]
    keys = [_key(at, name, _loss(row[-1])) for at, (name, row) in enumerate(rows.items()) if name]
    return chart(HEIGHT, said, "".join([write(8, 20, word("loss")), *rules, axes, *curves, *keys]))


def _rows(losses: Any) -> dict[str, list[float]]:
    """Rows of losses by name; one row alone has an empty name."""
    named = losses if isinstance(losses, Mapping) else {"": losses}
    rows = {str(name): [float(one) for one in row] for name, row in named.items()}
    if not rows or not all(rows.values()):
        raise ValueError(f"losses={losses!r}: expected at least one number, or rows of numbers by name")
    for name, row in rows.items():
        for epoch, one in enumerate(row, 1):
            if not 0 <= one < math.inf:
                raise ValueError(f"losses{[name] if name else ''}: {one} in epoch {epoch}; expected a number from 0 on")
    return rows


def _powers(low: float, high: float) -> list[int]:
    """The powers of ten that get a line, evenly apart: from one below every loss to one above."""
    first = math.floor(low)
    apart = max(math.ceil((high - first) / MOST_POWERS), 1)
    return list(range(first, max(math.ceil(high), first + 1) + apart, apart))


def _curve(field: Field, logs: list[float], colour: str, dashes: str) -> str:
    """One curve; of a long one, epochs at equal distances, and always the last."""
    epochs = range(len(logs), 0, -math.ceil(len(logs) / MOST_POINTS))[::-1]
    (x, y), *others = [(field.x(epoch), field.y(logs[epoch - 1])) for epoch in epochs]
    steps = " ".join(f"L {right} {down}" for right, down in others) or "h 0"
    return path(x, y, steps, colour, _look(dashes))


def _look(dashes: str) -> str:
    return f'{THICK} stroke-linecap="round"' + (f' stroke-dasharray="{dashes}"' if dashes else "")


def _key(at: int, name: str, last: str) -> str:
    """A sample of a curve's line, its name, and below it the loss in which it ended."""
    left, down = WIDTH - KEY + 16, TOP + 8 + (2 * LINE + 6) * at
    colour, dashes = LINES[at % len(LINES)]
    sample = path(tenths(left), tenths(down), f"h {tenths(34)}", colour, _look(dashes))
    return sample + write(left + 42, down + 5, name) + write(left + 42, down + 5 + LINE, last, colour=FAINT)


def _said(name: str, row: list[float]) -> str:
    ends = {1: row[0], len(row): row[-1]}
    told = [sentence("loss in epoch", loss=_loss(loss), epoch=f"{epoch:,}") for epoch, loss in ends.items()]
    return f"{name}: {', '.join(told)}." if name else f"{', '.join(told)}."


def _loss(loss: float) -> str:
    return f"{loss:.2g}" if loss > LOWEST_LOSS else word("below") + f" {LOWEST_LOSS:.0e}"


def _power(power: int) -> str:
    """A power of ten as people write it: 0.01, or 1e-6 where that is shorter."""
    return f"{10.0**power:g}" if power > -4 else f"1e{power}"
