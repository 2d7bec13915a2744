"""Why does PyTorch say 56? The same LSTM as different sources write it, and what each has more or less than Keras."""

from typing import Any

from lstmlesson import pytorch
from lstmlesson.explorers.live.controls import Whole
from lstmlesson.explorers.live.explorer import Explorer, changed
from lstmlesson.language import sentence, word
from lstmlesson.law.polynomials import letter
from lstmlesson.law.sizes import Size, checked, shown
from lstmlesson.law.weights import Weight, count
from lstmlesson.layers import GRU, LSTM, Bidirectional, LSTMCell
from lstmlesson.views.document import by_sign, escape
from lstmlesson.views.document.tables import line, table
from lstmlesson.views.formula import html, in_letters
from lstmlesson.views.pictures.bar_chart import Bar, bars, compared
from lstmlesson.views.pictures.bar_lines import bar_table, track

KERAS = "Keras LSTM"  # with which the others are compared


def dialects(
    features: int = 3,
    units: int = 2,
    *,
    proj_size: int = 1,
    most_features: int = 8,
    most_units: int = 8,
) -> Explorer:
    """The counts of Keras, PyTorch, cuDNN, peepholes, projection, two directions and GRU beside Keras' LSTM.

    Controls: features; units, which are more than proj_size, as PyTorch demands.
    Raises: TypeError or ValueError for sizes and limits that cannot be.

    >>> dialects(features=3, units=2)                         # 4(3·2 + 2·2 + 2), which the others are compared with
    dialects(features=3, units=2): 48
    """
    f = Whole("features", features, highest=most_features)
    u = Whole("units", units, lowest=checked(proj_size, "proj_size") + 1, highest=most_units)
    lists = declared(f.size, u.size, proj_size)
    keras = LSTM(u.size).count((None, f.size))
    said = sentence("dialects sentence", units=u.scrub(), features=f.scrub())
    rows = [_row(name, weights, keras) for name, weights in lists.items()]
    header = [word("dialect"), word("in letters"), word("to scale"), word("numbers")]
    key = "".join(
        f'<span class="lm-{look}">{word(name)}</span>' for look, name in (("over", "more"), ("ghost", "less"))
    )
    body = (
        f'<p class="lm-title">{word("dialects title")}</p><div class="lm-head"><p class="lm-total">{keras:,}</p>'
        f'<p class="lm-say">{said}</p></div>{bar_table(header, rows, 2 * keras)}<p class="lm-key lm-quiet">{key}</p>'
    )
    more = changed(dialects, proj_size=proj_size, most_features=most_features, most_units=most_units)
    return Explorer(
        "dialects", [f, u], body, keras, more=more, still=lambda features, units: _still(features, units, proj_size)
    )


def _row(name: str, weights: list[Weight], keras: Any) -> list[str]:
    """A dialect: its name, what it has more or less in letters, its bar, and its count."""
    number = count(weights)
    more = number - keras
    letters = in_letters(weights) if name == KERAS else _letters(more)
    signed = by_sign(more, f"+{more:,}", "", f"\N{MINUS SIGN}{-more:,}")
    compact = f'<b>{number:,}</b> <small class="lm-quiet">{signed}</small>'
    return [escape(name), f'<span class="lm-letters">{letters}</span>', track(compared(number, keras)), compact]


def _still(features: int, units: int, proj_size: int) -> str:
    """The same where nothing answers: bars, and the formulas in letters."""
    lists, letters = (
        declared(features, units, proj_size),
        declared(letter("f"), letter("u", proj_size + 1), proj_size),
    )
    keras, in_general = count(lists[KERAS]), count(letters[KERAS])
    rows = [_bar(name, count(weights), keras) for name, weights in lists.items()]
    lines = [
        line([escape(name), in_letters(weights) if name == KERAS else _letters(count(weights) - in_general)])
        for name, weights in letters.items()
    ]
    return (
        f"<p>{word('more and less')}</p>" + bars(rows, 2 * keras) + table([word("dialect"), word("in letters")], lines)
    )


def declared(features: Size, units: Size, proj_size: Size) -> dict[str, list[Weight]]:
    """Each dialect's list of weights, by its name; Keras' LSTM first.

    >>> {name: count(weights) for name, weights in declared(3, 2, 1).items()}["PyTorch LSTM"]    # 4(2·3 + 2·2 + 2 + 2)
    56
    """
    shape = (None, features)
    return {
        KERAS: LSTM(units).weights(shape),
        "PyTorch LSTM": pytorch.LSTM(features, units).weights(),
        "CuDNNLSTM": with_cudnn(features, units),
        word("with peepholes"): with_peepholes(features, units),
        f"PyTorch, proj_size={proj_size}": pytorch.LSTM(features, units, proj_size=proj_size).weights(),
        "Bidirectional(LSTM)": Bidirectional(LSTM(units)).weights(shape),
        "Keras GRU": GRU(units).weights(shape),
        word("without reset_after"): GRU(units, reset_after=False).weights(shape),
    }


def with_cudnn(features: Size, units: Size) -> list[Weight]:
    """An LSTM as cuDNN stores it: a bias for each of the two kernels.

    Source: keras.layers.CuDNNLSTM of Keras 2.3.1, whose bias has the shape (8·units,).

    >>> count(with_cudnn(3, 2))                               # 4(3·2 + 2·2 + 2·2)
    56
    """
    bare = LSTM(units, use_bias=False).weights((None, features))
    return [*bare, Weight("bias", (2, units), LSTMCell.gates)]


def with_peepholes(features: Size, units: Size) -> list[Weight]:
    """An LSTM whose input, forget and output gate also see the cell state, each unit its own: a diagonal.

    Source: Gers and Schmidhuber, Recurrent Nets that Time and Count, 2000.

    >>> count(with_peepholes(3, 2))                           # 4(3·2 + 2·2 + 2) + 3·2
    54
    """
    seeing = tuple(gate for gate in LSTMCell.gates if gate != "cell")
    return [*LSTM(units).weights((None, features)), Weight("peepholes", (units,), seeing)]


def _bar(name: str, number: Any, keras: Any) -> Bar:
    more = number - keras
    said = by_sign(more, f"+{more:,}", "", f"−{-more:,}")
    return Bar(escape(name), number, f'{number:,} <tspan font-weight="bold">{said}</tspan>', compared(number, keras))


def _letters(difference: Any) -> str:
    """A difference as HTML, its sign in front: + 4·u, or − f·u."""
    text = shown(difference).strip("()")
    sign = "−" if text.startswith("-") else "+"
    return f"{sign} {html(text.removeprefix('-').replace('-', '−'))}"
