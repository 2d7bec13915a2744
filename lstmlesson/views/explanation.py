"""An explained summary as text and as HTML. What was pasted is escaped wherever it is shown.

`explain` here gives what `lstmlesson.summary.explain` gives, and shows itself: a table with pictures in a notebook,
plain text where it is printed.
"""

import re
from typing import Any

from lstmlesson.inverse.notes import is_kernel
from lstmlesson.language import sentence, word
from lstmlesson.law import weights as law
from lstmlesson.law.sizes import written
from lstmlesson.summary import explain as _explain
from lstmlesson.summary.judging.remarks import about_input
from lstmlesson.summary.messages.message import Told
from lstmlesson.summary.reading.columns_of_text import padded, width
from lstmlesson.summary.records import Row, Summary
from lstmlesson.views.document import escape, line, static, table
from lstmlesson.views.formula import band
from lstmlesson.views.pictures.blocks.block_picture import blocks

# A longer cell is cut in the text form, so that a row stays a line.
LONGEST_CELL = 60
# So many readings of an open case show their arithmetic.
MOST_OPEN = 2
# So many rows get a picture of their blocks; more would make a heavy page.
MOST_PICTURES = 12
COLUMNS = ("layer", "output shape", "count", "arithmetic", "note")


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
      lstm: LSTM(8) on 3 features (with bias); the same count has LSTM(8, use_bias=False) on 4 (no bias)
    What to know:
      The first None of a shape is the batch size: how many samples come at once is chosen at run time.
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
    return [message.message, f"  {message.meaning}", f"  {word('what mends it')}:", *mend, f"  {_lesson(message)}"]


def _lesson(message: Told) -> str:
    return sentence("message: lesson", number=int(message.lesson[:2]))


def _header() -> tuple[str, ...]:
    return tuple(word(f"summary: {column}") for column in COLUMNS)


def _list(title: str, sentences: Any) -> list[str]:
    return [f"{title}:", *(f"  {_short(sentence, 3 * LONGEST_CELL)}" for sentence in sentences)] if sentences else []


def _text_table(rows: tuple[Row, ...]) -> str:
    lines = [_header()[:-1], *(tuple(_short(cell) for cell in cells(row)) for row in rows)]
    widths = [max(width(one[column]) for one in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            padded(cell, room, right=at == 2) for at, (cell, room) in enumerate(zip(one, widths, strict=True))
        ).rstrip()
        for one in lines
    )


def _short(cell: str, room: int = LONGEST_CELL) -> str:
    return cell if len(cell) <= room else cell[: room - 1] + "…"


def cells(row: Row) -> tuple[str, str, str, str]:
    """What a row shows: name and class, shapes, count, arithmetic."""
    name = (
        row.name if row.class_name in ("", row.name) or row.class_name in row.name else f"{row.name} ({row.class_name})"
    )
    shapes = ", ".join(written(shape, str) for shape in row.output_shapes)
    formula = "" if row.formula == "0" else row.formula or _open(row)
    return "  " * row.depth + name, shapes or "?", "?" if row.count is None else f"{row.count:,}", formula


def _open(row: Row) -> str:
    """The arithmetic of the likeliest readings of a case that is open, as such."""
    if len(row.readings) < 2:
        return ""
    told = []
    for reading in row.readings[:MOST_OPEN]:
        try:
            told.append(law.formula(reading.weights(None)))
        except ValueError:  # its weights hang on more of the input than is known
            return ""
    return sentence("arithmetic open", formulas=told)


def html(summary: Summary) -> str:
    """The explanation as HTML for a notebook: what `body` says, its pictures as images."""
    return static(body(summary))


def body(summary: Summary) -> str:
    """The explanation as HTML for a page: the table, pictures of the blocks, problems first."""
    if not summary.rows and not summary.messages:
        return f"<p>{word('no table')}</p>"
    accused = {id(problem.row) for problem in summary.problems if problem.row}
    most = max((row.count or 0 for row in summary.rows), default=0)
    lines = [_line(row, id(row) in accused) for row in summary.rows]
    opening, shown = _head(summary)
    told = "".join(map(_html_message, summary.messages)) + opening
    wrong = _html_list(word("what cannot be true"), [problem.sentence for problem in summary.problems])
    told += f'<div class="lm-note lm-amiss">{wrong}</div>' if wrong else ""
    rows = table(list(_header()), lines, "").replace("<table", f'<table class="lm-told" style="--lm-top:{most}"', 1)
    told += rows if lines else ""
    told += _folded(word("what to know"), [note for note in summary.notes if note not in shown])
    told += _folded(word("lines unread"), [f"{one.number}: {one}" for one in summary.unread])
    return f'<div class="lm-explained">{told}{_pictures(summary.rows)}</div>'


def _head(summary: Summary) -> tuple[str, list[str]]:
    """The number that stands below the table, large, and beside it what comes in; and what has been said with that."""
    total, is_about = summary.totals.of_the_model, summary.totals.rounded
    if total is None:
        return "", []
    said = [sentence for table in summary.tables for sentence in about_input(table)][:1]
    number = f"{word('about') if is_about else ''}{total:,}"
    beside = f'<p class="lm-say">{word("parameters in all")}</p>'
    beside += "".join(f'<p class="lm-quiet">{_breaking(escape(one))}</p>' for one in said)
    return f'<div class="lm-head"><p class="lm-total">{number}</p><div>{beside}</div></div>', said


def _html_message(message: Told) -> str:
    mend = "\n".join(map(escape, message.mend))
    told = f"<p><code>{escape(message.message)}</code></p><p>{escape(message.meaning)}</p>"
    return f"{told}<p>{word('what mends it')}:</p><pre>{mend}</pre><p>{escape(_lesson(message))}</p>"


def _line(row: Row, accused: bool) -> str:
    name, shapes, count, formula = map(escape, cells(row))
    name, note = _breaking(name), _breaking(escape(row.note))
    indented = re.sub(r"( \([^()]*\))$", r'<span class="lm-quiet">\1</span>', name).replace("  ", "&nbsp;&nbsp;")
    number = f'<span class="lm-amiss">⚠ {count}</span>' if accused else count
    return line([indented, shapes, number, _share(row, formula), note], right=(2,))


def _share(row: Row, formula: str) -> str:
    """The arithmetic of a row below its share of the numbers, a bar in the hues of its gates."""
    if not (formula or row.count):
        return ""
    gates = max((weight.gates for weight in _weights(row)), key=len, default=())
    hues = f";--lm-band:{band(gates)}" if gates else ""
    return f'<span class="lm-sum" style="--lm-count:{row.count or 0}{hues}">{formula}</span>'


def _breaking(text: str) -> str:
    """A text that may be broken inside long names, so that a narrow page cuts none of them."""
    return re.sub(r"((?<=\w)[_=(])", r"\1<wbr>", text)


def _html_list(title: str, sentences: Any) -> str:
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f"<p><strong>{escape(title)}</strong></p><ul>{items}</ul>" if items else ""


def _folded(title: str, sentences: Any) -> str:
    """A list that opens on a press."""
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f"<details><summary>{escape(title)}</summary><ul>{items}</ul></details>" if items else ""


def _pictures(rows: tuple[Row, ...]) -> str:
    """The blocks of each recurrent or dense layer, folded, since they may answer what a lesson asks."""
    parts: list[str] = []
    for row in rows:
        weights = _weights(row) if len(parts) < MOST_PICTURES else []
        if weights:
            title = f"{escape(row.name)}: {escape(row.formula)}"
            parts.append(f"<details><summary>{title}</summary>{_picture(row, weights)}</details>")
    return "".join(parts)


def _picture(row: Row, weights: list[Any]) -> str:
    layer = row.readings[0].declaration
    return blocks(weights, layer.gate_axis)


def _weights(row: Row) -> list[Any]:
    """The weights of a layer that can be drawn: those with kernels of two axes."""
    if not row.readings or not row.count:
        return []
    weights = row.readings[0].weights(row.input_shapes[0][1:] if row.input_shapes else None)
    if not any(is_kernel(weight) for weight in weights):
        return []
    return weights if all(len(weight.shape) <= 2 for weight in weights) else []
