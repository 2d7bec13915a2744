"""What the tools say that read a text in a page: see `lstmlesson.tools`."""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    "tool: a program": "This is a program. It runs only when you press Run; then each model that it makes is counted.",
    "tool: failed": "This could not be read: {error}",
    "tool: printed": "What the program printed",
}
