"""`lstmlesson student DIR`: copies for a class, without the solutions."""

import argparse

from lstmlesson import course
from lstmlesson.command.streams import place
from lstmlesson.command.telling import Commands, add, refused, report

WRITTEN, NOT_ALL = 0, 1


def declare(commands: Commands) -> None:
    """The command and what can be said to it."""
    command = add(
        commands,
        "student",
        run,
        "write copies of the lessons without their solutions",
        "lstmlesson student for_my_class 3 stacks",
        "A cell tagged `solution` becomes a place for the student's answer. A cell whose\n"
        "folded output answers a prediction loses that output: the student predicts, then\n"
        "runs it. All else stays. A file that is there is never written over.\n"
        "Exit status: 0 all written, 1 a file that differs was kept, 2 nothing written.",
    )
    command.add_argument("folder", metavar="DIR", type=place, help="where to write; made where it is missing")
    lessons = "a number, a name or a notebook's path; without any, all lessons and what lies beside them"
    command.add_argument("lessons", metavar="LESSON", nargs="*", help=lessons)


def run(given: argparse.Namespace) -> int:
    """Write the copies and say which; returns the exit status."""
    try:
        chosen = [course.find(lesson).path for lesson in given.lessons]
        copied = course.write(given.folder, course.student_files(chosen).items())
    except (LookupError, OSError, ValueError) as error:
        return refused(error)
    print(*report(given.folder, copied), sep="\n")
    return NOT_ALL if copied.kept else WRITTEN
