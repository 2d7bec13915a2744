"""The items of a quiz as a page holds them: texts as HTML by their numbers, and what is said of each wrong answer.

A page only compares. Whatever it says of an answer was written here, by the views that say it elsewhere too.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.law.sizes import shown
from lstmlesson.mistakes.answer_text import typed
from lstmlesson.questions.items import Item, Option
from lstmlesson.views.diagnosis import question_html, solution_html
from lstmlesson.views.document import escape
from lstmlesson.views.document.shared_texts import shared
from lstmlesson.views.document.standing_still import page_form
from lstmlesson.views.verdict import Verdict, nearly, verdicts

# Of each count so many weights are drawn beside the right ones, those of the likeliest mistakes.
WEIGHTS_DRAWN = 24


class Texts:
    """Texts of HTML, each kept once and known by its number; the empty one is no text."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def place(self, html: str) -> int:
        return self._places.setdefault(html, len(self._places))

    def travelling(self) -> dict[str, list[str]]:
        """What the page must know of them: their forms, and what makes each of its form."""
        return shared(list(self._places))._asdict()


def asked(items: Sequence[Sequence[Item]], seed: Any, choices: bool = False) -> dict[str, Any]:
    """The items of each level as data, and the texts to which they refer.

    choices: whether numbers are offered to choose from, where otherwise one is typed.
    """
    texts = Texts()
    levels = [[_asked(one, seed, choices, texts) for one in level] for level in items]
    return {"levels": levels, **texts.travelling()}


def _asked(item: Item, seed: Any, choices: bool, texts: Texts) -> dict[str, Any]:
    """What the page must know of one item. right: the number, or the option by its place among the options."""
    is_typed = item.is_typed and not choices
    options = item.options(seed)
    told = [_number(one, texts) for one in told_of(item)] if is_typed else _chosen(item, options, texts)
    return {
        "text": texts.place(item_html(item)),
        "right": typed(item.right.text).number if is_typed else options.index(item.right),
        "options": [] if is_typed else [texts.place(escape(option.text)) for option in options],
        "told": told,
        "hints": [texts.place(f"<p>{hint}</p>") for hint in hints_of(item)],
        "solution": texts.place(worked(item)),
    }


def _number(verdict: Verdict, texts: Texts) -> list[int]:
    """A wrong number, and the texts that are said of it."""
    return [verdict.number, *(texts.place(page_form(html)) for html in (verdict.said, verdict.picture) if html)]


def _chosen(item: Item, options: Sequence[Option], texts: Texts) -> list[list[int]]:
    """What is said of each option that is wrong, the picture of its list too where there is one."""
    known = {shown(one.number): one for one in told_of(item)} if item.question else {}
    return [
        [at, *_number(known[one.text], texts)[1:]] if one.text in known else [at, texts.place(_why(one.why))]
        for at, one in enumerate(options)
        if one != item.right
    ]


def told_of(item: Item) -> list[Verdict]:
    """Every wrong number of a typed item of which something is known, and what is said of it."""
    if item.question:
        about = item.question
        most = WEIGHTS_DRAWN // max(3, len(list(about.thing.weights(about.input_shape))))
        return verdicts(about.thing, about.input_shape, batch=about.batch, pictures=most, is_over=False)
    known = [Verdict(number, _why(why)) for text, why in item.wrong if (number := typed(text).number) is not None]
    right, numbers = typed(item.right.text).number, [one.number for one in known]
    assert right is not None
    near = ((right + 1, word("one too many")), (right - 1, word("one too few")), (-right, word("wrong sign")))
    return known + [Verdict(number, nearly([why])) for number, why in near if number not in [right, *numbers]]


def _why(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def item_html(item: Item) -> str:
    """The text of an item, and its table or its lines below."""
    if item.question:
        return question_html(item.question)
    table = f"<pre>{escape(item.table)}</pre>" if item.table else ""
    return f"<p><strong>{escape(item.text)}</strong></p>{table}"


def hints_of(item: Item) -> Iterator[str]:
    """The hints of an item, as HTML; an item without any has those of its form."""
    hints = item.hints or (word(f"practice: help for {item.form}"),)
    for number, hint in enumerate(hints, 1):
        yield sentence("a hint", number=number, all=len(hints), hint=escape(hint))


def worked(item: Item) -> str:
    """The worked solution, or what makes the right answer right."""
    if item.question:
        return solution_html(item.question)
    answer = f"<p><strong>{word('worked solution')}</strong></p><p>{escape(item.right.text)}</p>"
    return answer + _why(item.right.why)


def static_item(item: Item, seed: Any, choices: bool) -> str:
    """An item for a place that answers nothing: what is asked, and what can be chosen."""
    options = [] if item.is_typed and not choices else item.options(seed)
    return item_html(item) + (f"<ul>{''.join(f'<li>{escape(one.text)}</li>' for one in options)}</ul>" * bool(options))
