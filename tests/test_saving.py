"""What a notebook loses and keeps when the server saves it; tests/browser/test_lives.py sees it in JupyterLab."""

import copy
import json
import logging
import tomllib
from pathlib import Path

import pytest

from lstmlesson.course.saving import WIDGET_STATE, WIDGET_VIEW, before_saving, with_live_views

ROOT = Path(__file__).parents[1]


def notebook(data, saved=None):
    """A notebook of one output, and the models in its saved state; None where no state was saved at all."""
    metadata = {} if saved is None else {"widgets": {WIDGET_STATE: {"state": {name: {} for name in saved}}}}
    cell = {"cell_type": "code", "outputs": [{"output_type": "execute_result", "data": dict(data)}]}
    return {"nbformat": 4, "metadata": metadata, "cells": [{"cell_type": "markdown", "source": ""}, cell]}


def kept(data, saved=None):
    return set(with_live_views(notebook(data, saved))["cells"][1]["outputs"][0]["data"])


OURS = {WIDGET_VIEW: {"model_id": "one"}, "text/html": "<p>48</p>", "text/plain": "gates(): 48"}
THEIRS = {WIDGET_VIEW: {"model_id": "one"}, "text/plain": "IntSlider(value=0)"}


@pytest.mark.parametrize("saved", [None, [], ["another"]])
def test_a_view_without_its_model_goes_and_its_static_form_stays(saved):
    assert kept(OURS, saved) == {"text/html", "text/plain"}


def test_a_view_whose_model_was_saved_stays():
    assert kept(OURS, ["one"]) == set(OURS)


def test_a_lost_state_is_taken_from_the_file_with_the_models_it_names():
    before = notebook(OURS, [])
    models = {"one": {"layout": "IPY_MODEL_two"}, "two": {"parts": ["IPY_MODEL_one"]}, "old": {"state": {}}}
    before["metadata"]["widgets"][WIDGET_STATE]["state"] = models
    for saved in ([], None):
        after = with_live_views(notebook(OURS, saved), before)
        assert after["metadata"]["widgets"][WIDGET_STATE]["state"] == {"one": models["one"], "two": models["two"]}
        assert set(after["cells"][1]["outputs"][0]["data"]) == set(OURS)


def test_the_state_that_is_saved_now_is_newer_than_that_of_the_file():
    now, before = notebook(OURS, ["one"]), notebook(OURS, ["one"])
    now["metadata"]["widgets"][WIDGET_STATE]["state"]["one"] = {"units": 8}
    assert with_live_views(copy.deepcopy(now), before) == now


def test_what_has_no_static_form_stays_as_it_is():
    assert kept(THEIRS) == set(THEIRS)


def test_outputs_without_widgets_are_not_changed():
    before = notebook({"text/html": "<table></table>"})
    before["cells"][1]["outputs"].append({"output_type": "stream", "name": "stdout", "text": "48"})
    assert with_live_views(copy.deepcopy(before)) == before


@pytest.mark.parametrize(
    "model",
    [
        {"type": "file", "content": "text"},
        {"type": "directory", "content": None},
        {"type": "notebook", "content": None},
        {"type": "notebook", "content": {"nbformat": 3, "worksheets": []}},
    ],
)
def test_what_is_no_notebook_of_today_is_not_touched(model):
    before = copy.deepcopy(model)
    before_saving(model=model, path="a", contents_manager=None)
    assert model == before


def test_a_server_that_loads_it_writes_the_file_without_the_dead_view(tmp_path):
    from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager

    from lstmlesson.course import saving

    class Server:
        contents_manager = AsyncLargeFileManager(root_dir=str(tmp_path))

    Server.contents_manager.log.setLevel(logging.ERROR)
    saving._load_jupyter_server_extension(Server)
    content = notebook(OURS) | {"nbformat_minor": 5}
    Server.contents_manager.run_pre_save_hooks(model={"type": "notebook", "content": content}, path="a.ipynb")
    assert WIDGET_VIEW not in content["cells"][1]["outputs"][0]["data"]


@pytest.mark.parametrize("before", ["", "[]", "not JSON"])
def test_a_file_that_is_no_notebook_gives_no_state(tmp_path, before):
    class Manager:
        _get_os_path = staticmethod(tmp_path.joinpath)

    (tmp_path / "a.ipynb").write_text(before, "utf-8")
    content = notebook(OURS)
    before_saving(model={"type": "notebook", "content": content}, path="a.ipynb", contents_manager=Manager)
    assert WIDGET_VIEW not in content["cells"][1]["outputs"][0]["data"]


def test_the_settings_that_are_installed_name_this_module():
    settings = json.loads((ROOT / "lstmlesson" / "course" / "server_settings.json").read_text("utf-8"))
    (name,) = settings["ServerApp"]["jpserver_extensions"]
    assert name == before_saving.__module__
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared["lstmlesson/course/server_settings.json"].startswith("etc/jupyter/jupyter_server_config.d/")
