"""What happens at each timestep, as boxes in columns: one box for each use, so nothing that is stored is drawn here.

A row is what comes in, a layer, or what comes out; columns of all rows stand above each other. A layer that is used
once for all steps is one box over all columns. Beyond a few timesteps the columns in the middle are an ellipsis.
"""

from typing import Any, NamedTuple

from lstmlesson.views.document import repeat, when

# So many columns are drawn one by one; of more, these, an ellipsis, and the last.
MOST_COLUMNS = 7


class Uses(NamedTuple):
    """A row: what it is (HTML), its boxes, its number, and what is lit together with it."""

    name: str
    boxes: str
    number: str = ""
    part: str = ""


def every_step(steps: Any, look: str, last_only: bool = False, numbered: bool = False) -> str:
    """A box in each column, or an empty place in each but the last. look: class of the boxes.

    >>> every_step(3, "lm-use", last_only=True).count('<i class="lm-use"></i>')
    1
    """

    def box(number: Any) -> str:
        return f'<i class="{look}">{f"<small>{number:d}</small>" if numbered else ""}</i>'

    gap = '<i class="lm-none"></i>'

    def column(at: int) -> str:
        return when(steps - at - 1, gap, box(at + 1)) if last_only else box(at + 1)

    between = gap if last_only else f'<i class="{look} lm-dots">…</i>'
    return repeat(steps, MOST_COLUMNS, column, when(steps - MOST_COLUMNS - 1, between) + box(steps))


def flow(rows: list[Uses]) -> str:
    """The rows one below the other.

    >>> flow([Uses("LSTM", every_step(2, "lm-use"), "140")]).count("<i ")
    2
    """
    return f'<div class="lm-flow">{"".join(map(_row, rows))}</div>'


def _row(row: Uses) -> str:
    linked = f' data-part="{row.part}"' if row.part else ""
    return f'<div{linked}><p>{row.name}</p><span aria-hidden="true">{row.boxes}</span><b>{row.number}</b></div>'
