"""Operations that take axes away, such as a sum over the timesteps."""

from collections.abc import Callable
from typing import Any

from lstmlesson.layers.foundation.tensor import Shape
from lstmlesson.layers.operations.operation import apply, axis_of

# Source: keras.ops of Keras 3.15.1.
OVER_AXES = """
    all any amax amin argmax argmin average count_nonzero logsumexp max mean median min nanmax nanmean nanmin nansum
    norm prod ptp std sum var
""".split()


def reduced(shape: Shape, axis: Any, keepdims: bool) -> Shape:
    """A shape without some of its axes, all of them where none is named; with keepdims their length is 1."""
    named = range(len(shape)) if axis is None else axis if isinstance(axis, list | tuple) else [axis]
    gone = {axis_of(one, len(shape)) for one in named}
    kept = [1 if at in gone else size for at, size in enumerate(shape) if keepdims or at not in gone]
    return tuple(kept)


def _over_axes(kind: str) -> Callable[..., Any]:
    def operation(x: Any, axis: Any = None, keepdims: bool = False, **more: Any) -> Any:
        return apply(kind, [x], lambda shape: reduced(shape, axis, keepdims))

    return operation


def top_k(x: Any, k: int, sorted: bool = True) -> Any:
    return apply("top_k", [x], lambda shape: [(*shape[:-1], k)] * 2)


def moments(x: Any, axes: Any, keepdims: bool = False, **more: Any) -> Any:
    return apply("moments", [x], lambda shape: [reduced(shape, axes, keepdims)] * 2)


FUNCTIONS: dict[str, Any] = {**{kind: _over_axes(kind) for kind in OVER_AXES}, "top_k": top_k, "moments": moments}
