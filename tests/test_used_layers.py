"""What Keras lets a program read on layers and models, and set, and the refusals that show the line to write.

The values were seen on Keras 3.15.1.
"""

import numpy as np
import pytest

from lstmlesson import (
    GRU,
    LSTM,
    RNN,
    Bidirectional,
    Dense,
    Embedding,
    Input,
    LayerNormalization,
    LeakyReLU,
    LSTMCell,
    Model,
    RepeatVector,
    Sequential,
    SimpleRNN,
    TimeDistributed,
    layers,
)


def chain():
    return Sequential([Input((10, 3)), LSTM(4, return_sequences=True), LSTM(2), Dense(1)])


def test_a_used_layer_is_read_as_in_keras():
    model = chain()
    first, second, head = model.layers
    assert [layer.name for layer in model.layers] == ["lstm", "lstm_1", "dense"]
    assert [layer.output_shape for layer in model.layers] == [(None, 10, 4), (None, 2), (None, 1)]
    assert second.input_shape == (None, 10, 4)
    assert [(one.name, one.shape) for one in head.weights] == [("kernel", (2, 1)), ("bias", (1,))]
    assert [layer.count_params() for layer in model.layers] == [128, 56, 3]
    assert first.output is second.input
    assert first.built


def test_the_same_names_can_be_asked_for_another_shape():
    first = chain().layers[0]
    assert first.output_shape((7, 5)) == (7, 4)
    assert first.weights((7, 5))[0].shape == (5, 4)
    assert LSTM(4).output_shape((7, 5)) == (4,)


def test_a_layer_that_was_not_used_has_nothing_to_read():
    layer = LSTM(2)
    assert list(layer.weights) == []
    assert layer.input_shape is None
    assert not layer.built
    with pytest.raises(ValueError, match="has not seen its input"):
        layer.count_params()
    with pytest.raises(AttributeError, match="not used in a model"):
        layer.output  # noqa: B018
    assert "was not used yet" in repr(layer.output_shape)


def test_a_model_is_read_as_in_keras():
    model = chain()
    assert (model.name, model.built) == ("sequential", True)
    assert (model.input_shape, model.output_shape) == ((None, 10, 3), (None, 1))
    assert (model.inputs[0].shape, model.outputs[0].shape) == ((None, 10, 3), (None, 1))
    assert model.get_layer(index=1) is model.get_layer("lstm_1") is model.layers[1]
    assert [tuple(one.shape) for one in model.weights] == [array.shape for array in model.arrays()]
    with pytest.raises(ValueError, match="index=3; expected 0 to 2"):
        model.get_layer(index=3)


def test_a_model_can_end_at_a_layer_of_another():
    model = chain()
    inside = Model(model.input, model.get_layer("lstm").output)
    assert inside.count() == 4 * (3 * 4 + 4 * 4 + 4)
    assert inside.output_shape == (None, 10, 4)


def test_one_output_in_a_list_has_one_shape():
    inputs = Input((3,))
    assert Model([inputs], [Dense(2)(inputs)]).output_shape == (None, 2)


def test_outputs_in_a_dict_have_the_order_of_their_names():
    inputs = Input((10, 3))
    seen = LSTM(4)(inputs)
    outputs = {"step": Dense(1, name="step")(seen), "duration": Dense(2, name="duration")(seen)}
    model = Model(inputs, {**outputs, "pitch": Dense(3, name="pitch")(seen)})
    assert [row.name for row in model.rows()][2:] == ["duration", "pitch", "step"]


def test_weights_are_zeros_and_can_be_given_back():
    model = chain()
    with pytest.warns(UserWarning, match="zeros"):
        weights = model.layers[-1].get_weights()
    assert [one.shape for one in weights] == [(2, 1), (1,)]
    assert not np.any(weights[0])
    model.layers[-1].set_weights([np.ones((2, 1)), np.ones(1)])
    with pytest.raises(ValueError, match=r"\(3, 1\).*expected \[\(2, 1\)"):
        model.layers[-1].set_weights([np.ones((3, 1)), np.ones(1)])


def test_a_summary_says_more_where_it_is_asked(capsys):
    inner = Sequential([Input((10, 3)), LSTM(2)])
    model = Sequential([Input((10, 3)), inner, Dense(1, trainable=False)])
    model.summary(line_length=100, positions=[0.4, 0.8, 1.0], expand_nested=True, show_trainable=True)
    shown = capsys.readouterr().out
    assert "   └ lstm (LSTM)" in shown
    assert "Trainable" in shown
    assert " N " in shown
    model.summary(layer_range=("dense", "dense"))
    assert "sequential (Sequential)" not in capsys.readouterr().out
    with pytest.raises(ValueError, match="layer_range"):
        model.summary(layer_range=("nobody", "dense"))


def test_an_unbuilt_summary_goes_on_and_says_what_builds_it(capsys):
    Sequential([Embedding(9, 2), LSTM(3)]).summary()
    shown = capsys.readouterr().out
    assert "0 (unbuilt)" in shown
    assert "?" in shown
    assert "model.build((None, timesteps, features))" in shown


FROZEN = {
    "an LSTM": (lambda: LSTM(2, trainable=False), 0),
    "a Bidirectional": (lambda: Bidirectional(LSTM(2), trainable=False), 2 * 4 * (3 * 2 + 2 * 2 + 2)),
    "the LSTM in it": (lambda: Bidirectional(LSTM(2, trainable=False)), 0),
    "a TimeDistributed": (lambda: TimeDistributed(Dense(2), trainable=False), 3 * 2 + 2),
    "an RNN": (lambda: RNN(LSTMCell(2), trainable=False), 4 * (3 * 2 + 2 * 2 + 2)),
    "its cell": (lambda: RNN(LSTMCell(2, trainable=False)), 0),
    "a chain": (lambda: Sequential([LSTM(2)], trainable=False), 4 * (3 * 2 + 2 * 2 + 2)),
}


@pytest.mark.parametrize("case", FROZEN)
def test_trainable_false_counts_as_keras_counts_it(case):
    make, trained = FROZEN[case]
    assert Sequential([Input((5, 3)), make()]).trainable_count() == trained


@pytest.mark.parametrize("case", FROZEN)
def test_trainable_set_afterwards_reaches_everything_inside(case):
    layer = FROZEN[case][0]()
    model = Sequential([Input((5, 3)), layer])
    layer.trainable = False
    assert model.trainable_count() == 0
    layer.trainable = True
    assert model.trainable_count() == model.count()


def test_a_model_that_is_not_trained_counts_nothing_as_trained():
    assert Sequential([Input((5, 3)), LSTM(2)], trainable=False).trainable_count() == 0
    model = chain()
    model.trainable = False
    assert model.trainable_count() == 0
    model.layers[-1].trainable = True
    assert model.trainable_count() == 0


def test_what_keras_takes_silently_is_taken():
    with pytest.warns(UserWarning, match="input_length=4 is ignored"):
        assert Embedding(9, 2, input_length=4).count() == 18
    with pytest.warns(UserWarning, match="older way"):
        dense = Dense(12, input_dim=8)
    assert Sequential([dense]).count() == 8 * 12 + 12
    assert LSTM(2, implementation=2, zero_output_for_mask=True) == LSTM(2)
    assert GRU(2, implementation=1) == GRU(2)
    assert SimpleRNN(2, zero_output_for_mask=True).count((None, 3)) == 12
    assert LeakyReLU(alpha=0.1).negative_slope == 0.1
    assert LayerNormalization(rms_scaling=True).count((4,)) == 4
    assert Dense(np.int64(3), use_bias=0).count((4,)) == 12
    assert LSTM(2, return_sequences=1).output_shape((5, 3)) == (5, 2)


def test_keras_second_names_are_the_same_layers():
    assert layers.MaxPool1D is layers.MaxPooling1D
    assert layers.GlobalAvgPool2D is layers.GlobalAveragePooling2D
    assert layers.Convolution1D is layers.Conv1D


REFUSED = {
    "the last timestep only": (
        lambda: Sequential([Input((10, 3)), LSTM(32), LSTM(2)]),
        "expected ndim=3, found ndim=2",
        "LSTM(32, return_sequences=True)",
        "RepeatVector",
    ),
    "the same in both directions": (
        lambda: Sequential([Input((10, 3)), Bidirectional(GRU(3)), LSTM(2)]),
        "Bidirectional(GRU(3, return_sequences=True))",
    ),
    "an input without timesteps": (
        lambda: Sequential([Input((8,)), LSTM(2)]),
        "Input((None, 8))",
        "Input((8, 1))",
    ),
    "the same on tensors": (lambda: LSTM(2)(Input((8,))), "Input((None, 8))"),
    "an image without features": (
        lambda: Sequential([Input((28, 28)), layers.Conv2D(2, 3)]),
        "Input((28, 28, 1))",
    ),
    "the batch in the input": (lambda: LSTM(2)(Input((4, 10, 3))), "write Input((10, 3))"),
    "a quantized type": (lambda: Dense(5, dtype="int8_from_float32"), "not counted here"),
    "a type that is none": (lambda: Dense(5, dtype="nonsense"), "float32"),
    "LoRA": (lambda: Dense(5, lora_rank=2), "not counted here"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refusal_shows_the_line_to_write(case):
    make, *pieces = REFUSED[case]
    with pytest.raises((TypeError, ValueError)) as refusal:
        make()
    for piece in pieces:
        assert piece in str(refusal.value)


def test_a_layer_that_is_not_there_is_named_with_the_nearest():
    with pytest.raises(AttributeError, match=r"'Conv4D'.*not counted; the nearest that is: Conv"):
        layers.Conv4D  # noqa: B018


def test_the_line_that_a_refusal_shows_is_accepted():
    Sequential([Input((10, 3)), LSTM(32, return_sequences=True), LSTM(2)])
    Sequential([Input((10, 3)), LSTM(32), RepeatVector(10), LSTM(2)])
    Sequential([Input((None, 8)), LSTM(2)])


def test_a_layer_is_made_again_from_its_configuration():
    layer = LSTM(2, return_sequences=True, name="memory")
    assert LSTM.from_config(layer.get_config()) == layer
