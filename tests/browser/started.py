"""Servers for tests on 127.0.0.1: one in a process of its own, ended by its own process id; one that gives files."""

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer


class Started:
    """The process, its address, its log and the folder of its notebooks; a subclass says what is started."""

    def __init__(self, folder):
        self.folder, self.notebooks = folder, folder / "notebooks"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def start(self, *command, python=sys.executable, **environment):
        """Start a module of Python with its arguments, and wait until it answers."""
        with (self.folder / "log").open("w") as log:
            self.process = subprocess.Popen(
                [python, "-m", *command], env={**os.environ, **environment}, stdout=log, stderr=log
            )
        try:
            self.wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def wait(self, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with urllib.request.urlopen(self.url, timeout=20):
                    return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.2)
        raise RuntimeError(f"{type(self).__name__} did not start: {(self.folder / 'log').read_text()[-2000:]}")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Quiet(SimpleHTTPRequestHandler):
    """A handler that writes no log."""

    def log_message(self, *_):
        pass


@contextmanager
def files(folder):
    """The address of a plain server of a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
