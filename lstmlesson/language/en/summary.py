"""Summaries explained: what a row says, what cannot be true, what is worth knowing."""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    "no table": "No table of a summary was found.",
}
