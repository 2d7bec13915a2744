"""Shapes: the line that says what comes in, which of two is larger, what a layer sees, and what it gives out."""

from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.law.weights import formula
from lstmlesson.layers import (
    LSTM,
    Bidirectional,
    Conv1D,
    Dense,
    Dropout,
    Flatten,
    Input,
    MaxPooling1D,
    TimeDistributed,
)
from lstmlesson.layers.foundation.tensor import written
from lstmlesson.models.sequential import Sequential
from lstmlesson.questions.items import Item, item
from lstmlesson.questions.sampling import Draw


def _input(*shape: Any) -> str:
    return f"Input({written(shape)})"


def input_line(draw: Draw) -> Item:
    """Which line says what comes in?"""
    samples, steps, features = 100 * draw.small(), 10 + draw.size(), draw.small()
    text = sentence("practice: which Input", samples=samples, timesteps=steps, features=features)
    wrong = [
        (_input(features, steps), sentence("practice: timesteps first")),
        (_input(samples, steps, features), sentence("practice: a batch too many")),
        (_input(features), sentence("practice: a sequence has two axes")),
    ]
    return item("Input", text, (_input(steps, features), sentence("practice: timesteps first")), wrong)


def which_is_larger(draw: Draw) -> Item:
    """(a, b) against (b, a), or a length left open."""
    units, steps, features = draw.small(), 2 * draw.small() + 7, draw.small()
    one, other = (steps, features), draw.one_of((features, steps), (None, features))
    first, second = (LSTM(units).weights(shape) for shape in (one, other))
    counts = [LSTM(units).count(shape) for shape in (one, other)]
    reason = sentence("practice: two sums", one=formula(first), other=formula(second))
    said = {word("practice: the first"): counts[0] > counts[1], word("practice: the second"): counts[1] > counts[0]}
    said[word("practice: neither")] = counts[0] == counts[1]
    text = sentence("practice: which is larger", layer=f"LSTM({units})", one=written(one), other=written(other))
    right = next(name for name, is_so in said.items() if is_so)
    return item("larger", text, (right, reason), [(name, reason) for name, is_so in said.items() if not is_so])


def features_seen(draw: Draw) -> Item:
    """How many features come into the last layer of a model?"""
    steps, features, units = draw.small() + 2, draw.small() + 6, draw.small()
    lstm, last = LSTM(units, return_sequences=True), draw.small() + 12
    below: dict[str, list[Any]] = {
        "after Dropout": [lstm, Dropout(0.5)],
        "after Bidirectional": [Bidirectional(lstm)],
        "after Flatten": [lstm, Flatten()],
    }
    name = draw.one_of(*below)
    top = Dense(last) if name == "after Flatten" else LSTM(last)
    return _seen(Sequential([Input((steps, features)), *below[name], top]), name)


def features_after_convolution(draw: Draw) -> Item:
    steps, features, filters = 2 * draw.small() + 8, draw.small(), draw.small() + 6
    layers = [Conv1D(filters, 3), MaxPooling1D(2), LSTM(draw.small() + 12)]
    return _seen(Sequential([Input((steps, features)), *layers]), "after Conv1D")


def _seen(model: Sequential, name: str) -> Item:
    """The right features are the last number of the row above."""
    *_, above, last = model.rows()
    right, units = above.output_shape[-1], last.output_shape[-1]
    half: int = getattr(getattr(model.layers[0], "layer", model.layers[0]), "units", 1)
    reason = sentence("practice: the row above", shape=written(above.output_shape), features=right)
    known = [model.start.sample[-1], units, model.start.sample[0], half, 2 * half]  # type: ignore[union-attr]
    text = sentence("practice: features of the last", model=_code(model))
    return item(name, text, (right, reason), [(number, reason) for number in known], is_typed=True)


def _code(model: Sequential) -> str:
    return ", ".join([_input(*model.start.sample), *map(repr, model.layers)])  # type: ignore[union-attr]


def dense_shape(draw: Draw) -> Item:
    """What a Dense layer gives out after an LSTM: one answer, or one for each timestep."""
    steps, features, units, dense = draw.size() + 2, draw.small(), draw.small() + 20, draw.small()
    every = draw.one_of(True, False)
    lstm = LSTM(units, return_sequences=every)
    top = draw.one_of(Dense(dense), TimeDistributed(Dense(dense))) if every else Dense(dense)
    model = Sequential([Input((steps, features)), lstm, top])
    shapes = [(None, dense), (None, steps, dense), (None, steps, units), (None, steps * dense)]
    right = model.rows()[-1].output_shape
    reason = word("practice: one for each timestep" if every else "practice: one at the end")
    text = sentence("practice: shape of the last", model=_code(model))
    return item("shape", text, (written(right), reason), [(written(shape), reason) for shape in shapes])


def which_model(draw: Draw) -> Item:
    """Three models differ in their last layer alone; which of them has this total?"""
    steps, units = draw.small() + 2, draw.small() + 1
    start, every = Input((steps, 1)), LSTM(units, return_sequences=True)
    models = [
        Sequential([start, LSTM(units), Dense(steps)]),
        Sequential([start, every, TimeDistributed(Dense(1))]),
        Sequential([start, every, Flatten(), Dense(steps)]),
    ]
    asked = draw.one_of(*models)
    rows = {one: sentence("practice: last row", formula=one.rows()[-1].formula) for one in models}
    text = sentence("practice: which model", total=f"{asked.count():,}", timesteps=steps)
    right = _code(asked), rows[asked]
    return item("model", text, right, [(_code(one), rows[one]) for one in models if one.count() != asked.count()])
