"""What Binder makes of environment.yml, as far as this is seen without Docker; and nothing heavy comes with it.

repo2docker, which builds for Binder, writes its Dockerfile here and refuses what it cannot build. Whether each package
exists is seen when the same lower bounds are installed by pip: .ci/full does that and opens a lesson there. What the
links of the README open is tests/test_links.py; a visit to mybinder.org is nowhere tested.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import requires
from pathlib import Path
from types import SimpleNamespace

import binder
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
ENVIRONMENT = (ROOT / "environment.yml").read_text("utf-8")
# The one pin: repo2docker begins with an environment that was solved for this Python.
PYTHON = re.search(r"^  - python=(.*)$", ENVIRONMENT, re.MULTILINE)[1]
# Frameworks, data frames, and the windows of a desktop: none of them is needed to count. Names as pip normalises them.
HEAVY = {"jax", "jaxlib", "keras", "matplotlib", "pandas", "scipy", "tensorflow", "torch"}
HEAVY |= {"pyqt5", "pyqt6", "pyside2", "pyside6", "qtpy"}


def repo2docker(environment, folder):
    """The finished repo2docker on a clone with this environment.yml; no image is built."""
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, folder)
    (folder / "environment.yml").write_text(environment, "utf-8")
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", folder]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder)


def wrong(dockerfile):
    """What a Dockerfile lacks for the course."""
    lock = f"environment.py-{PYTHON}-linux".replace("-", "-2d").replace(".", "-2e")  # as repo2docker spells it
    sources, update = "COPY --chown=0:0 src/", '${MAMBA_EXE} env update -p ${NB_PYTHON_PREFIX} --file "environment.yml"'
    found = []
    if not re.search(rf"^COPY .*{lock}\S* /tmp/env/environment.lock$", dockerfile, re.MULTILINE):
        found.append(f"does not begin with Python {PYTHON}")
    if update not in dockerfile:
        found.append("does not install environment.yml")
    elif sources not in dockerfile.partition(update)[0]:
        found.append("installs before the sources are there, which `--editable .` needs")
    return found


@pytest.mark.slow
def test_repo2docker_installs_the_environment_with_the_python_that_is_pinned(tmp_path):
    done = repo2docker(ENVIRONMENT, tmp_path)
    assert done.returncode == 0, done.stderr
    assert wrong(done.stdout) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("part", "other", "said"),
    [
        ("dependencies:", "dependencies: [", "while parsing a flow node"),
        (f"python={PYTHON}", "python=3.99", "Python version 3.99 on"),
        (ENVIRONMENT, "- numpy\n", "environment.yml should contain a dictionary"),
    ],
)
def test_a_broken_environment_is_refused(part, other, said, tmp_path):
    done = repo2docker(ENVIRONMENT.replace(part, other), tmp_path)
    assert done.returncode == 1
    assert said in done.stderr + done.stdout


@pytest.mark.slow
def test_an_environment_without_a_pin_is_noticed(tmp_path):
    done = repo2docker(ENVIRONMENT.replace(f"  - python={PYTHON}\n", ""), tmp_path)
    assert wrong(done.stdout) == [f"does not begin with Python {PYTHON}"]


def test_a_dockerfile_that_installs_too_early_or_nothing_is_noticed():
    start = f"COPY environment-2epy-2d{PYTHON.replace('.', '-2e')}-2dlinux-2d64-2elock /tmp/env/environment.lock\n"
    update = '${MAMBA_EXE} env update -p ${NB_PYTHON_PREFIX} --file "environment.yml"\n'
    sources = "COPY --chown=0:0 src/ ${REPO_DIR}/\n"
    assert wrong(start + sources + update) == []
    assert len(wrong(start + update + sources)) == 1
    assert len(wrong(start + sources)) == 1


def brought(names, needs=requires):
    """The names of all packages that come with some, themselves included. needs: from a name to what it requires."""
    found, open_names = set(), [canonicalize_name(name) for name in names]
    while open_names:
        if (name := open_names.pop()) not in found:
            found.add(name)
            required = map(Requirement, needs(name) or [])
            here = (one for one in required if one.marker is None or one.marker.evaluate({"extra": ""}))
            open_names += [canonicalize_name(one.name) for one in here]
    return found


def test_nothing_heavy_comes_with_the_course():
    names = brought(Requirement(pin).name for pin in binder.pins())
    assert names > {"anywidget", "ipykernel", "jupyter-server", "jupyterlab", "numpy", "sympy", "traitlets"}
    assert names & HEAVY == set()
    assert set(re.findall(r"^ +- ([\w-]+)", ENVIRONMENT, re.MULTILINE)) & HEAVY == set()


def test_what_is_heavy_is_noticed_however_deep_it_lies():
    made_up = {"course": ["Lab>=4"], "lab": ["Torch>=2; python_version > '3'", "scipy; extra == 'all'"], "torch": None}
    assert brought(["course"], made_up.get) & HEAVY == {"torch"}


def test_pip_is_given_what_conda_is_given():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert sorted(binder.pins()) == sorted([*project["dependencies"], *project["optional-dependencies"]["lab"]])


def test_an_environment_with_something_heavy_in_it_is_refused(capsys):
    light, heavy = (SimpleNamespace(name=name, version="1", files=[]) for name in ("numpy", "Torch"))
    binder.tell_sizes([light])
    assert capsys.readouterr().out.startswith("1 packages, 0 MB")
    with pytest.raises(SystemExit, match="torch"):
        binder.tell_sizes([light, heavy])
