"""Lists of stored arrays: PyTorch's `named_parameters()`, Keras' `weights`, shapes of `get_weights()`, TensorFlow's.

A line belongs to such a list where it holds nothing but arrays: names that arrays have, each with a shape or with how
many numbers it holds, or shapes alone of which two neighbours are a kernel and its recurrent kernel. The shape of data,
as in `X_train.shape (100, 9)`, is none. Nothing is judged: a list may be a part, and arrays may be of anything.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from lstmlesson.summary.reading.block import Block, Format
from lstmlesson.summary.reading.cleaning.clean import LONGEST_LINE
from lstmlesson.summary.reading.cleaning.line_breaks import Line
from lstmlesson.summary.records import Table
from lstmlesson.summary.stored_arrays import Stored, is_of_pytorch, pair_of_keras, pair_of_pytorch, rows, shaped

_SHAPE = (
    r"(?:torch\.Size\(\[(?P<size>[\d, ]*)\]\)|\((?P<tuple>\d+,|\d+(?:, ?\d+)+,?)\)|\[(?P<list>\d+(?:, ?\d+)*)\]"
    r"|\(\w+ (?P<slim>\d+(?:x\d+)*)\) \[\d+, bytes: \d+\])"  # slim's analyzer of TensorFlow 1
)
_NAME = (
    r"(?P<name>(?:[\w-]+[./])*(?:(?:weight|bias)_(?:ih|hh|hr)(?:_l\d+)?(?:_reverse)?|in_proj_(?:weight|bias)|weight|bias|"
    r"weights|biases|w_[fio]_diag|(?:\w+_)?kernel|(?:\w+_)?bias|embeddings|gamma|beta|running_(?:mean|var)|moving_(?:mean|variance))(?::\d)?)"
)
_NAMED = re.compile(rf"[\[({{\s,]*[\"']?{_NAME}[\"']?\s*[\])]?\s*(?:[,:=|]|->|shape[:=])*\s*{_SHAPE}[\])}}\s,;]*")
# Before one may stand the end of the values of another.
_VARIABLE = re.compile(
    r"[\d\s.eE+\-\[\](,>…]*<(?:tf\.)?(?:Keras)?Variable "
    rf"(?:[\"'](?P<before>[^\"'\s]+)[\"'] |path=(?P<name>[^\s,>]+), )?shape={_SHAPE}[^<]*(?:>[\])\s,]*)?"
)
# The values of a variable, which go on for lines.
_VALUES = re.compile(r"[\d\s.eE+\-\[\],…]*(?:,? ?dtype=\w+)?\)?>?[\])\s,]*")
_ALONE = re.compile(rf"[\[(\s,]*{_SHAPE}[\s,]*(?=[\[(\])\s]|torch|$)[\])\s,]*")
_NUMBERED = re.compile(rf"[|\s]*{_NAME}\s*(?:[|:,=]|->)*\s*(?P<count>\d[\d,]*)[|\s]*$")


def _items(line: str, pattern: "re.Pattern[str]") -> list[Stored]:
    """The arrays of a line that holds nothing else; none where it does."""
    found, at = [], 0
    while at < len(line):
        match = pattern.match(line, at)
        if match is None or match.end() == at:
            return []
        parts = match.groupdict()
        sizes = parts.get("size") or parts.get("tuple") or parts.get("list") or parts.get("slim") or ""
        name = parts.get("name") or parts.get("before") or ""
        found.append(Stored(name, tuple(map(int, re.findall(r"\d+", sizes)))))
        at = match.end()
    return found


def _arrays(line: str) -> list[Stored]:
    text = line.strip()
    if not text or len(line) > LONGEST_LINE:
        return []
    return _items(text, _VARIABLE) if "Variable " in text else _items(text, _NAMED)


def _alone(line: str) -> list[Stored]:
    text = line.strip()
    return _items(text, _ALONE) if text[-1:] in ("]", ")", ",") and len(line) <= LONGEST_LINE else []


def _owns(line: str, after: str) -> bool:
    if _arrays(line) or _NUMBERED.match(line):
        return True
    shapes = [one.shape for one in (*_alone(line), *_alone(after))] if _alone(line) else []
    return any(pair_of_keras(first, second) or pair_of_pytorch(first, second) for first, second in pairwise(shapes))


def _goes_on(line: str) -> bool:
    return bool(_alone(line)) or _VALUES.fullmatch(line) is not None


def _table(block: Block) -> tuple[Table, list[Line]]:
    arrays, counts, unread = [], [], []
    for line in block.body:
        here = _arrays(line) or _alone(line)
        numbered = _NUMBERED.match(line) if not here else None
        if numbered:
            counts.append((numbered["name"], int(numbered["count"].replace(",", "")), line.number))
        elif here:
            arrays += [one._replace(line=line.number) for one in here]
        elif not _VALUES.fullmatch(line):
            unread.append(line)
    return listed([*arrays, *shaped(counts)]), unread


def is_name(text: str) -> bool:
    """Whether arrays are called so.

    >>> is_name("lstm.weight_ih_l0"), is_name("dense/kernel:0"), is_name("X_train")
    (True, True, False)
    """
    return re.fullmatch(_NAME, text) is not None


def listed(arrays: Sequence[Stored]) -> Table:
    """A table of the layers that arrays belong to."""
    is_pytorch = is_of_pytorch(arrays)
    origin = "a list of arrays, PyTorch" if is_pytorch else "a list of arrays"
    return Table(tuple(rows(arrays)), origin=origin, columns=("layer", "count"), is_pytorch=is_pytorch, judged=False)


ARRAY_LISTS = Format("array list", lambda line: False, _owns, _table, _goes_on)
