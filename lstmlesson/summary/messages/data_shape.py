"""Keras: a model was made for data of one shape, and the data that it is given have another."""

import re

from lstmlesson.language import sentence, word
from lstmlesson.mistakes.record import SHAPES
from lstmlesson.summary.messages.message import INCOMPATIBLE, Explained, Message, sizes


def explained(match: "re.Match[str]") -> Explained:
    wanted, there = sizes(match["wanted"] or match["also"]), sizes(match["there"])
    if len(wanted) == len(there) + 1:  # Keras 2 leaves the batch out on one side
        wanted = wanted[1:]
    if len(wanted) == len(there) == 3:
        wanted, there = wanted[1:], there[1:]
    known = all(size.isdecimal() for size in (*wanted[1:], *there))
    if len(wanted) != 2 or len(there) != 2 or not known or _fits(wanted, there):
        return None
    is_turned = wanted == there[::-1]
    meaning = sentence("message: turned data" if is_turned else "message: other data", **_named(wanted, there))
    first = "x = x.transpose(0, 2, 1)" if is_turned else _checked(wanted)
    return meaning, (first, f"Input(({', '.join(there)}))"), SHAPES


def _checked(wanted: tuple[str, ...]) -> str:
    """The line that says whether the data fit."""
    whole = f"assert x.shape[1:] == ({', '.join(wanted)})"
    return whole if "None" not in wanted else f"assert x.shape[-1] == {wanted[1]}"


def _fits(wanted: tuple[str, ...], there: tuple[str, ...]) -> bool:
    return all(size in ("None", given) for size, given in zip(wanted, there, strict=True))


def _named(wanted: tuple[str, ...], there: tuple[str, ...]) -> dict[str, str]:
    steps = word("any number of") if wanted[0] == "None" else wanted[0]
    return dict(zip(("steps", "features", "there", "given"), (steps, wanted[1], *there), strict=True))


def too_few_axes(match: "re.Match[str]") -> Explained:
    samples, *rest = sizes(match["shape"])
    if match["wanted"] != "3" or len(rest) != 1 or not all(size.isdecimal() for size in (samples, *rest)):
        return None
    mend = (f"x = x.reshape({samples}, {rest[0]}, 1)", f"x = x.reshape({samples}, 1, {rest[0]})")
    return sentence("message: data of two axes", samples=samples, size=rest[0]), mend, SHAPES


_SHAPE = r"[(\[](?P<{}>[\w, ]{{1,80}})[)\]]"
_CHECKED = r"\bError when checking (?:model )?input: expected \w{1,60} to have "
DATA_SHAPE = Message(
    rf"(?:{INCOMPATIBLE}\bexpected shape={_SHAPE.format('wanted')}, found shape=|"
    rf"{_CHECKED}shape {_SHAPE.format('also')} but got array with shape ){_SHAPE.format('there')}",
    explained,
)
DATA_AXES = Message(
    rf"{_CHECKED}(?P<wanted>\d) dimensions?, but got array with shape {_SHAPE.format('shape')}", too_few_axes
)
