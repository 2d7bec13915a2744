"""The blocks of four layers in one picture, each growing out of the one before: Dense, SimpleRNN, LSTM, GRU.

Only what becomes something else moves: Dense's block is the first block of the LSTM's kernel. A block that a stage has
none of waits, unseen, on the block that it grows from.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from lstmlesson.language import word
from lstmlesson.law.weights import Weight
from lstmlesson.views.document import escape, when
from lstmlesson.views.formula import chip
from lstmlesson.views.pictures.blocks.block_plane import PATTERNS, label_of, part, rows
from lstmlesson.views.pictures.blocks.weight_bands import letter_of
from lstmlesson.views.pictures.drawing import gate_letter, hue

# A stage: 1 where it is the one shown, else 0, and its list of weights.
Stage = tuple[Any, Sequence[Weight]]


def stage_picture(every: Mapping[str, Stage], features: Any, units: Any, handles: str, has_bias: Any) -> str:
    """The picture, as HTML. has_bias: 1 or 0; without, the bias is a dashed frame: what would be there."""
    most = max((weights for _, weights in every.values()), key=lambda one: (len(one), len(one[0].gates)))
    slots = range(max(len(weights[0].gates) for _, weights in every.values()))
    heads = "".join(when(on, head(gate, at)) for on, w in every.values() for at, gate in enumerate(w[0].gates))
    body, y = [], 0
    for gaps, weight in enumerate(most):
        same = {name: _same(weight, weights) for name, (_, weights) in every.items()}
        there = sum(every[name][0] for name, one in same.items() if one)
        body.append(_name(weight, y, gaps, there))
        body += [_block(weight, same, every, at, y, gaps, has_bias) for at in slots]
        y = y + sum(every[name][0] * rows(one) for name, one in same.items() if one)
    lines = "".join(f'<div class="lm-slot" style="--lm-place:{at}"></div>' for at in slots)
    sizes = f"--lm-units:{units:d};--lm-features:{features:d}"
    inside = f"{lines}{heads}{''.join(body)}{handles}"
    return f'<div class="lm-pic lm-stages"><div class="lm-plane" style="{sizes}">{inside}</div></div>'


def _same(weight: Weight, weights: Sequence[Weight]) -> Weight | None:
    """The weight of the same kind in another stage."""
    return next((one for one in weights if letter_of(one) == letter_of(weight)), None)


def head(gate: str, at: int) -> str:
    """What stands above a column: the gate, as a button that lights it; nothing where there are no gates."""
    if not gate_letter(gate):
        return ""
    words = f"{chip(gate)} <span>{word(f'head {gate}')}</span>"
    unseen = f'aria-label="{gate_letter(gate)} {escape(word(f"head {gate}"))}"'
    return (
        f'<button type="button" class="lm-top" data-part="gate-{hue(gate)}" {unseen} '
        f'style="--lm-place:{at}">{words}</button>'
    )


def _name(weight: Weight, y: Any, gaps: int, there: Any) -> str:
    label = f'<button type="button" class="lm-label" data-part="{part(weight)}" style="--lm-y:{y:d};--lm-gaps:{gaps}">'
    return when(there, f"{label}<b>{letter_of(weight)}</b><span>{escape(label_of(weight))}</span></button>")


def _block(
    weight: Weight, same: Mapping[str, Weight | None], every: Mapping[str, Stage], at: int, y: Any, gaps: int, bias: Any
) -> str:
    """One block through all stages: where it is, how large, of which hue, and whether it is there."""
    shown = {n: one for n, one in same.items() if one and at < len(one.gates)}
    there = sum((every[name][0] for name in shown), 0)
    colour = sum((every[name][0] * hue(one.gates[at]) for name, one in shown.items()), 0)
    tall = sum(every[name][0] * rows(one) for name, one in same.items() if one)
    # Where it is not there it waits on the first block of its row or, without a row, of the row above.
    high = tall + sum(on for name, (on, _) in every.items() if not same[name]) * rows(weight)
    sizes = f"--lm-rows:{high:d};--lm-cols:{weight.shape[-1]:d};--lm-place:{at * there:d};--lm-y:{y:d}"
    is_missing = f" lm-missing{1 - bias:d}" if letter_of(weight) == "b" else ""
    kind = PATTERNS[letter_of(weight)]
    return (
        f'<div class="lm-block lm-{kind} lm-hue{colour:d} lm-there{there:d}{is_missing}" aria-hidden="true" '
        f'data-part="{part(weight)} gate-{colour:d}" style="{sizes};--lm-gaps:{gaps};--lm-j:{at}"></div>'
    )
