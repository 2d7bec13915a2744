"""Operations on images, and a function done to each entry.

Source: keras.ops.image and keras.ops.map of Keras 3.15.1.
"""

from collections.abc import Callable
from typing import Any

from lstmlesson.layers.foundation.tensor import Shape
from lstmlesson.layers.operations.operation import apply


def _two(value: Any) -> tuple[Any, Any]:
    first, second = value if isinstance(value, list | tuple) else (value, value)
    return first, second


def _places(length: Any, wide: int, step: int, apart: int, padding: str) -> Any:
    """How many windows fit along an axis; with padding same, one for each step that is begun."""
    if length is None:
        return None
    reach = 1 if padding == "same" else apart * (wide - 1) + 1
    return (length - reach) // step + 1


def _channels_last(name: str, given: Any) -> None:
    """Refuse another order of axes, in which the shape would be a wrong one."""
    if given not in (None, "channels_last"):
        raise ValueError(f'ops.image.{name}: data_format={given!r}; expected "channels_last"')


def extract_patches(
    images: Any,
    size: Any,
    strides: Any = None,
    dilation_rate: Any = 1,
    padding: str = "valid",
    data_format: Any = None,
    **more: Any,
) -> Any:
    """Windows cut out of images, the numbers of each in one row."""
    _channels_last("extract_patches", data_format)
    wide, apart = _two(size), _two(dilation_rate)
    step = wide if strides is None else _two(strides)

    def follow(shape: Shape) -> Shape:
        *front, high, across, channels = shape
        lengths = zip((high, across), wide, step, apart, strict=True)
        return (*front, *(_places(*one, padding.lower()) for one in lengths), wide[0] * wide[1] * channels)

    return apply("extract_patches", [images], follow)


def resize(images: Any, size: Any, *arguments: Any, data_format: Any = None, **more: Any) -> Any:
    """Images in another height and width."""
    _channels_last("resize", data_format)
    return apply("resize", [images], lambda shape: (*shape[:-3], *_two(size), shape[-1]))


def each(f: Callable[[Any], Any], xs: Any, **more: Any) -> Any:
    """A function done to each entry along the first axis, and the results one above the other."""
    done = f(xs[0])
    return apply("map", [done, xs], lambda one, every: (every[0], *one))


FUNCTIONS: dict[str, Any] = {
    "extract_patches": extract_patches,
    "resize": resize,
    "map": each,
    "vectorized_map": each,
}
