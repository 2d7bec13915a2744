"""Tables in boxes, as Keras 3 draws them: cells between bars, rows between lines, long cells continued below.

A terminal without these characters gets + - and |; a table that somebody has typed in Markdown is read the same way.
"""

import re
from collections.abc import Sequence
from itertools import takewhile, zip_longest

from lstmlesson.summary.reading import origin
from lstmlesson.summary.reading.block import Block, Format
from lstmlesson.summary.reading.cleaning.clean import LONGEST_LINE
from lstmlesson.summary.reading.cleaning.line_breaks import Line
from lstmlesson.summary.reading.columns_of_text import cut
from lstmlesson.summary.reading.drafts import Draft, Style, row
from lstmlesson.summary.reading.formats import plain_boxes
from lstmlesson.summary.reading.table_head import kind
from lstmlesson.summary.records import Table

_RULES = "┏┡├└╞┌┐┬┴┼╇┳┓┩┤┘━─═╭╮╰╯╪╡╤╧╘╛╒╕┕┙┝┥┗┛┣┫╋┻"
# A heading of one word is written over no more lines than this.
TALLEST_HEAD = 4
_DEFAULT = ["layer", "shape", "count", "connected"]


def is_boxed(line: str) -> bool:
    """Whether a line is part of a box: a rule of it, or cells between bars."""
    text = line.strip()
    if len(line) > LONGEST_LINE or len(text) < 3:
        return False
    if is_rule(text) or text[0] in "│┃║":
        # torchinfo draws a tree with some of the same characters.
        return is_rule(text) or not ("├─" in text or "└─" in text)
    return text[0] == text[-1] == "|" and text.count("|") >= 3


def is_rule(line: str) -> bool:
    """Whether a line of a box is a rule between rows."""
    signs = set(line.strip())
    if signs <= set("|-:= +"):
        return len(signs) > 1 and bool(signs & set("-=")) and signs & set("|+") != set()
    return signs <= set(_RULES) and bool(signs & set("━─═"))


def drafts(lines: Sequence[Line]) -> tuple[list[Draft], list[str], list[Line]]:
    """The rows of one box, the kinds of its columns, and the lines that do not fit into it."""
    # rich draws the first rule of an ASCII box without marks; the one with the most shows all columns.
    stops = max((_stops(line) for line in lines if is_rule(line)), key=len, default=[])
    kinds: list[str] = []
    found: list[Draft] = []
    unread: list[Line] = []
    rules = [line.strip() for line in lines if is_rule(line)]
    ruled = len(rules) > 3
    # A screen that is too narrow cuts a box off, and the bars at its end with it.
    whole = not rules or any(rule[-1] in "┓┩┤┘┫┨╮╯+|" for rule in rules)
    open_row, in_head = False, False
    for at, line in enumerate(lines):
        if is_rule(line):
            open_row = in_head = False
            continue
        # A heading goes on below in a narrow table, up to the rule under it.
        in_head = in_head and bool(rules)
        if in_head:
            continue
        pieces, closed = _pieces(line, stops)
        head = _head(lines[at:], stops)
        if _is_head(head):
            kinds, in_head, open_row = plain_boxes.kinds(head) or [kind(piece) for piece in head], True, False
            kinds += ["other"] * (len(stops) - len(kinds)) * (not whole)
            continue
        kinds = kinds or _kinds_without_heading(pieces)
        if len(pieces) > len(kinds) or (whole and len(pieces) < len(kinds)):
            unread.append(line)
            continue
        cells = dict(zip(kinds, pieces, strict=False))
        if not closed and kinds[len(pieces) - 1] == "count":
            cells["count"] = "…"
        if open_row and not _is_new(cells, found[-1], ruled):
            found[-1].add({name: text.strip() for name, text in cells.items()}, " ")
        else:
            found.append(_begin(line, cells))
            open_row = True
    return found, kinds if whole else [*kinds, "…"], unread


def _kinds_without_heading(pieces: Sequence[str]) -> list[str]:
    """What the cells of a first row are: the class has a cell of its own where a shape comes after it."""
    classed = len(pieces) > 3 and re.fullmatch(r"\s*[A-Za-z]\w*\s*", pieces[1]) and pieces[2].strip()[:1] in "[("
    kinds = ["layer", "class", "shape", "count"] if classed else _DEFAULT
    return [*kinds, *["other"] * len(pieces)][: len(pieces)]


def _is_new(cells: dict[str, str], above: Draft, ruled: bool) -> bool:
    """Whether a line is a row of its own: it has a count; between rules, also a name below a whole count."""
    if not cells.get("count", "").strip()[:1].isdigit():
        return False
    return not ruled or (bool(cells.get("layer", "").strip()) and above.cells.get("count", "")[-1:].isdigit())


def _begin(line: Line, cells: dict[str, str]) -> Draft:
    layer = cells.get("layer", "")
    name = layer.lstrip(" └")
    # Three blanks for each model that the layer is inside of, then a corner; where the screen has none, a > that stays.
    corner = re.search("[└>]", layer[: len(layer) - len(name) + 1])
    depth = max(1, (corner.start() - 1) // 3) if corner else 0
    texts = {kind: text.strip() for kind, text in cells.items()} | {"layer": name.strip()}
    return Draft(line.number, depth, texts)


def _head(lines: Sequence[Line], stops: list[int]) -> list[str]:
    """What would be the headings if they began here: a narrow table has them over several lines, down to its rule."""
    first = _pieces(lines[0], stops)[0]
    below = list(takewhile(lambda line: not is_rule(line), lines[: TALLEST_HEAD + 1]))
    if (_is_head(first) and all(map(str.strip, first))) or len(below) == len(lines[: TALLEST_HEAD + 1]):
        return [piece.strip() for piece in first]
    columns = zip_longest(*(_pieces(line, stops)[0] for line in below), fillvalue="")
    joined = [" ".join(filter(None, map(str.strip, column))) for column in columns]
    # A heading has no digits; where one stands, the rule under the heading is lost and rows follow at once.
    return [piece.strip() for piece in first] if re.search(r"\d", "".join(joined)) else joined


def _is_head(pieces: Sequence[str]) -> bool:
    headings = [piece.strip() for piece in pieces]
    known = (
        headings[:1] and headings[0].startswith("Layer") and any(kind(one) in ("count", "shape") for one in headings)
    )
    return bool(known or plain_boxes.kinds(headings))


def _stops(rule: str) -> list[int]:
    """The columns of the screen on which the bars of a box stand."""
    # Each sign of a rule takes one column.
    return [at for at, sign in enumerate(rule.rstrip()) if sign not in " ━─═-=:"]


def _pieces(line: str, stops: list[int]) -> tuple[list[str], bool]:
    """The cells of a line, and whether a bar closes the last one.

    They are split at the bars, or at the columns of the rule where a name holds a bar.
    """
    text = line.strip()
    bars = "|" if text[0] == "|" else "│┃║"
    closed = text[-1] in bars
    inside = text[1:-1] if closed else text[1:]
    for bar in bars[1:]:
        inside = inside.replace(bar, bars[0])
    pieces = inside.split(bars[0])
    if len(stops) > 1 and len(pieces) > len(stops) - closed:
        return cut(line, stops if closed else [*stops, LONGEST_LINE]), closed
    return pieces, closed


def _table(block: Block) -> tuple[Table, list[Line]]:
    found, kinds, unread = drafts(block.body)
    if not {"shape", "connected"} & set(kinds):
        return plain_boxes.table(found), unread
    for draft in found:
        if draft.cells.get("class"):  # a column of its own, where somebody has typed the table
            draft.cells["layer"] = f"{draft.cells.get('layer', '')} ({draft.cells.pop('class')})"
    rows = tuple(one for one in (row(draft, Style()) for draft in found) if one.name or one.count is not None)
    heads = [head for line in block.body if not is_rule(line) and _is_head(head := _pieces(line, [])[0])]
    typed = any(plain_boxes.kinds([piece.strip() for piece in head]) for head in heads)  # by somebody, by hand
    table = Table(tuple(rows), columns=tuple(kinds), origin=origin.of_box("".join(block.body[:3])))
    return table._replace(headed=bool(heads), judged=not typed), unread


BOX = Format(
    "box",
    lambda line: False,
    lambda line, after: is_boxed(line),
    _table,
    is_root=lambda line, after: line.strip()[0] == "┏",
)
