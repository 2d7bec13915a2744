"""A training while it runs, and a step of a trained network read gate by gate, as HTML."""

from collections.abc import Sequence
from typing import Any

from lstmlesson.language import label, sentence, word
from lstmlesson.views.document import escape, number
from lstmlesson.views.document.tables import line, table
from lstmlesson.views.pictures.drawing import gate_letter, gate_word


def progress(epoch: int, epochs: int, loss: float) -> str:
    """How far a training is: a bar with words.

    >>> progress(300, 1000, 0.0123).count("epoch 300 of 1,000, loss 0.012")        # seen, and heard
    2
    """
    said = escape(sentence("training", epoch=f"{epoch:,}", epochs=f"{epochs:,}", loss=f"{loss:.2g}"))
    return f'<p><progress max="{epochs}" value="{epoch}" aria-label="{said}"></progress> {said}</p>'


def reading(trace: Any, place: int, wanted: Sequence[float], predicted: Sequence[float]) -> str:
    """What happened where one number went in: each gate, what was kept and written, and the states, for each unit.

    trace: of numeric.trace, whose samples and timesteps make as many places as there are numbers. place: from 1 on.
    wanted: the numbers, which are also what went in. predicted: what came out for each.
    """
    timesteps = next(iter(trace.gates.values())).shape[1]
    sample, step = divmod(place - 1, timesteps)
    said = sentence(
        "read a step",
        sample=sample + 1,
        timestep=step + 1,
        x=number(wanted[place - 1]),
        predicted=number(predicted[place - 1]),
        wanted=number(wanted[place - 1]),
    )
    named = {f"{gate_letter(name)}  {gate_word(name)}": values for name, values in trace.gates.items()}
    rows = {name: values[sample, step].tolist() for name, values in (named | trace.products | trace.states).items()}
    units = range(1, len(next(iter(rows.values()))) + 1)
    lines = [line([label(name), *map(number, row)], right=units) for name, row in rows.items()]
    header = [word("quantity"), *(sentence("unit", number=unit) for unit in units)]
    return f"<p>{escape(said)}</p>{table(header, lines)}"
