"""Why 48 here and 32 there? Two entries of a shape, read in three ways: only one weight ever changes."""

from typing import Any

from lstmlesson.explorers.live.controls import Whole
from lstmlesson.explorers.live.explorer import Explorer, changed
from lstmlesson.language import label, sentence, word
from lstmlesson.law.sizes import Size
from lstmlesson.law.weights import count
from lstmlesson.layers import LSTM
from lstmlesson.views.document.tables import line, table
from lstmlesson.views.formula import in_terms
from lstmlesson.views.pictures.blocks.block_plane import height, part
from lstmlesson.views.pictures.blocks.board import on_board
from lstmlesson.views.pictures.blocks.weight_bands import letter_of
from lstmlesson.views.pictures.data_cutting import cutting


def input_shape(first: int = 3, second: int = 1, units: int = 2, *, most: int = 12) -> Explorer:
    """The shape (first, second) as Keras reads it, the other way round, and its first entry as the old input_dim.

    >>> input_shape(first=3, second=1, units=2)              # 3 timesteps of 1 feature: 4(1·2 + 2·2 + 2)
    input_shape(first=3, second=1, units=2): 32
    """
    one = Whole("first", first, word("first entry"), highest=most, symbol="first")
    two = Whole("second", second, word("second entry"), highest=most, symbol="second")
    u = Whole("units", units, highest=most)
    weights = LSTM(u.size).weights((one.size, two.size))
    kernel, recurrent, bias = weights
    shape = {"first": _part("data", one.scrub()), "second": _part(part(kernel), two.scrub())}
    said = sentence("shape sentence", units=u.scrub(), **shape)
    stays = sentence(
        "shape stays", u=f"{recurrent.size:,}", b=f"{bias.size:,}", first=f"{one.size:d}", second=f"{two.size:d}"
    )
    both = _side("keras reads", one.size, two.size, u.size) + _side("other way", two.size, one.size, u.size)
    body = (
        f'<p class="lm-title">{word("shape title")}</p><p class="lm-say">{said}</p>'
        f'<div class="lm-two lm-apart">{both}</div>'
        f'<div class="lm-note"><p>{stays}</p></div>{_table(one.size, two.size, u.size)}'
    )
    more = changed(input_shape, most=most)
    return Explorer("input_shape", [one, two, u], body, count(weights), more=more, still=_still)


def _part(name: str, content: str) -> str:
    return f'<span data-part="{name}">{content}</span>'


def _side(reading: str, timesteps: Any, features: Any, units: Any) -> str:
    """One of two readings: its count, its sum, the data and the blocks. The board has room for either of them."""
    weights, other = LSTM(units).weights((timesteps, features)), LSTM(units).weights((features, timesteps))
    tall = f"max({height(weights):d},{height(other):d})"
    told = sentence("shape reading", timesteps=f"{timesteps:,}", features=f"{features:,}")
    wide = f"{4 * units:d} + max({timesteps:d},{features:d})"
    size = "lm-total" if reading == "keras reads" else "lm-second"
    return (
        f'<div><p class="{size}">{count(weights):,}</p><p class="lm-side">{word(reading)}</p>'
        f'<p class="lm-quiet">{told}</p><div class="lm-formula">{in_terms(weights)}</div>'
        f"{on_board(weights, told, wide, tall, (timesteps, features), room=240)}</div>"
    )


def _table(first: Any, second: Any, units: Any) -> str:
    """The three readings, and what each weight holds in them."""
    readings = {
        "as keras reads it": (f"({first:d}, {second:d})", second),
        "the other way round": (f"({second:d}, {first:d})", first),
        "as input_dim": (f"(None, {first:d})", first),
    }
    weights = LSTM(units).weights((first, second))
    names = [f'{letter_of(weight)} <span class="lm-far">{label(weight.name)}</span>' for weight in weights]
    header = [word("reading"), word("shape"), *names, word("total")]
    return table(header, [_line(word(name), shape, size, units) for name, (shape, size) in readings.items()])


def _line(reading: str, shape: str, features: Size, units: Any) -> str:
    """One reading as a line of the table: the numbers of each weight, and of all."""
    weights = LSTM(units).weights((None, features))
    numbers = [_part(part(weight), f"{weight.size:,}") for weight in weights]
    return line([reading, shape, *numbers, f"<strong>{count(weights):,}</strong>"], right=(2, 3, 4, 5))


def _still(first: int, second: int, units: int) -> str:
    """The same where nothing answers."""
    return cutting(1, first, second) + _table(first, second, units)
