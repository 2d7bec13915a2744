"""The blocks of one list on a board of fixed height, on a page that answers: as large as they fit, and never larger.

Boards that are compared share one scale: they are given the same `wide` and `tall`, the most numbers that any of them
holds across and down. A board may show the data above the weights that read it, on the same scale.
"""

from collections.abc import Sequence
from typing import Any

from lstmlesson.language import word
from lstmlesson.law.weights import Weight
from lstmlesson.views.pictures.blocks.block_plane import block, height, name, rows
from lstmlesson.views.pictures.blocks.weight_bands import along


def board(
    weights: Sequence[Weight], label: str, wide: str, tall: str, data: tuple[Any, Any] | None = None, room: int = 320
) -> str:
    """The board as HTML. label: what it shows, in words. data: timesteps and features, drawn above the weights.

    wide, tall: how many numbers the scale has room for, as CSS: of one block across, and of all rows down.
    """
    before = int(data is not None)
    body, y = ([_data(*data)], data[0]) if data else ([], 0)
    for gaps, weight in enumerate(weights, before):
        body.append(name(weight, y, gaps))
        body += [block(weight, gate, at, y, gaps) for at, gate in enumerate(weight.gates)]
        y = y + rows(weight)
    gates = max(len(weight.gates) for weight in weights)
    scale = f"--lm-columns:{wide};--lm-tall:{tall};--lm-gates:{gates};--lm-count-rows:{len(weights) + before}"
    own = f"--lm-own:{along(weights[0], -1):d}"
    return (
        f'<div class="lm-pic lm-board" role="group" aria-label="{label}" style="{scale};--lm-full:{room}px">'
        f'<div class="lm-plane" style="{own}">{"".join(body)}</div></div>'
    )


def tallest(weights: Sequence[Weight], data: Any = 0) -> Any:
    """How many numbers all rows are high, the data included.

    >>> from lstmlesson import LSTM
    >>> tallest(LSTM(2).weights((None, 3)), data=5)            # 5 timesteps, 3 rows of W, 2 of U, 1 of b
    11
    """
    return data + height(weights)


def _data(timesteps: Any, features: Any) -> str:
    """The squares that come in: a row for each timestep, a column for each feature."""
    sizes = f"--lm-rows:{timesteps:d};--lm-cols:{features:d};--lm-place:0;--lm-y:0;--lm-gaps:0"
    label = f"<b>x</b><span>{word('data')}</span>"
    return (
        f'<button type="button" class="lm-label" data-part="data" style="--lm-y:0;--lm-gaps:0">{label}</button>'
        f'<div class="lm-block lm-w lm-data" data-part="data" aria-hidden="true" style="{sizes}"></div>'
    )
