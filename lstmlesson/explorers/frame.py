"""What stands around an explorer made of ipywidgets: it keeps the reader's keys inside, and has the style of all.

JupyterLab takes a single letter for a command as long as a button has the focus: b inserts a cell, d d deletes one. A
live document sees to this by itself (`live.js`); an explorer made of ipywidgets has a frame among its parts.
"""

import anywidget

from lstmlesson.explorers.explorer import HERE


class Frame(anywidget.AnyWidget):  # type: ignore[misc]
    """Nothing to see: from inside, it finds the explorer to which it belongs, and does this for the whole of it.

    Source: `data-lm-suppress-shortcuts` tells Lumino, on which JupyterLab is built, to leave an element alone.
    """

    _esm = (HERE / "frame.js").read_text(encoding="utf-8")
    _css = "".join((HERE / name).read_text(encoding="utf-8") for name in ("live.css", "frame.css"))

    def __init__(self) -> None:
        super().__init__(layout={"display": "none"})

    def __repr__(self) -> str:
        return "Frame()"
