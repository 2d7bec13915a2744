"""The site on a server of its own below a path, as a host serves it; it can be stopped, and may send the policy."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from pages import Watched

# A word of the policy becomes an error, which fails the test.
NOTED = """
addEventListener("securitypolicyviolation", (event) =>
  console.error("Content Security Policy: " + event.violatedDirective));
"""
PATH = "/somewhere/course/"
KINDS = {".mjs": "text/javascript", ".wasm": "application/wasm"}


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | KINDS

    def __init__(self, *args, header, **options):
        self.header = header
        super().__init__(*args, **options)

    def translate_path(self, path):
        return super().translate_path("/" + path.removeprefix(PATH)) if path.startswith(PATH) else "/nowhere"

    def end_headers(self):
        if self.header:
            self.send_header("Content-Security-Policy", self.header)
        super().end_headers()

    def log_message(self, *_):
        """Nothing is printed."""


class Site:
    """A folder that is served."""

    def __init__(self, folder, header=""):
        self.folder = folder
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder), header=header))
        self.address = f"http://127.0.0.1:{self.server.server_port}{PATH}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        """End it at once: whoever asks hears nothing."""
        self.server.shutdown()
        self.server.server_close()


def written(files, folder):
    """The files in a folder."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


class Visited(Watched):
    """A page of the site."""

    def __init__(self, engine, site, name, **options):
        super().__init__(engine, service_workers="block", **options)
        self.page.add_init_script(NOTED)
        self.page.goto(site.address + name)
