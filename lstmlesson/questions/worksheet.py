"""A sheet of questions to print, one for each student, and its key for the teacher."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from lstmlesson.language import sentence
from lstmlesson.law.sizes import shown
from lstmlesson.questions.question import Question
from lstmlesson.questions.sampling import draw

LINE = "_" * 24
# How many wrong numbers the key explains for each question.
EXPLAINED = 6


class Worksheet(NamedTuple):
    """The questions of one student. `text` is to be printed, `key` is for the teacher."""

    student: str
    questions: tuple[Question, ...]

    @property
    def text(self) -> str:
        """The questions, with a line for each answer."""
        numbered = [f"{at}. {one.text}\n\n   {LINE}" for at, one in enumerate(self.questions, 1)]
        return "\n\n".join([sentence("sheet", student=self.student), *numbered]) + "\n"

    @property
    def key(self) -> str:
        """For each question the answer, the way to it, and what the likeliest wrong numbers mean."""
        parts = [_key(at, one) for at, one in enumerate(self.questions, 1)]
        return "\n\n".join([sentence("answer key", student=self.student), *parts]) + "\n"


def _key(number: int, question: Question) -> str:
    lines = [f"{number}. {shown(question.answer)}", *(f"   {line}" for line in question.solution)]
    for family in question.likeliest[:EXPLAINED]:
        titles = [one.title for one in family]
        lines.append(f"   {sentence('key: a mistake', number=shown(family[0].count), mistakes=titles)}")
    return "\n".join(lines)


def sheet(student: str, seed: Any, lessons: Sequence[int] = (0, 1, 2, 3, 4, 5), difficulty: int = 1) -> Worksheet:
    """One question for each lesson named, drawn for this student alone.

    Raises: ValueError for a lesson or a difficulty that there is not.

    >>> [question.lesson for question in sheet("Ada", seed=1, lessons=(0, 3)).questions]
    [0, 3]
    """
    drawn = [draw(lesson, f"{seed}/{student}/{at}", difficulty) for at, lesson in enumerate(lessons)]
    return Worksheet(student, tuple(drawn))
