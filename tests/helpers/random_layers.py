"""Random layers and models as plain data, so that our package and a real framework can be given the same ones.

A configuration is written as in the records: {"class": …, "kwargs": {…}}. Some are refused by Keras on purpose.
"""

import random

SIZES = [1, 2, 3, 4, 5, 7, 8, 10, 13, 16]
PADDINGS = ["valid", "same"]


def one_in(draw, chance):
    return draw.random() < 1 / chance


def recurrent(draw, sequences=None):
    """A recurrent layer; sequences settles return_sequences."""
    kind = draw.choice(["LSTM", "GRU", "SimpleRNN"])
    kwargs = {"units": draw.choice(SIZES)}
    kwargs["return_sequences"] = draw.random() < 0.5 if sequences is None else sequences
    if one_in(draw, 3):
        kwargs["use_bias"] = draw.random() < 0.5
    if kind == "GRU" and one_in(draw, 2):
        kwargs["reset_after"] = draw.random() < 0.5
    if one_in(draw, 4):
        kwargs["go_backwards"] = True
    if one_in(draw, 6):
        kwargs["trainable"] = False
    return {"class": kind, "kwargs": kwargs}


def cells(draw):
    kinds = ["LSTMCell", "GRUCell", "SimpleRNNCell"]
    each = [{"class": draw.choice(kinds), "kwargs": {"units": draw.choice(SIZES)}} for _ in range(draw.randint(1, 3))]
    cell = each if len(each) > 1 or one_in(draw, 2) else each[0]
    return {"class": "RNN", "kwargs": {"cell": cell, "return_sequences": draw.random() < 0.5}}


def bidirectional(draw, sequences=None):
    inner = recurrent(draw, sequences)
    kwargs = {"layer": inner, "merge_mode": draw.choice(["concat", "sum", "mul", "ave"])}
    if one_in(draw, 4):
        backward = {**inner, "kwargs": {**inner["kwargs"], "use_bias": draw.random() < 0.5}}
        backward["kwargs"]["go_backwards"] = draw.random() < 0.7
        kwargs["backward_layer"] = backward
    return {"class": "Bidirectional", "kwargs": kwargs}


def over_time(draw):
    """A layer that takes (timesteps, features) and is not recurrent."""
    size = draw.choice([1, 2, 3, 5])
    options = [
        {"class": "Conv1D", "kwargs": {"filters": draw.choice([2, 4, 6]), "kernel_size": size}},
        {"class": "Conv1D", "kwargs": {"filters": 4, "kernel_size": size, "strides": draw.choice([1, 2, 3])}},
        {"class": "Conv1D", "kwargs": {"filters": 6, "kernel_size": size, "dilation_rate": 2, "padding": "causal"}},
        {"class": "Conv1D", "kwargs": {"filters": 4, "kernel_size": size, "groups": draw.choice([2, 3])}},
        {"class": "MaxPooling1D", "kwargs": {"pool_size": size, "padding": draw.choice(PADDINGS)}},
        {"class": "AveragePooling1D", "kwargs": {"pool_size": size, "strides": draw.choice([1, 2, 3])}},
        {"class": "ZeroPadding1D", "kwargs": {"padding": draw.choice([0, 1, [1, 2], -1])}},
        {"class": "Cropping1D", "kwargs": {"cropping": draw.choice([1, 2, [0, 3]])}},
        {"class": "UpSampling1D", "kwargs": {"size": draw.choice([1, 2, 3])}},
        {"class": "Permute", "kwargs": {"dims": draw.choice([[2, 1], [1, 2], [1]])}},
        {"class": "TimeDistributed", "kwargs": {"layer": {"class": "Dense", "kwargs": {"units": draw.choice(SIZES)}}}},
        {"class": "TimeDistributed", "kwargs": {"layer": {"class": "Dropout", "kwargs": {"rate": 0.2}}}},
        {"class": "SpatialDropout1D", "kwargs": {"rate": draw.choice([0.2, 1.2])}},
        {"class": "Masking", "kwargs": {}},
        {"class": "Reshape", "kwargs": {"target_shape": draw.choice([[-1], [-1, 2], [2, -1, 1], [6]])}},
        cells(draw),
    ]
    return draw.choice(options)


def anywhere(draw):
    """A layer that takes any shape, or nearly any."""
    options = [
        {"class": "Dense", "kwargs": {"units": draw.choice(SIZES), "use_bias": draw.random() < 0.8}},
        {"class": "Dropout", "kwargs": {"rate": draw.choice([0.0, 0.5, 1.0, 1.5])}},
        {"class": "Activation", "kwargs": {"activation": draw.choice(["relu", "tanh", "nonsense"])}},
        {"class": "LayerNormalization", "kwargs": {"axis": draw.choice([-1, 1, 2, [1, 2], -2])}},
        {"class": "LayerNormalization", "kwargs": {"center": draw.random() < 0.5, "scale": draw.random() < 0.5}},
        {"class": "BatchNormalization", "kwargs": {"center": draw.random() < 0.5, "axis": draw.choice([-1, -1, 1, 3])}},
        {"class": "Flatten", "kwargs": {}},
        {"class": "GlobalMaxPooling1D", "kwargs": {"keepdims": draw.random() < 0.5}},
        {"class": "GlobalAveragePooling1D", "kwargs": {}},
        {"class": "RepeatVector", "kwargs": {"n": draw.choice([1, 3, 0])}},
        {"class": "GaussianNoise", "kwargs": {"stddev": draw.choice([0.1, 2])}},
        {"class": "LeakyReLU", "kwargs": {"negative_slope": draw.choice([0.1, -0.1])}},
        {"class": "Softmax", "kwargs": {}},
        {"class": "ELU", "kwargs": {}},
        {"class": "ReLU", "kwargs": {}},
    ]
    layer = draw.choice(options)
    if one_in(draw, 8):
        layer["kwargs"]["trainable"] = False
    return layer


def chain(seed):
    """A chain of one to five layers and the shape of its input, the batch in front. Some chains cannot be."""
    draw = random.Random(seed)
    timesteps = draw.choice([None, 1, 2, 5, 10, 20])
    shape = [None, timesteps, draw.choice(SIZES)] if draw.random() < 0.85 else [None, draw.choice(SIZES)]
    layers = []
    for _ in range(draw.randint(1, 5)):
        make = draw.choice([recurrent, recurrent, bidirectional, over_time, over_time, anywhere])
        layers.append(make(draw, True) if make in (recurrent, bidirectional) and draw.random() < 0.6 else make(draw))
    if one_in(draw, 10):
        return {"id": seed, "input_shape": [None, timesteps], "layers": [embedding(draw), *layers]}
    if one_in(draw, 12):
        return {"id": seed, **convolutional_lstm(draw)}
    return {"id": seed, "input_shape": shape, "layers": layers}


def embedding(draw):
    return {"class": "Embedding", "kwargs": {"input_dim": draw.choice([10, 100]), "output_dim": draw.choice(SIZES)}}


def convolutional_lstm(draw):
    kwargs = {
        "filters": draw.choice([1, 2, 4]),
        "kernel_size": draw.choice([1, 2, 3]),
        "padding": draw.choice(PADDINGS),
    }
    kwargs["return_sequences"] = draw.random() < 0.5
    if one_in(draw, 3):
        kwargs["strides"] = 2
    if one_in(draw, 3):
        kwargs["data_format"] = "channels_first"
    if one_in(draw, 2):
        return {"input_shape": [None, 4, 6, 3], "layers": [{"class": "ConvLSTM1D", "kwargs": kwargs}]}
    return {"input_shape": [None, 4, 6, 5, 3], "layers": [{"class": "ConvLSTM2D", "kwargs": kwargs}]}
