"""Tools: what asks Python and can live anywhere, a message in, fields and HTML out, and nothing kept between two calls.

A tool is a function of a text. It needs nothing but Python and the rooms below, so the same tool answers by a kernel
and by a worker in a page, which may be ended at any time. The answer is JSON: `fields` for programs, `html` to show.

1. `reader`: a summary or an error message is explained; a program is known as one, and not run.
2. `counter`: a program is run under the stand-in of `%%count`, and its models are counted. It is asked for by a press.

To add one: a file with a function from a text to an `Answer`, and its line in `TOOLS`. Names are looked up in that
table, and nothing else of a message is ever used as a name.

>>> answer({"tool": "read", "text": "lstm (LSTM)    (None, 8)    384"})["fields"]["rows"][0]["formula"]
'4(3·8 + 8·8 + 8) = 384'
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from lstmlesson.language import sentence
from lstmlesson.law.public import offered
from lstmlesson.tools.counter import counted
from lstmlesson.tools.reader import explained
from lstmlesson.tools.record import Answer
from lstmlesson.views.document import english

__all__ = ["TOOLS", "answer", "answer_json"]
__dir__ = offered(__all__)

TOOLS: dict[str, Callable[[str], Answer]] = {"read": explained, "count": counted}


def answer(message: Mapping[str, Any]) -> dict[str, Any]:
    """What a tool says to a message: its fields, and HTML in which all foreign text is escaped.

    message: `tool`, a name in TOOLS, and `text`. A text that is refused, and a fault of ours, are said in the answer.
    Raises: ValueError for a message that is none.
    """
    tool, text = message.get("tool"), message.get("text")
    if not isinstance(tool, str) or tool not in TOOLS or not isinstance(text, str):
        raise ValueError(f"message {message!r}; expected a tool of {', '.join(TOOLS)}, and a text")
    try:
        return TOOLS[tool](text)._asdict()
    except Exception as error:
        said = english(" ".join(f"{type(error).__name__}: {error}".split()))
        return Answer({"kind": "refused"}, f'<p role="alert">{sentence("tool: failed", error=said)}</p>')._asdict()


def answer_json(message: str) -> str:
    """The same from JSON to JSON: what a worker is given and gives."""
    return json.dumps(answer(json.loads(message)), ensure_ascii=False, separators=(",", ":"))
