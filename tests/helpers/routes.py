"""The routes of docs/teaching/TEACHING.md as rows: when, on which cell, what is asked, and what is the answer."""

import re
from typing import NamedTuple
from urllib.parse import unquote

BOARD = "Board"  # no notebook is shown
MINUTES = {"Five": 5, "Fifteen": 15, "Forty-five": 45, "Ninety": 90}


class Row(NamedTuple):
    minute: int
    cell: str
    asked: str
    answer: str
    then: str

    @property
    def place(self):
        """The lesson and the heading that the row shows; nothing for the board."""
        found = re.search(r"/(\w+)\.ipynb#((?:[^()\s]|\([^)]*\))+)\)", self.cell)
        return (found[1], unquote(found[2])) if found else None


def route(text, name):
    """The rows of one route."""
    table = re.search(rf"^### {name} minutes\n(.+?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL)[1]
    lines = [line.strip()[1:-1].split("|") for line in table.splitlines() if re.match(r"\| \d", line)]
    return [Row(int(minute), *(cell.strip() for cell in cells)) for minute, *cells in lines]


def given_away(row, screen):
    """What of the answer to a row stands on a screen: its words, or numbers that the question does not hold."""
    sought = whole_numbers(row.answer) - whole_numbers(row.asked)
    words = [row.answer] if row.answer.lower() in " ".join(screen.split()).lower() else []
    return words + sorted(sought & whole_numbers(screen))


def whole_numbers(text):
    """The whole numbers of a text, with or without separators."""
    return set(re.findall(r"(?<![\d.])\d+(?![\d.]*\d)", re.sub(r"(?<=\d),(?=\d{3})", "", text)))
