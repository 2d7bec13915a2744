"""A grid of features by units against a budget: which layers stay below it, which meet it, which are too large.

What is above is hatched and what meets the budget carries an equals sign, so that no colour speaks alone.
"""

from collections.abc import Callable
from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.views.document import when
from lstmlesson.views.pictures.drawing import DATA, FRAME, INK, NO_GATE, PAPER, hatched, picture, rect, ruled, text

# Pixels: a square of the grid, the room for the numbers of its rows and columns, the legend and where its swatches are.
SQUARE, LEFT, TOP, MARGIN, LEGEND = 20, 46, 40, 8, 30
SWATCHES, NARROWEST = (0, 78, 162), 294

# How far a layer is above its budget, for so many features and units; below zero where it is within.
Above = Callable[[int, int], Any]


def budget_grid(above: Above, features: int, units: int, budget: Any) -> str:
    """The picture as SVG: a column for each number of features, a row for each number of units.

    >>> from lstmlesson import LSTM
    >>> grid = budget_grid(lambda f, u: LSTM(u).count((None, f)) - 48, 3, 2, 48)
    >>> grid.count(">=</text>")                               # (3, 2), and its swatch in the legend
    2
    """
    width, height = features * SQUARE, units * SQUARE
    squares = [_square(f, u, above(f, u)) for u in range(1, units + 1) for f in range(1, features + 1)]
    body = [
        rect(LEFT, TOP, width, height, DATA, FRAME),
        ruled(LEFT, TOP, width, height, SQUARE, FRAME),
        *squares,
        text(LEFT, 14, word("features")),
        text(MARGIN, TOP - 8, word("units")),
        *[text(_across(f) + SQUARE // 2, TOP - 8, str(f), "middle") for f in range(1, features + 1)],
        *[text(LEFT - 8, _down(u) + 15, str(u), "end") for u in range(1, units + 1)],
        _legend(TOP + height + 12),
    ]
    label = sentence("budget grid", budget=f"{budget:,}", features=features, units=units)
    return picture(max(LEFT + width + MARGIN, NARROWEST), TOP + height + MARGIN + LEGEND, label, "".join(body))


def _across(features: int) -> int:
    return LEFT + (features - 1) * SQUARE


def _down(units: int) -> int:
    return TOP + (units - 1) * SQUARE


def _square(features: int, units: int, above: Any) -> str:
    """What is drawn over a square that is not below the budget."""
    x, y = _across(features), _down(units)
    return when(above + 1, when(above, _too_large(x, y), _just_right(x, y)))


def _too_large(x: int, y: int) -> str:
    return rect(x, y, SQUARE, SQUARE, NO_GATE, FRAME) + hatched(x, y, SQUARE, SQUARE)


def _just_right(x: int, y: int) -> str:
    bold = f'font-weight="bold" font-size="16" fill="{PAPER}"'
    return rect(x, y, SQUARE, SQUARE, INK, INK) + text(x + SQUARE // 2, y + 15, "=", "middle", bold)


def _legend(y: int) -> str:
    """Three swatches with their words."""
    below, on, above = (LEFT + x for x in SWATCHES)
    swatches = rect(below, y, SQUARE, SQUARE, DATA, FRAME) + _just_right(on, y) + _too_large(above, y)
    words = {below: word("below"), on: word("exactly"), above: word("above")}
    return swatches + "".join(text(x + SQUARE + 6, y + 15, said) for x, said in words.items())
