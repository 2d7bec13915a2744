"""What a teacher gets: the lessons, copies for students, routes with their keys, and questions for other tools.

The pages for teachers lie in `docs/teaching`, and not beside the lessons, since they hold the keys: neither a learner's
folder nor Binder's shows them. They link to the lessons; in a teacher's folder the lessons lie beside them.
"""

from collections.abc import Sequence
from pathlib import Path

from lstmlesson.course.copies import original
from lstmlesson.course.lesson_files import lessons
from lstmlesson.course.student_copies import student_files
from lstmlesson.questions import asked_in, drawn, gift, jupyterquiz

TEACHING = "TEACHING.md"
_LESSONS_OF_A_CLONE = b"(../../notebooks/"
# How many questions of a lesson are written for another tool.
QUESTIONS = 10


def pages_folder() -> Path:
    """Where the pages for teachers lie: in the installed package, or in `docs/teaching` beside it in a clone.

    Raises: FileNotFoundError where neither is there.

    >>> (pages_folder() / "TEACHING.md").is_file()
    True
    """
    package = Path(__file__).parents[1]
    places = (package / "for_teachers", package.parent / "docs" / "teaching")
    for place in places:
        if (place / TEACHING).is_file():
            return place
    raise FileNotFoundError(f"the pages for teachers are missing; expected {TEACHING} in {places[0]} or {places[1]}")


def teacher_files(seed: int = 1) -> dict[str, bytes]:
    """The content of each file for a teacher by its path; the seed decides which questions are drawn.

    Among them are TEACHING.md, for_students/01_gates.ipynb and questions/01_gates.gift.txt. It takes seconds.
    """
    pages = {path.name: path.read_bytes() for path in sorted(pages_folder().glob("*.md"))}
    beside = {name: text.replace(_LESSONS_OF_A_CLONE, b"(") for name, text in pages.items()}
    copies = {f"for_students/{name}": text for name, text in student_files().items()}
    return {**original(), **beside, **copies, **question_files(seed)}


def question_files(seed: int) -> dict[str, bytes]:
    """The questions of each lesson that has some, for Moodle and for jupyterquiz, by path.

    Among them are questions/00_start_here.gift.txt and questions/00_start_here.jupyterquiz.json. It takes seconds.
    """
    files = {}
    for lesson in lessons():
        if lesson.number is not None and asked_in(lesson.number):
            questions = drawn(lesson.number, seed, QUESTIONS)
            files[f"questions/{lesson.name}.gift.txt"] = gift(questions).encode()
            files[f"questions/{lesson.name}.jupyterquiz.json"] = jupyterquiz(questions).encode()
    return files


def class_list(text: str) -> Sequence[str]:
    """The students of a class list, one a line; blank lines are passed over.

    Raises: ValueError for an empty list, and for a name that stands there twice: two sheets would be the same.

    >>> class_list("Ada Lovelace\\n\\n  Emmy Noether\\n")
    ['Ada Lovelace', 'Emmy Noether']
    """
    names = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    twice = sorted({name for name in names if names.count(name) > 1})
    if not names:
        raise ValueError("the class list is empty; expected one name a line")
    if twice:
        raise ValueError(f"{', '.join(twice)}: more than once in the class list; expected names that differ")
    return names
