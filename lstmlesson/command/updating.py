"""`lstmlesson update`: the lessons of this version in a folder of older ones; nothing of the learner's is lost."""

import argparse
from pathlib import Path

from lstmlesson import course
from lstmlesson.command.starting import home
from lstmlesson.command.streams import place
from lstmlesson.command.telling import Commands, add, refused

# Of each field of course.Updated.
SAID = "new here", "replaced, since you had not changed it", "put beside yours"


def declare(commands: Commands) -> None:
    """The command and what can be said to it."""
    command = add(
        commands,
        "update",
        run,
        "bring the lessons of this version into a folder that has older ones",
        "lstmlesson update --into ~/course",
        "A lesson that you have only run is replaced. One that you have changed is kept, and\n"
        "the newer text is put beside it, as 03_input_shapes.newer.ipynb.",
    )
    command.add_argument(
        "--into", metavar="DIR", type=place, help="the folder; without it the one that the lessons are in"
    )


def run(given: argparse.Namespace) -> int:
    """Bring them and say what was done; returns the exit status."""
    folder = given.into or home(Path.cwd())
    if not folder.is_dir():
        return refused(f"{folder} is no folder that is there; `lstmlesson` puts the lessons into a new one")
    if folder.samefile(course.folder()):
        return refused(f"{folder.absolute()}: these are the course's own notebooks, not copies")
    try:
        updated = course.update(folder, course.original())
    except OSError as error:
        return refused(error)
    for names, said in zip(updated, SAID, strict=True):
        if names:
            print(f"{said}: {', '.join(names)}")
    if not any(updated):
        print(f"{folder.absolute()}: every lesson is of this version already")
    return 0
