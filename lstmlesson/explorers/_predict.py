"""How many numbers does this hold? Any layer or model: a guess is asked for and diagnosed, then everything is shown."""

from typing import Any

from lstmlesson.explorers.live.explorer import Explorer, Source
from lstmlesson.explorers.live.prediction import count_prediction
from lstmlesson.language import sentence, word
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.polynomials import as_polynomial
from lstmlesson.layers import LSTM
from lstmlesson.layers.foundation.tensor import written
from lstmlesson.models import Model
from lstmlesson.views.document import escape
from lstmlesson.views.document.standing_still import alive
from lstmlesson.views.forms.unfolded_summary import unfolded
from lstmlesson.views.formula import equation, in_terms, rows_table, weights_table
from lstmlesson.views.pictures.blocks.compared_lists import single
from lstmlesson.views.summary_table import summary as summary_table


def predict(thing: Declaration | None = None, input_shape: Any = None) -> Explorer:
    """A question about any layer or model, asked before anything is shown. There is no control but the guess.

    thing: a layer, a model, or a module of PyTorch; without one, an LSTM with 2 units on 3 features.
    input_shape: as the layer takes it, without the batch; None where the thing knows its input, as a model does.
    Raises: TypeError where a size is a letter or an array, or a shape is missing, and what the layer raises for a
    shape that it cannot have.

    >>> from lstmlesson import LSTM
    >>> asked = predict(LSTM(2), (None, 3))
    >>> asked.guess = 40                                      # as if the reader had committed it: 4(3·2 + 2·2)
    >>> "bias forgotten" in asked.static(), asked.count       # 4(3·2 + 2·2 + 2)
    (True, 48)
    """
    if thing is None:
        thing, input_shape = LSTM(2), (None, 3) if input_shape is None else input_shape
    is_model = isinstance(thing, Model)
    named = word("this model") if is_model else f"<code>{escape(thing)}</code>"
    shape = None if input_shape is None else escape(written(input_shape))
    label = sentence("predict count on", thing=named, shape=shape) if shape else sentence("predict count", thing=named)
    question = count_prediction(label, thing, input_shape)
    body = _model(thing) if isinstance(thing, Model) else _layer(thing, input_shape)
    more = {"thing": Source("model" if is_model else repr(thing))}
    more |= {} if input_shape is None else {"input_shape": input_shape}
    return Explorer("predict", [], body, as_polynomial(thing.count(input_shape)), question, more=more)


def _layer(layer: Declaration, input_shape: Any) -> str:
    """The arithmetic, the blocks, a table."""
    weights = list(layer.weights(input_shape))
    if not weights:
        return f'<p class="lm-formula">{equation(weights)}</p>'
    page = f'<div class="lm-formula">{in_terms(weights)}</div>'
    drawn = single(weights, getattr(layer, "gate_axis", -1))
    return alive(page, f"<p>{equation(weights)}</p>") + drawn + alive(rows_table(weights), weights_table(weights))


def _model(model: Model) -> str:
    return alive(unfolded(model, model.rows()), summary_table(model))
