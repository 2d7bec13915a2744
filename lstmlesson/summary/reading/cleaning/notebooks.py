"""Lines out of a pasted .ipynb file, which is JSON: each line of an output stands there in quotation marks."""

import json
import re

_QUOTED = re.compile(r'\s*(?:"(?:text|source|text/plain|text/html)"\s*:\s*\[?\s*)?("(?:[^"\\]|\\.)*")\s*[,\]]*\s*$')
# The skeleton of the file around those lines.
_SKELETON = re.compile(
    r'\s*(?:[{}\[\],]+\s*,?|"\w[\w/+.-]*"\s*:\s*(?:[{\[]+|"[^"]*"|\d+|null|true|false|[{\[]\s*[}\]]),?)\s*$'
)
FEWEST_LINES = 3


def unwrapped(text: str) -> str:
    """The text with the lines of a notebook file as they were printed; any other text as it is.

    >>> unwrapped('"lstm (LSTM)\\\\n",\\n"drop (Dropout)\\\\n",\\n"dense (Dense)\\\\n",\\n"Total"')
    'lstm (LSTM)\\ndrop (Dropout)\\ndense (Dense)\\nTotal'
    """
    if text.count('\\n"') + text.count("\\n',") < FEWEST_LINES and "\\n" not in text:
        return text
    if text.lstrip()[:1] in ("{", "["):
        whole = _from_json(text)
        if whole is not None:
            return whole
    return "\n".join(_printed(text.split("\n")))


def _from_json(text: str) -> str | None:
    """The printed lines of a text that is JSON as a whole."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    found: list[str] = []
    waiting = [data]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, dict):
            printed = [thing[key] for key in ("text", "text/plain", "text/html", "source") if key in thing]
            # The same output as text and as HTML says everything twice.
            found += ["".join(map(str, one)) if isinstance(one, list) else str(one) for one in printed[:1]]
            waiting += [value for key, value in reversed(thing.items()) if isinstance(value, dict | list)]
        elif isinstance(thing, list):
            waiting += reversed([one for one in thing if isinstance(one, dict | list)])
    return "\n".join(found) if found else None


def _printed(lines: list[str]) -> list[str]:
    quoted = [_QUOTED.match(line) for line in lines]
    if sum(match is not None and match[1].endswith('\\n"') for match in quoted) < FEWEST_LINES:
        return lines
    found = []
    for line, match in zip(lines, quoted, strict=True):
        if match is not None:
            try:
                found.append(json.loads(match[1]).rstrip("\n"))
            except ValueError:
                found.append(line)
        else:
            found.append("" if _SKELETON.match(line) else line)
    return found
