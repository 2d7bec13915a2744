"""The law. A layer is a list of weights; a weight is one block of numbers, repeated once for each gate.

    size of a weight = product of its block's shape x number of gates
    count of a layer = sum of the sizes of its weights

Everything else in this package reads such a list: the number, the formula, the arrays that a framework
stores, a row of a summary. This is the only room that multiplies a weight's shape.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from lstmlesson.law.sizes import Size, product, shown, total

# A weight that no gate repeats has its block once. Its "gate" has no name in any paper, so it is called that.
ONE_BLOCK = ("the only block",)


class Array(NamedTuple):
    """A weight as a framework stores it: its name, its shape, whether it is trained, and the part it is in."""

    name: str
    shape: tuple[Size, ...]
    trainable: bool = True
    part: str = ""


class Weight(NamedTuple):
    """One weight: the shape of one block and the gates that each have such a block.

    The kernel of an LSTM with 2 units on 3 features: a block of (features=3, units=2), once for each gate.

    >>> kernel = Weight("kernel", (3, 2), ("input", "forget", "cell", "output"))
    >>> kernel.size                                    # 3·2 for each of 4 gates
    24
    >>> kernel.stacked(-1).shape                       # Keras 3: the gates side by side in the last axis
    (3, 8)
    """

    name: str
    shape: tuple[Any, ...]
    gates: tuple[str, ...] = ONE_BLOCK
    trainable: bool = True
    part: str = ""

    @property
    def size(self) -> Any:
        """How many numbers the weight holds."""
        return product((*self.shape, len(self.gates)), self.name)

    def stacked(self, axis: int) -> Array:
        """The one array in which the blocks of all gates lie side by side along an axis."""
        shape = list(self.shape)
        if shape:
            shape[axis] = product((shape[axis], len(self.gates)), self.name)
        return Array(self.name, tuple(shape), self.trainable, self.part)


def count(weights: Iterable[Weight]) -> Any:
    """How many numbers a list of weights holds.

    >>> count([Weight("kernel", (3, 2)), Weight("bias", (2,))])                 # 3·2 + 2
    8
    """
    return total((weight.size for weight in weights), "the count")


def trainable(weights: Iterable[Weight]) -> list[Weight]:
    """Those of the weights that training changes."""
    return [weight for weight in weights if weight.trainable]


def expression(weights: Iterable[Weight], term: Callable[[Weight], str] | None = None) -> str:
    """A list of weights as it is taught: its terms in the order of the declaration, in numbers or letters.

    Weights with the same gates share a bracket; equal brackets that follow each other share a factor.
    term: how one block is written; as the product of its sizes, unless said otherwise.

    >>> four = ("input", "forget", "cell", "output")
    >>> expression([Weight("kernel", (3, 2), four), Weight("recurrent_kernel", (2, 2), four)])
    '4(3·2 + 2·2)'
    """
    brackets = [_bracket(group, term or block) for group in _by_gates(weights)]
    return " + ".join(_times(len(list(equal)), text) for text, equal in groupby(brackets)) or "0"


def block(weight: Weight) -> str:
    """The block of a weight as the product of its sizes, such as 3·2."""
    return "·".join(map(shown, weight.shape)) or "1"


def _by_gates(weights: Iterable[Weight]) -> Iterator[list[Weight]]:
    """The weights in runs that share a part and its gates."""
    for _, run in groupby(weights, key=lambda weight: (weight.part, weight.gates)):
        yield list(run)


def _bracket(weights: list[Weight], term: Callable[[Weight], str]) -> str:
    terms = " + ".join(map(term, weights))
    gates = len(weights[0].gates)
    return terms if gates == 1 else f"{gates}({terms})"


def _times(copies: int, bracket: str) -> str:
    if copies == 1:
        return bracket
    has_gates = bracket[0].isdigit() and bracket.lstrip("0123456789").startswith("(")
    return f"{copies}·{bracket}" if has_gates else f"{copies}({bracket})"


def steps(weights: Iterable[Weight]) -> list[str]:
    """The sum worked out by hand, line by line: products, then brackets, then the count. Numbers only.

    >>> four = ("input", "forget", "cell", "output")
    >>> steps([Weight("kernel", (3, 2), four), Weight("bias", (2,), four)])
    ['4(3·2 + 2)', '4(6 + 2)', '4·8', '32']
    """
    weights = list(weights)
    sums = [(len(run[0].gates), total(product(one.shape) for one in run)) for run in _by_gates(weights)]
    brackets = [f"{gates}·{shown(inside)}" if gates > 1 else shown(inside) for gates, inside in sums]
    lines = [
        expression(weights),
        expression(weights, lambda weight: shown(product(weight.shape))),
        " + ".join(_times_number(len(list(equal)), text) for text, equal in groupby(brackets)) or "0",
        shown(count(weights)),
    ]
    return [line for at, line in enumerate(lines) if at == 0 or line != lines[at - 1]]


def _times_number(copies: int, text: str) -> str:
    return text if copies == 1 else f"{copies}·{text}"


def formula(weights: Iterable[Weight]) -> str:
    """The expression and, where all sizes are numbers, what it comes to.

    >>> formula([Weight("kernel", (13, 10)), Weight("bias", (10,))])
    '13·10 + 10 = 140'
    """
    weights = list(weights)
    text, number = expression(weights), count(weights)
    if not isinstance(number, int):
        return text
    return text if text == shown(number) else f"{text} = {shown(number)}"
