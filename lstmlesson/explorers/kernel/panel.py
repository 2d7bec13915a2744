"""What explorers made of ipywidgets share: a frame around them, their static form, and errors that a reader sees.

JupyterLab takes a single letter for a command as long as a button has the focus: b inserts a cell, d d deletes one. A
live document sees to this by itself (`live.js`); an explorer made of ipywidgets has a frame among its parts, which
brings the style of all besides.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import anywidget
import ipywidgets as widgets

from lstmlesson.explorers.kernel.static_form import HasStaticForm
from lstmlesson.explorers.live.explorer import STYLE
from lstmlesson.language import sentence, use, word
from lstmlesson.views.document import english
from lstmlesson.views.document.standing_still import static

HERE = Path(__file__).parent


class Frame(anywidget.AnyWidget):  # type: ignore[misc]
    """Nothing to see: from inside, it finds the explorer to which it belongs, and does this for the whole of it.

    Source: `data-lm-suppress-shortcuts` tells Lumino, on which JupyterLab is built, to leave an element alone.
    """

    _esm = (HERE / "frame.js").read_text(encoding="utf-8")
    _css = STYLE + (HERE / "frame.css").read_text(encoding="utf-8")

    def __init__(self) -> None:
        super().__init__(layout={"display": "none"})

    def __repr__(self) -> str:
        return "Frame()"


class KernelPanel(HasStaticForm, widgets.VBox):  # type: ignore[misc]
    """An explorer that asks the kernel: its parts one below the other, and what is answered last."""

    def __init__(self, parts: Sequence[Any]) -> None:
        self.feedback = widgets.HTML()
        self.frame: Any = Frame()
        super().__init__([*parts, self.feedback, self.frame])
        self.add_class("lstmlesson")

    def asked(self) -> str:
        """What is set or asked, as HTML for a place without widgets."""
        raise NotImplementedError

    def static(self) -> str:
        """The explorer as HTML for a place without widgets: what is set or asked, and what has been said so far."""
        return static(f"<div>{self.asked()}{self.feedback.value}<p>{word('alive')}</p></div>")

    def _repr_mimebundle_(self, **more: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, _ = super()._repr_mimebundle_(**more)
        # What Colab must know to draw an anywidget, it must know of the whole: the frame is one.
        return data, self.frame._repr_mimebundle_(**more)[1]


def visible(callback: Callable[..., None]) -> Callable[..., None]:
    """A callback of such an explorer, in its language, whose exception the reader sees; a notebook shows none."""

    @wraps(callback)
    def called(explorer: KernelPanel, *args: Any) -> None:
        with use(explorer.language):
            try:
                callback(explorer, *args)
            except Exception as error:
                said = english(f"{type(error).__name__}: {error}")
                explorer.feedback.value = f'<p role="alert">{sentence("failed", error=said)}</p>'

    return called
