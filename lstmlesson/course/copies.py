"""Files for a learner: written where nothing is, and kept where something is."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lstmlesson.course.lesson_files import folder
from lstmlesson.course.newer_version import note
from lstmlesson.course.whole_files import write_new


class Copied(NamedTuple):
    """What happened to files by name: written, or kept because something else is there. Equal files are in neither."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


def original() -> dict[str, bytes]:
    """The content of each file of the course by its path in the folder: the notebooks, and what lies beside them.

    Hidden files and folders are left out; JupyterLab makes them.

    >>> sorted(original())[0]
    '00_start_here.ipynb'
    """
    paths = {path.relative_to(folder()): path for path in sorted(folder().rglob("*")) if path.is_file()}
    seen = {name: path for name, path in paths.items() if not any(part.startswith(".") for part in name.parts)}
    return {name.as_posix(): path.read_bytes() for name, path in seen.items()}


def copy(target: Path) -> Copied:
    """Put the course into a folder, which is made where it is missing, and never over a file that is there.

    Raises: OSError where the folder cannot be made or a file cannot be written.
    """
    files = original()
    copied = write(target, files.items())
    if not target.samefile(folder()):  # a clone is nobody's copy
        note(target, {name: content for name, content in files.items() if name not in copied.kept})
    return copied


def write(target: Path, files: Iterable[tuple[str, bytes]]) -> Copied:
    """Put files into a folder in the same way, each as its path there and its content.

    Raises: OSError as `copy`, also where a link inside the folder would lead a file out of it.
    """
    written, kept = [], []
    for name, content in files:
        place = _inside(target, name)
        if write_new(place, content):
            written.append(name)
        elif not _equal(place, content):
            kept.append(name)
    return Copied(tuple(written), tuple(kept))


def _inside(target: Path, name: str) -> Path:
    """The place of a file in a folder, whose own folder is made where it is missing."""
    place = target / name
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.parent.resolve().is_relative_to(target.resolve()):
        raise OSError(f"{place.parent} is a link that leads out of {target}; expected a folder in it")
    return place


def _equal(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content
