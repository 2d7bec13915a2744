"""A Voila for tests: on 127.0.0.1, with its own folders and a copy of the lessons, ended by its own process id."""

import shutil
import tomllib
from pathlib import Path

import nbformat
from pages import Watched
from started import Started

ROOT = Path(__file__).parents[2]
EVERYTHING_IS_THERE = (
    "!document.querySelector('#loading') && document.querySelector('#rendered_cells')?.style.display === ''"
)


class Voila(Started):
    """Voila and the folder of its notebooks. It finds its templates where the wheel puts them."""

    def __enter__(self):
        self.notebooks.mkdir()
        for path in (ROOT / "notebooks").glob("*.ipynb"):
            shutil.copy(path, self.notebooks)
        shipped(self.folder / "wheel")
        folders = {"CONFIG_DIR": "config", "DATA_DIR": "data", "RUNTIME_DIR": "runtime", "PATH": "wheel/share/jupyter"}
        own = {f"JUPYTER_{name}": str(self.folder / folder) for name, folder in folders.items()}
        options = ["--no-browser", f"--port={self.port}", "--Voila.ip=127.0.0.1", str(self.notebooks)]
        return self.start("voila", *options, IPYTHONDIR=str(self.folder / "ipython"), TMPDIR=str(self.folder), **own)

    def write(self, name, *cells, **metadata):
        """A notebook that has not been run."""
        notebook = nbformat.v4.new_notebook(cells=list(cells), metadata=metadata)
        notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(notebook, self.notebooks / name)


def shipped(folder):
    """What the wheel puts beside the package, laid out in a folder as an installation has it."""
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    for source, target in wheel["shared-data"].items():
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, folder / target)


class VoilaPage(Watched):
    """A notebook under Voila, which has run all of its cells."""

    def __init__(self, engine, server, name, query="", **options):
        super().__init__(engine, **options)
        self.page.set_default_timeout(60_000)
        self.page.goto(f"{server.url}/voila/render/{name}{query}")
        self.page.wait_for_function(EVERYTHING_IS_THERE)

    def cell(self, number):
        """A cell of the notebook, counted from 0."""
        return self.page.locator(f"[cell-index='{number + 1}']")
