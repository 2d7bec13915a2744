"""A stack of layers on a page that answers: the blocks of each, all on one scale, and the shape that it hands on.

A layer that cannot follow is a row of dashed frames, as large as its blocks would be. Where nothing answers,
`layer_chain` draws the same stack.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from lstmlesson.language import sentence
from lstmlesson.law.weights import Weight
from lstmlesson.views.document import escape
from lstmlesson.views.pictures.blocks.block_plane import block, columns, height, rows


class Passing(NamedTuple):
    """A layer of a stack: its name, its weights, what it hands on (HTML), whether it can be there."""

    name: str
    weights: Sequence[Weight]
    shape: str
    can_be: bool = True


def passed_on(shape: str, layers: Sequence[Passing]) -> str:
    """The stack as HTML. shape: what comes in."""
    wide = sum((columns(one.weights[0]) * len(one.weights[0].gates) for one in layers), 0)
    tall = ",".join(f"{height(one.weights):d}" for one in layers)
    handed = [shape, *(one.shape for one in layers)]
    body = "".join(_arrow(given, one.can_be) + _layer(one) for given, one in zip(handed, layers, strict=False))
    body += _arrow(handed[-1], True)
    told = sentence("chain", layers="; ".join(f"{escape(one.name)} {one.shape}" for one in layers if one.can_be))
    return (
        f'<div class="lm-pic lm-chain" role="img" aria-label="{told}" style="--lm-wide:{wide:d};--lm-tall:max({tall})">'
        f"<div>{body}</div></div>"
    )


def _arrow(shape: str, can_be: bool) -> str:
    """What is handed on, and whether it can be read there; nothing where there is nothing."""
    if not shape:
        return ""
    cross = '<b class="lm-cross">×</b>' if not can_be else ""
    return f'<div class="lm-pass" data-part="handed"><span>{shape}</span><i></i>{cross}</div>'


def _layer(one: Passing) -> str:
    look = "" if one.can_be else " lm-ghost"
    found: list[str] = []
    y: Any = 0
    for gaps, weight in enumerate(one.weights):
        found += [block(weight, gate, at, y, gaps, look) for at, gate in enumerate(weight.gates)]
        y = y + rows(weight)
    first = one.weights[0]
    sizes = f"--lm-own:{columns(first):d};--lm-gates:{len(first.gates)}"
    plane = f'<div class="lm-plane">{"".join(found)}</div>'
    return f'<div class="lm-link" style="{sizes}"><span>{escape(one.name)}</span>{plane}</div>'
