"""What each colour means: one catalogue for explorers, pages, slides, charts and the card, light and dark.

A square is a number. Hue says which gate, pattern which weight, violet "touch me"; all else is neutral. The hues are
near Okabe and Ito's palette, which colour-blind readers can tell apart (jfly.uni-koeln.de/color, 2008).
"""

from collections.abc import Iterable
from typing import NamedTuple


class Role(NamedTuple):
    """A colour on a light and on a dark ground, and the one thing that it means."""

    light: str
    dark: str
    meaning: str


ROLES = {
    "paper": Role("#fdfdfb", "#15171b", "the ground"),
    "raised": Role("#f3f3ef", "#1f2228", "a ground that stands out: code, the inside of a cell"),
    "ink": Role("#1b1d21", "#e9e9e4", "text, wires, the memory c"),
    "quiet": Role("#5a5e66", "#a4a8b0", "text that is read second"),
    "rule": Role("#d9d9d2", "#363a42", "a line between lines"),
    "edge": Role("#6d7178", "#8a8e96", "the edge of a shape"),
    "touch": Role("#4b3fc0", "#b9b0ff", "what can be touched, and what is in hand"),
    "touch-soft": Role("#ebe9fb", "#2a2744", "the ground of what is in hand"),
    "wrong": Role("#a3231f", "#ff9d94", "wrong, always with a cross"),
    "input": Role("#56b4e9", "#4aa5d8", "the input gate i"),
    "forget": Role("#e69f00", "#d99606", "the forget gate f"),
    "cell": Role("#14a57c", "#1a9f79", "the proposal g, of an LSTM or of a GRU"),
    "output": Role("#cc79a7", "#c673a1", "the output gate o"),
    "update": Role("#f0e442", "#dccf35", "the update gate z"),
    "reset": Role("#e2692a", "#dd6a30", "the reset gate r"),
    "layer": Role("#c9c8c2", "#a3a39d", "a layer without gates, a step that is done"),
    "on": Role("#101114", "#101114", "a letter or a pattern on a hue"),
}


def var(role: str) -> str:
    """A role as a colour of CSS and of SVG."""
    return f"var(--lm-{role})"


def custom_properties(roles: Iterable[str] = ROLES) -> str:
    """The roles as custom properties; a browser takes the light or the dark one by the `color-scheme` of the place.

    >>> custom_properties(["ink"])
    '--lm-ink: light-dark(#1b1d21, #e9e9e4);'
    """
    return " ".join(f"--lm-{name}: light-dark({ROLES[name].light}, {ROLES[name].dark});" for name in roles)
