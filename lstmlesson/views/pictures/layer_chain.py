"""A stack of layers with the shapes that pass between them: a bar for each layer, as wide as it has units."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from lstmlesson.language import sentence, word
from lstmlesson.law.polynomials import highest
from lstmlesson.law.sizes import Size
from lstmlesson.views.document import escape
from lstmlesson.views.pictures.drawing import DATA, FAINT, FRAME, NO_GATE, arrow, ghost, picture, rect, text

BAR, BETWEEN, NAMES, ROOM, MARGIN = 24, 44, 190, 340, 12
MIDDLE = NAMES + ROOM // 2


class Link(NamedTuple):
    """One layer of a chain: its name, how many numbers it puts out at a time, the shape, whether it can be there."""

    name: str
    size: Size
    shape: str
    can_be: bool = True


def chain(links: Sequence[Link]) -> str:
    """The picture of a chain as SVG; the first link is the data. A link that cannot be is an empty frame.

    >>> chain([Link("data", 13, "(400, 13)"), Link("lstm", 5, "(400, 5)")]).count("<rect")        # two bars
    2
    """
    widest = max(highest(link.size) for link in links)
    cell = max(int(ROOM / widest) // 2 * 2, 2)
    body = [_link(link, MARGIN + number * (BAR + BETWEEN), cell, number == 0) for number, link in enumerate(links)]
    arrows = [
        arrow(MIDDLE, MARGIN + number * (BAR + BETWEEN) + BAR + 4, 0, BETWEEN - 10) for number in range(len(links) - 1)
    ]
    height = 2 * MARGIN + len(links) * (BAR + BETWEEN) - BETWEEN // 2
    said = "; ".join(f"{escape(link.name)} {link.shape}" if link.can_be else _impossible(link) for link in links)
    return picture(NAMES + ROOM + 2 * MARGIN, height, sentence("chain", layers=said), "".join(body + arrows))


def _link(link: Link, y: int, cell: int, is_data: bool) -> str:
    width: Any = link.size * cell
    place = (MIDDLE - width // 2, y, width, BAR)
    name = text(MARGIN, y + 16, escape(link.name))
    if not link.can_be:
        return name + ghost(*place) + text(MIDDLE + 10, y + BAR + 18, word("cannot be"), more=f'fill="{FAINT}"')
    bar = rect(*place, DATA if is_data else NO_GATE, FRAME)
    return name + bar + text(MIDDLE + 10, y + BAR + 18, link.shape, more=f'fill="{FAINT}"')


def _impossible(link: Link) -> str:
    return f"{escape(link.name)} {word('cannot be')}"
