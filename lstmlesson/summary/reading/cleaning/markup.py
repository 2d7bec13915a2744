"""HTML and Markdown around a summary: tags, entities, tables of HTML, backslashes, fences of code."""

import html
import re

_TAG = re.compile(
    r"</?(?:span|pre|code|p|div|font|b|i|em|strong|samp|tt|a|table|thead|tbody|section|blockquote|li|ul)"
    r"(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s*/?>[ \t]*(\n?)", re.IGNORECASE)
_HTML_ROW = re.compile(r"<tr(?:\s[^<>]{0,300})?>(.{0,2000}?)</tr>", re.IGNORECASE | re.DOTALL)
_HTML_CELL = re.compile(r"<t[hd](?:\s[^<>]{0,300})?>(.{0,1000}?)</t[hd]>", re.IGNORECASE | re.DOTALL)
_ENTITY = re.compile(r"&(?:nbsp|lt|gt|amp|quot|apos|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_ESCAPED = re.compile(r"\\([_*=|\[\](){}#<>~`+.!-])")
_FENCE = re.compile(r"^(\s*)(?:`{3,}|~{3,})[ \t]*[\w+.-]{0,20}[ \t]*$")


def without_markup(text: str) -> str:
    """A text as a browser shows it, one line for each row of a table.

    >>> without_markup("<pre>lstm&nbsp;(LSTM)<br>dense</pre>"), without_markup(r"lstm\\_1 \\_\\_\\_")
    ('lstm (LSTM)\\ndense', 'lstm_1 ___')
    """
    if "<" in text and ">" in text:
        text = _HTML_ROW.sub(_piped, text) if "</tr>" in text.lower() else text
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text).replace("\u00a0", " ")
    if len(_ESCAPED.findall(text[:20_000])) > 1:
        text = _ESCAPED.sub(r"\1", text)
    return _without_fences(text) if "`" in text or "~~~" in text else text


def _piped(row: re.Match[str]) -> str:
    """A row of an HTML table with bars between its cells."""
    cells = [" ".join(_TAG.sub("", cell).split()) for cell in _HTML_CELL.findall(row[1])]
    return "\n| " + " | ".join(cells) + " |\n" if cells else "\n"


def _without_fences(text: str) -> str:
    """Fences of code become blank lines; what stands on the line of one stays."""
    found = []
    for line in text.split("\n"):
        if _FENCE.match(line):
            found.append("")
            continue
        if "```" in line:
            head, _, tail = line.partition("```")
            line = head.rstrip() if not tail.strip(" `") else line
        bare = line.strip()
        if len(bare) > 2 and bare[0] == bare[-1] == "`" and bare.count("`") == 2:
            line = bare[1:-1]
        found.append(line)
    return "\n".join(found)


# A line of a table in Markdown that lacks the bars at its ends, which may be left out: a heading, a rule, a row.
_BARS = str.maketrans("│┃", "||")
_HEADING = re.compile(r"\*{0,2}(?:Layer|Name)\b[^|]*\|(?=.*\bParam|.*\bShape)", re.IGNORECASE)
_RULE = re.compile(r":?-+:?\s*(?:\|\s*:?-+:?\s*)+$")
_ROW = re.compile(
    r"[A-Za-z_][^|(\[]{0,80}(?:\([^|()]{0,80}\)\s*)?\|(?:\s*[A-Z]\w{0,40}\s*\|)?\s*\*{0,2}[(\[][^|]*\|[^|]*"
    r"(?:\d|\?|--)\s*(?:\|[^|]*)*$"
)


def with_end_bars(line: str) -> str:
    """A line of a Markdown table with the bars at its ends, which Markdown lets one leave out; any other as it is.

    >>> with_end_bars("lstm (LSTM) | (None, 8) | 384")
    '| lstm (LSTM) | (None, 8) | 384 |'
    """
    bare = line.translate(_BARS).strip() if len(line) < 500 else ""
    if "|" not in bare or bare[0] == "|" or bare[-1] == "|":
        return line
    return f"| {bare} |" if any(form.match(bare) for form in (_HEADING, _RULE, _ROW)) else line
