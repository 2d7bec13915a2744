"""The one solver: polynomials that must have given values, and the positive whole numbers that make them so.

What a layer declares in letters is a sum of terms that only grow with each letter. So an equation in one letter has at
most one solution, found by halving; and a letter that stands in every term divides the value, so only its divisors are
tried. Everything is exact.
"""

from collections.abc import Iterator, Sequence

from lstmlesson.law.polynomials import Polynomial

# A polynomial and the value that it must have.
Equation = tuple[Polynomial, int]
# Where neither rule helps, a letter is tried up to here.
MOST_TRIED = 16
# A divisor is searched for up to here, and with it its partner: whole for numbers up to the square of this.
LARGEST_DIVISOR = 1_000_000


def solutions(
    equations: Sequence[Equation], largest: int = LARGEST_DIVISOR, first: str = ""
) -> Iterator[dict[str, int]]:
    """Every choice of whole numbers for the letters with which each polynomial has its value; the smallest first.

    largest: how far a divisor is searched for. first: the letter that is tried first, where several would do.

    >>> from lstmlesson.law.polynomials import letter
    >>> f, u = letter("f"), letter("u")
    >>> list(solutions([(4 * f * u + 4 * u * u + 4 * u, 48)]))               # 4u(f + u + 1) = 48
    [{'u': 1, 'f': 10}, {'u': 2, 'f': 3}]
    >>> list(solutions([(4 * f * u + 4 * u * u + 4 * u, 48), (2 * u, 4)]))     # the second equation leaves one u
    [{'u': 2, 'f': 3}]
    """
    open_ones = []
    for polynomial, value in equations:
        if names_in(polynomial):
            open_ones.append((polynomial, value))
        elif polynomial != value:
            return
    if not open_ones:
        yield {}
        return
    name, numbers = _next_letter(open_ones, largest, first)
    for number in numbers:
        rest = [(polynomial.at(**{name: number}), value) for polynomial, value in open_ones]
        for others in solutions(rest, largest, first):
            yield {name: number, **others}


def names_in(polynomial: Polynomial) -> set[str]:
    """The letters of a polynomial."""
    return {name for letters in polynomial.terms for name in letters}


def _next_letter(equations: list[Equation], largest: int, first: str) -> tuple[str, Sequence[int] | Iterator[int]]:
    """The letter to settle next, with the numbers that it may be: one that an equation leaves alone comes first."""
    for polynomial, value in equations:
        names = names_in(polynomial)
        if len(names) == 1:
            name = names.pop()
            return name, _root(polynomial, value, name)
    for polynomial, value in equations:
        shared = set.intersection(*(set(letters) for letters in polynomial.terms if letters))
        if shared:
            name = first if first in shared else max(shared)
            return name, _divisors_that_fit(polynomial, value, name, largest)
    polynomial, value = equations[0]
    name = max(names_in(polynomial))
    return name, _that_fit(polynomial, value, name, range(1, MOST_TRIED + 1))


def _divisors_that_fit(polynomial: Polynomial, value: int, name: str, largest: int) -> Iterator[int]:
    left = value - polynomial.terms.get((), 0)
    return _that_fit(polynomial, value, name, divisors(left, largest)) if left > 0 else iter(())


def _that_fit(polynomial: Polynomial, value: int, name: str, numbers: Sequence[int]) -> Iterator[int]:
    """The numbers with which the value is not passed already when every other letter is 1; they come in order."""
    ones = polynomial.at(**dict.fromkeys(names_in(polynomial) - {name}, 1))
    for number in numbers:
        if ones(**{name: number}) > value:
            return
        yield number


def _root(polynomial: Polynomial, value: int, name: str) -> Sequence[int]:
    """The one whole number above 0 that gives the value; none where there is none."""
    constant = polynomial.terms.get((), 0)
    if set(polynomial.terms) <= {(), (name,)}:
        number, rest = divmod(value - constant, polynomial.terms[(name,)])
        return [number] if rest == 0 and number > 0 else []
    number = largest_within(polynomial, value, name)
    return [number] if number > 0 and polynomial(**{name: number}) == value else []


def largest_within(polynomial: Polynomial, value: int, name: str) -> int:
    """The largest number for the one letter of a polynomial that grows with it and stays within a value; 0 for none.

    >>> from lstmlesson.law.polynomials import letter
    >>> largest_within(letter("u") * letter("u"), 99, "u")                   # 9·9 = 81, 10·10 = 100
    9
    """
    low, high = 0, 1
    while polynomial(**{name: high}) <= value:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if polynomial(**{name: middle}) <= value else (low, middle)
    return low


def divisors(number: int, largest: int = LARGEST_DIVISOR) -> list[int]:
    """The divisors of a number in order, as far as prime factors up to `largest` make them.

    >>> divisors(12)
    [1, 2, 3, 4, 6, 12]
    """
    found, factor = [1], 2
    while factor * factor <= number and factor <= largest:
        powers = [1]
        while number % factor == 0:
            number //= factor
            powers.append(powers[-1] * factor)
        found = [one * power for power in powers for one in found]
        factor += 1 if factor == 2 else 2
    if number > 1:
        found += [one * number for one in found]
    return sorted(found)
