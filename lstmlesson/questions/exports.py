"""Questions of a lesson for other people's tools: Moodle's GIFT text, and the JSON that jupyterquiz shows.

Each wrong number that a known mistake gives carries that mistake's hint as feedback, so that a learner elsewhere is
told the same as here. What a tool cannot hold is left out: the picture of the wrong list.
"""

import json
import re
from typing import Any

from lstmlesson.language import sentence
from lstmlesson.questions.question import Question
from lstmlesson.questions.sampling import draw

# How many wrong numbers of a question are told apart; what is rarer gets the first hint.
EXPLAINED = 8
# Moodle's documentation of the GIFT format: these have a meaning there, unless a backslash stands before them.
_SIGNS_OF_GIFT = re.compile(r"([\\~=#{}:])")


def drawn(lesson: int, seed: Any, number: int = 10) -> list[Question]:
    """Questions of a lesson for an export, from easy to hard. The same seed gives the same questions.

    Raises: ValueError for a lesson that has none, and for fewer than one question.

    >>> [question.lesson for question in drawn(3, seed=1, number=2)]
    [3, 3]
    """
    if number < 1:
        raise ValueError(f"number={number!r}: expected at least one question")
    return [draw(lesson, f"{seed}/{at}", difficulty=1 + 3 * at // number) for at in range(number)]


def gift(questions: list[Question]) -> str:
    """The questions as Moodle's GIFT text, each with a number to type and the known mistakes as feedback.

    Source: Moodle's documentation, "GIFT format", numerical questions with several answers.

    >>> from lstmlesson import LSTM
    >>> from lstmlesson.questions import ask
    >>> text = gift([ask(LSTM(5), (None, 7))])                            # 4(7·5 + 5·5 + 5) = 260
    >>> "=260:0" in text, "=%0%65:0" in text                              # 7·5 + 5·5 + 5 = 65, one gate only
    (True, True)
    """
    return "\n".join(_gift(at, one) for at, one in enumerate(questions, 1))


def _gift(number: int, question: Question) -> str:
    wrong = [f"\t=%0%{count}:0#{_escaped(hint)}" for count, hint in _mistakes(question)]
    right = f"\t={question.answer}:0#{_escaped(_right(question))}"
    title = _escaped(sentence("export: title", lesson=question.lesson, number=number))
    rest = f"####{_escaped(question.hints[0])}"
    return "\n".join([f"::{title}::{_escaped(question.text)} {{#", right, *wrong, rest, "}", ""])


def _escaped(text: str) -> str:
    return _SIGNS_OF_GIFT.sub(r"\\\1", text).replace("\n", "\\n")


def jupyterquiz(questions: list[Question]) -> str:
    """The questions as the JSON that jupyterquiz's `display_quiz` takes, with the known mistakes as feedback.

    Source: jupyterquiz 2.9, questions of the type "numeric".

    >>> from lstmlesson import LSTM
    >>> from lstmlesson.questions import ask
    >>> json.loads(jupyterquiz([ask(LSTM(5), (None, 7))]))[0]["answers"][0]["value"]
    260
    """
    return json.dumps([_numeric(one) for one in questions], ensure_ascii=False, indent=1) + "\n"


def _numeric(question: Question) -> dict[str, Any]:
    right = {"type": "value", "value": question.answer, "correct": True, "feedback": _right(question)}
    wrong = [
        {"type": "value", "value": count, "correct": False, "feedback": hint} for count, hint in _mistakes(question)
    ]
    rest = {"type": "default", "feedback": question.hints[0]}
    return {"question": question.text, "type": "numeric", "answers": [right, *wrong, rest]}


def _right(question: Question) -> str:
    return sentence("export: right", steps=question.solution)


def _mistakes(question: Question) -> list[tuple[int, str]]:
    """The likeliest wrong numbers, each with what its mistake is called and the hint for it."""
    told = question.likeliest[:EXPLAINED]
    return [(one[0].count, sentence("export: a mistake", mistake=one[0].title, hint=one[0].hint)) for one in told]
