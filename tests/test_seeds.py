"""The code of the five questions in Keras 3's form, with only the import changed, gives the numbers they report."""

import pytest

import lstmlesson as keras
from lstmlesson.layers import LSTM, Dense, Dropout, TimeDistributed
from lstmlesson.models import Sequential
from lstmlesson.regularizers import l2


def counts(model):
    return [row.count for row in model.rows()]


def shapes(model):
    return [row.output_shape for row in model.rows()]


def test_seed_000_sequential_against_functional():
    model = keras.Sequential([keras.Input((None, 3)), keras.layers.LSTM(2)])
    assert model.count_params() == 4 * 2 * (2 + 3 + 1) == 48
    for shape, number in {(3, 1): 32, (1, 3): 48}.items():
        inputs = keras.Input(shape=shape)
        lstm = keras.layers.LSTM(2)(inputs)
        assert keras.Model(inputs=inputs, outputs=lstm).count_params() == number
    # As in Keras 3.15.1: input_dim=3 is the shape (3,) of one sample, which an LSTM refuses when the model is made.
    with pytest.warns(UserWarning, match=r"Input\(\(3,\)\)"):
        old = keras.layers.LSTM(2, input_dim=3)
    with pytest.raises(ValueError, match="expected ndim=3, found ndim=2"):
        keras.Sequential([old])
    with pytest.raises(TypeError, match=r"Model\(inputs=…, outputs=…\)"):
        keras.Model(input=inputs, output=lstm)


def test_seed_001_what_is_inside_the_layer():
    model = Sequential()
    with pytest.warns(UserWarning, match=r"Input\(\(10, 64\)\)"):
        model.add(LSTM(32, input_shape=(10, 64)))
    model.add(Dense(2))
    assert counts(model) == [4 * (64 * 32 + 32 * 32 + 32), 32 * 2 + 2] == [12_416, 66]
    for timesteps in (13, 100):
        assert counts(Sequential([keras.Input((timesteps, 5)), LSTM(10)])) == [640]


def test_seed_002_why_the_first_is_larger():
    model = keras.Sequential(
        [
            keras.Input((400, 13)),
            keras.layers.LSTM(5, return_sequences=True),
            keras.layers.LSTM(5, return_sequences=True),
            keras.layers.TimeDistributed(keras.layers.Dense(650)),
            keras.layers.LSTM(20, return_sequences=True),
            keras.layers.LSTM(20, return_sequences=True),
        ]
    )
    assert counts(model) == [380, 220, 5 * 650 + 650, 53_680, 3_280]
    assert [row.name for row in model.rows()] == ["lstm", "lstm_1", "time_distributed", "lstm_2", "lstm_3"]
    dense = keras.Sequential([keras.Input((13,)), *map(keras.layers.Dense, (5, 5, 650, 20, 20))])
    assert counts(dense) == [13 * 5 + 5, 5 * 5 + 5, 5 * 650 + 650, 650 * 20 + 20, 20 * 20 + 20]
    assert counts(dense) == [70, 30, 3_900, 13_020, 420]


def test_seed_003_three_set_ups(capsys):
    length = 5
    one_to_one = Sequential([keras.Input((1, 1)), LSTM(length), Dense(1)])
    many_to_one = Sequential([keras.Input((length, 1)), LSTM(length), Dense(length)])
    many_to_many = Sequential(
        [keras.Input((length, 1)), LSTM(length, return_sequences=True), TimeDistributed(Dense(1))]
    )
    assert [model.count() for model in (one_to_one, many_to_one, many_to_many)] == [146, 170, 146]
    assert [counts(model) for model in (one_to_one, many_to_one)] == [[140, 6], [140, 30]]
    assert shapes(one_to_one) == [(None, 5), (None, 1)]  # not (None, 1, 5), as the first printed table has it
    assert shapes(many_to_many) == [(None, 5, 5), (None, 5, 1)]
    one_to_one.compile(loss="mean_squared_error", optimizer="adam")
    print(one_to_one.summary())
    assert " Total params: 146 (584.00 B)\n" in capsys.readouterr().out


def test_seed_003_embedded_words():
    model = Sequential([keras.Input((10,)), keras.layers.Embedding(5_000, 300), LSTM(128)])
    assert counts(model) == [5_000 * 300, 4 * ((300 + 128) * 128 + 128)]


def test_seed_004_read_the_summary():
    timesteps, input_dim, n_classes = 100, 6, 6
    model = Sequential()
    model.add(keras.Input((timesteps, input_dim)))
    model.add(LSTM(64, return_sequences=True, recurrent_regularizer=l2(0.0015)))
    model.add(Dropout(0.5))
    model.add(LSTM(64, recurrent_regularizer=l2(0.0015)))
    model.add(Dense(64, activation="relu"))
    model.add(Dense(64, activation="relu"))
    model.add(Dense(n_classes, activation="softmax"))
    assert counts(model) == [18_176, 0, 33_024, 4_160, 4_160, 390]
    assert model.count() == model.trainable_count() == 18_176 + 33_024 + 2 * 4_160 + 390 == 59_910
    assert shapes(model)[:3] == [(None, 100, 64), (None, 100, 64), (None, 64)]


def test_seed_004_input_shape_on_a_later_layer_is_ignored():
    with pytest.warns(UserWarning, match="input_shape"):
        second = LSTM(64, input_shape=(100, 6))
    model = Sequential([keras.Input((100, 6)), LSTM(64, return_sequences=True), second])
    assert counts(model) == [18_176, 33_024]
