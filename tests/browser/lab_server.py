"""A JupyterLab for tests: on 127.0.0.1, with its own folders, ended by its own process id."""

import json
import sys
import urllib.request

import nbformat
from nbclient import NotebookClient
from nbformat.sign import NotebookNotary
from started import Started

# JupyterLab would ask the network for news and updates.
QUIET = {"fetchNews": "false", "checkForUpdates": False}


APPS = {"jupyterlab": "LabApp", "notebook": "JupyterNotebookApp"}


class Server(Started):
    """JupyterLab, or Notebook 7, the folder of its notebooks, and its kernels."""

    def __init__(self, folder, python=sys.executable, module="jupyterlab"):
        super().__init__(folder)
        self.python, self.module = python, module

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
        options = ["--no-browser", "--allow-root", "--IdentityProvider.token=", f"--ServerApp.port={self.port}"]
        options += [
            "--ServerApp.ip=127.0.0.1",
            f"--{APPS[self.module]}.expose_app_in_browser=True",
            "--ServerApp.disable_check_xsrf=True",
        ]
        root = f"--ServerApp.root_dir={self.notebooks}"
        return self.start(self.module, *options, root, python=self.python, **folders)

    def ask(self, path, method="GET"):
        """An answer of the server's own interface."""
        request = urllib.request.Request(f"{self.url}/{path}", method=method)
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.loads(answer.read() or "null")

    def end_kernels(self):
        """End the kernels that the notebooks of this server have."""
        for session in self.ask("api/sessions"):
            self.ask(f"api/sessions/{session['id']}", "DELETE")

    def write(self, name, source):
        """A notebook of one code cell, not yet run."""
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
        notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
        nbformat.write(notebook, self.notebooks / name)
        return notebook

    def write_executed(self, name, source, trusted):
        """The same as somebody else's run has left it: outputs and widget state, trusted here or not."""
        notebook = NotebookClient(self.write(name, source), timeout=60, store_widget_state=True).execute()
        nbformat.write(notebook, self.notebooks / name)
        if trusted:
            notary = NotebookNotary(data_dir=str(self.folder / "data"))
            notary.sign(notebook)
            notary.store.close()

    def kernel(self, name):
        """The id of the kernel that a notebook uses, once there is one; and whether it is idle."""
        for session in self.ask("api/sessions"):
            if session["path"] == name and session["kernel"]:
                return session["kernel"]["id"], session["kernel"]["execution_state"] == "idle"
        return None, False
