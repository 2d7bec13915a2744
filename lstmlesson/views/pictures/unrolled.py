"""What happens at each timestep, as boxes in columns: one box for each use, so nothing that is stored is drawn here.

A row is the data, a layer that is used at every step, or one that is used once; columns of all rows stand above each
other. Beyond a few timesteps the columns in the middle are an ellipsis.
"""

from typing import Any

from lstmlesson.views.document import repeat, when

# So many columns are drawn one by one; of more, these, an ellipsis, and the last.
MOST_COLUMNS = 7


def every_step(steps: Any, look: str, last_only: bool = False) -> str:
    """A box in each column, or an empty place in each but the last. look: class of the boxes.

    >>> every_step(3, "lm-cell", last_only=True).count('<i class="lm-cell"></i>')
    1
    """
    box, gap = f'<i class="{look}"></i>', '<i class="lm-none"></i>'
    other = gap if last_only else box

    def column(number: int) -> str:
        return when(steps - number - 1, other, box)

    between = when(steps - MOST_COLUMNS - 1, gap if last_only else '<i class="lm-dots">…</i>')
    return repeat(steps, MOST_COLUMNS, column, between + box)


def whole_width(steps: Any, look: str) -> str:
    """One box over all columns: what sees all steps at once."""
    return f'<i class="{look} lm-all" style="--lm-steps:{steps:d}"></i>'


def flow(rows: list[tuple[str, str, str, str]]) -> str:
    """The rows one below the other. Each: what it is, its boxes, its number, and what is lit together with it."""
    return f'<div class="lm-flow">{"".join(map(_row, rows))}</div>'


def _row(row: tuple[str, str, str, str]) -> str:
    name, boxes, number, part = row
    linked = f' data-part="{part}"' if part else ""
    return f'<div{linked}><p>{name}</p><span aria-hidden="true">{boxes}</span><b>{number}</b></div>'
