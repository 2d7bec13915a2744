"""A notebook with its outputs, and its explorers made ready for a page without a kernel.

What follows from a formula lives in the page: the state that Python sent to the widget is laid beside the explorer's
static form, and `standalone.js` hands both to `explorers/live.js`. What asks the kernel keeps its static form and says
that it stands still.
"""

import ast
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError

from lstmlesson import explorers
from lstmlesson.course import lesson_files as course_files
from lstmlesson.course.saving import WIDGET_STATE, WIDGET_VIEW
from lstmlesson.language import word
from lstmlesson.views.document import escape

# Longer than the slowest cell of the course by far; a cell that hangs ends the conversion all the same.
SECONDS_A_CELL = 120


def as_it_stands(path: Path) -> nbformat.NotebookNode:
    """A notebook with the outputs that its file holds and its explorers alive.

    It is run where a cell was not, and where an explorer that lives in the page was given more than numbers and words,
    such as a model.
    Raises: what `run` raises.
    """
    notebook = _read(path)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    if not all(cell.execution_count and _is_told(cell.source) for cell in cells):
        return with_explorers(run(path))
    for cell in cells:
        for output in cell.outputs if _last_call(cell.source) else []:
            data = output.get("data", {})
            if "text/html" in data:
                data["text/html"] = placed(data["text/html"], _state(cell.source))
    return notebook


def _last_call(source: str) -> ast.Call | None:
    """The call with which a cell ends, where it is that of an explorer: explorers.gates(units=3)."""
    try:
        *_, last = ast.parse(source).body
    except (SyntaxError, ValueError):
        return None
    call = last.value if isinstance(last, ast.Expr) else None
    is_ours = isinstance(call, ast.Call) and ast.unparse(call.func).startswith("explorers.")
    return call if is_ours else None  # type: ignore[return-value]


def _is_told(source: str) -> bool:
    """Whether a cell shows no explorer, one that asks Python anyway, or one whose state follows from its call."""
    call = _last_call(source)
    if call is None or _maker(call).__annotations__.get("return") is not explorers.Explorer:
        return True
    try:
        for one in [*call.args, *(keyword.value for keyword in call.keywords)]:
            ast.literal_eval(one)
    except ValueError:
        return False
    return True


def _maker(call: ast.Call) -> Any:
    return getattr(explorers, ast.unparse(call.func).removeprefix("explorers."))


def _state(source: str) -> Mapping[str, Any]:
    """What the page must know of the explorer that a cell shows; nothing where its call holds more than numbers and
    words, as the text of a reader, which no page could answer."""
    call = _last_call(source)
    assert call is not None
    with suppress(ValueError):
        arguments = [ast.literal_eval(one) for one in call.args]
        named = {one.arg: ast.literal_eval(one.value) for one in call.keywords if one.arg}
        widget = _maker(call)(*arguments, **named)
        return widget.get_state() if isinstance(widget, explorers.Explorer | explorers.Quiz) else {}
    return {}


def run(path: Path) -> nbformat.NotebookNode:
    """A notebook run from top to bottom in its own folder, with the state of its widgets. The file stays as it is.

    Raises: FileNotFoundError where there is no such file, ValueError for what is no notebook or ends its own kernel,
    nbclient's CellExecutionError where a cell fails.
    """
    notebook = _read(path)
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


def _read(path: Path) -> nbformat.NotebookNode:
    course_files.notebook(path)  # which refuses what nbformat would stumble over
    notebook = nbformat.read(path, as_version=4)
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        raise ValueError(f"{path} is no notebook of format 4: {error.message}") from None
    return notebook


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
    needed = _needed(state)
    if not needed:
        return _standing_still(static)
    data = json.dumps(needed, separators=(",", ":"), ensure_ascii=False)
    data = data.replace("<", r"\u003c")  # which could end a script
    return f'<div data-explorer>{static}<script type="application/json">{data}</script></div>'


def _needed(state: Mapping[str, Any]) -> dict[str, Any]:
    """What the page must know of an explorer or of a quiz; nothing where no page can answer."""
    if "_quiz" in state:
        return {"_quiz": state["_quiz"], "state": state["state"], "_controls": []}
    if "_polynomials" not in state:
        return {}
    names = ("_text", "_polynomials", "_controls", "_derived", "_call")
    return {name: state[name] for name in (*names, *(control["name"] for control in state["_controls"]))}


def _standing_still(static: str) -> str:
    """A static form that says so: where it says in a notebook that a cell has to be run, or below."""
    in_a_notebook, on_a_page = f"<p>{word('alive')}</p>", f'<p class="still">{word("still")}</p>'
    return static.replace(in_a_notebook, on_a_page) if in_a_notebook in static else static + on_a_page
