"""Operations that move numbers of one tensor and leave them as they are: another order of axes, slices, copies."""

from typing import Any

from lstmlesson.law.sizes import Size, is_array, is_number, product, same
from lstmlesson.layers.foundation.tensor import Shape, Tensor
from lstmlesson.layers.operations.operation import apply, axis_of


def sliced(shape: Shape, key: Any) -> Shape:
    """What is left of a shape after x[key]. Source: GetItem in keras.src.ops.numpy of Keras 3.15.1.

    >>> sliced((None, 10, 4), (slice(None), -1))
    (None, 4)
    """
    keys = list(key) if isinstance(key, list | tuple) else [key]
    if not any(one is Ellipsis for one in keys):
        keys.append(Ellipsis)
    at_dots = next(at for at, one in enumerate(keys) if one is Ellipsis)
    consumed = sum(one is not None for one in keys) - 1
    if consumed > len(shape):
        raise ValueError(f"{consumed} indices for {len(shape)} axes; expected no more indices than axes")
    keys[at_dots : at_dots + 1] = [slice(None)] * (len(shape) - consumed)
    sizes = iter(shape)
    result: list[Size | None] = []
    for one in keys:
        result += [1] if one is None else _cut(next(sizes), one)
    return tuple(result)


def _cut(length: Any, key: Any) -> list[Size | None]:
    """The axis after one index or slice of it: none, one, or those of an array of indices."""
    if isinstance(key, slice):
        if not is_number(length):
            return [length if key == slice(None) else None]
        return [len(range(*key.indices(length)))]
    if isinstance(key, Tensor) or is_array(key):
        return list(key.shape)
    if is_number(length) and isinstance(key, int) and not -length <= key < length:
        raise ValueError(f"index {key} of an axis of {length}; expected {-length} to {length - 1}")
    return []


def get_item(x: Any, key: Any) -> Any:
    return apply("get_item", [x], lambda shape: sliced(shape, key))


def slice_of(inputs: Any, start_indices: Any, shape: Any) -> Any:
    def follow(given: Shape) -> Shape:
        return tuple(size if want == -1 else want for size, want in zip(given, shape, strict=True))

    return apply("slice", [inputs], follow)


def reshaped(shape: Shape, wanted: Any) -> Shape:
    """The same numbers in another shape, the batch included; -1 is what is left over."""
    wanted = [size if is_number(size) or size is None else None for size in wanted]
    if wanted.count(-1) > 1:
        raise ValueError(f"newshape={tuple(wanted)} has several -1; expected one at most")
    if None in shape or None in wanted:
        return tuple(None if size == -1 else size for size in wanted)
    have, want = product(shape), product(size for size in wanted if size != -1)
    left = have // want if want else 0
    if not same(left * want, have) or (-1 not in wanted and not same(have, want)):
        raise ValueError(f"{have} numbers do not fill {tuple(wanted)}; expected the same number of numbers")
    return tuple(left if size == -1 else size for size in wanted)


def reshape(x: Any, newshape: Any, **more: Any) -> Any:
    return apply("reshape", [x], lambda shape: reshaped(shape, newshape))


def ravel(x: Any) -> Any:
    return apply("ravel", [x], lambda shape: reshaped(shape, (-1,)))


def batch_flatten(x: Any) -> Any:
    return apply("reshape", [x], lambda shape: (shape[0], *reshaped(shape[1:], (-1,))))


def transpose(x: Any, axes: Any = None) -> Any:
    def follow(shape: Shape) -> Shape:
        order = range(len(shape))[::-1] if axes is None else [axis_of(axis, len(shape)) for axis in axes]
        if sorted(order) != list(range(len(shape))):
            raise ValueError(f"axes={axes!r}; expected each of the {len(shape)} axes once")
        return tuple(shape[axis] for axis in order)

    return apply("transpose", [x], follow)


def swapaxes(x: Any, axis1: int, axis2: int) -> Any:
    def follow(shape: Shape) -> Shape:
        sizes, first, second = list(shape), axis_of(axis1, len(shape)), axis_of(axis2, len(shape))
        sizes[first], sizes[second] = sizes[second], sizes[first]
        return tuple(sizes)

    return apply("swapaxes", [x], follow)


def moveaxis(x: Any, source: Any, destination: Any) -> Any:
    def follow(shape: Shape) -> Shape:
        sources, places = ([one] if isinstance(one, int) else list(one) for one in (source, destination))
        sources, places = [axis_of(one, len(shape)) for one in sources], [axis_of(one, len(shape)) for one in places]
        order = [at for at in range(len(shape)) if at not in sources]
        for place, at in sorted(zip(places, sources, strict=True)):
            order.insert(place, at)
        return tuple(shape[at] for at in order)

    return apply("moveaxis", [x], follow)


def expand_dims(x: Any, axis: Any = -1) -> Any:
    def follow(shape: Shape) -> Shape:
        axes = [axis] if isinstance(axis, int) else list(axis)
        new, sizes = {axis_of(one, len(shape) + len(axes)) for one in axes}, iter(shape)
        return tuple(1 if at in new else next(sizes) for at in range(len(shape) + len(axes)))

    return apply("expand_dims", [x], follow)


def squeeze(x: Any, axis: Any = None) -> Any:
    def follow(shape: Shape) -> Shape:
        named = [at for at, size in enumerate(shape) if size == 1] if axis is None else axis
        gone = [axis_of(one, len(shape)) for one in ([named] if isinstance(named, int) else named)]
        for at in gone:
            if shape[at] not in (1, None):
                raise ValueError(f"axis {at} has length {shape[at]}; expected 1, which alone can be taken away")
        return tuple(size for at, size in enumerate(shape) if at not in gone)

    return apply("squeeze", [x], follow)


def repeat(x: Any, repeats: Any, axis: int | None = None) -> Any:
    def follow(shape: Shape) -> Shape:
        sizes = list(reshaped(shape, (-1,)) if axis is None else shape)
        at = axis_of(0 if axis is None else axis, len(sizes))
        if isinstance(repeats, int):
            sizes[at] = None if sizes[at] is None else product((sizes[at], repeats))
        else:
            sizes[at] = sum(repeats) if isinstance(repeats, list | tuple) and len(repeats) > 1 else None
        return tuple(sizes)

    return apply("repeat", [x], follow)


def tile(x: Any, repeats: Any) -> Any:
    def follow(shape: Shape) -> Shape:
        times = [repeats] if isinstance(repeats, int) else list(repeats)
        axes = max(len(times), len(shape))
        times, sizes = [1] * (axes - len(times)) + times, [1] * (axes - len(shape)) + list(shape)
        each = zip(sizes, times, strict=True)
        return tuple(None if size is None or not is_number(by) else product((size, by)) for size, by in each)

    return apply("tile", [x], follow)


def pad(x: Any, pad_width: Any, *arguments: Any, **more: Any) -> Any:
    def follow(shape: Shape) -> Shape:
        widths = [pad_width] * len(shape) if isinstance(pad_width, int) else list(pad_width)
        widths = widths * len(shape) if len(widths) == 1 else widths
        both = [2 * one if isinstance(one, int) else sum(one) for one in widths]
        return tuple(None if size is None else size + more for size, more in zip(shape, both, strict=True))

    return apply("pad", [x], follow)


FUNCTIONS: dict[str, Any] = {
    "get_item": get_item,
    "slice": slice_of,
    "reshape": reshape,
    "ravel": ravel,
    "batch_flatten": batch_flatten,
    "transpose": transpose,
    "swapaxes": swapaxes,
    "moveaxis": moveaxis,
    "expand_dims": expand_dims,
    "squeeze": squeeze,
    "repeat": repeat,
    "tile": tile,
    "pad": pad,
}
