"""How soon, and for how many kilobytes, a slider answers where a lesson can be opened: page, deck, JupyterLab, Voila.

    python benchmarks/places.py [runs]

Everything is served on loopback to a fresh Chromium window with an empty cache. The clock is the window's own: it
starts with the navigation and stops in the frame in which the lesson's first slider, moved once, has changed the text
beside it. JupyterLab is told to run all cells as soon as its kernel is idle, so no reader's hesitation is in its time.
Kilobytes are what came over the wire until then, websockets included; what a cache would keep is counted each time.
Every run starts its own server: the first window gives the time from the server's start, a second one, in which the
server is warm, the time with the server up. Page and deck need no server: here a plain one hands out the files.
Needs Chromium and the `test` extra. Absolute times are this machine's; read them as ratios.
"""

import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

from lstmlesson.page import page, slides

ROOT = Path(__file__).parents[1]
LESSON = "02_weight_sharing"

# Moves the first slider as soon as there is one, in every frame until the text beside it has changed.
CLOCK = """
(() => {
  const look = () => {
    const slider = document.querySelector(".lstmlesson input[type=range]");
    const root = slider?.closest(".lstmlesson");
    const before = root?.textContent;
    if (slider) {
      slider.value = Number(slider.value) < Number(slider.max) ? Number(slider.value) + 1 : slider.min;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (root && root.textContent !== before) window.answered = performance.now();
    else requestAnimationFrame(look);
  };
  look();
})();
"""
IDLE = """
() => {
  const tab = window.jupyterapp?.shell.currentWidget;
  return tab?.context?.isReady && tab.content.widgets.length > 0
    && tab.sessionContext.session?.kernel?.status === "idle";
}
"""
RUN_ALL = "() => { jupyterapp.commands.execute('notebook:run-all-cells'); }"


class Wire:
    """Counts the bytes that a window receives."""

    def __init__(self, window):
        self.received = 0
        devtools = window.context.new_cdp_session(window)
        devtools.on("Network.loadingFinished", lambda event: self.add(event["encodedDataLength"]))
        devtools.on("Network.webSocketFrameReceived", lambda event: self.add(len(event["response"]["payloadData"])))
        devtools.send("Network.enable")

    def add(self, received):
        self.received += received


def visit(chromium, address, run_all=False):
    """Kilobytes and seconds until the first slider of a place answers, in a window with an empty cache."""
    context = chromium.new_context(viewport={"width": 1200, "height": 900})
    window = context.new_page()
    window.set_default_timeout(120_000)
    window.add_init_script(CLOCK)
    wire = Wire(window)
    window.goto(address, wait_until="commit")
    if run_all:
        window.wait_for_function(IDLE)
        window.evaluate(RUN_ALL)
    window.wait_for_function("window.answered !== undefined")
    received, answered = wire.received, window.evaluate("window.answered")
    context.close()
    return received / 1024, answered / 1000


def serve(chromium, server, path, run_all=False):
    """The same for a server that is started for it: (kilobytes, seconds with the server up, seconds from its start)."""
    begin = time.perf_counter()
    with server:
        for source in (ROOT / "notebooks").glob("*.ipynb"):
            shutil.copy(source, server.notebooks)
        started = time.perf_counter() - begin
        _, first = visit(chromium, f"{server.url}{path}", run_all)
        getattr(server, "end_kernels", lambda: None)()
        received, second = visit(chromium, f"{server.url}{path}", run_all)
    return received, second, started + first


def measure(chromium, runs):
    """For each place its runs, as (kilobytes, seconds, seconds from the server's start or None)."""
    from lab_server import Server
    from started import files
    from voila_server import Voila

    results = defaultdict(list)
    with tempfile.TemporaryDirectory() as place, files(place) as address:
        (Path(place) / "page.html").write_text(page(ROOT / f"notebooks/{LESSON}.ipynb"), "utf-8")
        slides(ROOT / f"notebooks/{LESSON}.ipynb", Path(place) / "deck")
        for number in range(runs):
            results["page"].append((*visit(chromium, f"{address}/page.html"), None))
            results["deck"].append((*visit(chromium, f"{address}/deck/index.html"), None))
            for name, kind, path in (
                ("JupyterLab", Server, f"/lab/tree/{LESSON}.ipynb"),
                ("Voila", Voila, f"/voila/render/{LESSON}.ipynb"),
            ):
                folder = Path(place) / f"{name}_{number}"
                folder.mkdir()
                results[name].append(serve(chromium, kind(folder), path, run_all=name == "JupyterLab"))
    return results


def spread(values, form):
    if None in values:
        return "-"
    return " / ".join(form.format(value) for value in (min(values), statistics.median(values), max(values)))


def main(runs):
    # The helpers of the browser tests.
    sys.path[:0] = [str(ROOT / "tests" / folder) for folder in ("", "helpers", "browser")]
    from conftest import browser
    from playwright.sync_api import sync_playwright

    busy = os.getloadavg()[0] / os.cpu_count()
    with sync_playwright() as playwright:
        quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
        chromium = playwright.chromium.launch(executable_path=browser(), args=quiet)
        results = measure(chromium, runs)
        versions = ", ".join(f"{name} {version(name)}" for name in ("jupyterlab", "voila", "pyreveal"))
        print(f"Lesson {LESSON}, {runs} runs: min / median / max")
        print(f"Python {platform.python_version()}, {versions}, Chromium {chromium.version}")
        print(f"{os.cpu_count()} cores; before the first run {busy:.1f} programs waited for each\n")
    print(f"{'place':<12}{'KB until a slider answers':>28}{'seconds, server up':>26}{'from the server’s start':>28}")
    for name, runs_of_it in results.items():
        received, up, start = zip(*runs_of_it, strict=True)
        print(
            f"{name:<12}{spread(received, '{:,.0f}'):>28}{spread(up, '{:.2f}'):>26}{spread(start, '{:.2f}'):>28}",
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
