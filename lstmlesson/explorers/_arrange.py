"""The same few numbers, cut into samples, timesteps and features; the count follows one of the three only."""

from lstmlesson.explorers.live.controls import Choice, Whole
from lstmlesson.explorers.live.explorer import Explorer
from lstmlesson.language import word
from lstmlesson.law.polynomials import as_polynomial
from lstmlesson.layers import LSTM
from lstmlesson.views.document import line, table, when
from lstmlesson.views.formula import equation
from lstmlesson.views.pictures.data_cutting import cutting

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
    ways = cuts(numbers)
    names = [" × ".join(map(str, way)) for way in ways]
    way = Choice("cut", cut or names[0], options=names)
    u = Whole("units", units, highest=most_units)
    body, count = "", as_polynomial(0)
    for name, (number, timesteps, features) in zip(names, ways, strict=True):
        weights = LSTM(u.size).weights((timesteps, features))
        lines = [line([f"({number}, {timesteps}, {features})", f"({timesteps}, {features})", equation(weights)])]
        values = [str(value) for value in range(1, numbers + 1)]
        header = [word("array shape"), word("input shape"), word("numbers of the LSTM")]
        shown = cutting(number, timesteps, features, values) + table(header, lines)
        body += when(way.chosen(name), shown)
        count = count + way.chosen(name) * LSTM(u.size).count((timesteps, features))
    return Explorer("arrange", [way, u], body, count)


def cuts(numbers: int) -> list[tuple[int, int, int]]:
    """All (samples, timesteps, features) that hold so many numbers; first one sample of single features.

    >>> cuts(2)
    [(1, 2, 1), (1, 1, 2), (2, 1, 1)]
    """
    whole = range(1, numbers + 1)
    every = [(s, numbers // (s * f), f) for s in whole for f in whole if numbers % (s * f) == 0]
    return every
