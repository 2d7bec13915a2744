"""Run notebooks from top to bottom and keep what they show: python .ci/refresh_notebooks.py [notebook …]

Each is run in a fresh kernel, in its own folder. Counts then go from 1 to n, and nothing is kept that changes from run
to run (times, the names and the state of widgets), so that a difference in git is a difference that a learner sees.
Without its name a widget's static form is what JupyterLab shows until the cell is run. The lessons are kept as
a learner without Keras and PyTorch sees them, so this refuses to run where they are
installed.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from lstmlesson.course.saving import with_live_views

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"


def refresh(path: Path) -> None:
    """Run one notebook in place."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, timeout=120, store_widget_state=False, resources={"metadata": {"path": path.parent}}
    )
    client.execute()
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "voila": {"template": "lstmlesson"},  # lstmlesson/page/templates/voila: Voila leaves answers folded
    }
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
        cell.metadata.pop("execution", None)
    with_live_views(notebook)  # the metadata have no state of widgets
    nbformat.validate(notebook)
    nbformat.write(notebook, path)


if __name__ == "__main__":
    if find_spec("keras") or find_spec("torch"):
        sys.exit("Keras or PyTorch is installed here; expected an environment without them, as a learner has it")
    for name in sys.argv[1:] or sorted(NOTEBOOKS.glob("*.ipynb")):
        print(f"running {Path(name).name}")
        refresh(Path(name))
