"""One widget for all explorers: controls, a document, and the page that fills it (`live.js`).

Python writes the text once; the page answers from then on, with a kernel or without. What a place without widgets
shows, and what nbval compares, is the same text filled here.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from inspect import signature
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from lstmlesson.explorers.kernel.static_form import HasStaticForm
from lstmlesson.explorers.live.controls import Choice, Control, Whole
from lstmlesson.explorers.live.derived import Derived
from lstmlesson.explorers.live.prediction import Prediction
from lstmlesson.language import word
from lstmlesson.views import controls as inputs
from lstmlesson.views.answers import closed
from lstmlesson.views.document import escape, fill, numbered
from lstmlesson.views.document.standing_still import page_form, static
from lstmlesson.views.roles import custom_properties

HERE = Path(__file__).parent
LIVE = (HERE / "live.js").read_text(encoding="utf-8")
# The style of all that a learner touches, here and in what asks the kernel.
STYLE = f":root, .lstmlesson {{ {custom_properties()} }}\n" + (HERE / "live.css").read_text(encoding="utf-8")


class Explorer(HasStaticForm, anywidget.AnyWidget):  # type: ignore[misc]
    """A live document under its controls. Each control is a trait: read it, set it, observe it.

    name: what the call is named. controls: in the order in which they stand. body: HTML with holes.
    count: the number that it is all about, as a polynomial in the controls' letters.
    question: what the reader must predict before anything else is shown; the guess is the trait `guess`.
    more: further arguments of the call that differ from its defaults, so that a copied call makes the same.
    derived: letters that no control sets, each worked out of those before it.
    still: the body without a page that answers, written for the values of the traits; else the body, filled.

    A control that the body holds (its `scrub`, `edge`, `stages` or `html`) stands there, the others in a row above it.
    has_tools: whether Reset and Copy the call stand below; a panel with buttons of its own has them there.
    Raises: ValueError where a control has the name of something else, or a number could pass 2^53.
    """

    _esm = LIVE
    _css = STYLE
    _text = traitlets.Unicode().tag(sync=True)
    _polynomials: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    _controls: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    _derived: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    _call = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        name: str,
        controls: Sequence[Control],
        body: str,
        count: Any,
        question: Prediction | None = None,
        *,
        more: Mapping[str, Any] | None = None,
        still: Callable[..., str] | None = None,
        derived: Sequence[Derived] = (),
        has_tools: bool = True,
    ) -> None:
        taken = [control.name for control in controls if hasattr(type(self), control.name)]
        if taken:
            raise ValueError(f"control {taken[0]!r}: a widget has something of that name already; expected another")
        self._name, self._visible, self._body, self._count, self._question = name, controls, body, count, question
        derived = [*(question.derived if question else []), *derived]
        self._more, self._still, self._letters = more or {}, still, derived
        self._has_tools = has_tools and bool(controls)
        limits = {letter: limit for control in self.controls for letter, limit in control.limits.items()}
        text, polynomials = numbered(self.text(), limits | {one.name: one.limits for one in derived})
        self.add_traits(**{control.name: control.trait().tag(sync=True) for control in self.controls})
        travelling = [_travelling(one) for one in self.controls]
        call = f"explorers.{name}({_arguments(self._more)}{', ' * bool(self._more)}"
        super().__init__(
            _text=text,
            _polynomials=polynomials,
            _controls=travelling,
            _call=call,
            _derived=[one.travelling() for one in derived],
        )

    @property
    def controls(self) -> list[Control]:
        """The controls, and the question where there is one."""
        return [*self._visible, *([self._question] if self._question else [])]

    def text(self) -> str:
        """The whole document with its holes: controls, body and tools, behind the question where there is one."""
        body = page_form(self._body)
        placed = set(re.findall(r'data-(?:control|slide|trait)="(\w+)"', body))
        above = [one.html() for one in self._visible if one.is_argument and one.name not in placed]
        inside = (inputs.bar(above) if above else "") + body + (inputs.tools() if self._has_tools else "")
        return page_form(self._question.locked(inside)) if self._question else inside

    @property
    def is_locked(self) -> bool:
        """Whether a guess is still to be committed."""
        return self._question is not None and self.guess is None

    @property
    def letters(self) -> dict[str, int]:
        """What each letter is now."""
        now = [control.letters(getattr(self, control.name)) for control in self.controls]
        found = {name: value for letters in now for name, value in letters.items()}
        for one in self._letters:
            found[one.name] = one.value(found)
        return found

    @property
    def count(self) -> int:
        """The number that it is all about, with the controls as they are now."""
        return self._count(**self.letters)

    def static(self) -> str:
        """The explorer as HTML for a place without widgets: what is set, in words, and the document.

        A locked one shows its question and, behind a line to open, what is there after a guess.
        """
        if self._question and self.is_locked:
            asked = f"<p><strong>{word('predict')}.</strong> {self._question.label}</p><p>{word('locked')}</p>"
            return f"<div>{asked}{closed(self._open_form())}</div>"
        return f"<div>{self._open_form()}</div>"

    def _open_form(self) -> str:
        """What stands in the static form where nothing is asked, or after a guess."""
        said = ", ".join(one.said(getattr(self, one.name)) for one in self._visible if one.is_argument)
        verdict = self._question.verdict() if self._question and not self.is_locked else ""
        body = self._still(**self.traits_now) if self._still else self._body
        return static(fill(f"{f'<p>{escape(said)}</p>' * bool(said)}{verdict}{body}", self.letters))

    @property
    def traits_now(self) -> dict[str, Any]:
        """What each argument of the call is set to."""
        return {control.name: getattr(self, control.name) for control in self._visible if control.is_argument}

    def __repr__(self) -> str:
        call = f"{self._name}({_arguments(self.traits_now | dict(self._more))})"
        return call if self.is_locked else f"{call}: {self.count:,}"


class Source(str):
    """An argument that is written as it is, as the name of a variable."""

    def __repr__(self) -> str:
        return str(self)


def changed(call: Callable[..., Any], **given: Any) -> dict[str, Any]:
    """Those of the arguments of an explorer's call that differ from their defaults."""
    defaults = {name: one.default for name, one in signature(call).parameters.items()}
    return {name: value for name, value in given.items() if value != defaults[name]}


def _arguments(given: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={value!r}" for name, value in given.items())


def _travelling(control: Control) -> dict[str, Any]:
    """What the page must know of a control: its trait, its letters, its options, and where it begins."""
    options = list(control.options) if isinstance(control, Choice) else None
    told = {"name": control.name, "letters": list(control.limits), "options": options, "start": control.value}
    ends = [control.lowest, control.highest] if isinstance(control, Whole) else None
    return told | {"argument": control.is_argument, "ends": ends}
