"""Operations on tensors, each as the rule by which shapes become shapes: x + y, x[:, -1], and what keras.ops calls so.

1. `operation`: an operation as a row of a model, and a weight that a program makes itself.
2. `elementwise`, `reductions`, `products`, `arrangement`, `joining`, `creation`, `images`: the rules, each file with
   its table FUNCTIONS.

`function("matmul")` gives the one that Keras calls keras.ops.matmul; `NAMES` lists them all. To add one, write the rule
in the file of its kind and name it in that file's table.
"""

from collections.abc import Callable
from typing import Any

from lstmlesson.layers.operations import arrangement, creation, elementwise, images, joining, products, reductions
from lstmlesson.layers.operations.operation import Operation, Variable, shape_of

_TABLE: dict[str, Callable[..., Any]] = {
    **elementwise.FUNCTIONS,
    **reductions.FUNCTIONS,
    **products.FUNCTIONS,
    **arrangement.FUNCTIONS,
    **joining.FUNCTIONS,
    **creation.FUNCTIONS,
    **images.FUNCTIONS,
}
NAMES = tuple(_TABLE)

__all__ = ["NAMES", "Operation", "Variable", "function", "shape_of"]


def function(name: str) -> Callable[..., Any]:
    """The operation with a name of keras.ops.

    Raises: AttributeError for one that is not followed here; a program that uses it is not counted.

    >>> from lstmlesson.layers import Input
    >>> function("matmul")(Input((10, 4)), Input((4, 3))).shape            # (10, 4) with (4, 3)
    (None, 10, 3)
    """
    if name not in _TABLE:
        from difflib import get_close_matches

        near = get_close_matches(name, _TABLE, 1)
        raise AttributeError(
            f"the operation {name} is not followed here{f'; the nearest that is: {near[0]}' if near else ''}"
        )
    return _TABLE[name]
