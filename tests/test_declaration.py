"""A frozen declaration changed: other arguments, other sizes, other features; also in the layers inside it."""

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
    Embedding,
    Input,
    LSTMCell,
    Sequential,
    TimeDistributed,
    pytorch,
)


def test_replace_changes_what_is_named_and_keeps_the_rest():
    layer = LSTM(2, use_bias=False, name="first")
    changed = layer.replace(units=5, return_sequences=True)
    assert (changed, changed.name) == (LSTM(5, use_bias=False, return_sequences=True, name="first"), "first")
    assert layer == LSTM(2, use_bias=False, name="first")
    assert pytorch.LSTM(3, 2).replace(bias=False).count() == 4 * (3 * 2 + 2 * 2)


def test_replace_refuses_what_the_class_refuses():
    with pytest.raises(TypeError, match="unitz"):
        LSTM(2).replace(unitz=3)
    with pytest.raises(ValueError, match="units=0"):
        LSTM(2).replace(units=0)
    with pytest.raises(TypeError, match="made of layers"):
        Sequential([Input((3,)), Dense(2)]).replace(name="other")


def test_the_older_input_shape_is_kept_and_warned_of_once():
    with pytest.warns(UserWarning, match="older way") as warned:
        layer = LSTM(2, input_shape=(10, 3))
    assert layer.replace(units=4).values["input_shape"] == (10, 3)
    assert len(warned) == 1


@pytest.mark.parametrize(
    ("layer", "doubled"),
    [
        (Embedding(10, 3, mask_zero=True), Embedding(20, 6, mask_zero=True)),
        (Conv1D(4, (3,), dilation_rate=2), Conv1D(8, (6,), dilation_rate=2)),
        (RNN([LSTMCell(2), LSTMCell(3)]), RNN([LSTMCell(4), LSTMCell(6)])),
        (TimeDistributed(Bidirectional(GRU(5))), TimeDistributed(Bidirectional(GRU(10)))),
        (pytorch.LSTM(3, 4, num_layers=2, proj_size=0), pytorch.LSTM(6, 8, num_layers=2, proj_size=0)),
        (pytorch.LayerNorm((4, 5)), pytorch.LayerNorm((8, 10))),
    ],
    ids=repr,
)
def test_every_size_is_changed_and_nothing_else(layer, doubled):
    assert layer.with_sizes(lambda name, size: 2 * size) == doubled


def test_a_model_keeps_its_sizes():
    model = Sequential([Input((3,)), Dense(2)])
    assert TimeDistributed(model).with_sizes(lambda name, size: 2 * size).layer is model


def test_arguments_are_changed_wherever_a_layer_has_them():
    assert TimeDistributed(Bidirectional(LSTM(2))).with_arguments(use_bias=False, merge_mode="sum") == TimeDistributed(
        Bidirectional(LSTM(2, use_bias=False), merge_mode="sum")
    )


@pytest.mark.parametrize(
    ("layer", "shape"),
    [
        (LSTM(2), (None, 7)),
        (Dense(2), (7,)),
        (Embedding(10, 3), ()),
        (Conv1D(2, 3, data_format="channels_first"), (7, None)),
        (ConvLSTM2D(2, (3, 5)), (None, 3, 5, 7)),
        (BatchNormalization(axis=1), (7,)),
        (TimeDistributed(LSTM(2)), (None, None, 7)),
        (Bidirectional(GRU(2)), (None, 7)),
        (pytorch.Linear(7, 2), (7,)),
        (pytorch.BatchNorm1d(7), (None, 7)),
    ],
    ids=repr,
)
def test_a_layer_knows_the_input_that_has_so_many_features(layer, shape):
    assert layer.input_with(7) == shape
    assert layer.output_shape(layer.input_with(7))


def test_other_features_leave_the_other_axes_alone():
    assert LSTM(2).input_with(7, (10, 3)) == (10, 7)
    assert Conv1D(2, 3, data_format="channels_first").input_with(7, (3, 10)) == (7, 10)
    assert TimeDistributed(BatchNormalization(axis=1)).input_with(7, (4, 3, 5)) == (4, 7, 5)
