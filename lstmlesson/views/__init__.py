"""Text out: tables, formulas as HTML, pictures as SVG. The same layer gives the same text, always.

Sizes may be whole numbers or polynomials; a polynomial leaves a hole (see `document`), so a picture with letters is
a picture that a page can fill again while a slider moves.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from lstmlesson.law.public import offered

if TYPE_CHECKING:
    from lstmlesson.views import (
        answers,
        charts,
        count_card,
        diagnosis,
        document,
        explanation,
        formula,
        ledger,
        pictures,
        summary_table,
        values,
    )

__all__ = [
    "answers",
    "charts",
    "count_card",
    "diagnosis",
    "document",
    "explanation",
    "formula",
    "ledger",
    "pictures",
    "summary_table",
    "values",
]

__dir__ = offered(__all__)

if not TYPE_CHECKING:

    def __getattr__(name):
        if name in __all__:
            return import_module(f"lstmlesson.views.{name}")
        raise AttributeError(f"module 'lstmlesson.views' has no attribute {name!r}; it has {', '.join(__all__)}")
