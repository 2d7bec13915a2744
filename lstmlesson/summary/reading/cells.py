"""What the cells of a row say: a layer's name and class, shapes, a count, where the input comes from."""

import re
from typing import NamedTuple

from lstmlesson.summary.records import Shape

_SIZE = r"(?:None|null|\?|-?\d{1,18}|-1)"
_TUPLE = re.compile(rf"\(\s*({_SIZE}(?:\s*,\s*{_SIZE})*)?\s*,?\s*\)")
_LIST = re.compile(rf"\[\s*({_SIZE}(?:\s*,\s*{_SIZE})*)?\s*,?\s*\]")
# The last shape of a cell that ends before the shape does. A number at the very end may have lost digits.
_CUT = re.compile(rf"[(\[]\s*((?:{_SIZE}\s*,\s*)*)({_SIZE}|N|No|Non|-)?\s*…?$")
_COUNT = re.compile(r"\(?(\d{1,3}(?:,\d{3})+|\d{1,30})(?:\.0+)?(?![\d…]|[,.][\d….])\)?\s*(.*)$", re.DOTALL)
_CONNECTION = re.compile(r"'([^']*)'|([^\s,'\[\]]+(?:\[\d+\])*(?:\[\d*)?…?)")


class Shapes(NamedTuple):
    """The shapes of a cell, and whether the cell was cut."""

    shapes: tuple[Shape, ...]
    cut: bool


def shapes(text: str, brackets: bool = False) -> Shapes:
    """The shapes of a cell, in order. brackets: PyTorch's way, [2, 13, 10].

    >>> shapes("[(None, None, 32), (None, 32)]").shapes
    ((None, None, 32), (None, 32))
    >>> shapes("(None, 100,")
    Shapes(shapes=((None, 100, Ellipsis),), cut=True)
    """
    pattern = _LIST if brackets or "(" not in text else _TUPLE
    found, end = [], 0
    for match in pattern.finditer(text):
        found.append(_shape(match[1] or ""))
        end = match.end()
    rest = text[end:].strip()
    opened = sum(map(text.count, "([{")) > sum(map(text.count, ")]}"))
    if not opened and "…" not in rest:
        return Shapes(tuple(found), False)
    last = _CUT.search(rest[-200:])
    return Shapes((*found, (*_shape(last[1]), ...)) if last else tuple(found), True)


def _shape(inside: str) -> Shape:
    sizes = [size.strip() for size in inside.split(",")]
    return tuple(None if size in ("None", "null", "?", "-1") else int(size) for size in sizes if size)


class Count(NamedTuple):
    """The number of a cell, None where it has none, and what is written behind it."""

    number: int | None
    rest: str = ""
    cut: bool = False


def count(text: str) -> Count:
    """The count of a cell. PyTorch's brackets around a frozen count are taken off; `--` is none at all, so 0.

    >>> count("15,000"), count("146.0"), count("380   = 4*(13*5 + 5*5 + 5)").number
    (Count(number=15000, rest='', cut=False), Count(number=146, rest='', cut=False), 380)
    """
    text = text.strip()
    if text in ("--", "(recursive)"):
        return Count(0, text)
    match = _COUNT.match(text)
    if match is None:
        return Count(None, text, "…" in text or ".." in text or text[:1].isdigit())
    return Count(int(match[1].replace(",", "")), match[2].strip())


class Names(NamedTuple):
    """A layer's name and its class as far as they are written."""

    name: str
    class_name: str
    cut: bool


def names(text: str, class_first: bool = False) -> Names:
    """A layer's name and class. A cut class is as it stands; see `classes.complete`.

    >>> names("time_distributed_1 (TimeDist")
    Names(name='time_distributed_1', class_name='TimeDist', cut=True)
    """
    text = " ".join(text.split())
    start = text.rfind("(")
    # A name may hold brackets of its own; the class is in the last pair.
    if start <= 0:
        return Names(text.strip("()") if start == 0 else text, "", True)
    closed = text.endswith(")")
    name, inside = text[:start].strip(), text[start + 1 :].rstrip(")").strip()
    if class_first:
        name, inside = inside, name
    return Names(name, inside.rstrip("…"), not closed or "…" in inside)


def connections(text: str) -> tuple[str, ...]:
    """Where a layer's input comes from, one text for each tensor.

    >>> connections("['lstm[0][0]', 'gru[0][0]']"), connections("lstm[0][0], gru[0][0]"), connections("-")
    (('lstm[0][0]', 'gru[0][0]'), ('lstm[0][0]', 'gru[0][0]'), ())
    """
    text = text.strip()
    if text in ("-", "[]", "--", ""):
        return ()
    if "'" in text:
        return tuple(
            filter(None, (piece.strip(" ,[]") if "[" not in piece else piece for piece in text.split("'")[1::2]))
        )
    return tuple(piece for piece in text.replace(",", " ").split() if piece not in "[]")


def trainable(text: str) -> bool | None:
    """Y, N and - of Keras; True, False, Partial and -- of torchinfo."""
    return {"Y": True, "N": False, "True": True, "False": False, "Partial": True}.get(text.strip())
