"""A sum of terms, each a whole number times some letters; and the hole that it leaves in a text."""

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lstmlesson.law.limits import Letters, Limits, ends, together

# A number that is not known yet leaves a hole in a text. Its edges are private-use characters of Unicode, which no
# font and no keyboard has; `lstmlesson.views.document` fills holes, and keeps these characters out of foreign text.
HOLE_START, HOLE_END = "\ue000", "\ue001"


def letter(name: str, lowest: int = 1, highest: float = math.inf) -> "Polynomial":
    """A letter that stands for a whole number from lowest to highest.

    Raises: ValueError for a name that is no Python name, or limits in the wrong order.

    >>> letter("u", 1, 8) * 4 + 1
    4*u + 1
    """
    if not isinstance(name, str) or not name.isidentifier():
        raise ValueError(f"letter name {name!r}: expected a name such as 'u'")
    if lowest > highest:
        raise ValueError(f"letter {name}: limits {lowest} to {highest}; expected the lower one first")
    return Polynomial({(name,): 1}, {name: (lowest, highest)})


class Polynomial:
    """A sum of terms, each a whole number times some letters. An operation makes a new one; none is ever changed.

    It says of itself that it is whole and, where its letters' limits make it so, positive; `lstmlesson.law.sizes` lets
    in whatever says so. Called with a value for each letter it gives a whole number, exact however large.
    """

    __slots__ = ("limits", "terms")

    def __init__(self, terms: Mapping[Letters, int], limits: Mapping[str, Limits]) -> None:
        self.terms = {letters: factor for letters, factor in terms.items() if factor}
        self.limits = dict(limits)

    # As a size.

    is_integer = True

    @property
    def is_positive(self) -> bool:
        """Whether its limits keep it above zero."""
        return self.lowest > 0

    # Arithmetic.

    def __add__(self, other: Any) -> "Polynomial":
        other = as_polynomial(other)
        if other is NotImplemented:
            return NotImplemented
        terms = Counter(self.terms)
        for letters, factor in other.terms.items():
            terms[letters] += factor
        return Polynomial(terms, together(self.limits, other.limits))

    def __mul__(self, other: Any) -> "Polynomial":
        other = as_polynomial(other)
        if other is NotImplemented:
            return NotImplemented
        terms: Counter[Letters] = Counter()
        for ours, first in self.terms.items():
            for theirs, second in other.terms.items():
                terms[tuple(sorted(ours + theirs))] += first * second
        return Polynomial(terms, together(self.limits, other.limits))

    def __pow__(self, exponent: int) -> "Polynomial":
        return math.prod([self] * exponent, start=as_polynomial(1))

    def __neg__(self) -> "Polynomial":
        return self * -1

    def __sub__(self, other: Any) -> "Polynomial":
        other = as_polynomial(other)
        return NotImplemented if other is NotImplemented else self + -other

    def __rsub__(self, other: Any) -> "Polynomial":
        return -self + other

    __radd__, __rmul__ = __add__, __mul__

    def __floordiv__(self, divisor: int) -> "Polynomial":
        """The exact quotient by a whole number; one that leaves a rest is refused."""
        if any(factor % divisor for factor in self.terms.values()):
            raise ValueError(
                f"({self}) // {divisor} leaves a rest; expected every factor to be a multiple of {divisor}"
            )
        return Polynomial({letters: factor // divisor for letters, factor in self.terms.items()}, self.limits)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, int) and not isinstance(other, bool):
            return self.terms == as_polynomial(other).terms
        return self.terms == other.terms if isinstance(other, Polynomial) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self.terms.items())) if set(self.terms) - {()} else hash(self.terms.get((), 0))

    # Its value, and how far that goes.

    def __call__(self, **values: int) -> int:
        """The value for whole numbers in place of the letters; a letter without one is refused."""
        missing = sorted({name for letters in self.terms for name in letters} - set(values))
        if missing:
            raise ValueError(f"{self}: no value for {', '.join(missing)}; expected one for each letter")
        return sum(
            math.prod((values[name] for name in letters), start=factor) for letters, factor in self.terms.items()
        )

    def at(self, **values: int) -> "Polynomial":
        """The polynomial with whole numbers in place of some of its letters.

        >>> (4 * letter("f") * letter("u") + 4 * letter("u")).at(u=2)
        8*f + 8
        """
        terms: dict[Letters, int] = {}
        for letters, factor in self.terms.items():
            left = tuple(name for name in letters if name not in values)
            if len(left) < len(letters):
                factor = math.prod((values[name] for name in letters if name in values), start=factor)
            terms[left] = terms.get(left, 0) + factor
        return Polynomial(terms, self.limits)

    @property
    def lowest(self) -> float:
        """A value that it does not go below, from the limits of its letters."""
        return sum(ends(*term, self.limits)[0] for term in self.terms.items())

    @property
    def highest(self) -> float:
        """A value that it does not go above; infinite where a letter is."""
        return sum(ends(*term, self.limits)[1] for term in self.terms.items())

    @property
    def bound(self) -> float:
        """What neither its value nor any of its partial sums can pass, whatever their sign."""
        return sum(max(map(abs, ends(*term, self.limits))) for term in self.terms.items())

    # As text and as data.

    def __str__(self) -> str:
        text = " + ".join(_term(letters, factor) for letters, factor in self.terms.items()) or "0"
        return text.replace("+ -", "- ")

    __repr__ = __str__

    def __format__(self, how: str) -> str:
        """The algebra, or with "," or "d" (as for a whole number) a hole that waits for the number.

        Where a letter is no whole number, ".2" shows it with two decimals, "~2" does so for a length or for data.
        """
        if not how:
            return str(self)
        if how not in (",", "d") and not (len(how) == 2 and how[0] in ".~" and how[1].isdigit()):
            expected = "',' (53,680), 'd' (53680), '.2' (\N{MINUS SIGN}0.95), '~2' (-0.95) or nothing (the letters)"
            raise ValueError(f"format {how!r} of {self}: expected {expected}")
        return f"{HOLE_START}{how}{json.dumps(self.data(), separators=(',', ':'))}{HOLE_END}"

    def data(self) -> list[list[Any]]:
        """The terms as plain lists: a factor, then its letters. JSON can carry it.

        >>> (4 * letter("u") * letter("u") + 3).data()
        [[4, 'u', 'u'], [3]]
        """
        return [[factor, *letters] for letters, factor in self.terms.items()]


def from_data(data: Sequence[Sequence[Any]], limits: Mapping[str, Limits]) -> Polynomial:
    """The polynomial that `data` wrote down. limits: for each letter its lowest and highest value.

    Raises: ValueError for a letter without limits.

    >>> from_data([[4, "u", "u"], [3]], {"u": (1, 8)}).highest            # 4·8·8 + 3
    259
    """
    terms = {tuple(letters): factor for factor, *letters in data}
    names = {name for letters in terms for name in letters}
    unknown = sorted(names - set(limits))
    if unknown:
        raise ValueError(f"letters {', '.join(unknown)}: no limits are known; expected some of {', '.join(limits)}")
    return Polynomial(terms, {name: limits[name] for name in names})


def as_polynomial(value: Any) -> Any:
    """A whole number as a polynomial without letters; NotImplemented for what is neither."""
    if isinstance(value, Polynomial):
        return value
    return Polynomial({(): value}, {}) if type(value) is int else NotImplemented


def highest(size: Any) -> float:
    """The highest value of a size: a whole number's own, or as far as a polynomial's letters let it go.

    >>> highest(7), highest(letter("u", 1, 8) * 4)
    (7, 32)
    """
    return size.highest if isinstance(size, Polynomial) else int(size)


def choose(letter: Any, one: Any, zero: Any) -> Any:
    """`one` where a letter is 1, `zero` where it is 0.

    >>> choose(letter("b", 0, 1), 48, 40)
    8*b + 40
    """
    return letter * (one - zero) + zero


def _term(letters: Iterable[str], factor: int) -> str:
    powers = Counter(letters)
    names = "*".join(name if power == 1 else f"{name}**{power}" for name, power in powers.items())
    if not names:
        return str(factor)
    return names if factor == 1 else f"-{names}" if factor == -1 else f"{factor}*{names}"
