"""`%load_ext lstmlesson`, and `%%count` at the top of a cell: the cell runs as it was pasted, and its models are shown.

Within the cell `tensorflow`, `keras`, `tf_keras` and `torch` are ours; before and after it they are what they were.
"""

import linecache
import traceback
from typing import Any

from lstmlesson.keras._program import Stop, said, watched
from lstmlesson.law.public import offered
from lstmlesson.views.forms.program import CountedProgram

__all__ = ["count_cell", "load"]
__dir__ = offered(__all__)


def load(shell: Any) -> None:
    """Give a notebook `%%count`."""

    def count(line: str, cell: str) -> None:
        """Count the models of this cell: tensorflow, keras and torch are lstmlesson's in it."""
        count_cell(shell, cell)

    shell.register_magic_function(count, magic_kind="cell", magic_name="count")


def count_cell(shell: Any, cell: str) -> None:
    """Run the text of a cell and show the models that it has made, and where it stopped if it did."""
    with watched() as program:
        result = shell.run_cell(cell)
        counted = program(stop_of(result, cell))
    _display(CountedProgram(counted))


def stop_of(result: Any, cell: str) -> Stop | None:
    """Where the cell stopped, or None: what the notebook says of the error is above."""
    error = result.error_before_exec or result.error_in_exec
    if error is None:
        return None
    if isinstance(error, SyntaxError):
        return Stop(error.lineno or 0, (error.text or "").strip(), said(error))
    return Stop(*_last_line(error, cell), said(error))


def _last_line(error: BaseException, cell: str) -> tuple[int, str]:
    """The last line of the cell that was running, numbered as in the error above, and its text."""
    line = (0, "")
    for frame in traceback.extract_tb(error.__traceback__):
        # IPython keeps the text of a cell under a file name that it made up.
        if "".join(linecache.getlines(frame.filename)).strip() == cell.strip():
            line = (frame.lineno or 0, frame.line or "")
    return line


def _display(thing: Any) -> None:
    from IPython.display import display

    display(thing)
