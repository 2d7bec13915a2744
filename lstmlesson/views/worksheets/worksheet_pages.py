"""The two documents of a class: its worksheets, a page for each student, and the key to all of them.

The sheets hold no answer. The key says for each question the way to the number and what the likeliest wrong numbers
mean, so that a wrong number can be answered with more than a cross.
"""

from collections.abc import Iterable
from pathlib import Path

from lstmlesson.language import chosen, sentence, word
from lstmlesson.law.sizes import shown
from lstmlesson.questions import Question, Worksheet
from lstmlesson.views.document import escape
from lstmlesson.views.document.tables import line, table

STYLE = Path(__file__).parent / "worksheets.css"
# How many wrong numbers the key explains for each question.
EXPLAINED = 4


def worksheets(sheets: Iterable[Worksheet]) -> str:
    """The sheets as one HTML document to print, one page for each student, without answers.

    >>> from lstmlesson.questions import sheet
    >>> page = worksheets([sheet("Ada", seed=1), sheet("Emmy", seed=1)])
    >>> page.count("<section>"), "Ada" in page
    (2, True)
    """
    return _document(word("worksheet: heading"), map(_sheet, sheets))


def key(sheets: Iterable[Worksheet]) -> str:
    """The key to the sheets as one HTML document: for each student the sums, and what wrong numbers mean."""
    return _document(word("worksheet: key heading"), map(_key, sheets))


def _document(title: str, sections: Iterable[str]) -> str:
    head = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
    style = f"<style>\n{STYLE.read_text('utf-8')}</style>"
    body = "\n".join(f"<section>\n{section}\n</section>" for section in sections)
    return (
        f'<!DOCTYPE html>\n<html lang="{chosen().name}">\n<head>\n{head}\n<title>{title}</title>\n{style}\n</head>\n'
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _sheet(one: Worksheet) -> str:
    place = f'<div class="place">{word("worksheet: sum")} <i></i>{word("worksheet: number")} <i></i></div>'
    questions = "\n".join(f"<li>{escape(question.text)}{place}</li>" for question in one.questions)
    return f"{_heading('worksheet: heading', one)}\n<p>{word('worksheet: how')}</p>\n<ol>\n{questions}\n</ol>"


def _key(one: Worksheet) -> str:
    header = [word(f"worksheet: {name}") for name in ("question", "right", "what a wrong number means")]
    lines = [line([str(at), _right(question), _wrong(question)]) for at, question in enumerate(one.questions, 1)]
    return f"{_heading('worksheet: key heading', one)}\n{table(header, lines)}"


def _heading(name: str, one: Worksheet) -> str:
    return f"<h1>{word(name)}</h1>\n<p>{sentence('worksheet: name', student=escape(one.student))}</p>"


def _right(question: Question) -> str:
    return f"{escape(question.text)}<br>{'<br>'.join(map(escape, question.solution))}"


def _wrong(question: Question) -> str:
    told = question.likeliest[:EXPLAINED]
    return "<br>".join(f"{shown(one[0].count)}: {escape(_titles(one))}" for one in told)


def _titles(family: tuple) -> str:
    return word("worksheet: or").join(dict.fromkeys(one.title for one in family))
