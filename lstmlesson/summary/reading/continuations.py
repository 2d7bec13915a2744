"""What goes on below a row: the rest of a word, of a shape, or of the names that a layer is connected to, and no more.

A line with a count is a row of its own; only tf.keras from 2.7 on, which parts its rows by blank lines, wraps every
cell of a narrow table. Prose, a fence of code or a rule is never glued to a class.
"""

import re
from collections.abc import Sequence

from lstmlesson.summary.reading.drafts import Draft
from lstmlesson.summary.reading.table_head import Heading

_LAYER = r"(?P<layer>[\w./…-]*(?: ?\([\w.]*)?\))"
_SHAPE = r"(?P<shape>[\dNone,()\[\]\s-]*[\])]|[\dNone]+,?)"
_CONNECTED = (
    r"(?P<connected>[\['\]\w./\\-]*\[[\d\[\]']*,?\]?(?:\s*,?\s*[\['\w./\\-]+\[[\d\[\]',]*)*|[\d\[\]']*\]'?,?\]?)"
)


def rest_of(line: str, draft: Draft, columns: Sequence[Heading]) -> dict[str, str] | None:
    """The cells that a line adds to the row above it; None where it is no continuation."""
    text = line.strip()
    layer, shape = draft.cells.get("layer", ""), draft.cells.get("shape", "")
    may = _places(line, columns)
    pieces = []
    if may("layer") and not layer.endswith(")"):
        pieces.append(_LAYER if "(" in layer or "(" in text else r"(?P<layer>[\w./-]+)(?=\s{2}|$)")
    if may("shape") and _is_open(shape):
        pieces.append(_SHAPE)
    if may("connected") and ("connected" in [one.kind for one in columns] or draft.cells.get("connected")):
        free = "'" in draft.cells.get("connected", "") or not may("count")
        pieces.append(r"(?P<connected>\S+(?:\s\S+)*)" if free else _CONNECTED)
    for first in range(len(pieces)):
        pattern = pieces[first] + "".join(rf"(?:(?:\s+|(?<=[)\]])){piece})?" for piece in pieces[first + 1 :])
        match = re.fullmatch(pattern, text)
        if match is not None:
            return _spaced({kind: piece for kind, piece in match.groupdict().items() if piece}, draft)
    return None


def below(line: str, draft: Draft, columns: Sequence[Heading]) -> dict[str, str] | None:
    """The cells of a line right below an unfinished row of tf.keras, cut where the headings start."""
    starts = [heading.start for heading in columns]
    if (
        len(starts) < 2
        or not starts[-1]
        or any(line[at - 1 : at].strip() for at in starts[1:])
        or not _is_unfinished(draft, columns)
    ):
        return None
    cut = [line[start:stop] for start, stop in zip([0, *starts[1:]], [*starts[1:], len(line)], strict=True)]
    texts = {heading.kind: piece for heading, piece in zip(columns, cut, strict=True) if piece.strip()}
    if re.match(r"\s*\S+ \([A-Z]", texts.get("layer", "")) and "(" in draft.cells.get("layer", ""):
        return None  # a row of its own
    if not all(re.fullmatch(_PIECE.get(kind, ".*"), piece.strip()) for kind, piece in texts.items()):
        return None
    return {kind: piece.strip() if kind in ("layer", "count") else piece.rstrip() for kind, piece in texts.items()}


_PIECE = {"layer": r"[^\s\[\]']*(?: ?\([\w.]*)?\)?", "shape": r"[\w\s,()\[\]]*", "count": r"[\d,]+"}


def _is_unfinished(draft: Draft, columns: Sequence[Heading]) -> bool:
    layer, connected = draft.cells.get("layer", ""), draft.cells.get("connected", "")
    return (
        not layer.endswith(")")
        or _is_open(draft.cells.get("shape", ""))
        or _is_open(connected)
        or connected.count("'") % 2 == 1
        or "count" in draft.full
    )


def _places(line: str, columns: Sequence[Heading]):  # type: ignore[no-untyped-def]
    """Whether a line begins early enough to hold a cell of a kind; where no headings say so, anything may be."""
    indent = len(line) - len(line.lstrip())
    if not any(one.start for one in columns):
        return lambda kind: True
    ends = {one.kind: after.start for one, after in zip(columns, [*columns[1:], Heading("", 10**6)], strict=False)}
    return lambda kind: indent < ends.get(kind, 10**6)


def _is_open(shape: str) -> bool:
    return sum(map(shape.count, "([{")) > sum(map(shape.count, ")]}"))


def _spaced(more: dict[str, str], draft: Draft) -> dict[str, str]:
    """A further connection is one of its own, unless the cell above ends within a word, as tf.keras may do."""
    before = draft.cells.get("connected", "")
    whole = not before or before.count("'") % 2 == 0
    if "connected" in more and whole and "'" not in before:
        more["connected"] = " " + more["connected"]
    if "shape" in more and draft.cells.get("shape", "").endswith(","):
        more["shape"] = " " + more["shape"]
    return more
