"""What does an LSTM cost? Six ledgers side by side, and which sizes each of them hangs on."""

from lstmlesson import ledger as books
from lstmlesson.explorers.live.controls import Whole
from lstmlesson.explorers.live.explorer import Explorer
from lstmlesson.language import word
from lstmlesson.layers import LSTM
from lstmlesson.views.ledger import entries_table
from lstmlesson.views.pictures.bar_chart import Bar, Piece, bars


def ledger(
    features: int = 3,
    units: int = 2,
    timesteps: int = 10,
    batch: int = 7,
    *,
    most_features: int = 8,
    most_units: int = 8,
    most_timesteps: int = 100,
    most_batch: int = 32,
) -> Explorer:
    """The ledgers of one LSTM: what is stored, remembered, handed on and worked; which of the sizes changes each.

    Controls: features, units, timesteps, batch. The bars show the ledgers that count numbers, as shares of their sum.
    Source of the figures: `lstmlesson.ledger`, with float32 and Adam as Keras 3.15.1 has it.

    >>> ledger(features=3, units=2, timesteps=10, batch=7)    # the count is Param #: 4(3·2 + 2·2 + 2)
    ledger(features=3, units=2, timesteps=10, batch=7): 48
    """
    f, u = Whole("features", features, highest=most_features), Whole("units", units, highest=most_units)
    steps = Whole("timesteps", timesteps, highest=most_timesteps, symbol="T")
    samples = Whole("batch", batch, highest=most_batch, symbol="B")
    layer = LSTM(u.size)
    entries = books.costs(layer, (steps.size, f.size), batch=samples.size).values()
    kept = [entry for entry in entries if entry.unit == "numbers"]
    shares = [Bar(word(one.name), one.value, f"{one.value:,}", [Piece(0, one.value)]) for one in kept]
    picture = f"<p>{word('in numbers, to scale')}</p>" + bars(shares, sum(one.value for one in kept))
    body = entries_table(entries) + picture
    return Explorer("ledger", [f, u, steps, samples], body, layer.count((None, f.size)))
