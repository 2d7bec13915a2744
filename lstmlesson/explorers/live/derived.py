"""Letters that no control sets: worked out of polynomials by a function that the page knows too, for display alone.

`live.js` has the same functions under the same names; a count is never made of them.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lstmlesson.law.polynomials import Limits, Polynomial, as_polynomial, letter
from lstmlesson.mistakes.near_misses import LARGEST_FACTOR


def _reach(*values: float) -> float:
    """A whole number that no value passes, at least 1: how far an axis goes."""
    return max(1, *(math.ceil(abs(value)) for value in values))


def _below(limit: float, *values: float) -> float:
    return max((value for value in values if value < limit), default=0)


def _above(limit: float, *values: float) -> float:
    return min((value for value in values if value > limit), default=0)


def _equal(limit: float, *values: float) -> float:
    return sum(value == limit for value in values)


def _times(one: float, other: float) -> float:
    """How many times as large one whole number is as another; 0 where that is no whole number worth saying."""
    factor = one / other if other and one % other == 0 else 0
    return int(factor) if 1 < factor <= LARGEST_FACTOR else 0


def _digits(one: float, other: float) -> float:
    """Whether two whole numbers have the same digits in another order."""
    return int(one != other and sorted(str(one)) == sorted(str(other)))


def _hundredth(value: float) -> float:
    return value / 100


FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "tanh": math.tanh,
    "hundredth": _hundredth,
    "reach": _reach,
    "below": _below,
    "above": _above,
    "equal": _equal,
    "times": _times,
    "digits": _digits,
}


@dataclass(frozen=True)
class Derived:
    """A letter and how it is worked out: a function of FUNCTIONS, and the polynomials that it takes.

    >>> u = letter("u", 1, 8)
    >>> Derived("near", "below", [10 + 0 * u, 4 * u, 3 * u], (0, 32)).value({"u": 3})         # of 12 and 9
    9
    """

    name: str
    function: str
    takes: Sequence[Any]
    limits: Limits

    @property
    def letter(self) -> Polynomial:
        return letter(self.name, *self.limits)

    def value(self, letters: Mapping[str, Any]) -> Any:
        """What the letter is, for values of the others."""
        return FUNCTIONS[self.function](*(as_polynomial(one)(**letters) for one in self.takes))

    def travelling(self) -> list[Any]:
        """What the page must know of it."""
        return [self.name, self.function, [as_polynomial(one).data() for one in self.takes]]
