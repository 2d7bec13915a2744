"""Questions whose mistakes can be told apart: drawn from a seed, with hints, worked solution and key.

1. `edition`: which mistakes a question must tell apart, so that what is printed stays as it is.
2. `question`: one question; its text, its solution, and the sizes that it refuses.
3. `sampling`: questions drawn from a seed, a maker for each lesson. To add a kind: a maker, and its place in MAKERS.
4. `worksheet`: one question for each lesson, on a sheet for one student.
5. `exports`: questions of a lesson as Moodle's GIFT and as the JSON of jupyterquiz.
6. `items`, `forms`, `series`: the quiz of a lesson, in several forms, with a quarter from the lessons before.
"""

from lstmlesson.law.public import offered
from lstmlesson.questions.exports import drawn, gift, jupyterquiz
from lstmlesson.questions.items import Item, Option
from lstmlesson.questions.question import Question, ask, coincidences
from lstmlesson.questions.sampling import asked_in, draw, stream
from lstmlesson.questions.series import practice
from lstmlesson.questions.worksheet import Worksheet, sheet

__all__ = [
    "Item",
    "Option",
    "Question",
    "Worksheet",
    "ask",
    "asked_in",
    "coincidences",
    "draw",
    "drawn",
    "gift",
    "jupyterquiz",
    "practice",
    "sheet",
    "stream",
]

__dir__ = offered(__all__)
