"""Numbers that a program writes down itself: they come from no input, and only their shape is known."""

from typing import Any

from lstmlesson.layers.foundation.tensor import Tensor
from lstmlesson.layers.operations.operation import apply, shape_of


def shape(x: Any) -> Any:
    """The shape, as Keras gives it for a tensor without values: None where a length is open."""
    return shape_of(x)


def ndim(x: Any) -> int:
    return len(shape_of(x))


def size(x: Any) -> Any:
    return apply("size", [x], lambda shape: ())


def _filled(kind: str) -> Any:
    def operation(shape: Any = (), *arguments: Any, **more: Any) -> Any:
        sizes = (shape,) if isinstance(shape, int) else tuple(shape)
        return apply(kind, [], lambda: sizes)

    return operation


def arange(start: Any, stop: Any = None, step: Any = 1, dtype: Any = None, **more: Any) -> Any:
    first, last = (0, start) if stop is None else (start, stop)
    known = all(isinstance(one, int) for one in (first, last, step))
    return apply("arange", [], lambda: (len(range(first, last, step)) if known else None,))


def linspace(start: Any, stop: Any, num: int = 50, **more: Any) -> Any:
    return apply("linspace", [], lambda: (num,))


def eye(*sizes: int, **more: Any) -> Any:
    return apply("eye", [], lambda: (sizes[0], sizes[1] if len(sizes) > 1 else sizes[0]))


def is_tensor(x: Any) -> bool:
    return isinstance(x, Tensor)


FUNCTIONS: dict[str, Any] = {
    "is_tensor": is_tensor,
    "shape": shape,
    "ndim": ndim,
    "size": size,
    **{kind: _filled(kind) for kind in ("zeros", "ones", "empty", "full")},
    "arange": arange,
    "linspace": linspace,
    "eye": eye,
    "identity": eye,
}
