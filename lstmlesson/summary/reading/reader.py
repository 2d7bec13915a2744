"""A pasted text as tables: each line goes to the table that it belongs to, or is handed back as unread."""

import re

from lstmlesson.summary.reading import totals
from lstmlesson.summary.reading.block import Block, Format
from lstmlesson.summary.reading.cleaning.clean import LONGEST_LINE, lines
from lstmlesson.summary.reading.cleaning.line_breaks import Line
from lstmlesson.summary.reading.formats import FORMATS
from lstmlesson.summary.reading.formats.boxes import BOX
from lstmlesson.summary.reading.formats.ruled import RULED
from lstmlesson.summary.reading.formats.torchinfo import TORCHINFO, is_root
from lstmlesson.summary.reading.parts_of_a_line import is_rule
from lstmlesson.summary.reading.wholeness import with_part
from lstmlesson.summary.records import Row, Summary, Table

# The largest networks that come with Keras have some thousand layers.
MOST_ROWS = 2_000
_MODEL = re.compile(r"\s*Model: [\"'`]{0,2}([^\"'`]*)[\"'`]{0,2}\s*$")
_INPUT = re.compile(r"\s*Initial input shape: (.*)$")
# So many lines below a heading are looked at to tell which printer's it is.
_NEAR = 5


def read(text: str) -> Summary:
    """The tables of a text, without explanation: rows, totals, origin, and the lines that are no part of them.

    text: what somebody pasted: a table of Keras 0.3 to 3.15, tf.keras, TF.js, torchinfo, torchsummary,
    pytorch_model_summary, Lightning, fastai, flax or DL4J; print(module); or a list of arrays by name or shape.
    Raises: TypeError for what is no text, ValueError for more than half a million characters or 2,000 rows.

    >>> summary = read("lstm (LSTM)    (None, 400, 5)    380\\nTotal params: 380")
    >>> summary.rows[0].output_shapes, summary.rows[0].count, summary.totals.total
    (((None, 400, 5),), 380, 380)
    """
    every = lines(text)
    reader = _Reader(_edge(every))
    after = Line("", 0)
    following = []
    for line in reversed(every):
        following.append(after)
        after = line or after
    for line, after in zip(every, reversed(following), strict=True):
        reader.take(line, after)
    reader.close()
    unread = sorted(reader.unread, key=lambda line: line.number)
    return Summary(tuple(with_part(table, unread) for table in reader.tables), tuple(unread))


def _edge(every: list[Line]) -> int:
    """Where a text that is too wide for its place is cut or wrapped: several of its lines end there, in whatever."""
    wide = max(map(len, every), default=0)
    there = [line for line in every if len(line) == wide]
    return wide if len(there) >= 3 and not all(line[-1].isdigit() for line in there if line) else 0


class _Reader:
    """Goes through the lines once, from top to bottom. edge: the length of lines that were cut or wrapped."""

    def __init__(self, edge: int) -> None:
        self.edge = edge
        self.tables: list[Table] = []
        self.unread: list[Line] = []
        self.open = Block()
        self.many = 0

    def take(self, line: Line, after: Line) -> None:
        """Give one line to the table that it belongs to."""
        if not line:
            self._blank(line)
            return
        if len(line) > LONGEST_LINE:
            self.unread.append(line)
            return
        model = _MODEL.match(line)
        if model:
            self.close()
            self.open.name = model[1]
        elif totals.is_total(line):
            self.open.totals = totals.with_line(self.open.totals, line)
            self.open.below.append(line)
        else:
            self._row_or_head(line, after)

    def _row_or_head(self, line: Line, after: Line) -> None:
        for format in FORMATS:
            if format.is_head(line):
                self._begin(format, line)
                return
        owner = next((format for format in FORMATS if format.owns(line, after)), None)
        now = self.open.format
        if owner in (RULED, BOX) and now is not None and now.goes_on(line) and not self.open.below:
            owner = now
        if owner is not None:
            self._into(owner, line, after)
        else:
            self._other(line)

    def _begin(self, format: Format, line: Line) -> None:
        """A heading begins a table; where the table that is open has such lines inside, it goes on."""
        now = self.open.format
        if now is not None and now is not format and now.goes_on(line) and now is not RULED and self.open.body:
            self.open.body.append(line)
            return
        self.close_if(bool(self.open.body) or bool(self.open.below))
        self.open.format, self.open.head = format, line

    def _other(self, line: Line) -> None:
        given = _INPUT.match(line)
        now = self.open.format
        if given:
            self.close_if(bool(self.open.body))
            self.open.given = given[1]
        elif is_rule(line):
            self._blank(line)
        elif totals.is_besides(line) or line.strip() == "None":
            pass
        elif now is not None and not self.open.below and now.goes_on(line):
            self.open.body.append(line)
        else:
            self.unread.append(line)

    def _blank(self, line: Line) -> None:
        """A blank line, or a rule: it parts the rows of a table in columns and means nothing elsewhere."""
        if line:
            self.open.width = max(self.open.width, len(line))
        if self.open.format in (RULED, TORCHINFO):
            self.open.body.append(line)

    def _into(self, format: Format, line: Line, after: Line) -> None:
        """Put a line into a table of a format; a new one where another format, or the totals, came before."""
        now = self.open
        if format is TORCHINFO and now.format is RULED and not now.below and _is_torchinfo(now):
            now.format = TORCHINFO
        other = now.format is not None and now.format is not format
        self.close_if(other or bool(now.below) or (format.is_root(line, after) and bool(now.body)))
        self.open.format = format
        self.open.body.append(line)

    def close_if(self, condition: bool) -> None:
        """Begin a new table where a condition holds."""
        if condition:
            self.close()

    def close(self) -> None:
        """Read the table whose lines have been collected, and begin a new one."""
        now, self.open = self.open, Block()
        if now.is_empty:
            self.unread += [] if now.head is None else [now.head]
            return
        table, unread = now.format.table(now) if now.format else (Table(), [])
        self.unread += unread
        if table.rows or any(one is not None for one in now.totals[:4]):
            below = table.totals if table.totals.total is not None else now.totals
            # A total that ends at the right edge of the text may have lost digits there.
            below = below._replace(rounded=below.rounded or any(len(line) == now.width for line in now.below))
            rows = tuple(_at_the_edge(row, now, self.edge) for row in table.rows)
            self.tables.append(table._replace(rows=rows, totals=below, name=now.name))
            self.many += len(table.rows)
        if self.many > MOST_ROWS:
            raise ValueError(
                f"the text has {self.many:,} rows; expected at most {MOST_ROWS:,}: paste one model at a time"
            )


def _at_the_edge(row: Row, block: Block, edge: int) -> Row:
    """The row, its count marked as cut where it ends at the right edge of the text, as other lines or its rules do."""
    line = next((line for line in block.body if line.number == row.line), "")
    ends_there = (
        len(line) in (block.width, edge) and (line[-1:].isdigit() or line[-1:] == ",") and row.count is not None
    )
    return row._replace(cut=(*row.cut, "count")) if ends_there and "count" not in row.cut else row


def _is_torchinfo(block: Block) -> bool:
    """Whether a table that began like Keras' is torchinfo's: so far there is at most the model's own row."""
    lines = [line for line in block.body if line.strip() and not is_rule(line)]
    return len(lines) <= 1 and all(map(is_root, lines))
