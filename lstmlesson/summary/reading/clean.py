"""From what people paste to plain lines: without colours, quote marks and odd blanks, one line for each line pasted.

Nothing that says something is taken away; a line that turns out to be no part of a table is handed back as unread.
"""

import html
import re

# Larger texts are refused: the summary of a network of a thousand layers has less than half of this.
LARGEST_TEXT, MOST_LINES = 500_000, 20_000
# A longer line is in no table: Keras prints a hundred characters, and a very wide terminal has some hundreds.
LONGEST_LINE = 2_000

_COLOURS = re.compile(r"\x1b\[[0-?]{0,40}[ -/]{0,4}[@-~]|\x1b[@-Z\\-_]|\[\d{1,3}(?:;\d{1,3}){0,4}m")
_BLANKS = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]")
_QUOTED = re.compile(r"(?:[ \t]?>(?!>>)|[ \t]?#|[ \t]?//)[ \t]?")
# Keras 3 in a notebook prints HTML; a saved notebook's text has these tags and no others.
_TAGS = re.compile(r"</?(?:span|pre)(?: style=\"[^\"<>]{0,300}\")?>")


class Line(str):
    """A line of the pasted text, which knows its number, counted from 1."""

    number: int

    def __new__(cls, text: str, number: int) -> "Line":
        line = super().__new__(cls, text)
        line.number = number
        return line


def lines(text: str) -> list[Line]:
    """The lines of a pasted text, numbered.

    Raises: TypeError for what is no text; ValueError for a text above `LARGEST_TEXT` characters or `MOST_LINES` lines.

    >>> lines("> \\x1b[1mlstm (LSTM)\\x1b[0m\\r\\n\\u00a0380")
    ['lstm (LSTM)', ' 380']
    """
    if not isinstance(text, str):
        raise TypeError(f"text={type(text).__name__}: expected the text of a summary")
    if len(text) > LARGEST_TEXT:
        raise ValueError(
            f"the text has {len(text):,} characters; expected at most {LARGEST_TEXT:,}: paste the summary alone"
        )
    if "â\x94" in text or "â”" in text:
        text = _repaired(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if '<span style="' in text:
        text = html.unescape(_TAGS.sub("", text))
    if "\x1b" in text or "m" in text:
        text = _COLOURS.sub("", text)
    text = _INVISIBLE.sub("", _BLANKS.sub(" ", text))
    found: list[Line] = []
    for number, line in enumerate(_without_log(text.split("\n")), 1):
        plain = _unquoted(line) if line else line
        # Of several blank lines in a row one says as much as all.
        if plain or not found or found[-1]:
            found.append(Line(plain, number))
    if len(found) > MOST_LINES:
        raise ValueError(f"the text has {len(found):,} lines; expected at most {MOST_LINES:,}: paste the summary alone")
    return found


def _without_log(every: list[str]) -> list[str]:
    """The lines without what a logger has put before each of them: the text before the heading, digits aside."""
    head = next((line for line in every if "Layer (" in line[:200]), "")
    front = re.split("[┃│|]", head[: head.find("Layer (")])[0].rstrip(" ") if head else ""
    if not re.search("[A-Za-z0-9]", front):
        return every
    same = [_no_digits(line[: len(front)]) == _no_digits(front) for line in every]
    if sum(same) < 3:
        return every
    return [line[len(front) :] if is_same else line for line, is_same in zip(every, same, strict=True)]


def _no_digits(text: str) -> str:
    return re.sub(r"\d", "0", text)


def _repaired(text: str) -> str:
    """A text whose box was read in the wrong encoding somewhere, so that each sign became three."""
    for codec in ("latin-1", "cp1252"):
        try:
            return text.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
    return text


def _unquoted(line: str) -> str:
    """A line without the marks of a quotation or a comment in front, and with blanks for tabs."""
    start = 0
    while (mark := _QUOTED.match(line, start)) and mark.end() > start:
        start = mark.end()
    return line[start:].expandtabs(8).rstrip()
