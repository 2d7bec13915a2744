"""Which networks have 640 parameters? A budget, and on a grid of features by units what stays within it."""

from typing import Any

from lstmlesson import inverse
from lstmlesson.explorers.live.controls import Choice, Whole
from lstmlesson.explorers.live.derived import Derived
from lstmlesson.explorers.live.explorer import Explorer
from lstmlesson.language import sentence, word
from lstmlesson.law.polynomials import highest, letter
from lstmlesson.law.sizes import checked
from lstmlesson.layers import GRU, LSTM, SimpleRNN
from lstmlesson.views.document import when
from lstmlesson.views.formula import in_letters
from lstmlesson.views.pictures.budget import budget_grid

KINDS = {kind.__name__: kind for kind in (LSTM, GRU, SimpleRNN)}


class Backwards(Explorer):
    """A grid for one budget. The page knows the grid; the kernel knows every pair, however large."""

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """All (features, units) that meet the budget as it is set now, from `lstmlesson.inverse`.

        >>> backwards(budget=640).pairs                       # u(f + u + 1) = 160
        [(158, 1), (77, 2), (35, 4), (26, 5), (11, 8), (5, 10)]
        """
        return inverse.pairs(self.budget, KINDS[self.kind])


def backwards(
    budget: int = 640,
    kind: str = "LSTM",
    *,
    most_budget: int = 800,
    most_features: int = 12,
    most_units: int = 10,
) -> Backwards:
    """Every layer of a grid against a budget. Controls: the budget, and the kind: LSTM, GRU or SimpleRNN of Keras.

    most_features, most_units: how far the grid reaches; `.pairs` gives what meets the budget beyond it too.
    Raises: TypeError or ValueError for a budget, a kind or a limit that cannot be.

    >>> backwards(budget=640)
    backwards(budget=640, kind='LSTM'): 640
    """
    checked(most_features, "most_features"), checked(most_units, "most_units")
    limit = Whole("budget", budget, highest=most_budget)
    kinds = Choice("kind", kind, options=tuple(KINDS))

    def above(features: int, units: int) -> Any:
        counts = [kinds.chosen(name) * kind(units).count((None, features)) for name, kind in KINDS.items()]
        return sum(counts) - limit.size

    def exact(features: int, units: int) -> str:
        over = above(features, units)
        return when(over + 1, when(1 - over, f" ({features}, {units})"))

    counts = [
        sum(kinds.chosen(name) * kind(u).count((None, f)) for name, kind in KINDS.items())
        for u in range(1, most_units + 1)
        for f in range(1, most_features + 1)
    ]
    far = (0, max(int(highest(one)) for one in counts))
    near = {how: Derived(how, how, [limit.size, *counts], far) for how in ("equal", "below", "above")}
    pairs = "".join(exact(f, u) for u in range(1, most_units + 1) for f in range(1, most_features + 1))
    names = "".join(when(kinds.chosen(name), name) for name in KINDS)
    letters = "".join(when(kinds.chosen(name), _formula(kind)) for name, kind in KINDS.items())
    pairs_said = sentence("exact pairs", budget=f"<strong>{limit.size:,}</strong>") + pairs
    body = (
        f"<p>{names}: {letters}</p>"
        + budget_grid(above, most_features, most_units, limit.size)
        + f"<p>{when(near['equal'].letter, pairs_said, _nearest(limit, near))}</p>"
        + f"<p>{word('every pair')} <code>inverse.pairs({limit.size:d}, {names})</code></p>"
    )
    return Backwards("backwards", [limit, kinds], body, limit.size, derived=[*near.values()])


def _nearest(limit: Whole, near: dict[str, Derived]) -> str:
    """What is said where no layer of the grid meets the budget."""
    below, above = near["below"].letter, near["above"].letter
    said = {"budget": f"<strong>{limit.size:,}</strong>", "below": f"{below:,}", "above": f"{above:,}"}
    both = when(below, sentence("nearest", **said), sentence("nearest above", **said))
    return when(above, both, sentence("nearest below", **said))


def _formula(kind: Any) -> str:
    return in_letters(kind(letter("u")).weights((None, letter("f"))))
