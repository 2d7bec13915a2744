"""A question, its hints, a diagnosis and a worked solution as HTML. What a reader typed is escaped.

The picture of a mistake stands beside the right one: what is missing is a ghost, what is too much is hatched.
"""

from collections.abc import Sequence

from lstmlesson.language import sentence, word
from lstmlesson.law.sizes import shown
from lstmlesson.law.weights import expression
from lstmlesson.mistakes.diagnosis import Diagnosis
from lstmlesson.mistakes.finding import Finding
from lstmlesson.questions.question import Question
from lstmlesson.views.document import escape
from lstmlesson.views.pictures.blocks.block_picture import blocks

# A model with more weights than these would make a picture that nobody compares; its arithmetic is said all the same.
MOST_WEIGHTS = 24


def question_html(question: Question) -> str:
    """The text of a question."""
    return f"<p><strong>{escape(question.text)}</strong></p>"


def hints_html(question: Question, number: int) -> str:
    """The first hints of a question, as many as a number says."""
    said = [
        sentence("a hint", number=at, all=len(question.hints), hint=escape(hint))
        for at, hint in enumerate(question.hints[:number], 1)
    ]
    return f"<ol>{''.join(f'<li>{one}</li>' for one in said)}</ol>" if said else ""


def solution_html(question: Question) -> str:
    """The worked solution, line by line."""
    lines = "".join(f"<li>{escape(line)}</li>" for line in question.solution)
    return f"<p><strong>{word('worked solution')}</strong></p><ul>{lines}</ul>"


def diagnosis_html(told: Diagnosis) -> str:
    """What an answer reveals: right, or the mistakes that give it, or what is near, or why it could not be read."""
    if told.answer is None:
        return f"<p>{escape(told.note)}</p>"
    answer = shown(told.answer)
    said = sentence("answer right" if told.right else "answer wrong", answer=answer)
    said = f"<p><strong>{said}</strong></p>" + (f"<p>{escape(told.note)}</p>" if told.note else "")
    if told.right:
        return said
    if not told.mistakes:
        near = told.near or (word("no known mistake here"),)
        return said + "".join(f"<p>{escape(sentence)}</p>" for sentence in near)
    return said + _explained(told.mistakes, answer) + _follow_up(told) + _pictures(told.mistakes[0])


def _explained(mistakes: Sequence[Finding], answer: str) -> str:
    if len(mistakes) == 1:
        return f"<p>{named(mistakes[0])}</p>{question_back(mistakes[0])}"
    several = "".join(f"<li>{named(one)}{question_back(one)}</li>" for one in mistakes)
    return f"<p>{sentence('several mistakes', answer=answer)}</p><ul>{several}</ul>"


def named(mistake: Finding) -> str:
    """The mistake by its name, and as the learner would say it."""
    return sentence("belief", mistake=escape(mistake.title), belief=escape(mistake.belief))


def question_back(mistake: Finding) -> str:
    """The question that helps, and the lesson that treats it."""
    lesson = sentence("treated in", lesson=int(mistake.lesson[:2]))
    return f"<p>{sentence('ask yourself', hint=escape(mistake.hint))} ({lesson})</p>"


def _follow_up(told: Diagnosis) -> str:
    if told.follow_up is None or told.follow_up.thing is None:
        return ""
    return f"<p>{sentence('follow up', question=escape(told.follow_up.question))}</p>"


def _pictures(mistake: Finding) -> str:
    """The mistake's blocks beside the right ones, on one scale; none where they would be too many to compare."""
    wrong, right, axis = mistake.weights, mistake.right, mistake.gate_axis
    if not wrong or not right or len(right) > MOST_WEIGHTS:
        return ""
    drawn = sentence("as drawn", mistake=escape(mistake.title), formula=escape(expression(wrong)))
    figures = _figure(drawn, blocks(wrong, axis, right)), _figure(word("as it is"), blocks(right, axis, beside=wrong))
    return f'<div style="display: flex; flex-wrap: wrap; gap: 1em">{"".join(figures)}</div>'


def _figure(caption: str, picture: str) -> str:
    return f'<figure style="flex: 1 1 24em; margin: 0">{picture}<figcaption>{caption}</figcaption></figure>'
