"""What every chart is drawn on: a field in which each number has its place, marks along its sides, and a key beside it.

Places are given in pixels and drawn in whole tenths of one, so that a curve is smooth and the same numbers give the
same text everywhere. Shapes tell the lines and marks of a chart apart; a colour means a gate, here as in any picture.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lstmlesson.views.document import escape
from lstmlesson.views.document.standing_still import static
from lstmlesson.views.pictures.drawing import FAINT, FRAME, path, picture, text

# In pixels: how wide a chart is, and the lines of its words apart. Then drawing units in a pixel.
WIDTH, LINE = 600, 17
TENTHS = 10
# How thick an axis is drawn, and what is read off it.
THIN, THICK = f'stroke-width="{TENTHS}"', f'stroke-width="{2 * TENTHS}"'
# So many figures are said one by one; of more the rest is counted.
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


def chart(height: float, said: str, body: str) -> Chart:
    """The finished chart. height: in pixels. said: its figures in words."""
    return Chart(picture(tenths(WIDTH), tenths(height), escape(said), body, TENTHS), said)


def tenths(pixels: float) -> int:
    """A place or a length in drawing units.

    >>> tenths(12.34)
    123
    """
    return round(pixels * TENTHS)


@dataclass(frozen=True)
class Field:
    """The field of a chart: its sides, in pixels from the left and from the top, and the numbers that stand there.

    across: the numbers at the left and the right side. up: those at the bottom and at the top.

    >>> Field(100, 0, 300, 50, across=(1, 5), up=(0, 1)).x(2)             # 1/4 of the way from 100 to 300, in tenths
    1500
    """

    left: float
    top: float
    right: float
    bottom: float
    across: tuple[float, float]
    up: tuple[float, float]

    def x(self, number: float) -> int:
        """The place of a number from left to right."""
        first, last = self.across
        return tenths(self.left + (self.right - self.left) * (number - first) / (last - first))

    def y(self, number: float) -> int:
        """The place of a number from bottom to top."""
        first, last = self.up
        return tenths(self.bottom - (self.bottom - self.top) * (number - first) / (last - first))

    def axes(self, across: Mapping[float, str], up: Mapping[float, str], under: str) -> str:
        """The two axes, their marks with a word for each number, and what stands under the lower one."""
        left, top, right, bottom = map(tenths, (self.left, self.top, self.right, self.bottom))
        sides = path(left, top, f"V {bottom} H {right}", FRAME, THIN)
        marks = [path(self.x(at), bottom, "v 40", FRAME, THIN) for at in across]
        marks += [path(left, self.y(at), "h -40", FRAME, THIN) for at in up]
        words = [write_at(self.x(at), bottom + tenths(LINE), one, "middle", FAINT) for at, one in across.items()]
        words += [write_at(left - 80, self.y(at) + 45, one, "end", FAINT) for at, one in up.items()]
        named = write((self.left + self.right) / 2, self.bottom + 2 * LINE, under, "middle")
        return "".join([sides, *marks, *words, named])


def write(x: float, y: float, words: str, anchor: str = "start", colour: str = "") -> str:
    """Words on the chart, their baseline at y; x and y in pixels. anchor: start, middle or end."""
    return write_at(tenths(x), tenths(y), words, anchor, colour)


def write_at(x: int, y: int, words: str, anchor: str = "start", colour: str = "") -> str:
    """The same with a place in drawing units."""
    return text(x, y, escape(words), anchor, f'fill="{colour}"' if colour else "")
