"""Bars as lines of a table, as wide as there is room: CSS divides, so every bar has the scale of its table.

A piece is plain, hatched for what is more than another count, or an empty frame for what is less; no colour speaks
alone.
"""

from collections.abc import Sequence
from typing import Any

from lstmlesson.views.document import when
from lstmlesson.views.pictures.bar_chart import Piece

CLASSES = {"plain": "lm-plain", "striped": "lm-over", "hollow": "lm-ghost"}


def track(pieces: Sequence[Piece]) -> str:
    """One bar, which says nothing that does not stand beside it in words.

    >>> track([Piece(0, 48)])
    '<span class="lm-track" aria-hidden="true"><i class="lm-plain" style="--lm-start:0;--lm-end:48"></i></span>'
    """
    drawn = "".join(when(piece.end - piece.start, _drawn(piece)) for piece in pieces)
    return f'<span class="lm-track" aria-hidden="true">{drawn}</span>'


def _drawn(piece: Piece) -> str:
    return f'<i class="{CLASSES[piece.look]}" style="--lm-start:{piece.start:d};--lm-end:{piece.end:d}"></i>'


def bar_table(header: Sequence[str], rows: Sequence[Sequence[str]], whole: Any, parts: Sequence[str] = ()) -> str:
    """A table whose third column has bars, the fourth numbers. whole: what a bar as wide as the column stands for.

    parts: for each row the words by which it is lit together with others.
    """
    heads = "".join(f'<th scope="col">{one}</th>' for one in header)
    lines = "".join(map(_line, rows, parts or [""] * len(rows)))
    return (
        f'<table class="lm-wide lm-bars" style="--lm-top:{whole:d}"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{lines}</tbody></table>"
    )


def _line(row: Sequence[str], part: str) -> str:
    linked = f' data-part="{part}"' if part else ""
    return f"<tr{linked}>{_cells(row)}</tr>"


def _cells(row: Sequence[str]) -> str:
    first, *others = row
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{one}</td>" for one in others)
