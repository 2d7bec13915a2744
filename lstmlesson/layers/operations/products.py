"""Operations that multiply and add along an axis: matrix products and their like."""

from typing import Any

from lstmlesson.law.sizes import Size, same, shown
from lstmlesson.layers.foundation.tensor import Shape, broadcast
from lstmlesson.layers.operations.operation import apply, axis_of


def _agree(first: Size | None, second: Size | None) -> None:
    if first is not None and second is not None and not same(first, second):
        raise ValueError(f"{shown(first)} meets {shown(second)} along the axis that is summed; expected equal sizes")


def matmul_shape(first: Shape, second: Shape) -> Shape:
    """(…, n, k) and (…, k, m) make (…, n, m); a vector loses its axis."""
    if not first or not second:
        raise ValueError("a number without axes has no matrix product; expected at least one axis on each side")
    _agree(first[-1], second[-2] if len(second) > 1 else second[0])
    rows, columns = first[-2:-1], second[-1:] if len(second) > 1 else ()
    return (*broadcast(first[:-2], second[:-2]), *rows, *columns)


def matmul(x1: Any, x2: Any, **more: Any) -> Any:
    return apply("matmul", [x1, x2], matmul_shape)


def dot_shape(first: Shape, second: Shape) -> Shape:
    """The last axis of the first with the last but one of the second; the other axes follow each other."""
    if not first or not second:
        return first or second
    at = max(len(second) - 2, 0)
    _agree(first[-1], second[at])
    return (*first[:-1], *second[:at], *second[at + 1 :])


def dot(x1: Any, x2: Any) -> Any:
    return apply("dot", [x1, x2], dot_shape)


def tensordot(x1: Any, x2: Any, axes: Any = 2) -> Any:
    def follow(first: Shape, second: Shape) -> Shape:
        if isinstance(axes, int):
            ours, theirs = list(range(len(first) - axes, len(first))), list(range(axes))
        else:
            ours, theirs = ([one] if isinstance(one, int) else list(one) for one in axes)
        ours, theirs = [axis_of(at, len(first)) for at in ours], [axis_of(at, len(second)) for at in theirs]
        for mine, other in zip(ours, theirs, strict=True):
            _agree(first[mine], second[other])
        return (
            *(size for at, size in enumerate(first) if at not in ours),
            *(size for at, size in enumerate(second) if at not in theirs),
        )

    return apply("tensordot", [x1, x2], follow)


def einsum_shape(subscripts: str, *shapes: Shape) -> Shape:
    """The shape that letters such as "bij,bjk->bik" make, with "…" for axes that are not named."""
    inputs, _, output = subscripts.replace(" ", "").partition("->")
    terms = inputs.split(",")
    if len(terms) != len(shapes):
        raise ValueError(f"{subscripts!r} names {len(terms)} tensors, {len(shapes)} were given")
    sizes: dict[str, Size | None] = {}
    rest: Shape = ()
    for term, shape in zip(terms, shapes, strict=True):
        before, dots, after = term.partition("...")
        front, back = len(before), len(shape) - len(after)
        if back < front or (not dots and back != front):
            raise ValueError(f"{term!r} names {len(before + after)} axes, the tensor has {len(shape)}")
        rest = broadcast(rest, shape[front:back])
        for name, size in zip(before + after, (*shape[:front], *shape[back:]), strict=True):
            _agree(sizes.get(name), size)
            sizes[name] = size if sizes.get(name) is None else sizes[name]
    if "->" not in subscripts:
        letters = inputs.replace(",", "").replace(".", "")
        output = "..." * ("..." in inputs) + "".join(sorted(name for name in set(letters) if letters.count(name) == 1))
    before, dots, after = output.partition("...")
    return (*(sizes[name] for name in before), *(rest if dots else ()), *(sizes[name] for name in after))


def einsum(subscripts: str, *operands: Any, **more: Any) -> Any:
    return apply("einsum", operands, lambda *shapes: einsum_shape(subscripts, *shapes))


def batch_dot_shape(first: Shape, second: Shape, axes: Any) -> Shape:
    """One axis of each sample with one of the other; the batch stays in front."""
    if axes is None:
        axes = (len(first) - 1, max(len(second) - 2, 1))
    ours, theirs = (axes, axes) if isinstance(axes, int) else axes
    ours, theirs = axis_of(ours, len(first)), axis_of(theirs, len(second))
    _agree(first[ours], second[theirs])
    left = [size for at, size in enumerate(first) if at != ours]
    right = [size for at, size in enumerate(second) if at not in (0, theirs)]
    return (*left, *right) if left[1:] or right else (*left, 1)


def batch_dot(x: Any, y: Any, axes: Any = None) -> Any:
    return apply("batch_dot", [x, y], lambda first, second: batch_dot_shape(first, second, axes))


def outer(x1: Any, x2: Any) -> Any:
    from lstmlesson.law.sizes import product

    def follow(first: Shape, second: Shape) -> Shape:
        return tuple(None if None in one else product(one) for one in (first, second))

    return apply("outer", [x1, x2], follow)


FUNCTIONS: dict[str, Any] = {
    "matmul": matmul,
    "dot": dot,
    "tensordot": tensordot,
    "einsum": einsum,
    "batch_dot": batch_dot,
    "outer": outer,
}
