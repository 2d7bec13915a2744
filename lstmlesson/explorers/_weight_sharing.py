"""Why do more timesteps not mean more parameters? One stored block, and a line into it for every step that reads it."""

from typing import Any

from lstmlesson.explorers.live.controls import Whole
from lstmlesson.explorers.live.explorer import Explorer, changed
from lstmlesson.explorers.live.prediction import Prediction
from lstmlesson.language import sentence, word
from lstmlesson.law.sizes import Size
from lstmlesson.layers import LSTM
from lstmlesson.ledger import costs
from lstmlesson.views import controls as inputs
from lstmlesson.views.document import when
from lstmlesson.views.formula import equation, in_terms
from lstmlesson.views.ledger import entries_table
from lstmlesson.views.pictures.blocks.stored_block import read_by, still_read_by

# The question compares the layer with itself on so many times as many timesteps.
LONGER = 10
# How far the controls go where nothing is said, and nothing larger is asked for; milliseconds for a step in play.
FEW_SIZES, FEW_TIMESTEPS, PAUSE = 6, 20, 650


def weight_sharing(
    features: int = 3,
    units: int = 2,
    timesteps: int = 8,
    batch: int = 1,
    *,
    most: int | None = None,
    most_timesteps: int | None = None,
    predict: bool = False,
) -> Explorer:
    """One LSTM over its timesteps. Controls: timesteps, features, units, batch; and the step that reads now.

    most: of features, units and batch, 6 or as many as are asked for. most_timesteps: 20, or ten times those asked for.
    predict: first ask what becomes of the number of parameters when there are ten times as many timesteps.

    >>> weight_sharing(features=5, units=10, timesteps=100)  # 4(5·10 + 10·10 + 10): there is no 100 in it
    weight_sharing(timesteps=100, features=5, units=10, batch=1): 640
    """
    far = max(FEW_SIZES, features, units, batch) if most is None else most
    longest = max(FEW_TIMESTEPS, LONGER * timesteps) if most_timesteps is None else most_timesteps
    f, u = Whole("features", features, highest=far), Whole("units", units, highest=far)
    steps = Whole("timesteps", timesteps, highest=longest, symbol="T")
    samples = Whole("batch", batch, highest=far, symbol="B")
    step = Walk("step", 0, lowest=0, highest=longest, symbol="t")
    layer, shape = LSTM(u.size), (steps.size, f.size)
    count, weights = layer.count(shape), layer.weights(shape)
    body = (
        f'<p class="lm-title">{word("sharing title")}</p><div class="lm-two"><div><p class="lm-total">{count:,}</p>'
        f'<p class="lm-quiet">{word("stored whatever")}</p></div>{_read(count, steps.size, step.size)}</div>'
        f"{read_by(weights, steps.size, step.size)}{_buttons(count, steps.size, step.size)}"
        f'<div class="lm-controls">{steps.html()}{u.html()}{f.html()}{samples.html()}</div>'
        f'<div class="lm-formula">{in_terms(weights)}</div>{_table(layer, shape, samples.size)}'
    )
    text = sentence("predict weight_sharing", units=units, features=features, few=timesteps, many=LONGER * timesteps)
    few, many = (LSTM(units).count((length, features)) for length in (timesteps, LONGER * timesteps))
    reason = sentence("both counts", few=f"{few:,}", many=f"{many:,}")
    question = Prediction(label=text, answer=(many > few) - (many < few), is_change=True, reason=reason)
    more = changed(weight_sharing, most=most, most_timesteps=most_timesteps)
    controls = [steps, f, u, samples, step]
    return Explorer("weight_sharing", controls, body, count, question if predict else None, more=more, still=_still)


class Walk(Whole):
    """Where a walk through the timesteps is: no argument of the call, and not said where nothing answers."""

    is_argument = False


def _read(count: Any, timesteps: Any, step: Any) -> str:
    """How many numbers have been read so far, or in all steps where none is in hand."""

    def said(number: Any) -> str:
        told = sentence("read so far", number=f"{number:,}", all=f"{timesteps:,}", count=f"{count:,}")
        return f'<p class="lm-second">{count * number:,}</p><p class="lm-quiet">{told}</p>'

    all_of_them = said(timesteps)
    return f"<div>{when(step, when(step - timesteps, all_of_them, said(step)), all_of_them)}</div>"


def _buttons(count: Any, timesteps: Any, step: Any) -> str:
    """Play all steps, or take one."""
    walk = {"trait": "step", "next": step + 1, "least": 1, "most": timesteps}
    play = inputs.playing(inputs.button("play", word("play"), "lm-main", walk | {"pause": PAUSE, "from": '{"step":0}'}))
    told = sentence("reads the same", step=f"{step:,}", count=f"{count:,}")
    said = f'<span class="lm-quiet">{when(step, when(timesteps + 1 - step, told))}</span>'
    return f'<div class="lm-row">{play}{inputs.button("step", word("one step"), "", walk)}{said}</div>'


def _table(layer: LSTM, shape: tuple[Size, Size], batch: Size) -> str:
    """What is stored, how often it is used, and what is worked, each with the sizes that it depends on."""
    entries = costs(layer, shape, batch)
    uses = entries["parameters"]._replace(name="uses", value=batch * shape[0], depends_on=("timesteps", "batch"))
    return entries_table([entries["parameters"], uses, entries["multiply-adds"], entries["state"]])


def _still(timesteps: int, features: int, units: int, batch: int) -> str:
    """The same where nothing answers."""
    layer, shape = LSTM(units), (timesteps, features)
    weights = layer.weights(shape)
    told = sentence("read so far", number=f"{timesteps:,}", all=f"{timesteps:,}", count=f"{layer.count(shape):,}")
    said = f"<p>{equation(weights)} {word('stored whatever')}; {layer.count(shape) * timesteps:,} {told}</p>"
    return said + still_read_by(weights, timesteps) + _table(layer, shape, batch)
