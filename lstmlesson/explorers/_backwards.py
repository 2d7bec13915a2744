"""Which networks have 640 parameters? A budget, and on a grid of features by units what stays within it."""

from typing import Any

from lstmlesson import inverse
from lstmlesson.explorers.live.controls import Choice, Whole
from lstmlesson.explorers.live.derived import Derived
from lstmlesson.explorers.live.explorer import Explorer, changed
from lstmlesson.language import sentence, word
from lstmlesson.law.polynomials import highest, letter
from lstmlesson.law.sizes import checked
from lstmlesson.layers import GRU, LSTM, SimpleRNN
from lstmlesson.views.document import when
from lstmlesson.views.formula import in_letters
from lstmlesson.views.pictures.budget import budget_grid
from lstmlesson.views.pictures.counts_in_a_grid import count_table

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

    def count(features: int, units: int) -> Any:
        return sum(kinds.chosen(name) * kind(units).count((None, features)) for name, kind in KINDS.items())

    places = [(f, u) for u in range(1, most_units + 1) for f in range(1, most_features + 1)]
    counts = [count(*place) for place in places]
    far = (0, max(int(highest(one)) for one in counts))
    near = {how: Derived(how, how, [limit.size, *counts], far) for how in ("equal", "below", "above")}
    names = "".join(when(kinds.chosen(name), name) for name in KINDS)
    letters = "".join(when(kinds.chosen(name), _formula(kind)) for name, kind in KINDS.items())
    pairs = "".join(_exact(place, number - limit.size) for place, number in zip(places, counts, strict=True))
    pairs_said = sentence("exact pairs", budget=f"<strong>{limit.size:,}</strong>") + pairs
    found = (
        f'<p class="lm-note"><span>{when(near["equal"].letter, pairs_said, _nearest(limit, near))}</span></p>'
        f'<p class="lm-quiet">{word("every pair")} <code>inverse.pairs({limit.size:d}, {names})</code></p>'
    )
    said = sentence("backwards sentence", budget=limit.scrub())
    body = (
        f'<p class="lm-title">{word("backwards title")}</p>{kinds.stages()}<p class="lm-say lm-tall">{said}</p>'
        f'<p class="lm-formula">{letters}</p>{count_table(count, most_features, most_units, limit.size)}{found}'
    )

    def still(budget: int, kind: str) -> str:
        grid = budget_grid(lambda f, u: KINDS[kind](u).count((None, f)) - budget, most_features, most_units, budget)
        return f"<p>{names}: {letters}</p>{grid}{found}"

    more = changed(backwards, most_budget=most_budget, most_features=most_features, most_units=most_units)
    letters_of_it = [*near.values()]
    return Backwards("backwards", [limit, kinds], body, limit.size, more=more, still=still, derived=letters_of_it)


def _exact(place: tuple[int, int], over: Any) -> str:
    """A pair of features and units, where its count is the budget."""
    return when(over + 1, when(1 - over, f" ({place[0]}, {place[1]})"))


def _nearest(limit: Whole, near: dict[str, Derived]) -> str:
    """What is said where no layer of the grid meets the budget."""
    below, above = near["below"].letter, near["above"].letter
    said = {"budget": f"<strong>{limit.size:,}</strong>", "below": f"{below:,}", "above": f"{above:,}"}
    both = when(below, sentence("nearest", **said), sentence("nearest above", **said))
    return when(above, both, sentence("nearest below", **said))


def _formula(kind: Any) -> str:
    return in_letters(kind(letter("u")).weights((None, letter("f"))))
