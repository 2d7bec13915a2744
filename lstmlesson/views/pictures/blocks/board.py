"""The blocks of one list on a board of fixed height, on a page that answers: as large as they fit, and never larger.

Boards that are compared share one scale: they are given the same `wide` and `tall`, the most numbers that any of them
holds across and down. A board may show the data beside the block W that reads it, row by row, on the same scale.
"""

from collections.abc import Sequence
from typing import Any

from lstmlesson.law.weights import Weight
from lstmlesson.views.pictures.blocks.block_plane import block, name, rows
from lstmlesson.views.pictures.blocks.weight_bands import along


def on_board(
    weights: Sequence[Weight], label: str, wide: str, tall: str, data: tuple[Any, Any] | None = None, room: int = 320
) -> str:
    """The board as HTML. label: what it shows, in words. data: timesteps and features, drawn beside W.

    wide, tall: how many numbers the scale has room for, as CSS: across, with all gates and the data, and down.
    """
    body, y = [] if data is None else [_data(*data)], 0
    for gaps, weight in enumerate(weights):
        body.append(name(weight, y, gaps))
        body += [block(weight, gate, at, y, gaps) for at, gate in enumerate(weight.gates)]
        y = y + rows(weight)
    gates = max(len(weight.gates) for weight in weights)
    scale = f"--lm-wide:{wide};--lm-tall:{tall};--lm-gates:{gates};--lm-count-rows:{len(weights)};--lm-full:{room}px"
    own = f"--lm-own:{along(weights[0], -1):d}" + (f";--lm-times:{data[0]:d}" if data else "")
    fed = " lm-fed" if data else ""
    return (
        f'<div class="lm-pic lm-board{fed}" role="group" aria-label="{label}" style="{scale}">'
        f'<div class="lm-plane" style="{own}">{"".join(body)}</div></div>'
    )


def _data(timesteps: Any, features: Any) -> str:
    """The squares that come in: time runs across, and a feature is a row, as it is in W."""
    sizes = f"--lm-rows:{features:d};--lm-cols:{timesteps:d};--lm-place:0;--lm-y:0;--lm-gaps:0"
    return (
        f'<div class="lm-block lm-w lm-data" data-part="data" aria-hidden="true" style="{sizes}">'
        f"<b><span>x</span></b></div>"
    )
