"""Arguments of older code: those that Keras 3.15.1 still takes, and for the others the line that it wants today."""

import warnings
from typing import Any

# Taken by Keras 3.15.1 although no signature shows them, and without a part in the count. Source: kwargs.pop(…) there.
IGNORED = {
    "Embedding": ("input_length",),
    "LSTM": ("implementation", "zero_output_for_mask"),
    "GRU": ("implementation", "zero_output_for_mask"),
    "SimpleRNN": ("zero_output_for_mask",),
    "LSTMCell": ("implementation",),
    "GRUCell": ("implementation",),
    "IndexLookup": ("vocabulary_size", "has_input_vocabulary", "vocabulary_dtype"),
    "TextVectorization": ("vocabulary_size", "has_input_vocabulary"),
}
# Taken by Keras 3.15.1 under an older name.
RENAMED = {
    "LeakyReLU": {"alpha": "negative_slope"},
    "InputLayer": {"batch_input_shape": "batch_shape"},
}
# Names of Keras 1 and 2 that Keras 3 refuses, with today's; the first that the layer has is meant.
MODERN = {
    "output_dim": ("units", "filters"),
    "nb_filter": ("filters",),
    "filter_length": ("kernel_size",),
    "nb_row": ("kernel_size",),
    "nb_col": ("kernel_size",),
    "subsample": ("strides",),
    "subsample_length": ("strides",),
    "stride": ("strides",),
    "pool_length": ("pool_size",),
    "border_mode": ("padding",),
    "dim_ordering": ("data_format",),
    "atrous_rate": ("dilation_rate",),
    "inner_activation": ("recurrent_activation",),
    "init": ("kernel_initializer", "embeddings_initializer"),
    "inner_init": ("recurrent_initializer",),
    "W_regularizer": ("kernel_regularizer", "embeddings_regularizer"),
    "U_regularizer": ("recurrent_regularizer",),
    "b_regularizer": ("bias_regularizer",),
    "W_constraint": ("kernel_constraint", "embeddings_constraint"),
    "U_constraint": ("recurrent_constraint",),
    "b_constraint": ("bias_constraint",),
    "dropout_W": ("dropout",),
    "dropout_U": ("recurrent_dropout",),
    "bias": ("use_bias",),
    "p": ("rate",),
    "sigma": ("stddev",),
    "output_shape": ("units", "filters"),
    "hidden_size": ("units",),
    "num_units": ("units",),
    "concat_axis": ("axis",),
    "trainable_weights": ("trainable",),
}
# Names of Keras 1 and 2 for which no argument is left.
GONE = {
    "time_major": "time_major={value} is gone: sequences are (batch, timesteps, features); leave it out, and transpose "
    "the data where the timesteps come first",
    "mode": "mode={value} is Keras 1; leave it out",
    "consume_less": "consume_less={value} is gone and changed no count; leave it out",
    "forget_bias_init": 'forget_bias_init={value} is gone; write unit_forget_bias=True, bias_initializer="zeros"',
    "batch_size": "batch_size={value} belongs to the input; write Input((timesteps, features), batch_size={value})",
    "weights": "weights={value} is gone; call layer.set_weights(…) once the model is built",
    "implementation": "implementation={value} changed no count; leave it out",
}


# Layers that Keras 3 no longer has, and what does it now.
OLDER_LAYERS = {
    "CuDNNLSTM": "LSTM(…), which runs on cuDNN by itself and keeps one bias",
    "CuDNNGRU": "GRU(…), which runs on cuDNN by itself",
    "TimeDistributedDense": "TimeDistributed(Dense(…))",
    "Merge": "concatenate([…]), add([…]) or another of the merging layers",
    "MaxoutDense": "Dense(…) and Maximum()([…])",
    "AbstractRNNCell": "class …(Layer) with self.state_size, which RNN takes as a cell",
    "Deconvolution2D": "Conv2DTranspose(…)",
    **{f"AtrousConvolution{rank}D": f"Conv{rank}D(…, dilation_rate=…)" for rank in (1, 2)},
    **dict.fromkeys(
        "core convolutional embeddings merge normalization advanced_activations noise local".split(),
        "keras.layers.… with the name of the layer right behind it",
    ),
}


def _nouns(layer: Any) -> list[str]:
    """The names of the layers of Keras that a layer is, so that a learner's class has those that it stands on."""
    return [kind.__name__ for kind in type(layer).__mro__ if kind.__module__.startswith("lstmlesson.")]


def accepted_and_ignored(layer: Any, kwargs: dict[str, Any]) -> dict[str, Any]:
    """The arguments that are left when what Keras takes silently, or under an older name, is put in order.

    Raises: TypeError for arguments that the layer does not have, with the line to write for each.
    """
    kept = dict(kwargs)
    for noun in _nouns(layer):
        for name in IGNORED.get(noun, ()):
            if kept.pop(name, None) is not None and name == "input_length":
                warnings.warn(
                    f"{noun}: input_length={kwargs[name]!r} is ignored, as in Keras 3; the length comes from the input",
                    stacklevel=5,
                )
        for name, today in RENAMED.get(noun, {}).items():
            if name in kept and today in layer.defaults:
                kept[today] = kept.pop(name)
    if "input_length" in kept and "input_length" not in layer.defaults:
        features = (kept.get("input_shape") or ["features"])[-1]
        line = f"Input(({kept['input_length']!r}, {features}))"
        raise TypeError(
            f"{type(layer).__name__}: input_length={kept['input_length']!r} is Keras 1 and 2; write {line} as the "
            "model's first line"
        )
    unknown = [name for name in kept if name not in layer.defaults]
    if len(unknown) > 1:
        raise TypeError("; ".join(layer.unknown(name, kept[name]) for name in unknown))
    return kept


def modern_line(layer: Any, name: str, value: Any) -> str:
    """What to write instead of an argument that Keras 3 refuses; empty where nothing is known."""
    kind, text = type(layer).__name__, written(value)
    today = next((one for one in MODERN.get(name, ()) if one in layer.defaults), None)
    if name == "batch_input_shape":
        return f"{kind}: batch_input_shape={text} is Keras 1 and 2; write Input(batch_shape={text}) as the first line"
    if today:
        return f"{kind}: {name}={text} is Keras 1 and 2; write {today}={text}"
    if name in GONE:
        return f"{kind}: {GONE[name].format(value=text)}"
    from difflib import get_close_matches

    near = get_close_matches(name, layer.defaults, 1)
    return f"{kind} has no argument {name} ({name}={text}); write {near[0]}={text}" if near else ""


def written(value: Any) -> str:
    """A value as Python writes it, text in double quotes."""
    return f'"{value}"' if isinstance(value, str) and '"' not in value else repr(value)
