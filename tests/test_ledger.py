"""The ledgers, with their arithmetic written out, and what each of them hangs on."""

import pytest

from lstmlesson import (
    GRU,
    LSTM,
    RNN,
    BatchNormalization,
    Bidirectional,
    Conv1D,
    ConvLSTM2D,
    Dense,
    Dropout,
    Embedding,
    Flatten,
    GRUCell,
    Input,
    LSTMCell,
    Sequential,
    TimeDistributed,
)
from lstmlesson.ledger import SLOTS, costs, uses
from lstmlesson.symbolic import B, T, f, u


def values(*args, **kwargs):
    return {name: entry.value for name, entry in costs(*args, **kwargs).items()}


def test_the_base_case():
    assert values(LSTM(2), (10, 3), batch=7) == {
        "parameters": 4 * (3 * 2 + 2 * 2 + 2),
        "state": 7 * 2 * 2,
        "activations": 7 * 2,
        "training keeps": 7 * 10 * (3 + 7 * 2),
        "multiply-adds": 7 * 10 * 4 * (3 * 2 + 2 * 2),
        "bytes": 4 * 48,
        "optimizer": 2 * 48 + 2,
    }


def test_work_grows_with_the_timesteps_and_parameters_do_not():
    ten, hundred = values(LSTM(2), (10, 3)), values(LSTM(2), (100, 3))
    assert (ten["multiply-adds"], hundred["multiply-adds"]) == (400, 4_000)
    assert ten["parameters"] == hundred["parameters"]


def test_what_each_ledger_hangs_on():
    depends = {name: entry.depends_on for name, entry in costs(LSTM(2), (None, 3)).items()}
    assert depends == {
        "parameters": ("features", "units"),
        "state": ("units", "batch"),
        "activations": ("units", "batch"),
        "training keeps": ("timesteps", "features", "units", "batch"),
        "multiply-adds": ("timesteps", "features", "units", "batch"),
        "bytes": ("features", "units"),
        "optimizer": ("features", "units"),
    }
    assert costs(LSTM(2, return_sequences=True), (5, 3))["activations"].depends_on == ("timesteps", "units", "batch")
    assert "timesteps" in costs(Sequential([Input((5, 2)), Flatten(), Dense(3)]))["parameters"].depends_on
    assert "timesteps" not in costs(Sequential([Input((5, 2)), Dense(3)]))["parameters"].depends_on


def test_an_open_length_leaves_open_what_hangs_on_it():
    open_length = costs(LSTM(2), (None, 3))
    assert open_length["multiply-adds"].value is None
    assert open_length["parameters"].value == 48


@pytest.mark.parametrize(("dtype", "size"), [("float16", 2), ("bfloat16", 2), ("float32", 4), ("float64", 8)])
def test_bytes_follow_the_number_type(dtype, size):
    assert values(LSTM(2), (10, 3), dtype=dtype)["bytes"] == 48 * size


# Counted by building each optimizer of Keras 3.15.1 for LSTM(2) on 3 features.
@pytest.mark.parametrize(
    ("optimizer", "kept"),
    {"sgd": 2, "sgd with momentum": 50, "rmsprop": 50, "adagrad": 50, "adam": 98, "adamw": 98}.items(),
)
def test_optimizers_keep_what_keras_says(optimizer, kept):
    assert optimizer in SLOTS
    assert values(LSTM(2), (10, 3), optimizer=optimizer)["optimizer"] == kept
    assert values(LSTM(2, trainable=False), (10, 3), optimizer=optimizer)["optimizer"] == 2


def test_how_often_a_weight_is_used():
    assert uses(LSTM(2), (10, 3)) == 10
    assert uses(Bidirectional(GRU(2)), (10, 3)) == 10
    assert uses(TimeDistributed(Dense(1)), (400, 5)) == uses(Dense(1), (400, 5)) == 400
    assert uses(TimeDistributed(LSTM(2)), (4, 10, 3)) == 40
    assert uses(Dense(2), (3,)) == 1
    assert uses(Conv1D(8, 3), (10, 4)) == 8
    assert uses(ConvLSTM2D(2, 3), (5, 10, 12, 1)) == 5 * 8 * 10
    assert uses(LSTM(2), (None, 3)) is None


def test_states_of_several_layers_add_up():
    assert values(RNN([LSTMCell(2), GRUCell(3)]), (10, 4))["state"] == 2 + 2 + 3
    assert values(Bidirectional(LSTM(4)), (10, 3), batch=5)["state"] == 5 * 2 * 2 * 4
    model = Sequential([Input((100, 6)), LSTM(64, return_sequences=True), Dropout(0.5), LSTM(64), Dense(6)])
    found = values(model, batch=32)
    assert found["state"] == 32 * (2 * 64 + 2 * 64)
    assert found["activations"] == 32 * (100 * 64 + 100 * 64 + 64 + 6)
    assert found["multiply-adds"] == 32 * (100 * 4 * (6 * 64 + 64 * 64) + 100 * 4 * (64 * 64 + 64 * 64) + 64 * 6)


def test_a_table_is_looked_up_and_a_rescaling_has_no_kernel():
    assert values(Embedding(640, 300), (10,))["multiply-adds"] == 0
    assert values(BatchNormalization(), (10, 5))["multiply-adds"] == 0


def test_letters_pass_through():
    found = values(LSTM(u), (T, f), batch=B)
    assert (found["multiply-adds"] - B * T * 4 * (f * u + u * u)).expand() == 0
    assert found["state"] == 2 * B * u
