"""Where does 18,176 come from? A model's summary whose rows unfold, and whose sizes are numbers in a sentence."""

from collections.abc import Callable, Mapping
from typing import Any

from lstmlesson.explorers.live.controls import Whole
from lstmlesson.explorers.live.explorer import Explorer, Source
from lstmlesson.explorers.live.prediction import Prediction, count_prediction
from lstmlesson.language import sentence, word
from lstmlesson.layers import LSTM, Dense, Dropout, Input, Layer
from lstmlesson.models import Sequential
from lstmlesson.questions.question import code
from lstmlesson.views.document import escape, when
from lstmlesson.views.forms.unfolded_summary import unfolded
from lstmlesson.views.formula import equation
from lstmlesson.views.pictures.blocks.block_picture import blocks
from lstmlesson.views.summary_table import summary as summary_table

# Of so many mistakes the wrong list is drawn beside the right one: a model has many places for one.
PICTURES = 8
# How far a size goes at least; a larger one goes twice as far as it is.
FAR = {"timesteps": 999, "features": 64, "units": 128}


def usual() -> Sequential:
    """The model of the first lesson: 100 timesteps of 6 features, and 6 classes to tell apart."""
    hidden = [LSTM(64, return_sequences=True), Dropout(0.5), LSTM(64), Dense(64), Dense(64)]
    return Sequential([Input((100, 6)), *hidden, Dense(6)])


def summary(
    model: Sequential | None = None,
    *,
    timesteps: int | None = None,
    features: int | None = None,
    units: int | None = None,
    predict: bool = False,
) -> Explorer:
    """A model's summary to take apart. Controls: its sizes, as far as it has them: timesteps, features, units.

    model: a Sequential that has seen its input; without one, that of the first lesson. Layers with the same number of
    units share a control, named units, units_2 and so on; what the last layer gives out stays as it is.
    timesteps, features, units: to begin with others than those of the model. predict: first ask for the total.
    Raises: TypeError for another kind of model, ValueError for sizes that cannot be.

    >>> summary()                                             # 18,176 + 33,024 + 2·4,160 + 390
    summary(timesteps=100, features=6, units=64): 59,910
    """
    given = usual() if model is None else model
    if not isinstance(given, Sequential):
        raise TypeError(f"summary: {given!r}; expected a Sequential, whose layers follow each other")
    asked = {"timesteps": timesteps, "features": features, "units": units}
    sizes = sizes_of(given) | {name: size for name, size in asked.items() if size is not None}
    controls = {name: _control(name, size) for name, size in sizes.items()}
    letters = {name: control.size for name, control in controls.items()}
    alive, begins = with_sizes(given, letters), with_sizes(given, sizes)

    def still(**now: int) -> str:
        there = with_sizes(given, now)
        row = next((one for one in there.rows() if one.weights), None)
        picture = f"<p>{row.name}: {equation(row.weights)}</p>{blocks(row.weights)}" if row else ""
        return f"<p><strong>{there.count():,}</strong> {word('accounted for')}</p>{summary_table(there)}{picture}"

    body = (
        f'<p class="lm-total">{alive.count():,}</p><p class="lm-title">{word("accounted for")}</p>'
        f'<p class="lm-say lm-sizes">{_sentences(given, sizes, controls)}</p>'
        f'<p class="lm-note" aria-live="polite">{_note(alive, sizes, controls)}</p>'
        f"{unfolded(alive, begins.rows())}"
    )
    more = {} if model is None else {"model": Source("model")}
    question = _asked(begins) if predict else None
    return Explorer("summary", list(controls.values()), body, alive.count(), question, more=more, still=still)


def _asked(model: Sequential) -> Prediction:
    """The question for the total of a model, which is written out since nothing else of it is in sight."""
    label = sentence("predict summary", model=f"<code>{escape(code(model))}</code>")
    return count_prediction(label, model, pictures=PICTURES)


def sizes_of(model: Sequential) -> dict[str, int]:
    """The sizes of a model that can be moved, by the names of their controls.

    >>> sizes_of(usual())
    {'timesteps': 100, 'features': 6, 'units': 64}
    """
    _, *axes = model.graph.inputs[0].shape
    found = dict(zip(("timesteps", "features")[-len(axes) :], axes, strict=False)) if len(axes) < 3 else {}
    every = dict.fromkeys(size for layer in _hidden(model) for size in _units(layer))
    found |= {f"units_{at}" if at > 1 else "units": size for at, size in enumerate(every, 1)}
    return {name: size for name, size in found.items() if type(size) is int}


def with_sizes(model: Sequential, sizes: Mapping[str, Any]) -> Sequential:
    """The same model with other sizes, which may be letters."""
    before = sizes_of(model)
    swap = {size: sizes[name] for name, size in before.items() if name.startswith("units")}
    batch, *axes = model.graph.inputs[0].shape
    names = ("timesteps", "features")[-len(axes) :] if len(axes) < 3 else ("",) * len(axes)
    shape = [sizes.get(name, axis) for name, axis in zip(names, axes, strict=True)]
    hidden = {id(layer) for layer in _hidden(model)}
    layers = [layer.with_sizes(_swapped(swap if id(layer) in hidden else {})) for layer in model.layers]
    return Sequential([Input(batch_shape=(batch, *shape)), *layers])


def _hidden(model: Sequential) -> list[Layer]:
    """The layers whose units may be moved: all but the last that has any, if there are others."""
    every = [layer for layer in model.layers if _units(layer)]
    return every[:-1] or every


def _units(layer: Layer) -> list[int]:
    """The units of a layer, or of the layer that it wraps."""
    found: list[int] = []

    def seen(name: str, size: Any) -> Any:
        if name == "units":
            found.append(size)
        return size

    layer.with_sizes(seen)
    return found


def _swapped(swap: Mapping[int, Any]) -> Callable[[str, Any], Any]:
    return lambda name, size: swap.get(size, size) if name == "units" else size


def _control(name: str, size: int) -> Whole:
    kind, _, number = name.partition("_")
    far = max(FAR[kind], 2 * size)
    symbol = {"timesteps": "T", "features": "f"}.get(kind, f"u{number}")
    return Whole(name, size, f"{word(kind)} {number}".strip(), highest=far, symbol=symbol)


def _sentences(model: Sequential, sizes: Mapping[str, int], controls: Mapping[str, Whole]) -> str:
    """The sizes in sentences."""
    written = {name: _many(control, name.partition("_")[0]) for name, control in controls.items()}
    data = {name: written[name] for name in ("timesteps", "features") if name in sizes}
    said = [sentence(f"data of {' and '.join(data)}", **data)] if data else []
    called = dict(zip(map(id, model.layers), model.rows(), strict=True))
    for name, size in sizes_of(model).items():
        if name.startswith("units"):
            having = [called[id(layer)].name for layer in _hidden(model) if size in _units(layer)]
            said.append(sentence("have units", layers=having, units=written[name]))
    return " ".join(said)


def _many(control: Whole, kind: str) -> str:
    """A size that can be dragged, with its word: 1 timestep, 2 timesteps."""
    return f"{control.scrub()} {when(control.size - 1, word(kind), word(f'one of {kind}'))}"


def _note(model: Sequential, sizes: Mapping[str, int], controls: Mapping[str, Whole]) -> str:
    """What the reader's last changes say: which numbers moved, and which did not."""
    away = {name: (controls[name].size - size) * (controls[name].size - size) for name, size in sizes.items()}
    count: Any = model.count()
    in_count = {letter for letters in count.terms for letter in letters} if away else set()

    def told(name: str) -> str:
        control, kind = controls[name], name.partition("_")[0]
        is_counted = control.symbol in in_count
        text = f"{kind} moved" if is_counted else f"{kind} did not move"
        return sentence(text, before=f"{sizes[name]:,}", now=f"{control.size:,}")

    said = word("press a count")
    for name, distance in away.items():
        others = sum((other for key, other in away.items() if key != name), 0)
        said = when(distance, when(others, word("several moved"), told(name)), said)
    return said
