"""Which mistake made this number? The answer of a learner, beside the right one and the wrong ones that give it."""

import operator
from dataclasses import dataclass
from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.drawn import Drawn
from lstmlesson.law.sizes import Size, shown
from lstmlesson.mistakes.answer_text import Typed, rounded, typed
from lstmlesson.mistakes.finding import Finding, families, findings
from lstmlesson.mistakes.near_misses import near
from lstmlesson.mistakes.next_question import FollowUp, follow_up


@dataclass(frozen=True)
class Diagnosis(Drawn):
    """What an answer reveals.

    right: whether it is the count. mistakes: those that give this number, the simplest first, each with name, hint,
    count, belief, sentence, weights and lesson. families: the same, those that no sizes can tell apart together.
    follow_up: a question that tells several apart, or None. near: sentences about what is near, where no mistake is
    known. answer: the number that was read, None where none could be; note: what to say about how it was typed.
    """

    right: bool
    answer: int | None
    count: int
    mistakes: tuple[Finding, ...] = ()
    families: tuple[tuple[Finding, ...], ...] = ()
    follow_up: FollowUp | None = None
    near: tuple[str, ...] = ()
    note: str = ""

    def __repr__(self) -> str:
        if self.answer is None:
            return self.note
        if self.right:
            return sentence("is right", answer=shown(self.answer))
        titles = [sentence("one or the other", mistakes=dict.fromkeys(one.title for one in f)) for f in self.families]
        why = " | ".join(titles) or " ".join(self.near) or word("no known mistake")
        return sentence("is not the count", answer=shown(self.answer), why=why)


def diagnose(thing: Declaration, input_shape: Any, answer: Any, *, batch: Size | None = None) -> Diagnosis:
    """Whether an answer is the count of a layer or model and, if not, which mistake gives it.

    input_shape: as the layer takes it, without the batch; None where the thing knows its input, as a model or a
    module of PyTorch does. answer: a whole number, or text as it was typed. batch: the batch size, where the question
    names one.
    Raises: TypeError for an answer that is neither a number nor text, ValueError for one that is not whole; and what
    the layer raises for a shape that it cannot have. Text that cannot be read raises nothing: the note says why.

    >>> from lstmlesson import LSTM
    >>> diagnose(LSTM(2), (None, 3), 12)                      # 3·2 + 2·2 + 2
    12 is not the count: one gate only
    >>> diagnose(LSTM(2), (None, 3), "4(3x2 + 2x2 + 2)")
    48 is right
    """
    right: Any = thing.count(input_shape)
    read = _read(answer)
    found = findings(thing, input_shape, batch)
    if read.number is None:
        return Diagnosis(False, None, right, note=read.note)
    if read.means(right):
        return Diagnosis(True, read.number, right, note=_about_rounding(read, right))
    giving = [one for one in found if read.means(one.count)]
    together = families([one for one in giving if not one.mistake.is_rare] or giving)
    every = tuple(one for family in together for one in family)
    close = () if every else tuple(near(read.number, thing.weights(input_shape)))
    return Diagnosis(False, read.number, right, every, tuple(together), follow_up(thing, together), close, read.note)


def _about_rounding(read: Typed, right: int) -> str:
    """What to say of a rounded number that is right: the count itself."""
    return sentence("typed rounded", count=right) if read.grain > 1 else read.note


def _read(answer: Any) -> Typed:
    if isinstance(answer, str):
        return rounded(answer) or typed(answer)
    if isinstance(answer, bool) or "bool" in type(answer).__name__:
        raise TypeError(f"answer={answer!r}: expected a whole number, or text as it was typed")
    if isinstance(answer, float):
        if not answer.is_integer():
            raise ValueError(f"answer={answer!r}: expected a whole number, since a count has no fractions")
        return Typed(int(answer))
    try:
        return Typed(operator.index(answer))
    except TypeError:
        raise TypeError(f"answer={answer!r}: expected a whole number, or text as it was typed") from None
