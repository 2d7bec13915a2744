"""Run the command that opens the course, as it stands, until JupyterLab answers over http; then end the server.

The command is not changed. What a machine needs besides (no browser window, leave to run as root, folders of its
own) is said in the environment.

    python3 .ci/open_course.py COMMAND FOLDER [NOTEBOOK]

FOLDER is where the command is run, a fresh clone for instance. NOTEBOOK is the one that must be served, as a path in
it; without it the last word of the command.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

PATIENCE = 600  # seconds for the installation and the start


def environment(place: Path) -> dict[str, str]:
    """The environment of the command: JupyterLab keeps its files in `place`, and may run as root."""
    folders = {name: place / name.lower() for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    for folder in folders.values():
        folder.mkdir()
    (folders["JUPYTER_CONFIG_DIR"] / "jupyter_server_config.py").write_text("c.ServerApp.allow_root = True\n")
    return {**os.environ, **{name: str(folder) for name, folder in folders.items()}, "BROWSER": "true"}


def server(command: subprocess.Popen, runtime: Path) -> dict:
    """What the server says of itself (its url, token and pid) once it runs."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if command.poll() is not None:
            raise SystemExit(f"the command ended with {command.returncode} before JupyterLab answered")
        for file in runtime.glob("jpserver-*.json"):
            with contextlib.suppress(json.JSONDecodeError):  # it is still being written
                return json.loads(file.read_text())
        time.sleep(0.5)
    raise SystemExit(f"JupyterLab did not start within {PATIENCE} seconds")


def fetched(server: dict, path: str) -> str:
    """The text that the server gives for a path. It listens before it writes its file, so no second try is needed."""
    url = f"{server['url']}{path}?{urllib.parse.urlencode({'token': server['token']})}"
    without_proxy = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with without_proxy.open(url, timeout=60) as answer:
        return answer.read().decode()


def answers(server: dict, file: Path) -> None:
    """Check that the notebook's page is JupyterLab's, and that the notebook is there with cells in it."""
    # Told to open a file, JupyterLab serves the folder in which the file lies.
    notebook = file.resolve().relative_to(Path(server["root_dir"]).resolve()).as_posix()
    page = fetched(server, f"lab/tree/{notebook}")
    assert "<title>JupyterLab</title>" in page, page[:500]
    cells = json.loads(fetched(server, f"api/contents/{notebook}"))["content"]["cells"]
    assert cells, f"{notebook} has no cells"
    print(f"JupyterLab answers at {server['url']}lab/tree/{notebook}, {len(cells)} cells", flush=True)


@contextlib.contextmanager
def opened(
    arguments: Sequence[str | Path], folder: str | Path, terminal: int = subprocess.DEVNULL, **more: str
) -> Iterator[tuple[subprocess.Popen, dict, Path]]:
    """The command run in a folder until JupyterLab answers: its process, what the server says of itself, and its log.

    `terminal` is where it reads, `more` is added to the environment. At the end the process is ended, with those that
    it started.
    """
    with tempfile.TemporaryDirectory() as place, open(Path(place) / "log", "w+") as log:
        needed = {**environment(Path(place)), **more}
        command = subprocess.Popen(
            arguments,
            cwd=folder,
            env=needed,
            stdin=terminal,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            yield command, server(command, Path(needed["JUPYTER_RUNTIME_DIR"])), Path(log.name)
        except BaseException:
            log.seek(0)
            print(log.read()[-5000:], flush=True)
            raise
        finally:
            if command.poll() is None:
                os.killpg(command.pid, signal.SIGKILL)  # its own process group, nobody else's
                command.wait()


def main(line: str, folder: str, notebook: str | None = None) -> None:
    with opened(["bash", "-c", line], folder) as (command, running, _):
        answers(running, Path(folder) / (notebook or line.split()[-1]))
        os.kill(running["pid"], signal.SIGTERM)
        command.wait(timeout=60)
        print(f"ended the server, process {running['pid']}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
