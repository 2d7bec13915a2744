"""One widget for all explorers: controls, a document, and the page that fills it (`live.js`).

Python writes the text once; the page answers from then on, with a kernel or without. What a place without widgets
shows, and what nbval compares, is the same text filled here.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from lstmlesson.explorers.kernel.static_form import HasStaticForm
from lstmlesson.explorers.live.controls import Choice, Control
from lstmlesson.explorers.live.prediction import Prediction
from lstmlesson.language import word
from lstmlesson.law.polynomials import Polynomial
from lstmlesson.views import controls as inputs
from lstmlesson.views.document import escape, fill, numbered, static

HERE = Path(__file__).parent
# The style of all that a learner touches, here and in what asks the kernel.
STYLE = (HERE / "live.css").read_text(encoding="utf-8")


class Explorer(HasStaticForm, anywidget.AnyWidget):  # type: ignore[misc]
    """A live document under its controls. Each control is a trait: read it, set it, observe it.

    name: what the call is named. controls: in the order in which they stand. body: HTML with holes.
    count: the number that it is all about, as a polynomial in the controls' letters.
    question: what the reader must predict before anything else is shown; the guess is the trait `guess`.
    Raises: ValueError where a control has the name of something else, or a number could pass 2^53.
    """

    _esm = (HERE / "live.js").read_text(encoding="utf-8")
    _css = STYLE
    _text = traitlets.Unicode().tag(sync=True)
    _polynomials: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    _controls: "traitlets.List[Any]" = traitlets.List().tag(sync=True)

    def __init__(
        self, name: str, controls: Sequence[Control], body: str, count: Polynomial, question: Prediction | None = None
    ) -> None:
        taken = [control.name for control in controls if hasattr(type(self), control.name)]
        if taken:
            raise ValueError(f"control {taken[0]!r}: a widget has something of that name already; expected another")
        self._call, self._visible, self._body, self._count, self._question = name, controls, body, count, question
        limits = {letter: limit for control in self.controls for letter, limit in control.limits.items()}
        text, polynomials = numbered(self.text(), limits)
        self.add_traits(**{control.name: control.trait().tag(sync=True) for control in self.controls})
        super().__init__(_text=text, _polynomials=polynomials, _controls=[_travelling(one) for one in self.controls])

    @property
    def controls(self) -> list[Control]:
        """The controls, and the question where there is one."""
        return [*self._visible, *([self._question] if self._question else [])]

    def text(self) -> str:
        """The whole document with its holes: the controls and the body, behind the question where there is one."""
        inside = inputs.bar([control.html() for control in self._visible]) + self._body
        return self._question.locked(inside) if self._question else inside

    @property
    def is_locked(self) -> bool:
        """Whether a guess is still to be committed."""
        return self._question is not None and self.guess is None

    @property
    def letters(self) -> dict[str, int]:
        """What each letter is now."""
        now = [control.letters(getattr(self, control.name)) for control in self.controls]
        return {name: value for letters in now for name, value in letters.items()}

    @property
    def count(self) -> int:
        """The number that it is all about, with the controls as they are now."""
        return self._count(**self.letters)

    def static(self) -> str:
        """The explorer as HTML for a place without widgets: what is set, in words, and the document.

        A locked one shows its question and nothing more.
        """
        if self._question and self.is_locked:
            return (
                f"<div><p><strong>{word('predict')}.</strong> {self._question.label}</p><p>{word('locked')}</p></div>"
            )
        said = ", ".join(control.said(getattr(self, control.name)) for control in self._visible)
        verdict = f"<p>{self._question.verdict()}</p>" if self._question else ""
        return static(fill(f"<div><p>{escape(said)}</p>{verdict}{self._body}</div>", self.letters))

    def __repr__(self) -> str:
        given = ", ".join(f"{control.name}={getattr(self, control.name)!r}" for control in self._visible)
        call = f"{self._call}({given})"
        return call if self.is_locked else f"{call}: {self.count:,}"


def _travelling(control: Control) -> dict[str, Any]:
    """What the page must know of a control: its trait, its letters, its options."""
    options = list(control.options) if isinstance(control, Choice) else None
    return {"name": control.name, "letters": list(control.limits), "options": options}
