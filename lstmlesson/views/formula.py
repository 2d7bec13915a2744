"""Formulas as HTML that every page shows: letters in italics, powers raised, numbers as they are."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from lstmlesson.language import label, word
from lstmlesson.law.weights import ONE_BLOCK, Weight, block, count, expression
from lstmlesson.views.document import escape
from lstmlesson.views.document.tables import line, table
from lstmlesson.views.pictures.blocks.block_plane import PATTERNS, label_of, part
from lstmlesson.views.pictures.blocks.weight_bands import letter_of, name_of, stored_shape
from lstmlesson.views.pictures.drawing import gate_colour, gate_letter, hue


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


def band(gates: Iterable[str]) -> str:
    """The hues of some gates side by side, as a gradient of CSS.

    >>> band(["input", "output"])
    'linear-gradient(90deg,var(--lm-input) 0 50%,var(--lm-output) 0 100%)'
    """
    every = list(gates)
    stops = [f"{gate_colour(gate)} 0 {100 * at // len(every)}%" for at, gate in enumerate(every, 1)]
    return f"linear-gradient(90deg,{','.join(stops)})"


def in_terms(weights: Sequence[Weight], letters: bool = False) -> str:
    """The formula whose terms are small pictures of their rows and light them: in letters, or with numbers and count.

    Where nothing answers, `in_letters` and `equation` say the same.
    """
    term = _letters_term if letters else _numbers_term
    pieces = re.split("(<button.*?</button>)", expression(weights, term))
    formula = "".join(piece if at % 2 else _between(piece) for at, piece in enumerate(pieces))
    gates = max((weight.gates for weight in weights), key=len, default=ONE_BLOCK)
    equals = '<span class="lm-op">=</span> '
    result = "" if letters else f" <span>{equals}<b>{count(weights):,}</b></span>"
    return f'<span style="--lm-band:{band(gates)}">{formula}</span>{result}'


def _letters_term(weight: Weight) -> str:
    return _term(weight, html(block(weight)))


def _numbers_term(weight: Weight) -> str:
    return _term(weight, block(weight._replace(shape=tuple(map(_Number, weight.shape)))))


def _term(weight: Weight, content: str) -> str:
    words = f"{label_of(weight)}: {re.sub('<.*?>', '', content)}"
    kind = PATTERNS[letter_of(weight)]
    return (
        f'<button type="button" class="lm-term lm-{kind}" data-part="{escape(part(weight))}" '
        f'aria-label="{words}">{content}</button>'
    )


def _between(text: str) -> str:
    """What stands between terms: signs, brackets, and the number of gates, which is a term of all hues."""
    gates = re.sub(r"(\d+)(?=\()", r'<span class="lm-term lm-w">\1</span>', text)
    return re.sub(r" ?([()+·]) ?(?![^<]*>)", r'<span class="lm-op">\1</span>', gates)


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
    gates = many + " ".join(gate_letter(gate) or label(gate) for gate in weight.gates)
    block = stored_shape(weight._replace(gates=ONE_BLOCK), -1)
    name = name_of(weight) if weight.trainable else f"{name_of(weight)} ({word('weight not trained')})"
    return line([escape(name), block, escape(gates), f"{weight.size:,}"], right=(3,))


def rows_table(weights: Sequence[Weight], rows: Sequence[Weight] = ()) -> str:
    """The same table on a page that answers: letters, chips for the gates, and rows that light what they are about.

    rows: weights that have a row in any case, also where this layer has none of them.
    """
    header = [word(name) for name in ("weight", "shape of one block", "gates", "numbers")]
    same = {letter_of(weight): weight for weight in weights}
    every = [same.get(letter_of(row), row._replace(gates=())) for row in rows] if rows else weights
    lines = [_row(weight) for weight in every]
    return table(header, lines).replace("<table", '<table class="lm-wide"', 1)


def _row(weight: Weight) -> str:
    attributes = f'data-part="{escape(part(weight))}"' if weight.gates else 'class="lm-quiet"'
    name = f'<b>{letter_of(weight)}</b> <span class="lm-quiet">{escape(label_of(weight))}</span>'
    shape = " × ".join(f"{size:d}" for size in (weight.shape if len(weight.shape) > 1 else (1, *weight.shape)))
    chips = " ".join(chip(gate) for gate in weight.gates)
    cells = [name, shape if weight.gates else word("none"), chips, f"{weight.size:,}" if weight.gates else "0"]
    return line(cells, right=(3,)).replace("<tr>", f"<tr {attributes}>", 1)


def chip(gate: str) -> str:
    """A gate as its letter on its hue; a 1 where there are no gates."""
    return f'<span class="lm-gate lm-hue{hue(gate)}">{escape(gate_letter(gate))}</span>' if gate_letter(gate) else "1"
