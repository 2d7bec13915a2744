"""Every sentence and word that a learner meets in a widget, a hint, a diagnosis, an explanation, a sheet or the card.

Errors and the command line are English where they are; all else stands here, one folder for each language.

1. `en`: English. It opens with `words`, the table that decides what is called what; then a file for each room that
   speaks: `views` (pictures, charts, tables), `explorers`, `quiz`, `summary`, `pages` and so on.
2. `texts`: what a language is, a name and its texts by name.
3. `choice`: which language is spoken, and `word`, `sentence` and `label`, which the other rooms ask.

How to say something: put the text into the file of `en` whose room says it, under a short name that no other text
has, and ask for it where it is shown, never at import:

    word("total")                               a text that needs nothing
    sentence("minutes", number=20)              a text with braces, filled by `str.format`
    label(weight.name)                          a name of ours that may have a word, else the name itself

Where a plural or a list needs more than braces, the text is a small function of the same values. A value is filled in
as it is; what was pasted or typed is escaped before.

How to add a language: copy the folder `en` to `de`, say, and translate it, beginning with `words`. `use("de")` finds it
by its name, and refuses it while a text is missing. The names of layers and arguments are no words: they stay as the
frameworks have them.

How it is checked: tests/test_nothing_left_in_english.py exchanges every letter of `en`, turns each explorer, question,
diagnosis, explanation, sheet and the card, and objects to an English word. What is new there gets a line there.

>>> with use("en"):
...     sentence("minutes", number=20)
'20 minutes'
"""

from lstmlesson.language.choice import chosen, label, languages, sentence, use, word
from lstmlesson.language.texts import Language, Text
from lstmlesson.law.public import offered

__all__ = ["Language", "Text", "chosen", "label", "languages", "sentence", "use", "word"]

__dir__ = offered(__all__)
