"""`%%count` in JupyterLab: cells as they were pasted, whose models are shown below them, each with its arithmetic."""

import os

import nbformat
import pytest
from test_pasted_programs import DENSE, KERAS, LSTM_ON_3, OWN_CLASS, TORCH

pytestmark = pytest.mark.browser

TOTAL = LSTM_ON_3 + DENSE
STOPPED = f"{KERAS}build()\nopen('nowhere.csv')\n"
PROGRAMS = [KERAS, STOPPED, OWN_CLASS, TORCH]
AFTER = "import sys\nprint([name for name in ('keras', 'tensorflow', 'torch') if name in sys.modules], type(build()))"


def written(server, name, cells):
    """A notebook of these code cells, not yet run."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, server.notebooks / name)


def test_pasted_cells_run_and_their_models_are_shown(lab):
    written(lab.server, "count.ipynb", ["%load_ext lstmlesson", *(f"%%count\n{one}" for one in PROGRAMS), AFTER])
    lab.open("count.ipynb")
    lab.run(0)
    outputs = lab.page.locator(".jp-Cell .jp-Cell-outputArea")
    lab.until(lambda: "[] <class" in outputs.last.inner_text())
    first, stopped, own, torch = (outputs.nth(at).inner_text() for at in range(1, 5))
    assert f"sequential: {TOTAL} parameters." in first
    assert "4(3·2 + 2·2 + 2) = 48" in first
    assert f"sequential: {TOTAL} parameters." in stopped
    assert "open('nowhere.csv'): FileNotFoundError" in stopped
    assert "Traceback" in stopped
    assert f"sequential: {3 + LSTM_ON_3} parameters." in own
    assert "Net: 59 parameters." in torch
    assert "4(2·3 + 2·2 + 2 + 2) = 56" in torch
    if folder := os.environ.get("LSTMLESSON_SCREENSHOTS"):
        for at in range(1, 5):
            outputs.nth(at).screenshot(path=f"{folder}/count_{at}.png")
    lab.page.locator("summary", has_text="lstm: 4(3·2").first.click()
    assert lab.page.locator("details[open] svg, details[open] img").first.is_visible()
    lab.kernel_errors.clear()  # the error of the program is shown as an error, and is none of ours
