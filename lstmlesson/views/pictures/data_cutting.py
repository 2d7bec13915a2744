"""The data as a network sees them: samples of timesteps of features, one square for each number.

A sample is a grid. Time runs across, as in all our pictures, and a feature is a row, as it is in the block W that reads
it. Samples lie side by side. `gliding` is for a page that answers, `cutting` for where nothing does.
"""

from collections.abc import Sequence
from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.law.polynomials import highest
from lstmlesson.law.sizes import Size
from lstmlesson.views.document import escape, when
from lstmlesson.views.pictures.drawing import DATA, FRAME, path, picture, rect, ruled, text

ROOM_ACROSS, ROOM_DOWN, LARGEST_CELL = 420, 240, 26
LEFT, TOP, GAP, MARGIN = 96, 44, 14, 12

# One way to cut: samples, timesteps and features; and 1 where it is the one that is shown, else 0.
Cut = tuple[Any, tuple[int, int, int]]


def gliding(cuts: Sequence[Cut], numbers: int) -> str:
    """The squares of all cuts as HTML: each number is one square, which glides to its place in another cut.

    >>> gliding([(1, (2, 3, 1))], 6).count("</i>")
    6
    """
    samples, timesteps, features = (sum(on * cut[axis] for on, cut in cuts) for axis in range(3))
    sizes = f"--lm-samples:{samples:d};--lm-times:{timesteps:d};--lm-features:{features:d}"
    told = sentence("samples", samples=f"{samples:,}", timesteps=f"{timesteps:,}", features=f"{features:,}")
    squares = "".join(_square(cuts, at) for at in range(numbers))
    return f'<div class="lm-pic lm-cut" role="img" aria-label="{told}" style="{sizes}">{squares}</div>'


def _square(cuts: Sequence[Cut], at: int) -> str:
    """The number at one place of the row, and where each cut puts it."""
    places = [(on, _place(at, cut)) for on, cut in cuts]
    sample, across, down = (sum(on * place[axis] for on, place in places) for axis in range(3))
    return f'<i style="--lm-gaps:{sample:d};--lm-x:{across:d};--lm-y:{down:d}">{at + 1}</i>'


def _place(at: int, cut: tuple[int, int, int]) -> tuple[int, int, int]:
    """The sample of a number, its timestep counted through all samples, its feature."""
    _, timesteps, features = cut
    return at // (timesteps * features), at // features, at % features


def cutting(number: int, timesteps: Any, features: Any, values: list[str] | None = None) -> str:
    """The picture of some samples as SVG. values: what stands in the squares, sample by sample and step by step.

    >>> cutting(2, 3, 1).count("<rect")                       # one rectangle for each sample
    2
    """
    cell = _cell(number, timesteps, features)
    width, height = timesteps * cell, features * cell
    body, x = [], LEFT
    for sample in range(number):
        place: tuple[Any, Any, Any, Any] = (x + sample * (width + GAP), TOP, width, height)
        body.append(rect(*place, DATA, FRAME) + ruled(*place, cell, FRAME))
    if values is not None:
        body.append(_values(values, int(timesteps), int(features), cell))
    axes = _axes(number, timesteps, features, height, width)
    across = LEFT + max(ROOM_ACROSS, highest(number * (width + GAP))) + MARGIN
    said = sentence("samples", samples=number, timesteps=f"{timesteps:,}", features=f"{features:,}")
    return picture(int(across), height + TOP + MARGIN, said, "".join(body) + axes)


def _cell(number: int, timesteps: Size, features: Size) -> int:
    """The largest even square with which all samples fit the room."""
    across, down = ROOM_ACROSS - number * GAP, ROOM_DOWN
    fits = min(across / (number * highest(timesteps)), down / highest(features), LARGEST_CELL)
    return max(int(fits) // 2 * 2, 2)


def _axes(number: int, timesteps: Size, features: Size, height: Any, width: Any) -> str:
    """The names of the axes, each with how long it is."""
    down = text(LEFT - 14, TOP + 14, f"{word('features')}: {features:,}", "end", 'font-size="11"')
    down += path(LEFT - 8, TOP, f"v {height:d}")
    along = text(LEFT, TOP - 14, f"{word('timesteps')}: {timesteps:,}", more='font-size="11"') + path(
        LEFT, TOP - 8, f"h {width:d}"
    )
    several = text(MARGIN, MARGIN + 4, sentence("so many samples", number=number), more='font-size="11"')
    return down + along + several


def _values(values: list[str], timesteps: int, features: int, cell: int) -> str:
    """What stands in each square, where there is room for it."""
    parts = []
    for at, value in enumerate(values):
        sample, across, down = _place(at, (0, timesteps, features))
        x = LEFT + sample * GAP + across * cell + cell // 2
        parts.append(text(x, TOP + down * cell + cell // 2 + 4, escape(value), "middle", 'font-size="11"'))
    return when(cell - 14, "".join(parts))
