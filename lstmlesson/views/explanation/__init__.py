"""An explained summary as text and as HTML. What was pasted is escaped wherever it is shown.

`explain` here gives what `lstmlesson.summary.explain` gives, and shows itself: a table with pictures in a notebook,
plain text where it is printed.
"""

from typing import Any

from lstmlesson.language import word
from lstmlesson.summary import explain as _explain
from lstmlesson.summary.messages.message import Told
from lstmlesson.summary.reading.columns_of_text import padded, width
from lstmlesson.summary.records import Row, Summary
from lstmlesson.views.document.standing_still import static
from lstmlesson.views.explanation.page_form import body
from lstmlesson.views.explanation.row_cells import cells, header, lesson_of

# A longer cell is cut in the text form, so that a row stays a line.
LONGEST_CELL = 60


class Explanation:
    """An explained summary that shows itself. It has the names of the summary: rows, totals, problems, unread …"""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.summary, name)

    def __repr__(self) -> str:
        return text(self.summary)

    def _repr_html_(self) -> str:
        return html(self.summary)


def explain(given: Any) -> Explanation:
    """A pasted summary, or a living model, with every number explained; shown as a table in a notebook.

    >>> explain("lstm (LSTM)    (None, 8)    384").rows[0].formula
    '4(3·8 + 8·8 + 8) = 384'
    """
    return Explanation(_explain(given))


def text(summary: Summary) -> str:
    """The explanation as plain text: the rows with their arithmetic, then what cannot be true, then notes.

    >>> from lstmlesson.summary import explain
    >>> print(text(explain("lstm (LSTM)    (None, 8)    384")))
    Layer        Output shape  Param #  Arithmetic
    lstm (LSTM)  (None, 8)         384  4(3·8 + 8·8 + 8) = 384
    <BLANKLINE>
    What each row says:
      lstm: LSTM(8) on 3 features (with bias); the same count comes from LSTM(8, use_bias=False) on 4 (no bias)
    What to know:
      The first None of a shape is the batch size: how many samples go in at once is chosen at run time.
    """
    if not summary.rows and not summary.messages:
        return word("no table")
    parts = [part for message in summary.messages for part in (*_text_message(message), "")]
    parts += [_text_table(summary.rows), ""] if summary.rows else []
    parts += _list(word("what rows say"), [f"{row.name}: {row.note}" for row in summary.rows if row.note])
    parts += _list(word("what cannot be true"), [problem.sentence for problem in summary.problems])
    parts += _list(word("what to know"), summary.notes)
    parts += _list(word("lines unread"), [f"{one.number}: {one}" for one in summary.unread])
    return "\n".join(parts)


def _text_message(message: Told) -> list[str]:
    """An error message, what it means, the lines that mend it, the lesson."""
    mend = [f"    {line}" for line in message.mend]
    return [message.message, f"  {message.meaning}", f"  {word('what mends it')}:", *mend, f"  {lesson_of(message)}"]


def _list(title: str, sentences: Any) -> list[str]:
    return [f"{title}:", *(f"  {_short(sentence, 3 * LONGEST_CELL)}" for sentence in sentences)] if sentences else []


def _text_table(rows: tuple[Row, ...]) -> str:
    lines = [header()[:-1], *(tuple(_short(cell) for cell in cells(row)) for row in rows)]
    widths = [max(width(one[column]) for one in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            padded(cell, room, right=at == 2) for at, (cell, room) in enumerate(zip(one, widths, strict=True))
        ).rstrip()
        for one in lines
    )


def _short(cell: str, room: int = LONGEST_CELL) -> str:
    return cell if len(cell) <= room else cell[: room - 1] + "…"


def html(summary: Summary) -> str:
    """The explanation as HTML for a notebook: what `body` says, its pictures as images."""
    return static(body(summary))
