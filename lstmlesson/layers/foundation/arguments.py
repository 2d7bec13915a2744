"""What each Keras layer may be given: its arguments in Keras' own order, with Keras' own defaults.

A few of them make the count (units, use_bias, reset_after …) and are spoken of where the layer is declared.
All others (initialisers, regularisers, dropout …) do not touch it; they are accepted, so that pasted code
works, checked as Keras checks them, and kept. Source: the signatures of Keras 3.15.1, with which a test compares.
"""

from typing import Any

from lstmlesson.law.declaration import NEEDED

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
}

# What every layer of Keras takes besides, by name only.
KEYWORDS = {"name": None, "trainable": True, "dtype": None, "activity_regularizer": None, "autocast": True}
KEYWORDS["input_shape"] = None
