"""The paper that charts are drawn on: matplotlib, imported when the first chart is asked for, and words beside it.

The same numbers give the same text with every version of matplotlib and of its fonts, so that a notebook that shows a
chart can be compared with a new run: letters stay letters and stand where they are put, nothing is laid out by the
width of a word, and places are rounded to a tenth of a point.
"""

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from typing import Any

from lstmlesson.views.document import escape, static
from lstmlesson.views.pictures.drawing import FAINT, INK, PAPER

# In points, 72 to an inch.
WIDTH, FONT = 460, 10
# So many figures are said one by one; of more the rest is counted.
MOST_READ_OUT = 12
STYLE = {
    "svg.fonttype": "none",  # letters, which every page can draw
    "svg.hashsalt": "lstmlesson",  # else names inside the file are drawn at random
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Verdana"],  # the first comes with matplotlib
    "font.size": FONT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "text.color": INK,
    "path.simplify": False,
}


@dataclass(frozen=True, repr=False)
class Chart:
    """A chart that shows itself: `svg` is the picture, `text` says its figures in words."""

    svg: str
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return static(self.svg)


class Sheet:
    """A figure on which places are given in points from the left and from the top."""

    def __init__(self, height: int) -> None:
        from matplotlib.figure import Figure

        self.height = height
        self.figure = Figure(figsize=(WIDTH / 72, height / 72), dpi=72)

    def axes(self, left: float, top: float, right: float, bottom: float) -> Any:
        """Axes between four sides, without any words."""
        box = (left / WIDTH, 1 - bottom / self.height, (right - left) / WIDTH, (bottom - top) / self.height)
        axes = self.figure.add_axes(box)
        axes.tick_params(labelbottom=False, labelleft=False, which="both")
        return axes

    def write(self, x: float, y: float, words: str, anchor: str = "left", colour: str = INK) -> None:
        """A line of text, its baseline at y. anchor: left, center or right."""
        place = (x / WIDTH, 1 - y / self.height)
        self.figure.text(*place, words, ha=anchor, va="baseline", color=colour, parse_math=False)

    def label(self, axes: Any, across: Mapping[float, str], up: Mapping[float, str]) -> None:
        """Marks along both axes, each with its word. Ask for them when the limits of the axes are set."""
        axes.set_xticks(list(across), minor=False)
        axes.set_yticks(list(up), minor=False)
        axes.minorticks_off()
        low, left = axes.get_ylim()[0], axes.get_xlim()[0]
        for at, words in across.items():
            x, y = axes.transData.transform((at, low))
            self.write(x, self.height - y + FONT + 6, words, "center", FAINT)
        for at, words in up.items():
            x, y = axes.transData.transform((left, at))
            self.write(x - 6, self.height - y + 0.35 * FONT, words, "right", FAINT)

    def key(self, x: float, y: float, words: str, more: str, **look: Any) -> None:
        """A sample of a line or of a mark with its word, and more words in a second line."""
        from matplotlib.lines import Line2D

        across, up = [(x + at) / WIDTH for at in (0, 12, 24)], [1 - (y - 4) / self.height] * 3
        self.figure.add_artist(Line2D(across, up, markevery=[1], **look))
        self.write(x + 30, y, words)
        self.write(x + 30, y + FONT + 3, more, colour=FAINT)

    def chart(self, text: str) -> Chart:
        """The finished chart. text: its figures in words."""
        out = StringIO()
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        self.figure.savefig(out, format="svg", metadata=nothing)
        svg = out.getvalue()
        inside = svg[svg.index(">", svg.index("<svg")) + 1 :]
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" '
            f'aria-label="{escape(text)}" width="{WIDTH * 4 // 3}" viewBox="0 0 {WIDTH} {self.height}">'
        )
        return Chart(head + re.sub(r"<[^>]*>", _to_tenths, inside.strip()), text)


def _to_tenths(tag: re.Match[str]) -> str:
    """A tag of SVG with each number to a tenth, and without the sign of a zero; words between tags stay."""
    return re.sub(r"-?\d+\.\d+", lambda number: f"{round(float(number[0]), 1) + 0:g}", tag[0])


def number(value: float, places: int = 3) -> str:
    """A number for people: so many places after the point, without noughts at the end and without the sign of zero.

    >>> number(-0.0001), number(0.1999)
    ('0', '0.2')
    """
    return f"{round(value, places) + 0:.{places}f}".rstrip("0").rstrip(".")


@contextmanager
def sheet(height: int) -> Iterator[Sheet]:
    """A sheet so many points high, in our own style whatever the reader's matplotlib is set to.

    matplotlib's remark that it reads the machine's fonts for the first time is kept back: it is no part of a lesson.
    """
    log = logging.getLogger("matplotlib")
    before = log.level
    log.setLevel(logging.ERROR)
    try:
        from matplotlib import style

        with style.context(["default", STYLE]):
            yield Sheet(height)
    finally:
        log.setLevel(before)
