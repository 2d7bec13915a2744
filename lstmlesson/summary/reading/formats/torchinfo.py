"""torchinfo's tables, with every row_settings and col_names: a tree of modules, and cells in the order of the headings.

    ├─LSTM (encoder): 1-2      [1, 100, 512]     3,768,320     376,832,000

The tree may be drawn in + and | (ascii_only), a module's parameters may be listed below it, and the top may be cut.
"""

import re
from collections.abc import Sequence

from lstmlesson.summary.classes import EMPTY_MODULES
from lstmlesson.summary.reading import cells
from lstmlesson.summary.reading.block import Block, Format
from lstmlesson.summary.reading.cleaning.clean import LONGEST_LINE
from lstmlesson.summary.reading.cleaning.line_breaks import Line
from lstmlesson.summary.reading.parts_of_a_line import is_rule
from lstmlesson.summary.reading.table_head import headings
from lstmlesson.summary.records import Row, Table

_TREE = r"(?P<tree>[│|\s?]*(?:[├└]─|\+ |\?\?)\s?|\s*)"
_LABEL = re.compile(
    rf"{_TREE}(?P<kind>[A-Za-z_][\w.]*)(?: \((?P<name>[^()]*)\))?"
    rf"(?:: (?P<depth>\d{{1,4}})(?:-(?P<number>\d+))?)?(?=\s|$)"
)
_BRANCH = re.compile(r"[│|\s?]*(?:[├└]─|\+ (?=[A-Z]\w*(?: \([^()]*\))?(?:: \d+-\d+)?\s)|\?\?(?=\w))\s?[A-Za-z_][\w.]*")
_DEPTH = re.compile(r"\s*[A-Za-z_][\w.]*(?: \([^()]*\))?: \d{1,4}-\d+\s+[\[(\d-]")
_CELL = re.compile(
    r"\[[^\[\]]*\](?:,\s*\[[^\[\]]*\])*|\[(?:\[[^\[\]]*\],?\s*)+\]|\(recursive\)|--|"
    r"[├└]─[\d,]+|\d[\d,]*(?:\.\d+)?%|\(?\d[\d,]*\)?(?=\s|$)|True|False|Partial"
)
_KINDS = ("shape", "count")


def _is_head(line: str) -> bool:
    return "Layer (type" in line and ("depth-idx" in line or "(var_name" in line)


def _owns(line: str, after: str) -> bool:
    return len(line) <= LONGEST_LINE and (_BRANCH.match(line) is not None or _DEPTH.match(line) is not None)


def is_root(line: str) -> bool:
    """Whether a line may be the model's own row, which stands above its tree: a class, a shape, and no count."""
    match = _LABEL.match(line)
    return match is not None and not match["tree"].strip() and match["kind"][0].isupper() and "--" in line


def _table(block: Block) -> tuple[Table, list[Line]]:
    kinds = _columns(block.head or "")
    width = max((len(line) for line in block.body if is_rule(line)), default=0)
    rows: list[Row] = []
    unread: list[Line] = []
    for line in block.body:
        match = _LABEL.match(line)
        if is_rule(line) or not line.strip():
            continue
        found = _cells(line, match.end(), width) if match else []
        if match is None or not (found or match["tree"].strip()):
            unread.append(line)
        elif not _is_parameter(match):
            rows.append(_row(match, found, kinds, line))
    columns = ("layer", *kinds)
    table = Table(tuple(rows), columns=columns, origin="torchinfo (PyTorch)", is_pytorch=True)
    return table._replace(headed=block.head is not None), unread


def _cells(line: str, start: int, width: int) -> list[str]:
    """The cells of a line; none that the right edge of the text has cut."""
    opened = line.rfind("[")
    line = line[:opened] if opened > line.rfind("]") else line
    found = list(_CELL.finditer(line, start))
    if found and width and found[-1].end() == width and found[-1][0][-1].isdigit():
        found.pop()
    return [cell[0] for cell in found]


def _is_parameter(match: re.Match[str]) -> bool:
    """Whether a line lists a parameter of the module above: a name in small letters, with no number of its own."""
    return (
        match["kind"][0].islower() and match["name"] is None and match["depth"] is None and bool(match["tree"].strip())
    )


def _columns(head: str) -> tuple[str, ...]:
    """The kinds of the cells behind the layer, from the headings; shape and count where there are none."""
    found = [heading.kind for heading in headings(head)][1:]
    return tuple(found) or _KINDS


def _row(match: re.Match[str], found: Sequence[str], kinds: tuple[str, ...], line: Line) -> Row:
    texts = dict(zip(_fitting(found, kinds), found, strict=False))
    count = cells.count(texts.get("count", ""))
    inputs, shape = cells.shapes(texts.get("input", ""), True), cells.shapes(texts.get("shape", ""), True)
    label = line[match.start("kind") : match.end()]
    depth = int(match["depth"]) if match["depth"] else _drawn_depth(match["tree"])
    return Row(
        name=match["name"] or label,
        class_name=match["kind"],
        output_shapes=shape.shapes,
        count=None if texts.get("count") == "--" and match["kind"] not in EMPTY_MODULES else count.number,
        trainable=cells.trainable(texts.get("trainable", "")) if "trainable" in texts else _frozen(texts),
        input_shapes=inputs.shapes,
        depth=depth,
        line=line.number,
        used_again="(recursive)" in texts.get("count", ""),
    )


def _fitting(found: Sequence[str], kinds: tuple[str, ...]) -> Sequence[str]:
    """The kinds of the cells that are there: in a table without shapes, or without its heading, there are fewer."""
    if kinds == _KINDS and len(found) == 1 and found[0][0] != "[":
        return ("count",)
    first_number = next((at for at, cell in enumerate(found) if cell[0] not in "[-" or (cell == "--" and at)), None)
    if kinds == _KINDS and first_number == 2:
        return ("input", "shape", "count")
    return kinds


def _drawn_depth(tree: str) -> int:
    """Each step of the tree takes five columns; blanks that were run together leave the bars."""
    if not tree.strip():
        return 0
    before = len(tree.rstrip()) - 2
    return max(1 + before // 5, 1 + tree.count("│"))


def _frozen(texts: dict[str, str]) -> bool | None:
    """The count of a frozen module stands in brackets."""
    return False if re.match(r"\(\d", texts.get("count", "")) else None


TORCHINFO = Format(
    "torchinfo",
    _is_head,
    _owns,
    _table,
    goes_on=lambda line: _LABEL.match(line) is not None and bool(_CELL.search(line)),
)
