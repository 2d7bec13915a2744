"""Why do more timesteps not mean more parameters? The count beside what does change with timesteps and batch."""

from lstmlesson.explorers.live.controls import Whole
from lstmlesson.explorers.live.explorer import Explorer
from lstmlesson.explorers.live.prediction import Prediction
from lstmlesson.language import sentence
from lstmlesson.law.sizes import Size
from lstmlesson.layers import LSTM
from lstmlesson.ledger import ledger
from lstmlesson.views.formula import equation
from lstmlesson.views.ledger import entries_table
from lstmlesson.views.pictures.unrolled_cell import unrolled

# The question compares the layer with itself on so many times as many timesteps.
LONGER = 10


def weight_sharing(
    features: int = 3,
    units: int = 2,
    timesteps: int = 4,
    batch: int = 1,
    *,
    most: int = 64,
    most_timesteps: int = 400,
    predict: bool = False,
) -> Explorer:
    """One LSTM over its timesteps. Controls: features, units, timesteps, batch.

    predict: first ask what becomes of the number of parameters when there are ten times as many timesteps.

    >>> weight_sharing(features=5, units=10, timesteps=100)  # 4(5·10 + 10·10 + 10): there is no 100 in it
    weight_sharing(timesteps=100, batch=1, features=5, units=10): 640
    """
    f, u = Whole("features", features, highest=most), Whole("units", units, highest=most)
    steps = Whole("timesteps", timesteps, highest=most_timesteps, symbol="T")
    samples = Whole("batch", batch, highest=most, symbol="B")
    layer, shape = LSTM(u.size), (steps.size, f.size)
    count = layer.count(shape)
    body = f"<p>{equation(layer.weights(shape))}</p>" + unrolled(steps.size, count)
    body += _table(layer, shape, samples.size)
    text = sentence("predict weight_sharing", units=units, features=features, few=timesteps, many=LONGER * timesteps)
    few, many = (LSTM(units).count((length, features)) for length in (timesteps, LONGER * timesteps))
    reason = sentence("both counts", few=f"{few:,}", many=f"{many:,}")
    question = Prediction(label=text, answer=(many > few) - (many < few), is_change=True, reason=reason)
    return Explorer("weight_sharing", [steps, samples, f, u], body, count, question if predict else None)


def _table(layer: LSTM, shape: tuple[Size, Size], batch: Size) -> str:
    """What is stored, how often it is used, and what is worked, each with the sizes that it depends on."""
    entries = ledger(layer, shape, batch)
    uses = entries["parameters"]._replace(name="uses", value=batch * shape[0], depends_on=("timesteps", "batch"))
    return entries_table([entries["parameters"], uses, entries["multiply-adds"], entries["state"]])
