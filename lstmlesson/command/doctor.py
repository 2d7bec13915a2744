"""`lstmlesson doctor`: which versions are there, whether widgets can live, and what to type where something is amiss.

The bounds are those of pyproject.toml, in a clone from the file itself, else as the installed package carries them.
Exit status: 0 when all is well, 1 when something is amiss. What only an extra brings may be missing; too old is amiss.
"""

import argparse
import importlib
import importlib.metadata as installed
import json
import platform
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lstmlesson.command.streams import write_json
from lstmlesson.command.telling import Commands, add

WELL, AMISS = 0, 1
OURS = "lstmlesson"
# The extras that learners and teachers ask for; the others are for those who work on the package.
EXTRAS = "lab", "pages", "slides", "voila"
# What an explorer is made of in the kernel.
IN_THE_KERNEL = "anywidget", "ipywidgets", "traitlets"
# What JupyterLab loads into the page for it: its name there, the package that carries it, and the lowest version; none
# where it is that of the package itself. Source: ipywidgets 8.0.0 came with jupyterlab-manager 5.0.0.
IN_THE_PAGE = ("@jupyter-widgets/jupyterlab-manager", "jupyterlab_widgets", "5"), ("anywidget", "anywidget", None)
CAN, CANNOT, UNKNOWN = "can live here", "cannot live here", "were not verified: no JupyterLab and no Notebook is here"


class Finding(NamedTuple):
    """One thing that was looked at. version: None where it is not there. advice: what to type, where there is such."""

    name: str
    version: str | None
    note: str = ""
    amiss: bool = False
    advice: str = ""


def declare(commands: Commands) -> None:
    """The command and what can be said to it."""
    command = add(
        commands,
        "doctor",
        run,
        "say which versions are here, whether widgets can live, and what to type if not",
        "lstmlesson doctor",
        "Type it in the environment that JupyterLab was started from.\n"
        "Exit status: 0 all is well, 1 something is amiss. What only an extra brings may be missing.",
    )
    command.add_argument("--json", action="store_true", help="print data instead of text, and nothing else")


def run(given: argparse.Namespace) -> int:
    """Look at everything, say what was found, return the exit status."""
    findings = [*packages(*needed()), *widgets()]
    if given.json:
        data = {"well": not any(one.amiss for one in findings), "widgets": life(findings)}
        write_json(data | {"findings": [one._asdict() for one in findings]})
    else:
        print(*told(findings), sep="\n")
    return AMISS if any(one.amiss for one in findings) else WELL


def told(findings: Sequence[Finding]) -> Iterator[str]:
    """The findings as lines to print, and what to type after them."""
    for one in findings:
        yield f"{'!' if one.amiss else ' '} {one.name:36} {one.version or 'not here':12} {one.note}".rstrip()
    amiss = [one for one in findings if one.amiss]
    yield f"\nWidgets {life(findings)}."
    yield f"Amiss: {', '.join(one.name for one in amiss)}." if amiss else "All is well."
    for advice in dict.fromkeys(one.advice for one in findings if one.advice):
        users = ", ".join(one.name for one in findings if one.advice == advice)
        yield f"  {advice}    # {users}"


def life(findings: Sequence[Finding]) -> str:
    """Whether widgets can live, as far as it can be seen from here."""
    in_the_page = [one for one in findings if one.name.startswith("in the page")]
    if any(one.amiss for one in (*in_the_page, *(one for one in findings if one.name in IN_THE_KERNEL))):
        return CANNOT
    return CAN if in_the_page else UNKNOWN


def needed() -> tuple[str, list[str]]:
    """The bounds of Python, and every requirement, as "voila>=0.5.8; extra == 'voila'"."""
    file = Path(__file__).parents[2] / "pyproject.toml"
    project = tomllib.loads(file.read_text("utf-8")).get("project", {}) if file.is_file() else {}
    if project.get("name") == OURS:
        extras = project["optional-dependencies"].items()
        return project["requires-python"], [
            *project["dependencies"],
            *(f"{one}; extra == '{extra}'" for extra, several in extras for one in several),
        ]
    try:
        ours = installed.metadata(OURS)
    except installed.PackageNotFoundError:
        return "", []
    return ours["Requires-Python"], list(ours.get_all("Requires-Dist") or [])


def packages(python: str, requirements: Sequence[str]) -> Iterator[Finding]:
    """Python, the package itself, and what it needs or an extra brings."""
    yield _judged("Python", platform.python_version(), python, "install a newer Python, from python.org or with conda")
    known, named = bool(requirements), set[str]()
    yield Finding(OURS, _version(OURS), "" if known else "not installed, so its needs are unknown", not known)
    for requirement in requirements:
        parts = re.fullmatch(r"([\w.-]+)\s*([^;\[\]]*?)\s*(?:;.*extra == ['\"]([\w-]+)['\"].*)?", requirement)
        if parts and (parts[3] is None or parts[3] in EXTRAS) and parts[1] not in named:
            named.add(parts[1])  # a wheel names what `pages` brings once more for `slides`
            yield _package(parts[1], parts[2], parts[3])


def _package(name: str, bounds: str, extra: str | None) -> Finding:
    version, upgrade = _version(name), f'python -m pip install --upgrade "{name}{bounds}"'
    if version is None and extra:
        return Finding(name, None, f"the extra {extra} brings it", advice=f'python -m pip install "{OURS}[{extra}]"')
    if version is None:
        return Finding(name, None, f"needed: {bounds}", True, upgrade)
    if not extra:
        try:
            importlib.import_module(name.replace("-", "_"))
        except Exception as error:  # whatever a broken installation raises
            reason = f"cannot be imported, {type(error).__name__}: {error}"
            return Finding(name, version, reason, True, f"python -m pip install --force-reinstall {name}")
    return _judged(name, version, bounds, upgrade)


def _judged(name: str, version: str, bounds: str, advice: str) -> Finding:
    fits = all(_holds(version, sign, bound) for sign, bound in re.findall(r"(>=|<=|==|<)\s*([\d.]+)", bounds))
    return Finding(name, version, f"needed: {bounds}", not fits, "" if fits else advice)


def _holds(version: str, sign: str, bound: str) -> bool:
    """Whether a version keeps a bound.

    >>> _holds("8.10.1", ">=", "8.9"), _holds("2.0", "<", "2"), _holds("8", "==", "8.0")
    (True, False, True)
    """
    own, other = _release(version), _release(bound)
    return {">=": own >= other, "<=": own <= other, "==": own == other, "<": own < other}[sign]


def _release(version: str) -> list[int]:
    leading = re.match(r"\d+(?:\.\d+)*", version)
    numbers = [int(part) for part in leading[0].split(".")] if leading else []
    while numbers and not numbers[-1]:
        numbers.pop()
    return numbers


def _version(name: str) -> str | None:
    try:
        return installed.version(name) or None
    except installed.PackageNotFoundError:
        return None


def widgets() -> Iterator[Finding]:
    """Whether the JupyterLab, or Notebook, of this environment finds what it loads into the page for our widgets."""
    if not (_version("jupyterlab") or _version("notebook")):
        return
    from jupyter_core.paths import jupyter_config_path, jupyter_path

    places = [Path(place) for place in jupyter_path("labextensions")]
    off = disabled([Path(place) / "labconfig" / "page_config.json" for place in jupyter_config_path()])
    for name, carrier, lowest in IN_THE_PAGE:
        yield _in_the_page(name, carrier, lowest, places, off)


def _in_the_page(name: str, carrier: str, lowest: str | None, places: Sequence[Path], off: Sequence[str]) -> Finding:
    title, again = f"in the page: {name}", f"python -m pip install --upgrade --force-reinstall {carrier}"
    file = next((place / name / "package.json" for place in places if (place / name / "package.json").is_file()), None)
    if file is None:
        looked = ", ".join(map(str, places))
        return Finding(title, None, f"widgets stay empty; JupyterLab looks in {looked}", True, again)
    version = str(_data(file).get("version", "unknown"))
    if name in off:
        return Finding(title, version, "switched off", True, f"jupyter labextension enable {name}")
    lowest = lowest or _version(carrier) or ""
    fits = _holds(version, ">=", lowest)
    return Finding(title, version, f"needed: >={lowest}; {file.parent}", not fits, "" if fits else again)


def disabled(files: Sequence[Path]) -> list[str]:
    """The names that are switched off by JupyterLab's settings, of which the first file has the last word."""
    switches: dict[str, bool] = {}
    for file in reversed(files):
        own = _data(file).get("disabledExtensions")
        switches |= own if isinstance(own, dict) else dict.fromkeys(own or (), True)
    return [name for name, off in switches.items() if off]


def _data(file: Path) -> dict[str, Any]:
    try:
        data = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}
