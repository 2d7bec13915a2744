"""The Python that a page asks: Pyodide as npm has it, and the modules that are needed, compiled by itself.

Source of the numbers: Pyodide 314.0.6 on npm, which JupyterLite's kernel 0.8.6 names, too.
"""

import base64
import hashlib
import importlib.util
import json
import shutil
import subprocess
import tarfile
import tempfile
from functools import cache
from pathlib import Path

from lstmlesson.site.files_of_python import PACKAGES, WASM

PYODIDE = "pyodide@314.0.6"
INTEGRITY = "sha512-BKDTJyIqFxC4BExLqeRS3f5xvXZIjOt8C3zGLN/Cc7tFxSwvKVhVkchQQ2AGLOtR4YrVOIFxbV8poyDOOmWwxQ=="
# What of Pyodide a page fetches; its list of packages is left empty, since none is ever loaded.
TAKEN = ("pyodide.mjs", "pyodide.asm.mjs", WASM)
HERE = Path(__file__).parent
NEEDED = (
    "The page that explains a pasted text needs Python for the browser: node and npm must be installed, and npm must "
)
NEEDED += f"reach its registry for {PYODIDE}. Without it: --without-python."


@cache
def python_files() -> dict[str, bytes]:
    """The files of the folder py/ by their names.

    Raises: RuntimeError, which says what is needed, where npm or node is missing or Pyodide cannot be fetched.
    """
    with tempfile.TemporaryDirectory() as place:
        pyodide = fetched(Path(place))
        made = Path(place) / "made"
        made.mkdir()
        _run("node", HERE / "build.mjs", pyodide, HERE.parents[1], _beside(), made)
        files = {name: (pyodide / name).read_bytes() for name in TAKEN}
        files |= {path.name: path.read_bytes() for path in sorted(made.iterdir())}
        lock = json.loads((pyodide / PACKAGES).read_bytes())
        files[PACKAGES] = json.dumps({"info": lock["info"], "packages": {}}).encode()
    return files | {"worker.js": (HERE / "worker.js").read_bytes()}


def fetched(place: Path) -> Path:
    """Pyodide unpacked, after its sum was compared."""
    told = _run("npm", "pack", PYODIDE, "--silent", "--ignore-scripts", "--pack-destination", place)
    packed = place / told.split()[-1]
    found = "sha512-" + base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode()
    if found != INTEGRITY:
        raise RuntimeError(f"npm gave another {PYODIDE} than was expected: {found}; expected {INTEGRITY}")
    with tarfile.open(packed) as archive:
        archive.extractall(place, filter="data")
    return place / "package"


def _run(program: str, *arguments: object) -> str:
    path = shutil.which(program)
    if path is None:
        raise RuntimeError(f"{program} is not installed. {NEEDED}")
    done = subprocess.run([path, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise RuntimeError(f"{program} failed ({last}). {NEEDED}")
    return done.stdout


def _beside() -> Path:
    """The folder in which the packages stand that ours imports."""
    found = importlib.util.find_spec("wcwidth")
    if found is None or found.origin is None:
        raise RuntimeError("wcwidth is not installed; type: python -m pip install wcwidth")
    return Path(found.origin).parents[1]
