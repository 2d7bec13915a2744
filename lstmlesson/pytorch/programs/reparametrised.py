"""A weight that is made of other numbers before each step: weight_norm, spectral_norm, orthogonal.

The parameters are replaced in the module, and the weight is made of them; so what is counted changes with weight_norm,
which keeps a length and a direction. Source: torch.nn.utils and torch.nn.utils.parametrizations of PyTorch 2.13.
"""

from typing import Any

from lstmlesson.law.weights import ONE_BLOCK, Weight
from lstmlesson.pytorch.foundation.parameters import Parameter


def _parameter(shape: tuple[Any, ...], like: Parameter) -> Parameter:
    return Parameter(None, like.requires_grad, Weight("", shape, ONE_BLOCK))


def _replace(module: Any, name: str, new: dict[str, tuple[Any, ...]]) -> Any:
    """The module with other parameters in the place of one; the old one can still be read, and is not counted."""
    old = module._parameters.pop(name)
    for key, shape in new.items():
        made = _parameter(shape, old)
        made.__dict__["shape"] = old.shape.__class__(shape)
        module._parameters[key] = made
    module.__dict__[name] = old
    return module


def _lengths(shape: tuple[Any, ...], dim: int | None) -> tuple[Any, ...]:
    """One length for each entry along an axis, or one for all."""
    if dim is None:
        return ()
    return tuple(size if axis == dim % len(shape) else 1 for axis, size in enumerate(shape))


def weight_norm(module: Any, name: str = "weight", dim: int | None = 0) -> Any:
    """The weight as a length and a direction: `weight_g` and `weight_v`.

    >>> from lstmlesson import pytorch
    >>> weight_norm(pytorch.Linear(3, 2)).count()             # 2·3 for the directions, 2 lengths, 2 biases
    10
    """
    shape = tuple(module._parameters[name].shape)
    return _replace(module, name, {f"{name}_g": _lengths(shape, dim), f"{name}_v": shape})


def remove_weight_norm(module: Any, name: str = "weight") -> Any:
    """The weight as it was."""
    for ending in "gv":
        del module._parameters[f"{name}_{ending}"]
    module._parameters[name] = module.__dict__.pop(name)
    return module


def of_length_and_direction(module: Any, name: str = "weight", dim: int | None = 0) -> Any:
    """`parametrizations.weight_norm`, which counts as `weight_norm` does."""
    shape = tuple(module._parameters[name].shape)
    new = {f"parametrizations.{name}.original0": _lengths(shape, dim), f"parametrizations.{name}.original1": shape}
    return _replace(module, name, new)


def unchanged(module: Any, *args: Any, **kwargs: Any) -> Any:
    """`spectral_norm` and `orthogonal`: as many parameters as before, under other names."""
    return module
