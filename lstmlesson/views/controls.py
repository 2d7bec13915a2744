"""Controls as HTML: native inputs with a name that a screen reader says. `explorers/live.js` joins them to traits.

Each control is a group that also has a place where a refused value is said.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from lstmlesson.language import sentence, word
from lstmlesson.views.document import escape
from lstmlesson.views.document.standing_still import alive

# One less and one more: the way to move a number in a sentence without dragging it.
STEPS = ((-1, "\N{MINUS SIGN}"), (1, "+"))


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


def scrub(name: str, label: str, number: Any, lowest: int, highest: int) -> str:
    """A number in a sentence that is dragged, or moved by keys, or typed; in its still form, the number."""
    ends = f'aria-valuemin="{lowest}" aria-valuemax="{highest}" aria-valuenow="{number:d}"'
    both = "".join(f'<button type="button" tabindex="-1" data-by="{by}">{sign}</button>' for by, sign in STEPS)
    slider = (
        f'<span role="slider" tabindex="0" data-slide="{name}" aria-label="{escape(label)}" {ends}>{number:,}</span>'
    )
    steps = f'<span class="lm-steps" aria-hidden="true">{both}</span>'
    return alive(f'<span class="lm-scrub">{slider}{steps}</span>', f"<strong>{number:,}</strong>")


def edge(name: str, label: str, number: Any, lowest: int, highest: int, axis: str, style: str) -> str:
    """The edge of a picture as a handle: the same control. axis: x or y, along which it goes."""
    ends = f'aria-valuemin="{lowest}" aria-valuemax="{highest}" aria-valuenow="{number:d}"'
    way = ' aria-orientation="vertical"' if axis == "y" else ""
    return (
        f'<div class="lm-edge" role="slider" tabindex="0" data-slide="{name}" data-drag="{axis}" '
        f'aria-label="{escape(label)}" {ends}{way} style="{style}"><i></i></div>'
    )


def stages(name: str, label: str, value: str, options: Mapping[str, str]) -> str:
    """One of a few options, side by side. The form keeps its radio buttons apart from those of other explorers."""
    each = "".join(
        f'<label><input type="radio" name="{name}" data-control="{name}" value="{escape(option)}"'
        f"{' checked' * (option == value)}><span>{escape(words)}</span></label>"
        for option, words in options.items()
    )
    legend = f'<legend class="lm-unseen">{escape(label)}</legend>'
    return f'<form data-group><fieldset class="lm-seg">{legend}{each}</fieldset></form>'


def button(do: str, label: str, look: str = "", data: Mapping[str, Any] | None = None) -> str:
    """A button and what it does in the page: `live.js` has the list. data: what it needs for that: texts and sizes."""
    told = {name: escape(value) if isinstance(value, str) else f"{value:d}" for name, value in (data or {}).items()}
    more = "".join(f' data-{name}="{value}"' for name, value in told.items())
    return f'<button type="button" class="lm-button {look}" data-do="{do}"{more}><span>{label}</span></button>'


def playing(button: str) -> str:
    """A button that plays, with what it says while it does."""
    return button.replace("</button>", f'<span class="lm-busy">{word("pause")}</span></button>')


def tools() -> str:
    """What stands quietly below: begin again, and copy the call that makes this state."""
    copy = button("copy", word("copy the call"), "lm-plain", {"done": word("copied"), "refused": word("copy this")})
    said = '<span class="lm-quiet" role="status" data-said></span>'
    return f'<div class="lm-row lm-tools">{button("reset", word("begin again"), "lm-plain")}{copy}{said}</div>'


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
    """A box for a guess, a number or a sum. The page refuses what it cannot read and what is outside the limits."""
    refused = sentence("guess refused", typed="{typed}")  # filled in the page, when something is typed
    box = f'<input type="text" required autocomplete="off" data-sum="{highest}" data-refused="{escape(refused)}">'
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
    commit = f"<button data-commit>{word('commit')}</button>"
    said = '<span role="alert"></span>'
    return f'<form><fieldset class="lm-guess">{_asked(question)}{guess} {commit}{said}</fieldset></form>'


def committed(question: str, guess: str) -> str:
    """The same when it has been committed: to be read, and no longer to be changed."""
    box = f'<label><span>{word("your guess")}</span> <input type="text" readonly value="{guess}"></label>'
    button = f'<button type="button" class="lm-button" disabled>{word("commit")}</button>'
    return f'<fieldset class="lm-guess">{_asked(question)}{box} {button}</fieldset>'


def _asked(question: str) -> str:
    return f"<legend><strong>{word('predict')}.</strong> {question}</legend>"


def verdict(text: str) -> str:
    """What is said of a guess; the page moves the focus here."""
    return f'<div class="lm-verdict" role="status" data-verdict tabindex="-1">{text}</div>'


def sign(which: str, text: str) -> str:
    """A verdict's first line, with a tick or a cross before it. which: right or wrong."""
    return f'<p class="lm-said lm-{which}">{text}</p>'


def bar(controls: Sequence[str]) -> str:
    """All controls of an explorer, at its top."""
    return f'<div class="lstmlesson-controls" role="group" aria-label="{word("controls")}">{"".join(controls)}</div>'


def _group(inside: str) -> str:
    return f'<div class="lstmlesson-control" data-group>{inside}</div>'
