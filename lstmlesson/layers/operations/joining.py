"""Operations that join tensors, part them, or pick from them by an index."""

from itertools import pairwise
from typing import Any

from lstmlesson.law.sizes import same, total
from lstmlesson.layers.foundation.tensor import Shape, meet, written
from lstmlesson.layers.operations.operation import apply, axis_of


def joined(shapes: tuple[Shape, ...], axis: int) -> Shape:
    """Shapes side by side along an axis; they agree elsewhere."""
    if len({len(shape) for shape in shapes}) > 1:
        raise ValueError("different numbers of axes; expected the same")
    at = axis_of(axis, len(shapes[0]))
    result = list(shapes[0])
    for number in range(len(result)):
        sizes = [shape[number] for shape in shapes]
        if number == at:
            result[at] = None if None in sizes else total(sizes)
            continue
        for size in sizes:
            if size is not None and result[number] is not None and not same(size, result[number]):
                raise ValueError(f"they differ in axis {number}; expected the same everywhere but in axis {axis}")
            result[number] = meet(result[number], size)
    return tuple(result)


def concatenate(xs: Any, axis: int = 0) -> Any:
    return apply("concatenate", list(xs), lambda *shapes: joined(shapes, axis))


def stack(x: Any, axis: int = 0) -> Any:
    def follow(*shapes: Shape) -> Shape:
        at = axis_of(axis, len(shapes[0]) + 1)
        one = joined(tuple((1, *shape) for shape in shapes), 0)[1:]
        return (*one[:at], len(shapes), *one[at:])

    return apply("stack", list(x), follow)


def split(x: Any, indices_or_sections: Any, axis: int = 0) -> Any:
    def follow(shape: Shape) -> list[Shape]:
        at, parts = axis_of(axis, len(shape)), indices_or_sections
        length = shape[at]
        if isinstance(parts, int):
            if isinstance(length, int) and length % parts:
                raise ValueError(f"{length} do not split into {parts} equal parts; expected a divisor of {length}")
            sizes = [None if length is None else length // parts] * parts
        else:
            ends = [0, *parts, length]
            sizes = [None if b is None else b - a for a, b in pairwise(ends)]
        return [(*shape[:at], size, *shape[at + 1 :]) for size in sizes]

    return apply("split", [x], follow)


def unstack(x: Any, num: int | None = None, axis: int = 0) -> Any:
    def follow(shape: Shape) -> list[Shape]:
        at = axis_of(axis, len(shape))
        many: Any = num or shape[at]
        if many is None:
            raise ValueError(f"axis {axis} of {written(shape)} is None; expected num=…, or a known length")
        return [(*shape[:at], *shape[at + 1 :])] * many

    return apply("unstack", [x], follow)


def take(x: Any, indices: Any, axis: int | None = None) -> Any:
    def follow(shape: Shape, which: Shape) -> Shape:
        if axis is None:
            return which
        at = axis_of(axis, len(shape))
        return (*shape[:at], *which, *shape[at + 1 :])

    return apply("take", [x, indices], follow)


def gather(params: Any, indices: Any, axis: int = 0, **more: Any) -> Any:
    """What TensorFlow and the older backend call so: take along an axis, the first unless said otherwise."""
    return take(params, indices, axis)


def take_along_axis(x: Any, indices: Any, axis: int | None = None) -> Any:
    return apply("take_along_axis", [x, indices], lambda shape, which: which)


def one_hot(x: Any, num_classes: int, axis: int = -1, **more: Any) -> Any:
    def follow(shape: Shape) -> Shape:
        at = axis_of(axis, len(shape) + 1)
        return (*shape[:at], num_classes, *shape[at:])

    return apply("one_hot", [x], follow)


def boolean_mask(tensor: Any, mask: Any, axis: Any = None) -> Any:
    """Those entries for which the mask holds, nobody knows how many. Source: tf.boolean_mask of TensorFlow 2.21."""

    def follow(shape: Shape, chosen: Shape) -> Shape:
        first = (axis or 0) % len(shape)
        return (*shape[:first], None, *shape[first + len(chosen) :])

    return apply("boolean_mask", [tensor, mask], follow)


FUNCTIONS: dict[str, Any] = {
    "boolean_mask": boolean_mask,
    "concatenate": concatenate,
    "stack": stack,
    "split": split,
    "unstack": unstack,
    "take": take,
    "gather": gather,
    "take_along_axis": take_along_axis,
    "one_hot": one_hot,
}
