"""A text with holes: written once in Python, filled by Python here and by `explorers/live.js` in the page.

A hole is what `f"{count:,}"` or `f"{width:d}"` leaves where the number is a polynomial whose letters have no value
yet. Views write the same f-strings for whole numbers, so a view of numbers is the text that a filled document is.
What is shown only sometimes stands between two comments, <!--if hole--> and <!--end-->, and is there when the
hole's value is above zero.
"""

import json
import re
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from html import escape as escape_markup
from typing import Any

from lstmlesson.language import chosen
from lstmlesson.law.polynomials import HOLE_END, HOLE_START, Limits, Polynomial, from_data

# A browser counts in 64-bit floating point, which is exact for whole numbers up to here.
LARGEST_EXACT = 2**53

_HOLE = re.compile(f"{HOLE_START}([,d]|[.~][0-9])(.*?){HOLE_END}")
_PART = re.compile(f"<!--if {HOLE_START}d(.*?){HOLE_END}-->|<!--(end)-->")


def escape(text: object) -> str:
    """Foreign text, safe in HTML, in SVG and in an attribute; it cannot make a hole either.

    >>> escape('<b> & "c"')
    '&lt;b&gt; &amp; &quot;c&quot;'
    """
    return escape_markup(re.sub(f"[{HOLE_START}-{HOLE_END}]", "\N{REPLACEMENT CHARACTER}", str(text)))


def english(text: object) -> str:
    """An error as it is, in English; inside another language it is marked as English, for those who hear it read.

    >>> english("a < b")
    'a &lt; b'
    """
    return escape(text) if chosen().name == "en" else f'<span lang="en">{escape(text)}</span>'


# What is shown when.


def when(number: Any, content: str, otherwise: str = "") -> str:
    """The content where a number is above zero, else the other content.

    >>> when(2, "some"), when(0, "some", "none")
    ('some', 'none')
    """
    if not isinstance(number, Polynomial):
        return content if number > 0 else otherwise
    if number.lowest > 0 or number.highest <= 0:
        return content if number.lowest > 0 else otherwise
    shown = f"<!--if {number:d}-->{content}<!--end-->" if content else ""
    return shown + (when(1 - number, otherwise) if otherwise else "")


def by_sign(number: Any, above: str, zero: str, below: str) -> str:
    """One of three contents: for a number above zero, zero, or below.

    >>> by_sign(48 - 50, "too large", "right", "too small")
    'too small'
    """
    return when(number, above, when(number + 1, zero, below))


def repeat(number: Any, greatest: int, content: Callable[[int], str], more: str = "") -> str:
    """The content for 0, 1, 2 … as often as a number says, and at most `greatest` times; then `more`.

    >>> repeat(5, 3, lambda index: f"step {index} ", "and more")
    'step 0 step 1 step 2 and more'
    """
    return "".join(when(number - index, content(index)) for index in range(greatest)) + when(number - greatest, more)


# Filling.


def fill(text: str, values: Mapping[str, int]) -> str:
    """The text with every hole filled and nothing left that is not shown.

    >>> from lstmlesson.law.polynomials import letter
    >>> fill(f"<td>{1000 * letter('u'):,}</td>", {"u": 2})
    '<td>2,000</td>'
    """
    shown = [True]
    kept = []
    pieces = _PART.split(text)
    for plain, opens, ends in zip(pieces[::3], [None, *pieces[1::3]], [None, *pieces[2::3]], strict=True):
        if opens:
            shown.append(shown[-1] and _value(opens, values) > 0)
        elif ends:
            shown.pop()
        if shown[-1]:
            kept.append(plain)
    return _HOLE.sub(lambda hole: written(_value(hole[2], values), hole[1]), "".join(kept))


def written(value: Any, how: str) -> str:
    """A number as a hole says: "," and "d" for whole ones, ".2" and "~2" with so many decimals, as a page rounds them.

    >>> written(-0.125, ".2"), written(-0.125, "~2"), written(-0.001, ".2")
    ('\N{MINUS SIGN}0.13', '-0.13', '0.00')
    """
    if how in (",", "d"):
        return format(value, how)
    text = f"{Decimal(value).quantize(Decimal(10) ** -int(how[1]), ROUND_HALF_UP):f}"
    text = text.removeprefix("-") if not text.strip("-0.") else text
    return text.replace("-", "\N{MINUS SIGN}") if how[0] == "." else text


def _value(data: str, values: Mapping[str, int]) -> int:
    return _read(data)(**values)


@lru_cache(maxsize=4096)
def _read(data: str) -> Polynomial:
    """The polynomial of a hole; its limits play no part once its letters have values."""
    terms = json.loads(data)
    return from_data(terms, {name: (0, 0) for _, *letters in terms for name in letters})


def numbered(text: str, limits: Mapping[str, Limits]) -> tuple[str, list[list[Any]]]:
    """What travels to the page: the text with a number in each hole, and the polynomials that these numbers mean.

    limits: for each letter its lowest and highest value.
    Raises: ValueError for a letter without limits, or where a value could pass 2^53.

    >>> from lstmlesson.law.polynomials import letter
    >>> text, polynomials = numbered(f"{4 * letter('u'):,}", {"u": (1, 8)})
    >>> polynomials
    [[[4, 'u']]]
    """
    places: dict[str, int] = {}

    def place(data: str) -> int:
        if data not in places:
            _check_exact(from_data(json.loads(data), limits), limits)
            places[data] = len(places)
        return places[data]

    text = _PART.sub(lambda part: "<!--end-->" if part[2] else f"<!--if {place(part[1])}-->", text)
    text = _HOLE.sub(lambda hole: f"{HOLE_START}{hole[1]}{place(hole[2])}{HOLE_END}", text)
    return text, [json.loads(data) for data in places]


def _check_exact(number: Polynomial, limits: Mapping[str, Limits]) -> None:
    if number.bound > LARGEST_EXACT:
        reach = ", ".join(f"{name} up to {limits[name][1]:,}" for name in sorted(number.limits))
        raise ValueError(
            f"{number} with {reach} may reach {number.bound:,}, more than the 2^53 up to which a page counts exactly; "
            "expected lower limits"
        )


# Without a page that fills it.


def number(value: float, places: int = 3) -> str:
    """A number for people: so many places after the point, without noughts at the end and without the sign of zero.

    >>> number(-0.0001), number(0.1999)
    ('0', '0.2')
    """
    return f"{round(value, places) + 0:.{places}f}".rstrip("0").rstrip(".")
