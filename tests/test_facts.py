"""The numbers of the confusions that this course removes, each with its arithmetic written out by hand.

The number in front is the row in the list of facts. Every right-hand side was counted by a real Keras 3.15.1 (K) or
PyTorch 2.13 (P); the middle is arithmetic that does not know the declarations.
"""

import pytest

from lstmlesson import (
    GRU,
    LSTM,
    RNN,
    BatchNormalization,
    Bidirectional,
    Concatenate,
    ConvLSTM2D,
    Dense,
    Dropout,
    Embedding,
    Flatten,
    Input,
    InputLayer,
    LSTMCell,
    Masking,
    Model,
    RepeatVector,
    Sequential,
    SimpleRNN,
    TimeDistributed,
    pytorch,
)


def both(*halves):
    return sum(halves)


FACTS = {
    "1 any number of timesteps, 3 features": (LSTM(2).count((None, 3)), 4 * (3 * 2 + 2 * 2 + 2), 48),
    "1 one timestep, 3 features": (LSTM(2).count((1, 3)), 4 * (3 * 2 + 2 * 2 + 2), 48),
    "1 three timesteps, 1 feature": (LSTM(2).count((3, 1)), 4 * (1 * 2 + 2 * 2 + 2), 32),
    "3 thirteen timesteps": (LSTM(10).count((13, 5)), 4 * (5 * 10 + 10 * 10 + 10), 640),
    "3 a hundred timesteps": (LSTM(10).count((100, 5)), 4 * (5 * 10 + 10 * 10 + 10), 640),
    "4 LSTM(32) on (10, 64)": (LSTM(32).count((10, 64)), 4 * (64 * 32 + 32 * 32 + 32), 12_416),
    "4 ten timesteps as ten units": (LSTM(10).count((None, 64)), 4 * (64 * 10 + 10 * 10 + 10), 3_000),
    "5 ten units are not forty weights": (LSTM(10).count((None, 30)), 1_200 + 400 + 40, 1_640),
    "6 first LSTM": (LSTM(5).count((400, 13)), 4 * (13 * 5 + 5 * 5 + 5), 380),
    "6 second LSTM": (LSTM(5).count((400, 5)), 4 * (5 * 5 + 5 * 5 + 5), 220),
    "6 TimeDistributed": (TimeDistributed(Dense(650)).count((400, 5)), 5 * 650 + 650, 3_900),
    "6 third LSTM": (LSTM(20).count((400, 650)), 4 * (650 * 20 + 20 * 20 + 20), 53_680),
    "6 fourth LSTM": (LSTM(20).count((400, 20)), 4 * (20 * 20 + 20 * 20 + 20), 3_280),
    "9 without return_sequences": (LSTM(5).count((400, 1)), 4 * (1 * 5 + 5 * 5 + 5), 140),
    "9 with return_sequences": (LSTM(5, return_sequences=True).count((400, 1)), 4 * (1 * 5 + 5 * 5 + 5), 140),
    "9 Dense after Flatten": (Dense(650).count((400 * 5,)), 400 * 5 * 650 + 650, 1_300_650),
    "11 Dense on three axes": (Dense(1).count((5, 5)), 5 * 1 + 1, 6),
    "11 TimeDistributed(Dense)": (TimeDistributed(Dense(1)).count((5, 5)), 5 * 1 + 1, 6),
    "12 Dense(5) after LSTM(5)": (Dense(5).count((5,)), 5 * 5 + 5, 30),
    "15 Keras": (LSTM(2).count((None, 3)), 4 * (6 + 4 + 2), 48),
    "15 PyTorch": (pytorch.LSTM(3, 2).count(), 4 * (6 + 4 + 2 + 2), 56),
    "16 Keras, bidirectional": (
        Bidirectional(LSTM(300)).count((None, 300)),
        2 * 4 * (300 * 300 + 300 * 300 + 300),
        1_442_400,
    ),
    "16 PyTorch, bidirectional": (
        pytorch.LSTM(300, 300, bidirectional=True).count(),
        1_442_400 + 2 * 4 * 300,
        1_444_800,
    ),
    "17 GRU, one bias": (GRU(5, reset_after=False).count((None, 4)), 3 * (4 * 5 + 5 * 5 + 5), 150),
    "17 GRU, Keras' default": (GRU(5).count((None, 4)), 3 * (4 * 5 + 5 * 5 + 2 * 5), 165),
    "17 GRU, PyTorch": (pytorch.GRU(4, 5).count(), 3 * (5 * 4 + 5 * 5 + 5 + 5), 165),
    "17 base, one bias": (GRU(2, reset_after=False).count((None, 3)), 3 * (3 * 2 + 2 * 2 + 2), 36),
    "17 base, default": (GRU(2).count((None, 3)), 3 * (3 * 2 + 2 * 2 + 2 * 2), 42),
    "18 no bias, Keras": (LSTM(2, use_bias=False).count((None, 3)), 4 * (3 * 2 + 2 * 2), 40),
    "18 no bias, PyTorch": (pytorch.LSTM(3, 2, bias=False).count(), 4 * (2 * 3 + 2 * 2), 40),
    "19 unit_forget_bias": (LSTM(2, unit_forget_bias=False).count((None, 3)), 4 * (6 + 4 + 2), 48),
    "20 dropout": (LSTM(2, dropout=0.5, recurrent_dropout=0.5).count((None, 3)), 4 * (6 + 4 + 2), 48),
    "20 unroll": (LSTM(2, unroll=True).count((None, 3)), 4 * (6 + 4 + 2), 48),
    "20 go_backwards": (LSTM(2, go_backwards=True).count((None, 3)), 4 * (6 + 4 + 2), 48),
    "21 stateful": (LSTM(2, stateful=True).count((None, 3)), 4 * (6 + 4 + 2), 48),
    "22 bidirectional, Keras": (Bidirectional(LSTM(2)).count((None, 3)), 2 * 48, 96),
    "22 bidirectional, PyTorch": (pytorch.LSTM(3, 2, bidirectional=True).count(), 2 * 56, 112),
    "22 LSTM after concat": (LSTM(2).count((None, 2 + 2)), 4 * (4 * 2 + 2 * 2 + 2), 56),
    "22 LSTM after sum": (LSTM(2).count((None, 2)), 4 * (2 * 2 + 2 * 2 + 2), 40),
    "23 GRU, one bias": (GRU(16, reset_after=False).count((None, 15)), 3 * (15 * 16 + 16 * 16 + 16), 1_536),
    "23 both directions": (Bidirectional(GRU(16, reset_after=False)).count((None, 15)), 2 * 1_536, 3_072),
    "23 Dense after one": (Dense(8).count((16,)), 16 * 8 + 8, 136),
    "23 Dense after both": (Dense(8).count((32,)), 32 * 8 + 8, 264),
    "23 default GRU": (GRU(16).count((None, 15)), 3 * (15 * 16 + 16 * 16 + 2 * 16), 1_584),
    "23 default, both directions": (Bidirectional(GRU(16)).count((None, 15)), 2 * 1_584, 3_168),
    "24 five layers, both directions": (
        pytorch.GRU(29, 29, num_layers=5, bidirectional=True).count(),
        2 * 3 * (29 * 29 + 29 * 29 + 58) + 4 * 2 * 3 * (29 * 58 + 29 * 29 + 58),
        72_384,
    ),
    "25 two layers, PyTorch": (
        pytorch.LSTM(6, 64, num_layers=2).count(),
        4 * (64 * 6 + 64 * 64 + 128) + 4 * (64 * 64 + 64 * 64 + 128),
        18_432 + 33_280,
    ),
    "25 first, Keras": (LSTM(64).count((100, 6)), 4 * (6 * 64 + 64 * 64 + 64), 18_176),
    "25 second, Keras": (LSTM(64).count((100, 64)), 4 * (64 * 64 + 64 * 64 + 64), 33_024),
    "26 no projection": (pytorch.LSTM(3, 5).count(), 4 * (15 + 25 + 5 + 5), 200),
    "26 projection": (pytorch.LSTM(3, 5, proj_size=2).count(), 4 * (5 * 3 + 5 * 2 + 5 + 5) + 2 * 5, 150),
    "26 two layers": (
        pytorch.LSTM(10, 20, num_layers=2).count(),
        4 * (200 + 400 + 40) + 4 * (400 + 400 + 40),
        5_920,
    ),
    "26 two layers, projection": (
        pytorch.LSTM(10, 20, num_layers=2, proj_size=5).count(),
        4 * (20 * 10 + 20 * 5 + 40) + 5 * 20 + 4 * (20 * 5 + 20 * 5 + 40) + 5 * 20,
        2_520,
    ),
    "27 Embedding": (Embedding(640, 300).count(), 640 * 300, 192_000),
    "27 frozen Embedding": (Embedding(640, 300, trainable=False).trainable_count(), 0, 0),
    "28 Masking": (Masking().count((10, 3)), 0, 0),
    "28 Dropout": (Dropout(0.5).count((10, 3)), 0, 0),
    "28 Flatten": (Flatten().count((10, 3)), 0, 0),
    "28 RepeatVector": (RepeatVector(4).count((3,)), 0, 0),
    "28 InputLayer": (InputLayer((10, 3)).count((10, 3)), 0, 0),
    "29 BatchNormalization": (BatchNormalization().count((10,)), 4 * 10, 40),
    "29 trained of it": (BatchNormalization().trainable_count((10,)), 2 * 10, 20),
    "30 frozen": (LSTM(2, trainable=False).count((None, 3)), 4 * (6 + 4 + 2), 48),
    "30 trained of it": (LSTM(2, trainable=False).trainable_count((None, 3)), 0, 0),
    "33 ConvLSTM2D": (ConvLSTM2D(16, 3).count((10, 64, 64, 1)), 4 * 16 * (9 * (1 + 16) + 1), 9_856),
    "33 another image": (ConvLSTM2D(16, (3, 3)).count((10, 8, 30, 1)), 4 * 16 * (9 * (1 + 16) + 1), 9_856),
    "37 f = u": (LSTM(32).count((None, 32)), 4 * (32 * 32 + 32 * 32 + 32), 8_320),
    "38 recurrent kernel": (LSTM(128).count((None, 128)), 4 * (128 * 128 + 128 * 128 + 128), 131_584),
    "38 forgotten": (4 * Dense(128).count((128,)), 4 * (128 * 128 + 128), 66_048),
    "40 four SimpleRNNs": (4 * SimpleRNN(2).count((None, 3)), 4 * (6 + 4 + 2), 48),
    "40 three SimpleRNNs": (3 * SimpleRNN(2).count((None, 3)), 3 * (6 + 4 + 2), 36),
    "41 a large one": (LSTM(256).count((None, 4096)), 4 * (4096 * 256 + 256 * 256 + 256), 4_457_472),
    "42 words embedded to 300": (LSTM(128).count((10, 300)), 4 * ((300 + 128) * 128 + 128), 219_648),
    "RNN of a cell": (RNN(LSTMCell(10)).count((13, 5)), 4 * (5 * 10 + 10 * 10 + 10), 640),
}


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_is_counted_as_by_hand(fact):
    ours, by_hand, published = FACTS[fact]
    assert ours == by_hand == published


def test_7_where_the_blocks_lie():
    assert [(array.name, array.shape) for array in LSTM(2).arrays((None, 3))] == [
        ("kernel", (3, 8)),
        ("recurrent_kernel", (2, 8)),
        ("bias", (8,)),
    ]
    assert [(array.name, array.shape) for array in pytorch.LSTM(3, 2).arrays()] == [
        ("weight_ih_l0", (8, 3)),
        ("weight_hh_l0", (8, 2)),
        ("bias_ih_l0", (8,)),
        ("bias_hh_l0", (8,)),
    ]


def test_10_a_last_output_has_no_timesteps():
    assert LSTM(5).output_shape((1, 1)) == (5,)
    assert LSTM(5, return_sequences=True).output_shape((400, 13)) == (400, 5)


def test_14_none_stands_for_the_batch_and_for_open_timesteps():
    model = Sequential([Input((None, 3)), LSTM(2, return_sequences=True)])
    assert model.rows()[0].output_shape == (None, None, 2)


def test_22_what_the_next_layer_sees():
    merged = {mode: Bidirectional(LSTM(2), merge_mode=mode).output_shape((None, 3)) for mode in ("concat", "sum")}
    assert merged == {"concat": (4,), "sum": (2,)}


def test_31_a_shared_layer_counts_once():
    shared = LSTM(2)
    short, long = Input((4, 3)), Input((9, 3))
    model = Model([short, long], Concatenate()([shared(short), shared(long)]))
    assert model.count() == 4 * (3 * 2 + 2 * 2 + 2) == 48
    assert Model([short, long], Concatenate()([LSTM(2)(short), LSTM(2)(long)])).count() == both(48, 48)


def test_32_an_unbuilt_model_has_no_count():
    with pytest.raises(ValueError, match=r"0 \(unbuilt\)"):
        Sequential([LSTM(2)]).count()
