"""Why four, and four of what? Features, units and bias of one LSTM: formula, blocks, table, total."""

from collections.abc import Sequence

from lstmlesson.explorers.live.controls import Check, Choice, Whole
from lstmlesson.explorers.live.explorer import Explorer
from lstmlesson.explorers.live.prediction import Prediction
from lstmlesson.language import sentence, word
from lstmlesson.law.polynomials import choose
from lstmlesson.law.weights import Weight
from lstmlesson.layers import LSTM
from lstmlesson.views.document import when
from lstmlesson.views.formula import equation, in_letters, weights_table
from lstmlesson.views.pictures.block_picture import blocks
from lstmlesson.views.pictures.cell_diagram import PLACES, cell


def gates(
    features: int = 3,
    units: int = 2,
    bias: bool = True,
    *,
    gate: str = "",
    most_features: int = 8,
    most_units: int = 8,
    predict: bool = False,
) -> Explorer:
    """One LSTM, block by block. Controls: features, units, bias.

    gate: shows the cell as well, with a control that lights one gate in it and in the blocks: "input", "forget",
    "cell", "output" or "all four". predict: first ask how many numbers the layer holds.

    >>> gates(features=3, units=2)                            # 4(3·2 + 2·2 + 2)
    gates(features=3, units=2, bias=True): 48
    """
    f, u = Whole("features", features, highest=most_features), Whole("units", units, highest=most_units)
    b = Check("bias", bias)
    every = word("all")
    hand = Choice("gate", gate or every, options=(every, *PLACES))
    lit = {one: hand.chosen(one) + hand.chosen(every) for one in PLACES} if gate else None
    shape = (None, f.size)
    full, bare = LSTM(u.size).weights(shape), LSTM(u.size, use_bias=False).weights(shape)

    def shown(weights: Sequence[Weight]) -> str:
        formula = f"<p>{in_letters(weights)} = {equation(weights)}</p>"
        return formula + blocks(weights, LSTM.gate_axis, full, lit) + weights_table(weights)

    count = choose(b.on, LSTM(u.size).count(shape), LSTM(u.size, use_bias=False).count(shape))
    body = (cell(lit) if lit else "") + when(b.on, shown(full), shown(bare))
    words = sentence("predict gates", features=f"{features:,}", units=f"{units:,}", bias=b.said(bias))
    question = Prediction(label=words, answer=LSTM(units, use_bias=bias).count((None, features)))
    return Explorer("gates", [f, u, b, *([hand] if gate else [])], body, count, question if predict else None)
