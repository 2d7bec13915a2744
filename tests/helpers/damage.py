"""Ways in which a pasted text is harmed on its way without losing anything that it says."""

import html
import json
import re


def each(change):
    """A change of every line; it is given the line's number, from 1, and the line."""
    return lambda text: "\n".join(change(number, line) for number, line in enumerate(text.split("\n"), 1))


def mark(front):
    """The same mark in front of every line."""
    return each(lambda number, line: front + line)


def _cell(text):
    return json.dumps({"cells": [{"outputs": [{"text": [f"{line}\n" for line in text.split("\n")]}]}]}, indent=1)


MARGINS = {
    f"{front!r} in front": mark(front)
    for front in (
        *(" ", "    ", "\t", "> ", "> > ", "  > ", "# ", "    # ", "## ", "    ## ", "#> ", " * ", "// ", "; "),
        *("| ", "+", "-", "+ ", ">>> ", "... ", "INFO:root: "),
    )
}
NUMBERS = {
    f"line numbers {form!r}": each(lambda number, line, form=form: form.format(number) + line)
    for form in ("{}: ", "{:4d}  ", "{:3d} | ", "{}. ", "{:6d}\t", "{} ")
}
LOGS = {
    "a log's time": each(lambda number, line: f"2031-05-06 07:08:{number % 60:02d},123 INFO {line}"),
    "a log's time in brackets": each(lambda number, line: f"[2031-05-06 07:08:{number % 60:02d}] INFO:root: {line}"),
    "a clock": each(lambda number, line: f"07:08:{number % 60:02d} {line}"),
}
PAGES = {
    "entities": lambda text: html.escape(text).replace(" ", "&nbsp;"),
    "escaped HTML": html.escape,
    "pre": lambda text: f"<pre><code>{html.escape(text)}</code></pre>",
    "br at each end": each(lambda number, line: f"{line}<br>"),
    "Markdown's backslashes": lambda text: re.sub(r"([_*=|\[\]#])", r"\\\1", text),
    "a fence": lambda text: f"```text\n{text}\n```",
    "a fence right after the end": lambda text: f"```\n{text}```",
    "a notebook's lines": each(lambda number, line: f"      {json.dumps(line + chr(10), ensure_ascii=False)},"),
    "a notebook's cell": _cell,
    "prose around": lambda text: f"Here is what it prints (I think):\n\n{text}\n\nWhy is the third number 360?",
    "a prompt": lambda text: f">>> model.summary()\n{text}\nNone",
}
BLANKS = {
    "non-breaking blanks": lambda text: text.replace(" ", "\u00a0"),
    "no blanks at the ends": each(lambda number, line: line.rstrip()),
    "blanks at the ends": each(lambda number, line: f"{line}   "),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark": lambda text: f"\ufeff{text}",
    "invisible signs": lambda text: text.replace(" ", "\u200b "),
    "curly quotes": lambda text: text.replace('"', "\u201d").replace("'", "\u2019"),
    "colours": each(lambda number, line: f"\x1b[1m{line}\x1b[0m"),
    "every line twice": each(lambda number, line: f"{line}\n{line}"),
}
# What a page does to blanks outside of <pre>.
RUN_TOGETHER = {
    "blanks run together": each(lambda number, line: re.sub(" +", " ", line).strip()),
    "two blanks at most": each(lambda number, line: re.sub(" {2,}", "  ", line)),
    "tabs for blanks": each(lambda number, line: re.sub(" {3,}", "\t", line)),
    "a blank line after each": each(lambda number, line: f"{line}\n"),
}
DAMAGE = MARGINS | NUMBERS | LOGS | PAGES | BLANKS | RUN_TOGETHER
