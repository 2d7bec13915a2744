"""Charts of what was run and trained: a loss curve, gates over time, what was predicted beside what was wanted.

Each chart says its figures in words as well, for those who do not see it. Arrays of `numeric` and plain lists will do;
nothing here computes anything but places on paper.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.views.heat_map import gates_over_time as gates_over_time
from lstmlesson.views.pictures.drawing import INK
from lstmlesson.views.sheet import MOST_READ_OUT, WIDTH, Chart, number, sheet

# The colours of Okabe and Ito, darkened where a line would be pale on paper; each line has dashes of its own as well.
LINES = (("#0072b2", "-"), ("#c04d00", "--"), ("#007a5a", ":"), ("#9a4f7d", "-."))
# A loss below this is noise of the number type, and is drawn here. So many points are drawn of a longer curve.
LOWEST_LOSS, MOST_POINTS = 1e-9, 200


def loss_curve(losses: Any) -> Chart:
    """The loss of each epoch, on a scale on which each line down is a tenth of the line above.

    losses: a row of numbers, as training.fit gives it, or several rows by name. What is below 1e-9 is drawn there.
    Raises: ValueError where there is no number, or one that is negative or not finite.

    >>> loss_curve({"one to one": [0.1, 0.01], "many to one": [0.2, 0.05]})
    Loss by epoch. one to one: 0.1 in epoch 1, 0.01 in epoch 2. many to one: 0.2 in epoch 1, 0.05 in epoch 2.
    """
    rows = _rows(losses)
    said = " ".join([f"{word('loss by epoch')}.", *(_said(name, row) for name, row in rows.items())])
    drawn = [[max(one, LOWEST_LOSS) for one in row] for row in rows.values()]
    low, high = (math.log10(one) for one in (min(map(min, drawn)), max(map(max, drawn))))
    powers = range(math.floor(low), max(math.ceil(high), math.floor(low) + 1) + 1)
    right, longest = WIDTH - (150 if any(rows) else 24), max(map(len, drawn))
    with sheet(240) as paper:
        axes = paper.axes(left=56, top=26, right=right, bottom=200)
        axes.set(yscale="log", xlim=(0, longest), ylim=(10.0 ** powers[0], 10.0 ** powers[-1]))
        axes.grid(axis="y", color="#d9d9d9")
        paper.label(
            axes,
            {at: f"{at:,}" for at in sorted({0, longest // 2, longest})},
            {10.0**one: _power(one) for one in powers},
        )
        paper.write(8, 14, word("loss"))
        paper.write((56 + right) / 2, 228, word("epoch"), "center")
        for number, (name, row) in enumerate(zip(rows, drawn, strict=True)):
            colour, dashes = LINES[number % len(LINES)]
            epochs = _thinned(len(row))
            axes.plot(epochs, [row[epoch - 1] for epoch in epochs], dashes, color=colour, clip_on=False)
            if name:
                paper.key(right + 16, 40 + 34 * number, name, _loss(row[-1]), color=colour, linestyle=dashes)
        return paper.chart(said)


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


def _said(name: str, row: list[float]) -> str:
    ends = {1: row[0], len(row): row[-1]}
    told = [sentence("loss in epoch", loss=_loss(loss), epoch=f"{epoch:,}") for epoch, loss in ends.items()]
    return f"{name}: {', '.join(told)}." if name else f"{', '.join(told)}."


def _loss(loss: float) -> str:
    return f"{loss:.2g}" if loss > LOWEST_LOSS else word("below") + f" {LOWEST_LOSS:.0e}"


def _thinned(epochs: int) -> list[int]:
    """The numbers of the epochs that are drawn: the last, and those before it at equal distances."""
    return list(range(epochs, 0, -math.ceil(epochs / MOST_POINTS)))[::-1]


def _power(power: int) -> str:
    """A power of ten as people write it: 0.01, or 1e-6 where that is shorter."""
    return f"{10.0**power:g}" if power > -4 else f"1e{power}"


def predicted_and_wanted(predicted: Any, wanted: Any) -> Chart:
    """What was predicted, as crosses, over what was wanted, as rings, one number after the other.

    predicted, wanted: as many numbers each, in any shape.
    Raises: ValueError where they are not as many, or none, or not finite.

    >>> predicted_and_wanted([[0.05, 0.19]], [[0.0, 0.2]])
    Predicted 0.05, wanted 0. Predicted 0.19, wanted 0.2. Farthest apart: 0.05.
    """
    got, goal = list(_flat(predicted)), list(_flat(wanted))
    if len(got) != len(goal) or not got:
        raise ValueError(f"predicted holds {len(got)} numbers and wanted {len(goal)}; expected as many, and some")
    if not all(map(math.isfinite, got + goal)):
        raise ValueError(f"predicted={predicted!r}, wanted={wanted!r}: expected finite numbers")
    places, low, high = range(1, len(got) + 1), min(got + goal), max(got + goal)
    room = (high - low) / 10 or 1.0
    with sheet(220) as paper:
        axes = paper.axes(left=56, top=12, right=WIDTH - 130, bottom=180)
        axes.set(xlim=(0.5, len(got) + 0.5), ylim=(low - room, high + room))
        paper.label(axes, {1: "1", len(got): str(len(got))}, {one: number(one) for one in (min(goal), max(goal))})
        paper.write((56 + WIDTH - 130) / 2, 208, word("which number"), "center")
        for at, (values, mark, colour) in enumerate(((goal, "o", INK), (got, "x", LINES[1][0]))):
            look = {"marker": mark, "fillstyle": "none", "markersize": 9, "linestyle": "", "color": colour}
            axes.plot(places, values, **look)
            paper.key(WIDTH - 114, 30 + 24 * at, word("predicted" if at else "wanted"), "", **look)
        return paper.chart(_said_pairs(got, goal))


def _said_pairs(got: list[float], goal: list[float]) -> str:
    pairs = zip(got[:MOST_READ_OUT], goal, strict=False)
    told = [sentence("predicted for", predicted=number(one), wanted=number(other)) for one, other in pairs]
    more = [f"{sentence('and more', number=len(got) - MOST_READ_OUT)}."] if len(got) > MOST_READ_OUT else []
    apart = max(abs(one - other) for one, other in zip(got, goal, strict=True))
    return " ".join([*told, *more, sentence("farthest apart", apart=number(apart))])


def _flat(values: Any) -> Iterator[float]:
    """The numbers of an array, or of lists in lists, in their order."""
    values = values.tolist() if hasattr(values, "tolist") else values
    if isinstance(values, list | tuple):
        for one in values:
            yield from _flat(one)
    else:
        yield float(values)
