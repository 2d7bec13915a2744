"""English. It opens with `words`, the table that decides what is called what; the rest follows, a file for each room.

Whoever translates begins with `words`, and keeps to it: one thing has one name in all lessons, pictures and hints.
"""

from lstmlesson.language.texts import Language

from . import (
    card,
    explorers,
    inverse,
    live,
    messages,
    mistakes,
    pages,
    practice,
    questions,
    quiz,
    summary,
    tools,
    views,
    words,
)

LANGUAGE = Language(
    __name__.rpartition(".")[2],
    words.TEXTS,
    views.TEXTS,
    explorers.TEXTS,
    live.TEXTS,
    questions.TEXTS,
    practice.TEXTS,
    quiz.TEXTS,
    *mistakes.TABLES,
    summary.TEXTS,
    messages.TEXTS,
    inverse.TEXTS,
    card.TEXTS,
    pages.TEXTS,
    tools.TEXTS,
)
