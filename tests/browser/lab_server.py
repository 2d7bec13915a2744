"""A JupyterLab for tests: on 127.0.0.1, with its own folders, ended by its own process id."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import nbformat

# JupyterLab would ask the network for news and updates.
QUIET = {"fetchNews": "false", "checkForUpdates": False}


class Server:
    """The server process, the folder of its notebooks, and its kernels."""

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.notebooks = folder / "notebooks"

    def __enter__(self):
        self.notebooks.mkdir()
        settings = self.folder / "settings" / "@jupyterlab" / "apputils-extension"
        settings.mkdir(parents=True)
        (settings / "notification.jupyterlab-settings").write_text(json.dumps(QUIET))
        names = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "JUPYTER_RUNTIME_DIR": "runtime"}
        more = {
            "JUPYTERLAB_SETTINGS_DIR": "settings",
            "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
            "IPYTHONDIR": "ipython",
        }
        folders = {name: str(self.folder / folder) for name, folder in {**names, **more}.items()}
        command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--IdentityProvider.token="]
        command += [f"--ServerApp.port={self.port}", "--ServerApp.ip=127.0.0.1", "--LabApp.expose_app_in_browser=True"]
        self.log = (self.folder / "log").open("w")
        self.process = subprocess.Popen(
            [*command, f"--ServerApp.root_dir={self.notebooks}"],
            env={**os.environ, **folders},
            stdout=self.log,
            stderr=self.log,
        )
        self.wait()
        return self

    def wait(self, seconds=60):
        """Until it answers."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            try:
                return self.ask("api")
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.2)
        raise RuntimeError(f"JupyterLab did not start: {(self.folder / 'log').read_text()[-2000:]}")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()

    def ask(self, path):
        """An answer of the server's own interface."""
        with urllib.request.urlopen(f"{self.url}/{path}", timeout=5) as answer:
            return json.load(answer)

    def write(self, name, source, outputs=None):
        """A notebook of one code cell; not yet run, or with the mime bundle that somebody else's run has left."""
        cell = nbformat.v4.new_code_cell(source)
        if outputs:
            cell.execution_count = 1
            cell.outputs = [nbformat.v4.new_output("execute_result", outputs, execution_count=1)]
        notebook = nbformat.v4.new_notebook(cells=[cell])
        notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
        nbformat.write(notebook, self.notebooks / name)

    def kernel(self, name):
        """The id of the kernel that a notebook uses, once there is one; and whether it is idle."""
        for session in self.ask("api/sessions"):
            if session["path"] == name and session["kernel"]:
                return session["kernel"]["id"], session["kernel"]["execution_state"] == "idle"
        return None, False


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
