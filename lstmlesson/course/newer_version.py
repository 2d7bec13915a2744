"""A newer version of the course reaches a learner who has an older one, and nothing that the learner did is lost.

Beside the lessons lies a hidden list of what was put there: for each file a fingerprint of its text, outputs and run
counts aside. A lesson that still has the fingerprint is untouched, however often it was run, and is replaced; one that
was changed is kept, and the newer text is put beside it under a name of its own.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from lstmlesson.course.whole_files import write_new, write_over

LIST = ".lstmlesson.json"
BESIDE = ".newer"


class Updated(NamedTuple):
    """What happened to files by name: put where none was, replaced as untouched, or kept with the newer one beside."""

    new: tuple[str, ...]
    replaced: tuple[str, ...]
    beside: tuple[str, ...]


def fingerprint(content: bytes) -> str:
    """What is the same for two files whose text is: of a notebook the cells, without outputs and run counts.

    >>> cell = {"cell_type": "code", "source": "1 + 1", "outputs": [], "execution_count": None, "metadata": {}}
    >>> ran = {**cell, "source": ["1 + 1"], "outputs": [{"output_type": "execute_result"}], "execution_count": 1}
    >>> fingerprint(json.dumps({"cells": [cell]}).encode()) == fingerprint(json.dumps({"cells": [ran]}).encode())
    True
    """
    try:
        cells = json.loads(content)["cells"]
        text = json.dumps([[cell["cell_type"], "".join(cell["source"])] for cell in cells]).encode()
    except (ValueError, TypeError, KeyError, RecursionError):
        text = content
    return hashlib.sha256(text).hexdigest()


def note(target: Path, files: Mapping[str, bytes]) -> None:
    """Remember what files were put into a folder, besides those that are remembered already."""
    prints = {name: fingerprint(content) for name, content in files.items()}
    if prints:
        write_over(target / LIST, json.dumps({**noted(target), **prints}, indent=1).encode())


def noted(target: Path) -> dict[str, str]:
    """The fingerprints of what was put into a folder; empty where nobody knows."""
    try:
        prints = json.loads((target / LIST).read_bytes())
    except (OSError, ValueError):
        return {}
    return prints if isinstance(prints, dict) else {}


def outdated(target: Path, files: Mapping[str, bytes]) -> list[str]:
    """The files of a folder whose text the course has in a newer version."""
    prints = noted(target)
    return [name for name, content in files.items() if prints.get(name, "") not in ("", fingerprint(content))]


def update(target: Path, files: Mapping[str, bytes]) -> Updated:
    """Bring files into a folder that may have older ones of the same names.

    Raises: OSError where one cannot be read or written.
    """
    prints, updated = noted(target), Updated((), (), ())
    for name, content in files.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        updated = _added(updated, _brought(target, name, content, prints.get(name)), name)
        note(target, {name: content})
    return updated


def _brought(target: Path, name: str, content: bytes, before: str | None) -> str:
    """Bring one file; the field of the result that it belongs to, or nothing where its text is there already."""
    place = target / name
    if write_new(place, content):
        return "new"
    if not place.is_file():  # a folder of that name, or a link that leads nowhere
        return _put_beside(place, content)
    mine = fingerprint(place.read_bytes())
    if mine == fingerprint(content):
        return ""
    if mine != before:
        return _put_beside(place, content)
    write_over(place, content)
    return "replaced"


def _put_beside(place: Path, content: bytes) -> str:
    """Put the newer text beside what the learner changed, under the first name that is free or has it already."""
    number = 1
    while True:
        more = BESIDE if number == 1 else f"{BESIDE}{number}"
        other = place.with_name(f"{place.stem}{more}{place.suffix}")
        if write_new(other, content):
            return "beside"
        if other.is_file() and fingerprint(other.read_bytes()) == fingerprint(content):
            return ""
        number += 1


def _added(updated: Updated, field: str, name: str) -> Updated:
    return updated._replace(**{field: (*getattr(updated, field), name)}) if field else updated
