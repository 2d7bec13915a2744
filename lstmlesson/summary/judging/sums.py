"""The rows beside the total. Where one wrong number would explain the difference, it is pointed at.

Rows and total may differ in a right summary: `layer_range` leaves rows out, a layer inside two models is counted once,
a model may have numbers of its own. Then nothing is said, unless a slip of one character explains it all.
"""

from collections.abc import Sequence
from typing import Any

from lstmlesson.language import sentence
from lstmlesson.summary.classes import CONTAINERS
from lstmlesson.summary.judging import judge
from lstmlesson.summary.judging.numbers import one_digit_away, one_edit_away
from lstmlesson.summary.records import Problem, Row, Table
from lstmlesson.summary.solving.chain import Feed, children, is_chain, last

# So many rows are looked at one by one; in a larger table the sum alone is compared.
MOST_SUSPECTS = 500


def top(table: Table) -> list[int]:
    """The rows that make the total: those that stand in no other row."""
    return [at for at, row in enumerate(table.rows) if row.depth == 0 or table.is_pytorch]


def difference(table: Table) -> int | None:
    """What the total has more than the rows; None where not all numbers are in the text."""
    rows = [table.rows[at] for at in top(table)]
    model, total = table.totals.of_the_model, table.totals.total
    if model is None or not rows or table.totals.rounded or any(map(_is_open, rows)):
        return None
    if any(row.count is None for row in rows) and not table.is_pytorch:
        return None
    shown = sum(row.count or 0 for row in rows)
    return 0 if total is not None and shown == total - (table.totals.optimizer or 0) else model - shown


def _is_open(row: Row) -> bool:
    return "count" in row.cut or not row.built or row.rounded


def problems(table: Table, fed: Sequence[Feed], accused: bool) -> list[Problem]:
    """What the sum of the rows tells. accused: a row was found wrong already, which explains the difference."""
    missing = difference(table)
    if missing is None:
        return []
    if missing == 0:
        return _inside(table)
    if accused:
        return []
    suspects = [at for at in top(table)[:MOST_SUSPECTS] if _suspected(table, at, fed[at], missing)]
    total = table.totals.of_the_model or 0
    if suspects:
        # Another number here would only do if the text were whole; a slip of one character is pointed at.
        return [_pointed(table.rows[at], missing, total) for at in _likeliest(table, suspects, fed, missing)]
    if missing > 0 or _may_differ(table, missing):
        return []
    return [Problem(None, sentence("rows and total differ", rows=total - missing, total=total))]


def _suspected(table: Table, at: int, feed: Feed, missing: int) -> bool:
    """Whether the count of a row may be wrong by just the difference."""
    row = table.rows[at]
    count = row.count or 0
    right, near = count + missing, one_edit_away(count, count + missing)
    if (
        right < 0
        or row.count is None
        or (missing > 0 and ((count < 10 and table.is_pytorch) or not one_digit_away(count, right)))
    ):
        return False  # a row that is not in the text explains as much
    if judge.is_wrapper(row) and right == 0:
        return False  # more likely the layer inside is shared with another row, and so counted once
    if judge.is_judged(table, row) or judge.holds_nothing(table, row) or judge.is_wrapper(row):
        return near if row.guessed else judge.fits(table, row, feed, right)
    inner = [table.rows[number].count or 0 for number in children(table.rows).get(at, [])]
    if inner or not row.class_name:
        return sum(inner) == right
    if missing > 0 and _may_be_a_class(table):
        return False
    # Whatever it holds: it alone can be wrong where no other row can.
    return near or (right > 0 and _is_the_only_open_row(table, at))


def _may_be_a_class(table: Table) -> bool:
    """Whether the model may be a class of its own, which may have numbers that are in none of its layers."""
    is_functional = any(row.class_name == "InputLayer" for row in table.rows) or "connected" in table.columns
    return bool(table.name) and not is_functional and not is_chain(table)


def _is_the_only_open_row(table: Table, at: int) -> bool:
    others = [table.rows[number] for number in top(table) if number != at]
    return not table.is_pytorch and all(
        judge.is_judged(table, row) or judge.holds_nothing(table, row) for row in others
    )


def _likeliest(table: Table, suspects: Sequence[int], fed: Sequence[Feed], missing: int) -> list[int]:
    """Of several rows that could be wrong, those for which most speaks."""
    sizes = {size for row in table.rows for shape in row.output_shapes if (size := last(shape)) is not None}

    def unlikely(at: int) -> tuple[bool, bool, bool, bool]:
        row, count = table.rows[at], table.rows[at].count or 0
        odd_now = judge.is_wrapper(row) and not judge.fits(table, row, fed[at], count)
        mends = judge.is_familiar(row, count + missing, sizes) and not judge.is_familiar(row, count, sizes)
        return not odd_now, not one_edit_away(count, count + missing), not mends, fed[at].features is not None

    best = min(map(unlikely, suspects))
    return [at for at in suspects if unlikely(at) == best]


def _pointed(row: Row, missing: int, total: int) -> Problem:
    """A row whose count is wrong by so much as the rows beside it lack of the total."""
    count = row.count or 0
    said: dict[str, Any] = {"rows": total - missing, "total": total, "right": count + missing, "count": count}
    return Problem(row, sentence("row of the difference", row=row.name, **said))


def _prints_ranges(table: Table) -> bool:
    """Whether such a table may show some of the layers only (layer_range) below a total of them all."""
    return table.origin.startswith(("Keras 3", "tf.keras 2.7", "tf.keras 2.13"))


def _may_differ(table: Table, missing: int) -> bool:
    """Whether rows and total may differ in a right summary: rows left out, layers shared, weights in no layer."""
    rows = [table.rows[at] for at in top(table)]
    is_open = any(row.class_name in CONTAINERS or judge.is_wrapper(row) or not row.output_shapes for row in rows)
    return table.is_pytorch or is_open or (missing > 0 and _prints_ranges(table))


def _inside(table: Table) -> list[Problem]:
    """A model inside the model, its rows shown: where they do not add up, one of them is wrong."""
    found = []
    for at, numbers in ({} if table.is_pytorch else children(table.rows)).items():
        row, inner = table.rows[at], [table.rows[number] for number in numbers]
        counts = [one.count for one in inner if one.count is not None]
        if row.class_name not in CONTAINERS or row.count is None or len(counts) < len(inner):
            continue
        missing = row.count - sum(counts)
        near = [one for one in inner if missing and one_edit_away(one.count or 0, (one.count or 0) + missing)]
        if len(near) == 1:
            found.append(_pointed(near[0], missing, row.count))
    return found
