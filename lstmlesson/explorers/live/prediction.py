"""Predict first: a question that keeps an explorer shut until the reader has committed a guess.

The question is asked about one setting, so its answer is one number, counted here. The page compares the guess with
it by a polynomial, as it does everything; no kernel is needed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import traitlets

from lstmlesson.explorers.live.controls import Control
from lstmlesson.language import sentence, word
from lstmlesson.law.polynomials import Limits, Polynomial, letter
from lstmlesson.views import controls as inputs
from lstmlesson.views.document import by_sign, when

LARGEST_GUESS = 10**12


@dataclass(frozen=True)
class Prediction(Control):
    """A question and its answer. It is a control too: the guess is a trait, and None until it is committed.

    label: the question, as HTML. answer: a whole number; for a change 1, 0 or -1 for bigger, the same or smaller.
    reason: for a change, HTML that is said after the guess.
    """

    name: str = "guess"
    value: None = None
    answer: int = 0
    is_change: bool = False
    reason: str = ""

    @property
    def guess(self) -> Polynomial:
        return letter("guess", -1 if self.is_change else 0, 1 if self.is_change else LARGEST_GUESS)

    @property
    def guessed(self) -> Polynomial:
        return letter("guessed", 0, 1)

    @property
    def limits(self) -> dict[str, Limits]:
        return {**self.guess.limits, **self.guessed.limits}

    def letters(self, value: int | None) -> dict[str, int]:
        return {"guess": value or 0, "guessed": int(value is not None)}

    def values(self) -> Sequence[int | None]:
        """No guess, and guesses on either side of the answer."""
        return (
            [None, *range(-1, 2)] if self.is_change else [None, max(self.answer - 1, 0), self.answer, self.answer + 1]
        )

    def trait(self) -> "traitlets.TraitType[Any, Any]":
        low, high = self.guess.limits["guess"]
        return traitlets.Int(None, allow_none=True, min=low, max=high)

    def locked(self, inside: str) -> str:
        """The question, and behind it the verdict and what is inside."""
        guess = inputs.sign_guess() if self.is_change else inputs.number_guess(LARGEST_GUESS)
        return when(self.guessed, inputs.verdict(self.verdict()) + inside, inputs.form(self.label, guess))

    def verdict(self) -> str:
        """What is said of the guess, with holes."""
        return self._of_change() if self.is_change else self._of_number()

    def _of_number(self) -> str:
        off = self.guess - self.answer
        said = {"guess": f"{self.guess:,}", "answer": f"<strong>{self.answer:,}</strong>"}
        right = sentence("right", **said)
        large = sentence("too large", difference=f"{off:,}", **said)
        small = sentence("too small", difference=f"{-off:,}", **said)
        return by_sign(off, large, right, small)

    def _of_change(self) -> str:
        words = [word(name) for name in ("bigger", "same", "smaller")]
        said = {"guess": by_sign(self.guess, *words), "answer": f"<strong>{by_sign(self.answer, *words)}</strong>"}
        right = sentence("right change", reason=self.reason, **said)
        wrong = sentence("wrong change", reason=self.reason, **said)
        return by_sign(self.guess - self.answer, wrong, right, wrong)
