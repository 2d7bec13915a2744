"""What is near when no known mistake gives the number: its sign, a factor, its digits, one weight more or less."""

from collections.abc import Iterator

from lstmlesson.language import label, sentence, word
from lstmlesson.law import weights as law
from lstmlesson.law.sizes import is_long, shown
from lstmlesson.law.weights import ONE_BLOCK, Weight

# A factor beyond this is more likely chance than a slip.
LARGEST_FACTOR = 10_000


def near(answer: int, weights: list[Weight]) -> list[str]:
    """Sentences that say what is near, the nearest first; none where nothing is. weights: the right list.

    >>> from lstmlesson import LSTM
    >>> near(84, LSTM(2).weights((None, 3)))
    ['The right number has the same digits in another order.']
    """
    return list(_near(answer, weights))


def near_numbers(weights: list[Weight]) -> list[int]:
    """The numbers of which a weight, a block, a sign or one too many says all; any other is near by its digits alone.

    >>> from lstmlesson import LSTM
    >>> near_numbers(LSTM(2).weights((None, 3)))              # 48, and 24, 16, 8, 6, 4, 2 or 1 more or less
    [72, 24, 64, 32, 56, 40, 54, 42, 52, 44, 50, 46, 49, 47, -48]
    """
    right = law.count(weights)
    sizes = [weight.size for weight in weights] + [weight._replace(gates=ONE_BLOCK).size for weight in weights]
    around = [right + sign * size for size in (*sizes, 1) for sign in (1, -1)]
    return [number for number in dict.fromkeys((*around, -right)) if number != right]


def _near(answer: int, weights: list[Weight]) -> Iterator[str]:
    right = law.count(weights)
    if answer == -right:
        yield word("wrong sign")
    if answer < 0:
        return
    if answer != right and not is_long(max(answer, right)) and sorted(str(answer)) == sorted(str(right)):
        yield word("digits in another order")
    yield from _factor(answer, right)
    yield from _one_weight(answer - right, weights)


def _factor(answer: int, right: int) -> Iterator[str]:
    small, large = sorted((answer, right))
    if not small or large % small or not 1 < large // small <= LARGEST_FACTOR:
        return
    factor = shown(large // small)
    if answer > right:
        yield sentence("so many times too large", factor=factor)
    else:
        yield sentence("so many times too small", factor=factor)


def _one_weight(off: int, weights: list[Weight]) -> Iterator[str]:
    how = "too many" if off > 0 else "too few"
    for weight in weights:
        if weight.size == abs(off):
            yield sentence(f"{how}, as a weight", number=shown(abs(off)), weight=label(weight.name))
            return
    for weight in weights:
        if weight._replace(gates=ONE_BLOCK).size == abs(off):
            yield sentence(f"{how}, as a block", number=shown(abs(off)), weight=label(weight.name))
            return
    if abs(off) == 1:
        yield word(f"one {how}")
