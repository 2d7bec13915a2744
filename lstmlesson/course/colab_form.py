"""A lesson as Colab opens it: one notebook by itself, whose first cell installs the package.

Colab opens a single file of a repository. What lies beside it is out of reach, so a link to another lesson leads to
where that lesson lies for Colab, or, where this is not known, keeps its words alone. Outputs stay as they are.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lstmlesson.course.lesson_files import folder, notebook
from lstmlesson.course.student_copies import as_text
from lstmlesson.language import word

# A link to a file beside the lesson, with a place in it or without.
_BESIDE = re.compile(r"(?<!!)\[(?P<words>[^\]\n]+)\]\((?P<file>[\w-]+\.(?:ipynb|md|html))(?P<place>#[^)\s]*)?\)")


def colab_files(wheel: str, base: str = "", chosen: Sequence[Path] = ()) -> dict[str, bytes]:
    """The content of each notebook for Colab by its name: the chosen ones, or all that the course has.

    wheel: what pip installs, an address or a name. base: the address under which these files will be opened.
    Raises: OSError where a notebook cannot be read, ValueError for a file that is none, or a wheel that pip would not
    take for one thing.

    >>> b"%pip install --quiet lstmlesson" in colab_files("lstmlesson")["01_gates.ipynb"]
    True
    """
    if not re.fullmatch(r"[^\s;&|`$'\"]+", wheel):
        raise ValueError(f"wheel {wheel!r}: expected one address or name that pip installs, without blanks or quotes")
    paths = chosen or sorted(folder().glob("*.ipynb"))
    return {path.name: as_text(colab(notebook(path), wheel, base)) for path in paths}


def colab(lesson: dict[str, Any], wheel: str, base: str = "") -> dict[str, Any]:
    """The form of one notebook for Colab; the notebook given is left as it is.

    >>> lesson = {"cells": [{"cell_type": "markdown", "metadata": {}, "source": ["See [1](01_gates.ipynb#Step)."]}]}
    >>> colab(lesson, "lstmlesson")["cells"][1]["source"]
    ['See 1.']
    """
    return {**lesson, "cells": [_first(wheel), *(_cell(cell, base) for cell in lesson["cells"])]}


def _first(wheel: str) -> dict[str, Any]:
    lines = [f"# {word('colab first')}\n", f"%pip install --quiet {wheel}"]
    cell = {"cell_type": "code", "id": "install", "metadata": {"slideshow": {"slide_type": "skip"}}}
    return {**cell, "execution_count": None, "outputs": [], "source": lines}


def _cell(cell: dict[str, Any], base: str) -> dict[str, Any]:
    if cell["cell_type"] != "markdown":
        return cell
    source = cell["source"]
    lines = [source] if isinstance(source, str) else source
    changed = [_BESIDE.sub(lambda link: _link(link, base), line) for line in lines]
    return {**cell, "source": changed[0] if isinstance(source, str) else changed}


def _link(link: re.Match[str], base: str) -> str:
    """A link to another notebook under the address; of other files, and without an address, the words."""
    if not base or not link["file"].endswith(".ipynb"):
        return link["words"]
    return f"[{link['words']}]({base.rstrip('/')}/{link['file']}{link['place'] or ''})"
