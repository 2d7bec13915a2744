"""Explorers that ask the kernel, with controls as a live document has them, and buttons.

The controls are those of every explorer, so they have names and keep the keyboard to themselves. What a button or a
control starts is Python; an exception in it is shown to the reader, since a notebook shows none by itself.
"""

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets

from lstmlesson.explorers.kernel.panel import KernelPanel
from lstmlesson.explorers.live.explorer import Explorer
from lstmlesson.language import word
from lstmlesson.views.document.standing_still import static


class ButtonPanel(KernelPanel):
    """A panel of controls, a row of buttons, and what the kernel answers.

    panel: an explorer, whose controls are its traits. buttons: each by its word in the catalogue, with what it starts.
    """

    def __init__(self, panel: Explorer, buttons: dict[str, Callable[[], None]], below: Sequence[Any] = ()) -> None:
        self.panel = panel
        self.buttons = {name: self._button(name, start) for name, start in buttons.items()}
        super().__init__([panel, widgets.HBox(list(self.buttons.values())), *below])

    def _button(self, name: str, start: Callable[[], None]) -> widgets.Button:
        button = widgets.Button(description=word(name), tooltip=word(f"{name}, told"))
        button.on_click(lambda _: start())
        return button

    def say(self, html: str) -> None:
        """Show an answer, which a screen reader reads out."""
        self.feedback.value = f'<div role="status">{static(html)}</div>'

    def asked(self) -> str:
        """What the controls are set to."""
        return self.panel.static()
