"""Python's modules packed for a page: compiled, in two archives, byte for byte the same each time.

An archive is stored and then packed as a whole, since the same words stand in many of its files: a fifth less is sent.

`pack` runs in the Python that the page will run, since only that one can compile for itself; `build.mjs` starts it.
"""

import gzip
import sys
import zipfile
from collections.abc import Iterable
from functools import cache
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined,import-not-found]
from importlib.util import source_hash
from io import BytesIO
from pathlib import Path

from lstmlesson.site.shipped import PACKAGE, Module, needed

# What the page asks for, and what programs import besides: what a learner's script may name without a second thought.
TOOLS = f"{PACKAGE}.tools"
OF_PROGRAMS = """
    abc argparse bisect collections contextlib copy csv dataclasses datetime enum functools glob hashlib heapq io
    itertools json logging math operator os pathlib pickle random re statistics string struct sys tempfile textwrap time
    timeit types typing unicodedata warnings
""".split()
# What ours imports and Python does not have: of this package one file, and not all that its own __init__ brings.
BESIDE = ("wcwidth",)
# Pictures of a training: rooms that a table of names leads to, and only a kernel draws.
WITH_A_KERNEL = (f"{PACKAGE}.views.charts",)
THE_SAME_DAY = (1980, 1, 1, 0, 0, 0)


def pack(target: Path, ours: Path, beside: Path, loaded: Iterable[str]) -> None:
    """Write python.zip.gz and lstmlesson.zip.gz.

    ours, beside: the folders in which `lstmlesson`, and what it imports besides, stand. loaded: the modules that were
    there before anything was asked.
    """
    library = zipfile.ZipFile(next(path for path in sys.path if path.endswith(".zip")))
    there = set(library.namelist())

    @cache
    def find(name: str) -> Module | None:
        top, file = name.split(".")[0], name.replace(".", "/")
        if name.startswith(WITH_A_KERNEL):
            return None
        if name in BESIDE:
            return Module(name, True, "")
        folder = ours if top == PACKAGE else beside if top in BESIDE else None
        for path, is_folder in ((f"{file}/__init__.py", True), (f"{file}.py", False)):
            if folder is None and path in there:
                return Module(name, is_folder, library.read(path).decode())
            if folder is not None and (folder / path).is_file():
                return Module(name, is_folder, (folder / path).read_text("utf-8"))
        return None

    at_start = filter(None, map(find, loaded))
    modules = sorted({*at_start, *needed([TOOLS], find, OF_PROGRAMS)})
    mine = [module for module in modules if module.name.split(".")[0] in (PACKAGE, *BESIDE)]
    _write(target / "python.zip.gz", [_compiled(module) for module in modules if module not in mine])
    data = [(str(path.relative_to(ours)), path.read_bytes()) for path in sorted((ours / PACKAGE).rglob("*.txt"))]
    _write(target / "lstmlesson.zip.gz", [*map(_compiled, mine), *data])


def _compiled(module: Module) -> tuple[str, bytes]:
    """The file of a module: no time in it, only a sum of its source, which nobody asks for."""
    path = module.name.replace(".", "/") + ("/__init__.py" if module.is_folder else ".py")
    code = compile(module.source or "", path, "exec", optimize=2, dont_inherit=True)
    return f"{path}c", bytes(_code_to_hash_pyc(code, source_hash((module.source or "").encode()), False))


def _write(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name, THE_SAME_DAY), content, zipfile.ZIP_STORED)
    path.write_bytes(gzip.compress(whole.getvalue(), 9, mtime=0))
