"""How things show themselves as the last line of a cell: tables and pictures, also in a notebook without trust."""

from collections.abc import Callable
from typing import Any

from lstmlesson.mistakes.diagnosis import Diagnosis
from lstmlesson.views.diagnosis import diagnosis_html
from lstmlesson.views.document import static

# The first that fits a thing draws it.
FORMS: dict[type, Callable[[Any], str | None]] = {
    Diagnosis: diagnosis_html,
}


def form(thing: Any) -> str | None:
    """A thing as HTML; None where it has no form, or not yet, as a layer that has not seen its input.

    >>> from lstmlesson import LSTM, diagnose
    >>> form(diagnose(LSTM(2), (None, 3), 48))
    '<p><strong>48 is right.</strong></p>'
    """
    draw = next((FORMS[kind] for kind in FORMS if isinstance(thing, kind)), None)
    html = draw(thing) if draw else None
    return None if html is None else static(html)
