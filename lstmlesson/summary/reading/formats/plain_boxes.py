"""Boxed tables of other printers with a plain heading: a name, perhaps a class, and a count in each row.

So print rich (PyTorch Lightning), prettytable (a function that is passed around on the web) and flax's `tabulate`. They
are read as rows with counts and not judged.
"""

import re
from collections.abc import Sequence

from lstmlesson.summary.reading.drafts import Draft
from lstmlesson.summary.reading.formats.array_lists import is_name, listed
from lstmlesson.summary.reading.rounding import rounded
from lstmlesson.summary.records import Row, Table
from lstmlesson.summary.stored_arrays import shaped

NAMES, CLASSES = {"Name", "path", "Module", "Modules", "Layer", "Layers"}, {"Type", "module", "Class"}
SHAPES = {"Output Shape", "Output shape", "Output", "Output Size", "Shape"}
# A count may have its bytes behind it, and be rounded.
_COUNT = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)(?: (?P<step>[KMBT]))?(?: \([\d.,]+ [KMGT]?i?B\))?$")


def kinds(headings: Sequence[str]) -> list[str]:
    """What stands below each of the headings; [] where they are not those of such a table.

    >>> kinds(["", "Name", "Type", "Params", "Mode"])
    ['other', 'layer', 'class', 'count', 'other']
    """
    kinds_of = {**dict.fromkeys(NAMES, "layer"), **dict.fromkeys(CLASSES, "class"), **dict.fromkeys(SHAPES, "shape")}
    found = [kinds_of.get(one, "other") for one in headings]
    counts = [at for at, one in enumerate(headings) if re.fullmatch(r"#? ?[Pp]aram(?:s|eter|eters)?\.?(?: #)?", one)]
    if found.count("layer") != 1 or len(counts) != 1:
        return []
    found[counts[0]] = "count"
    return found


def table(drafts: Sequence[Draft]) -> Table:
    """The rows of such a table; where it lists arrays, the layers they belong to."""
    found = [row for row in map(_row, drafts) if row.name]
    counts = [(row.name, row.count, row.line) for row in found if row.count is not None and is_name(row.name)]
    if found and len(counts) == len(found):
        return listed(shaped(counts))
    return Table(tuple(found), columns=("layer", "count"), judged=False)


def _row(draft: Draft) -> Row:
    name, class_name = draft.cells.get("layer", ""), draft.cells.get("class", "")
    match = _COUNT.search(draft.cells.get("count", ""))
    count = rounded(match["number"], match["step"] or "") if match else None
    about = bool(match and match["step"])
    return Row(name or class_name, class_name, count=count, depth=name.count("."), line=draft.line, rounded=about)
