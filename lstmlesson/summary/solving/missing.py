"""Counts that a narrow screen has cut off the table, worked out from the shapes and proved by the total.

A layer with Keras' own defaults has one count only for what it sees and gives. Where these counts and those in the
text make the total, they are right; where one layer is left open, it has what the total leaves for it.
"""

from lstmlesson.summary.judging import judge
from lstmlesson.summary.records import Row, Table
from lstmlesson.summary.solving import infer
from lstmlesson.summary.solving.chain import Feed, feeds, is_chain, last


def with_counts(table: Table) -> Table:
    """The table with the counts that were cut off, where the total proves them; else as it was."""
    model = table.totals.of_the_model
    if (
        table.part == "part: connections"
        or table.is_pytorch
        or not model
        or all(row.count is not None for row in table.rows)
    ):
        return table
    fed = feeds(table)
    top = [at for at, row in enumerate(table.rows) if row.depth == 0]
    counts = {at: _expected(table, table.rows[at], fed[at]) for at in top}
    unknown = [at for at in top if counts[at] is None]
    left = model - sum(count or 0 for count in counts.values())
    # What the total leaves is the open row's only where all the others stand in the text: their defaults prove nothing.
    in_text = all(table.rows[at].count is not None or at in unknown or not counts[at] for at in top)
    if (
        len(unknown) == 1
        and in_text
        and is_chain(table._replace(columns=()))
        and _has_reading(table.rows[unknown[0]], left)
    ):
        counts[unknown[0]], left = left, 0
    if left or not all(_begins(table.rows[at], count) for at, count in counts.items()):
        return table
    rows = [_with(row, counts.get(at)) for at, row in enumerate(table.rows)]
    return table._replace(rows=tuple(rows))


def _begins(row: Row, count: int | None) -> bool:
    """Whether a count is known and begins with what the text has left of it."""
    return count is not None and (f"{count:,}".startswith(row.begins) or str(count).startswith(row.begins))


def _with(row: Row, count: int | None) -> Row:
    if row.count is not None or count is None:
        return row
    cut = tuple(kind for kind in row.cut if kind != "count")
    return row._replace(count=count, cut=cut, from_the_total=True)


def _expected(table: Table, row: Row, feed: Feed) -> int | None:
    """The count in the text, or the one that the layer has with Keras' defaults; None where neither is known."""
    if row.count is not None or judge.holds_nothing(table, row):
        return row.count or 0
    layer = infer.usual_layer(row.class_name, last(row.output_shapes[0]) if row.output_shapes else None)
    if layer is None or feed.features is None:
        return None
    try:
        return int(layer.count(layer.input_with(feed.features)))
    except ValueError:  # its defaults do not go with what comes in
        return None


def _has_reading(row: Row, count: int) -> bool:
    return count > 0 and bool(infer.readings(row._replace(count=count), Feed()))
