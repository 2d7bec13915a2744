"""A pasted text as tables: each line goes to the table that it belongs to, or is handed back as unread."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lstmlesson.summary.reading import boxes, modules, origin, ruled, totals
from lstmlesson.summary.reading import parts_of_a_line as tokens
from lstmlesson.summary.reading.cleaning.clean import Line, lines
from lstmlesson.summary.reading.drafts import Style, row
from lstmlesson.summary.reading.table_head import headings
from lstmlesson.summary.records import Row, Summary, Table, Totals

# The largest networks that come with Keras have some thousand layers.
MOST_ROWS = 2_000
_MODEL = re.compile(r'\s*Model: "(.*)"\s*$')
_INPUT = re.compile(r"\s*Initial input shape: (.*)$")


@dataclass
class _Open:
    """A table while its lines are collected."""

    name: str = ""
    kind: str = ""
    head: Line | None = None
    given: str = ""
    body: list[Line] = field(default_factory=list)
    totals: Totals = field(default_factory=Totals)
    below: list[Line] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not self.body and not any(one is not None for one in self.totals)


def read(text: str) -> Summary:
    """The tables of a text, without explanation: rows, totals, origin, and the lines that are no part of them.

    text: what somebody pasted. Keras 0.3 to 3.15, tf.keras 1.14 to 2.15, torchinfo, torchsummary, print(module).
    Raises: TypeError for what is no text, ValueError for more than half a million characters or 2,000 rows.

    >>> summary = read("lstm (LSTM)    (None, 400, 5)    380\\nTotal params: 380")
    >>> summary.rows[0].output_shapes, summary.rows[0].count, summary.totals.total
    (((None, 400, 5),), 380, 380)
    """
    reader = _Reader()
    every = lines(text)
    for line, after in zip(every, [*every[1:], Line("", 0)], strict=True):
        reader.take(line, after)
    reader.close()
    unread = sorted(reader.unread, key=lambda line: line.number)
    return Summary(tuple(reader.tables), tuple(unread))


class _Reader:
    """Goes through the lines once, from top to bottom."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.unread: list[Line] = []
        self.open = _Open()
        self.many = 0

    def take(self, line: Line, after: Line) -> None:
        """Give one line to the table that it belongs to."""
        if not line:
            self._blank(line)
            return
        model = _MODEL.match(line)
        if model:
            self.close()
            self.open.name = model[1]
        elif totals.is_total(line):
            self.open.totals = totals.with_line(self.open.totals, line)
            self.open.below.append(line)
        elif boxes.is_boxed(line):
            self._into("box", line, begins=line.strip()[0] == "┏")
        elif headings(line):
            self.close_if(bool(self.open.body) or self.open.totals != Totals())
            self.open.kind, self.open.head = "ruled", line
        elif modules.is_root(line, after) or modules.is_child(line):
            self._into("modules", line, begins=modules.is_root(line, after))
        else:
            self._other(line, after)

    def _other(self, line: Line, after: Line) -> None:
        given = _INPUT.match(line)
        if given:
            self.close_if(bool(self.open.body))
            self.open.given = given[1]
        elif self.open.kind == "modules" and modules.is_end(line):
            self.open.body.append(line)
        elif tokens.is_rule(line):
            self._blank(line)
        elif totals.is_besides(line) or line.strip() == "None":
            pass
        elif tokens.is_row(line) or (self.open.kind == "ruled" and not self.open.below):
            self._into("ruled", line)
        else:
            self.unread.append(line)

    def _blank(self, line: Line) -> None:
        """A blank line, or a rule: it parts the rows of a table in columns and means nothing elsewhere."""
        if self.open.kind == "ruled":
            self.open.body.append(line)

    def _into(self, kind: str, line: Line, begins: bool = False) -> None:
        """Put a line into a table of a kind; a new one where another kind, or the totals, came before."""
        other = bool(self.open.kind) and self.open.kind != kind
        self.close_if(other or bool(self.open.below) or (begins and bool(self.open.body)))
        self.open.kind = kind
        self.open.body.append(line)

    def close_if(self, condition: bool) -> None:
        """Begin a new table where a condition holds."""
        if condition:
            self.close()

    def close(self) -> None:
        """Read the table whose lines have been collected, and begin a new one."""
        now, self.open = self.open, _Open()
        if now.is_empty:
            self.unread += [] if now.head is None else [now.head]
            return
        makers: dict[str, Callable[[_Open], Table]] = {"box": self._box, "ruled": self._ruled, "modules": self._modules}
        table = makers.get(now.kind, lambda _: Table())(now)
        if table.rows or any(one is not None for one in now.totals):
            self.tables.append(table._replace(totals=now.totals, name=now.name))
            self.many += len(table.rows)
        if self.many > MOST_ROWS:
            raise ValueError(
                f"the text has {self.many:,} rows; expected at most {MOST_ROWS:,}: paste one model at a time"
            )

    def _box(self, now: _Open) -> Table:
        found, kinds, unread = boxes.drafts(now.body)
        self.unread += unread
        rows = _rows([row(draft, Style()) for draft in found])
        return Table(rows, columns=tuple(kinds), origin=origin.of_box("".join(now.body[:3])))

    def _ruled(self, now: _Open) -> Table:
        body = now.body if now.head is None else _below_the_rule(now.body)
        head = now.head or ""
        torchinfo = "depth-idx" in head
        where = ruled.columns(now.head, body)
        found, unread = ruled.drafts(body, where, torchinfo)
        self.unread += unread
        blank_parted = _blank_parted(body)
        torchsummary = not torchinfo and any("[-1, " in line for line in body[:10])
        style = Style("Layer (name)" in head, torchinfo or torchsummary, blank_parted)
        rows = _rows([row(draft, style) for draft in found])
        text = "\n".join([f'Model: "{now.name}"' if now.name else "", head, *now.below])
        printed = origin.of_ruled(text, rows, blank_parted, style.class_first, style.pytorch)
        kinds = tuple(heading.kind for heading in where.starts)
        return Table(_given(rows, now.given), columns=kinds, origin=printed, is_pytorch=style.pytorch)

    def _modules(self, now: _Open) -> Table:
        return Table(tuple(modules.rows(now.body)), origin="PyTorch, print(module)", is_pytorch=True)


def _rows(rows: list[Row]) -> tuple[Row, ...]:
    """The rows without those that say nothing at all."""
    return tuple(row for row in rows if row.name or row.count is not None)


def _below_the_rule(body: list[Line]) -> list[Line]:
    """The lines below the rule under the headings; headings may need several lines in a narrow table."""
    first = next((at for at, line in enumerate(body[:4]) if tokens.is_rule(line)), None)
    if first is None or any(map(tokens.is_row, body[:first])):
        return body
    return body[first:]


def _blank_parted(body: list[Line]) -> bool:
    """Whether blank lines part the rows, as in tf.keras from 2.7 on."""
    rows = sum(map(tokens.is_row, body))
    blank = sum(not line.strip(" |") for line in body)
    rules = sum(map(tokens.is_rule, body))
    return blank > 0 and blank >= rows / 2 and rules <= 4 + rows / 4


def _given(rows: tuple[Row, ...], text: str) -> tuple[Row, ...]:
    """The rows with the input of the first one, where the table says it above its head, as Keras 0.3 does."""
    from lstmlesson.summary.reading import cells

    shapes = cells.shapes(text).shapes
    return (rows[0]._replace(input_shapes=shapes), *rows[1:]) if rows and shapes else rows
