"""One question after the other, in the page: a number or an option, hints, and what a wrong answer reveals.

Python draws the questions from a seed and writes what is said of each answer; `live/quiz.js` compares and keeps the
score, with a kernel or without. It is the same in a notebook, on a page and on a slide.
"""

from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets

from lstmlesson.explorers.kernel.static_form import HasStaticForm
from lstmlesson.explorers.live.explorer import HERE, LIVE, STYLE, changed
from lstmlesson.language import sentence, word
from lstmlesson.questions.items import Item, counted
from lstmlesson.questions.question import Question
from lstmlesson.questions.sampling import RANGES
from lstmlesson.questions.series import FORMS, practice
from lstmlesson.views import controls as inputs
from lstmlesson.views.asked_items import asked, static_item
from lstmlesson.views.document.standing_still import static

# So many questions of each level travel with the page.
A_LEVEL = 12
QUIZ = (HERE / "quiz.js").read_text(encoding="utf-8")
_WIDGET = "export default { render };"
START: Mapping[str, Any] = {
    "row": 0, "right": 0, "asked": 0, "answer": None, "hints": 0,
    "counted": False, "solved": False, "done": False, "through": False,
}  # fmt: skip


class Quiz(HasStaticForm, anywidget.AnyWidget):  # type: ignore[misc]
    """Questions under which a learner answers, asks for hints, and goes on.

    items: the questions of each level. state: where the learner is, what was answered, and the score.
    """

    _esm = LIVE.replace(_WIDGET, "export default { render: quiz };") + QUIZ
    _css = STYLE
    _quiz: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)
    state: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)

    def __init__(self, items: list[list[Item]], seed: Any, level: int, choices: bool, call: str, lesson: int) -> None:
        self.items, self._seed, self._choices, self._call = items, seed, choices, call
        start = {"level": level - 1, "places": [0] * len(items), **START}
        super().__init__(_quiz={"frame": frame(), "words": words(lesson), **asked(items, seed, choices)}, state=start)

    @property
    def item(self) -> Item:
        """The question that is asked now."""
        level = self.state["level"]
        return self.items[level][self.state["places"][level] % len(self.items[level])]

    def static(self) -> str:
        """The question as HTML for a place without widgets."""
        return static(f"<div>{static_item(self.item, self._seed, self._choices)}<p>{word('alive')}</p></div>")

    def __repr__(self) -> str:
        return f"{self._call}: {self.item.text}"


def frame() -> str:
    """What stands around every question, as HTML."""
    box = f'<input type="text" autocomplete="off" data-answer placeholder="{word("a number or a sum")}">'
    label = f'<label class="lm-grow"><span>{word("your answer")}</span> {box}</label>'
    check = f'<button class="lm-button lm-main">{word("check")}</button>'
    options = f'class="lm-row lm-options" role="group" aria-label="{word("your answer")}"'
    more = "".join(inputs.button(name, word(name)) for name in ("hint", "solution", "another"))
    return (
        '<div data-place="question"></div>'
        f'<form class="lm-guess"><div data-place="typed" class="lm-row">{label}{check}</div>'
        f'<div data-place="options" {options}></div></form>'
        f'<div class="lm-row">{more}<span class="lm-quiet" data-place="score" role="status"></span></div>'
        '<p class="lm-said-next" data-place="climbs" role="status"></p>'
        '<div data-place="said" role="status" class="lm-verdict"></div>'
    )


def words(lesson: int) -> dict[str, str]:
    """The sentences that the page completes, with holes for what is answered there."""
    said = {
        "right": sentence("quiz right", answer="{answer}"),
        "wrong": sentence("quiz wrong", answer="{answer}"),
        "optionright": word("quiz option right"),
        "optionwrong": word("quiz option wrong"),
        "unread": sentence("guess refused", typed="{typed}"),
        "unknown": word("no known mistake here"),
        "digits": word("digits in another order"),
        "larger": sentence("so many times too large", factor="{factor}"),
        "smaller": sentence("so many times too small", factor="{factor}"),
        "harder": word("quiz harder"),
        "score": sentence("quiz score", right="{right}", asked="{asked}", level="{level}", levels="{levels}"),
    }
    return said | {"through": _through(lesson)}


def _through(lesson: int) -> str:
    """What is said at the end: where to go on."""
    if lesson + 1 == len(FORMS):
        return word("quiz through all")
    link = f'<span data-next="{lesson + 1:02}_">{sentence("quiz next lesson", lesson=lesson + 1)}</span>'
    return sentence("quiz through", next=link)


def quiz(
    lesson: int = 0, seed: Any = 0, difficulty: int = 1, *, choices: bool = False, question: Question | None = None
) -> Quiz:
    """Questions of one lesson, one after the other; two right in a row, and the next is harder.

    lesson, seed: which questions are drawn (see `lstmlesson.questions.practice`). difficulty: the level at which it
    begins, 1, 2 or 3. choices: offer numbers where otherwise one is typed. question: begin with this one.
    Raises: ValueError for a lesson or a level that there is not.

    >>> one = quiz(lesson=0, seed=1)
    >>> len(one.items), min(map(len, one.items)), one.state["right"]
    (3, 12, 0)
    """
    practice(lesson, seed, 0, difficulty)  # which refuses what there is not
    items = [[practice(lesson, seed, number, level) for number in range(A_LEVEL)] for level in RANGES]
    if question:
        items[difficulty - 1].insert(0, counted(question))
    given = changed(quiz, lesson=lesson, seed=seed, difficulty=difficulty, choices=choices)
    call = f"quiz({', '.join(f'{name}={value!r}' for name, value in given.items())})"
    return Quiz(items, seed, difficulty, choices, call, lesson)
