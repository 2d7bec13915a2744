"""A notebook that was run, with its explorers made ready for a page without a kernel.

What follows from a formula lives in the page: the state that Python sent to the widget is laid beside the explorer's
static form, and `standalone.js` hands both to `explorers/live.js`. What asks the kernel keeps its static form and says
that it stands still.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError

from lstmlesson.course import lesson_files as course_files
from lstmlesson.explorers.kernel.static_form import WIDGET_VIEW
from lstmlesson.language import word
from lstmlesson.views.document import escape

# Where nbclient keeps the state of widgets. Source: the notebook format, "metadata.widgets".
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
# Longer than the slowest cell of the course by far; a cell that hangs ends the conversion all the same.
SECONDS_A_CELL = 120


def run(path: Path) -> nbformat.NotebookNode:
    """A notebook run from top to bottom in its own folder, with the state of its widgets. The file stays as it is.

    Raises: FileNotFoundError where there is no such file, ValueError for what is no notebook or ends its own kernel,
    nbclient's CellExecutionError where a cell fails.
    """
    course_files.notebook(path)  # which refuses what nbformat would stumble over
    notebook = nbformat.read(path, as_version=4)
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        raise ValueError(f"{path} is no notebook of format 4: {error.message}") from None
    client = NotebookClient(
        notebook,
        timeout=SECONDS_A_CELL,
        store_widget_state=True,
        resources={"metadata": {"path": str(Path(path).parent)}},
        extra_arguments=["--IPKernelApp.log_level=ERROR"],  # no advice about sockets for whoever wants a page
    )
    try:
        return client.execute()
    except DeadKernelError:
        raise ValueError(f"{path}: a cell ends the kernel; expected a notebook that runs to its end") from None


def with_explorers(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The same notebook, each widget in it replaced by HTML for a page without a kernel."""
    models = notebook.metadata.pop("widgets", {}).get(WIDGET_STATE, {}).get("state", {})
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if WIDGET_VIEW in data:
                model = models.get(data.pop(WIDGET_VIEW).get("model_id"), {})
                static = data.get("text/html") or f"<pre>{escape(data.get('text/plain', ''))}</pre>"
                data["text/html"] = placed(static, model.get("state", {}))
    return notebook


def placed(static: str, state: Mapping[str, Any]) -> str:
    """One widget as HTML: its static form, and the state that makes it alive where the page can do so by itself.

    >>> state = {"_text": "2", "_polynomials": [], "_controls": [{"name": "units"}], "_derived": [], "_call": ""}
    >>> placed("<p>2</p>", {**state, "units": 2})[:24]
    '<div data-explorer><p>2<'
    """
    if "_polynomials" not in state:
        return _standing_still(static)
    needed = (
        "_text",
        "_polynomials",
        "_controls",
        "_derived",
        "_call",
        *(control["name"] for control in state["_controls"]),
    )
    data = json.dumps({name: state[name] for name in needed}, separators=(",", ":"))
    data = data.replace("<", r"\u003c")  # which could end a script
    return f'<div data-explorer>{static}<script type="application/json">{data}</script></div>'


def _standing_still(static: str) -> str:
    """A static form that says so: where it says in a notebook that a cell has to be run, or below."""
    in_a_notebook, on_a_page = f"<p>{word('alive')}</p>", f'<p class="still">{word("still")}</p>'
    return static.replace(in_a_notebook, on_a_page) if in_a_notebook in static else static + on_a_page
