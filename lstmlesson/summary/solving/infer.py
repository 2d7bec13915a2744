"""What a row's count says about the layer: each declaration that gives it, with the features it must have seen.

The output shape says the units, the count then leaves one number of features for each variant (a bias or none,
reset_after or not). Where the input is known too, only the variants that agree with it remain.
"""

from collections.abc import Callable, Iterator
from typing import Any

from lstmlesson import inverse, layers, pytorch
from lstmlesson.inverse import Reading
from lstmlesson.layers import GRU, LSTM, Bidirectional, Dense, Embedding, SimpleRNN, TimeDistributed
from lstmlesson.summary.classes import RENAMED
from lstmlesson.summary.records import Row
from lstmlesson.summary.solving import windows
from lstmlesson.summary.solving.chain import Feed, last
from lstmlesson.summary.solving.facts import LARGEST_SEARCH, Facts, divisors, returns

# A search is given up after so many readings; the sentence beside them says that there are more.
MOST_READINGS = 400

VARIANTS: dict[Any, list[tuple[dict[str, Any], str]]] = {
    Dense: [({}, "with bias"), ({"use_bias": False}, "no bias")],
    SimpleRNN: [({}, "with bias"), ({"use_bias": False}, "no bias")],
    LSTM: [({}, "with bias"), ({"use_bias": False}, "no bias")],
    GRU: [
        ({}, "reset_after=True, two biases: the default of Keras 3 and tf.keras 2"),
        ({"reset_after": False}, "reset_after=False, one bias: the default up to Keras 2.3 and tf.keras 1"),
        ({"use_bias": False}, "no bias"),
    ],
}
CUDNN = "two biases, as cuDNN and PyTorch keep them"
WRAPPED = (LSTM, GRU, SimpleRNN)
READ_OTHERWISE = (Embedding, pytorch.Embedding, layers.BatchNormalization, layers.LayerNormalization)


def readings(row: Row, feed: Feed, most: int = MOST_READINGS) -> list[Reading]:
    """Every declaration of the row's class that gives its count; none where there is no such layer.

    Those that agree with the input come alone, where the input is known and there are any. most: so many at most.

    >>> row = Row("lstm", "LSTM", ((None, 400, 5),), 380)
    >>> [(reading.declaration.use_bias, reading.input_features) for reading in readings(row, Feed())]
    [(True, 13), (False, 14)]
    """
    find = FAMILIES.get(row.class_name) or FAMILIES.get(RENAMED.get(row.class_name, ""))
    if find is None or row.count is None:
        return []
    facts = Facts(row.count, row.output_shapes, feed)
    found = []
    for reading in find(facts, row.class_name):
        found.append(reading)
        if len(found) >= most:
            break
    agreeing = [one for one in found if feed.features is None or agrees(one, feed.features)]
    return agreeing or found


def agrees(reading: Reading, features: int) -> bool:
    """Whether a reading sees so many features. An Embedding sees none, and a normalisation may have another axis."""
    return isinstance(reading.declaration, READ_OTHERWISE) or reading.input_features == features


def _solved(
    count: int, kind: Any, units: int | None, features: int | None
) -> Iterator[tuple[dict[str, Any], str, int, int]]:
    """Arguments, note, features and units of each variant of a kind that gives a count."""
    if count < 1:
        return
    for arguments, note in VARIANTS[kind]:
        if units is not None:
            number = inverse.features(count, kind, units, **arguments)
            if number is not None:
                yield arguments, note, number, units
        elif count <= LARGEST_SEARCH**2:
            for number, of_units in _pairs(count, kind, arguments):
                if features in (None, number):
                    yield arguments, note, number, of_units


def _pairs(count: int, kind: Any, arguments: dict[str, Any]) -> Iterator[tuple[int, int]]:
    if kind is not Dense:
        yield from inverse.pairs(count, kind, **arguments)
        return
    # count = units·(features + 1) with bias, units·features without.
    bias = arguments.get("use_bias", True)
    for units in divisors(count):
        if count // units > bias:
            yield count // units - bias, units


def _recurrent(kind: Any) -> Callable[[Facts, str], Iterator[Reading]]:
    def find(facts: Facts, name: str) -> Iterator[Reading]:
        given = returns(facts.outputs)
        if name == "CuDNNLSTM":
            units: Any = facts.units
            for number in _cudnn(facts.count, units):
                yield Reading(pytorch.LSTM(number, units), number, CUDNN)
            return
        for arguments, note, number, units in _solved(facts.count, kind, facts.units, facts.feed.features):
            yield Reading(kind(units, **arguments, **given), number, note)

    return find


def _cells(facts: Facts, name: str) -> Iterator[Reading]:
    """RNN around one cell, whose kind no summary says."""
    given = returns(facts.outputs)
    for kind, cell in ((LSTM, layers.LSTMCell), (GRU, layers.GRUCell), (SimpleRNN, layers.SimpleRNNCell)):
        if facts.units is not None:
            for arguments, note, number, units in _solved(facts.count, kind, facts.units, None):
                yield Reading(layers.RNN(cell(units, **arguments), **given), number, note)


def _cudnn(count: int, units: int | None) -> Iterator[int]:
    """The features for which cuDNN's LSTM has a count."""
    if units is not None and count > 0:
        number = inverse.features(count, pytorch.LSTM, units)
        if number is not None:
            yield number


def _dense(facts: Facts, name: str) -> Iterator[Reading]:
    for arguments, note, number, units in _solved(facts.count, Dense, facts.units, facts.feed.features):
        yield Reading(Dense(units, **arguments), number, note)


def _embedding(facts: Facts, name: str) -> Iterator[Reading]:
    sizes = [facts.units] if facts.units else divisors(facts.count)
    for size in sizes:
        if facts.count > 0 and facts.count % size == 0:
            words = facts.count // size
            yield Reading(
                Embedding(words, size), words, f"a table of {words:,} words, {size} numbers for each; no bias"
            )


def _bidirectional(facts: Facts, name: str) -> Iterator[Reading]:
    if facts.units is None or facts.count < 1:
        return
    outputs = facts.outputs
    halves: list[tuple[int, str | None, str]] = [(facts.units // 2, "concat", "")] if facts.units % 2 == 0 else []
    halves.append((facts.units, "sum", "; merge_mode sum, mul or ave: all have this count"))
    if len(outputs) == 2 and outputs[0] == outputs[1]:
        halves = [(facts.units, None, "; merge_mode=None: the two outputs come apart")]
        outputs = outputs[:1]
    for units, mode, words in halves:
        merged: dict[str, Any] = {} if mode == "concat" else {"merge_mode": mode}
        for kind in WRAPPED if facts.count % 2 == 0 else ():
            for arguments, note, number, _ in _solved(facts.count // 2, kind, units, None):
                inner = kind(units, **arguments, **returns(outputs))
                yield Reading(Bidirectional(inner, **merged), number, note + words)
        for number in _cudnn(facts.count // 2, units if facts.count % 2 == 0 else None):
            yield Reading(pytorch.LSTM(number, units, bidirectional=True), number, f"CuDNNLSTM: {CUDNN}{words}")


def _time_distributed(facts: Facts, name: str) -> Iterator[Reading]:
    if facts.count == 0:
        same = facts.feed.shapes[:1] == facts.outputs[:1]
        inner = layers.Activation("relu") if same else layers.Flatten()
        yield Reading(
            TimeDistributed(inner), facts.feed.features or 0, "a layer without numbers, used at each timestep"
        )
        return
    for reading in _dense(facts, name):
        yield Reading(TimeDistributed(reading.declaration), reading.input_features, f"Dense, {reading.note}")
    seen = facts.feed.shapes[0] if facts.feed.shapes else ()
    if len(seen) == 4 and facts.outputs:
        inside = Facts(facts.count, (facts.outputs[0][1:],), facts.feed)
        for kind in WRAPPED:
            for reading in _recurrent(kind)(inside, kind.__name__):
                if reading.input_features == last(seen):
                    yield Reading(TimeDistributed(reading.declaration), reading.input_features, reading.note)


FAMILIES: dict[str, Callable[[Facts, str], Iterator[Reading]]] = {
    "Dense": _dense,
    "LSTM": _recurrent(LSTM),
    "GRU": _recurrent(GRU),
    "SimpleRNN": _recurrent(SimpleRNN),
    "RNN": _cells,
    "Embedding": _embedding,
    "Bidirectional": _bidirectional,
    "TimeDistributed": _time_distributed,
    "BatchNormalization": windows.batch_normalization,
    "LayerNormalization": windows.layer_normalization,
    "Conv1D": windows.conv1d,
    "ConvLSTM1D": windows.conv_lstm(layers.ConvLSTM1D, 1),
    "ConvLSTM2D": windows.conv_lstm(layers.ConvLSTM2D, 2),
}
# Layers around a layer that a summary does not name: no count can be ruled out for them.
OPEN = ("Bidirectional", "TimeDistributed", "RNN")
