"""One question after the other: a box for the number, hints one by one, and what a wrong number reveals.

The diagnosis needs Python, so this explorer asks the kernel. It is made of ipywidgets whose changes are observed; an
exception in a callback is shown to the reader.
"""

from typing import Any

import ipywidgets as widgets

from lstmlesson.explorers.kernel.panel import KernelPanel, visible
from lstmlesson.language import word
from lstmlesson.mistakes.diagnosis import Diagnosis
from lstmlesson.questions.question import Question
from lstmlesson.questions.sampling import draw
from lstmlesson.views.diagnosis import diagnosis_html, hints_html, question_html, solution_html


class Quiz(KernelPanel):
    """A question under which a learner answers, asks for hints, and goes on.

    lesson, seed, difficulty: which questions are drawn (see `lstmlesson.questions.draw`). choices: whether numbers are
    offered to choose from. first: the question to begin with, instead of the first one drawn.
    """

    question: Question
    told: Diagnosis | None

    def __init__(self, lesson: int, seed: Any, difficulty: int, choices: bool, first: Question | None) -> None:
        self.lesson, self.seed, self.difficulty, self.has_choices = lesson, seed, difficulty, choices
        self.number, self.hints_shown, self.told = 0, 0, None
        self.text = widgets.HTML()
        self.box = widgets.Text(
            description=word("your answer"),
            placeholder=word("a number or a sum"),
            continuous_update=False,
            layout={"width": "30em"},
        )
        self.box.style.description_width = "initial"
        self.options = widgets.HBox()
        self.check, self.hint, self.solution, self.another = (
            widgets.Button(description=word(name)) for name in ("check", "hint", "solution", "another")
        )
        answer, more = [self.box, self.check], [self.hint, self.solution, self.another]
        super().__init__([self.text, widgets.HBox(answer), self.options, widgets.HBox(more)])
        self._listen()
        self._ask(first or draw(lesson, f"{seed}/0", difficulty))

    def _listen(self) -> None:
        # The box has a new value when Enter is pressed in it, or it is left.
        self.box.observe(lambda change: self.answered() if change["new"] else None, "value")
        self.check.on_click(lambda _: self.answered())
        self.hint.on_click(lambda _: self.hinted())
        self.solution.on_click(lambda _: self.solved())
        self.another.on_click(lambda _: self.next())

    # What a learner can do.

    @visible
    def answered(self) -> None:
        """The number in the box is diagnosed."""
        self.told = self.question.diagnose(self.box.value)
        self._show()

    @visible
    def chosen(self, option: int) -> None:
        """One of the offered numbers is diagnosed."""
        self.box.value = str(option)  # which is an answer, as if it had been typed

    @visible
    def hinted(self) -> None:
        """One hint more is shown."""
        self.hints_shown = min(self.hints_shown + 1, len(self.question.hints))
        self.hint.disabled = self.hints_shown == len(self.question.hints)
        self._show()

    @visible
    def solved(self) -> None:
        """The worked solution is shown."""
        self._show(solution_html(self.question))

    @visible
    def next(self) -> None:
        """Another question of the same kind."""
        self.number += 1
        self._ask(draw(self.lesson, f"{self.seed}/{self.number}", self.difficulty))
        self.box.focus()

    # What is shown.

    def _ask(self, question: Question) -> None:
        self.question, self.hints_shown, self.told = question, 0, None
        self.text.value, self.feedback.value, self.box.value = question_html(question), "", ""
        self.hint.disabled = False
        self.options.children = [self._option(one) for one in question.choices(self.seed)] if self.has_choices else []

    def _option(self, number: int) -> widgets.Button:
        button = widgets.Button(description=f"{number:,}")
        button.on_click(lambda _: self.chosen(number))
        return button

    def _show(self, solution: str = "") -> None:
        told = diagnosis_html(self.told) if self.told else ""
        if self.told and self.told.right and not solution:
            solution = solution_html(self.question)
        self.feedback.value = f'<div role="status">{told}{hints_html(self.question, self.hints_shown)}{solution}</div>'

    def asked(self) -> str:
        """The question, and the numbers that are offered."""
        options = [f"<li>{button.description}</li>" for button in self.options.children]
        return self.text.value + (f"<ul>{''.join(options)}</ul>" if options else "")

    def __repr__(self) -> str:
        return f"quiz(lesson={self.lesson}, seed={self.seed!r}, difficulty={self.difficulty}): {self.question.text}"


def quiz(
    lesson: int = 0, seed: Any = 0, difficulty: int = 1, *, choices: bool = False, question: Question | None = None
) -> Quiz:
    """Questions of one lesson, one after the other. choices: offer numbers; question: begin with this one.

    >>> one = quiz(lesson=0, seed=1)
    >>> one.box.value = str(one.question.answer)              # as if it had been typed
    >>> one.told.right
    True
    """
    return Quiz(lesson, seed, difficulty, choices, question)
