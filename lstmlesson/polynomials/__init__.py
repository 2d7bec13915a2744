"""Whole-number polynomials in named letters: a count before its sizes are known, exactly.

Every count in this package is a sum of products of sizes. A letter made here is accepted as a size by every layer,
so the layer's own declaration gives the polynomial, and there is no second formula. A polynomial can be written
down as plain data, which is how a count travels to a web page that computes it again while a slider moves.

>>> from lstmlesson import LSTM
>>> f, u = letter("f"), letter("u")
>>> LSTM(u).count((None, f))
4*f*u + 4*u**2 + 4*u
>>> LSTM(u).count((None, f))(f=3, u=2)                        # 4·3·2 + 4·2·2 + 4·2
48
"""

from lstmlesson.polynomials.limits import Limits
from lstmlesson.polynomials.polynomial import (
    HOLE_END,
    HOLE_START,
    Polynomial,
    as_polynomial,
    choose,
    from_data,
    highest,
    letter,
)

__all__ = [
    "HOLE_END",
    "HOLE_START",
    "Limits",
    "Polynomial",
    "as_polynomial",
    "choose",
    "from_data",
    "highest",
    "letter",
]
