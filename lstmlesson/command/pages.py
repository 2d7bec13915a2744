"""`lstmlesson page` and `lstmlesson slides`: a lesson as one HTML file, the whole course so, or a lesson as a deck.

The room `page` makes them. It is opened here when it is asked for, since it needs what the other commands do not.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from lstmlesson import course
from lstmlesson.command.streams import place, write_bytes
from lstmlesson.command.telling import Commands, add, refused

KEPT = "What is there is not written over without --force."


def declare(commands: Commands) -> None:
    """Both commands and what can be said to them."""
    page = add(
        commands,
        "page",
        lambda given: _page(given, page),
        "write a lesson as one HTML file that needs nothing else",
        "lstmlesson page 3 input_shapes.html",
        f"The notebook is run for it.\n{KEPT}",
        usage="lstmlesson page [-h] [--force] [--student] LESSON [FILE]\n"
        "       lstmlesson page [-h] [--force] [--student] --all DIR",
    )
    page.add_argument("lesson", metavar="LESSON", nargs="?", help="a number, a name or a notebook's path")
    file = "where to write; a folder, or - for standard output; without it the lesson's name here"
    page.add_argument("file", metavar="FILE", nargs="?", help=file)
    page.add_argument("--all", metavar="DIR", type=place, help="write every lesson into a folder, with a contents page")
    slides = add(
        commands,
        "slides",
        _slides,
        "write a lesson as slides that need no network",
        "lstmlesson slides 3 for_my_talk",
        f"The notebook is run for it; open the index.html in the folder.\n{KEPT}",
    )
    slides.add_argument("lesson", metavar="LESSON", help="a number, a name or a notebook's path")
    slides.add_argument(
        "folder", metavar="DIR", type=place, nargs="?", help="a folder; without it the lesson's name here"
    )
    page.set_defaults(extra="pages")
    slides.set_defaults(extra="slides")
    for command in (page, slides):
        command.add_argument("--force", action="store_true", help="write over what is there")
        command.add_argument("--student", action="store_true", help="without solutions and answers, for a class")


def _page(given: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    if (given.lesson is None) == (given.all is None):
        parser.error("expected either a LESSON or --all DIR")
    return make_and_say(_whole_course if given.all else _one_page, given)


def _slides(given: argparse.Namespace) -> int:
    return make_and_say(_deck, given)


def make_and_say(make: Callable[[argparse.Namespace], Path | None], given: argparse.Namespace) -> int:
    """Make it and say where it is; returns the exit status."""
    try:
        from nbclient.exceptions import CellExecutionError

        import lstmlesson.page  # noqa: F401  and with it all that pages are made with
    except ImportError as error:
        needed = f'python -m pip install "lstmlesson[{given.extra}]"'
        return refused(f"what pages are made with is not installed here ({error}); type: {needed}")
    if sys.stderr.isatty():
        print("this takes some seconds …", file=sys.stderr)
    try:
        made = make(given)
    except CellExecutionError as error:
        return refused(f"the notebook stops at an error when it is run, {error.ename}: {error.evalue}")
    except BrokenPipeError:
        raise  # nobody reads on, which is no refusal
    except (ImportError, LookupError, OSError, RuntimeError, ValueError) as error:
        return refused(error)
    if made:
        print(made)
    return 0


def _one_page(given: argparse.Namespace) -> Path | None:
    from lstmlesson.page import lesson_page

    lesson = course.find(given.lesson)
    if given.file == "-":
        write_bytes(lesson_page(lesson.path, given.student).encode())
        return None
    file = place(given.file or ".")
    file = file / f"{lesson.name}.html" if file.is_dir() else file
    free(file, given.force)
    if not file.parent.is_dir():  # said before the notebook is run for nothing
        raise NotADirectoryError(f"{file.parent} is no folder that is there; make it first, or name another")
    course.write_over(file, lesson_page(lesson.path, given.student).encode())
    return file


def _whole_course(given: argparse.Namespace) -> Path:
    from lstmlesson.page import write_course

    free(given.all, given.force)
    write_course(given.all, given.student)
    return given.all


def _deck(given: argparse.Namespace) -> Path:
    from lstmlesson.page import slides

    lesson = course.find(given.lesson)
    folder = given.folder or Path(f"{lesson.name}_slides")
    free(folder, given.force)
    slides(lesson.path, folder, given.student)
    return folder


def free(place: Path, force: bool) -> None:
    """Refuse a file that is there and a folder that is not empty, unless they may be written over."""
    if not force and place.exists() and not (place.is_dir() and not any(place.iterdir())):
        raise FileExistsError(f"{place} is there already; name another place, or write over it with --force")
