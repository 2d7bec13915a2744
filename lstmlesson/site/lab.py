"""JupyterLab without a server, for the folder lab/: the lessons to run and change, and every package that they import.

JupyterLite builds it in folders that are empty (over an older build it loses where Pyodide lies). Pyodide and its
packages lie in the same folder, so nothing is asked elsewhere; only numpy, which is large, comes from where Pyodide
keeps its packages, and only when a cell imports it.
"""

import hashlib
import importlib.metadata
import json
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lstmlesson.site.python import PYODIDE, fetched
from lstmlesson.site.wheel import our_wheel

# What Pyodide names in its own list, with what they need; what it does not know, in the version that is installed here.
KNOWN = "ipython jedi micropip packaging sympy tqdm wcwidth traitlets typing-extensions".split()
UNKNOWN = "anywidget comm ipywidgets psygnal".split()
OF_THE_KERNEL = "ipykernel piplite pyodide_kernel widgetsnbextension-4".split()
ONLINE = "numpy"
ANYWHERE = "--only-binary :all: --platform any --implementation py --abi none --no-deps --quiet".split()
NEEDED = 'JupyterLite is made by packages that are not installed; type: python -m pip install "lstmlesson[site]"'


def lab_files() -> dict[str, bytes]:
    """The files of the folder lab/ by their paths.

    Raises: RuntimeError, which says what is needed, where JupyterLite is not installed or a package cannot be fetched.
    """
    if not find_spec("jupyterlite_core") or not find_spec("jupyterlite_pyodide_kernel"):
        raise RuntimeError(NEEDED)
    with tempfile.TemporaryDirectory() as empty:
        place = Path(empty)
        _contents(place / "contents")
        _pyodide(place / "static" / "pyodide", fetched(place))
        (place / "jupyter-lite.json").write_text(json.dumps({"jupyter-config-data": _settings()}))
        build = "build --apps lab --no-unused-shared-packages --no-sourcemaps --contents contents --output-dir made"
        _python(place, "jupyterlite_core", *build.split())
        made = place / "made"
        return {str(path.relative_to(made)): path.read_bytes() for path in sorted(made.rglob("*")) if path.is_file()}


def _contents(target: Path) -> None:
    """The lessons, as a learner has them."""
    from lstmlesson.course import folder

    target.mkdir()
    for path in folder().glob("*.ipynb"):
        (target / path.name).write_bytes(path.read_bytes())


def _settings() -> dict[str, Any]:
    """What JupyterLite is told: which packages Python begins with, and that it asks no registry for others."""
    begins = ["ipykernel", "comm", "pyodide-kernel", "ipython", "lstmlesson"]
    kernel = {"disablePyPIFallback": True, "loadPyodideOptions": {"packages": begins}}
    return {
        "appName": "lstmlesson",
        "exposeAppInBrowser": True,
        "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": kernel},
    }


def _pyodide(target: Path, pyodide: Path) -> None:
    """Pyodide with the wheels beside it, and its list of packages, which names these and no others."""
    target.mkdir(parents=True)
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"):
        (target / name).write_bytes((pyodide / name).read_bytes())
    lock = json.loads((pyodide / "pyodide-lock.json").read_bytes())
    known = _closure(lock["packages"])
    wanted = [f"{entry['name']}=={entry['version']}" for entry in known.values()]
    wanted += [f"{name}=={importlib.metadata.version(name)}" for name in UNKNOWN]
    version = ".".join(lock["info"]["python"].split(".")[:2])
    _python(target, "pip", "download", *ANYWHERE, "--python-version", version, "--dest", ".", *wanted)
    for name in OF_THE_KERNEL:
        (found,) = _of_the_kernel().glob(f"{name}*.whl")
        (target / found.name).write_bytes(found.read_bytes())
    name, content = our_wheel()
    (target / name).write_bytes(content)
    packages = {entry["name"]: entry for entry in map(_entry, sorted(target.glob("*.whl")))}
    for key, entry in known.items():
        packages[_plain(key)]["depends"] = [_plain(other) for other in entry["depends"]]
        packages[_plain(key)]["imports"] = entry["imports"]
    packages["lstmlesson"]["depends"] = sorted({*map(_plain, (*KNOWN, *UNKNOWN)), "widgetsnbextension"})
    packages[ONLINE] = lock["packages"][ONLINE] | {"file_name": _usual_place(lock["packages"][ONLINE]["file_name"])}
    (target / "pyodide-lock.json").write_text(json.dumps({"info": lock["info"], "packages": packages}))


def _closure(packages: dict[str, Any]) -> dict[str, Any]:
    """The entries of what is needed, and of what that needs."""
    named = {_plain(name): entry for name, entry in packages.items()}
    found: dict[str, Any] = {}
    waiting = [*KNOWN]
    while waiting:
        name = _plain(waiting.pop())
        if name not in found:
            found[name] = named[name]
            waiting += named[name]["depends"]
    return found


def _entry(path: Path) -> dict[str, Any]:
    """What the list of packages says of a wheel that lies beside it."""
    name, version = path.name.split("-")[:2]
    return {
        "name": _plain(name),
        "version": version,
        "file_name": path.name,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "install_dir": "site",
        "package_type": "package",
        "unvendored_tests": False,
        "depends": [],
        "imports": [name],
    }


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


def _of_the_kernel() -> Path:
    """Where the kernel's package keeps its own wheels."""
    return Path(sys.prefix, "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi")


def _usual_place(name: str) -> str:
    from jupyterlite_pyodide_kernel.constants import PYODIDE_CDN_URL, PYODIDE_VERSION

    if f"pyodide@{PYODIDE_VERSION}" != PYODIDE:
        raise RuntimeError(f"JupyterLite's kernel is for pyodide@{PYODIDE_VERSION}; expected {PYODIDE}. {NEEDED}")
    return f"{PYODIDE_CDN_URL}/{name}"


def _python(place: Path, module: str, *arguments: str) -> None:
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        said = [line for line in f"{done.stderr}\n{done.stdout}".splitlines() if line[:1].strip()]
        last = (said or ["no reason given"])[-1]
        raise RuntimeError(f"{module} failed ({last}), which JupyterLite under lab/ needs, and a network for pip")
