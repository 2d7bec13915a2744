"""How wide a text is on a screen, where a Chinese character takes two columns and an accent none.

Keras 3 lays its tables out by these columns. Source: the wcwidth library, after Unicode's tables.
"""

from collections.abc import Sequence


def width(text: str) -> int:
    """How many columns a text takes.

    >>> width("lstm"), width("编码器")
    (4, 6)
    """
    if text.isascii():
        return len(text)
    from wcwidth.wcwidth import wcwidth

    return sum(max(wcwidth(character), 0) for character in text)


def padded(text: str, columns: int, right: bool = False) -> str:
    """A text with blanks up to so many columns, behind it or in front."""
    blanks = " " * max(columns - width(text), 0)
    return blanks + text if right else text + blanks


def cut(text: str, stops: Sequence[int]) -> list[str]:
    """The pieces of a line between columns of the screen, the characters on the stops left out.

    >>> cut("│ 编码│ 8 │", [0, 6, 10])
    [' 编码', ' 8 ']
    """
    from wcwidth.wcwidth import wcwidth

    pieces, at = [""] * (len(stops) + 1), 0
    number = 0
    for character in text:
        if number < len(stops) and at >= stops[number]:
            number += 1
            at += max(wcwidth(character), 0)
            continue
        pieces[number] += character
        at += max(wcwidth(character), 0)
    return pieces[1:-1]
