"""What explorers that ask the kernel share: controls as a live document has them, buttons, and a place for answers.

The controls are those of every explorer, so they have names and keep the keyboard to themselves. What a button or a
control starts is Python; an exception in it is shown to the reader, since a notebook shows none by itself.
"""

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets

from lstmlesson.explorers.explorer import WIDGET_VIEW, Explorer
from lstmlesson.explorers.frame import Frame
from lstmlesson.explorers.quiz import visible
from lstmlesson.views.document import static
from lstmlesson.words import WORDS

__all__ = ["Asking", "visible"]


class Asking(widgets.VBox):  # type: ignore[misc]
    """A panel of controls, a row of buttons, and what the kernel answers.

    panel: an explorer, whose controls are its traits. buttons: each by its word in the catalogue, with what it starts.
    """

    def __init__(self, panel: Explorer, buttons: dict[str, Callable[[], None]], below: Sequence[Any] = ()) -> None:
        self.panel, self.feedback = panel, widgets.HTML()
        self.buttons = {word: self._button(word, start) for word, start in buttons.items()}
        super().__init__([panel, widgets.HBox(list(self.buttons.values())), *below, self.feedback, Frame()])
        self.add_class("lstmlesson")

    def _button(self, word: str, start: Callable[[], None]) -> widgets.Button:
        button = widgets.Button(description=WORDS[word], tooltip=WORDS[f"{word}, told"])
        button.on_click(lambda _: start())
        return button

    def say(self, html: str) -> None:
        """Show an answer, which a screen reader reads out."""
        self.feedback.value = f'<div role="status">{static(html)}</div>'

    def static(self) -> str:
        """The explorer as HTML for a place without widgets: what is set, and what has been said so far."""
        return f"<div>{self.panel.static()}{self.feedback.value}<p>{WORDS['alive']}</p></div>"

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        view = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
        return {"text/plain": repr(self), "text/html": self.static(), WIDGET_VIEW: view}, {}
