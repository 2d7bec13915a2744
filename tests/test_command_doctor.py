"""`lstmlesson doctor`: each planted absence is found, and what it says to type would mend it."""

import builtins
import importlib.metadata
import json
import sys
import tomllib
from pathlib import Path

import pytest
from typed import said

from lstmlesson.command import doctor, main

PYPROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))["project"]
NEEDED = {"anywidget": "1.2", "ipywidgets": "8.1", "jupyterlab": "4.5", "traitlets": "5.14"}
REQUIREMENTS = ["anywidget>=1.0", "ipywidgets>=8.0", "traitlets>=5", "jupyterlab>=4.4; extra == 'lab'"]
REQUIREMENTS += [
    "pyreveal<2,>=1.0; extra == 'slides'",
    "mypy>=2; extra == 'test'",
    "lstmlesson[pages]; extra == 'slides'",
]


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An environment that is well, planted into a folder: what is installed, and what JupyterLab finds."""
    versions = {**NEEDED, "lstmlesson": "0.1.0"}
    monkeypatch.setattr(doctor, "_version", versions.get)
    monkeypatch.setattr(doctor, "needed", lambda: (">=3.11", REQUIREMENTS))
    monkeypatch.setattr("jupyter_core.paths.jupyter_path", lambda *_: [str(tmp_path / "none"), str(tmp_path)])
    monkeypatch.setattr("jupyter_core.paths.jupyter_config_path", lambda: [str(tmp_path / "own"), str(tmp_path)])
    for name, number in (("@jupyter-widgets/jupyterlab-manager", "5.0.1"), ("anywidget", "1.2.0")):
        plant(tmp_path / name / "package.json", {"version": number})
    return tmp_path, versions


def plant(file, data):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data), "utf-8")


def amiss(capsys):
    """The exit status, the names of what is amiss, what to type, and whether widgets live."""
    status = main(["doctor", "--json"])
    data = json.loads(capsys.readouterr().out)
    found = [one for one in data["findings"] if one["amiss"]]
    assert data["well"] == (not found) == (status == 0)
    return status, [one["name"] for one in found], [one["advice"] for one in found], data["widgets"]


def test_an_environment_that_is_well_is_called_well(here, capsys):
    status, out, err = said(capsys, "doctor")
    assert (status, err) == (0, [])
    assert "Widgets can live here." in out
    assert "All is well." in out
    assert any(line.split()[:2] == ["ipywidgets", "8.1"] for line in out)
    assert amiss(capsys) == (0, [], [], "can live here")


def test_what_an_extra_brings_may_be_missing_and_is_told_with_the_extra(here, capsys):
    status, out, _ = said(capsys, "doctor")
    assert status == 0
    line = next(line for line in out if line.split()[:1] == ["pyreveal"])
    assert "not here" in line
    assert "the extra slides brings it" in line
    assert any('pip install "lstmlesson[slides]"' in line for line in out)
    assert not any("mypy" in line for line in out)


def test_without_jupyterlab_nothing_is_claimed_about_the_page(here, capsys):
    del here[1]["jupyterlab"]
    assert amiss(capsys) == (0, [], [], "were not verified: no JupyterLab and no Notebook is here")


@pytest.mark.parametrize("name", ["anywidget", "ipywidgets", "traitlets"])
def test_a_needed_package_that_is_missing_is_amiss(name, here, capsys):
    del here[1][name]
    status, names, advice, widgets = amiss(capsys)
    assert (status, names, widgets) == (1, [name], "cannot live here")
    assert advice[0].startswith(f'python -m pip install --upgrade "{name}>=')


@pytest.mark.parametrize(
    ("name", "version", "old"),
    [
        ("anywidget", "0.9.21", True),
        ("ipywidgets", "7.8.5", True),
        ("ipywidgets", "8.0.0", False),
        ("ipywidgets", "10.0", False),
        ("jupyterlab", "4.3.10", True),
        ("jupyterlab", "4.10.0rc1", False),
        ("pyreveal", "2.0", True),
        ("pyreveal", "1.9.9", False),
    ],
)
def test_a_version_outside_its_bounds_is_amiss(name, version, old, here, capsys):
    here[1][name] = version
    if name == "anywidget":  # its half in the page is as old
        plant(here[0] / "anywidget" / "package.json", {"version": version})
    status, names, advice, _ = amiss(capsys)
    assert (status, names) == ((1, [name]) if old else (0, []))
    assert all(f'--upgrade "{name}' in one for one in advice)


def test_an_old_python_is_amiss(here, capsys, monkeypatch):
    monkeypatch.setattr(doctor.platform, "python_version", lambda: "3.10.14")
    assert amiss(capsys)[:2] == (1, ["Python"])


def test_a_package_that_cannot_be_imported_is_amiss(here, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "traitlets", None)
    status, names, advice, widgets = amiss(capsys)
    assert (status, names, widgets) == (1, ["traitlets"], "cannot live here")
    assert advice == ["python -m pip install --force-reinstall traitlets"]


@pytest.mark.parametrize(
    ("name", "carrier"), [("@jupyter-widgets/jupyterlab-manager", "jupyterlab_widgets"), ("anywidget", "anywidget")]
)
def test_what_jupyterlab_does_not_find_is_amiss(name, carrier, here, capsys):
    (here[0] / name / "package.json").unlink()
    status, names, advice, widgets = amiss(capsys)
    assert (status, names, widgets) == (1, [f"in the page: {name}"], "cannot live here")
    assert advice[0].endswith(f" {carrier}")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("@jupyter-widgets/jupyterlab-manager", {"version": "3.1.11"}),
        ("anywidget", {"version": "1.1.9"}),
        ("anywidget", {}),
        ("anywidget", []),
    ],
)
def test_an_old_half_in_the_page_is_amiss(name, data, here, capsys):
    plant(here[0] / name / "package.json", data)
    assert amiss(capsys)[:2] == (1, [f"in the page: {name}"])


@pytest.mark.parametrize("how", [{"anywidget": True}, ["anywidget"]])
def test_what_is_switched_off_is_amiss_unless_the_learner_s_settings_switch_it_on(how, here, capsys):
    plant(here[0] / "labconfig" / "page_config.json", {"disabledExtensions": how})
    assert amiss(capsys)[:3] == (1, ["in the page: anywidget"], ["jupyter labextension enable anywidget"])
    plant(here[0] / "own" / "labconfig" / "page_config.json", {"disabledExtensions": {"anywidget": False}})
    assert amiss(capsys)[0] == 0


def test_it_speaks_although_a_needed_package_is_gone(here, capsys, monkeypatch):
    real = builtins.__import__

    def without(name, *more):
        if name.split(".")[0] in ("anywidget", "ipywidgets", "traitlets", "numpy", "sympy"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    assert said(capsys, "doctor")[2] == []


def test_the_bounds_are_those_of_this_clone():
    python, requirements = doctor.needed()
    assert python == PYPROJECT["requires-python"]
    assert set(PYPROJECT["dependencies"]) <= set(requirements)
    found = {one.name: one.note for one in doctor.packages(python, requirements)}
    for requirement in PYPROJECT["dependencies"]:
        assert requirement.split(">=")[0] in found
    assert {"jupyterlab", "nbconvert", "voila", "pyreveal"} <= found.keys()
    assert set(doctor.EXTRAS) <= PYPROJECT["optional-dependencies"].keys()


def test_without_a_clone_the_bounds_are_those_of_the_installed_package(monkeypatch, tmp_path):
    monkeypatch.setattr(doctor, "__file__", str(tmp_path / "site-packages" / "lstmlesson" / "command" / "doctor.py"))
    python, requirements = doctor.needed()
    assert python == importlib.metadata.metadata("lstmlesson")["Requires-Python"]
    assert any(requirement.startswith("ipywidgets>=") for requirement in requirements)


def test_a_package_that_two_extras_bring_is_told_once():
    twice = ["voila>=0.5; extra == 'voila'", "voila>=0.5; extra == 'slides'"]
    assert [one.name for one in doctor.packages(">=3.11", twice)] == ["Python", "lstmlesson", "voila"]
