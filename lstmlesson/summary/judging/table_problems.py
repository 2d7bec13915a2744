"""What cannot be true in a summary, and the likeliest cause. A right summary is never accused.

The law of this room: only what was recognised for certain, and is whole, is judged. A class that was guessed, a format
that is not known, a count that is rounded or cut, a layer that holds what no summary names: they are explained as far
as it goes, and accuse nobody. Uncommon is not impossible. What is said of a part or a guess stands in the notes.

Three witnesses: the layer itself (no LSTM of 64 units has this count), the row before (it sees 64 features, and then
the count is another), and the total. Where only one of them objects and it may be mistaken, nothing is said.
"""

from collections.abc import Sequence
from typing import Any

from lstmlesson.language import sentence
from lstmlesson.summary.judging import judge, sums
from lstmlesson.summary.judging.numbering import is_gapless
from lstmlesson.summary.judging.shapes import shape_problem
from lstmlesson.summary.records import Problem, Row, Table
from lstmlesson.summary.solving import infer
from lstmlesson.summary.solving.chain import Feed, last

# Parts of a table in which the row above need not be the row before.
_APART = ("part: connections", "part: lines between")


def problems(table: Table, fed: Sequence[Feed]) -> list[Problem]:
    """Everything in a table that cannot be true."""
    if not table.judged:
        return []
    if table.part in _APART or (table.part == "part: totals" and not is_gapless(table)):
        fed = [feed._replace(certain=False) for feed in fed]
    elif table.part:
        fed = [
            feed._replace(certain=feed.certain and not _is_cut(row)) for row, feed in zip(table.rows, fed, strict=True)
        ]
    missing = None if table.part == "part: heading" else sums.difference(table)
    found = [
        Problem(row, text)
        for row, feed in zip(table.rows, fed, strict=True)
        for text in _row(table, row, feed, missing)
    ]
    if table.part in _APART:
        return found
    accused = any(problem.row for problem in found)
    return found + _totals(table) + (sums.problems(table, fed, accused) if table.part != "part: heading" else [])


def _is_cut(row: Row) -> bool:
    """Whether a screen has cut what the row is connected to: another row, not in the text, may begin alike."""
    return any("…" in name for name in row.connected_to)


def _row(table: Table, row: Row, feed: Feed, missing: int | None) -> list[str]:
    """What is wrong with one row by itself, or beside the row that feeds it.

    missing: what the total has more than the rows. Where rows and total agree, or differ by something else, a row
    between this one and the one above may not be in the text: then neighbours witness nothing.
    """
    if row.count is None or "count" in row.cut or not row.built or row.used_again or row.guessed or row.rounded:
        return []
    said: dict[str, Any] = {"row": row.name, "count": row.count, "layer": row.class_name}
    by_shape = shape_problem(row, feed) if feed.certain and not table.is_pytorch and missing is None else []
    if judge.holds_nothing(table, row):
        return [sentence("count of nothing", **said)] if row.count else by_shape
    if judge.is_wrapper(row) and missing != 0 and judge.is_slip(row, feed) and not judge.may_hold_a_model(row, feed):
        return [sentence("count a digit away", instead=_nearest(row, feed), **said)]
    # A 0 may stand for a layer that is frozen, packed, not yet built, or not looked into.
    if not judge.is_judged(table, row) or row.count == 0:
        return []
    units = last(row.output_shapes[0]) if row.output_shapes else None
    if not judge.could_be(table, row):
        return [sentence("count of no such layer", units=units, instead=_nearest(row, feed), **said)] if units else []
    if row.readings and judge.contradicts(table, row, feed) and _counts(table, row, feed, missing):
        said |= {"needed": row.readings[0].input_features, "features": feed.features}
        return [sentence("count of other features", instead=_nearest(row, feed), **said)]
    return by_shape


def _counts(table: Table, row: Row, feed: Feed, missing: int | None) -> bool:
    """Whether the row above is a witness: no total speaks, or the right count would mend it, or differs by a digit."""
    if missing is None or (judge.is_slip(row, feed) and is_gapless(table)):
        return missing != 0
    return missing != 0 and judge.fits(table, row, feed, (row.count or 0) + missing)


def _nearest(row: Row, feed: Feed) -> str:
    """What the count would be for the features that come in, with the layer's own defaults."""
    units = last(row.output_shapes[0]) if row.output_shapes else None
    layer = infer.usual_layer(row.class_name, units)
    if layer is None or feed.features is None:
        return ""
    formula = layer.formula(layer.input_with(feed.features))
    return sentence("count instead", layer=repr(layer), features=feed.features, formula=formula)


def _totals(table: Table) -> list[Problem]:
    """The totals by themselves: trainable and non-trainable make the total, with the optimizer's numbers."""
    totals = table.totals
    if totals.total is None or totals.trainable is None or totals.non_trainable is None or totals.rounded:
        return []
    if totals.optimizer is None and (not table.rows or "Keras 3" in table.origin):
        return []  # the line of the optimizer, whose numbers the total holds, may not be in the text
    terms = [totals.trainable, totals.non_trainable, *([totals.optimizer] if totals.optimizer is not None else [])]
    if sum(terms) == totals.total:
        return []
    written = " + ".join(f"{term:,}" for term in terms)
    return [Problem(None, sentence("totals do not add up", terms=written, sum=sum(terms), total=totals.total))]
