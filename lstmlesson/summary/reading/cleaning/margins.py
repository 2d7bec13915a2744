"""What stands in front of every line: marks of quotation, comment and diff, prompts, line numbers, a log's time.

A mark is known by what it is, at any indentation. One that may also begin a line of a table, such as | or -, is taken
for a margin only where the heading, a rule or the totals stand behind it, too.
"""

import re
from collections.abc import Sequence
from itertools import groupby

# Marks that no line of a table begins with.
_SURE = re.compile(r"[ \t]*(?:>+|#+['>]?|//+|;+|%+|!+|\*(?!\*)|\.\.\.(?= |$)|(?:In|Out) ?\[[ \d*]*\]:)[ \t]?")
_OPEN_MARKS = "+-|"
_NUMBER = re.compile(r"[ \t]*\[?(\d{1,5})(?:\]|[:.)]|[ \t]*(?:[|:]|│(?![^│]*│))(?=[ \t]|$))?(?=[ \t]|$)[ \t]?")
_TIME = re.compile(
    r"[ \t]*\[?(?:\w{3} +\d{1,2} +|\d{4}[-/]\d{1,2}[-/]\d{1,2}[T ,]+)?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?Z?\]?"
    r"(?:[ \t]*[-|:]?[ \t]*\[?(?:DEBUG|INFO|WARNING|WARN|ERROR|NOTICE|TRACE)\]?)?"
    r"(?:[ \t]+(?!Model:)[\w.]+(?=:[ \t])|:\w[\w.]*(?=:))?:?[ \t]?|"
    r"[ \t]*(?:DEBUG|INFO|WARNING|ERROR)(?::[\w.]+)?:[ \t]?"
)
# What a line of a summary may begin with behind a margin: a heading, a rule, a total, a row, a printed module.
_ANCHOR = re.compile(
    r"[\s#>*;%/]*(?:Layer ?(?:Name)? ?\(|Model: |(?:Total|Trainable|Non-trainable) param|[_=]{5}|-{10}|\+[-=]{3}|"
    r"[┏┡├└┃│┌╞╘]|\|\s*Layer\b[^|]*\||"
    r"[\w./-]+ \([A-Z]\w*\)?\s+[\[(]|[A-Z]\w+-\d+\s+[\[(]|[A-Z]\w*\($|\(\w+\): [A-Z]\w*\()"
)
DEEPEST = 6


def without_margins(lines: Sequence[str]) -> list[str]:
    """The lines without what was put before each of them.

    >>> without_margins(["  1: > lstm (LSTM)", "  2: > _____", "  3: > dense (Dense)"])
    ['lstm (LSTM)', '_____', 'dense (Dense)']
    """
    found = list(lines)
    for _ in range(DEEPEST):
        before = found
        found = _without_front(_without_times(_without_numbers(_without_marks(found))))
        if found == before:
            break
    return found


def _without_marks(lines: list[str]) -> list[str]:
    sure = [line[match.end() :] if (match := _SURE.match(line)) else line for line in lines]
    found: list[str] = []
    for mark, group in groupby(sure, key=lambda line: line.strip()[:1]):
        block = list(group)
        found += (
            [_behind(line, mark) for line in block]
            if mark and mark in _OPEN_MARKS and _is_margin(block, mark)
            else block
        )
    return found


def _behind(line: str, mark: str) -> str:
    rest = line[line.index(mark) + 1 :]
    return rest[1:] if rest[:1] == " " else rest


def _is_margin(block: list[str], mark: str) -> bool:
    """Whether a sign in front of these lines is a margin, and no part of a table."""
    behind = [_behind(line, mark) for line in block]
    if all(text.lstrip()[:1] == "|" for text in behind):
        return True  # before a table of bars, which begins with one itself
    if mark == "|":
        # In a table of bars each line ends with one as well.
        open_end = [text for text in behind if not text.rstrip().endswith("|")]
        return any(_ANCHOR.match(text) for text in open_end if text.strip(" -:|="))
    return any(_ANCHOR.match(text) for text in behind if not _is_cut_rule(text) or mark == "-") or (
        mark == "+" and any(text.lstrip()[:1] == "|" for text in behind)
    )


def _is_cut_rule(text: str) -> bool:
    """Whether the rest of a line is the rest of a rule: that of an ASCII box begins with a + of its own."""
    return bool(re.fullmatch(r"[-=+]+", text.strip())) and text.strip()[:1] in "-="


def _without_numbers(lines: list[str]) -> list[str]:
    """The lines without line numbers: they go up by one from line to line, and before a rule or a heading as well."""
    matches = [_NUMBER.match(line) for line in lines]
    found = list(lines)
    start = 0
    while start < len(lines):
        end = start + 1
        while (
            end < len(lines)
            and (before := matches[end - 1])
            and (now := matches[end])
            and int(now[1]) == int(before[1]) + 1
        ):
            end += 1
        if matches[start] and end - start > 2:
            behind = list(map(_unnumbered, lines[start:end], matches[start:end]))
            if any(not text.strip() or _ANCHOR.match(text) for text in behind):
                found[start:end] = behind
        start = end
    return found


def _unnumbered(line: str, match: re.Match[str] | None) -> str:
    """A line behind its number; a bar behind the number is the table's where a bar ends the line, too."""
    if match is None:
        return line
    rest = line[match.end() :]
    bar = "|" in match[0] and rest.rstrip().endswith("|") and rest.lstrip()[:1] not in set("|#>*;/")
    return f"| {rest}" if bar else rest


def _without_times(lines: list[str]) -> list[str]:
    """The lines without the time, and the level, that a logger put before them."""
    matches = [_TIME.match(line) for line in lines]
    if sum(match is not None for match in matches) < 3:
        return lines
    return [line[match.end() :] if match else line for line, match in zip(lines, matches, strict=True)]


def _without_front(lines: list[str]) -> list[str]:
    """The lines without any other text that stands before the heading and before most lines alike, digits aside."""
    head = next((line for line in lines if "Layer (" in line[:200] or "Model: " in line[:200]), "")
    at = min((place for place in (head.find("Layer ("), head.find("Model: ")) if place > 0), default=0)
    front = re.split("[┃│|]", head[:at])[0].rstrip(" ")
    if not re.search("[A-Za-z0-9]", front):
        return lines
    same = [_no_digits(line[: len(front)]) == _no_digits(front) for line in lines]
    if sum(same) < 3:
        return lines
    return [line[len(front) :] if is_same else line for line, is_same in zip(lines, same, strict=True)]


def _no_digits(text: str) -> str:
    return re.sub(r"\d", "0", text)
