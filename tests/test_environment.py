"""What an installation gets: the same packages by pip and by conda, one version number, and a loud word on absence."""

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import lstmlesson

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
# conda splits two packages: these parts have all but the windows of a desktop, and all but pandoc.
CONDA_NAMES = {"matplotlib": "matplotlib-base", "nbconvert": "nbconvert-core"}
# What environment.yml has besides, for the package itself.
CONDA_ONLY = {"python", "pip"}


def bounds(requirements):
    """The lower bound of each requirement, by name: numpy>=2.3 gives {"numpy": "2.3"}."""
    matches = [re.fullmatch(r"([\w-]+)(?:>=([\d.]+))?", requirement) for requirement in requirements]
    return {match[1]: match[2] for match in matches}


def drift(project, conda):
    """The requirements that pip and conda do not have in common."""
    by_pip = {CONDA_NAMES.get(name, name): bound for name, bound in bounds(project["dependencies"]).items()}
    named = [
        one for one in conda["dependencies"] if isinstance(one, str) and re.split("[=<>]", one)[0] not in CONDA_ONLY
    ]
    return set(by_pip.items()) ^ set(bounds(named).items())


def test_conda_and_pip_install_the_same():
    assert drift(PROJECT, CONDA) == set()


@pytest.mark.parametrize("changed", [["numpy>=0.1"], ["numpy"], [], ["numpy>=2.3", "pandas>=2.0"]])
def test_a_drift_is_noticed(changed):
    others = [one for one in PROJECT["dependencies"] if not one.startswith("numpy")]
    assert drift({"dependencies": [*others, *changed]}, CONDA)


def test_conda_has_a_python_that_the_package_takes_and_installs_the_package_itself():
    (python,) = [one for one in CONDA["dependencies"] if str(one).startswith("python")]
    version = python.removeprefix("python=").split(".")
    assert tuple(map(int, version)) >= (3, 11)
    assert PROJECT["requires-python"] == ">=3.11"
    assert CONDA["dependencies"][-1] == {"pip": ["--editable ."]}
    assert CONDA["channels"] == ["conda-forge"]


def test_every_dependency_has_a_lower_bound():
    assert all(bounds(PROJECT["dependencies"]).values())
    assert all(bounds(PROJECT["optional-dependencies"]["test"]).values())


def test_one_version_number_everywhere():
    version = lstmlesson.__version__
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert importlib.metadata.version("lstmlesson") == citation["version"] == version
    assert re.findall(r"^## \[(.*?)\]", changelog, re.MULTILINE)[0] == version
    assert f"version {version}." in (ROOT / "README.md").read_text("utf-8")


# What tests/conftest.py says where a browser or a framework is missing, seen on a test suite of two tests.

MADE_UP = """
import pytest

@pytest.mark.{marker}
def test_that_needs_more():
    pass

def test_that_needs_nothing():
    pass
"""


def run_alone(folder, tests, **variables):
    """The outcome of a made-up suite under the real tests/conftest.py, with no variables set but these."""
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    (folder / "test_made_up.py").write_text(tests)
    (folder / "pytest.ini").write_text("[pytest]\nmarkers =\n    browser\n    frameworks\n")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LSTMLESSON", "PYTEST"))}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", folder],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**clean, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", **variables},
    )


def run_without(folder, marker, **variables):
    """The outcome of a suite with a marked test, on a machine that has neither browser nor frameworks."""
    # Read by Python when it starts. A module that is None cannot be imported, and a search does not find it.
    (folder / "sitecustomize.py").write_text("import sys\nsys.modules.update(keras=None, torch=None)\n")
    return run_alone(folder, MADE_UP.format(marker=marker), PATH="", PYTHONPATH=str(folder), **variables)


@pytest.mark.slow
@pytest.mark.parametrize(("marker", "what"), [("browser", "Chromium"), ("frameworks", "Keras/PyTorch")])
def test_what_could_not_be_verified_is_named(marker, what, tmp_path):
    told = run_without(tmp_path, marker)
    assert told.returncode == 0
    assert "1 passed, 1 skipped" in told.stdout
    assert re.search("=== not verified ===", told.stdout)
    assert f"test_made_up.py::test_that_needs_more: not verified: {what} is not installed" in told.stdout


@pytest.mark.slow
@pytest.mark.parametrize("marker", ["browser", "frameworks"])
def test_absence_is_a_failure_where_presence_was_asked_for(marker, tmp_path):
    variable = f"LSTMLESSON_REQUIRE_{marker.upper()}"
    told = run_without(tmp_path, marker, **{variable: "1"})
    assert told.returncode == 1
    assert "1 passed, 1 error" in told.stdout
    assert f"{variable}=1 asks for it" in told.stdout


WAITING = """
import subprocess, time

def test_that_computes_for_ever():
    while True:
        pass

def test_that_waits_for_another_process():
    subprocess.run(["sleep", "60"])

def test_that_ends():
    pass
"""


@pytest.mark.slow
def test_a_test_that_never_ends_fails_and_is_named(tmp_path):
    told = run_alone(tmp_path, WAITING, LSTMLESSON_TOO_LONG="2")
    assert "2 failed, 1 passed" in told.stdout
    assert "still running after 2 seconds: test_made_up.py::test_that_computes_for_ever" in told.stdout
    assert "still running after 2 seconds: test_made_up.py::test_that_waits_for_another_process" in told.stdout


@pytest.mark.slow
@pytest.mark.parametrize(("given", "cases"), [({}, 100), ({"LSTMLESSON_RANDOM": "20000"}, 20000)])
def test_the_number_of_random_cases_can_be_set(given, cases, tmp_path):
    suite = f"""
from hypothesis import settings

def test_cases(random_cases):
    assert random_cases == settings().max_examples == {cases}
"""
    told = run_alone(tmp_path, suite, **given)
    assert told.returncode == 0, told.stdout
