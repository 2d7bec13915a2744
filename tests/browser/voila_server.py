"""A Voila for tests: on 127.0.0.1, with its own folders and a copy of the lessons, ended by its own process id."""

import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
import urllib.error
import urllib.request
from pathlib import Path

import nbformat
from lab_server import free_port
from pages import Watched

ROOT = Path(__file__).parents[2]
EVERYTHING_IS_THERE = (
    "!document.querySelector('#loading') && document.querySelector('#rendered_cells')?.style.display === ''"
)


class Voila:
    """The server process and the folder of its notebooks. It finds Voila's templates where the wheel puts them."""

    def __init__(self, folder):
        self.folder, self.notebooks = folder, folder / "notebooks"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        self.notebooks.mkdir()
        for path in (ROOT / "notebooks").glob("*.ipynb"):
            shutil.copy(path, self.notebooks)
        shipped(self.folder / "wheel")
        folders = {"CONFIG_DIR": "config", "DATA_DIR": "data", "RUNTIME_DIR": "runtime", "PATH": "wheel/share/jupyter"}
        own = {f"JUPYTER_{name}": str(self.folder / folder) for name, folder in folders.items()}
        options = ["--no-browser", f"--port={self.port}", "--Voila.ip=127.0.0.1", str(self.notebooks)]
        with (self.folder / "log").open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "voila", *options],
                env={**os.environ, **own, "IPYTHONDIR": str(self.folder / "ipython"), "TMPDIR": str(self.folder)},
                stdout=log,
                stderr=log,
            )
        self.wait()
        return self

    def wait(self, seconds=60):
        """Until it answers."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with urllib.request.urlopen(self.url, timeout=20):
                    return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.2)
        raise RuntimeError(f"Voila did not start: {(self.folder / 'log').read_text()[-2000:]}")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

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
    """A notebook under Voila, which has run all of its cells; on leaving, an error in the kernel is a failure, too."""

    def __init__(self, engine, server, name, query="", **options):
        super().__init__(engine, **options)
        self.page.set_default_timeout(60_000)
        self.kernel_errors = []
        self.page.on("websocket", lambda socket: socket.on("framereceived", self.heard))
        self.page.goto(f"{server.url}/voila/render/{name}{query}")
        self.page.wait_for_function(EVERYTHING_IS_THERE)

    def heard(self, frame):
        text = frame if isinstance(frame, str) else bytes(frame).decode("utf-8", "ignore")
        self.kernel_errors += re.findall(r'"msg_type": ?"error".*', text)

    def __exit__(self, kind, *rest):
        super().__exit__(kind, *rest)
        assert kind or self.kernel_errors == [], self.kernel_errors

    def cell(self, number):
        """A cell of the notebook, counted from 0."""
        return self.page.locator(f"[cell-index='{number + 1}']")
