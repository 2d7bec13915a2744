"""What JupyterLab's server does when a notebook is saved: no widget is left in the file that nothing can bring to life.

JupyterLab writes the state of its widgets into the file beside their views, but only of those that a kernel holds at
that moment. After a restarted or ended kernel, and in a notebook that was only opened, that is none; a view alone is
"Error displaying widget: model not found" when the notebook is opened again. So for each view without a state, first
the state is kept that the file had; where it had none, the view is left out of the file if the same output has a static
form in HTML, as every explorer has. What is on the screen stays. Outputs without such a form stay untouched.

The server loads this by `server_settings.json`, which an installation puts where Jupyter looks for it. It is the server
that saves, so the package must be installed where JupyterLab is, not beside the kernel alone.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

# How a notebook names the place where a widget is drawn, and the state of all; one model names another as
# "IPY_MODEL_" and its id. Source: ipywidgets 8.
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
NAMED = re.compile(r"IPY_MODEL_(\w+)")
STATIC_FORM = "text/html"
Models = dict[str, Any]


def with_live_views(notebook: dict[str, Any], before: dict[str, Any] | None = None) -> dict[str, Any]:
    """The notebook, changed in place, so that each view has its model, or goes where a static form stands beside it.

    before: the notebook as the file holds it so far, from which a lost state is taken.

    >>> view = {WIDGET_VIEW: {"model_id": "a1"}, "text/html": "<p>48</p>"}
    >>> cell = {"cell_type": "code", "outputs": [{"output_type": "display_data", "data": view}]}
    >>> with_live_views({"cells": [cell]})["cells"][0]["outputs"][0]["data"]
    {'text/html': '<p>48</p>'}
    """
    models = _models(notebook)
    if before is not None:
        lost = {data[WIDGET_VIEW].get("model_id") for data in _views(notebook)} - models.keys()
        kept = _with_those_they_name(lost, _models(before))
        if kept:
            models = _state_of(notebook)["state"] = kept | models
    for data in _views(notebook):
        if STATIC_FORM in data and data[WIDGET_VIEW].get("model_id") not in models:
            del data[WIDGET_VIEW]
    return notebook


def _models(notebook: dict[str, Any]) -> Models:
    """The models in a notebook's saved state, by their ids."""
    state: Models = notebook.get("metadata", {}).get("widgets", {}).get(WIDGET_STATE, {}).get("state", {})
    return state


def _state_of(notebook: dict[str, Any]) -> dict[str, Any]:
    """Where a notebook keeps the state of its widgets, made if it is not there. Source: ipywidgets 8's schema, 2.0."""
    widgets = notebook.setdefault("metadata", {}).setdefault("widgets", {})
    state: dict[str, Any] = widgets.setdefault(WIDGET_STATE, {"version_major": 2, "version_minor": 0, "state": {}})
    return state


def _with_those_they_name(wanted: set[Any], models: Models) -> Models:
    """Those of the models that are wanted, and those they are made of."""
    found: Models = {}
    waiting = [name for name in wanted if name in models]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = models[name]
            waiting += [inner for inner in NAMED.findall(json.dumps(models[name])) if inner in models]
    return found


def _views(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    """The data of each output in which a widget is to be drawn."""
    return [data for data in _outputs(notebook) if WIDGET_VIEW in data]


def _outputs(notebook: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for cell in notebook.get("cells", ()):
        for output in cell.get("outputs", ()):
            yield output.get("data", {})


def before_saving(model: dict[str, Any], path: str = "", contents_manager: Any = None, **more: Any) -> None:
    """A pre-save hook of jupyter_server. An error in it is logged there, and the notebook saved as it is."""
    if model.get("type") == "notebook" and model.get("content") and model["content"].get("nbformat") == 4:
        with_live_views(model["content"], _before(path, contents_manager))


def _before(path: str, contents_manager: Any) -> dict[str, Any] | None:
    """The notebook as its file is, where the server keeps files and there is one that can be read."""
    with suppress(AttributeError, OSError, ValueError):
        before = json.loads(Path(contents_manager._get_os_path(path)).read_text("utf-8"))
        return before if isinstance(before, dict) else None
    return None


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(server: Any) -> None:
    server.contents_manager.register_pre_save_hook(before_saving)
