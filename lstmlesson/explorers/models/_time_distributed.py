"""146, 170, 146: one to one, many to one, many to many, and what becomes of it when the sequence is flattened."""

from lstmlesson.explorers.live.controls import Whole
from lstmlesson.explorers.live.explorer import Explorer, changed
from lstmlesson.explorers.live.prediction import Prediction
from lstmlesson.language import sentence, word
from lstmlesson.law.sizes import Size, written
from lstmlesson.law.weights import Weight
from lstmlesson.layers import LSTM, Dense, Flatten, Input, TimeDistributed
from lstmlesson.models import Sequential
from lstmlesson.views.document import line, table
from lstmlesson.views.formula import in_terms
from lstmlesson.views.pictures.bar_chart import Bar, Piece, bars
from lstmlesson.views.pictures.bar_lines import track
from lstmlesson.views.pictures.unrolled import every_step, flow, whole_width

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
    whole = models["many to one"].count()  # no set-up holds more
    sizes = {"timesteps": steps.scrub(), "units": u.scrub(), "outputs": given.scrub()}
    stored = f'<span class="lm-formula" data-part="lstm">{in_terms(_lstm(u.size))}</span>'
    cards = "".join(_card(name, model, steps.size) for name, model in models.items())
    body = (
        f'<p class="lm-title">{word("time_distributed title")}</p>'
        f'<p class="lm-say lm-tall">{sentence("time_distributed sentence", **sizes)}</p>'
        f'<p class="lm-say">{word("one LSTM")} {stored}</p><p class="lm-quiet">{word("a box is a use")}</p>'
        f'<div class="lm-cards" style="--lm-top:{whole:d}">{cards}</div>'
    )
    question = _question(timesteps, units, outputs) if predict else None
    more = changed(time_distributed, most_timesteps=most_timesteps, most_units=most_units, most_outputs=most_outputs)
    count = models["many to many"].count()
    return Explorer("time_distributed", [steps, u, given], body, count, question, more=more, still=_still)


def _lstm(units: Size) -> list[Weight]:
    """What the LSTM of all four stores."""
    return [one._replace(part="lstm") for one in LSTM(units).weights((None, 1))]


def _card(name: str, model: Sequential, timesteps: Size) -> str:
    """One model: its rows as a summary has them, the steps at which each layer is used, and its count to scale."""
    data = word("data"), model.graph.inputs[0].shape, ""
    layers = [(row.class_name, row.output_shape, f"{row.count:,}") for row in model.rows()]
    kept, total, last = model.rows()[0].count, model.count(), layers[-1][0]
    steps = 1 if name == "one to one" else timesteps
    boxes = [every_step(steps, "lm-datum"), every_step(steps, "lm-use lm-goes-on")]
    if name == "Flatten":
        boxes += [whole_width(steps, "lm-join"), whole_width(steps, "lm-use")]
    else:
        boxes.append(every_step(steps, "lm-use", last_only=last == "Dense"))
    rows = [
        (f'{title} <span class="lm-quiet">{written(shape, "{:d}".format)}</span>', drawn, number, part)
        for (title, shape, number), drawn, part in zip([data, *layers], boxes, ("", "lstm", "", ""), strict=False)
    ]
    bar = track([Piece(0, kept), Piece(kept, total, "striped")])
    head = f'<p class="lm-say">{word(name)}</p><p class="lm-second">{total:,}</p>'
    return f'<section><div class="lm-row lm-ends">{head}</div>{flow(rows)}{bar}</section>'


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
