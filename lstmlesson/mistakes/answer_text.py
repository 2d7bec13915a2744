"""Reading what somebody types into a box for a number: digits in many styles, or a sum. Nothing is ever run.

The text is cut into numbers and signs by hand, so that only digits, + - * and brackets are left; Python's own parser
then gives the tree of the sum, and this module adds it up. Whatever else is typed gets a sentence in reply.
"""

import ast
import re
import unicodedata
from typing import NamedTuple

from lstmlesson.language import sentence, word

# Longer texts are no counts, and a number beyond this holds more digits than any model.
LONGEST_TEXT, LARGEST_NUMBER = 200, 10**40

BLANKS = " \t\u00a0\u2009\u202f\u3000"
# What people write between groups of three digits; a group of two is India's.
_GROUPED = re.compile(r"\d{1,3}(?:([ ,.'’_٬])\d{3})(?:\1\d{3})*(?!\d)(?:\.0+(?!\d))?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)")
_PLAIN = re.compile(r"\d+(?:\.0+(?!\d))?")
_SIGNS = {"×": "*", "·": "*", "⋅": "*", "∙": "*", "x": "*", "X": "*", "−": "-", "–": "-", "[": "(", "]": ")"}
# What people write behind a number, in the languages of those who asked.
_UNIT = re.compile(
    r"(?<=[\d)]) ?(?:trainable )?(?:par[aá]m[^\W\d_]*|numbers?|weights?|values?|개|個|个)\.?$", re.IGNORECASE
)
# A number that somebody has rounded: 20M, 19.8 M, 1.5 k.
_ROUNDED = re.compile(r"[~≈]? ?(?P<number>\d+(?:[.,](?P<part>\d+))?) ?(?P<step>[kKmMbB])$")
_STEPS = {"k": 10**3, "m": 10**6, "b": 10**9}
_POWER = re.compile(r"(\d+)\s*\^\s*(\d+)")


class Typed(NamedTuple):
    """The number that was read, or None and a sentence that says why. grain: to what it was rounded."""

    number: int | None
    note: str = ""
    grain: int = 1

    def means(self, count: int) -> bool:
        """Whether a count is what was typed, or rounds to it."""
        return self.number is not None and 2 * abs(count - self.number) <= (self.grain if self.grain > 1 else 0)


class _UnreadError(ValueError):
    """Carries the sentence for a text that is no number."""


def typed(text: str) -> Typed:
    """Read a whole number, or a sum of whole numbers, as somebody typed it. It raises nothing.

    >>> typed(" 4,160 ").number, typed("4 160").number, typed("4.160").number
    (4160, 4160, 4160)
    >>> typed("4(3·2 + 2×2 + 2)").number                      # as the lessons write it
    48
    >>> typed("8^4").note
    'In Python ^ is not a power but XOR, so 8^4 is 12; write a product, as in 4*4.'
    """
    try:
        return Typed(_read(_plain(text)))
    except _UnreadError as refusal:
        return Typed(None, str(refusal))


def rounded(text: str) -> Typed | None:
    """A number with K, M or B behind it, and to what it is rounded; None for any other text.

    >>> rounded("19.8 M")
    Typed(number=19800000, note='', grain=100000)
    """
    match = _ROUNDED.match("".join(map(_ordinary, text)).strip())
    if match is None:
        return None
    part = match["part"] or ""
    grain = max(_STEPS[match["step"].lower()] // 10 ** len(part), 1)
    return Typed(int(re.sub(r"\D", "", match["number"])) * grain, grain=grain)


def _plain(text: str) -> str:
    """The text with ordinary digits, signs and blanks; a text that is empty or too long is refused."""
    if len(text) > LONGEST_TEXT:
        raise _UnreadError(sentence("typed too long", length=len(text), longest=LONGEST_TEXT))
    plain = "".join(map(_ordinary, text)).strip()
    if not plain:
        raise _UnreadError(word("nothing typed"))
    return _UNIT.sub("", plain)


def _ordinary(character: str) -> str:
    """A digit of any script, a full-width sign or a special blank as its ordinary twin."""
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if character in BLANKS or character in "\r\n":
        return " "
    wide = ord(character) - 0xFEE0
    character = chr(wide) if 0x21 <= wide <= 0x7E else character
    return _SIGNS.get(character, character)


def _read(text: str) -> int:
    sides = [_sum(side) for side in text.split("=")]
    for side in sides[1:]:
        if side != sides[0]:
            raise _UnreadError(sentence("typed two sides", left=sides[0], right=side))
    return sides[0]


def _sum(text: str) -> int:
    """The value of a sum, from the tree that Python's parser makes of its digits and signs."""
    try:
        value = _value(ast.parse(_tokens(text), mode="eval").body)
    except (SyntaxError, MemoryError, RecursionError):
        raise _UnreadError(word("typed unfinished")) from None
    if abs(value) > LARGEST_NUMBER:
        raise _UnreadError(word("typed too large"))
    return value


def _tokens(text: str) -> str:
    """Digits, signs and brackets alone, with the sign of multiplication that people leave out before a bracket."""
    _refuse_powers(text)
    found, at = "", 0
    while at < len(text):
        number = _GROUPED.match(text, at) or _PLAIN.match(text, at)
        if number:
            digits = re.sub(r"\D", "", re.sub(r"\.0+$", "", number[0]) if not _is_group(number[0]) else number[0])
            found += f" {int(digits)} "
            at = number.end()
            if re.match(r"[.,]\d", text[at:]):
                raise _UnreadError(sentence("typed not whole", text=_brief(text)))
        elif text[at] in " +-*()":
            found += text[at]
            at += 1
        else:
            raise _UnreadError(sentence("typed unknown", text=_brief(text[at:])))
    return re.sub(r"([\d)])\s*\(", r"\1*(", found).strip()


def _is_group(text: str) -> bool:
    """Whether the last point of a number separates thousands, since three digits follow: 4.000, and not 146.0."""
    return bool(re.search(r"\.\d{3}$", text)) and not re.search(r"[,']", text)


def _refuse_powers(text: str) -> None:
    power = _POWER.search(text)
    if power:
        raise _UnreadError(sentence("typed xor", text=power[0], value=int(power[1]) ^ int(power[2])))
    if "^" in text or "**" in text or any(sign in text for sign in "²³"):
        raise _UnreadError(word("typed power"))


def _brief(text: str, limit: int = 20) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _value(node: ast.AST) -> int:
    """A tree of whole numbers, + - * and signs, added up; any other branch is refused."""
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return node.value
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.UAdd | ast.USub):
        value = _value(node.operand)
        return -value if isinstance(node.op, ast.USub) else value
    if isinstance(node, ast.BinOp):
        left, right = _value(node.left), _value(node.right)
        if isinstance(node.op, ast.Add):
            return left + right
        if isinstance(node.op, ast.Sub):
            return left - right
        if isinstance(node.op, ast.Mult):
            return left * right
    raise _UnreadError(word("typed unfinished"))
