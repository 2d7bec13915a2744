"""Each row with the arithmetic that makes its number: what the count says about the layer and its input."""

import re
from typing import Any

from lstmlesson.inverse import Reading
from lstmlesson.law import weights as law
from lstmlesson.law.declaration import Declaration
from lstmlesson.summary.classes import CONTAINERS, EMPTY_MODULES, is_empty
from lstmlesson.summary.from_model import from_object
from lstmlesson.summary.judging import judge
from lstmlesson.summary.judging.remarks import about_row, notes
from lstmlesson.summary.judging.table_problems import problems
from lstmlesson.summary.messages import messages_in
from lstmlesson.summary.reading.reader import read
from lstmlesson.summary.records import Row, Summary, Table
from lstmlesson.summary.solving import infer
from lstmlesson.summary.solving.chain import Feed, children, feeds
from lstmlesson.summary.solving.fill import filled
from lstmlesson.summary.solving.likelihood import ordered, own_size, sizes_seen, times_shown
from lstmlesson.summary.solving.missing import with_counts

# In a larger table of modules without shapes only the plainest readings are looked for.
MOST_SEARCHED, MOST_LISTED = 20, 100
# So many layers may the modules of one text declare together.
MOST_LAYERS = 20_000


def explain(text: Any) -> Summary:
    """A pasted summary, or a living model, with every number explained, as far as that is possible.

    Error messages of Keras and PyTorch in the text are explained, too, with a table or without one.

    text: what `read` takes; or a Keras model or layer, a PyTorch module, a list of arrays (see `objects`).
    Raises: TypeError for what is none of these, ValueError for more than half a million characters or 2,000 rows.

    >>> summary = explain("lstm (LSTM)    (None, 400, 5)    380")
    >>> summary.rows[0].formula
    '4(13·5 + 5·5 + 5) = 380'
    >>> [reading.input_features for reading in summary.rows[0].readings]            # with a bias, and without
    [13, 14]
    """
    return explained(read(text) if isinstance(text, str) else from_object(text))


def explained(summary: Summary) -> Summary:
    """A summary that was read, with formulas, readings, problems, notes, and error messages told apart."""
    tables = tuple(map(_table, summary.tables))
    found = tuple(problem for table in tables for problem in problems(table, feeds(table)))
    said = tuple(dict.fromkeys(note for table in tables for note in notes(table)))
    messages, unread = messages_in(summary.unread)
    return summary._replace(tables=tables, problems=found, notes=said, messages=messages, unread=unread)


def _table(table: Table) -> Table:
    """A table with each row explained; what a later row needs of an earlier one's cut shape is filled in first."""
    table = with_counts(filled(_with_whole_counts(table)))
    fed = feeds(table)
    inner = children(table.rows)
    table = _without_countless(table)
    seen, times = sizes_seen(table, fed), times_shown(table)
    own = [own_size(table, at, times) for at in range(len(table.rows))]
    rows = tuple(_row(table, at, feed, inner.get(at, []), seen, own[at]) for at, feed in enumerate(fed))
    return _with_sums(table._replace(rows=rows))


def _with_sums(table: Table) -> Table:
    """Containers of PyTorch that show no count say what the rows inside them hold together."""
    rows = list(table.rows)
    for at, row in enumerate(rows):
        if row.count is None and table.is_pytorch and row.arguments is None:
            rows[at] = row._replace(note=about_row(row, table, _sum_below(table, at)))
    return table._replace(rows=tuple(rows))


def _without_countless(table: Table) -> Table:
    """The table with no more layers declared than can be counted at once: beyond them, arguments are left as text."""
    rows, layers = [], 0
    for row in table.rows:
        match = re.search(r"num_layers=(\d{1,9})", row.arguments or "")
        layers += int(match[1]) if match else 0
        rows.append(row._replace(cut=(*row.cut, "count")) if match and layers > MOST_LAYERS else row)
    return table._replace(rows=tuple(rows))


def _row(table: Table, at: int, feed: Feed, inner: list[int], seen: set[int], own: int | None) -> Row:
    row = table.rows[at]
    found, is_decided = ordered(row.readings or _readings(table, row, feed), seen, own)
    is_open = not is_decided and feed.features is None
    formula = row.formula
    count = row.count
    if count == 0 or (count is None and table.is_pytorch and row.class_name in EMPTY_MODULES):
        count, formula = 0, "0"
    elif found and not is_open:
        weights = found[0].weights(feed.shapes[0][1:] if feed.shapes else None)
        formula = law.formula(weights)
        count = law.count(weights) if count is None and table.is_pytorch else count
    elif row.class_name in CONTAINERS:
        formula = _sum_of([table.rows[number].count or 0 for number in inner], row.count)
    known = bool(formula or found) and (row.class_name in CONTAINERS or is_known(row.class_name, table.is_pytorch))
    row = row._replace(readings=tuple(found), formula=formula, count=count, known=known)
    return row._replace(note=about_row(row, table))


def _sum_below(table: Table, at: int) -> int:
    """What the rows inside a container hold together."""
    row, total = table.rows[at], 0
    for other in table.rows[at + 1 :]:
        if other.depth <= row.depth:
            break
        total += other.count or 0
    return total


def is_known(class_name: str, is_pytorch: bool) -> bool:
    """Whether the project knows what numbers a layer of this class holds."""
    if is_pytorch:
        return infer.class_of(class_name, is_pytorch) is not None or class_name in EMPTY_MODULES
    return infer.class_of(class_name) is not None or is_empty(class_name)


def _readings(table: Table, row: Row, feed: Feed) -> list[Reading]:
    sizes = [size for shape in (*row.output_shapes, *feed.shapes) for size in shape if isinstance(size, int)]
    if "count" in row.cut or not row.built or row.used_again or row.rounded or min(sizes, default=1) < 1:
        return []
    many = len(table.rows)
    most = infer.MOST_READINGS if many <= MOST_LISTED else MOST_SEARCHED
    found = infer.readings(row, feed, most, table.is_pytorch, thorough=many <= MOST_SEARCHED)
    # A layer around a layer that sees other features than come in holds something else.
    is_wrapper = not table.is_pytorch and judge.is_wrapper(row)
    return [] if is_wrapper and not any(infer.agrees(one, feed) for one in found) else found


def _sum_of(parts: list[int], total: int | None) -> str:
    """A model inside a model: the counts of its own rows, where they are shown and add up."""
    counts = [part for part in parts if part]
    return f"{' + '.join(f'{part:,}' for part in counts)} = {total:,}" if counts and sum(counts) == total else ""


def _with_whole_counts(table: Table) -> Table:
    """Counts that end at an edge may have lost digits there; where rows and total leave no gap, they have not."""
    top = [row for row in table.rows if row.depth == 0]
    model = table.totals.of_the_model
    if model is None or any(row.count is None for row in top) or model > sum(row.count or 0 for row in top):
        return table
    rows = [row._replace(cut=tuple(kind for kind in row.cut if kind != "count")) for row in table.rows]
    return table._replace(rows=tuple(rows))


def declaration(row: Row) -> Declaration | None:
    """The layer of a row, as its first reading has it."""
    return row.readings[0].declaration if row.readings else None
