"""`lstmlesson explain summary.txt`, or standard input: every number of a pasted summary.

An error message of Keras or PyTorch in the text is explained, too, with a table or without one.

Exit status: 0 when every number is explained, 1 when something cannot be true, 2 when there is nothing to explain.
"""

import argparse

from lstmlesson.command.streams import place, read_text, write_json
from lstmlesson.command.telling import REFUSED, Commands, add, refused
from lstmlesson.course.whole_files import write_new
from lstmlesson.summary import explain
from lstmlesson.summary.records import Summary
from lstmlesson.summary.to_code import code
from lstmlesson.views.explanation import html, text
from lstmlesson.views.forms.explanation_data import as_data

EXPLAINED, NOT_TRUE, NO_SUMMARY = 0, 1, REFUSED


def declare(commands: Commands) -> None:
    """The command and what can be said to it."""
    command = add(
        commands,
        "explain",
        run,
        "explain every number of a pasted model summary",
        "lstmlesson explain summary.txt",
        "Exit status: 0 all explained, 1 something cannot be true, 2 nothing to explain.",
    )
    command.add_argument("file", nargs="?", default="-", help="a text file; standard input where it is - or left out")
    command.add_argument("--json", action="store_true", help="print data instead of text")
    command.add_argument("--code", action="store_true", help="print the code that makes the model, too")
    command.add_argument("--html", metavar="FILE", type=place, help="write the explanation as a page, too")


def run(given: argparse.Namespace) -> int:
    """Explain the text and print it; returns the exit status."""
    try:
        summary = explain(read_text(given.file))
        page = _page(summary).encode("utf-8", "replace") if given.html and _says_something(summary) else b""
        if page and not write_new(given.html, page):
            return refused(f"{given.html} is there already; expected the name of a new file")
    except (OSError, ValueError) as error:
        return refused(error)
    if not _says_something(summary):
        return refused("no table of a summary, and no error message that is known here, was found in the text")
    written = [one for table in summary.tables for one in code(table) if one] if given.code else []
    written = [] if summary.problems else written
    if given.json:
        write_json(as_data(summary) | ({"code": written} if given.code else {}))
    else:
        print(text(summary), *(f"\n{one}" for one in written), sep="\n")
    return NOT_TRUE if summary.problems else EXPLAINED


def _says_something(summary: Summary) -> bool:
    return bool(summary.rows or summary.messages)


def _page(summary: Summary) -> str:
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>lstmlesson explain</title>'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body>{html(summary)}</body></html>\n'
