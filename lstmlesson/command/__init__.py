"""The command line. `lstmlesson` alone brings the lessons and opens them; its commands explain, write and copy.

What a command gives goes to standard output, a refusal to standard error as one sentence. Exit status: 0 done,
1 done and something is amiss, 2 refused or wrongly asked. Ctrl+C and a reader that goes away end it without a word.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence

from lstmlesson.command import counting, explaining, pages, starting, teaching, updating
from lstmlesson.command.explaining import EXPLAINED, NO_SUMMARY, NOT_TRUE
from lstmlesson.command.telling import refused
from lstmlesson.law.public import offered

__all__ = ["EXPLAINED", "NOT_TRUE", "NO_SUMMARY", "main"]

__dir__ = offered(__all__)

# What a shell says of a program that Ctrl+C or a closed pipe has ended: 128 and the number of the signal.
INTERRUPTED, NOBODY_READS = 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with arguments, those of the command line unless given; returns the exit status."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without the dot of a product shows a question mark
    try:
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
    return status


def _run(arguments: list[str]) -> int:
    for_jupyterlab: list[str] = []
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help", "--version")):
        arguments = [starting.NAME, *arguments]
    if arguments[0] == starting.NAME:
        arguments, for_jupyterlab = starting.handed_on(arguments)
    given = _parser().parse_args(arguments, argparse.Namespace(for_jupyterlab=for_jupyterlab))
    return given.run(given)


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
        epilog="`lstmlesson COMMAND --help` says more.\n\nexample:\n  lstmlesson --into ~/course",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", dest="run", action="store_const", const=_version, help="show the version and exit")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands", prog="lstmlesson")
    for one in (starting, updating, explaining, counting, pages, teaching):
        one.declare(commands)
    return parser
