"""Tables as HTML, made of finished lines."""

import re
from collections.abc import Sequence


def table(header: Sequence[str], lines: Sequence[str], footer: str = "", caption: str = "") -> str:
    """An HTML table from a header's cells and finished lines (see `line`); the header is aligned as the first line is.

    >>> table(["what", "how many"], [line(["gates", "4"], right=(1,))]).count("text-align: right")
    2
    """
    sides = re.findall(r"text-align: (left|right)", lines[0]) if lines else []
    sides += ["left"] * len(header)
    head = "".join(
        f'<th scope="col" style="text-align: {side}">{cell}</th>' for cell, side in zip(header, sides, strict=False)
    )
    body = "".join(lines) + footer
    title = f'<caption style="text-align: left">{caption}</caption>' if caption else ""
    return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def line(cells: Sequence[str], right: Sequence[int] = ()) -> str:
    """One line of a table; the first cell names it, and the columns numbered in `right` are aligned to the right."""
    first, *others = cells
    rest = "".join(
        f'<td style="text-align: {"right" if column in right else "left"}">{cell}</td>'
        for column, cell in enumerate(others, 1)
    )
    return f'<tr><th scope="row" style="text-align: left">{first}</th>{rest}</tr>'
