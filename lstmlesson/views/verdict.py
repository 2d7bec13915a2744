"""What a page says of a guess, written before it is made: which mistake gives this number, and its list.

The page only compares the guess with numbers. `diagnosis` says the same where Python is there to be asked.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from lstmlesson.language import sentence, word
from lstmlesson.law.declaration import Declaration, in_part
from lstmlesson.law.sizes import Size
from lstmlesson.law.weights import Weight
from lstmlesson.mistakes.finding import Finding, families, findings
from lstmlesson.mistakes.near_misses import near, near_numbers
from lstmlesson.views.diagnosis import named, question_back
from lstmlesson.views.document import escape
from lstmlesson.views.pictures.blocks.compared_lists import pair

# A page carries so many pictures, those of the likeliest mistakes, and none of more weights than fit beside each other.
MOST_PICTURES, MOST_WEIGHTS = 40, 8


class Verdict(NamedTuple):
    """A wrong number, what is said of it as HTML, and the picture of its list, or nothing."""

    number: int
    said: str
    picture: str = ""

    @property
    def html(self) -> str:
        return self.said + self.picture


def verdicts(
    thing: Declaration,
    input_shape: Any = None,
    *,
    batch: Size | None = None,
    pictures: int = MOST_PICTURES,
    is_over: bool = True,
) -> list[Verdict]:
    """Every wrong number of which something is known, the likeliest first, then those that are near the right one.

    batch: the batch size, where the question names one. pictures: how many of the likeliest mistakes are drawn.
    is_over: whether the right arithmetic may be said; where the reader tries again, the right blocks say enough.
    Raises: TypeError where a size is a letter or an array.

    >>> from lstmlesson import LSTM
    >>> told = verdicts(LSTM(2), (None, 3))
    >>> told[0].number, "bias forgotten" in told[0].html
    (40, True)
    """
    right: Any = thing.count(input_shape)
    together: dict[int, list[Finding]] = {}
    for family in families(findings(thing, input_shape, batch)):
        if family[0].count != right:
            together.setdefault(family[0].count, []).extend(family)
    known = [
        Verdict(number, _named(found), _picture(found[0], is_over) if at < pictures else "")
        for at, (number, found) in enumerate(together.items())
    ]
    weights = list(thing.weights(input_shape))
    others = [number for number in near_numbers(weights) if number not in together]
    return known + [Verdict(number, nearly(near(number, weights))) for number in others]


def nearly(sentences: Sequence[str]) -> str:
    """What is said where no known mistake gives the number."""
    return "".join(f"<p>{one}</p>" for one in (word("no known mistake here"), *map(escape, sentences)))


def _named(found: Sequence[Finding]) -> str:
    """The mistake by its name, what somebody thinks who makes it, and a question that helps; then the other names."""
    first = found[0]
    others = [title for title in dict.fromkeys(one.title for one in found[1:]) if title != first.title]
    more = f"<p>{sentence('also a slip', mistakes=list(map(escape, others)))}</p>" if others else ""
    return f"<p>{named(first)}</p>{question_back(first)}{more}"


def _picture(finding: Finding, is_over: bool) -> str:
    """The lists of the layers in which it was made."""
    places = finding.made
    right = [weight for place in places for weight in in_part(place.where, place.case.weights)]
    wrong = [weight for place in places for weight in _wrong(finding, place)]
    is_small = max(len(right), len(wrong)) <= MOST_WEIGHTS
    return pair(wrong, right, finding.gate_axis, is_over) if is_small else ""


def _wrong(finding: Finding, place: Any) -> list[Weight]:
    return list(in_part(place.where, finding.mistake.weights(place.case) or []))
