"""Counts: of a layer, of a stack, of what stands around the LSTM; a weight found by its count; a gate by hand."""

from typing import Any

from lstmlesson import pytorch
from lstmlesson.language import label, sentence, word
from lstmlesson.law.declaration import Declaration
from lstmlesson.layers import (
    GRU,
    LSTM,
    Attention,
    Bidirectional,
    Conv1D,
    Dense,
    Embedding,
    Flatten,
    Input,
    SimpleRNN,
    TimeDistributed,
)
from lstmlesson.models.sequential import Sequential
from lstmlesson.questions.items import Item, counted, item
from lstmlesson.questions.question import Question
from lstmlesson.questions.sampling import Draw


def _count(thing: Declaration, shape: Any = None, batch: Any = None) -> Item:
    return counted(Question(thing, shape, batch))


def lstm(draw: Draw) -> Item:
    return _count(LSTM(draw.small()), (draw.size(), draw.small()))


def gated(draw: Draw) -> Item:
    units = draw.small()
    early = [LSTM(units), GRU(units, reset_after=False)]
    layer = draw.one_of(*early, *[GRU(units), LSTM(units, use_bias=False), SimpleRNN(units)][: 2 * draw.difficulty - 2])
    return _count(layer, (None, draw.small()))


def in_batches(draw: Draw) -> Item:
    return _count(draw.one_of(LSTM, SimpleRNN)(draw.small()), (draw.size(), draw.small()), draw.one_of(8, 16, 32, 64))


def second_layer(draw: Draw) -> Item:
    """A stack of two, counted whole."""
    features, below, units = draw.small(), draw.small(), draw.small()
    stack = [Input((draw.size(), features)), LSTM(below, return_sequences=True), LSTM(units)]
    return _count(Sequential(stack))


def dense_after(draw: Draw) -> Item:
    """The Dense layer alone, on what an LSTM gives out."""
    dense = Dense(draw.small())
    shape = draw.size(), draw.small()
    return _count(draw.one_of(dense, TimeDistributed(dense)), shape)


def flattened(draw: Draw) -> Item:
    """A model whose Dense layer sees every timestep as features."""
    shape, dense = (draw.small(), draw.small()), Dense(draw.small())
    return _count(Sequential([Input(shape), LSTM(draw.small(), return_sequences=True), Flatten(), dense]))


def module(draw: Draw) -> Item:
    features, units = draw.small(), draw.small()
    more: dict[str, Any] = draw.one_of({}, {"num_layers": 2}, {"bidirectional": True}) if draw.difficulty > 1 else {}
    return _count(draw.one_of(pytorch.LSTM, pytorch.GRU)(features, units, **more))


def both_directions(draw: Draw) -> Item:
    return _count(Bidirectional(LSTM(draw.small())), (None, draw.small()))


def around(draw: Draw) -> Item:
    """What often stands around an LSTM."""
    steps, features, units = draw.size() + 4, draw.small(), draw.small()
    return draw.one_of(
        lambda: _count(Conv1D(units, 3), (steps, features)),
        lambda: _count(Embedding(10 * draw.size(), units), (steps,)),
        lambda: _count(TimeDistributed(LSTM(units)), (3, steps, features)),
    )()


def padded(draw: Draw) -> Item:
    """Words, and one row more for the padding."""
    words, width = 10 * draw.size(), draw.small()
    right, table = (words + 1) * width, sentence("practice: rows by columns", rows=words + 1, columns=width)
    wrong = [
        (words * width, sentence("practice: the padding has a row")),
        (words + 1 + width, sentence("practice: a table is a product")),
        ((words + 1) * width + width, sentence("practice: an embedding has no bias")),
    ]
    text = sentence("practice: padded words", words=words, width=width)
    return item("padding", text, (right, table), wrong, is_typed=True)


def attention(draw: Draw) -> Item:
    """Attention weighs with what its inputs hold already."""
    units = draw.small()
    right = Attention().count([(4, units), (4, units)])
    wrong = [(units * units, sentence("practice: weighs with products")), (units, sentence("practice: weighs freely"))]
    return item(
        "attention",
        sentence("practice: attention", units=units),
        (right, sentence("practice: weighs with products")),
        wrong,
        is_typed=True,
    )


def tied(draw: Draw) -> Item:
    """A table that is used at both ends of a model."""
    words, width = 10 * draw.size(), draw.small()
    text = sentence("practice: tied", words=words, width=width)
    table = words * width
    wrong = [
        (2 * table + words, sentence("practice: stored once")),
        (table, sentence("practice: the bias stays")),
        (2 * table, sentence("practice: stored once")),
    ]
    right = table + words, sentence("practice: table and bias", table=f"{table:,}", words=f"{words:,}")
    return item("tied", text, right, wrong, is_typed=True)


def projected(draw: Draw) -> Item:
    units = draw.small() + 3
    return _count(pytorch.LSTM(draw.small(), units, proj_size=2))


def weight_of(draw: Draw) -> Item:
    """Which of a layer's weights holds so many numbers?"""
    units, features = draw.small(), draw.small() + 5
    layer = draw.one_of(LSTM(units), GRU(units, reset_after=False))
    weights = layer.weights((None, features))
    asked = draw.one_of(*weights)
    shown = {
        one.name: sentence("practice: a weight holds", name=label(one.name), count=f"{one.size:,}") for one in weights
    }
    text = sentence("practice: which weight", layer=repr(layer), features=features, count=f"{asked.size:,}")
    wrong = [(label(one.name), shown[one.name]) for one in weights if one.size != asked.size]
    return item(
        "weight",
        text,
        (label(asked.name), shown[asked.name]),
        [*wrong, (word("practice: none of them"), shown[asked.name])],
    )


def gate_sum(draw: Draw) -> Item:
    """What comes into the sigmoid of a gate of one unit."""
    x, kernel = (draw.small(), draw.small()), (draw.one_of(-1, 1, 2), draw.one_of(-2, 0, 1))
    last, recurrent, bias = draw.one_of(1, 2), draw.one_of(-1, 2, 3), draw.one_of(1, -1)
    fed = x[0] * kernel[0] + x[1] * kernel[1]
    text = sentence(
        "practice: a gate's sum", features=list(x), kernel=list(kernel), last=last, recurrent=recurrent, bias=bias
    )
    right = fed + last * recurrent + bias
    wrong = [
        (fed + bias, sentence("practice: the last output counts")),
        (fed + last * recurrent, sentence("practice: the bias is added")),
        (fed + last + recurrent + bias, sentence("practice: a kernel multiplies")),
    ]
    return item("gate", text, (f"{right}", sentence("practice: products and bias")), _texts(wrong), is_typed=True)


def _texts(wrong: list[tuple[int, str]]) -> list[tuple[str, str]]:
    """Numbers that may be negative, as they are typed."""
    return [(f"{number}", why) for number, why in wrong]
