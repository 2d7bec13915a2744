"""Tensors in lists, tuples and dicts, as a program hands them to a layer: the tensors of a nest, and their shapes."""

from collections.abc import Iterator
from typing import Any

from lstmlesson.layers.foundation.tensor import Tensor, as_tensor


def drawn(shape: Any) -> Tensor:
    """A tensor of which only the shape is known, the batch in front."""
    from lstmlesson.layers.operations.operation import Variable

    return Variable(shape=tuple(shape))


def shapes_in(given: Any) -> Any:
    """The shape of a tensor, the batch in front, or the same nest of shapes as of tensors."""
    if isinstance(given, Tensor):
        return given.shape
    if isinstance(given, dict):
        return {name: shapes_in(one) for name, one in given.items()}
    return [shapes_in(one) for one in given] if isinstance(given, list | tuple) else None


def tensors_in(given: Any) -> Iterator[Tensor]:
    """All tensors in lists, tuples and dicts, in their order."""
    if isinstance(given, Tensor):
        yield given
    elif isinstance(given, dict):
        for name in sorted(given):
            yield from tensors_in(given[name])
    elif isinstance(given, list | tuple):
        for one in given:
            yield from tensors_in(one)


def has_tensors(given: Any) -> bool:
    """Whether there is any tensor in a nest."""
    return next(tensors_in(given), None) is not None


def replaced(given: Any, tensors: Iterator[Any]) -> Any:
    """The same nest with other tensors in it, in the same order."""
    if isinstance(given, Tensor):
        return next(tensors)
    if isinstance(given, dict):
        made = {name: replaced(given[name], tensors) for name in sorted(given)}
        return {name: made[name] for name in given}
    return type(given)(replaced(one, tensors) for one in given) if type(given) in (list, tuple) else given


def with_tensors(given: Any, kind: str) -> Any:
    """Arrays as tensors of their shape; everything else as it is."""
    if isinstance(given, list | tuple):
        return type(given)(with_tensors(one, kind) for one in given) if type(given) in (list, tuple) else given
    if isinstance(given, dict):
        return {name: with_tensors(one, kind) for name, one in given.items()}
    return as_tensor(given, kind) if isinstance(getattr(given, "shape", None), tuple) else given
