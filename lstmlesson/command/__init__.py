"""The command line. `lstmlesson` alone brings the lessons and opens them; its commands explain, write and copy.

What a command gives goes to standard output, a refusal to standard error as one sentence. Exit status: 0 done,
1 done and something is amiss, 2 refused or wrongly asked, 70 a fault of our own. Ctrl+C and a reader that goes away end
it without a word.
"""

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from lstmlesson.command import counting, doctor, explaining, pages, publishing, starting, streams, teaching, updating
from lstmlesson.command.explaining import EXPLAINED, NO_SUMMARY, NOT_TRUE
from lstmlesson.command.telling import refused
from lstmlesson.law.public import offered

__all__ = ["EXPLAINED", "NOT_TRUE", "NO_SUMMARY", "main"]

__dir__ = offered(__all__)

# What a shell says of a program that Ctrl+C or a closed pipe has ended: 128 and the number of the signal.
INTERRUPTED, NOBODY_READS = 130, 141
# What sysexits.h calls EX_SOFTWARE: the program itself is at fault, and nobody else.
OUR_FAULT = 70


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with arguments, those of the command line unless given; returns the exit status."""
    try:
        streams.prepare()
        status = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:  # a full disk, a folder that was taken away
        return refused(error)
    except Exception as error:
        return _our_fault(error)
    return status


def _run(arguments: list[str]) -> int:
    for_jupyterlab: list[str] = []
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help", "--version")):
        arguments = [starting.NAME, *arguments]
    if arguments[0] == starting.NAME:
        arguments, for_jupyterlab = starting.handed_on(arguments)
    given = _parser().parse_args(arguments, argparse.Namespace(for_jupyterlab=for_jupyterlab))
    return given.run(given)


def _our_fault(error: Exception) -> int:
    """Say what to report, where a person reads it and not a traceback; returns the exit status for it."""
    package = Path(__file__).parent.parent
    frames = traceback.extract_tb(error.__traceback__)
    place = [frame for frame in frames if package in Path(frame.filename).parents][-1]
    said = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    print(
        f"lstmlesson: a fault of lstmlesson's own, {said} ({Path(place.filename).name}, line {place.lineno}); please "
        "report this sentence, what you typed and, if you may, the file",
        file=sys.stderr,
    )
    return OUR_FAULT


def _version(_: argparse.Namespace) -> int:
    from importlib.metadata import version

    print("lstmlesson", version("lstmlesson"))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lstmlesson",
        usage="lstmlesson [--into DIR] [--no-open] [-- OPTION OF JUPYTERLAB ...]\n       lstmlesson COMMAND ...",
        description="Where does this Param # come from? A course on counting LSTM models.\n"
        "Without a command: put the lessons into a folder, open the first in JupyterLab.",
        epilog="`lstmlesson COMMAND --help` says more.\n"
        "Exit status: 0 done, 1 done and something is amiss (each command says what), 2 refused\n"
        "or wrongly asked, 70 a fault of lstmlesson's own.\n\nexample:\n  lstmlesson --into ~/course",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", dest="run", action="store_const", const=_version, help="show the version and exit")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands", prog="lstmlesson")
    for one in (starting, updating, explaining, counting, pages, publishing, teaching, doctor):
        one.declare(commands)
    return parser
