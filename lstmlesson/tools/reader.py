"""A pasted text read: a summary or an error message is explained, a program is known as one and left alone."""

import ast
import re

from lstmlesson.language import word
from lstmlesson.summary import explain
from lstmlesson.tools.record import Answer
from lstmlesson.views.document.standing_still import still
from lstmlesson.views.explanation.page_form import body
from lstmlesson.views.forms.explanation_data import as_data

# What only programs have, also those that Python cannot read: an import, or a line for the notebook.
_IMPORT = re.compile(r"^\s*(?:from\s+[\w.]+\s+import|import\s+\w|%%|%load_ext)", re.MULTILINE)


def explained(text: str) -> Answer:
    """A summary or an error message with every number explained. `kind` says what the text is.

    >>> explained("import keras").fields["kind"], explained("hello").fields["kind"], explained("").fields["kind"]
    ('program', 'unknown', 'nothing')
    """
    if not text.strip():
        return Answer({"kind": "nothing"}, "")
    program = Answer({"kind": "program"}, f"<p>{word('tool: a program')}</p>")
    if is_program(text):
        return program
    summary = explain(text)
    kind = "summary" if summary.rows else "message" if summary.messages else "unknown"
    if kind == "unknown" and _IMPORT.search(text):  # with a mistake that Python will name
        return program
    return Answer({"kind": kind, **as_data(summary)}, still(body(summary)))


def is_program(text: str) -> bool:
    """Whether a text is Python that imports or makes something; print(module) is Python, too, and makes nothing.

    >>> is_program("x = 3"), is_program("model.add(LSTM(2))"), is_program("LSTM(32, 16)"), is_program("Total: 48 ==")
    (True, True, False, False)
    """
    lines = "\n".join("" if line.lstrip().startswith(("%", "!")) else line for line in text.split("\n"))
    try:
        return any(map(_makes, ast.parse(lines).body))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


def _makes(line: ast.stmt) -> bool:
    if isinstance(line, ast.Expr):
        return isinstance(line.value, ast.Call) and isinstance(line.value.func, ast.Attribute)
    return isinstance(line, ast.Import | ast.ImportFrom | ast.Assign | ast.FunctionDef | ast.ClassDef)
