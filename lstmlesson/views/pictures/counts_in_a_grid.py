"""Counts of a layer in a grid of features by units, each on its side of a budget.

What is above is hatched, what meets the budget is framed and bold, so that no colour speaks alone.
"""

from collections.abc import Callable
from typing import Any

from lstmlesson.language import word

Count = Callable[[int, int], Any]


def count_table(count: Count, features: int, units: int, budget: Any) -> str:
    """A table: a column for each number of features, a row for each number of units, a count in each place.

    >>> count_table(lambda f, u: f + u, 2, 1, 2).count("<td style")
    2
    """
    heads = "".join(f'<th scope="col">{f}</th>' for f in range(1, features + 1))
    rows = "".join(_row(count, features, u, budget) for u in range(1, units + 1))
    key = "".join(f'<span class="lm-{name}">{word(name)}</span>' for name in ("below", "exactly", "above"))
    across = f'<tr><td></td><th scope="colgroup" colspan="{features}">{word("features")}</th></tr>'
    return (
        f'<table class="lm-wide lm-counts"><thead>{across}<tr><th scope="col">{word("units")}</th>{heads}</tr></thead>'
        f'<tbody>{rows}</tbody></table><p class="lm-key lm-quiet">{key}</p>'
    )


def _row(count: Count, features: int, units: int, budget: Any) -> str:
    cells = [count(f, units) for f in range(1, features + 1)]
    return f'<tr><th scope="row">{units}</th>{"".join(_cell(number, number - budget) for number in cells)}</tr>'


def _cell(number: Any, over: Any) -> str:
    """A count, and how far it lies above the budget, from which CSS makes its look."""
    return f'<td style="--lm-over:{over:d}"><span>{number:,}</span></td>'
