"""What a picture of blocks shows, before anything is drawn: each weight beside what it should be, how far it reaches,
and what is said of it.

The gates of a weight lie side by side along one axis, so a weight is a band: as long as all its gates, and as broad as
its other axes laid out as one. `blocks` draws bands to scale.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lstmlesson.language import label, word
from lstmlesson.law.polynomials import highest
from lstmlesson.law.sizes import Size, written
from lstmlesson.law.weights import Weight


class Band(NamedTuple):
    """One weight of a picture, beside what it should be; one of the two may be absent."""

    drawn: Weight | None
    right: Weight | None

    @property
    def weight(self) -> Weight:
        """The one that there is."""
        weight = self.drawn or self.right
        assert weight is not None
        return weight

    @property
    def name(self) -> str:
        """The weight's name, with the part of the layer that it belongs to."""
        return name_of(self.weight)

    @property
    def mark(self) -> str:
        """What to say of a weight that is missing, or too much."""
        return "" if self.drawn and self.right else f", {word('surplus' if self.drawn else 'missing')}"


def name_of(weight: Weight) -> str:
    """A weight's name in words, with the part of the layer that it belongs to.

    >>> name_of(Weight("kernel", (3, 2), part="forward"))
    'forward/kernel'
    """
    path = weight.name if weight.part in weight.name else f"{weight.part}/{weight.name}"
    return "/".join(map(label, path.split("/")))


def bands(weights: Iterable[Weight], right: Iterable[Weight] | None = None) -> list[Band]:
    """The weights beside those that should be there, matched by name and, where one name comes twice, by order.

    >>> from lstmlesson import LSTM
    >>> kernel, recurrent_kernel, bias = LSTM(2).weights((None, 3))
    >>> [band.name + band.mark for band in bands([kernel], [kernel, bias])]
    ['kernel', 'bias, missing']
    """
    drawn = _by_name(weights)
    if right is None:
        return [Band(weight, weight) for weight in drawn.values()]
    correct = _by_name(right)
    return [Band(drawn.get(name), correct.get(name)) for name in {**correct, **drawn}]


def _by_name(weights: Iterable[Weight]) -> dict[tuple[str, str, int], Weight]:
    met: Counter[tuple[str, str]] = Counter()
    named = {}
    for weight in weights:
        met[weight.part, weight.name] += 1
        named[weight.part, weight.name, met[weight.part, weight.name]] = weight
    return named


def letter_of(weight: Weight) -> str:
    """The letter by which formulas call a weight: W for a kernel, U for a recurrent one, b for a bias; or none.

    >>> letter_of(Weight("recurrent_kernel", (2, 2))), letter_of(Weight("weight_hh_l0", (2, 2)))
    ('U', 'U')
    """
    if "recurrent" in weight.name or "_hh" in weight.name:
        return "b" if weight.name.startswith("bias") else "U"
    if weight.name.startswith("bias"):
        return "b"
    return "W" if weight.name.startswith("weight") or weight.name.endswith("kernel") else ""


def along(weight: Weight, axis: int) -> Size:
    """How far one block reaches along the axis in which the gates lie."""
    return weight.shape[axis] if weight.shape else 1


def breadth(weight: Weight, axis: int) -> Size:
    """How far a block reaches the other way, its other axes laid out as one."""
    others = list(weight.shape)
    if others:
        del others[axis]
    return Weight(weight.name, tuple(others)).size


def longest(every: Sequence[Band], axis: int) -> Size:
    """How far the blocks of all gates reach, in the weight in which they reach furthest."""
    return max((along(w, axis) * len(w.gates) for band in every for w in band if w), key=highest)


def broadest(band: Band, axis: int) -> Size:
    """The breadth that a band needs: that of what is drawn, or of what is missing where that goes further."""
    return max((breadth(weight, axis) for weight in band if weight is not None), key=highest)


def stored_shape(weight: Weight, axis: int) -> str:
    """The shape of the stacked array as text: (3, 8)."""
    return written(weight.stacked(axis).shape, "{:d}".format)


def widest_text(every: Iterable[Band], axis: int) -> int:
    """The letters of the longest name with its shape and mark, each size at the highest values of its letters."""
    shapes = [(band, [str(highest(size)) for size in band.weight.stacked(axis).shape]) for band in every]
    return max(len(f"W {band.name} {written(sizes, str)}{band.mark}") for band, sizes in shapes)
