"""What a summary says once it is read: rows, totals, tables; and what was found in it once it is explained."""

from typing import NamedTuple

from lstmlesson.inverse import Reading
from lstmlesson.summary.messages.message import Told
from lstmlesson.summary.reading.cleaning.clean import Line

# A shape with the batch in front. `...` at its end: the text was cut there.
Shape = tuple[object, ...]


class Row(NamedTuple):
    """One row. What the text does not say is None, "" or (); `readings`, `formula` and `note` come with `explain`.

    output_shapes: each with the batch in front, as printed. depth: 0, or how deep inside another model.
    trainable: None where the text has no such column. cut: the columns whose text a narrow table has cut off.
    used_again: the text says that its numbers were counted before. from_the_total: the count is not in the text.
    guessed: the class is not in the text, or only a piece of it. rounded: the count is about that, as in 16.1 K.
    begins: what is left of a count that was cut, as 8,3 of 8,392.
    readings: each layer that gives the count; formula: the arithmetic of the first of them.
    """

    name: str
    class_name: str
    output_shapes: tuple[Shape, ...] = ()
    count: int | None = None  # type: ignore[assignment]
    trainable: bool | None = None
    connected_to: tuple[str, ...] = ()
    depth: int = 0
    input_shapes: tuple[Shape, ...] = ()
    cut: tuple[str, ...] = ()
    line: int = 0
    built: bool = True
    arguments: str | None = None
    formula: str = ""
    readings: tuple[Reading, ...] = ()
    known: bool = False
    note: str = ""
    used_again: bool = False
    from_the_total: bool = False
    guessed: bool = False
    rounded: bool = False
    begins: str = ""


class Totals(NamedTuple):
    """The numbers below a table; None where the text has none."""

    total: int | None = None
    trainable: int | None = None
    non_trainable: int | None = None
    optimizer: int | None = None
    rounded: bool = False

    @property
    def of_the_model(self) -> int | None:
        """How many numbers the model itself holds, those of its optimizer left out."""
        if self.trainable is not None and self.non_trainable is not None:
            return self.trainable + self.non_trainable
        return None if self.total is None else self.total - (self.optimizer or 0)


class Problem(NamedTuple):
    """Something that cannot be true, and the likeliest cause; row is None where it is about the totals."""

    row: Row | None
    sentence: str


class Table(NamedTuple):
    """One table of the text. origin: what probably printed it. columns: the headings that were found.

    headed: whether its heading is in the text.
    judged: whether its format was recognised for certain, so that its numbers can be held to that printer's laws.
    part: why it is a part of a table and not a whole one, as `language` says it; "" where it is whole.
    """

    rows: tuple[Row, ...] = ()
    totals: Totals = Totals()
    name: str = ""
    origin: str = ""
    columns: tuple[str, ...] = ()
    is_pytorch: bool = False
    judged: bool = True
    headed: bool = True
    part: str = ""


class Summary(NamedTuple):
    """A whole text. `unread` are the lines that are no part of a table, each knowing its number.

    problems, notes and messages come with `explain`: what cannot be true, what a reader may wonder about, and error
    messages that stand in the text, each with what it means.
    """

    tables: tuple[Table, ...]
    unread: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    messages: tuple[Told, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all tables."""
        return tuple(row for table in self.tables for row in table.rows)

    @property
    def totals(self) -> Totals:
        """The totals of the first table that has any."""
        return next((table.totals for table in self.tables if table.totals != Totals()), Totals())

    @property
    def origin(self) -> str:
        """What probably printed the text."""
        return ", ".join(dict.fromkeys(table.origin for table in self.tables if table.origin))
