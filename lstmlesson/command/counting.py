"""`lstmlesson count program.py`: the file is run, and each model that it makes is counted.

Exit status: 0 when models were counted and the program ran through, 1 when it stopped after some, 2 when
there was none.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lstmlesson.command.telling import REFUSED, Commands, add, refused
from lstmlesson.keras._program import Program, run_file
from lstmlesson.views.program import as_data, rows_of, text

COUNTED, STOPPED, NO_MODEL = 0, 1, REFUSED


def declare(commands: Commands) -> None:
    """The command and what can be said to it."""
    command = add(
        commands,
        "count",
        run,
        "run a program of Keras, TensorFlow or PyTorch, and count the models that it makes",
        "lstmlesson count train.py",
        "The file is run, so count only what you would run yourself. In it tensorflow, keras and\n"
        "torch are stand-ins: nothing is trained, and none of them needs to be installed.\n"
        "Exit status: 0 models counted, 1 the program stopped after some, 2 no model.",
    )
    command.add_argument("file", metavar="PROGRAM", type=Path, help="a file of Python")
    command.add_argument("--json", action="store_true", help="print data instead of text, and nothing else")


def run(given: argparse.Namespace) -> int:
    """Run the file, print its models, return the exit status."""
    print(f"lstmlesson: running {given.file}, with stand-ins for tensorflow, keras and torch", file=sys.stderr)
    os.environ.setdefault("MPLBACKEND", "Agg")  # a window would wait for somebody to close it
    try:
        with _aside() if given.json else _as_it_is():
            program = run_file(given.file)
    except OSError as error:
        return refused(error)
    if given.json:
        data = json.dumps(as_data(program), ensure_ascii=False, indent=1, default=str)
        sys.stdout.buffer.write(f"{data}\n".encode())
    else:
        print(text(program))
    return status(program)


def status(program: Program) -> int:
    """The exit status of a program that was run."""
    if not any(rows_of(model) is not None for model in program.models):
        return NO_MODEL
    return COUNTED if program.stop is None else STOPPED


@contextmanager
def _aside() -> Iterator[None]:
    """Whatever the program prints, and what it starts prints, goes to standard error."""
    sys.stdout.flush()
    kept, stdout = os.dup(1), sys.stdout
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    try:
        yield
    finally:
        sys.stdout = stdout
        os.dup2(kept, 1)
        os.close(kept)


@contextmanager
def _as_it_is() -> Iterator[None]:
    yield
    sys.stdout.flush()
