"""Why four, and four of what? One block grows into a Dense layer, a SimpleRNN, an LSTM and a GRU."""

from collections.abc import Mapping
from typing import Any

from lstmlesson.explorers.live.controls import Check, Choice, Whole
from lstmlesson.explorers.live.explorer import Explorer, changed
from lstmlesson.explorers.live.prediction import count_prediction
from lstmlesson.language import sentence, word
from lstmlesson.law.polynomials import choose, letter
from lstmlesson.layers import GRU, LSTM, Dense, SimpleRNN
from lstmlesson.views import controls as inputs
from lstmlesson.views.document import when
from lstmlesson.views.formula import equation, in_letters, in_terms, rows_table, weights_table
from lstmlesson.views.pictures.blocks.block_picture import blocks
from lstmlesson.views.pictures.blocks.stages import stage_picture

# The order in which they grow out of each other.
KINDS: Mapping[str, Any] = {kind.__name__: kind for kind in (Dense, SimpleRNN, LSTM, GRU)}
_LETTERS = letter("f"), letter("u")
# Milliseconds between two stages that follow each other by themselves.
PAUSE = 1900


def gates(
    features: int = 3,
    units: int = 2,
    bias: bool = True,
    *,
    kind: str = "LSTM",
    most_features: int = 10,
    most_units: int = 10,
    predict: bool = False,
) -> Explorer:
    """One layer, block by block. Controls: the kind of layer, features, units, bias.

    kind: the stage to begin with: Dense, SimpleRNN, LSTM or GRU, each as Keras has it. predict: first ask how many
    numbers the layer holds. Raises: TypeError or ValueError for sizes, a kind or limits that cannot be.

    >>> gates(features=3, units=2)                            # 4(3·2 + 2·2 + 2)
    gates(kind='LSTM', features=3, units=2, bias=True): 48
    """
    f, u = Whole("features", features, highest=most_features), Whole("units", units, highest=most_units)
    b, stage = Check("bias", bias), Choice("kind", kind, word("stage"), options=tuple(KINDS))
    on = {name: stage.chosen(name) for name in KINDS}
    lists = {name: (_weights(name, f.size, u.size, True), _weights(name, f.size, u.size, False)) for name in KINDS}
    count = sum(
        on[name] * choose(b.on, *(_count(name, f.size, u.size, each) for each in (True, False))) for name in KINDS
    )

    def each(written: Any) -> str:
        """What is written of the one stage that is shown, with a bias or without."""
        return "".join(
            when(on[name], when(b.on, written(full, full), written(bare, full))) for name, (full, bare) in lists.items()
        )

    layer = "".join(when(one, name) for name, one in on.items())
    said = sentence("gates sentence", layer=layer, units=u.scrub(), features=f.scrub())
    about = "".join(when(one, word(f"stage {name}")) for name, one in on.items())
    grow = inputs.button("play", word("grow"), "", {"states": _states(), "pause": PAUSE})
    picture = stage_picture(
        {name: (on[name], full) for name, (full, _) in lists.items()}, f.size, u.size, _handles(f, u), b.on
    )
    formula = each(lambda weights, _: f"<div>{in_terms(weights, letters=True)}</div>{_worked(weights)}")
    body = (
        f'<div class="lm-row lm-ends"><p class="lm-title">{word("gates title")}</p>{grow}</div>{stage.stages()}'
        f'<div class="lm-head"><p class="lm-total">{count:,}</p><div><p class="lm-say">{said}</p>'
        f'<p class="lm-quiet">{about}</p></div></div><div class="lm-formula lm-lines">{formula}</div>{picture}'
        f"{each(lambda weights, full: rows_table(weights, lists['LSTM'][0]))}{b.html()}"
    )
    words = sentence("predict gates", layer=kind, features=f"{features:,}", units=f"{units:,}", bias=b.said(bias))
    shape = (features,) if kind == "Dense" else (None, features)
    question = count_prediction(words, KINDS[kind](units, use_bias=bias), shape) if predict else None
    more = changed(gates, most_features=most_features, most_units=most_units)
    return Explorer("gates", [stage, f, u, b], body, count, question, more=more, still=_still)


def _worked(weights: Any) -> str:
    """The formula with numbers, on a line of its own."""
    return f'<div><span class="lm-op">=</span> {in_terms(weights)}</div>'


def _weights(kind: str, features: Any, units: Any, bias: bool) -> Any:
    shape = (features,) if kind == "Dense" else (None, features)
    return KINDS[kind](units, use_bias=bias).weights(shape)


def _count(kind: str, features: Any, units: Any, bias: bool) -> Any:
    return KINDS[kind](units, use_bias=bias).count((features,) if kind == "Dense" else (None, features))


def _handles(features: Whole, units: Whole) -> str:
    """The right and the lower edge of the first block."""
    right = "left:calc(var(--lm-lab) + var(--lm-units)*var(--lm-side));top:calc(var(--lm-features)*var(--lm-side)*.5)"
    lower = "left:calc(var(--lm-lab) + var(--lm-units)*var(--lm-side)*.5);top:calc(var(--lm-features)*var(--lm-side))"
    return units.edge(word("right edge"), "x", right) + features.edge(word("lower edge"), "y", lower)


def _states() -> str:
    """All stages one after the other, as the page sets them."""
    return "[" + ",".join(f'{{"kind":"{name}"}}' for name in KINDS) + "]"


def _still(kind: str, features: int, units: int, bias: bool) -> str:
    """The same where nothing answers: formula, blocks, table."""
    weights, full = (_weights(kind, features, units, each) for each in (bias, True))
    formula = in_letters(_weights(kind, *_LETTERS, bias))
    about = f"<p>{word(f'stage {kind}')}</p><p>{formula} = {equation(weights)}</p>"
    return about + blocks(weights, KINDS[kind].gate_axis, full) + weights_table(weights)
