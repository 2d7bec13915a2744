"""Masks: what Keras computes beside a model's tensors, listed in the summary as rows that hold nothing."""

import pytest

import lstmlesson
from lstmlesson import layers
from lstmlesson.layers.foundation.masks import KEEPS, TAKES
from lstmlesson.models.copies import copied

# How the kinds are written for (timesteps, features) that need something in their brackets; L are the layers, x the
# tensor with a mask. What is no layer that takes or keeps a mask stands here as well.
WRITTEN = {
    "RNN": "L.RNN(L.LSTMCell(2))",
    "Bidirectional": "L.Bidirectional(L.LSTM(2, return_sequences=True))",
    "TimeDistributed": "L.TimeDistributed(L.Dense(2))",
    "Lambda": "L.Lambda(lambda x: x)",
    "Sequential": "k.Sequential([L.Dense(2)])",
    "Activation": "L.Activation('tanh')",
    "MultiHeadAttention": "L.MultiHeadAttention(1, 2)(x, x)",
    "GroupQueryAttention": "L.GroupQueryAttention(2, 2, 1)(x, x)",
    "GroupNormalization": "L.GroupNormalization(1)",
    "Rescaling": "L.Rescaling(2.0)",
    "Conv1D": "L.Conv1D(2, 2)",
    "Dense": "L.Dense(2)",
    "Reshape": "L.Reshape((-1, 3))",
    "Permute": "L.Permute((1, 2))",
    **{kind: f"L.{kind}(0.1)" for kind in ("Dropout", "AlphaDropout", "GaussianDropout", "GaussianNoise")},
    **{kind: f"L.{kind}(2, return_sequences=True)" for kind in ("LSTM", "GRU", "SimpleRNN")},
    **{kind: f"L.{kind}()([x, x])" for kind in ("Add", "Average", "Maximum", "Minimum", "Multiply", "Subtract")},
    **{kind: f"L.{kind}()([x, x])" for kind in ("Attention", "AdditiveAttention", "Concatenate")},
    **{kind: f"L.{kind}()" for kind in ("Flatten", "GlobalMaxPooling1D", "MaxPooling1D", "UpSampling1D")},
    "SpatialDropout1D": "L.SpatialDropout1D(0.1)",
    "Concatenate with what has none": "L.Concatenate()([x, inputs])",
    "Add to what has none": "L.Add()([x, inputs])",
}
# Of these the rules are those of the kinds beside them, for other numbers of axes.
OTHER_AXES = {"ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D", "SpatialDropout2D", "SpatialDropout3D", "Model"}
KINDS = sorted((TAKES | KEEPS | set(WRITTEN)) - OTHER_AXES)


def model_behind_a_mask(k, kind):
    """A layer of the kind sees a mask, and an LSTM stands behind it where it gives timesteps."""
    inputs = k.Input((4, 3))
    x = k.layers.Masking()(inputs)
    layer = eval(WRITTEN.get(kind, f"L.{kind}()"), {"k": k, "L": k.layers, "x": x, "inputs": inputs})
    output = layer if hasattr(layer, "shape") else layer(x)
    return k.Model(inputs, k.layers.LSTM(1)(output) if len(output.shape) == 3 else output)


def connections(model):
    """The class of each row, and to how many tensors it is connected."""
    if isinstance(model, lstmlesson.Model):
        return [(row.class_name, len(row.connected_to)) for row in model.rows()]
    return [
        (type(one).__name__, sum(len(node.input_tensors) for node in one._inbound_nodes)) for one in model.operations
    ]


@pytest.mark.frameworks
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", KINDS)
def test_what_sees_a_mask_and_what_hands_it_on_is_as_in_keras(kind):
    keras = pytest.importorskip("keras")
    theirs = connections(model_behind_a_mask(keras, kind))
    assert connections(model_behind_a_mask(lstmlesson, kind)) == theirs


def masked_words():
    words = lstmlesson.Input((5,))
    return lstmlesson.Model(words, layers.LSTM(2)(layers.Embedding(10, 3, mask_zero=True)(words)))


def test_a_mask_is_a_row_that_holds_nothing():
    """As Keras 3.15.1 prints it, recorded on torch."""
    model = masked_words()
    assert [(row.name, row.class_name, row.output_shape, row.count) for row in model.rows()] == [
        ("input_layer", "InputLayer", (None, 5), 0),
        ("embedding", "Embedding", (None, 5, 3), 30),
        ("not_equal", "NotEqual", (None, 5), 0),
        ("lstm", "LSTM", (None, 2), 48),
    ]
    assert model.rows()[-1].connected_to == ("embedding[0][0]", "not_equal[0][0]")
    assert [type(layer).__name__ for layer in model.layers] == ["InputLayer", "Embedding", "LSTM"]


def test_a_mask_changes_no_count_no_copy_and_no_chain():
    model = masked_words()
    assert model.count() == 78
    assert [row[:5] for row in copied(model).rows()] == [row[:5] for row in model.rows()]
    chain = lstmlesson.Sequential([lstmlesson.Input((5,)), layers.Embedding(10, 3, mask_zero=True), layers.LSTM(2)])
    assert [row.class_name for row in chain.rows()] == ["Embedding", "LSTM"]


def test_the_mask_of_a_layer_can_be_asked_for():
    words = lstmlesson.Input((5,))
    assert layers.Embedding(10, 3, mask_zero=True).compute_mask(words).shape == (None, 5)
    assert layers.Embedding(10, 3).compute_mask(words) is None
    assert layers.Masking()(lstmlesson.Input((4, 3))).mask.shape == (None, 4)


def test_a_mask_that_the_program_gives_is_connected():
    steps, mask = lstmlesson.Input((4, 3)), lstmlesson.Input((4,), dtype="bool")
    model = lstmlesson.Model([steps, mask], layers.LSTM(2)(steps, mask=mask))
    assert model.rows()[-1].connected_to == ("input_layer[0][0]", "input_layer_1[0][0]")
