"""A pasted program run, tensorflow, keras and torch being ours, and the models that it makes counted.

numpy and what programs import besides have shapes here and no numbers, alike in a page and in a kernel.

Who calls this has been asked to: a page does so only when the reader presses, in a worker that is ended afterwards.
"""

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from lstmlesson.keras._program import run_file
from lstmlesson.language import word
from lstmlesson.tools.arrays import without_numbers
from lstmlesson.tools.record import Answer
from lstmlesson.views.document import escape
from lstmlesson.views.document.standing_still import still
from lstmlesson.views.forms.program import as_data, body

# What a program prints beyond this is cut; a page that shows more is slow.
MOST_PRINTED = 20_000
FILE = Path("program.py")


def counted(text: str) -> Answer:
    """The models of a program, where it stopped if it did, and what it printed.

    >>> counted("from keras import *\\nSequential([Input((10, 3)), layers.LSTM(2)])").fields["models"][0]["total"]
    48
    """
    printed = io.StringIO()
    with without_numbers(), redirect_stdout(printed), redirect_stderr(printed):
        program = run_file(FILE, without_magics(text).encode("utf-8", "replace"))
    said = printed.getvalue()
    fields = {"kind": "program", **as_data(program), "printed": said[:MOST_PRINTED]}
    return Answer(fields, still(body(program)) + _printed(said))


def without_magics(text: str) -> str:
    """A program without the lines that only a notebook understands, each left as a remark so that lines keep numbers.

    >>> without_magics("%%count\\nx = 1\\n!pip install keras")
    '# %%count\\nx = 1\\n# !pip install keras'
    """
    return "\n".join(f"# {line}" if line.lstrip().startswith(("%", "!")) else line for line in text.split("\n"))


def _printed(said: str) -> str:
    if not said.strip():
        return ""
    cut = f"{said[:MOST_PRINTED]}…" if len(said) > MOST_PRINTED else said
    return f"<details><summary>{word('tool: printed')}</summary><pre>{escape(cut)}</pre></details>"
