"""How things show themselves as the last line of a cell: tables and pictures, also in a notebook without trust."""

from collections.abc import Callable
from typing import Any

from lstmlesson.language import word
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.drawn import Records
from lstmlesson.law.sizes import is_number
from lstmlesson.law.weights import Array, Weight
from lstmlesson.ledger import Ledger
from lstmlesson.mistakes.diagnosis import Diagnosis
from lstmlesson.models import Model
from lstmlesson.pytorch import Module
from lstmlesson.views.diagnosis import MOST_WEIGHTS, diagnosis_html
from lstmlesson.views.document import escape
from lstmlesson.views.document.standing_still import static
from lstmlesson.views.document.tables import line, table
from lstmlesson.views.forms.counted_model import model_html, rows_html
from lstmlesson.views.formula import weights_table
from lstmlesson.views.ledger import entries_table
from lstmlesson.views.pictures.blocks.block_picture import blocks, can_be_drawn
from lstmlesson.views.pictures.blocks.weight_bands import name_of
from lstmlesson.views.values import records_table


def form(thing: Any) -> str | None:
    """A thing as HTML; None where it has no form, or not yet, as a layer that has not seen its input.

    >>> from lstmlesson import LSTM, diagnose
    >>> form(diagnose(LSTM(2), (None, 3), 48))
    '<p><strong>48 is right.</strong></p>'
    """
    draw = next((FORMS[kind] for kind in FORMS if isinstance(thing, kind)), None)
    html = draw(thing) if draw else None
    return None if html is None else static(html)


def records_html(records: Records[Any]) -> str | None:
    """A list of weights, of arrays, of rows of a model, or of other records."""
    if not records:
        return None
    if isinstance(records[0], Weight):
        return weights_html(records)
    if isinstance(records[0], Array):
        return arrays_html(records)
    return rows_html(records) if hasattr(records[0], "formula") else records_table(records)


def weights_html(weights: Records[Weight]) -> str:
    """Weights as a table with their total and, where they can be drawn, their blocks."""
    if not all(is_number(size) for weight in weights for size in weight.shape):
        return records_table(weights)
    drawn = can_be_drawn(weights) and len(weights) <= MOST_WEIGHTS
    return weights_table(weights) + (blocks(weights, weights.gate_axis) if drawn else "")


def arrays_html(arrays: Records[Array]) -> str:
    """Arrays as a table: the name and the shape in which a framework stores them."""
    named = [name_of(Weight(array.name, array.shape, part=array.part)) for array in arrays]
    shapes = [str(array.shape) for array in arrays]
    lines = [line([escape(name), escape(shape)]) for name, shape in zip(named, shapes, strict=True)]
    return table([word("weight"), word("shape")], lines)


def layer_html(layer: Any) -> str | None:
    """A layer on the input that it has seen; without one its numbers are not there yet."""
    return None if getattr(layer, "built_on", None) is None else records_html(layer.weights(layer.built_on))


# The first that fits a thing draws it.
FORMS: dict[type, Callable[[Any], str | None]] = {
    Diagnosis: diagnosis_html,
    Ledger: lambda ledger: entries_table(ledger.values()),
    Records: records_html,
    Model: model_html,
    Module: model_html,
    Declaration: layer_html,
}
