"""Tables: a summary in which a number is missing or wrong, and a total that holds more than the model."""

from collections.abc import Iterable

from lstmlesson.language import sentence, word
from lstmlesson.layers import LSTM, Dense, Dropout, Input
from lstmlesson.layers.foundation.tensor import written
from lstmlesson.ledger import costs
from lstmlesson.models.sequential import Sequential
from lstmlesson.questions.items import Item, item
from lstmlesson.questions.sampling import Draw

NAME, SHAPE = 18, 18


def _model(draw: Draw) -> Sequential:
    features, below, units = draw.small(), draw.small(), draw.small()
    layers = [LSTM(below, return_sequences=True), Dropout(0.5), LSTM(units), Dense(draw.small())]
    return Sequential([Input((10 + draw.size(), features)), *layers])


def _table(model: Sequential, counts: Iterable[str], *end: str) -> str:
    """The rows as a summary prints them, with these counts."""
    rows = zip(model.rows(), counts, strict=True)
    lines = [f"{_named(row):<{NAME}} {written(row.output_shape):<{SHAPE}} {count}" for row, count in rows]
    return "\n".join([*lines, *end])


def _named(row: object) -> str:
    return f"{row.name} ({row.class_name})"  # type: ignore[attr-defined]


def number_missing(draw: Draw) -> Item:
    """One count is hidden; the rows around it say what it must be."""
    model = _model(draw)
    rows, at = model.rows(), draw.one_of(1, 2, 3)
    table = _table(model, ["?" if number == at else f"{row.count:,}" for number, row in enumerate(rows)])
    row = rows[at]
    units, first = row.output_shape[-1], model.start.sample[-1]  # type: ignore[union-attr]
    wrong = [(LSTM(units).count((None, first)), sentence("practice: the row above decides"))] if at else []
    wrong += [(Dense(units).count((first,)), sentence("practice: the row above decides"))]
    wrong += [(rows[0].count, sentence("practice: two rows may differ"))]
    text = sentence("practice: number missing", row=row.name)
    reason = row.formula if row.count else word("practice: it learns nothing")
    return item("missing", text, (row.count, reason), wrong, is_typed=True, table=table)


def row_wrong(draw: Draw) -> Item:
    """One count has a typing mistake in it; the total is right."""
    model = _model(draw)
    rows = model.rows()
    at = draw.one_of(0, 2, 3)
    off = rows[at].count + draw.one_of(-1, 1, 9)
    table = _table(
        model,
        [f"{off if number == at else row.count:,}" for number, row in enumerate(rows)],
        sentence("practice: total", total=f"{model.count():,}"),
    )
    reason = sentence("practice: the right row", row=rows[at].name, formula=rows[at].formula)
    wrong = [(row.name, reason) for number, row in enumerate(rows) if number != at]
    return item("wrong row", word("practice: which row is wrong"), (rows[at].name, reason), wrong, table=table)


def total_after_training(draw: Draw) -> Item:
    """A total that holds Adam's numbers too."""
    layer, shape = LSTM(draw.small()), (10, draw.small())
    ledger = costs(layer, shape)
    count, more = ledger["parameters"].value, ledger["optimizer"].value
    total = count + more  # type: ignore[operator]
    reason = sentence("practice: Adam keeps", total=f"{total:,}", count=f"{count:,}", more=f"{more:,}")
    text = sentence("practice: trained", total=f"{total:,}")
    wrong = [(total, reason), (more, reason), (total // 2, reason)]
    return item("trained", text, (count, reason), wrong, is_typed=True)
