"""A page of JupyterLab: open a notebook, run it, ask its kernel."""

import ast
import json
import time
from contextlib import contextmanager

from jupyter_client import BlockingKernelClient
from pages import Watched

# The hidden tabs first: one behind a tab that is closed would be shown for a moment, and stumble when it goes, too.
CLOSE_ALL = """() => {
  const tabs = [...jupyterapp.shell.widgets("main")];
  for (const tab of [...tabs.filter((tab) => !tab.isVisible), ...tabs.filter((tab) => tab.isVisible)]) tab.dispose();
}"""
IS_OPEN = """
(name) => {
  const tab = jupyterapp.shell.currentWidget;
  return tab?.context?.path === name && tab.isVisible && tab.content.widgets.length > 0;
}
"""
CELLS = """() => {
  const cells = jupyterapp.shell.currentWidget.content.model.cells;
  return [...cells].map((cell) => [cell.type, cell.sharedModel.source, cell.executionCount]);
}"""
RAN = """
() => jupyterapp.shell.currentWidget.content.widgets.every(
  ({ model }) => model.type !== "code" || model.executionCount,
)
"""
SHOWN = "(number) => document.querySelectorAll('.jp-OutputArea-output .lstmlesson').length >= number"


class Lab(Watched):
    """One browser window of JupyterLab, in which notebooks are opened one after the other."""

    # JupyterLab asks each kernel for its debugger and for a subshell, and complains when the kernel is gone sooner.
    not_ours = (
        "Could not restore the debugger state: Canceled",
        "Error: Canceled future",
        "Error: Kernel is dead",
    )

    def __init__(self, engine, server):
        super().__init__(engine, viewport={"width": 1200, "height": 900})
        self.server = server
        self.page.set_default_timeout(30_000)

    def __enter__(self):
        self.page.goto(f"{self.server.url}/lab?reset")
        self.page.wait_for_selector(".jp-FileBrowser-toolbar")
        # JupyterLab drops ?reset a moment later; a click on a heading's link before that resets, and loads, it again.
        self.page.wait_for_url("**/lab")
        return self

    def check(self):
        """Fail for what has gone wrong since the last time, and make ready for the next notebook."""
        errors = self.our_errors()
        broken = self.kernel_errors[:]
        self.errors.clear()
        self.kernel_errors.clear()
        self.close_all()
        self.server.end_kernels()
        self.theme("JupyterLab Light")
        assert errors == [], errors
        assert broken == [], broken

    def close_all(self):
        self.page.evaluate(CLOSE_ALL)

    def open(self, name):
        """Open a notebook and wait until its kernel is idle."""
        self.name = name
        self.command("docmanager:open", {"path": name, "factory": "Notebook"})
        self.page.wait_for_function(IS_OPEN, arg=name)
        self.until(lambda: self.server.kernel(name)[1])

    def command(self, name, arguments=None):
        """Start one of JupyterLab's commands; its end is not waited for, since some end with a dialog."""
        self.page.evaluate(
            "([name, arguments]) => { jupyterapp.commands.execute(name, arguments); }", [name, arguments or {}]
        )

    def run(self, cells):
        """Run all cells and wait for so many explorers, and for the end."""
        self.command("notebook:run-all-cells")
        self.page.wait_for_function(SHOWN, arg=cells)
        self.page.wait_for_function(RAN, timeout=90_000)

    def cells(self):
        """The notebook's cells as JupyterLab has them: kind, text, and how often run."""
        return self.page.evaluate(CELLS)

    def theme(self, name):
        self.command("apputils:change-theme", {"theme": name})
        light = "true" if "Light" in name else "false"
        self.page.wait_for_selector(f"body[data-jp-theme-light='{light}']", state="attached")
        # JupyterLab puts up its splash meanwhile, and takes it off twice where the next theme comes sooner.
        self.page.wait_for_selector("#jupyterlab-splash", state="detached")

    def until(self, true, seconds=30):
        """Wait for something that Python can see."""
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, "waited in vain"
            time.sleep(0.1)

    @contextmanager
    def kernel(self):
        """The notebook's kernel, asked past the page."""
        client = BlockingKernelClient()
        name = self.server.kernel(self.name)[0]
        client.load_connection_file(str(self.server.folder / "runtime" / f"kernel-{name}.json"))
        client.start_channels()
        try:
            client.wait_for_ready(timeout=30)
            yield Kernel(client)
        finally:
            client.stop_channels()


class Kernel:
    """Questions to a running kernel."""

    def __init__(self, client):
        self.client = client

    def value(self, expression):
        """The value of an expression, which JSON can carry."""
        asked = {"value": f"__import__('json').dumps({expression})"}
        message = self.client.execute("", user_expressions=asked, silent=True, store_history=False)
        answer = self.client.get_shell_msg(timeout=30)
        while answer["parent_header"].get("msg_id") != message:
            answer = self.client.get_shell_msg(timeout=30)
        value = answer["content"]["user_expressions"]["value"]
        assert value["status"] == "ok", value
        return json.loads(ast.literal_eval(value["data"]["text/plain"]))

    def do(self, code):
        """Run code and wait for its end."""
        reply = self.client.execute_interactive(code, timeout=60, store_history=False, output_hook=lambda _: None)
        assert reply["content"]["status"] == "ok", reply["content"]
