"""What each Keras layer may be given: its arguments in Keras' own order, with Keras' own defaults.

A few of them make the count (units, use_bias, reset_after …) and are spoken of where the layer is declared.
All others (initialisers, regularisers, dropout …) do not touch it; they are accepted, so that pasted code
works, checked as Keras checks them, and kept. Source: the signatures of Keras 3.15.1, with which a test compares.
"""

from typing import Any

from lstmlesson.law.arguments import NEEDED

KERNEL = {"kernel_initializer": "glorot_uniform", "bias_initializer": "zeros"}
RECURRENT = {"kernel_initializer": "glorot_uniform", "recurrent_initializer": "orthogonal", "bias_initializer": "zeros"}
REGULARIZERS = {"kernel_regularizer": None, "bias_regularizer": None, "activity_regularizer": None}
CONSTRAINTS = {"kernel_constraint": None, "bias_constraint": None}
CELL_REGULARIZERS = {"kernel_regularizer": None, "recurrent_regularizer": None, "bias_regularizer": None}
RNN_REGULARIZERS = {**CELL_REGULARIZERS, "activity_regularizer": None}
RNN_CONSTRAINTS = {"kernel_constraint": None, "recurrent_constraint": None, "bias_constraint": None}
DROPOUTS = {"dropout": 0.0, "recurrent_dropout": 0.0}
RETURNS = {"return_sequences": False, "return_state": False, "go_backwards": False, "stateful": False}
LORA = {"lora_rank": None, "lora_alpha": None, "quantization_config": None}
GATED = {"units": NEEDED, "activation": "tanh", "recurrent_activation": "sigmoid", "use_bias": True, **RECURRENT}
PLAIN = {"units": NEEDED, "activation": "tanh", "use_bias": True, **RECURRENT}
SEED = {"seed": None}
WINDOW = {"filters": NEEDED, "kernel_size": NEEDED, "strides": 1, "padding": "valid", "data_format": None}
CONV_LSTM = {
    **WINDOW,
    "dilation_rate": 1,
    "activation": "tanh",
    "recurrent_activation": "sigmoid",
    "use_bias": True,
    **RECURRENT,
    "unit_forget_bias": True,
    **RNN_REGULARIZERS,
    **RNN_CONSTRAINTS,
    **DROPOUTS,
    **SEED,
    **RETURNS,
}
SCALE_AND_SHIFT = {"center": True, "scale": True, "beta_initializer": "zeros", "gamma_initializer": "ones"}
NORM_EXTRAS = {"beta_regularizer": None, "gamma_regularizer": None, "beta_constraint": None, "gamma_constraint": None}
POOLING = {"strides": None, "padding": "valid", "data_format": None, "name": None}

CONV_END = {"activation": None, "use_bias": True, **KERNEL, **REGULARIZERS, **CONSTRAINTS}
DEPTHWISE = {"depthwise_initializer": "glorot_uniform"}
POINTWISE = {"pointwise_initializer": "glorot_uniform"}


def _conv(one: Any) -> dict[str, Any]:
    """A convolution, whose strides and dilation have one for each axis by default."""
    start = {"filters": NEEDED, "kernel_size": NEEDED, "strides": one, "padding": "valid", "data_format": None}
    return {**start, "dilation_rate": one, "groups": 1, **CONV_END}


def _depthwise(one: Any) -> dict[str, Any]:
    start = {"kernel_size": NEEDED, "strides": one, "padding": "valid", "depth_multiplier": 1, "data_format": None}
    regularizers = {"depthwise_regularizer": None, "bias_regularizer": None, "activity_regularizer": None}
    end = {**DEPTHWISE, "bias_initializer": "zeros", **regularizers}
    end |= {"depthwise_constraint": None, "bias_constraint": None}
    return {**start, "dilation_rate": one, "activation": None, "use_bias": True, **end}


def _separable(one: Any) -> dict[str, Any]:
    start = {"filters": NEEDED, "kernel_size": NEEDED, "strides": one, "padding": "valid", "data_format": None}
    start |= {"dilation_rate": one, "depth_multiplier": 1, "activation": None, "use_bias": True}
    end = {**DEPTHWISE, **POINTWISE, "bias_initializer": "zeros", "depthwise_regularizer": None}
    end |= {"pointwise_regularizer": None, "bias_regularizer": None, "activity_regularizer": None}
    return {**start, **end, "depthwise_constraint": None, "pointwise_constraint": None, "bias_constraint": None}


def _transposed(one: Any, rank: int) -> dict[str, Any]:
    """Keras writes output_padding before data_format in one and two dimensions, and after it in three."""
    start = {"filters": NEEDED, "kernel_size": NEEDED, "strides": one, "padding": "valid"}
    pair = {"data_format": None, "output_padding": None} if rank == 3 else {"output_padding": None, "data_format": None}
    return {**start, **pair, "dilation_rate": one, **CONV_END}


_KEPT = {"data_format": None, "keepdims": False}
_MOVED = {"fill_mode": "reflect", "interpolation": "bilinear", "seed": None, "fill_value": 0.0, "data_format": None}
_LOOKUP = {"max_tokens": None, "num_oov_indices": 1, "mask_token": None}
_ATTENTION = {"dropout": 0.0, "use_bias": True}
_ATTENTION_END = {**KERNEL, **REGULARIZERS, **CONSTRAINTS, "use_gate": False, "seed": None}

ARGUMENTS: dict[str, dict[str, Any]] = {
    "InputLayer": {"shape": None, "batch_size": None, "dtype": None, "sparse": None, "ragged": None}
    | {"batch_shape": None, "input_tensor": None, "optional": False, "name": None},
    "Dense": {"units": NEEDED, "activation": None, "use_bias": True, **KERNEL, **REGULARIZERS, **CONSTRAINTS, **LORA},
    "Embedding": {"input_dim": NEEDED, "output_dim": NEEDED, "embeddings_initializer": "uniform"}
    | {"embeddings_regularizer": None, "embeddings_constraint": None, "mask_zero": False, "weights": None, **LORA},
    "SimpleRNNCell": {**PLAIN, **CELL_REGULARIZERS, **RNN_CONSTRAINTS, **DROPOUTS, **SEED},
    "LSTMCell": {**GATED, "unit_forget_bias": True, **CELL_REGULARIZERS, **RNN_CONSTRAINTS, **DROPOUTS, **SEED},
    "GRUCell": {**GATED, **CELL_REGULARIZERS, **RNN_CONSTRAINTS, **DROPOUTS, "reset_after": True, **SEED},
    "StackedRNNCells": {"cells": NEEDED},
    "RNN": {"cell": NEEDED, **RETURNS, "unroll": False, "zero_output_for_mask": False},
    "SimpleRNN": {**PLAIN, **RNN_REGULARIZERS, **RNN_CONSTRAINTS, **DROPOUTS, **RETURNS, "unroll": False, **SEED},
    "LSTM": {**GATED, "unit_forget_bias": True, **RNN_REGULARIZERS, **RNN_CONSTRAINTS, **DROPOUTS, **SEED}
    | {**RETURNS, "unroll": False, "use_cudnn": "auto"},
    "GRU": {**GATED, **RNN_REGULARIZERS, **RNN_CONSTRAINTS, **DROPOUTS, **SEED, **RETURNS}
    | {"unroll": False, "reset_after": True, "use_cudnn": "auto"},
    "Bidirectional": {"layer": NEEDED, "merge_mode": "concat", "weights": None, "backward_layer": None},
    "TimeDistributed": {"layer": NEEDED},
    "Conv1D": {**WINDOW, "dilation_rate": 1, "groups": 1, "activation": None, "use_bias": True}
    | {**KERNEL, **REGULARIZERS, **CONSTRAINTS},
    "ConvLSTM1D": CONV_LSTM,
    "ConvLSTM2D": CONV_LSTM,
    "LayerNormalization": {"axis": -1, "epsilon": 0.001, **SCALE_AND_SHIFT, **NORM_EXTRAS},
    "BatchNormalization": {"axis": -1, "momentum": 0.99, "epsilon": 0.001, **SCALE_AND_SHIFT}
    | {"moving_mean_initializer": "zeros", "moving_variance_initializer": "ones", **NORM_EXTRAS}
    | {"renorm": False, "renorm_clipping": None, "renorm_momentum": 0.99, "synchronized": False},
    "Concatenate": {"axis": -1},
    "Add": {},
    "Dropout": {"rate": NEEDED, "noise_shape": None, "seed": None},
    "SpatialDropout1D": {"rate": NEEDED, "seed": None, "name": None, "dtype": None},
    "GaussianNoise": {"stddev": NEEDED, "seed": None},
    "GaussianDropout": {"rate": NEEDED, "seed": None},
    "AlphaDropout": {"rate": NEEDED, "noise_shape": None, "seed": None},
    "ActivityRegularization": {"l1": 0.0, "l2": 0.0},
    "Activation": {"activation": NEEDED},
    "ReLU": {"max_value": None, "negative_slope": 0.0, "threshold": 0.0},
    "LeakyReLU": {"negative_slope": 0.3},
    "ELU": {"alpha": 1.0},
    "Softmax": {"axis": -1},
    "Masking": {"mask_value": 0.0},
    "Flatten": {"data_format": None},
    "Reshape": {"target_shape": NEEDED},
    "Permute": {"dims": NEEDED},
    "RepeatVector": {"n": NEEDED},
    "MaxPooling1D": {"pool_size": 2, **POOLING},
    "AveragePooling1D": {"pool_size": NEEDED, **POOLING},
    "GlobalMaxPooling1D": {"data_format": None, "keepdims": False},
    "GlobalAveragePooling1D": {"data_format": None, "keepdims": False},
    "ZeroPadding1D": {"padding": 1, "data_format": None},
    "Cropping1D": {"cropping": (1, 1)},
    "UpSampling1D": {"size": 2},
    # Over two and three axes, and what stands between convolutions.
    "Conv2D": _conv((1, 1)),
    "Conv3D": _conv((1, 1, 1)),
    "Conv1DTranspose": _transposed(1, 1),
    "Conv2DTranspose": _transposed((1, 1), 2),
    "Conv3DTranspose": _transposed((1, 1, 1), 3),
    "DepthwiseConv1D": _depthwise(1),
    "DepthwiseConv2D": _depthwise((1, 1)),
    "SeparableConv1D": _separable(1),
    "SeparableConv2D": _separable((1, 1)),
    "ConvLSTM3D": CONV_LSTM,
    "MaxPooling2D": {"pool_size": (2, 2), **POOLING},
    "MaxPooling3D": {"pool_size": (2, 2, 2), **POOLING},
    "AveragePooling2D": {"pool_size": NEEDED, **POOLING},
    "AveragePooling3D": {"pool_size": NEEDED, **POOLING},
    "GlobalMaxPooling2D": _KEPT,
    "GlobalMaxPooling3D": _KEPT,
    "GlobalAveragePooling2D": _KEPT,
    "GlobalAveragePooling3D": _KEPT,
    **{
        f"Adaptive{kind}Pooling{rank}D": {"output_size": NEEDED, "data_format": None}
        for kind in ("Average", "Max")
        for rank in (1, 2, 3)
    },
    "ZeroPadding2D": {"padding": (1, 1), "data_format": None},
    "ZeroPadding3D": {"padding": ((1, 1), (1, 1), (1, 1)), "data_format": None},
    "Cropping2D": {"cropping": ((0, 0), (0, 0)), "data_format": None},
    "Cropping3D": {"cropping": ((1, 1), (1, 1), (1, 1)), "data_format": None},
    "UpSampling2D": {"size": (2, 2), "data_format": None, "interpolation": "nearest"},
    "UpSampling3D": {"size": (2, 2, 2), "data_format": None},
    "SpatialDropout2D": {"rate": NEEDED, "data_format": None, "seed": None, "name": None, "dtype": None},
    "SpatialDropout3D": {"rate": NEEDED, "data_format": None, "seed": None, "name": None, "dtype": None},
    # Attention, and products along named axes.
    "Attention": {"use_scale": False, "score_mode": "dot", "dropout": 0.0, "seed": None},
    "AdditiveAttention": {"use_scale": True, "dropout": 0.0},
    "MultiHeadAttention": {"num_heads": NEEDED, "key_dim": NEEDED, "value_dim": None, **_ATTENTION}
    | {"output_shape": None, "attention_axes": None, "sliding_window": None, "flash_attention": None, **_ATTENTION_END},
    "GroupQueryAttention": {"head_dim": NEEDED, "num_query_heads": NEEDED, "num_key_value_heads": NEEDED}
    | {**_ATTENTION, "sliding_window": None, "flash_attention": None, **_ATTENTION_END},
    "EinsumDense": {"equation": NEEDED, "output_shape": NEEDED, "activation": None, "bias_axes": None, **KERNEL}
    | {"kernel_regularizer": None, "bias_regularizer": None, **CONSTRAINTS, "lora_rank": None, "lora_alpha": None}
    | {"gptq_unpacked_column_size": None, "quantization_config": None},
    # Normalisations, and activations with weights.
    "GroupNormalization": {"groups": 32, "axis": -1, "epsilon": 0.001, **SCALE_AND_SHIFT, **NORM_EXTRAS},
    "RMSNormalization": {"axis": -1, "epsilon": 1e-06},
    "UnitNormalization": {"axis": -1},
    "SpectralNormalization": {"layer": NEEDED, "power_iterations": 1},
    "PReLU": {"alpha_initializer": "Zeros", "alpha_regularizer": None, "alpha_constraint": None, "shared_axes": None},
    # Joins.
    "Subtract": {},
    "Multiply": {},
    "Average": {},
    "Maximum": {},
    "Minimum": {},
    "Dot": {"axes": NEEDED, "normalize": False},
    # What a program does with tensors itself, and what stands before a model.
    "Identity": {},
    "Wrapper": {"layer": NEEDED},
    "Lambda": {"function": NEEDED, "output_shape": None, "mask": None, "arguments": None},
    "Rescaling": {"scale": NEEDED, "offset": 0.0},
    # Images before a model.
    "RandomFlip": {"mode": "horizontal_and_vertical", **SEED, "data_format": None},
    "RandomRotation": {"factor": NEEDED, **_MOVED},
    "RandomZoom": {"height_factor": NEEDED, "width_factor": None, **_MOVED},
    "RandomTranslation": {"height_factor": NEEDED, "width_factor": NEEDED, **_MOVED},
    "RandomShear": {"x_factor": 0.0, "y_factor": 0.0, "interpolation": "bilinear", "fill_mode": "reflect"}
    | {"fill_value": 0.0, "data_format": None, **SEED},
    "RandomContrast": {"factor": NEEDED, "value_range": (0, 255), **SEED},
    "RandomBrightness": {"factor": NEEDED, "value_range": (0, 255), **SEED},
    "RandomCrop": {"height": NEEDED, "width": NEEDED, **SEED, "data_format": None, "name": None},
    "Resizing": {"height": NEEDED, "width": NEEDED, "interpolation": "bilinear", "crop_to_aspect_ratio": False}
    | {"pad_to_aspect_ratio": False, "fill_mode": "constant", "fill_value": 0.0, "antialias": False}
    | {"data_format": None},
    "CenterCrop": {"height": NEEDED, "width": NEEDED, "data_format": None},
    "Normalization": {"axis": -1, "mean": None, "variance": None, "invert": False},
    "TextVectorization": {"max_tokens": None, "standardize": "lower_and_strip_punctuation", "split": "whitespace"}
    | {"ngrams": None, "output_mode": "int", "output_sequence_length": None, "pad_to_max_tokens": False}
    | {"vocabulary": None, "idf_weights": None, "sparse": False, "ragged": False, "encoding": "utf-8", "name": None},
    "StringLookup": {**_LOOKUP, "oov_token": "[UNK]", "vocabulary": None, "idf_weights": None, "invert": False}
    | {"output_mode": "int", "pad_to_max_tokens": False, "sparse": False, "encoding": "utf-8", "name": None}
    | {"salt": None},
    "IntegerLookup": {**_LOOKUP, "oov_token": -1, "vocabulary": None, "vocabulary_dtype": "int64", "idf_weights": None}
    | {"invert": False, "output_mode": "int", "sparse": False, "pad_to_max_tokens": False}
    | {"oov_method": "floormod", "salt": None, "name": None},
    "Discretization": {"bin_boundaries": None, "num_bins": None, "epsilon": 0.01, "output_mode": "int"}
    | {"sparse": False, "dtype": None, "name": None},
    "CategoryEncoding": {"num_tokens": None, "output_mode": "multi_hot", "sparse": False},
    "Hashing": {"num_bins": NEEDED, "mask_value": None, "salt": None, "output_mode": "int", "sparse": False},
}

# What every layer of Keras takes besides, by name only.
KEYWORDS = {"name": None, "trainable": True, "dtype": None, "activity_regularizer": None, "autocast": True}
KEYWORDS["input_shape"] = None
