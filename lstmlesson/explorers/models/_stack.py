"""Why is the second LSTM smaller, and when is it larger? Two LSTMs and a Dense layer, and the shapes between them."""

from typing import Any

from lstmlesson.explorers.live.controls import Check, Whole
from lstmlesson.explorers.live.explorer import Explorer, changed
from lstmlesson.language import sentence, word
from lstmlesson.law.polynomials import choose
from lstmlesson.law.sizes import written
from lstmlesson.layers import LSTM, Dense, Layer
from lstmlesson.views.document import escape, when
from lstmlesson.views.document.tables import line, table
from lstmlesson.views.formula import equation, in_terms
from lstmlesson.views.pictures.blocks.passing import Passing, passed_on
from lstmlesson.views.pictures.layer_chain import Link, chain


def stack(
    features: int = 13,
    first: int = 5,
    second: int = 5,
    outputs: int = 1,
    timesteps: int = 10,
    *,
    sequences_first: bool = True,
    sequences_second: bool = True,
    most: int = 32,
) -> Explorer:
    """Two LSTMs in a row and a Dense layer. Controls: the data, units of each layer, return_sequences of both LSTMs.

    Where the first LSTM returns no sequence the second cannot be: what is wrong stands there, and there is no count.

    >>> stack(features=13, first=5, second=5)                # 380 + 220 + 6
    stack(timesteps=10, features=13, first=5, sequences_first=True, second=5, sequences_second=True, outputs=1): 606
    """
    steps = Whole("timesteps", timesteps, highest=most, symbol="T")
    data = Whole("features", features, highest=most)
    one = Whole("first", first, highest=most, symbol="units_first")
    two = Whole("second", second, highest=most, symbol="units_second")
    out = Whole("outputs", outputs, highest=most)
    passes, all_of_them = Check("sequences_first", sequences_first), Check("sequences_second", sequences_second)

    def shown(first_passes: bool, second_passes: bool) -> str:
        layers = every(one.size, two.size, out.size, first_passes, second_passes)
        return _shown(layers, (steps.size, data.size))

    total = choose(passes.on, _count(every(one.size, two.size, out.size), (steps.size, data.size)), 0)
    both = when(all_of_them.on, shown(True, True), shown(True, False))
    neither = when(all_of_them.on, shown(False, True), shown(False, False))
    sizes = {
        "timesteps": _part("handed", steps.scrub()),
        "features": _part(_blocks("lstm-kernel"), data.scrub()),
        "first": _part(_blocks("lstm-kernel lstm-recurrent_kernel lstm-bias lstm_1-kernel"), one.scrub()),
        "second": _part(_blocks("lstm_1-kernel lstm_1-recurrent_kernel lstm_1-bias dense-kernel"), two.scrub()),
        "outputs": _part("dense-kernel dense-bias", out.scrub()),
    }
    number = when(passes.on, f"{total:,}", "–")
    body = (
        f'<p class="lm-title">{word("stack title")}</p><div class="lm-head"><p class="lm-total">{number}</p>'
        f'<p class="lm-say">{sentence("stack sentence", **sizes)}</p></div>'
        f'<div class="lm-controls">{passes.html()}{all_of_them.html()}</div>{when(passes.on, both, neither)}'
    )
    more = changed(stack, most=most)
    return Explorer("stack", [steps, data, one, passes, two, all_of_them, out], body, total, more=more, still=_still)


Named = list[tuple[str, Layer]]


def every(first: Any, second: Any, outputs: Any, first_passes: bool = True, second_passes: bool = True) -> Named:
    """The three layers by the names that Keras gives them."""
    return [
        ("lstm", LSTM(first, return_sequences=first_passes)),
        ("lstm_1", LSTM(second, return_sequences=second_passes)),
        ("dense", Dense(outputs)),
    ]


def _part(names: str, content: str) -> str:
    return f'<span data-part="{names}">{content}</span>'


def _blocks(names: str) -> str:
    """Some weights with all of their gates."""
    return f"{names} gate-1 gate-2 gate-3 gate-4"


def _shown(layers: Named, start: Any) -> str:
    """The picture, what there is to say, and the table; behind a layer that cannot be, nothing follows."""
    links, lines, shape, is_refused = [], [], start, False
    for name, layer in layers:
        title = f'{escape(name)} <span class="lm-quiet">({type(layer).__name__})</span>'
        # What a layer would hold does not depend on the timesteps, so it can be drawn where it cannot be, too.
        would = [one._replace(part=name) for one in layer.weights((*start[:1], shape[-1]))]
        is_refused = is_refused or (isinstance(layer, LSTM) and len(shape) == 1)
        if is_refused:
            links.append(Passing(name, would, "", can_be=False))
            lines.append(line([title, word("cannot be"), ""]))
            shape = (layer.units,)
        else:
            shape = layer.output_shape(shape)
            links.append(Passing(name, would, _text(shape)))
            lines.append(line([title, _text(shape), f'<span class="lm-formula">{in_terms(would)}</span>']))
    header = [word("layer"), word("output shape"), word("numbers")]
    note = _refused(layers, start) if is_refused else _noted(layers)
    rows = table(header, lines).replace("<table", '<table class="lm-wide lm-sums"', 1)
    return f"{passed_on(_text(start), links)}{note}{rows}"


def _noted(layers: Named) -> str:
    (_, first), (_, second), _ = layers
    sizes = {"first": f"{first.units:,}", "second": f"{second.units:,}"}
    return f'<div class="lm-note lm-tall"><p>{sentence("stack feeds", **sizes)}</p></div>'


def _refused(layers: Named, start: Any) -> str:
    """Why the second layer cannot be, with its numbers, and both lines that mend it."""
    (_, first), *_ = layers
    given = f"{first.units:d}"
    said = sentence("stack refused", shape=f"(None, {given})", units=given, timesteps=f"{start[0]:d}")
    return f'<div class="lm-note lm-tall" role="status"><p>{said}</p></div>'


def _still(
    timesteps: int,
    features: int,
    first: int,
    sequences_first: bool,
    second: int,
    sequences_second: bool,
    outputs: int,
) -> str:
    """The same where nothing answers: the chain of layers, and the rows with their sums."""
    layers, start = every(first, second, outputs, sequences_first, sequences_second), (timesteps, features)
    links, lines, shape = [Link(word("data"), features, _text(start))], [], start
    for name, layer in layers if sequences_first else layers[:1]:
        weights, shape = layer.weights(shape), layer.output_shape(shape)
        links.append(Link(f"{name} ({type(layer).__name__})", layer.units, _text(shape)))
        lines.append(line([f"{name} ({type(layer).__name__})", _text(shape), equation(weights)]))
    for name, layer in [] if sequences_first else layers[1:]:
        links.append(Link(f"{name} ({type(layer).__name__})", layer.units, "", can_be=False))
        lines.append(line([f"{name} ({type(layer).__name__})", word("cannot be"), ""]))
    if sequences_first:
        lines.append(line([word("total"), "", f"<strong>{_count(layers, start):,}</strong>"]))
    header = [word("layer"), word("output shape"), word("numbers")]
    return chain(links) + table(header, lines) + ("" if sequences_first else _refused(layers, start))


def _count(layers: Named, shape: Any) -> Any:
    total: Any = 0
    for _, layer in layers:
        total, shape = total + layer.count(shape), layer.output_shape(shape)
    return total


def _text(shape: Any) -> str:
    """An output shape as Keras prints it, the batch in front."""
    return written((None, *shape), "{:d}".format)
