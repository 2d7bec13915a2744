"""The shape that comes out of a module, where it is known: programs read sizes off it, and no module is run.

`nn.Linear(features(torch.zeros(1, 1, 28, 28)).numel(), 10)` asks for a size only. So a module that is declared, a
weightless one and a Sequential of them give a tensor with a shape and without numbers; what a class of the learner's
own gives is not known, also where it has the name of one of ours or is made from it with a `forward` of its own.
"""

import re
from collections.abc import Callable
from typing import Any

from lstmlesson.pytorch.programs.shaped import Shaped, flattened
from lstmlesson.pytorch.programs.tensors import Tensor

Sizes = tuple[Any, ...]


def through(module: Any, given: Any) -> Any:
    """What a module gives for a tensor of known shape; a tensor of which nothing is known where the rule is not."""
    shape = getattr(given, "shape", None)
    if not isinstance(shape, tuple) or not all(isinstance(size, int) for size in shape):
        return Tensor()
    try:
        return _with_shape(_rule(module)(tuple(shape)))
    except (
        AttributeError,
        IndexError,
        KeyError,
        TypeError,
        ValueError,
    ):  # the module says so itself where it is counted
        return Tensor()


def _with_shape(shape: Any) -> Any:
    """Tensors of the shapes that a module gives: one, or several in the order in which PyTorch gives them."""
    if shape is None:
        return Tensor()
    nested = any(isinstance(one, tuple) for one in shape)
    return tuple(_with_shape(one) for one in shape) if nested else Shaped(shape=shape)


def _rule(module: Any) -> Callable[[Sizes], Any]:
    if not _is_ours(module.forward):
        return lambda shape: None
    if hasattr(module, "output_shape"):
        return lambda shape: module.output_shape(shape)
    rule = RULES.get(re.sub("[123]d$", "", _name(module)), _not_known)
    return lambda shape: rule(module, shape)


def _is_ours(said: Any) -> bool:
    """Whether a class or a function stands here, and not in a learner's program."""
    return str(getattr(said, "__module__", "")).startswith("lstmlesson.")


def _name(module: Any) -> str:
    """The name of the class here that a module is, or is made from."""
    return next(kind.__name__ for kind in type(module).__mro__ if _is_ours(kind))


def _rank(module: Any) -> int:
    """Over how many axes a module goes: MaxPool2d over two."""
    return int(_name(module)[-2])


def _each(value: Any, rank: int) -> Sizes:
    return tuple(value) if isinstance(value, tuple | list) else (value,) * rank


def _pooled(module: Any, shape: Sizes) -> Sizes:
    """As PyTorch says on the page of MaxPool: (length + 2·padding - dilation·(kernel - 1) - 1) / stride + 1."""
    rank = _rank(module)
    kernel, padding = _each(module.kernel_size, rank), _each(getattr(module, "padding", 0), rank)
    stride = kernel if module.stride is None else _each(module.stride, rank)
    dilation = _each(getattr(module, "dilation", 1), rank)
    places = []
    for length, wide, step, more, apart in zip(shape[-rank:], kernel, stride, padding, dilation, strict=True):
        room = length + 2 * more - apart * (wide - 1) - 1
        count = (-(-room // step) if module.ceil_mode else room // step) + 1
        # With ceil_mode, a window that would begin in the padding at the end is left out.
        places.append(count - (module.ceil_mode and (count - 1) * step >= length + more))
    return (*shape[:-rank], *places)


def _adapted(module: Any, shape: Sizes) -> Sizes:
    rank = _rank(module)
    wanted = zip(_each(module.output_size, rank), shape[-rank:], strict=True)
    return (*shape[:-rank], *(length if size is None else size for size, length in wanted))


def _padded(module: Any, shape: Sizes) -> Sizes:
    """The padding begins with the last axis, its front and its end."""
    rank, sizes = _rank(module), list(shape)
    more = _each(module.padding, 2 * rank)
    for axis in range(rank):
        sizes[-1 - axis] += more[2 * axis] + more[2 * axis + 1]
    return tuple(sizes)


def _larger(module: Any, shape: Sizes) -> Sizes:
    rank = len(shape) - 2
    if module.size is not None:
        return (*shape[:2], *_each(module.size, rank))
    factors = zip(shape[2:], _each(module.scale_factor, rank), strict=True)
    return (*shape[:2], *(int(length * factor) for length, factor in factors))


def _unflattened(module: Any, shape: Sizes) -> Sizes:
    at = module.dim % len(shape)
    sizes = Shaped(shape=(shape[at],)).view(*module.unflattened_size).shape
    return (*shape[:at], *sizes, *shape[at + 1 :])


def _one_after_the_other(module: Any, shape: Sizes) -> Sizes | None:
    for one in module:
        found = through(one, Shaped(shape=shape))
        if not isinstance(found, Shaped):
            return None
        shape = found.shape
    return shape


def _not_known(module: Any, shape: Sizes) -> None:
    return None


def _kept(module: Any, shape: Sizes) -> Sizes:
    return shape


# Activations, dropouts and the like.
KEEP = """
    AlphaDropout CELU ChannelShuffle Dropout ELU FeatureAlphaDropout GELU Hardshrink Hardsigmoid Hardswish Hardtanh
    Identity LeakyReLU LocalResponseNorm LogSigmoid LogSoftmax Mish RReLU ReLU ReLU6 SELU SiLU Sigmoid Softmax Softmin
    Softplus Softshrink Softsign Tanh Tanhshrink Threshold
""".split()
# By the name of a weightless module, without its number of axes.
RULES: dict[str, Callable[[Any, Sizes], Any]] = {
    **dict.fromkeys(KEEP, _kept),
    **dict.fromkeys(("AdaptiveAvgPool", "AdaptiveMaxPool"), _adapted),
    **dict.fromkeys(("AvgPool", "LPPool", "MaxPool"), _pooled),
    **dict.fromkeys(("CircularPad", "ConstantPad", "ReflectionPad", "ReplicationPad", "ZeroPad"), _padded),
    "Unflatten": _unflattened,
    "Flatten": lambda module, shape: flattened(shape, module.start_dim, module.end_dim),
    "Upsample": _larger,
    "Sequential": _one_after_the_other,
}
