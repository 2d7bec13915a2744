"""Files for a learner: written where nothing is, and kept where something is."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lstmlesson.course.lesson_files import folder


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
    return write(target, original().items())


def write(target: Path, files: Iterable[tuple[str, bytes]]) -> Copied:
    """Put files into a folder in the same way, each as its path there and its content."""
    written, kept = [], []
    for name, content in files:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if put(target / name, content):
            written.append(name)
        elif not _equal(target / name, content):
            kept.append(name)
    return Copied(tuple(written), tuple(kept))


def put(path: Path, content: bytes) -> bool:
    """Write a file unless something has its name, be it a link that leads nowhere; whether it was written.

    Raises: OSError where it cannot be written; no half of it is left then, since it would be kept the next time.
    """
    try:
        file = path.open("xb")
    except FileExistsError:
        return False
    try:
        with file:
            file.write(content)
    except OSError:
        path.unlink()
        raise
    return True


def _equal(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content
