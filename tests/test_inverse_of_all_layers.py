"""Every layer that holds numbers is found again from its count, by itself: nobody writes an inverse for it.

The layers are taken from `layers` and `pytorch` as they are; a new one is tried here without a line.
"""

import pytest

from lstmlesson import layers, pytorch
from lstmlesson.inverse import Known, readings_of
from lstmlesson.inverse.variants import holds_numbers, is_around, is_complete
from lstmlesson.law.declaration import Declaration
from lstmlesson.layers import Layer
from lstmlesson.summary import explain
from lstmlesson.summary.judging.shapes import PASSING
from lstmlesson.summary.solving.chain import JOINING

# Sizes that are told apart in a sum, for the arguments that a layer needs, in order; the first that go together. The
# features can be parted into the 32 groups of a GroupNormalization.
NUMBERS, FEATURES = ((6, 4, 3, 2), (6, 4, 2), (1, 4), (6, 1)), 64
# What makes a layer hold numbers that by itself holds none.
HOLDING = ("affine", "use_scale")


def kinds(room):
    named = [getattr(room, name) for name in room.__all__]
    found = [kind for kind in named if isinstance(kind, type) and issubclass(kind, Declaration) and holds_numbers(kind)]
    return [kind for kind in dict.fromkeys(found) if example(kind).count(shapes(example(kind))[2])]


def example(kind):
    """A layer with a number for each size that it needs, and around a layer the first that it commonly holds."""
    holding = {name: True for name in HOLDING if name in kind.defaults}
    for numbers in NUMBERS:
        sizes = iter(numbers)
        inside = {name: example(kind.holds[0]) for name in kind.needed[:1] if is_around(kind)}
        given = inside | {name: next(sizes) for name in kind.needed[len(inside) :]}
        given |= {name: value for name, value in EQUATION.items() if name in kind.needed}
        try:
            return kind(**given, **holding)
        except ValueError:
            continue
    raise AssertionError(f"no example of {kind}")


EQUATION = {"equation": "...x,xy->...y", "output_shape": 5}


def shapes(made):
    """What goes in and what comes out, each as a row of shapes of one sample; open lengths stay open."""
    seen = made.input_with(made.values[made.takes] if made.takes else FEATURES)
    given = made.output_shape(seen)
    return (seen if isinstance(seen, list) else [seen]), (given if isinstance(given, list) else [given]), seen


KERAS, PYTORCH = kinds(layers), kinds(pytorch)


def test_the_layers_are_found():
    assert len(KERAS) > 15
    assert len(PYTORCH) >= 10
    assert {pytorch.MultiheadAttention, pytorch.TransformerEncoderLayer, pytorch.TransformerDecoder} <= set(PYTORCH)
    assert layers.Dropout not in KERAS


def test_a_wrong_count_can_be_told_where_every_variant_is_known():
    complete = {kind.__name__ for kind in KERAS if is_complete(kind)}
    assert {"Dense", "LSTM", "GRU", "SimpleRNN", "Embedding", "LSTMCell", "BatchNormalization"} <= complete
    assert not complete & {"Bidirectional", "TimeDistributed", "RNN"}


@pytest.mark.parametrize("kind", KERAS + PYTORCH, ids=lambda kind: f"{kind.__module__.split('.')[1]}.{kind.__name__}")
def test_a_count_leads_back_to_the_layer_that_made_it(kind):
    made = example(kind)
    inputs, outputs, shape = shapes(made)
    count = made.count(shape)
    known = Known(tuple(outputs) if isinstance(made, Layer) else (), ()) if made.takes else Known(tuple(outputs))
    found = readings_of(kind, count, known)
    assert made in [reading.declaration for reading in found], found[:5]
    assert all(
        reading.declaration.count(reading.declaration.input_with(reading.input_features)) == count for reading in found
    )
    assert all(reading.note for reading in found)
    # Where it is known what comes in, the same reading remains.
    assert made in [reading.declaration for reading in readings_of(kind, count, Known(tuple(outputs), tuple(inputs)))]


@pytest.mark.parametrize("kind", KERAS, ids=lambda kind: kind.__name__)
def test_a_row_of_a_summary_is_explained_for_every_layer(kind):
    made = example(kind)
    inputs, outputs, shape = shapes(made)
    written = ", ".join(str((None, *one)) for one in outputs)
    count = made.count(shape)
    line = f"some ({kind.__name__})    {f'[{written}]' if len(outputs) > 1 else written}    {count}"
    (row,) = explain(line).rows
    assert row.known
    assert made in [reading.declaration for reading in row.readings]
    # Without its input the case may be open; with it, the arithmetic is said.
    *_, row = explain(f"first (InputLayer)    {(None, *inputs[0])}    0\n{line}").rows
    assert row.formula.endswith(f"= {count:,}") or row.formula == f"{count:,}", row.formula
    assert made in [reading.declaration for reading in row.readings]


def test_what_a_summary_knows_of_classes_is_read_off_them():
    assert {"Dropout", "Activation", "Masking", "Softmax", "GaussianNoise"} <= PASSING
    assert not PASSING & {"Flatten", "Dense", "LayerNormalization", "InputLayer", "Embedding", "Add"}
    assert {"Add", "Concatenate", "Merge", "Attention", "MultiHeadAttention"} <= JOINING
    assert not JOINING & {"Dense", "LSTM", "Dropout"}
