"""What may be given for an argument of a Keras layer, decided by the argument's name.

Sizes go through `sizes.checked`. What does not touch the count is checked as far as Keras 3.15.1 checks it, so
that a line which Keras refuses is not counted here. A callable or an object is taken as it is.
"""

from collections.abc import Callable
from typing import Any

from lstmlesson.law.checks import (
    dtype,
    flag,
    fraction,
    named,
    none_only,
    not_negative,
    one_of,
    one_or_several,
    text_or_none,
    true_or_false,
    whole_or_none,
)
from lstmlesson.law.sizes import Size, checked

ACTIVATIONS = """
    celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu linear
    log_sigmoid log_softmax mish relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign sparse_plus
    sparse_sigmoid sparsemax squareplus swish tanh tanh_shrink threshold
""".split()
INITIALIZERS = """
    GlorotNormal GlorotUniform HeNormal HeUniform Identity IdentityInitializer Initializer LecunNormal
    LecunUniform Ones Orthogonal OrthogonalInitializer RandomNormal RandomUniform STFT STFTInitializer
    TruncatedNormal VarianceScaling Zeros glorot_normal glorot_uniform he_normal he_uniform identity
    initializer lecun_normal lecun_uniform normal one ones orthogonal random_normal random_uniform stft
    truncated_normal uniform variance_scaling zero zeros
""".split()
REGULARIZERS = "L1 L1L2 L2 OrthogonalRegularizer Regularizer l1 l1l2 l2 orthogonal_regularizer regularizer".split()
CONSTRAINTS = """
    Constraint MaxNorm MinMaxNorm NonNeg UnitNorm constraint max_norm min_max_norm non_neg unit_norm
""".split()

SIZES = "units filters input_dim output_dim n groups depth_multiplier num_heads key_dim head_dim"
FLAGS = """
    use_bias unit_forget_bias reset_after center scale mask_zero keepdims return_sequences return_state
    go_backwards stateful unroll renorm autocast
    rms_scaling use_scale use_gate pad_to_max_tokens
"""
WINDOWS = "kernel_size pool_size size output_size"
WEIGHTS = """
    kernel recurrent bias embeddings beta gamma moving_mean moving_variance activity depthwise pointwise alpha
""".split()


def not_negative_or_none(value: Any, field: str) -> float | None:
    """The largest value of a ReLU: None for none."""
    return None if value is None else not_negative(value, field)


def any_number(value: Any, field: str) -> float:
    """A number: a recurrent layer of Keras takes what is below 0 for 0, and what is above 1 for 1."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{field}={value!r}: expected a number between 0 and 1")
    return value


def size_or_none(value: Any, field: str) -> Size | None:
    """A size, or None where another takes its place."""
    return None if value is None else checked(value, field)


CHECKS: dict[str, Callable[[Any, str], Any]] = {
    **dict.fromkeys(SIZES.split(), checked),
    **dict.fromkeys(WINDOWS.split(), one_or_several),
    **dict.fromkeys(FLAGS.split(), flag),
    **dict.fromkeys("rate stddev".split(), fraction),
    **dict.fromkeys("dropout recurrent_dropout".split(), any_number),
    **dict.fromkeys("activation recurrent_activation".split(), named(ACTIVATIONS)),
    **dict.fromkeys((f"{weight}_initializer" for weight in WEIGHTS), named(INITIALIZERS)),
    **dict.fromkeys((f"{weight}_regularizer" for weight in WEIGHTS), named(REGULARIZERS)),
    **dict.fromkeys((f"{weight}_constraint" for weight in WEIGHTS), named(CONSTRAINTS)),
    **dict.fromkeys(["lora_rank", "quantization_config"], none_only),
    **dict.fromkeys("l1 l2 threshold negative_slope".split(), not_negative),
    "max_value": not_negative_or_none,
    "value_dim": size_or_none,
    "num_bins": size_or_none,
    "trainable": true_or_false,
    "dtype": dtype,
    "name": text_or_none,
    "seed": whole_or_none,
    "use_cudnn": one_of("auto", True, False),
    "data_format": one_of(None, "channels_last", "channels_first"),
    "merge_mode": one_of("concat", "sum", "mul", "ave", None),
}
