"""What does an LSTM cost? Seven ledgers side by side, and which sizes each of them hangs on."""

from typing import Any

from lstmlesson import ledger as books
from lstmlesson.explorers.live.controls import Whole
from lstmlesson.explorers.live.explorer import Explorer, changed
from lstmlesson.language import word
from lstmlesson.layers import LSTM
from lstmlesson.views.ledger import entries_table
from lstmlesson.views.pictures.bar_chart import Bar, Piece, bars
from lstmlesson.views.pictures.bar_lines import bar_table, track

SIZES = ("features", "units", "timesteps", "batch")


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
    entries = list(books.costs(layer, (steps.size, f.size), batch=samples.size).values())
    kept = [entry for entry in entries if entry.unit == "numbers"]
    header = [word("what"), word("depends on"), word("to scale"), word("how many")]
    lines = [_row(entry) for entry in entries]
    body = bar_table(header, lines, sum(one.value for one in kept), [" ".join(one.depends_on) for one in entries])
    most = {"most_features": most_features, "most_units": most_units, "most_timesteps": most_timesteps}
    more = changed(ledger, **most, most_batch=most_batch)
    return Explorer("ledger", [f, u, steps, samples], body, layer.count((None, f.size)), more=more, still=_still)


def _row(entry: Any) -> list[str]:
    """An entry: its name, a mark for each of the four sizes on which it depends, its bar, and how many."""
    marks = "".join(
        f'<span class="lm-mark lm-is{int(size in entry.depends_on)}" data-part="{size}">'
        f"{word(size) if size in entry.depends_on else ''}</span>"
        for size in SIZES
    )
    bar = track([Piece(0, entry.value)]) if entry.unit == "numbers" else ""
    return [word(entry.name), f'<span class="lm-marks">{marks}</span>', bar, f"<b>{entry.value:,}</b>"]


def _still(features: int, units: int, timesteps: int, batch: int) -> str:
    """The same where nothing answers: the table, and bars."""
    entries = books.costs(LSTM(units), (timesteps, features), batch=batch).values()
    kept = [entry for entry in entries if entry.unit == "numbers"]
    shares = [Bar(word(one.name), one.value, f"{one.value:,}", [Piece(0, one.value)]) for one in kept]
    picture = f"<p>{word('in numbers, to scale')}</p>" + bars(shares, sum(one.value for one in kept))
    return entries_table(entries) + picture
