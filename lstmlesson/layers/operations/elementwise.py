"""Operations on each number: the shape stays, or two shapes are broadcast."""

from collections.abc import Callable
from typing import Any

from lstmlesson.layers.foundation.tensor import broadcast
from lstmlesson.layers.operations.operation import apply

# Source: keras.ops of Keras 3.15.1.
OF_ONE = """
    abs absolute angle arccos arccosh arcsin arcsinh arctan arctanh bitwise_not cast cbrt ceil celu clip conj conjugate
    copy cos cosh cumprod cumsum deg2rad digitize elu erf erfc erfinv exp exp2 expm1 fabs flip fliplr flipud floor gelu
    hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh i0 imag invert isfinite isinf isnan
    leaky_relu log log10 log1p log2 log_sigmoid log_softmax logical_not mish nan_to_num negative ones_like rad2deg real
    reciprocal relu relu6 roll round rsqrt selu sigmoid sign signbit silu sin sinc sinh soft_shrink softmax softplus
    softsign sort sparse_plus sparse_sigmoid sparsemax sqrt square squareplus stop_gradient swish tan tanh tanh_shrink
    threshold tril triu trunc zeros_like full_like exponential normalize convert_to_tensor argsort band_part dropout
""".split()
OF_TWO = """
    add subtract multiply divide true_divide floor_divide mod power maximum minimum fmax fmin equal not_equal less
    less_equal greater greater_equal logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor arctan2
    divide_no_nan heaviside hypot isclose logaddexp nextafter squared_difference gcd lcm fmod left_shift right_shift
""".split()


def _of_one(kind: str) -> Callable[..., Any]:
    def operation(x: Any, *arguments: Any, **more: Any) -> Any:
        return apply(kind, [x], lambda shape: shape)

    return operation


def _of_two(kind: str) -> Callable[..., Any]:
    def operation(x1: Any, x2: Any, **more: Any) -> Any:
        return apply(kind, [x1, x2], broadcast)

    return operation


def where(condition: Any, x1: Any = 0, x2: Any = 0, **more: Any) -> Any:
    return apply("where", [condition, x1, x2], lambda first, second, third: broadcast(broadcast(first, second), third))


def broadcast_to(x: Any, shape: Any) -> Any:
    return apply("broadcast_to", [x], lambda given: broadcast(given, tuple(shape)))


FUNCTIONS: dict[str, Any] = {
    **{kind: _of_one(kind) for kind in OF_ONE},
    **{kind: _of_two(kind) for kind in OF_TWO},
    "where": where,
    "broadcast_to": broadcast_to,
}
