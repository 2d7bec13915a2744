"""146, 170, 146: one to one, many to one, many to many, and what becomes of it when the sequence is flattened."""

from typing import Any

from lstmlesson.explorers.live.controls import Whole
from lstmlesson.explorers.live.explorer import Explorer, changed
from lstmlesson.explorers.live.prediction import Prediction
from lstmlesson.language import sentence, word
from lstmlesson.law.sizes import Size, written
from lstmlesson.law.weights import Weight, count
from lstmlesson.layers import LSTM, Dense, Flatten, Input, TimeDistributed
from lstmlesson.models import Sequential
from lstmlesson.views.document.tables import line, table
from lstmlesson.views.formula import in_terms
from lstmlesson.views.pictures.bar_chart import Bar, Piece, bars
from lstmlesson.views.pictures.blocks.block_plane import boxes, names, part
from lstmlesson.views.pictures.blocks.stages import head
from lstmlesson.views.pictures.drawing import hue
from lstmlesson.views.pictures.unrolled import Uses, every_step, flow

# The tables stand beside each other where there is room.
BESIDE = "display: flex; flex-wrap: wrap; gap: 0 2em; align-items: flex-start"


def time_distributed(
    timesteps: int = 5,
    units: int = 5,
    outputs: int = 1,
    *,
    most_timesteps: int = 20,
    most_units: int = 12,
    most_outputs: int = 8,
    predict: bool = False,
) -> Explorer:
    """Four models that read one feature and give so many outputs for each timestep, or once; their shapes and counts.

    Controls: timesteps, units of the LSTM, outputs. The count is that of many to many. predict: first ask whether it
    is larger than that of an LSTM which hands on its last output only.

    >>> time_distributed(timesteps=5, units=5, outputs=1)     # 4(1·5 + 5·5 + 5) + 5·1 + 1
    time_distributed(timesteps=5, units=5, outputs=1): 146
    """
    steps = Whole("timesteps", timesteps, highest=most_timesteps, symbol="T")
    u = Whole("units", units, highest=most_units)
    given = Whole("outputs", outputs, word("outputs of a step"), highest=most_outputs)
    models = set_ups(steps.size, u.size, given.size)
    sizes = {"timesteps": steps.scrub(), "units": u.scrub(), "outputs": given.scrub()}
    of_a_step = (steps.size, u.size, given.size)
    cards = "".join(_card(f"dense_{at}", name, models[name], *of_a_step) for at, name in enumerate(models, 1))
    scale = f"--lm-units:{u.size:d};--lm-times:{steps.size:d};--lm-own:{given.size:d}"
    body = (
        f'<p class="lm-title">{word("time_distributed title")}</p>'
        f'<p class="lm-say lm-tall">{sentence("time_distributed sentence", **sizes)}</p>'
        f'<div class="lm-ends4" style="{scale}">{_stored_once(u.size)}{cards}</div>'
    )
    question = _question(timesteps, units, outputs) if predict else None
    more = changed(time_distributed, most_timesteps=most_timesteps, most_units=most_units, most_outputs=most_outputs)
    total = models["many to many"].count()
    return Explorer("time_distributed", [steps, u, given], body, total, question, more=more, still=_still)


def _stored_once(units: Size) -> str:
    """The LSTM of all four: its blocks, drawn once, and the arithmetic."""
    weights = _lstm(units)
    plane = f"{''.join(map(head, weights[0].gates, range(4)))}{names(weights)}{boxes(weights)}"
    said = f'<p class="lm-say">{word("one LSTM")}</p><p class="lm-formula">{in_terms(weights)}</p>'
    squares = f'<span class="lm-squares">{word("a square is a number")}</span>'
    about = f'<p class="lm-quiet">{word("a box is a use")} {squares}</p>'
    return f'<div class="lm-once"><div class="lm-plane">{plane}</div><div>{said}{about}</div></div>'


def _lstm(units: Size) -> list[Weight]:
    """What the LSTM of all four stores."""
    return [one._replace(part="lstm") for one in LSTM(units).weights((None, 1))]


def _card(own: str, name: str, model: Sequential, timesteps: Size, units: Size, outputs: Size) -> str:
    """One model: its rows as a summary has them, the steps at which each layer is used, and what its Dense stores.

    own: the word by which the rows, terms and blocks of its Dense know each other.
    """
    rows = model.rows()
    weights = [one._replace(part=own) for one in rows[-1].weights]
    lit = dict.fromkeys((row.class_name for row in rows), _words(weights))
    lit |= {"LSTM": _words(_lstm(units)), "Flatten": ""}
    data, *layers, answers = _boxes(name, 1 if name == "one to one" else timesteps)
    beside = (units, timesteps * outputs) if name == "Flatten" else weights[0].shape
    uses = [
        Uses(_named(row.class_name, row.output_shape), each, f"{row.count:,}", lit[row.class_name])
        for row, each in zip(rows, layers, strict=True)
    ]
    every = [Uses(_named(word("data"), model.graph.inputs[0].shape), data), *uses, Uses(word("answers"), answers)]
    size = "lm-total" if name == "many to many" else "lm-second"
    top = f'<div class="lm-row lm-ends"><p class="lm-say">{word(name)}</p><p class="{size}">{model.count():,}</p></div>'
    return f'<div class="lm-card">{top}{flow(every)}{_dense(weights, beside)}</div>'


def _named(title: str, shape: Any) -> str:
    return f'{title} <span class="lm-quiet">{written(shape, "{:d}".format)}</span>'


def _words(weights: list[Weight]) -> str:
    """By which words a layer's row and blocks know each other: its weights, and gates where it has some."""
    gates = [f"gate-{hue(gate)}" for gate in weights[0].gates if hue(gate)]
    return " ".join([*map(part, weights), *gates])


def _boxes(name: str, steps: Size) -> list[str]:
    """The boxes of each row: the data, each layer, the answers."""
    read = [every_step(steps, "lm-datum", numbered=True), every_step(steps, "lm-use lm-goes-on")]
    if name == "Flatten":
        joined = [every_step(steps, "lm-joined lm-whole lm-dashed"), every_step(steps, "lm-joined lm-whole")]
        return [*read, *joined, every_step(steps, "lm-datum", last_only=True)]
    if name == "many to one":
        return [*read, every_step(steps, "lm-use", last_only=True), every_step(steps, "lm-datum lm-joined lm-at-once")]
    return [*read, every_step(steps, "lm-use"), every_step(steps, "lm-datum")]


def _dense(weights: list[Weight], beside: tuple[Size, ...]) -> str:
    """The blocks of what stands last, all models on one scale, and their sum.

    beside: the shape in which its kernel is drawn, as high as the LSTM has units. Where each step has numbers of its
    own, they lie side by side, also those that Keras keeps one below the other behind a Flatten.
    """
    drawn = [weights[0]._replace(shape=beside), *weights[1:]]
    label = sentence("stored behind", numbers=f"{count(weights):,}")
    return (
        f'<p class="lm-formula">{in_terms(weights)}</p>'
        f'<div class="lm-plane lm-stored-last" role="group" aria-label="{label}">{names(drawn)}{boxes(drawn)}</div>'
    )


def _still(timesteps: int, units: int, outputs: int) -> str:
    """The same where nothing answers: bars, and a table for each model."""
    models = set_ups(timesteps, units, outputs)
    rows = [_bar(name, model) for name, model in models.items()]
    tables = "".join(_table(name, model) for name, model in models.items())
    drawn = bars(rows, models["many to one"].count())
    return f"<p>{word('LSTM and Dense')}</p>" + drawn + f'<div style="{BESIDE}">{tables}</div>'


def _question(timesteps: int, units: int, outputs: int) -> Prediction:
    """Every timestep instead of the last one: bigger, the same or smaller?"""
    asked = sentence("predict time_distributed", timesteps=timesteps, units=units, outputs=outputs)
    last = Sequential([Input((timesteps, 1)), LSTM(units), Dense(outputs)]).count()
    every = set_ups(timesteps, units, outputs)["many to many"].count()
    reason = sentence("both counts", few=f"{last:,}", many=f"{every:,}")
    return Prediction(label=asked, answer=(every > last) - (every < last), is_change=True, reason=reason)


def set_ups(timesteps: Size, units: Size, outputs: Size) -> dict[str, Sequential]:
    """The four models by name. Where all outputs come out at once, one Dense layer has them all as its units.

    >>> {name: model.count() for name, model in set_ups(5, 5, 1).items()}
    {'one to one': 146, 'many to one': 170, 'many to many': 146, 'Flatten': 166}
    """
    one, many = Input((1, 1)), Input((timesteps, 1))
    last, each = LSTM(units), LSTM(units, return_sequences=True)
    return {
        "one to one": Sequential([one, last, Dense(outputs)]),
        "many to one": Sequential([many, last, Dense(timesteps * outputs)]),
        "many to many": Sequential([many, each, TimeDistributed(Dense(outputs))]),
        "Flatten": Sequential([many, each, Flatten(), Dense(outputs)]),
    }


def _bar(name: str, model: Sequential) -> Bar:
    """The LSTM's numbers, and striped those of the layer behind it."""
    lstm, total = model.rows()[0].count, model.count()
    return Bar(word(name), total, f"{total:,}", [Piece(0, lstm), Piece(lstm, total, "striped")])


def _table(name: str, model: Sequential) -> str:
    """A model as its summary shows it, the data first."""
    header = [word("layer"), word("output shape"), word("numbers")]
    lines = [line([word("data"), written(model.graph.inputs[0].shape, "{:d}".format), ""], right=(2,))]
    lines += [
        line([row.class_name, written(row.output_shape, "{:d}".format), f"{row.count:,}"], right=(2,))
        for row in model.rows()
    ]
    total = line([word("total"), "", f"<strong>{model.count():,}</strong>"], right=(2,))
    return table(header, lines, total, word(name))
