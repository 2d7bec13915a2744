"""Write every link of the course from what it leads to: python .ci/write_links.py [--check]

A lesson's title, question and minutes are read off its notebook, the repository's address off pyproject.toml. From them
come the last line of each lesson, the map in lesson 0, and the README's lesson table. While nobody knows the address
its owner reads OWNER, and the README has no link to Binder, to Colab or to the site; this script writes them all once
it is known. With --check nothing is written, and files that would change are named.
"""

import re
import sys
import tomllib
from pathlib import Path

import nbformat

from lstmlesson import course

ROOT = Path(__file__).parent.parent
BESIDE = {
    "Glossary": "glossary.ipynb",
    "Count card": "count_card.html",
    "Which lesson answers which confusion": "CONFUSIONS.md",
    "Trouble with the set-up": "TROUBLE.md",
    "Accessibility": "ACCESSIBILITY.md",
}
NAMES = {"gru": "GRU", "lstm": "LSTM", "pytorch": "PyTorch"}
# Not in `notebooks`, which Binder shows to learners, since it holds the keys.
FOR_TEACHERS = "docs/teaching/TEACHING.md"


def address():
    """Where the repository is, as pyproject.toml has it: the one place."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]["Repository"]


def binder(name, repository):
    """Opens a notebook in JupyterLab on Binder."""
    place = repository.removeprefix("https://github.com/")
    return f"https://mybinder.org/v2/gh/{place}/HEAD?urlpath=lab/tree/notebooks/{name}"


def colab(name, repository):
    """Opens the form of a notebook for Colab, which .github/workflows/pages.yml puts on the branch `colab`."""
    place = repository.removeprefix("https://github.com/")
    return f"https://colab.research.google.com/github/{place}/blob/colab/{name}"


def site(repository):
    """Where .github/workflows/pages.yml publishes the course."""
    owner, name = repository.removeprefix("https://github.com/").split("/")
    return f"https://{owner.lower()}.github.io/{name}/"


def table(heads, rows):
    return "\n".join([f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows)])


def short(lesson):
    """The name that a table has for a lesson: 03 Input shapes."""
    number, *words = lesson.name.split("_")
    first, *others = [NAMES.get(word, word) for word in words]
    return " ".join([number, first[0].upper() + first[1:], *others])


def map_of_the_course(lessons):
    """The map in lesson 0."""
    rows = [(f"[{lesson.title}]({lesson.path.name})", f"{lesson.minutes} minutes") for lesson in lessons]
    beside = " · ".join(f"[{name}]({file})" for name, file in BESIDE.items())
    return f"{table(['lesson', 'time'], rows)}\n\nBeside the lessons: {beside}"


def last_line(lessons, at):
    """The way back and the way on."""
    ways = [("Back", at - 1), ("Next", at + 1)]
    links = [f"**{way}:** [{lessons[to].title}]({lessons[to].path.name})" for way, to in ways if 0 <= to < len(lessons)]
    return " · ".join([*links, "[the map](00_start_here.ipynb#The-map)"])


def readme(text, lessons, repository):
    """The README with its lesson table and, where the address is known, links that open a lesson on Binder."""
    is_known = "OWNER" not in repository
    badge = f"[![Open the course on Binder](https://mybinder.org/badge_logo.svg)]({binder(course.FIRST, repository)})"
    badge = f"[Open the course as a page]({site(repository)}), with nothing to install · {badge}"
    heads = ["Lesson", "Question", "Minutes", *["Open in"] * is_known]
    rows = [
        [
            f"[{short(lesson)}](notebooks/{lesson.path.name})",
            lesson.question,
            f"{lesson.minutes}",
            *[" · ".join(f"[{place}]({to})" for place, to in ways(lesson, repository).items())] * is_known,
        ]
        for lesson in lessons
    ]
    links = {name: f"notebooks/{file}" for name, file in BESIDE.items()} | {"For teachers": FOR_TEACHERS}
    beside = " · ".join(f"[{name}]({file})" for name, file in links.items())
    lesson_table = f"{table(heads, rows)}\n\nBeside the lessons: {beside}\n"
    return between(between(text, "badge", badge if is_known else ""), "lessons", f"\n{lesson_table}")


def ways(lesson, repository):
    """Where a lesson can be opened without an installation, by the place's name."""
    name, base = lesson.path.name, site(repository)
    page = f"{base}{lesson.path.stem}.html"
    return {"page": page, "Binder": binder(name, repository), "Colab": colab(name, repository)}


def between(text, name, new):
    """A text with what stands between two marks replaced."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    if text.count(begin) != 1 or text.count(end) != 1:
        raise ValueError(f"expected {begin} and {end} once each")
    return re.sub(f"(?<={re.escape(begin)}).*?(?={re.escape(end)})", lambda _: new, text, flags=re.DOTALL)


def linked(notebook, lessons, at):
    """A notebook with the links that the script keeps."""
    *rest, end = notebook.cells[-1].source.split("\n\n")
    if not re.match(r"\*\*(Back|Next):\*\* ", end):
        raise ValueError(f"{lessons[at].name} ends with {end!r}; expected a line of links that begins with **Back:**")
    notebook.cells[-1].source = "\n\n".join([*rest, last_line(lessons, at)])
    for cell in notebook.cells:
        if cell.source.startswith("## The map\n"):
            cell.source = f"## The map\n\n{map_of_the_course(lessons)}"
    return nbformat.writes(notebook) + "\n"


def written():
    """Each file that holds links, and its text as it should be."""
    lessons = course.lessons()
    files = {
        lesson.path: linked(nbformat.read(lesson.path, as_version=4), lessons, at) for at, lesson in enumerate(lessons)
    }
    return files | {ROOT / "README.md": readme((ROOT / "README.md").read_text("utf-8"), lessons, address())}


def main(arguments):
    wrong = {path: text for path, text in written().items() if path.read_text("utf-8") != text}
    for path, text in wrong.items():
        print(path.relative_to(ROOT))
        if arguments != ["--check"]:
            path.write_text(text, "utf-8")
    return bool(wrong) if arguments == ["--check"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
