"""Characters that are no part of the text: colours, invisible signs, boxes that were read in the wrong encoding."""

import re

_COLOURS = re.compile(r"\x1b\[[0-?]{0,40}[ -/]{0,4}[@-~]|\x1b[@-Z\\-_]|\[\d{1,3}(?:;\d{1,3}){0,4}m")
_BLANKS = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Word processors and blogs turn straight quotation marks into these.
_CURLY = str.maketrans("\u2018\u2019\u201a\u201c\u201d\u201e", "'''\"\"\"")


def plain(text: str) -> str:
    """A text without colours and invisible signs, with plain blanks, plain quotation marks and one kind of line end.

    >>> plain("\\x1b[1mlstm\\x1b[0m\\r\\n\\u00a0380")
    'lstm\\n 380'
    """
    if "â\x94" in text or "â”" in text:
        text = _repaired(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x1b" in text or "m" in text:
        text = _COLOURS.sub("", text)
    return _INVISIBLE.sub("", _BLANKS.sub(" ", text)).translate(_CURLY)


def decoded(data: bytes) -> str:
    """The text of a file, whatever wrote it: UTF-8, with a mark in front or not, or UTF-16 as PowerShell writes it.

    >>> decoded("lstm".encode("utf-16")), decoded(b"lstm"), decoded("lstm".encode("utf-16-le"))
    ('lstm', 'lstm', 'lstm')
    """
    zeros = data[:2000].count(0)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") and zeros:
        return data.decode("utf-16", errors="replace")
    # Without the mark: a letter of Latin, and each blank, has a zero in its second byte.
    if zeros > len(data[:2000]) / 8:
        return data.decode("utf-16-le" if data[1:2000:2].count(0) > zeros / 2 else "utf-16-be", errors="replace")
    return data.decode("utf-8-sig", errors="replace")


def _repaired(text: str) -> str:
    """A text whose box was read in the wrong encoding somewhere, so that each sign became three."""
    for codec in ("latin-1", "cp1252"):
        try:
            return text.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
    return text
