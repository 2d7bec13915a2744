"""Tables in columns of blanks, as Keras 0.3 to 2.15, tf.keras, torchinfo and torchsummary print them.

Where each column starts is read off the headings, or off the rows where the headings are missing or shifted. Rows are
parted by rules or by blank lines; a cell may go on below, or simply be cut.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from lstmlesson.summary.reading.cleaning.clean import LONGEST_LINE, Line
from lstmlesson.summary.reading.drafts import Draft
from lstmlesson.summary.reading.parts_of_a_line import Tokens, is_row, is_rule, tokens
from lstmlesson.summary.reading.table_head import Heading, headings

# With what a shape and a count begin.
_BEGINS = {"shape": "([", "count": "0123456789"}
# A cell that fills its column pushes the next one on by a blank or two.
NEAR = 3


class Columns(NamedTuple):
    """Where each column starts; aligned: whether the rows keep to it."""

    starts: tuple[Heading, ...]
    aligned: bool


def columns(head: str | None, lines: Iterable[str]) -> Columns:
    """The columns of a table: those of its head, moved to where the rows have them."""
    found = headings(head) if head else []
    places = [place for place in map(tokens, lines) if place]
    kinds = [heading.kind for heading in found]
    if not found:
        return _learned(places)
    if "shape" not in kinds or not places:
        return Columns(tuple(found), True)
    heading = found[kinds.index("shape")]
    moved, votes = Counter(place.shape - heading.start for place in places).most_common(1)[0]
    if abs(moved) > 1 and votes > len(places) / 2:
        found = [Heading(one.kind, one.start + moved if at else 0) for at, one in enumerate(found)]
    near = sum(abs(place.shape - found[kinds.index("shape")].start) <= NEAR for place in places)
    return Columns(tuple(found), 2 * near > len(places))


def _learned(places: Sequence[Tokens]) -> Columns:
    if not places:
        return Columns((), False)
    (shape, count), votes = Counter(places).most_common(1)[0]
    starts = (Heading("layer", 0), Heading("shape", shape), Heading("count", count))
    return Columns(starts, 2 * votes > len(places))


def pieces(line: str, where: Columns) -> dict[str, str]:
    """The cells of a line by kind."""
    place = tokens(line)
    if place and not _stands_in_columns(line, where) and not (where.aligned and _is_near(place, where)):
        return _by_tokens(line, place, where)
    own = {} if place is None else {"shape": place.shape, "count": place.count}
    starts = [_start(line, heading, own) if at else 0 for at, heading in enumerate(where.starts)]
    ends = [*starts[1:], len(line)]
    return {one.kind: line[start:end] for one, start, end in zip(where.starts, starts, ends, strict=True)}


def _is_near(place: Tokens, where: Columns) -> bool:
    """Whether a row's own shape and count begin about where the headings say."""
    own = {"shape": place.shape, "count": place.count}
    return all(abs(own[one.kind] - one.start) <= NEAR for one in where.starts if one.kind in own)


def _by_tokens(line: str, place: Tokens, where: Columns) -> dict[str, str]:
    """The cells of a row that keeps to no columns."""
    number, _, rest = line[place.count :].partition(" ")
    kinds = [heading.kind for heading in where.starts]
    later = [kind for kind in ("connected", "trainable") if kind in kinds]
    cells = {"layer": line[: place.shape], "shape": line[place.shape : place.count], "count": number}
    return cells | {kind: text.strip() for kind, text in zip(later, re.split(r"\s{2,}", rest.strip()), strict=False)}


def _start(line: str, heading: Heading, own: dict[str, int]) -> int:
    """Where a column starts in this line: where its own shape or count is, if that is near the heading."""
    place = own.get(heading.kind, -1)
    return place if place >= 0 and abs(place - heading.start) <= NEAR else _edge(line, heading.start, heading.kind)


def _edge(line: str, start: int, kind: str) -> int:
    """The start of a column; a little to the left where a word of the row would be cut in two."""
    if not 0 < start < len(line) or line[start - 1] == " " or line[start] in _BEGINS.get(kind, ""):
        return start
    blank = line.rfind(" ", max(start - 4, 0), start)
    return start if blank < 0 or line[start] == " " else blank + 1


def drafts(lines: Sequence[Line], where: Columns, torchinfo: bool) -> tuple[list[Draft], list[Line]]:
    """The rows of one table, and the lines that fit nowhere."""
    found: list[Draft] = []
    unread: list[Line] = []
    parted = _is_parted(lines) and not torchinfo
    may_go_on = False
    for line in lines:
        if is_rule(line) or not line.strip(" |"):
            may_go_on = False
            continue
        # tf.keras puts a bar at both ends of a row for each model that the row is inside of.
        edge = line.lstrip()
        bars = len(edge) - len(edge.lstrip("|"))
        plain = edge.lstrip("|").rjust(len(line)).rstrip("| ") if bars else line
        if torchinfo:
            found.append(_module(line, where))
        elif may_go_on and _goes_on(plain, found[-1], where, parted):
            between = "" if _wraps(found[-1]) else " "
            found[-1].add({kind: _piece(text, kind, between) for kind, text in pieces(plain, where).items()}, between)
        elif is_row(plain) or _stands_in_columns(plain, where) or _could_be_row(plain, where, parted):
            found.append(_begin(line, plain, bars, where))
            may_go_on = True
        else:
            unread.append(line)
            may_go_on = False
    return [draft for draft in found if draft.cells.get("layer", "").strip()], unread


def _piece(text: str, kind: str, between: str) -> str:
    """A continued cell without its margin; a blank that belongs to a shape or a list stays."""
    return text.strip() if between or kind in ("layer", "count") else text.rstrip()


def _is_parted(lines: Sequence[Line]) -> bool:
    """Whether rules or blank lines part the rows."""
    gaps = sum(1 for before, after in pairwise(lines) if is_row(before) and is_row(after))
    rows = sum(map(is_row, lines))
    return rows <= 1 or gaps < rows / 2


def _wraps(draft: Draft) -> bool:
    """tf.keras from 2.7 on cuts a long cell and goes on below; its lists have quote marks or square brackets."""
    connected = draft.cells.get("connected", "")
    return "'" in connected or connected.strip().startswith("[") or not connected.strip()


def _goes_on(line: str, draft: Draft, where: Columns, parted: bool) -> bool:
    """Whether a line continues the row above."""
    if tokens(line) is None and not _stands_in_columns(line, where):
        return True
    if not parted:
        return False
    shape = draft.cells.get("shape", "")
    unclosed = sum(map(shape.count, "([{")) > sum(map(shape.count, ")]}"))
    layer = pieces(line, where).get("layer", "")
    return unclosed or re.match(r"\s*\S+ \([A-Za-z]", layer) is None


def _stands_in_columns(line: str, where: Columns) -> bool:
    """Whether a name, a shape and a count begin just where the headings do; Keras 0 and 1 leave no blank between."""
    starts = {one.kind: one.start for one in where.starts}
    begins = [line[starts[kind] : starts[kind] + 1] for kind in _BEGINS if kind in starts]
    fits = all(sign and sign in _BEGINS[kind] for sign, kind in zip(begins, _BEGINS, strict=False))
    return where.aligned and len(begins) == len(_BEGINS) and fits and bool(line[: starts["shape"]].strip())


def _could_be_row(line: str, where: Columns, parted: bool) -> bool:
    """Whether a line whose shape is odd still has a name and a count where the columns want them."""
    if not parted or not where.starts or len(line) > LONGEST_LINE:
        return False
    cells = pieces(line, where)
    layer, count = cells.get("layer", "").strip(), cells.get("count", "").strip()
    return bool(layer) and (count[:1].isdigit() or count[:1] == "?") and bool(re.match(r"[\w./-]+( ?\(|$)", layer))


def _begin(line: Line, plain: str, bars: int, where: Columns) -> Draft:
    cells = pieces(plain, where)
    draft = Draft(line.number, bars, {kind: text.strip() for kind, text in cells.items()})
    widths = [(one.kind, after.start - one.start) for one, after in zip(where.starts, where.starts[1:], strict=False)]
    # Keras before 2.7 cuts a cell at the edge of its column, or one blank before it.
    draft.full = {kind for kind, room in widths if len(cells.get(kind, "").strip()) >= room - 1}
    return draft


def _module(line: Line, where: Columns) -> Draft:
    """A row of torchinfo: its depth is drawn, each cell is in its own line, and a long one pushes the others on."""
    label = re.match(r"[│├└─ ]*", line)
    cells = [cell for cell in re.split(r"\s{2,}", line[label.end() if label else 0 :].strip()) if cell]
    kinds = [heading.kind for heading in where.starts]
    texts = dict(zip(kinds, cells, strict=False))
    numbers = re.search(r": (\d{1,4})-\d+$", texts.get("layer", ""))
    return Draft(line.number, int(numbers[1]) if numbers else 0, texts)
