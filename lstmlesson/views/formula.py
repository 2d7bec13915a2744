"""Formulas as HTML that every page shows: letters in italics, powers raised, numbers as they are."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from lstmlesson.language import label, word
from lstmlesson.law.weights import ONE_BLOCK, Weight, count, expression
from lstmlesson.views.document import escape, line, table
from lstmlesson.views.pictures.drawing import gate_letter
from lstmlesson.views.pictures.weight_bands import stored_shape


class _Number:
    """A size that a formula writes as its value: a whole number as it is, a polynomial as a hole."""

    def __init__(self, size: Any) -> None:
        self.size = size

    def __str__(self) -> str:
        return format(self.size, ",")


def in_letters(weights: Iterable[Weight]) -> str:
    """The formula of a list of weights whose sizes are letters, as HTML.

    >>> from lstmlesson import LSTM
    >>> from lstmlesson.law.polynomials import letter
    >>> in_letters(LSTM(letter("u")).weights((None, letter("f"))))
    '4(<i>f</i>·<i>u</i> + <i>u</i>·<i>u</i> + <i>u</i>)'
    """
    return html(expression(weights))


def html(text: str) -> str:
    """A formula in plain text as HTML: each name in italics, u^2 with the 2 raised.

    >>> html("4·u^2 + T")
    '4·<i>u</i><sup>2</sup> + <i>T</i>'
    """
    return re.sub(r"\^(\d+)", r"<sup>\1</sup>", re.sub(r"([A-Za-z]\w*)", r"<i>\1</i>", escape(text)))


def in_numbers(weights: Iterable[Weight]) -> str:
    """The same formula with numbers in place of the letters; a number that is not known yet is a hole.

    >>> from lstmlesson import LSTM
    >>> in_numbers(LSTM(2).weights((None, 3)))
    '4(3·2 + 2·2 + 2)'
    """
    return expression([weight._replace(shape=tuple(map(_Number, weight.shape))) for weight in weights])


def equation(weights: Sequence[Weight]) -> str:
    """The formula with numbers and what it comes to, as HTML."""
    return f"{in_numbers(weights)} = <strong>{count(weights):,}</strong>"


def weights_table(weights: Sequence[Weight], caption: str = "") -> str:
    """A list of weights as a table: name, block, gates, numbers; and the total.

    >>> from lstmlesson import LSTM
    >>> "<td style=\\"text-align: right\\">24</td>" in weights_table(LSTM(2).weights((None, 3)))
    True
    """
    header = [word(name) for name in ("weight", "shape of one block", "gates", "numbers")]
    lines = [weight_line(weight) for weight in weights]
    total = line([word("total"), "", "", f"<strong>{count(weights):,}</strong>"], right=(3,))
    return table(header, lines, total, caption)


def weight_line(weight: Weight) -> str:
    """One weight as a line of a table."""
    many = "" if weight.gates == ONE_BLOCK else f"{len(weight.gates)}: "
    gates = many + " ".join(gate_letter(gate) or word(gate) for gate in weight.gates)
    block = stored_shape(weight._replace(gates=ONE_BLOCK), -1)
    return line([escape(label(weight.name)), block, escape(gates), f"{weight.size:,}"], right=(3,))
