"""`lstmlesson count program.py`: the file is run, and each model that it makes is counted.

Exit status: 0 when models were counted and the program ran through, 1 when it stopped after some, 2 when
there was none.
"""

import argparse
import atexit
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from lstmlesson.command.streams import place, read_bytes, write_json
from lstmlesson.command.telling import REFUSED, Commands, add, refused
from lstmlesson.keras._program import Program, run_file
from lstmlesson.summary.reading.cleaning.encodings import decoded
from lstmlesson.views.forms.program import as_data, rows_of, text

COUNTED, STOPPED, NO_MODEL = 0, 1, REFUSED
STDOUT, STDERR = 1, 2


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
    command.add_argument("file", metavar="PROGRAM", type=place, help="a file of Python")
    command.add_argument("--json", action="store_true", help="print data instead of text, and nothing else")


def run(given: argparse.Namespace) -> int:
    """Run the file, print its models, return the exit status."""
    try:
        source = read_bytes(given.file)
    except (OSError, ValueError) as error:
        return refused(error)
    print(f"lstmlesson: running {given.file}, with stand-ins for tensorflow, keras and torch", file=sys.stderr)
    os.environ.setdefault("MPLBACKEND", "Agg")  # a window would wait for somebody to close it
    with _aside() if given.json else _as_it_is():
        # Python reads UTF-16 from nobody, and PowerShell's > writes it.
        program = run_file(given.file, decoded(source).encode() if 0 in source else source)
    if given.json:
        write_json(as_data(program))
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
    """Whatever the program prints, what it starts prints, and what it prints at the end, goes to standard error."""
    sys.stdout.flush()
    kept, stdout = os.dup(STDOUT), sys.stdout
    os.dup2(STDERR, STDOUT)
    sys.stdout = sys.stderr
    try:
        yield
    finally:
        stdout.flush()
        sys.stdout = stdout
        os.dup2(kept, STDOUT)
        os.close(kept)
        atexit.register(os.dup2, STDERR, STDOUT)  # before what the program has registered, since the last comes first


@contextmanager
def _as_it_is() -> Iterator[None]:
    """The program prints where we print, and cannot take that away from us by closing it."""
    stdout, own = sys.stdout, os.dup(STDOUT)
    try:
        yield
    finally:
        if stdout.closed:
            stdout = os.fdopen(own, "w", encoding=stdout.encoding, errors=stdout.errors)
        else:
            os.close(own)
        sys.stdout = stdout
        sys.stdout.flush()
