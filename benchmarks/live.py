"""How long from a key press to the changed page: each explorer, ipywidgets.interact, and interact with matplotlib.

    python benchmarks/live.py [steps]

One run, one JupyterLab, one notebook. `gates`, interact and interact with matplotlib show the same thing, the blocks
and the count of an LSTM; below them stands every other explorer, each with all its controls at their highest values.
Each step is an arrow key on a slider; the clock runs in the page, from the keydown event to the first moment at which
what is shown has changed. After that: how long each explorer takes to be made and how large its forms are.
Needs Chromium and the `test` extra, and matplotlib for the third. Read the times as ratios; they are this machine's.
"""

import inspect
import statistics
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from lstmlesson import explorers

TESTS = Path(__file__).parents[1] / "tests"

NOTEBOOK = """
from IPython.display import HTML, display
from ipywidgets import interact
from lstmlesson import LSTM
from lstmlesson.explorers import gates
from lstmlesson.views.pictures.blocks.block_picture import blocks
from lstmlesson.views.formula import equation, weights_table

def as_html(units=(1, 8)):
    weights = LSTM(units).weights((None, 3))
    display(HTML(f"<p>{equation(weights)}</p>" + blocks(weights) + weights_table(weights)))

def as_figure(units=(1, 8)):
    import matplotlib.pyplot as plt
    weights = LSTM(units).weights((None, 3))
    figure, axes = plt.subplots(figsize=(6, 3))
    for row, weight in enumerate(weights):
        for at, gate in enumerate(weight.gates):
            axes.add_patch(plt.Rectangle((at * units, row * 4), units, weight.shape[0] if row < 2 else 1, fill=True))
    axes.set(xlim=(0, 32), ylim=(0, 12), title=LSTM(units).formula((None, 3)))
    plt.show()

interact(as_html)
{figure}
from lstmlesson import explorers
for name in {names}:
    explorer = getattr(explorers, name)()
    for control in explorer.controls:
        setattr(explorer, control.name, control.values()[-1])
    display(explorer);
"""
FUNCTIONS = {name: call for name, call in inspect.getmembers(explorers, inspect.isfunction) if name != "predict"}
LIVE = [
    name
    for name, call in FUNCTIONS.items()
    if isinstance(kind := inspect.signature(call).return_annotation, type) and issubclass(kind, explorers.Explorer)
]

# Waits for one key press and gives the time until `shown` differs, in milliseconds.
STEP = """
([slider, shown]) => {
  const area = document.querySelector(shown);
  const look = () => area.innerHTML;
  const before = look();
  let start = 0;
  window.step = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`${slider} changed nothing in ${shown}`)), 5000);
    const watcher = new MutationObserver(() => {
      if (!start || look() === before || area.textContent.trim() === "") return;
      watcher.disconnect();
      resolve(performance.now() - start);
    });
    watcher.observe(area, { subtree: true, childList: true, characterData: true, attributes: true });
    addEventListener("keydown", () => { start = performance.now(); }, { capture: true, once: true });
  });
}
"""

# Gives each explorer its name, and the second interact a mark.
NAMED = """(names) => {
  const all = document.querySelectorAll(".jp-OutputArea-output .lstmlesson");
  all.forEach((one, at) => { one.dataset.live = names[at]; });
  const second = document.querySelectorAll(".widget-interact")[1];
  if (second) second.dataset.second = "";
}"""
SLIDER = ":is([role=slider][data-slide], input[type=range]) >> nth=0"
WAYS = {
    "interact, HTML": (".widget-interact >> nth=0 >> .noUi-handle", ".widget-interact .jp-OutputArea"),
    "interact, matplotlib": (".widget-interact >> nth=1 >> .noUi-handle", "[data-second] .jp-OutputArea"),
}
HAS_MATPLOTLIB = find_spec("matplotlib") is not None


def ways():
    """Where each is moved, and where it shows what it shows."""
    found = {name: places for name, places in WAYS.items() if HAS_MATPLOTLIB or "matplotlib" not in name}
    return {f"explorers.{name}": (f"[data-live={name}] >> {SLIDER}", f"[data-live={name}]") for name in LIVE} | found


def steps(lab, slider, shown, number):
    """The times of so many arrow keys, right to the end of the slider and left again."""
    # The explorers stand at their highest values, interact in the middle of its range.
    away, back = ("ArrowRight", "ArrowLeft") if "interact" in slider else ("ArrowLeft", "ArrowRight")
    times = []
    for step in range(number + 5):
        lab.page.locator(slider).focus()
        lab.page.evaluate(STEP, [slider, shown])
        lab.page.keyboard.press(away if step % 8 < 4 else back)
        times.append(lab.page.evaluate("step"))
        lab.page.wait_for_timeout(20)
    return sorted(times[5:])  # the first ones warm up


def measure(number):
    sys.path[:0] = [str(TESTS / folder) for folder in ("", "helpers", "browser")]  # the helpers of the browser tests
    from conftest import browser
    from lab_page import Lab
    from lab_server import Server
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
        chromium = playwright.chromium.launch(executable_path=browser(), args=quiet)
        with Server(Path(folder)) as server, Lab(chromium, server) as lab:
            figure = "interact(as_figure)" if HAS_MATPLOTLIB else ""
            server.write("live.ipynb", NOTEBOOK.replace("{figure}", figure).replace("{names}", repr(LIVE)))
            lab.open("live.ipynb")
            lab.run(len(LIVE))
            lab.page.locator(".widget-interact table").first.wait_for()
            lab.page.evaluate(NAMED, LIVE)
            return {name: steps(lab, *places, number) for name, places in ways().items()}


def main():
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    times = measure(number)
    interact = statistics.median(times["interact, HTML"])
    print(f"key press to changed page, {number} steps, milliseconds; explorers at their largest values")
    for name, one in times.items():
        low, middle, high, slow = one[0], statistics.median(one), one[-1], one[int(0.95 * len(one))]
        print(
            f"  {name:26} minimum {low:7.2f}   median {middle:7.2f}   maximum {high:7.2f}   "
            f"95th percentile {slow:7.2f}   interact takes {interact / middle:6.1f} times as long"
        )
    print("making an explorer and its static form, milliseconds; sizes in bytes")
    for name in LIVE:
        start = time.perf_counter()
        explorer = getattr(explorers, name)()
        made = time.perf_counter()
        html = explorer.static()
        done = time.perf_counter()
        print(
            f"  {name:16} made {1000 * (made - start):6.1f}   static {1000 * (done - made):6.1f}   "
            f"static form {len(html.encode()):7,}   document {len(explorer._text.encode()):7,}   "
            f"polynomials {len(explorer._polynomials):4}"
        )


if __name__ == "__main__":
    main()
