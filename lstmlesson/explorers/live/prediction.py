"""Predict first: a question that keeps an explorer shut until the reader has committed a guess.

The question is asked about one setting, so its answer is one number, counted here, and so are the numbers of all
mistakes. What is said of each is written beforehand; the page compares the guess with them, and no kernel is needed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import traitlets

from lstmlesson.explorers.live.controls import Control
from lstmlesson.explorers.live.derived import Derived
from lstmlesson.language import sentence, word
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.polynomials import Limits, Polynomial, as_polynomial, letter
from lstmlesson.mistakes.near_misses import LARGEST_FACTOR
from lstmlesson.views import controls as inputs
from lstmlesson.views.document import by_sign, when
from lstmlesson.views.pictures.blocks.compared_lists import waiting
from lstmlesson.views.verdict import MOST_PICTURES, Verdict, verdicts

LARGEST_GUESS = 10**12


@dataclass(frozen=True)
class Prediction(Control):
    """A question and its answer. It is a control too: the guess is a trait, and None until it is committed.

    label: the question, as HTML. answer: a whole number; for a change 1, 0 or -1 for bigger, the same or smaller.
    reason: for a change, HTML that is said after the guess.
    told: for a number, what is said of wrong ones. See `count_prediction`.
    """

    name: str = "guess"
    value: None = None
    answer: int = 0
    is_change: bool = False
    reason: str = ""
    told: Sequence[Verdict] = ()

    @property
    def guess(self) -> Polynomial:
        most = 1 if self.is_change else LARGEST_GUESS
        return letter("guess", -most, most)

    @property
    def guessed(self) -> Polynomial:
        return letter("guessed", 0, 1)

    @property
    def limits(self) -> dict[str, Limits]:
        return {**self.guess.limits, **self.guessed.limits}

    def letters(self, value: int | None) -> dict[str, int]:
        return {"guess": value or 0, "guessed": int(value is not None)}

    def values(self) -> Sequence[int | None]:
        """No guess, the answer, each number of which something is known, and some others on either side."""
        if self.is_change:
            return [None, *range(-1, 2)]
        others = [max(self.answer - 1, 0), self.answer, self.answer + 1, 3 * self.answer, int(f"{self.answer}"[::-1])]
        return [None, *others, *(one.number for one in self.told), 2 * self.answer + 1]

    def trait(self) -> "traitlets.TraitType[Any, Any]":
        low, high = self.guess.limits["guess"]
        return traitlets.Int(None, allow_none=True, min=low, max=high)

    # What the page works out of a guess: which of the known numbers it is and, where it is none, how it is near.

    @property
    def derived(self) -> list[Derived]:
        """The letters by which what is said hangs on the guess."""
        return [*self._known, *self._near] if self.told else []

    @property
    def _known(self) -> list[Derived]:
        numbers = [self.answer, *(one.number for one in self.told)]
        known = [as_polynomial(number) for number in numbers]
        return [Derived(f"is_{at}", "equal", [one, self.guess], (0, 1)) for at, one in enumerate(known)]

    @property
    def _near(self) -> list[Derived]:
        answer = as_polynomial(self.answer)
        return [
            Derived("digits", "digits", [self.guess, answer], (0, 1)),
            Derived("larger", "times", [self.guess, answer], (0, LARGEST_FACTOR)),
            Derived("smaller", "times", [answer, self.guess], (0, LARGEST_FACTOR)),
        ]

    def locked(self, inside: str) -> str:
        """The question, and behind it the verdict and what is inside."""
        if self.is_change:
            asked, answered = inputs.form(self.label, inputs.sign_guess()), ""
        else:
            asked = inputs.form(self.label, inputs.number_guess(LARGEST_GUESS)) + waiting() * bool(self.told)
            answered = inputs.committed(self.label, f"{self.guess:,}")
        return when(self.guessed, answered + self.verdict() + inside, asked)

    def verdict(self) -> str:
        """What is said of the guess, with holes."""
        if self.is_change:
            return inputs.verdict(self._of_change())
        return inputs.verdict(self._of_number() + self._why())

    def _of_number(self) -> str:
        off = self.guess - self.answer
        said = {"guess": f"{self.guess:,}", "answer": f"<strong>{self.answer:,}</strong>"}
        right = inputs.sign("right", sentence("right", **said))
        large = inputs.sign("wrong", sentence("too large", difference=f"{off:,}", **said))
        small = inputs.sign("wrong", sentence("too small", difference=f"{-off:,}", **said))
        return by_sign(off, large, right, small)

    def _why(self) -> str:
        """Which mistake makes the number, or how it is near."""
        if not self.told:
            return ""
        known, (digits, larger, smaller) = [[one.letter for one in every] for every in (self._known, self._near)]
        near = (
            f"<p>{word('no known mistake here')}</p>"
            + when(digits, f"<p>{word('digits in another order')}</p>")
            + when(larger, f"<p>{sentence('so many times too large', factor=f'{larger:,}')}</p>")
            + when(smaller, f"<p>{sentence('so many times too small', factor=f'{smaller:,}')}</p>")
        )
        said = "".join(when(one, verdict.html) for one, verdict in zip(known[1:], self.told, strict=True))
        return said + when(1 - sum(known), near)

    def _of_change(self) -> str:
        words = [word(name) for name in ("bigger", "same", "smaller")]
        said = {"guess": by_sign(self.guess, *words), "answer": f"<strong>{by_sign(self.answer, *words)}</strong>"}
        right = inputs.sign("right", sentence("right change", reason=self.reason, **said))
        wrong = inputs.sign("wrong", sentence("wrong change", reason=self.reason, **said))
        return by_sign(self.guess - self.answer, wrong, right, wrong)


def count_prediction(
    label: str, thing: Declaration, input_shape: Any = None, pictures: int = MOST_PICTURES
) -> Prediction:
    """The question how many numbers a layer or model holds, with what is said of each number that a mistake gives.

    pictures: how many of the likeliest wrong lists are drawn.
    Raises: TypeError where a size is a letter or an array, ValueError where the count is beyond what can be guessed.
    """
    answer: Any = thing.count(input_shape)
    told = verdicts(thing, input_shape, pictures=pictures)
    if answer > LARGEST_GUESS:
        raise ValueError(f"{thing!r} counts {answer:,}; expected at most {LARGEST_GUESS:,}, the largest guess")
    return Prediction(label=label, answer=answer, told=[one for one in told if abs(one.number) <= LARGEST_GUESS])
