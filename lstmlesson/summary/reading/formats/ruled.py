"""Tables in columns of blanks, as Keras 0.3 to 2.15, tf.keras, TF.js, torchsummary and many others print them.

A row says itself where its cells are: a name, a shape, a number. Only where it does not, because cells touch or the
shape is odd, the columns of the heading decide. A line without a number goes on with the row above, if it is the rest
of a word, a shape or a connection there; else it is no part of the table.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from lstmlesson.summary.reading import cells, origin
from lstmlesson.summary.reading.block import Block, Format
from lstmlesson.summary.reading.cleaning.clean import LONGEST_LINE
from lstmlesson.summary.reading.cleaning.line_breaks import Line
from lstmlesson.summary.reading.continuations import below, rest_of
from lstmlesson.summary.reading.drafts import Draft, Style, row
from lstmlesson.summary.reading.parts_of_a_line import COUNT, Parts, is_row, is_rule, parts
from lstmlesson.summary.reading.table_head import Heading, headings
from lstmlesson.summary.records import Row, Table

_NUMBERED = re.compile(r"[A-Z]\w*-\d+$")
# A cell that fills its column pushes the next one on by a blank or two.
NEAR = 3


def _table(block: Block) -> tuple[Table, list[Line]]:
    body = block.body if block.head is None else _below_the_rule(block.body)
    head = block.head or ""
    columns = _where(head)
    width = max((len(line) for line in block.body if is_rule(line)), default=0)
    wraps = _blank_parted(body)
    found, unread = drafts(body, columns, wraps)
    style = _style(head, found, wraps)
    at_the_edge = {line.number for line in body if width and len(line) == width and line[-1].isdigit()}
    for draft in found:
        if draft.line in at_the_edge and not style.numbered:
            draft.full |= {"edge"}  # the right side of the whole text is missing, and perhaps digits with it
    rows = tuple(one for one in (row(draft, style) for draft in found) if one.name or one.count is not None)
    text = "\n".join([f'Model: "{block.name}"' if block.name else "", head, *block.below])
    printed = origin.of_ruled(text, rows, style)
    kinds = tuple(heading.kind for heading in columns) or ("layer", "shape", "count")
    if any(one.connected_to for one in rows) and "connected" not in kinds:
        kinds += ("connected",)
    table = Table(_given(rows, block.given), columns=kinds, origin=printed, is_pytorch=style.pytorch)
    return table._replace(headed=block.head is not None, judged=origin.is_recognised(head, table)), unread


def _where(head: str) -> list[Heading]:
    """The headings with their columns; where blanks were run together, the columns say nothing and are 0."""
    found = headings(head)
    return found if "  " in head.strip() else [heading._replace(start=0, cut_at=0) for heading in found]


def _style(head: str, found: Sequence[Draft], wraps: bool) -> Style:
    labels = [draft.cells.get("layer", "") for draft in found]
    numbered = bool(labels) and 2 * sum(_NUMBERED.match(label) is not None for label in labels) >= len(labels)
    shapes = [draft.cells.get("shape", "") or draft.cells.get("input", "") for draft in found]
    listed = sum(shape.startswith(("[", "[[")) and "(" not in shape and "null" not in shape for shape in shapes)
    bracketed = bool(shapes) and 2 * listed > len(shapes)
    return Style(
        "Layer (name)" in head, numbered or (bracketed and "null" not in "".join(shapes)), wraps, numbered, bracketed
    )


def drafts(lines: Sequence[Line], columns: Sequence[Heading], wraps: bool) -> tuple[list[Draft], list[Line]]:
    """The rows of a table, and the lines that fit nowhere. wraps: blank lines part the rows, and cells go on below."""
    found: list[Draft] = []
    unread: list[Line] = []
    kinds = [heading.kind for heading in columns]
    may_go_on = is_near = False
    for line in lines:
        if is_rule(line) or not line.strip(" |"):
            may_go_on, is_near = may_go_on and not is_rule(line), False
            continue
        # tf.keras puts a bar at both ends of a row for each model that the row is inside of.
        edge = line.lstrip()
        bars = len(edge) - len(edge.lstrip("|"))
        plain = edge.lstrip("|").rjust(len(line)).rstrip("| ") if bars else line
        if wraps and is_near and (more := below(plain, found[-1], columns)) is not None:
            found[-1].add(more, "")
            continue
        made = _draft(plain, kinds, columns)
        if made is not None:
            found.append(Draft(line.number, bars, made))
            found[-1].full = _full(plain, made, columns)
            may_go_on = is_near = True
        elif may_go_on and (more := rest_of(plain, found[-1], columns)) is not None:
            found[-1].add(more, "")
        else:
            unread.append(line)
            may_go_on = is_near = False
    return found, unread


def _draft(line: str, kinds: Sequence[str], columns: Sequence[Heading]) -> dict[str, str] | None:
    """The cells of a line that is a row."""
    place = parts(line)
    if place is not None and (kinds or is_row(line)):
        return _by_parts(place, kinds)
    return _by_columns(line, columns)


def _by_parts(place: Parts, kinds: Sequence[str]) -> dict[str, str]:
    texts = {"layer": place.layer, "count": place.count}
    sides = [kind for kind in kinds if kind in ("input", "shape")] or ["shape"]
    if len(place.shapes) > 1:
        sides = ["input", "shape"] if len(sides) < 2 else sides
        texts |= dict(zip(sides, place.shapes, strict=False))
    else:
        texts[sides[-1] if "shape" in sides else sides[0]] = place.shapes[0]
    if "trainable" in kinds:
        texts["trainable"] = place.rest.split(" ")[-1]
    if "connected" in kinds or (not kinds and re.match(r"[\w./-]+\[\d+\]\[\d+\]|\['", place.rest)):
        between = place.rest if "trainable" not in kinds else re.sub(r"\s*\b[YN-]$", "", place.rest)
        texts["connected"] = between
    return texts


def _by_columns(line: str, columns: Sequence[Heading]) -> dict[str, str] | None:
    """The cells of a row whose shape is odd, or touches its neighbours: cut where the headings start."""
    starts = {heading.kind: heading.start for heading in columns}
    count = starts.get("count", 0)
    if not count or len(line) > LONGEST_LINE or len(line) <= count - NEAR:
        return None
    for at in sorted(range(count - NEAR, count + NEAR + 1), key=lambda place: abs(place - count)):
        begins = 0 < at < len(line) and line[at - 1] in " )]" and line[at : at + 1].isdigit()
        number = re.match(COUNT, line[at:]) if begins or line[at : at + 1] == "?" else None
        number = number or _touching(line, at, count)
        if number is not None:
            cut = [starts[kind] for kind in ("input", "shape") if kind in starts]
            layer = line[: cut[0] if cut else at].strip()
            odd = line[cut[-1] : at].strip() if cut else ""
            if not re.match(r"[\w./ \\-]+( ?\(|$)", layer) or not layer:
                return None
            rest = line[at + number.end() :].strip()
            texts = {"layer": layer, "shape": odd, "count": number[0]}
            return texts | ({"connected": rest} if "connected" in starts else {})
    return None


def _touching(line: str, at: int, count: int) -> re.Match[str] | None:
    """A count that begins just where its heading does, with a shape that was cut off before it and no blank between."""
    opened = line[:at].count("(") + line[:at].count("[") > line[:at].count(")") + line[:at].count("]")
    cut_before = at == count and opened and line[at : at + 1].isdigit() and re.search(r"[\[(][\w\s,()?]*$", line[:at])
    return re.match(COUNT, line[at:]) if cut_before else None


def _full(line: str, made: dict[str, str], columns: Sequence[Heading]) -> set[str]:
    """The cells that fill their column: Keras before 2.7 cuts them at its edge, or one blank before it."""
    edge = columns[-1] if columns and columns[-1].kind == "count" else None
    if edge is not None and edge.cut_at and len(line.rstrip()) >= edge.cut_at:
        return {"edge"}
    rooms = [(one.kind, one.start, after.start) for one, after in pairwise(columns)]
    return {
        kind
        for kind, start, stop in rooms
        if len(made.get(kind, "")) >= stop - start - 1 and (kind != "layer" or len(line.lstrip()) > stop - start)
    }


def _below_the_rule(body: list[Line]) -> list[Line]:
    """The lines below the rule under the headings; headings may need several lines in a narrow table."""
    first = next((at for at, line in enumerate(body[:4]) if is_rule(line)), None)
    if first is None or any(map(is_row, body[:first])):
        return body
    return body[first:]


def _blank_parted(body: list[Line]) -> bool:
    """Whether blank lines part the rows, as in tf.keras from 2.7 on."""
    rows = sum(map(is_row, body))
    blank = sum(not line.strip(" |") for line in body)
    rules = sum(map(is_rule, body))
    return blank > 0 and blank >= rows / 2 and rules <= 4 + rows / 4


def _given(rows: tuple[Row, ...], text: str) -> tuple[Row, ...]:
    """The rows with the input of the first one, where the table says it above its head, as Keras 0.3 does."""
    shapes = cells.shapes(text).shapes
    return (rows[0]._replace(input_shapes=shapes), *rows[1:]) if rows and shapes else rows


def _is_head(line: str) -> bool:
    return bool(headings(line)) and line.strip()[0] not in "│┃║|"


RULED = Format("ruled", _is_head, lambda line, after: is_row(line), _table, lambda line: True)
