"""Charts of what was run and trained: a loss curve, gates over time, what was predicted beside what was wanted.

Each chart is drawn by matplotlib, which is imported when the first one is asked for, and carries its figures in words.
The same numbers give the same text with every version of matplotlib and of its fonts, so that notebooks that show one
can be compared: letters stay letters, places are rounded to a tenth, and nothing is laid out by the width of a word.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lstmlesson.views.document import static
from lstmlesson.views.drawing import INK, PAPER
from lstmlesson.words import WORDS

# Points of the page, 72 to an inch.
WIDTH, HEIGHT, FONT = 460, 230, 10
STYLE = {
    "svg.fonttype": "none",  # letters, which every page can draw
    "svg.hashsalt": "lstmlesson",  # else the names inside the file are drawn at random
    "font.sans-serif": ["DejaVu Sans", "Verdana", "sans-serif"],  # the first comes with matplotlib
    "font.size": FONT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.facecolor": PAPER,
    "text.color": INK,
    "path.simplify": False,
}
# The colours of Okabe and Ito that are dark enough for lines; each line also has its own dashes.
LINES = (("#0072b2", "-"), ("#d55e00", "--"), ("#007a5a", ":"), ("#9a4f7d", "-."))
# A loss below this is noise of the number type; it is drawn here. So many points are drawn of a longer curve.
LOWEST_LOSS, MOST_POINTS = 1e-9, 200
# From -1 to 1: orange, white, blue, which colour-blind readers can tell apart.
BELOW, ABOVE = (0.90, 0.38, 0.0), (0.0, 0.45, 0.70)
# More squares than these have no room for a number.
MOST_NUMBERED = 100
# So many pairs are read out, then the rest is counted.
MOST_READ_OUT = 12


@dataclass(frozen=True, repr=False)
class Chart:
    """A chart that shows itself: `svg` is the picture, `text` says its figures in words."""

    svg: str
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return static(self.svg)


def loss_curve(losses: Any) -> Chart:
    """The loss of each epoch, on a scale on which each line down is a tenth of the one above.

    losses: one row of positive numbers, such as training.fit gives; or several by name. What is below 1e-9 is drawn
    there. Raises: ValueError where there is none, or one that is zero, negative or not finite.

    >>> loss_curve({"one to one": [0.1, 0.01], "many to one": [0.2, 0.05]})
    Loss by epoch. one to one: 0.1 in epoch 1, 0.01 in epoch 2. many to one: 0.2 in epoch 1, 0.05 in epoch 2.
    """
    named = losses if isinstance(losses, Mapping) else {"": losses}
    rows = {name: [float(one) for one in row] for name, row in named.items()}
    if not rows or not all(rows.values()):
        raise ValueError(f"losses={losses!r}: expected at least one number, or rows of them by name")
    wrong = [one for row in rows.values() for one in row if not 0 <= one < float("inf")]
    if wrong:
        raise ValueError(f"losses hold {wrong[0]}; expected finite numbers that are not below 0")
    said = [_said_loss(name, row) for name, row in rows.items()]
    with drawn(" ".join([f"{WORDS['loss by epoch']}.", *said])) as sheet:
        axes = sheet.axes(left=48, right=100 if "" not in rows else 16, top=16, bottom=36)
        _axes_of_losses(axes, sheet, rows)
        for number, (name, row) in enumerate(rows.items()):
            colour, dashes = LINES[number % len(LINES)]
            epochs = _thinned(len(row))
            heights = [max(row[epoch - 1], LOWEST_LOSS) for epoch in epochs]
            marker = "" if len(epochs) > 1 else "o"
            axes.semilogy(epochs, heights, dashes, color=colour, marker=marker, clip_on=False)
            if name:
                sheet.key(number, name, colour, dashes)
    return sheet.chart


def _said_loss(name: str, row: list[float]) -> str:
    begins = f"{name}: " if name else ""
    first = WORDS["loss in epoch"].format(loss=f"{row[0]:.2g}", epoch=1)
    last = WORDS["loss in epoch"].format(loss=f"{row[-1]:.2g}", epoch=f"{len(row):,}")
    return f"{begins}{first}, {last}." if len(row) > 1 else f"{begins}{first}."
