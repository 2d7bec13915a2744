"""The data as a network sees them: samples of timesteps of features, one square for each number, the axes named.

A sample is a grid: one row for each timestep, one column for each feature. Samples lie side by side.
"""

from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.law.polynomials import highest
from lstmlesson.law.sizes import Size
from lstmlesson.views.document import escape, when
from lstmlesson.views.pictures.drawing import DATA, FRAME, path, picture, rect, ruled, text

ROOM_ACROSS, ROOM_DOWN, LARGEST_CELL = 420, 240, 26
LEFT, TOP, GAP, MARGIN = 96, 44, 14, 12


def cutting(number: int, timesteps: Any, features: Any, values: list[str] | None = None) -> str:
    """The picture of some samples as SVG. values: what stands in the squares, sample by sample and row by row.

    >>> cutting(2, 3, 1).count("<rect")                       # one rectangle for each sample
    2
    """
    cell = _cell(number, timesteps, features)
    width, height = features * cell, timesteps * cell
    body, x = [], LEFT
    for sample in range(number):
        place: tuple[Any, Any, Any, Any] = (x + sample * (width + GAP), TOP, width, height)
        body.append(rect(*place, DATA, FRAME) + ruled(*place, cell, FRAME))
    if values is not None:
        body.append(_values(values, number, int(timesteps), int(features), cell))
    axes = _axes(number, timesteps, features, height, width)
    across = LEFT + max(ROOM_ACROSS, highest(number * (width + GAP))) + MARGIN
    said = sentence("samples", samples=number, timesteps=f"{timesteps:,}", features=f"{features:,}")
    return picture(int(across), height + TOP + MARGIN, said, "".join(body) + axes)


def _cell(number: int, timesteps: Size, features: Size) -> int:
    """The largest even square with which all samples fit the room."""
    across, down = ROOM_ACROSS - number * GAP, ROOM_DOWN
    fits = min(across / (number * highest(features)), down / highest(timesteps), LARGEST_CELL)
    return max(int(fits) // 2 * 2, 2)


def _axes(number: int, timesteps: Size, features: Size, height: Any, width: Any) -> str:
    """The names of the axes, each with how long it is."""
    down = text(LEFT - 14, TOP + 14, f"{word('timesteps')}: {timesteps:,}", "end", 'font-size="11"')
    down += path(LEFT - 8, TOP, f"v {height:d}")
    along = text(LEFT, TOP - 14, f"{word('features')}: {features:,}", more='font-size="11"') + path(
        LEFT, TOP - 8, f"h {width:d}"
    )
    several = text(MARGIN, MARGIN + 4, sentence("so many samples", number=number), more='font-size="11"')
    return down + along + several


def _values(values: list[str], number: int, timesteps: int, features: int, cell: int) -> str:
    """What stands in each square, where there is room for it."""
    parts = []
    for at, value in enumerate(values):
        sample, rest = divmod(at, timesteps * features)
        row, column = divmod(rest, features)
        x = LEFT + sample * (features * cell + GAP) + column * cell + cell // 2
        parts.append(text(x, TOP + row * cell + cell // 2 + 4, escape(value), "middle", 'font-size="11"'))
    return when(cell - 14, "".join(parts))
