"""What is known of a row when its count is read, and two small readings of it that several families share."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from lstmlesson.summary.records import Shape
from lstmlesson.summary.solving.chain import Feed, last

# A search is given up after so many steps.
LARGEST_SEARCH = 20_000


class Facts(NamedTuple):
    """What is known of a row: its count, its output shapes, what feeds it."""

    count: int  # type: ignore[assignment]
    outputs: tuple[Shape, ...]
    feed: Feed

    @property
    def units(self) -> int | None:
        """The last size of the first output."""
        return last(self.outputs[0]) if self.outputs else None


def divisors(number: int) -> Iterator[int]:
    """The divisors of a number, as far as a short search finds them, each with its partner.

    >>> list(divisors(12))
    [1, 12, 2, 6, 3, 4]
    """
    small = 1
    while small * small <= number and small <= LARGEST_SEARCH:
        if number % small == 0:
            yield small
            if small * small != number:
                yield number // small
        small += 1


def returns(outputs: tuple[Shape, ...], axes: int = 3) -> dict[str, Any]:
    """return_sequences and return_state, as the output shapes show them."""
    given: dict[str, Any] = {}
    if outputs and len(outputs[0]) == axes:
        given["return_sequences"] = True
    if len(outputs) > 1:
        given["return_state"] = True
    return given
