"""Controls as HTML: native inputs with a name that a screen reader says. `explorers/live.js` joins them to traits.

Each control is a group that also has a place where a refused value is said.
"""

from collections.abc import Mapping, Sequence

from lstmlesson.language import sentence, word
from lstmlesson.views.document import escape


def whole(name: str, label: str, value: int, lowest: int, highest: int) -> str:
    """A range with a number box beside it, for a whole number from lowest to highest."""
    words = escape(label)
    limits = f'data-control="{name}" min="{lowest}" max="{highest}" step="1" value="{value}"'
    # {typed} and {kept} are filled in the page, when something is typed.
    refused = sentence("refused", label=label, typed="{typed}", lowest=lowest, highest=highest, kept="{kept}")
    box = f'inputmode="numeric" aria-label="{escape(sentence("as a number", label=label))}"'
    return _group(
        f'<label><span>{words}</span> <input type="range" {limits}></label>'
        f'<input type="number" {box} {limits} data-refused="{escape(refused)}">'
        '<span role="alert"></span>'
    )


def check(name: str, label: str, value: bool) -> str:
    """A check box."""
    state = " checked" if value else ""
    return _group(f'<label><input type="checkbox" data-control="{name}"{state}> <span>{escape(label)}</span></label>')


def choice(name: str, label: str, value: str, options: Mapping[str, str]) -> str:
    """A select: one of several options, each with its words."""
    inside = "".join(
        f'<option value="{escape(option)}"{" selected" * (option == value)}>{escape(words)}</option>'
        for option, words in options.items()
    )
    return _group(f'<label><span>{escape(label)}</span> <select data-control="{name}">{inside}</select></label>')


def number_guess(highest: int) -> str:
    """A box for a guess. The browser refuses to commit it while it is empty or outside its limits."""
    box = f'<input type="number" inputmode="numeric" required min="0" max="{highest}" step="1">'
    return f"<label><span>{word('your guess')}</span> {box}</label>"


def sign_guess() -> str:
    """Three buttons of which one is chosen: bigger, the same, smaller."""
    signs = {1: "bigger", 0: "same", -1: "smaller"}
    return "".join(
        f'<label><input type="radio" name="guess" required value="{sign}"> <span>{word(name)}</span></label>'
        for sign, name in signs.items()
    )


def form(question: str, guess: str) -> str:
    """A question and a guess, to be committed. The question is HTML."""
    legend = f"<legend><strong>{word('predict')}.</strong> {question}</legend>"
    return f"<form><fieldset>{legend}{guess} <button>{word('commit')}</button></fieldset></form>"


def verdict(text: str) -> str:
    """What is said of a guess; the page moves the focus here."""
    return f'<p data-verdict tabindex="-1">{text}</p>'


def bar(controls: Sequence[str]) -> str:
    """All controls of an explorer, at its top."""
    return f'<div class="lstmlesson-controls" role="group" aria-label="{word("controls")}">{"".join(controls)}</div>'


def _group(inside: str) -> str:
    return f'<div class="lstmlesson-control" data-group>{inside}</div>'
