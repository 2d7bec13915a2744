"""The same few numbers, cut into samples, timesteps and features; the count follows one of the three only."""

from typing import Any

from lstmlesson.explorers.live.controls import Choice, Whole
from lstmlesson.explorers.live.explorer import Explorer, changed
from lstmlesson.language import sentence, word
from lstmlesson.law.weights import Weight, count
from lstmlesson.layers import LSTM
from lstmlesson.views.document.tables import line, table
from lstmlesson.views.formula import equation, in_terms
from lstmlesson.views.pictures.blocks.block_plane import height
from lstmlesson.views.pictures.blocks.board import on_board
from lstmlesson.views.pictures.data_cutting import cutting, gliding

# So many numbers are shown; with more of them the squares get too small to read.
MOST_NUMBERS = 24


def arrange(numbers: int = 12, units: int = 2, *, cut: str = "", most_units: int = 8) -> Explorer:
    """Some numbers in all the ways in which they can be cut. Controls: the cut, the units of an LSTM that reads them.

    cut: the one to begin with, such as "3 × 4 × 1", samples first.
    Raises: ValueError for more numbers than the picture can show, or a cut that does not hold them.

    >>> arrange(numbers=12, units=2)                          # 12 timesteps of 1 feature: 4(1·2 + 2·2 + 2)
    arrange(cut='1 × 12 × 1', units=2): 32
    """
    if not 1 <= numbers <= MOST_NUMBERS:
        raise ValueError(f"numbers={numbers}: expected 1 to {MOST_NUMBERS}, so that each is large enough to read")
    ways = {" × ".join(map(str, way)): way for way in cuts(numbers)}
    way = Choice("cut", cut or next(iter(ways)), options=tuple(ways))
    u = Whole("units", units, highest=most_units)
    chosen = [(way.chosen(name), one) for name, one in ways.items()]
    # At least 1, whatever is chosen, as a size must be.
    samples, timesteps, features = (1 + sum(on * (one[axis] - 1) for on, one in chosen) for axis in range(3))
    weights = LSTM(u.size).weights((None, features))
    said = {"samples": samples, "timesteps": timesteps, "features": features}
    told = sentence("cut sentence", numbers=numbers, **{name: f"{size:,}" for name, size in said.items()})
    layer = sentence("cut layer", units=u.scrub(), features=f"<b>{features:,}</b>")
    drawn = on_board(weights, word("numbers of the LSTM"), f"{4 * u.size:d}", f"{height(weights):d}", room=300)
    body = (
        f'<p class="lm-title">{word("cut title")}</p><div class="lm-controls">{way.html()}</div>'
        f'{gliding(chosen, numbers)}<p class="lm-quiet">{told}</p>'
        f'<div class="lm-head"><p class="lm-total">{count(weights):,}</p><div><p class="lm-say">{layer}</p>'
        f'<p class="lm-quiet">{word("cut stays")}</p></div></div>'
        f'<div class="lm-formula">{in_terms(weights)}</div>{drawn}'
    )

    def still(cut: str, units: int) -> str:
        shown = cutting(*ways[cut], values=[str(value) for value in range(1, numbers + 1)])
        _, timesteps, features = ways[cut]
        return shown + _table(ways[cut], LSTM(units).weights((timesteps, features)))

    more = changed(arrange, numbers=numbers, most_units=most_units)
    return Explorer("arrange", [way, u], body, count(weights), more=more, still=still)


def _table(way: tuple[int, int, int], weights: list[Weight]) -> str:
    number, timesteps, features = way
    cells: list[Any] = [f"({number}, {timesteps}, {features})", f"({timesteps}, {features})", equation(weights)]
    return table([word("array shape"), word("input shape"), word("numbers of the LSTM")], [line(cells)])


def cuts(numbers: int) -> list[tuple[int, int, int]]:
    """All (samples, timesteps, features) that hold so many numbers; first one sample of single features.

    >>> cuts(2)
    [(1, 2, 1), (1, 1, 2), (2, 1, 1)]
    """
    whole = range(1, numbers + 1)
    every = [(s, numbers // (s * f), f) for s in whole for f in whole if numbers % (s * f) == 0]
    return every
