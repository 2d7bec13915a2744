"""Letters for sizes, and algebra on the counts they give.

A layer whose sizes are letters gives its count as a sympy expression, from the very same list of weights as the
number; nothing is translated. sympy reorders what it is given, so the formula as taught is read off the list.
"""

from typing import Any, NamedTuple

import sympy

from lstmlesson.law import weights as law
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.public import offered
from lstmlesson.law.weights import Weight

__all__ = ["B", "Formula", "T", "f", "formula", "letter", "u"]

__dir__ = offered(__all__)


def letter(name: str) -> sympy.Symbol:
    """A letter for a size: a positive whole number that is not known yet.

    >>> letter("v").is_integer, letter("v").is_positive
    (True, True)
    """
    return sympy.Symbol(name, integer=True, positive=True)


# features, units, timesteps, samples in a batch
f, u, T, B = map(letter, "fuTB")


class Formula(NamedTuple):
    """The count of a layer or model in letters: as it is taught, and as algebra.

    >>> from lstmlesson import LSTM
    >>> formula(LSTM(u), (T, f)).taught
    '4(f·u + u·u + u)'
    """

    weights: tuple[Weight, ...]

    @property
    def taught(self) -> str:
        """The formula as text, its terms in the order in which the layer declares them."""
        return law.expression(self.weights)

    @property
    def count(self) -> sympy.Expr:
        """The count as a sympy expression."""
        return sympy.sympify(law.count(self.weights))

    @property
    def expanded(self) -> sympy.Expr:
        """The count without brackets."""
        return sympy.expand(self.count)

    @property
    def factored(self) -> sympy.Expr:
        """The count as a product, as far as it is one."""
        return sympy.factor(self.count)

    @property
    def latex(self) -> str:
        """The formula as taught, in LaTeX."""
        text = law.expression(self.weights, lambda weight: "·".join(map(sympy.latex, weight.shape)) or "1")
        return text.replace("·", r" \cdot ")

    def derivative(self, size: sympy.Symbol) -> sympy.Expr:
        """How fast the count grows with one size; 0 for a size that is not in it.

        >>> from lstmlesson import LSTM
        >>> formula(LSTM(u), (T, f)).derivative(T)
        0
        """
        return sympy.expand(sympy.diff(self.count, size))

    def steps(self, sizes: dict[sympy.Symbol, int]) -> list[str]:
        """The formula in letters, then with numbers put in, then worked out line by line.

        Raises: ValueError that names the letters that were given no number.

        >>> from lstmlesson import LSTM
        >>> formula(LSTM(u), (T, f)).steps({f: 3, u: 2})
        ['4(f·u + u·u + u)', '4(3·2 + 2·2 + 2)', '4(6 + 4 + 2)', '4·12', '48']
        """
        numbers = [
            weight._replace(shape=tuple(_number(size, sizes) for size in weight.shape)) for weight in self.weights
        ]
        lines = law.steps(numbers)
        return lines if lines[0] == self.taught else [self.taught, *lines]

    def solutions(self, size: sympy.Symbol, count: int) -> list[Any]:
        """The values of one size for which the formula gives a count; only whole, positive ones where they are numbers.

        >>> from lstmlesson import LSTM
        >>> formula(LSTM(5), (T, f)).solutions(f, 380)
        [13]
        """
        found = sympy.solve(sympy.Eq(self.count, count), size)
        return [value for value in found if value.free_symbols or (value.is_Integer and value > 0)]

    def _repr_latex_(self) -> str:
        return f"${self.latex}$"

    def __repr__(self) -> str:
        return self.taught


def formula(thing: Declaration, input_shape: Any = None) -> Formula:
    """The formula of a layer on an input shape, or of what knows its input, such as a model.

    >>> from lstmlesson import GRU
    >>> formula(GRU(u), (T, f))
    3(f·u + u·u + 2·u)
    """
    return Formula(tuple(thing.weights(input_shape)))


def _number(size: Any, sizes: dict[sympy.Symbol, int]) -> int:
    value = sympy.sympify(size).subs(sizes)
    if value.free_symbols:
        left = ", ".join(sorted(map(str, value.free_symbols)))
        raise ValueError(f"{size}: {left} is still a letter; expected a number for it, as in {{{left}: 3}}")
    if not (value.is_Integer and value > 0):
        raise ValueError(f"{size} becomes {value}; expected positive whole numbers")
    return int(value)
