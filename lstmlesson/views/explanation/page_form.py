"""An explained summary as HTML: the total, the rows with their shares and arithmetic, and the blocks, folded."""

import re
from typing import Any

from lstmlesson.inverse.notes import is_kernel
from lstmlesson.language import word
from lstmlesson.summary.judging.remarks import about_input
from lstmlesson.summary.messages.message import Told
from lstmlesson.summary.records import Row, Summary
from lstmlesson.views.document import escape
from lstmlesson.views.document.tables import line, table
from lstmlesson.views.explanation.row_cells import cells, header, lesson_of
from lstmlesson.views.formula import band
from lstmlesson.views.pictures.blocks.block_picture import blocks

# So many rows get a picture of their blocks; more would make a heavy page.
MOST_PICTURES = 12


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
    rows = table(list(header()), lines, "").replace("<table", f'<table class="lm-told" style="--lm-top:{most}"', 1)
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
    return f"{told}<p>{word('what mends it')}:</p><pre>{mend}</pre><p>{escape(lesson_of(message))}</p>"


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
