"""What numpy's functions make of shapes. Plain numbers are worked out, since programs make sizes of them.

Source of the rules: numpy 2, each function by its own page.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any

from lstmlesson.law.sizes import is_number
from lstmlesson.layers.foundation.tensor import broadcast
from lstmlesson.tools.arrays.array import Array, shape_of
from lstmlesson.tools.arrays.making import (
    along,
    append,
    array,
    concatenate,
    expand_dims,
    filled,
    hstack,
    like,
    stack,
    tile,
    vstack,
)

Number = int | float


def _sized(at: int) -> Callable[..., Any]:
    """A function that draws numbers, `size` standing at this place; without one it draws one number."""

    def drawn(*given: Any, size: Any = None, **_: Any) -> Any:
        size = given[at] if len(given) > at else size
        return Array(()) if size is None else Array(size)

    return drawn


def drawn_in(*sizes: Any) -> Array:
    """An array whose sizes stand one after the other, as numpy.random.rand takes them."""
    return Array(sizes)


def arange(start: Number, stop: Number | None = None, step: Number = 1, *_: Any, **__: Any) -> Array:
    """As many numbers as lie between two."""
    start, stop = (0, start) if stop is None else (start, stop)
    return Array((max(0, math.ceil((stop - start) / step)),))


def joined(first: Any, second: Any = None, third: Any = None, *_: Any, **__: Any) -> Any:
    """What two or three arrays give number by number."""
    shape: tuple[Any, ...] = ()
    for one in (first, second, third):
        shape = broadcast(shape, shape_of(one))
    return Array(shape)


def each(name: str) -> Callable[..., Any]:
    """A function of each number; of a plain number it is worked out."""

    def applied(x: Any, *more: Any, **_: Any) -> Any:
        work = getattr(math, name, None) or PLAIN.get(name)
        if isinstance(x, int | float) and not isinstance(x, bool) and work:
            return work(x, *[one for one in more if isinstance(one, int | float)])
        return array(x)

    return applied


def over(name: str) -> Callable[..., Any]:
    """A function along an axis; of plain numbers it is worked out."""

    def applied(x: Any, axis: Any = None, *_: Any, **more: Any) -> Any:
        plain = isinstance(x, list | tuple | range) and len(x) and all(isinstance(one, int | float) for one in x)
        if plain and axis is None:
            return PLAIN[name](x)
        return along(x, axis, bool(more.get("keepdims")))

    return applied


def _mean(numbers: Sequence[Number]) -> float:
    return sum(numbers) / len(numbers)


PLAIN: dict[str, Any] = {"prod": math.prod, "sum": sum, "max": max, "min": min, "mean": _mean, "abs": abs}
PLAIN |= {"absolute": abs, "round": round, "around": round, "rint": round, "square": lambda x: x * x}
EACH = """
    abs absolute around arccos arcsin arctan ceil clip cos cosh cumsum deg2rad diff exp expm1 floor isfinite isnan log
    log10 log1p log2 nan_to_num negative rad2deg rint round sign sin sinh sort sqrt square tan tanh flip roll
""".split()
OVER = "all any argmax argmin average max mean median min prod std sum var".split()
JOINED = "add divide equal greater less maximum minimum mod multiply power subtract where".split()
NUMBERS = {"pi": math.pi, "e": math.e, "inf": math.inf, "nan": math.nan, "newaxis": None, "__version__": "2.0.0"}
TYPES = "float16 float32 float64 int8 int16 int32 int64 uint8 uint16 uint32 uint64 float_ int_ object_ str_".split()
# numpy.random: which place `size` has.
DRAWN = {"random": 0, "random_sample": 0, "standard_normal": 0, "normal": 2, "uniform": 2, "randint": 2, "choice": 1}
DRAWN |= {"binomial": 2, "poisson": 1, "exponential": 1, "integers": 2, "beta": 2, "gamma": 2}


class Kind(str):
    """A type of numbers by its name; called, it makes one."""

    def __call__(self, x: Any = 0, *_: Any) -> Any:
        if isinstance(x, int | float | str):
            return int(x) if "int" in self else float(x)
        return array(x, str(self))


def _moved(x: Any, axes: Any = None) -> Any:
    return array(x).transpose(*([axes] if axes is not None else []))


def _nothing(*_: Any, **__: Any) -> None:
    """What gives nothing, as numpy.random.seed."""


_NAMED: dict[str, Any] = {
    **dict.fromkeys("array asarray asanyarray ascontiguousarray copy".split(), array),
    **dict.fromkeys("zeros ones empty full".split(), filled),
    **dict.fromkeys("zeros_like ones_like empty_like full_like".split(), like),
    **{name: each(name) for name in EACH},
    **{name: over(name) for name in OVER},
    **dict.fromkeys(JOINED, joined),
    **dict.fromkeys(("set_printoptions", "seterr", "save", "savetxt"), _nothing),
    **NUMBERS,
    **{name: Kind(name.rstrip("_")) for name in (*TYPES, "bool_", "bool")},
    "integer": int,
    "floating": float,
    "amax": over("max"),
    "amin": over("min"),
    "ndarray": Array,
    "arange": arange,
    "linspace": lambda start, stop, num=50, *_, **__: Array((num,)),
    "eye": lambda n, m=None, *_, **__: Array((n, m or n)),
    "identity": lambda n, *_: Array((n, n)),
    "reshape": lambda x, shape, *_, **__: array(x).reshape(shape),
    "ravel": lambda x, *_: array(x).ravel(),
    "squeeze": lambda x, axis=None: array(x).squeeze(axis),
    "transpose": _moved,
    "swapaxes": lambda x, first, second: array(x).swapaxes(first, second),
    "expand_dims": expand_dims,
    "concatenate": concatenate,
    "stack": stack,
    "append": append,
    "hstack": hstack,
    "column_stack": hstack,
    "vstack": vstack,
    "dstack": lambda parts: concatenate([expand_dims(one, 2) if len(shape_of(one)) == 2 else one for one in parts], 2),
    "tile": tile,
    "repeat": lambda x, repeats, axis=None: array(x).repeat(repeats, axis),
    "dot": lambda first, second: array(first) @ array(second),
    "matmul": lambda first, second: array(first) @ array(second),
    "shape": shape_of,
    "ndim": lambda x: len(shape_of(x)),
    "size": lambda x: array(x).size,
    "random.seed": _nothing,
    "random.shuffle": _nothing,
    "random.rand": drawn_in,
    "random.randn": drawn_in,
    "random.permutation": lambda x: Array((x,)) if is_number(x) else array(x),
    **{f"random.{name}": _sized(at) for name, at in DRAWN.items()},
}


class Generator:
    """numpy.random.default_rng(): what draws, under the same names."""

    def __getattr__(self, name: str) -> Any:
        known = FUNCTIONS.get(f"numpy.random.{name}")
        if known is None:
            raise AttributeError(name)
        return known


_NAMED |= {"random.default_rng": lambda *_: Generator(), "random.RandomState": lambda *_: Generator()}
FUNCTIONS: dict[str, Any] = {f"numpy.{name}": function for name, function in _NAMED.items()}
