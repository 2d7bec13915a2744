"""Files that are written whole or not at all: beside their place first, and moved there when every byte is on the disk.

An interruption, a kill or a full disk leaves what was there before. What a kill leaves beside it is hidden, belongs to
nobody, and is swept away when somebody writes into the same folder an hour later.
"""

import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

PART, SECONDS_UNTIL_SWEPT = ".part", 3600


def write_new(path: Path, content: bytes) -> bool:
    """Write a file unless something has its name, be it a link that leads nowhere; whether it was written.

    Raises: OSError where it cannot be written.
    """
    if os.path.lexists(path):
        return False
    with _part(path) as part:
        _fill(part, content)
        return _moved_where_nothing_is(part, path)


def write_over(path: Path, content: bytes) -> None:
    """Write a file, also over one that is there, which stays until the new one is whole.

    Raises: OSError where it cannot be written.
    """
    with _part(path) as part:
        _fill(part, content)
        os.replace(part, path)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, each by its path there: all at once where the folder is new or empty, else one by one.

    Raises: OSError where one of them cannot be written.
    """
    if folder.exists() and any(folder.iterdir()):
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write_over(folder / name, content)
        return
    folder.absolute().parent.mkdir(parents=True, exist_ok=True)
    with _part(folder) as part:
        for name, content in files.items():
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            _fill(part / name, content)
        if folder.exists():
            folder.rmdir()  # it is empty; Windows moves nothing onto a folder
        os.replace(part, folder)


@contextmanager
def _part(path: Path) -> Iterator[Path]:
    """A name beside a path for what is not whole yet; whatever happens, nothing of that name stays."""
    _sweep(path.absolute().parent)
    part = path.absolute().parent / f".{path.absolute().name}.{os.getpid()}{PART}"
    try:
        yield part
    finally:
        _remove(part)


def _fill(part: Path, content: bytes) -> None:
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _moved_where_nothing_is(part: Path, path: Path) -> bool:
    """Give a file its name, if nobody else has taken it meanwhile."""
    try:
        os.link(part, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if os.path.lexists(path):
            return False
        os.replace(part, path)
    return True


def _sweep(folder: Path) -> None:
    """Take away what a kill has left here, unless it is so new that somebody may be at work on it."""
    for left in folder.glob(f".*{PART}") if folder.is_dir() else ():
        with suppress(OSError):
            if time.time() - left.lstat().st_mtime > SECONDS_UNTIL_SWEPT:
                _remove(left)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
