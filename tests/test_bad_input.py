"""What cannot be counted is refused: the message names the field, repeats what was given and says what is expected."""

import numpy as np
import pytest
import sympy

from lstmlesson import (
    GRU,
    LSTM,
    RNN,
    Activation,
    Add,
    BatchNormalization,
    Bidirectional,
    Concatenate,
    Conv1D,
    ConvLSTM2D,
    Cropping1D,
    Dense,
    Dropout,
    Flatten,
    GaussianNoise,
    Input,
    LayerNormalization,
    LSTMCell,
    MaxPooling1D,
    Model,
    Permute,
    RepeatVector,
    Reshape,
    Sequential,
    StackedRNNCells,
    TimeDistributed,
    UpSampling1D,
    ZeroPadding1D,
    pytorch,
)
from lstmlesson.inverse import largest_units, pairs
from lstmlesson.ledger import costs
from lstmlesson.symbolic import T, f, formula, u


def cycle():
    inner = Sequential([Input((3,)), Dense(3)])
    outer = Sequential([inner, Dense(3)])
    inner.add(outer)


def twice():
    layer = Dense(3)
    Sequential([Input((3,)), layer, layer])


def shared_on_other_features():
    layer, first, second = LSTM(2), Input((4, 3)), Input((4, 5))
    Model([first, second], Concatenate()([layer(first), layer(second)]))


def disconnected():
    first, second = Input((4, 3)), Input((4, 3))
    Model(first, LSTM(2)(second))


def letter(**assumptions):
    return sympy.Symbol("x", **assumptions)


# What is called, and three pieces of the message: the field or layer, what was given, what is expected.
CASES = {
    "zero units": (lambda: LSTM(0), "units", "0", "positive whole number"),
    "negative units": (lambda: LSTM(-3), "units", "-3", "positive whole number"),
    "a float": (lambda: LSTM(2.5), "units", "2.5", "whole number"),
    "a whole float": (lambda: LSTM(2.0), "units", "2.0", "whole number"),
    "True as units": (lambda: LSTM(True), "units", "True", "whole number"),
    "numpy's True": (lambda: LSTM(np.True_), "units", "True", "whole number"),
    "text as units": (lambda: LSTM("2"), "units", "'2'", "whole number"),
    "None as units": (lambda: LSTM(None), "units", "None", "whole number"),
    "a list as units": (lambda: LSTM([2]), "units", "[2]", "whole number"),
    "a complex number": (lambda: LSTM(2j), "units", "2j", "whole number"),
    "not a number": (lambda: LSTM(float("nan")), "units", "nan", "whole number"),
    "infinity": (lambda: LSTM(float("inf")), "units", "inf", "whole number"),
    "a letter of unknown kind": (lambda: LSTM(letter()), "units", "x", "a letter"),
    "a letter that may be negative": (lambda: LSTM(letter(integer=True)), "units", "x", "a letter"),
    "an array of floats": (lambda: LSTM(np.array([1.0])), "units", "float64", "whole numbers"),
    "an array of bools": (lambda: LSTM(np.array([True])), "units", "bool", "whole numbers"),
    "an array with a zero": (lambda: LSTM(np.array([1, 0])), "units", "0", "positive"),
    "an empty array": (lambda: LSTM(np.array([], dtype=int)), "units", "[]", "positive"),
    "an array that would wrap": (
        lambda: LSTM(np.array([2**40])).count((None, 3)),
        "recurrent_kernel",
        "2^63-1",
        "dtype=object",
    ),
    "arrays that do not fit": (
        lambda: LSTM(np.array([1, 2])).count((None, np.array([1, 2, 3]))),
        "kernel",
        "(3,) and (2,)",
        "fit together",
    ),
    "no units": (lambda: LSTM(), "LSTM", "units", "needs"),
    "units twice": (lambda: LSTM(2, units=3), "units", "3", "twice"),
    "an unknown argument": (lambda: LSTM(2, banana=3), "banana", "3", "it has units"),
    "too many arguments": (lambda: Dropout(0.5, None, 1, 2), "Dropout", "4", "at most 3"),
    "input_length": (lambda: LSTM(2, input_length=4), "input_length", "4", "Input((4, features))"),
    "input_length and input_dim": (lambda: LSTM(2, input_length=4, input_dim=3), "input_length", "4", "Input((4, 3))"),
    "the batch in a layer": (
        lambda: LSTM(2, batch_input_shape=(1, 2, 3)),
        "batch_input_shape",
        "Input(batch_shape=(1, 2, 3))",
    ),
    "Keras 1's output_dim": (lambda: LSTM(output_dim=2), "output_dim=2", "units=2"),
    "Keras 1's two names": (lambda: LSTM(2, dropout_W=0.1, dropout_U=0.2), "dropout=0.1", "recurrent_dropout=0.2"),
    "Keras 1's filters": (lambda: Conv1D(nb_filter=4, filter_length=3), "filters=4", "kernel_size=3"),
    "Keras 1's gates": (lambda: GRU(2, inner_activation="tanh"), 'recurrent_activation="tanh"'),
    "a slip of the pen": (lambda: LSTM(2, retrun_sequences=True), "retrun_sequences", "return_sequences=True"),
    "Model(input=)": (lambda: Model(input=1, output=2), "input=", "output=", "Model(inputs=…, outputs=…)"),
    "return_sequences as text": (lambda: LSTM(2, return_sequences="yes"), "return_sequences", "'yes'", "True or False"),
    "use_bias as a number": (lambda: Dense(2, use_bias=2), "use_bias", "2", "True or False"),
    "trainable as a number": (lambda: Dense(2, trainable=1), "trainable", "1", "True or False"),
    "an unknown activation": (lambda: Activation("rleu"), "activation", "'rleu'", "relu"),
    "an unknown initializer": (lambda: Dense(2, kernel_initializer="big"), "kernel_initializer", "'big'", "zeros"),
    "dropout above one": (lambda: Dropout(1.5), "rate", "1.5", "between 0 and 1"),
    "dropout as text": (lambda: Dropout("half"), "rate", "'half'", "between 0 and 1"),
    "loud noise": (lambda: GaussianNoise(2), "stddev", "2", "between 0 and 1"),
    "LoRA": (lambda: Dense(2, lora_rank=4), "lora_rank", "4", "None"),
    "a name with a slash": (lambda: Dense(2, name="a/b"), "name", "'a/b'", "without '/'"),
    "no shape": (lambda: LSTM(2).count(), "LSTM", "input shape", "(timesteps, features)"),
    "one number as a shape": (lambda: LSTM(2).count(3), "LSTM", "3", "(timesteps, features)"),
    "text as a shape": (lambda: LSTM(2).count("10, 3"), "LSTM", "'10, 3'", "tuple"),
    "a set as a shape": (lambda: LSTM(2).count({10, 3}), "LSTM", "{10, 3}", "tuple"),
    "an empty shape": (lambda: LSTM(2).count(()), "LSTM", "()", "(timesteps, features)"),
    "too few axes": (lambda: LSTM(2).count((3,)), "features 3", "(3,)", "expected ndim=3, found ndim=2"),
    "the batch in the shape": (lambda: LSTM(2).count((50, 10, 3)), "batch 50", "(50, 10, 3)", "leave out the batch"),
    "None for the batch": (lambda: LSTM(2).count((None, 10, 3)), "batch None", "(None, 10, 3)", "leave out the batch"),
    "None for the features": (lambda: LSTM(2).count((10, None)), "features", "(10, None)", "a number"),
    "zero timesteps": (lambda: LSTM(2).count((0, 3)), "axis 0", "0", "positive"),
    "negative features": (lambda: LSTM(2).count((10, -3)), "axis 1", "-3", "positive"),
    "features as a float": (lambda: LSTM(2).count((10, 3.0)), "axis 1", "3.0", "whole number"),
    "features as text": (lambda: Dense(2).count(("3",)), "axis 0", "'3'", "whole number"),
    "no features": (lambda: Dense(2).count(()), "Dense", "()", "features"),
    "None for a Dense": (lambda: Dense(2).count((10, None)), "features", "None", "a number"),
    "Input of a number": (lambda: Input(3), "Input", "3", "(None, 3)"),
    "Input of nothing": (lambda: Input(), "Input", "missing", "(timesteps, features)"),
    "two batches": (lambda: Input((3,), batch_shape=(2, 3)), "batch_shape", "(2, 3)", "no shape"),
    "a layer on a number": (lambda: LSTM(2)(3), "LSTM", "3", "Input"),
    "a layer on two tensors": (lambda: LSTM(2)([Input((4, 3)), Input((4, 3))]), "LSTM", "2", "Concatenate or Add"),
    "a layer on nothing": (lambda: Concatenate()([]), "Concatenate", "empty", "at least one"),
    "initial_state of another size": (
        lambda: LSTM(2)(Input((4, 3)), initial_state=[Input((2,)), Input((5,))]),
        "initial_state",
        "(2,), (5,)",
        "expected (2,), (2,)",
    ),
    "shapes that do not meet": (
        lambda: Sequential([Input((10, 3)), LSTM(2), LSTM(2)]),
        "LSTM",
        "(2,)",
        "(timesteps, features)",
    ),
    "several tensors in a chain": (
        lambda: Sequential([Input((10, 3)), LSTM(2, return_state=True), Dense(1)]),
        "Dense(1)",
        "3",
        "expected one",
    ),
    "an unbuilt model": (lambda: Sequential([LSTM(2)]).count(), "Sequential", "0 (unbuilt)", "Input("),
    "an empty model": (lambda: Sequential().count(), "Sequential", "no layers", "Input("),
    "a cycle": (cycle, "Sequential", "cycle", "another layer"),
    "a layer twice in a chain": (twice, "Dense(3)", "already", "a new layer"),
    "a number in a chain": (lambda: Sequential([3]), "Sequential", "3", "a layer"),
    "a layer in place of a list": (lambda: Sequential(LSTM(2)), "layers", "LSTM(2)", "a list"),
    "two inputs of a chain": (lambda: Sequential([Input((3,)), Input((3,))]), "Sequential", "(None, 3)", "once"),
    "two layers of one name": (
        lambda: Sequential([Input((3,)), Dense(1, name="a"), Dense(1, name="a")]),
        "name",
        "'a'",
        "each name once",
    ),
    "other features for a shared layer": (shared_on_other_features, "LSTM(2)", "(5, 2)", "the same features"),
    "outputs from elsewhere": (disconnected, "(None, 4, 3)", "not among the inputs", "inputs=["),
    "a model of nothing": (lambda: Model(None, None), "inputs", "None", "Input("),
    "a model on another shape": (
        lambda: Sequential([Input((3,)), Dense(2)]).count((4,)),
        "Sequential",
        "(4,)",
        "(3,)",
    ),
    "stateful without a batch": (
        lambda: Sequential([Input((10, 3)), LSTM(2, stateful=True)]),
        "stateful",
        "batch None",
        "batch_shape",
    ),
    "Bidirectional of a Dense": (lambda: Bidirectional(Dense(2)), "layer", "Dense(2)", "recurrent layer"),
    "an unknown merge": (lambda: Bidirectional(LSTM(2), merge_mode="max"), "merge_mode", "'max'", "'concat'"),
    "both halves forwards": (
        lambda: Bidirectional(LSTM(2), backward_layer=LSTM(2)),
        "backward_layer",
        "LSTM(2)",
        "go_backwards=True",
    ),
    "halves that return different things": (
        lambda: Bidirectional(LSTM(2), backward_layer=LSTM(2, go_backwards=True, return_sequences=True)),
        "return_sequences",
        "True",
        "the same",
    ),
    "TimeDistributed of a number": (lambda: TimeDistributed(3), "layer", "3", "a layer"),
    "TimeDistributed on a vector": (
        lambda: TimeDistributed(Dense(1)).count((3,)),
        "TimeDistributed",
        "(3,)",
        "timesteps",
    ),
    "RNN of units": (lambda: RNN(3), "cell", "3", "a cell"),
    "no cells": (lambda: StackedRNNCells([]), "cells", "[]", "a list of cells"),
    "a layer as a cell": (lambda: RNN(LSTM(2)), "cell", "LSTM(2)", "a cell"),
    "a cell on a sequence": (lambda: LSTMCell(2).count((10, 3)), "LSTMCell", "(10, 3)", "(features)"),
    "a window too large": (lambda: Conv1D(2, 7).count((5, 3)), "Conv1D", "7", "same"),
    "groups that do not divide": (lambda: Conv1D(4, 3, groups=3), "filters", "4", "groups=3"),
    "features that do not divide": (lambda: Conv1D(4, 3, groups=2).count((9, 3)), "features", "3", "groups=2"),
    "an unknown padding": (lambda: Conv1D(4, 3, padding="sometimes"), "padding", "'sometimes'", "'valid'"),
    "strides and dilation": (lambda: Conv1D(4, 3, strides=2, dilation_rate=2), "strides", "(2,)", "1 for one"),
    "three sides of a window": (lambda: ConvLSTM2D(4, (3, 3, 3)), "kernel_size", "(3, 3, 3)", "2 whole numbers"),
    "an open image": (lambda: ConvLSTM2D(4, 3).count((10, None, 8, 1)), "ConvLSTM2D", "None", "numbers"),
    "a pool too large": (lambda: MaxPooling1D(9).output_shape((4, 3)), "MaxPooling1D", "9", "same"),
    "cropped to nothing": (lambda: Cropping1D(5).output_shape((10, 3)), "cropping", "(5, 5)", "less"),
    "negative padding": (lambda: ZeroPadding1D(-1), "padding", "-1", "positive"),
    "sampling up by none": (lambda: UpSampling1D(0), "size", "0", "positive"),
    "no repetition": (lambda: RepeatVector(0), "n=0", "0", "positive"),
    "a sequence repeated": (lambda: RepeatVector(2).output_shape((4, 3)), "RepeatVector", "(4, 3)", "(features)"),
    "axes in no order": (lambda: Permute((2, 3)), "dims", "(2, 3)", "each of 1"),
    "a shape that holds less": (lambda: Reshape((7,)).output_shape((5, 2)), "target_shape", "(7,)", "the same number"),
    "two open sides": (lambda: Reshape((-1, -1)), "target_shape", "(-1, -1)", "one at most"),
    "an axis that is not there": (lambda: LayerNormalization(axis=3).count((10, 4)), "axis", "3", "1 to 2"),
    "an axis of no kind": (lambda: BatchNormalization(axis="last"), "axis", "'last'", "whole number"),
    "one shape to join": (lambda: Concatenate().output_shape((10, 3)), "Concatenate", "(10, 3)", "list of shapes"),
    "lengths that differ": (lambda: Concatenate().output_shape([(10, 3), (9, 3)]), "Concatenate", "(9, 3)", "the same"),
    "sizes that cannot be added": (lambda: Add().output_shape([(10, 3), (10, 4)]), "Add", "4", "equal sizes"),
    "PyTorch, no features": (lambda: pytorch.LSTM(0, 4), "input_size", "0", "positive"),
    "PyTorch, a float": (lambda: pytorch.LSTM(3, 2.5), "hidden_size", "2.5", "whole number"),
    "PyTorch, no layers": (lambda: pytorch.LSTM(3, 4, num_layers=0), "num_layers", "0", "positive"),
    "PyTorch, a letter of layers": (lambda: pytorch.LSTM(3, 4, num_layers=u), "num_layers", "u", "one positive"),
    "PyTorch, a large projection": (lambda: pytorch.LSTM(3, 4, proj_size=4), "proj_size", "4", "less than"),
    "PyTorch, a GRU's projection": (lambda: pytorch.GRU(3, 4, proj_size=2), "proj_size", "2", "no argument"),
    "PyTorch, dropout": (lambda: pytorch.LSTM(3, 4, dropout=1.5), "dropout", "1.5", "between 0 and 1"),
    "PyTorch, other features": (lambda: pytorch.LSTM(3, 4).count((5, 2, 7)), "input_size", "(5, 2, 7)", "3"),
    "PyTorch, four axes": (lambda: pytorch.LSTM(3, 4).output_shape((5, 2, 7, 3)), "LSTM", "(5, 2, 7, 3)", "2 or 3"),
    "a formula with a letter left": (lambda: formula(LSTM(u), (T, f)).steps({u: 2}), "f", "letter", "number"),
    "a count of nothing": (lambda: pairs(0, LSTM), "count", "0", "positive"),
    "a budget too small": (lambda: largest_units(3, LSTM, features=6), "budget", "3", "one unit"),
    "a layer without numbers": (lambda: pairs(9, Dropout), "kind", "Dropout", "layers.LSTM"),
    "a layer around a layer": (lambda: pairs(9, Bidirectional), "kind", "Bidirectional", "layers.LSTM"),
    "a ledger of a number": (lambda: costs(48), "layer", "48", "a Keras layer"),
    "an unknown dtype": (lambda: costs(LSTM(2), (10, 3), dtype="int8"), "dtype", "'int8'", "'float32'"),
    "an unknown optimizer": (lambda: costs(LSTM(2), (10, 3), optimizer="magic"), "optimizer", "'magic'", "'adam'"),
    "half a batch": (lambda: costs(LSTM(2), (10, 3), batch=0.5), "batch", "0.5", "whole number"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_counted_is_refused_with_reason(case):
    call, *pieces = CASES[case]
    with pytest.raises((TypeError, ValueError)) as refusal:
        call()
    for piece in pieces:
        assert piece in str(refusal.value)


def test_there_are_enough_cases():
    assert len(CASES) >= 60


def test_one_number_as_a_shape_shows_both_readings():
    with pytest.raises(TypeError, match=r"\(None, 3\), which gives 48; .* \(3, 1\), which gives 32"):
        LSTM(2).count(3)


@pytest.mark.parametrize("field", ["return_sequences", "units", "banana"])
def test_a_layer_is_frozen(field):
    layer = LSTM(2)
    with pytest.raises(AttributeError, match="frozen") as refusal:
        setattr(layer, field, 4)
    if field == "units":
        assert "LSTM(4)" in str(refusal.value)
    with pytest.raises(AttributeError, match="frozen"):
        del layer.units


def test_sizes_up_to_a_million_millions_stay_exact():
    units = features = 10**12
    assert LSTM(units).count((None, features)) == 4 * (features * units + units * units + units)
    assert Flatten().output_shape((10**12, 10**12)) == (10**24,)
    assert GRU(units).formula((None, 1)).endswith(f"{3 * (units + units**2 + 2 * units):,}")
