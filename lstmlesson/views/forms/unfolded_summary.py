"""model.summary() as a list that unfolds: each Param # opens into its arithmetic and its blocks, all to one scale."""

from collections.abc import Sequence
from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.law.polynomials import highest
from lstmlesson.models import Model
from lstmlesson.models.text_table import Row
from lstmlesson.views.document import by_sign, escape
from lstmlesson.views.formula import band, in_terms
from lstmlesson.views.pictures.blocks.block_plane import boxes, columns, height, names
from lstmlesson.views.summary_table import shape

# What is larger than so many numbers down or across would leave nothing of the others on the same scale.
TALLEST, WIDEST = 600, 2400


def unfolded(model: Model, start: Sequence[Row]) -> str:
    """The rows of a model whose sizes may be polynomials, as HTML. start: the rows as they were at first.

    Each picture keeps the height that it had then, and all keep one scale: it is the largest with which every row fits.

    >>> from lstmlesson import LSTM, Input, Sequential
    >>> model = Sequential([Input((10, 3)), LSTM(2)])
    >>> unfolded(model, model.rows()).count('class="lm-block')
    12
    """
    rows = model.rows()
    drawn = [row for row in rows if _fits(row)]
    first = [was for row, was in zip(rows, start, strict=True) if _fits(row)]
    shrink = [f"{height(was.weights)}/{height(now.weights):d}" for now, was in zip(drawn, first, strict=True)]
    scale = (
        f"--lm-top:{_largest([row.count for row in rows])};--lm-wide:{_largest([_across(row) for row in drawn])};"
        f"--lm-wide-first:{_largest([_across(row) for row in first])};"
        f"--lm-tall-first:{_largest([height(row.weights) for row in first])};--lm-shrink:min({','.join(shrink) or '1'})"
    )
    heads = ("Layer (type)", "Output Shape", "Param #")  # as Keras prints them
    head = "".join(f"<code>{one}</code>" for one in heads)
    opened = next((row for row in rows if row.weights), None)
    body = "".join(_row(row, was, row is opened) for row, was in zip(rows, start, strict=True))
    return (
        f'<div class="lm-summary" style="{scale}"><div class="lm-sumhead" aria-hidden="true">{head}</div>{body}</div>'
    )


def _largest(sizes: Sequence[Any]) -> str:
    """The largest of some sizes, as CSS finds it."""
    return f"max({','.join(dict.fromkeys(f'{size:d}' for size in sizes))})" if sizes else "1"


def _across(row: Row) -> Any:
    """How many numbers the widest weight of a row is wide, all its gates side by side."""
    return max((columns(one) * len(one.gates) for one in row.weights), key=highest)


def _fits(row: Row) -> bool:
    return bool(row.weights) and highest(height(row.weights)) <= TALLEST and highest(_across(row)) <= WIDEST


def _row(row: Row, was: Row, is_open: bool) -> str:
    """One layer: its line, its share of the numbers, and what they are made of."""
    kind = f' <span class="lm-quiet">({escape(row.class_name)})</span>'
    more = row.count - was.count
    delta = by_sign(more, f"+{more:,}", "", f"\N{MINUS SIGN}{-more:,}")
    told = sentence("unfold", layer=escape(row.name))
    line = (
        f'<span class="lm-name">{escape(row.name)}{kind}</span><span>{shape(row.output_shape)}</span>'
        f'<span class="lm-param"><small class="lm-quiet">{delta}</small> <b>{row.count:,}</b></span>'
        f'<span class="lm-unseen">{told}</span>'
    )
    gates = max((one.gates for one in row.weights), key=len, default=())
    hues = f";--lm-band:{band(gates)}" if gates else ""
    share = f'<span class="lm-share" style="--lm-count:{row.count:d}{hues}"></span>'
    return f"<details data-scope{' open' * is_open}><summary>{line}{share}</summary>{_inside(row, was)}</details>"


def _inside(row: Row, was: Row) -> str:
    """The arithmetic of a row and its blocks."""
    if not row.weights:
        return f"<p>{sentence('stores nothing', layer=escape(row.class_name))}</p>"
    formula = f'<p class="lm-formula">{in_terms(row.weights)}</p>'
    if not _fits(row):
        return f"{formula}<p class='lm-quiet'>{word('too large to draw')}</p>"
    tall, wide = height(was.weights), max((columns(one) for one in row.weights), key=highest)
    sizes = f"--lm-high:{tall:d};--lm-columns:{wide:d};--lm-count-rows:{len(row.weights)}"
    plane = f'<div class="lm-plane" style="{sizes}">{names(row.weights)}{boxes(row.weights)}</div>'
    return f'{formula}<div class="lm-pic">{plane}</div>'
