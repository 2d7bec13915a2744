"""`lstmlesson`: the lessons are put into a folder of the learner's, and JupyterLab opens the first.

A folder that has the course already is used as it is: the learner's of yesterday, or the notebooks of a clone.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from lstmlesson import course
from lstmlesson.command.streams import place
from lstmlesson.command.telling import Commands, add, refused, report

NAME = "start"
NEW_FOLDER = "lstmlesson"


def declare(commands: Commands) -> None:
    """The command and what can be said to it."""
    command = add(
        commands,
        NAME,
        run,
        "put the lessons into a folder, open the first in JupyterLab; the same as no command",
        "lstmlesson --into ~/course -- --no-browser --port 9000",
        "A file that is there is never written over: what you have changed is kept.\n"
        "What follows -- goes to JupyterLab, which takes the next port if its own is in use.",
        usage="lstmlesson [start] [-h] [--into DIR] [--no-open] [-- OPTION OF JUPYTERLAB ...]",
    )
    where = f"the folder, made where it is missing; without it {NEW_FOLDER} here, or this folder if it has the course"
    command.add_argument("--into", metavar="DIR", type=place, help=where)
    command.add_argument("--no-open", action="store_true", help="put the lessons there, and no more")


def handed_on(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The arguments that are ours, and those after -- that are for JupyterLab.

    >>> handed_on(["--into", "course", "--", "--port", "9000"])
    (['--into', 'course'], ['--port', '9000'])
    """
    at = list(arguments).index("--") if "--" in arguments else len(arguments)
    return list(arguments[:at]), list(arguments[at + 1 :])


def run(given: argparse.Namespace) -> int:
    """Put the lessons there, say what was done, and open the first unless told not to; returns the exit status."""
    folder = given.into or home(Path.cwd())
    try:
        copied = course.copy(folder)
    except OSError as error:
        reason = f"{error.filename} is a file" if isinstance(error, FileExistsError) else error.strerror
        return refused(f"the lessons cannot be put into {folder}: {reason}; name a folder of yours with --into DIR")
    if folder.samefile(course.folder()):
        print(f"{folder.absolute()}: these are the course's own notebooks, not copies", flush=True)
    else:
        print(*report(folder, copied, course.outdated(folder, course.original())), sep="\n", flush=True)
    return 0 if given.no_open else open_first(folder, given.for_jupyterlab)


def home(current: Path) -> Path:
    """The folder for the lessons where none was named: one that has the first already, or a new one."""
    for folder in (current, current / "notebooks"):
        if (folder / course.FIRST).is_file():
            return folder
    return current / NEW_FOLDER


def open_first(folder: Path, arguments: Sequence[str]) -> int:
    """JupyterLab on the first lesson, in this process, so that Ctrl+C and every signal reach it; until it ends."""
    try:
        from jupyterlab.labapp import main
    except ImportError as error:
        return refused(f'JupyterLab is not installed here ({error}); type: python -m pip install "lstmlesson[lab]"')
    print(f"JupyterLab opens {course.FIRST}. To end it, press Ctrl+C here twice.", flush=True)
    main([str(folder / course.FIRST), *arguments])
    return 0
