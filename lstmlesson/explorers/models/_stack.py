"""Why is the second LSTM smaller, and when is it larger? Two LSTMs and a Dense layer, and the shapes between them."""

import re
from typing import Any

from lstmlesson.explorers.live.controls import Check, Whole
from lstmlesson.explorers.live.explorer import Explorer
from lstmlesson.language import word
from lstmlesson.law.polynomials import choose
from lstmlesson.law.sizes import written
from lstmlesson.layers import LSTM, Dense, Layer
from lstmlesson.views.document import english, escape, line, table, when
from lstmlesson.views.formula import equation
from lstmlesson.views.pictures.layer_chain import Link, chain


def stack(
    features: int = 13,
    first: int = 5,
    second: int = 5,
    outputs: int = 1,
    timesteps: int = 10,
    *,
    sequences_first: bool = True,
    sequences_second: bool = True,
    most: int = 32,
) -> Explorer:
    """Two LSTMs in a row and a Dense layer. Controls: the data, units of each layer, return_sequences of both LSTMs.

    Where the first LSTM returns no sequence the second cannot be: its own refusal stands there, and there is no count.

    >>> stack(features=13, first=5, second=5)                # 380 + 220 + 6
    stack(timesteps=10, features=13, first=5, sequences_first=True, second=5, sequences_second=True, outputs=1): 606
    """
    steps = Whole("timesteps", timesteps, highest=most, symbol="T")
    data = Whole("features", features, highest=most)
    units = [
        Whole(name, value, highest=most, symbol=f"units_{name}")
        for name, value in (("first", first), ("second", second))
    ]
    units.append(Whole("outputs", outputs, highest=most))
    passed = [Check("sequences_first", sequences_first), Check("sequences_second", sequences_second)]

    def every(first_passes: bool, second_passes: bool) -> list[tuple[str, Layer]]:
        return [
            ("lstm", LSTM(units[0].size, return_sequences=first_passes)),
            ("lstm_1", LSTM(units[1].size, return_sequences=second_passes)),
            ("dense", Dense(units[2].size)),
        ]

    def shown(first_passes: bool, second_passes: bool) -> str:
        return _shown(every(first_passes, second_passes), (steps.size, data.size))

    count = _count(every(True, True), (steps.size, data.size))
    body = when(
        passed[0].on,
        when(passed[1].on, shown(True, True), shown(True, False)),
        when(passed[1].on, shown(False, True), shown(False, False)),
    )
    controls = [steps, data, units[0], passed[0], units[1], passed[1], units[2]]
    return Explorer("stack", controls, body, choose(passed[0].on, count, 0))


def _shown(layers: list[tuple[str, Layer]], start: Any) -> str:
    """The picture and the table of a chain on an input; behind a layer that cannot be, nothing follows."""
    links, lines, shape = [Link(word("data"), start[-1], _text(start))], [], start
    refused = ""
    for name, layer in layers:
        title = f"{name} ({type(layer).__name__})"
        try:
            if not refused:
                weights, shape = layer.weights(shape), layer.output_shape(shape)
        except ValueError as error:
            refused = str(error)
        if refused:
            links.append(Link(title, layer.units, "", can_be=False))
            lines.append(line([escape(title), word("cannot be"), ""]))
        else:
            links.append(Link(title, layer.units, _text(shape)))
            lines.append(line([escape(title), _text(shape), equation(weights)]))
    header = [word("layer"), word("output shape"), word("numbers")]
    if not refused:
        lines.append(line([word("total"), "", f"<strong>{_count(layers, start):,}</strong>"]))
    said = _in_numbers(english(refused), [one.units for _, one in layers])
    reason = f'<p role="status"><strong>{word("cannot be")}:</strong> {said}</p>' if refused else ""
    return chain(links) + table(header, lines) + reason


def _in_numbers(refused: str, sizes: list[Any]) -> str:
    """A refusal that was made with letters, with a hole in place of each letter."""
    for size in sizes:
        refused = re.sub(rf"\b{size}\b", f"{size:d}", refused)
    return refused


def _count(layers: list[tuple[str, Layer]], shape: Any) -> Any:
    total: Any = 0
    for _, layer in layers:
        total, shape = total + layer.count(shape), layer.output_shape(shape)
    return total


def _text(shape: Any) -> str:
    """An output shape as Keras prints it, the batch in front."""
    return written((None, *shape), "{:d}".format)
