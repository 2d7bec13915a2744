"""What comes back out of a layer on the way back, for all layers the same."""

from typing import Any, NamedTuple


class Pulled(NamedTuple):
    """The gradients of a layer's weights, of its input (a list where it has several, None where it is of word numbers)
    and of the states that it began with.
    """

    weights: list[Any]
    x: Any
    states: list[Any]
