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
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from write_constraints import FILE, pins

import lstmlesson

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
# What environment.yml has besides, for the package itself.
CONDA_ONLY = {"python", "pip"}


def bounds(requirements):
    """The lower bound of each requirement, by name: numpy>=2.3 gives {"numpy": "2.3"}."""
    matches = [re.fullmatch(r"([\w-]+)(?:>=([\d.]+))?", requirement) for requirement in requirements]
    return {match[1]: match[2] for match in matches}


def opened(project):
    """What a clone needs to be opened in JupyterLab: the package and its extra `lab`."""
    return [*project["dependencies"], *project["optional-dependencies"]["lab"]]


def drift(project, conda):
    """The requirements that pip and conda do not have in common."""
    named = [
        one for one in conda["dependencies"] if isinstance(one, str) and re.split("[=<>]", one)[0] not in CONDA_ONLY
    ]
    return set(bounds(opened(project)).items()) ^ set(bounds(named).items())


def test_conda_and_pip_install_the_same():
    assert drift(PROJECT, CONDA) == set()


@pytest.mark.parametrize("changed", [["numpy>=0.1"], ["numpy"], [], ["numpy>=1.26", "pandas>=2.0"]])
def test_a_drift_is_noticed(changed):
    others = [one for one in PROJECT["dependencies"] if not one.startswith("numpy")]
    assert drift({**PROJECT, "dependencies": [*others, *changed]}, CONDA)


def test_conda_has_a_python_that_the_package_takes_and_installs_the_package_itself():
    (python,) = [one for one in CONDA["dependencies"] if str(one).startswith("python")]
    version = python.removeprefix("python=").split(".")
    assert tuple(map(int, version)) >= (3, 11)
    assert PROJECT["requires-python"] == ">=3.11"
    assert CONDA["dependencies"][-1] == {"pip": ["--editable ."]}
    assert CONDA["channels"] == ["conda-forge"]


def test_a_light_installation_brings_what_the_explorers_need_and_no_more():
    expected = {"anywidget", "ipywidgets", "numpy", "sympy", "tqdm", "traitlets", "wcwidth"}
    assert set(bounds(PROJECT["dependencies"])) == expected


def needed(extra):
    """What an extra asks for in the end, extras of ours within it opened."""
    for requirement in map(Requirement, PROJECT["optional-dependencies"][extra]):
        inside = requirement.extras if requirement.name == "lstmlesson" else ()
        yield from (found for one in inside for found in needed(one))
        if not inside:
            yield requirement


def test_every_dependency_has_a_lower_bound():
    several = [*map(Requirement, PROJECT["dependencies"]), *needed("test")]
    assert [str(one) for one in several if ">=" not in str(one.specifier)] == []


def test_whoever_runs_the_tests_has_every_extra_of_a_learner():
    names = {one.name for one in needed("test")}
    assert names > {one.name for extra in ("lab", "pages", "slides", "voila") for one in needed(extra)}


# The versions that were tested together.


def misfits(constraints):
    """What a file of constraints lacks, or has wrong, for the package and the extra `test`, in sentences."""
    lines = [line for line in constraints.splitlines() if not line.startswith("#")]
    pinned = {canonicalize_name(name): version for name, _, version in (line.partition("==") for line in lines)}
    for one in [*map(Requirement, PROJECT["dependencies"]), *needed("test")]:
        version = pinned.get(canonicalize_name(one.name))
        if version is None:
            yield f"{one.name} is not there"
        elif not one.specifier.contains(version):
            yield f"{one.name} {version} is not {one.specifier}"


def test_the_versions_tested_together_are_all_there_and_within_the_bounds():
    constraints = FILE.read_text("utf-8")
    assert list(misfits(constraints)) == []
    # Nothing in it says where a package came from.
    lines = [line for line in constraints.splitlines() if not line.startswith("#")]
    assert pins("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("change", "misfit"),
    [
        (lambda text: re.sub("(?m)^numpy==.*\n", "", text), "numpy is not there"),
        (lambda text: re.sub("(?m)^numpy==.*", "numpy==1.20.0", text), "numpy 1.20.0 is not >=1.26"),
    ],
)
def test_constraints_that_do_not_fit_are_noticed(change, misfit):
    assert list(misfits(change(FILE.read_text("utf-8")))) == [misfit]


@pytest.mark.parametrize("line", ["torch==2.13.0+cpu", "numpy @ file:///tmp/numpy.whl", "-e ./numpy", "numpy"])
def test_a_version_that_no_registry_has_is_refused(line):
    with pytest.raises(ValueError, match="expected a name and a version"):
        pins(f"sympy==1.14.0\n{line}\n")


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
