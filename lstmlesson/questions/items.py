"""One item of a quiz: what is asked, the right answer, and the wrong answers that people give, each with its reason.

A count is one kind of item (`counted` makes it of a `Question`); the other kinds stand in `forms`. Every place that
asks, a page, a sheet or a file for another program, needs nothing but what stands here.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lstmlesson.language import sentence
from lstmlesson.law.sizes import shown
from lstmlesson.mistakes.answer_text import typed
from lstmlesson.models.model import Model
from lstmlesson.questions.question import Question


class Option(NamedTuple):
    """An answer that somebody may give, and what is said of it."""

    text: str
    why: str


@dataclass(frozen=True)
class Item:
    """form: its kind, by name. table: rows of a summary or lines of a calculation below the text, or nothing.

    is_typed: whether a number is to be typed; the wrong options are then the wrong numbers that are known. hints: from
    a nudge to what is almost the answer. question: what a count is about, so that every mistake in it can be found.
    """

    form: str
    text: str
    right: Option
    wrong: tuple[Option, ...]
    is_typed: bool = False
    table: str = ""
    hints: tuple[str, ...] = ()
    question: Question | None = field(default=None, compare=False)

    def options(self, seed: Any, number: int = 4) -> list[Option]:
        """The right answer among wrong ones, in an order that the seed decides."""
        every = [self.right, *self.wrong[: number - 1]]
        random.Random(seed).shuffle(every)
        return every

    def chosen(self, answer: str) -> Option | None:
        """The option that an answer is, as it was chosen or typed; None where nobody has thought of it."""
        return next((one for one in (self.right, *self.wrong) if self._means(answer, one.text)), None)

    def _means(self, answer: str, text: str) -> bool:
        return answer == text or (self.is_typed and typed(answer).number == typed(text).number is not None)


def item(form: str, text: str, right: tuple[Any, str], wrong: Iterable[tuple[Any, str]], **more: Any) -> Item:
    """An item whose options are whole numbers or texts; a wrong one that equals the right one is left out.

    Two ways to one wrong number are one option, and the first of them is said.

    >>> item("sum", "1 + 1 = ?", (2, "right"), [(2, "not wrong"), (11, "joined"), (11, "again")]).wrong
    (Option(text='11', why='joined'),)
    """
    every = {_text(answer): why for answer, why in reversed([*wrong])}
    options = [Option(text, why) for text, why in reversed(every.items()) if text != _text(right[0])]
    return Item(form, text, Option(_text(right[0]), right[1]), tuple(options), **more)


def _text(answer: Any) -> str:
    return answer if isinstance(answer, str) else shown(answer)


def counted(question: Question) -> Item:
    """The item that asks for a count: its wrong numbers are those of the known mistakes, the likeliest first."""
    wrong = [
        (family[0].count, sentence("practice: a mistake", mistake=family[0].title, hint=family[0].hint))
        for family in question.likeliest
    ]
    joint = "; " if isinstance(question.thing, Model) else " = "
    right = question.answer, joint.join(question.solution)
    more = {"is_typed": True, "hints": tuple(question.hints), "question": question}
    return item("count", question.text, right, wrong, **more)
