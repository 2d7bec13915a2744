"""`lstmlesson student DIR`, `colab DIR`, `teach DIR` and `worksheets LIST DIR`: what a class and its teacher need."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from lstmlesson import course
from lstmlesson.command.streams import place, read_text
from lstmlesson.command.telling import Commands, add, refused, report
from lstmlesson.questions import asked_in, sheet
from lstmlesson.views.worksheets.worksheet_pages import key, worksheets

WRITTEN, NOT_ALL = 0, 1
STATUS = "Exit status: 0 all written, 1 a file that differs was kept, 2 nothing written."
LESSONS_OF_A_SHEET = ["0", "1", "2", "3", "4", "5"]


def declare(commands: Commands) -> None:
    """The commands and what can be said to them."""
    _declare_student(commands)
    _declare_colab(commands)
    _declare_teach(commands)
    _declare_worksheets(commands)


def _declare_student(commands: Commands) -> None:
    command = add(
        commands,
        "student",
        _student,
        "write copies of the lessons without their solutions",
        "lstmlesson student for_my_class 3 stacks",
        "A cell tagged `solution` becomes a place for the student's answer. A cell whose\n"
        "folded output answers a prediction loses that output: the student predicts, then\n"
        f"runs it. All else stays. A file that is there is never written over.\n{STATUS}",
    )
    command.add_argument("folder", metavar="DIR", type=place, help="where to write; made where it is missing")
    lessons = "a number, a name or a notebook's path; without any, all lessons and what lies beside them"
    command.add_argument("lessons", metavar="LESSON", nargs="*", help=lessons)
    nbgrader = "with nbgrader's marks: its places for answers are collected and graded by hand"
    command.add_argument("--nbgrader", action="store_true", help=nbgrader)


def _declare_colab(commands: Commands) -> None:
    command = add(
        commands,
        "colab",
        _colab,
        "write the lessons as Colab opens them, each by itself",
        "lstmlesson colab for_colab --wheel https://example.org/lstmlesson.whl",
        "The first cell of each installs the package. Links to other lessons lead to --base,\n"
        f"or are left out. A file that is there is never written over.\n{STATUS}",
    )
    command.add_argument("folder", metavar="DIR", type=place, help="where to write; made where it is missing")
    lessons = "a number, a name or a notebook's path; without any, all notebooks of the course"
    command.add_argument("lessons", metavar="LESSON", nargs="*", help=lessons)
    command.add_argument("--wheel", required=True, help="what the first cell installs: an address, or a name for pip")
    command.add_argument("--base", default="", metavar="ADDRESS", help="where these files will be opened from")


def _declare_teach(commands: Commands) -> None:
    command = add(
        commands,
        "teach",
        _teach,
        "write what a teacher needs: routes, keys, copies for students, questions",
        "lstmlesson teach my_course",
        "Open TEACHING.md first. The keys are in this folder: give students for_students alone.\n"
        "questions holds each lesson's questions for Moodle (GIFT) and for jupyterquiz (JSON).\n"
        f"A file that is there is never written over.\n{STATUS}",
    )
    command.add_argument("folder", metavar="DIR", type=place, help="where to write; made where it is missing")
    command.add_argument("--seed", type=int, default=1, help="another number draws other questions; 1 unless given")


def _declare_worksheets(commands: Commands) -> None:
    command = add(
        commands,
        "worksheets",
        _worksheets,
        "write a printable page of questions for each student of a list, and one key",
        "lstmlesson worksheets class.txt sheets --seed 7",
        "The list has one name a line. worksheets.html has one page a student, key.html is\n"
        "yours. The same names, seed and lessons give the same sheets.\n"
        f"A file that is there is never written over.\n{STATUS}",
    )
    command.add_argument("list", metavar="LIST", help="a text file with one name a line; - for standard input")
    command.add_argument("folder", metavar="DIR", type=place, help="where to write; made where it is missing")
    command.add_argument("--seed", type=int, default=1, help="another number gives other sizes; 1 unless given")
    lessons = f"a question from each of these lessons; {' '.join(LESSONS_OF_A_SHEET)} unless given"
    command.add_argument("--lessons", metavar="LESSON", nargs="+", default=LESSONS_OF_A_SHEET, help=lessons)
    difficulty = "1 countable on paper, 2 larger, 3 as published; 1 unless given"
    command.add_argument("--difficulty", type=int, choices=(1, 2, 3), default=1, help=difficulty)


def _student(given: argparse.Namespace) -> int:
    try:
        chosen = [course.find(lesson).path for lesson in given.lessons]
        return _written(given.folder, course.student_files(chosen, nbgrader=given.nbgrader).items())
    except (LookupError, OSError, ValueError) as error:
        return refused(error)


def _colab(given: argparse.Namespace) -> int:
    try:
        chosen = [course.find(lesson).path for lesson in given.lessons]
        return _written(given.folder, course.colab_files(given.wheel, given.base, chosen).items())
    except (LookupError, OSError, ValueError) as error:
        return refused(error)


def _teach(given: argparse.Namespace) -> int:
    try:
        return _written(given.folder, course.teacher_files(given.seed).items())
    except (OSError, ValueError) as error:
        return refused(error)


def _worksheets(given: argparse.Namespace) -> int:
    try:
        students = course.class_list(read_text(given.list))
        lessons = [_with_questions(lesson) for lesson in given.lessons]
        sheets = [sheet(student, given.seed, lessons, given.difficulty) for student in students]
        return _written(given.folder, {"worksheets.html": worksheets(sheets), "key.html": key(sheets)}.items())
    except (LookupError, OSError, ValueError) as error:
        return refused(error)


def _with_questions(meant: str) -> int:
    """The number of a lesson that has questions.

    Raises: LookupError where no lesson fits, ValueError where the lesson has none.
    """
    lesson = course.find(meant)
    if lesson.number is None or not asked_in(lesson.number):
        raise ValueError(f"{lesson.name} has no questions to draw; expected a lesson that ends with a quiz")
    return lesson.number


def _written(folder: Path, files: Iterable[tuple[str, str | bytes]]) -> int:
    """Write the files and say which; returns the exit status."""
    copied = course.write(folder, ((name, text if isinstance(text, bytes) else text.encode()) for name, text in files))
    print(*report(folder, copied), sep="\n")
    return NOT_ALL if copied.kept else WRITTEN
