"""Random layers of every noun as plain data, with the shape or shapes that they are called on, the batch left out.

Some are refused by Keras on purpose: arguments out of bounds, shapes that do not fit, names of older versions.
"""

import random

SIZES = [1, 2, 3, 4, 6, 8]
AXES = {"1D": 1, "2D": 2, "3D": 3}


def maybe(draw, chance, **arguments):
    """The arguments, one time in `chance`."""
    return arguments if draw.random() < 1 / chance else {}


def each(draw, rank, sizes):
    """One size for all axes, or one for each."""
    return draw.choice(sizes) if draw.random() < 0.6 else tuple(draw.choice(sizes) for _ in range(rank))


def image(draw, rank):
    """A shape with so many axes and features behind them; now and then one axis too few."""
    lengths = [draw.choice([None, 4, 5, 8, 9, 12]) for _ in range(rank - (draw.random() < 0.05))]
    return (*lengths, draw.choice(SIZES))


def any_shape(draw):
    return (*tuple(draw.choice([None, *SIZES]) for _ in range(draw.randint(0, 2))), draw.choice(SIZES))


def window(draw, rank):
    return {
        "strides": each(draw, rank, [1, 1, 2, 3]),
        "padding": draw.choice(["valid", "same", "SAME", "causal"]),
        **maybe(draw, 4, dilation_rate=each(draw, rank, [1, 2])),
        **maybe(draw, 5, data_format=draw.choice(["channels_first", "channels_last", "nonsense"])),
        **maybe(draw, 3, use_bias=draw.choice([True, False, 0, 1])),
        **maybe(draw, 8, trainable=draw.choice([False, True, 0])),
    }


def convolution(draw):
    rank = draw.choice([1, 2, 3])
    kwargs = {"filters": draw.choice([*SIZES, 0]), "kernel_size": each(draw, rank, [1, 2, 3]), **window(draw, rank)}
    kwargs |= maybe(draw, 4, groups=draw.choice([1, 2, 3]))
    return f"Conv{rank}D", kwargs, image(draw, rank)


def transposed(draw):
    rank = draw.choice([1, 2, 3])
    kwargs = {"filters": draw.choice(SIZES), "kernel_size": each(draw, rank, [1, 2, 3]), **window(draw, rank)}
    kwargs |= maybe(draw, 4, output_padding=each(draw, rank, [0, 1, 2]))
    return f"Conv{rank}DTranspose", kwargs, image(draw, rank)


def depthwise(draw):
    rank, kind = draw.choice([1, 2]), draw.choice(["DepthwiseConv", "SeparableConv"])
    kwargs = {"kernel_size": each(draw, rank, [1, 2, 3]), **window(draw, rank)}
    kwargs |= maybe(draw, 2, depth_multiplier=draw.choice([1, 2, 0]))
    kwargs |= {"filters": draw.choice(SIZES)} if kind == "SeparableConv" else {}
    return f"{kind}{rank}D", kwargs, image(draw, rank)


def pooling(draw):
    rank, kind = draw.choice([1, 2, 3]), draw.choice(["MaxPooling", "AveragePooling"])
    kwargs = {"pool_size": each(draw, rank, [1, 2, 3]), **maybe(draw, 2, strides=each(draw, rank, [1, 2, 3]))}
    kwargs |= maybe(draw, 3, padding=draw.choice(["valid", "same", "causal"]))
    kwargs |= maybe(draw, 5, data_format=draw.choice(["channels_first", "channels_last"]))
    return f"{kind}{rank}D", kwargs, image(draw, rank)


def whole_pooling(draw):
    rank, kind = draw.choice([1, 2, 3]), draw.choice(["GlobalMaxPooling", "GlobalAveragePooling"])
    kwargs = {**maybe(draw, 2, keepdims=draw.choice([True, False, 1]))}
    kwargs |= maybe(draw, 5, data_format=draw.choice(["channels_first", "channels_last"]))
    return f"{kind}{rank}D", kwargs, image(draw, rank)


def border(draw):
    rank, kind = draw.choice([1, 2, 3]), draw.choice(["ZeroPadding", "Cropping", "UpSampling"])
    field = {"ZeroPadding": "padding", "Cropping": "cropping", "UpSampling": "size"}[kind]
    pairs = tuple((draw.choice([0, 1, 2]), draw.choice([0, 1, 5])) for _ in range(rank))
    value = draw.choice([1, 2, tuple(draw.choice([1, 2, 3]) for _ in range(max(rank, 2))), pairs])
    kwargs = {field: value} if draw.random() < 0.9 else {}
    if rank > 1:
        kwargs |= maybe(draw, 5, data_format=draw.choice(["channels_first", "channels_last"]))
    return f"{kind}{rank}D", kwargs, image(draw, rank)


def convolutional_memory(draw):
    rank = draw.choice([1, 2, 3])
    kwargs = {"filters": draw.choice([1, 2, 3]), "kernel_size": each(draw, rank, [1, 2]), **window(draw, rank)}
    kwargs["padding"] = draw.choice(["valid", "same"])
    kwargs |= {"return_sequences": draw.random() < 0.5, **maybe(draw, 4, return_state=True)}
    lengths = [draw.choice([3, 4, 5]) for _ in range(rank)]
    return f"ConvLSTM{rank}D", kwargs, (draw.choice([None, 4]), *lengths, draw.choice([1, 2, 3]))


def recurrent(draw):
    kind = draw.choice(["LSTM", "GRU", "SimpleRNN"])
    kwargs = {"units": draw.choice([*SIZES, 0])}
    for name in ("use_bias", "return_sequences", "go_backwards", "unroll", "return_state"):
        kwargs |= maybe(draw, 4, **{name: draw.choice([True, False, 0, 1])})
    kwargs |= maybe(draw, 4, reset_after=draw.random() < 0.5) if kind == "GRU" else {}
    kwargs |= maybe(draw, 8, implementation=draw.choice([1, 2]), zero_output_for_mask=True)
    kwargs |= maybe(draw, 8, trainable=draw.choice([True, False]))
    kwargs |= maybe(draw, 8, dropout=draw.choice([0.1, 1.5]), recurrent_dropout=0.2)
    shape = any_shape(draw) if draw.random() < 0.2 else (draw.choice([None, 3, 7]), draw.choice(SIZES))
    return kind, kwargs, shape


def wrapped(draw):
    kind, kwargs, _ = recurrent(draw)
    inner = {"class": kind, "kwargs": kwargs}
    shape = (draw.choice([None, 3]), draw.choice(SIZES))
    if draw.random() < 0.5:
        merge = draw.choice(["concat", "sum", None, "nonsense"])
        return "Bidirectional", {"layer": inner, "merge_mode": merge, **maybe(draw, 5, trainable=False)}, shape
    kind, kwargs, shape = draw.choice([convolution, plain, pooling, normalised])(draw)
    return (
        "TimeDistributed",
        {"layer": {"class": kind, "kwargs": kwargs}, **maybe(draw, 5, trainable=False)},
        (5, *shape),
    )


def cells(draw):
    each_cell = [
        {"class": draw.choice(["LSTMCell", "GRUCell", "SimpleRNNCell"]), "kwargs": {"units": draw.choice(SIZES)}}
        for _ in range(draw.randint(1, 3))
    ]
    kwargs = {"cell": each_cell if len(each_cell) > 1 else each_cell[0], **maybe(draw, 3, return_state=True)}
    return "RNN", {**kwargs, **maybe(draw, 5, trainable=False)}, (4, draw.choice(SIZES))


def plain(draw):
    kwargs = {"units": draw.choice([*SIZES, 0, -1]), **maybe(draw, 3, use_bias=draw.choice([True, False, None]))}
    kwargs |= maybe(draw, 8, activation=draw.choice(["relu", "nonsense"]))
    kwargs |= maybe(draw, 12, dtype=draw.choice(["float16", "mixed_bfloat16", "nonsense", 3]))
    kwargs |= maybe(draw, 8, trainable=False)
    return "Dense", kwargs, any_shape(draw)


def normalised(draw):
    kind = draw.choice(
        ["LayerNormalization", "BatchNormalization", "GroupNormalization", "RMSNormalization", "UnitNormalization"]
    )
    kwargs = maybe(draw, 2, axis=draw.choice([-1, 1, 2, -2, 3]))
    kwargs |= {"groups": draw.choice([1, 2, 3, -1])} if kind == "GroupNormalization" else {}
    if kind in ("LayerNormalization", "RMSNormalization", "UnitNormalization"):
        kwargs |= maybe(draw, 4, axis=draw.choice([[1, 2], [-1, -2], [1], (2, 1)]))
    if kind in ("LayerNormalization", "BatchNormalization", "GroupNormalization"):
        kwargs |= maybe(draw, 3, center=draw.choice([True, False]), scale=draw.choice([False, True]))
    kwargs |= maybe(draw, 4, renorm=True) if kind == "BatchNormalization" else {}
    kwargs |= maybe(draw, 5, rms_scaling=draw.choice([True, False])) if kind == "LayerNormalization" else {}
    return kind, {**kwargs, **maybe(draw, 6, trainable=False)}, any_shape(draw)


def spectral(draw):
    kind, kwargs, shape = draw.choice([plain, convolution, recurrent])(draw)
    return (
        "SpectralNormalization",
        {"layer": {"class": kind, "kwargs": kwargs}, **maybe(draw, 5, trainable=False)},
        shape,
    )


def activation(draw):
    options = [
        ("PReLU", maybe(draw, 2, shared_axes=draw.choice([[1], 1, [1, 2], [-1]]))),
        ("LeakyReLU", draw.choice([{}, {"alpha": 0.1}, {"negative_slope": 0.2}, {"negative_slope": -1}])),
        ("ReLU", draw.choice([{}, {"max_value": 6}, {"threshold": -1}])),
        ("ELU", draw.choice([{}, {"alpha": 0.5}])),
        ("Softmax", draw.choice([{}, {"axis": 1}])),
        ("Activation", {"activation": draw.choice(["relu", "tanh", "nonsense"])}),
    ]
    return (*draw.choice(options), any_shape(draw))


def weightless(draw):
    rank = draw.choice([1, 2, 3])
    options = [
        ("Identity", {}, any_shape(draw)),
        ("Dropout", {"rate": draw.choice([0, 0.5, 1.5])}, any_shape(draw)),
        ("GaussianNoise", {"stddev": draw.choice([0.1, 2])}, any_shape(draw)),
        ("GaussianDropout", {"rate": draw.choice([0.1, 2])}, any_shape(draw)),
        (f"SpatialDropout{rank}D", {"rate": 0.2, **maybe(draw, 8, trainable=False)}, image(draw, rank)),
        ("Rescaling", {"scale": 0.5}, any_shape(draw)),
        ("Masking", {}, any_shape(draw)),
        ("Flatten", {}, any_shape(draw)),
        ("Reshape", {"target_shape": draw.choice([(-1,), (2, -1), (6,), (-1, -1)])}, any_shape(draw)),
        ("Permute", {"dims": draw.choice([(1,), (2, 1), (1, 2), (3, 1, 2), (0, 1)])}, any_shape(draw)),
        ("RepeatVector", {"n": draw.choice([1, 3, 0, 2.5])}, any_shape(draw)),
        ("Normalization", maybe(draw, 2, axis=draw.choice([-1, None, 1, (1, 2)])), any_shape(draw)),
        ("CategoryEncoding", {"num_tokens": 4, "output_mode": draw.choice(["one_hot", "multi_hot"])}, (3,)),
    ]
    return draw.choice(options)


def table(draw):
    kwargs = {"input_dim": draw.choice([10, 0]) if draw.random() < 0.1 else 10, "output_dim": draw.choice(SIZES)}
    kwargs |= maybe(draw, 3, input_length=draw.choice([5, 7])) | maybe(draw, 3, mask_zero=draw.choice([True, 0]))
    return "Embedding", {**kwargs, **maybe(draw, 6, trainable=False)}, any_shape(draw)[:-1]


def join(draw):
    kind = draw.choice(["Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate", "Dot"])
    first = any_shape(draw)
    change = [first, first, (1, *first[1:]), (*first[:-1], 1), first[1:], (*first[:-1], draw.choice(SIZES))]
    shapes = [first, *(draw.choice(change) for _ in range(draw.choice([1, 1, 1, 2])))]
    kwargs = {"axes": draw.choice([1, -1, 2, (1, 2), (2, 2), 0])} if kind == "Dot" else {}
    kwargs |= maybe(draw, 3, axis=draw.choice([1, -1, 2, 0])) if kind == "Concatenate" else {}
    return kind, kwargs, shapes


def attention(draw):
    kind = draw.choice(["Attention", "AdditiveAttention", "MultiHeadAttention", "GroupQueryAttention"])
    features = draw.choice(SIZES)
    query, value = (draw.choice([None, 3]), features), (draw.choice([None, 5]), draw.choice([features, features, 2]))
    shapes = [query, value, *([(value[0], features)] if draw.random() < 0.3 else [])]
    if kind == "MultiHeadAttention":
        kwargs = {"num_heads": draw.choice([1, 2, 3]), "key_dim": draw.choice(SIZES)}
        kwargs |= maybe(draw, 3, value_dim=draw.choice(SIZES)) | maybe(draw, 4, output_shape=draw.choice([5, (2, 3)]))
        kwargs |= maybe(draw, 5, use_gate=True)
    elif kind == "GroupQueryAttention":
        kwargs = {"head_dim": 2, "num_query_heads": draw.choice([2, 4, 3]), "num_key_value_heads": draw.choice([1, 2])}
    else:
        kwargs = maybe(draw, 2, use_scale=draw.choice([True, False]))
        kwargs |= maybe(draw, 3, score_mode=draw.choice(["concat", "dot", "x"])) if kind == "Attention" else {}
    heads = kind in ("MultiHeadAttention", "GroupQueryAttention")
    kwargs |= maybe(draw, 3, use_bias=False) if heads else {}
    return kind, {**kwargs, **maybe(draw, 6, trainable=False)}, shapes


def einsum(draw):
    options = [
        ("abc,cd->abd", (None, 5), (3, 4)),
        ("...x,xy->...y", 7, (2, 3, 4)),
        ("abc,cde->abde", (None, 2, 3), (5, 4)),
        ("ab,bc->ac", 6, (4,)),
        ("abc,cd->abd", (9, 5), (3, 4)),
        ("abc,bd->adc", (5, 4), (3, 4)),
        ("abcd,cde->abe", (None, 8), (3, 2, 4)),
        ("abc->abc", 3, (3, 4)),
    ]
    equation, output, shape = draw.choice(options)
    bias = draw.choice([None, equation[-1], equation[-2:], "z"])
    return "EinsumDense", {"equation": equation, "output_shape": output, "bias_axes": bias}, shape


OLD = [
    ("LSTM", {"output_dim": 3}),
    ("LSTM", {"units": 3, "inner_activation": "tanh"}),
    ("Dense", {"units": 3, "init": "uniform"}),
    ("Dense", {"units": 3, "input_dim": 4}),
    ("LSTM", {"units": 3, "input_dim": 4}),
    ("LSTM", {"units": 3, "batch_input_shape": (1, 2, 3)}),
    ("Conv1D", {"nb_filter": 3, "filter_length": 2}),
    ("LSTM", {"units": 3, "time_major": True}),
    ("SimpleRNN", {"units": 3, "implementation": 1}),
    ("Dense", {"units": 3, "input_length": 4}),
]


def older(draw):
    kind, kwargs = draw.choice(OLD)
    return kind, kwargs, draw.choice([(4,), (5, 4)])


MAKERS = [
    *[convolution, transposed, depthwise, pooling, whole_pooling, border, convolutional_memory, recurrent, recurrent],
    *[wrapped, wrapped, cells, plain, normalised, normalised, spectral, activation, weightless, table, join, attention],
    *[einsum, older],
]


def noun(seed):
    """One layer and its input: {"class", "kwargs", "shapes"}; several shapes for a layer that joins."""
    draw = random.Random(seed)
    kind, kwargs, shape = draw.choice(MAKERS)(draw)
    return {"id": seed, "class": kind, "kwargs": kwargs, "shapes": shape if isinstance(shape, list) else [shape]}
