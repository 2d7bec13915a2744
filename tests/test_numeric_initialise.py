"""What layers begin with: the kinds of numbers that Keras and PyTorch document, from a seed."""

import numpy as np
import pytest

from lstmlesson import (
    GRU,
    LSTM,
    RNN,
    BatchNormalization,
    Bidirectional,
    Conv1D,
    ConvLSTM1D,
    Dense,
    Embedding,
    Input,
    LayerNormalization,
    LSTMCell,
    Model,
    Sequential,
    TimeDistributed,
    numeric,
    pytorch,
)

INPUT = Input((6, 4))
SHARED = Dense(4)
NESTED = Model(INPUT, SHARED(LSTM(4, return_sequences=True)(INPUT)))
AGAIN = Input((6, 4))
LAYERS = [
    (LSTM(5), (6, 4)),
    (GRU(5, use_bias=False), (6, 4)),
    (Bidirectional(GRU(5, reset_after=False), backward_layer=GRU(3, go_backwards=True, use_bias=False)), (6, 4)),
    (TimeDistributed(Bidirectional(LSTM(2))), (3, 6, 4)),
    (RNN([LSTMCell(2), LSTMCell(3)]), (6, 4)),
    (Embedding(7, 3), (6,)),
    (Conv1D(4, 3), (6, 4)),
    (ConvLSTM1D(2, 3), (6, 8, 4)),
    (BatchNormalization(), (6, 4)),
    (LayerNormalization(), (6, 4)),
    (Sequential([Input((6, 4)), LSTM(5, return_sequences=True), TimeDistributed(Dense(2))]), None),
    (Model(AGAIN, SHARED(NESTED(AGAIN))), None),
    (pytorch.LSTM(4, 5, num_layers=2, bidirectional=True, proj_size=2), None),
    (pytorch.GRUCell(4, 5), None),
    (pytorch.Embedding(7, 3), None),
    (pytorch.BatchNorm1d(3), None),
]


@pytest.mark.parametrize(("layer", "shape"), LAYERS, ids=repr)
@pytest.mark.parametrize("kind", ["float32", "float64"])
def test_arrays_have_the_counted_shapes_and_the_wanted_type(layer, shape, kind):
    drawn = numeric.initialise(layer, shape, 0, kind)
    assert [array.shape for array in drawn] == [array.shape for array in layer.arrays(shape)]
    assert sum(array.size for array in drawn) + 0 == layer.count(shape)
    assert {array.dtype.name for array in drawn} == {kind}


def test_the_same_seed_gives_the_same_numbers_and_another_seed_others():
    one, same, other = (numeric.initialise(LSTM(5), (6, 4), seed) for seed in (1, 1, 2))
    assert all(map(np.array_equal, one, same))
    assert not np.array_equal(one[0], other[0])


def test_an_lstm_begins_as_keras_says():
    kernel, recurrent, bias = numeric.initialise(LSTM(50), (None, 30), 0, "float64")
    limit = np.sqrt(6 / (30 + 200))  # glorot_uniform of the stored (30, 200)
    assert 0.98 * limit < np.abs(kernel).max() < limit
    assert np.var(kernel) == pytest.approx(2 / (30 + 200), rel=0.05)
    assert np.abs(recurrent @ recurrent.T - np.eye(50)).max() < 1e-12  # orthogonal
    assert bias.tolist() == [0.0] * 50 + [1.0] * 50 + [0.0] * 100  # input, forget, cell, output


def test_the_forget_bias_follows_its_argument_and_the_gru_has_none():
    assert not numeric.initialise(LSTM(3, unit_forget_bias=False), (None, 2), 0)[2].any()
    assert numeric.initialise(LSTM(2, bias_initializer="ones"), (None, 2), 0)[2].tolist() == [1.0] * 8
    assert not numeric.initialise(GRU(3), (None, 2), 0)[2].any()


def test_each_cell_begins_with_its_own_forget_bias():
    drawn = numeric.initialise(RNN([LSTMCell(2), LSTMCell(1)]), (6, 4), 0)
    assert [array.tolist() for array in (drawn[2], drawn[5])] == [[0, 0, 1, 1, 0, 0, 0, 0], [0, 1, 0, 0]]


def test_more_rows_than_columns_have_orthogonal_columns():
    (kernel,) = numeric.initialise(Dense(3, use_bias=False, kernel_initializer="orthogonal"), (8,), 0, "float64")
    assert np.abs(kernel.T @ kernel - np.eye(3)).max() < 1e-12


def test_a_table_begins_small():
    (table,) = numeric.initialise(Embedding(100, 30), (5,), 0)
    assert 0.049 < np.abs(table).max() < 0.05


def test_norms_begin_with_ones_and_zeros():
    assert [array.tolist() for array in numeric.initialise(BatchNormalization(), (2,), 0)] == [
        [1, 1],
        [0, 0],
        [0, 0],
        [1, 1],
    ]  # fmt: skip  gamma, beta, moving mean, moving variance


def test_a_convolution_counts_its_window():
    (kernel, bias) = numeric.initialise(Conv1D(40, 5), (9, 30), 0, "float64")
    assert 0.98 < np.abs(kernel).max() / np.sqrt(6 / (5 * 30 + 5 * 40)) < 1
    assert not bias.any()


def test_pytorch_begins_as_pytorch_says():
    for array in numeric.initialise(pytorch.LSTM(30, 64), None, 0, "float64"):
        assert 0.9 / 8 < np.abs(array).max() < 1 / 8  # 1/sqrt(64), the biases too
    assert np.std(numeric.initialise(pytorch.Embedding(100, 100), None, 0)[0]) == pytest.approx(1, rel=0.05)
    for array in numeric.initialise(pytorch.Linear(100, 50), None, 0):
        assert 0.09 < np.abs(array).max() < 0.1


@pytest.mark.parametrize(
    ("arguments", "error", "complaint"),
    [
        ((LSTM(2), (None, 3), 0, "float16"), TypeError, "dtype='float16'; expected float32 or float64"),
        ((LSTM(2), (None, 3), 0.5), TypeError, "seed=0.5; expected a whole number"),
        ((LSTM(2), (None, 3), None), TypeError, "seed=None; expected a whole number"),
        ((LSTM(2, kernel_initializer="he_normal"), (None, 3), 0), ValueError, "kernel_initializer='he_normal'"),
        ((LSTM(2), None, 0), TypeError, "LSTM needs an input shape"),
        ((LSTM(2), (3,), 0), ValueError, "1 too few"),
    ],
)
def test_what_cannot_be_drawn_is_refused(arguments, error, complaint):
    with pytest.raises(error, match=complaint.replace("(", r"\(").replace(")", r"\)")):
        numeric.initialise(*arguments)


def test_a_letter_has_no_arrays():
    from lstmlesson.symbolic import u

    with pytest.raises(ValueError, match="a letter has no arrays"):
        numeric.initialise(LSTM(u), (None, 3), 0)
