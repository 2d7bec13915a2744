"""The lessons, read off the notebooks: their folder, a record of each, and the one that a learner means."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

FIRST = "00_start_here.ipynb"
OPENING = 6  # as many cells tell what a lesson is about, how long it takes, and what it begins with


class Lesson(NamedTuple):
    """One notebook of the course. `number` and `minutes` are None where it has none, as a glossary."""

    number: int | None
    name: str  # 03_input_shapes
    title: str  # 3 · Why 48 here and 32 there?
    question: str  # Why 48 here and 32 there?
    minutes: int | None
    path: Path


def folder() -> Path:
    """Where the lessons lie: in the installed package, or in `notebooks` beside the package in a clone.

    Raises: FileNotFoundError where neither is there.

    >>> (folder() / "00_start_here.ipynb").is_file()
    True
    """
    package = Path(__file__).parents[1]
    places = (package / "lessons", package.parent / "notebooks")
    for place in places:
        if (place / FIRST).is_file():
            return place
    raise FileNotFoundError(f"the lessons are missing; expected {FIRST} in {places[0]} or in {places[1]}")


def lessons() -> tuple[Lesson, ...]:
    """The numbered lessons, in their order.

    >>> lessons()[0].title, lessons()[0].minutes
    ('0 · Can you say where 18,176 comes from?', 15)
    """
    return tuple(read(path) for path in sorted(folder().glob("[0-9][0-9]_*.ipynb")))


def find(meant: str) -> Lesson:
    """The lesson that a learner means by a number, a name or a part of one, or the path of a notebook.

    Raises: LookupError that lists the lessons, where none or more than one fits; ValueError for a file that is no
    notebook.

    >>> find("3").name == find("03").name == find("input shapes").name == find("Shapes").name
    True
    >>> find("3").question
    'Why 48 here and 32 there?'
    """
    if meant.endswith(".ipynb") and Path(meant).is_file():
        return read(Path(meant))
    wanted = _plain(meant)
    names = {_plain(path.stem): path for path in sorted(folder().glob("*.ipynb"))}
    exact = [path for name, path in names.items() if wanted in _called(name)]
    parts = [path for name, path in names.items() if re.search(rf"\b{re.escape(wanted)}", name)] if wanted else []
    if len(found := exact or parts) == 1:
        return read(found[0])
    names_of_all = ", ".join(path.stem for path in names.values())
    raise LookupError(f"{'more than one' if found else 'no'} lesson fits {meant!r}; expected one of: {names_of_all}")


def read(path: Path) -> Lesson:
    """The record of one notebook, read off its first cells: a picture may stand between the title and the time.

    Raises: ValueError for a file that is no notebook.
    """
    text = "\n\n".join("".join(cell["source"]) for cell in notebook(path)["cells"][:OPENING])
    heading = re.search(r"^# ((?:(\d+) · )?(.+))$", text, re.MULTILINE)
    time = re.search(r"^\*\*Time:\*\* (\d+) minutes", text, re.MULTILINE)
    title, number, question = heading.groups() if heading else (path.stem, None, path.stem)
    minutes = int(time[1]) if time else None
    return Lesson(None if number is None else int(number), path.stem, title, question, minutes, path)


def notebook(path: Path) -> dict[str, Any]:
    """The cells and the rest of a notebook, as its file has them.

    Raises: ValueError for a file that is no notebook.
    """
    try:
        content: dict[str, Any] = json.loads(path.read_bytes())
        for cell in content["cells"]:
            _check(cell)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"{path} is no notebook; expected JSON with cells of format 4") from error
    return content


def _check(cell: dict[str, Any]) -> None:
    """Stumble over a cell that has not what every cell has, or has it in another form."""
    cell["cell_type"], "".join(cell["source"])
    metadata = cell["metadata"]
    if not isinstance(metadata.get("tags", []), list) or not isinstance(metadata.get("jupyter", {}), dict):
        raise TypeError(f"metadata {metadata!r}")


def _plain(name: str) -> str:
    """A name as it is compared: Lesson 03_input-shapes.ipynb becomes 03 input shapes."""
    words = re.sub(r"[\W_]+", " ", name.lower().removesuffix(".ipynb")).strip()
    return words.removeprefix("lesson ")


def _called(name: str) -> set[str]:
    """The whole names of a lesson: 03 input shapes, input shapes, 03 and 3."""
    numbered = re.fullmatch(r"(\d+) (.+)", name)
    return {name, numbered[1], str(int(numbered[1])), numbered[2]} if numbered else {name}
