"""How long from a key press to the changed page: in the page, by ipywidgets.interact, by interact with matplotlib.

    python benchmarks/live.py [steps]

One run, one JupyterLab, one notebook, three sliders that show the same thing: the blocks and the count of an LSTM.
Each step is an arrow key on the slider; the clock runs in the page, from the keydown event to the first moment at
which what is shown has changed. After that: how long each explorer takes to be made and how large its forms are.
Needs Chromium, the `test` extra and matplotlib. Absolute times are this machine's; read them as ratios.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import get_type_hints

from lstmlesson import explorers

TESTS = Path(__file__).parents[1] / "tests"

NOTEBOOK = """
from IPython.display import HTML, display
from ipywidgets import interact
from lstmlesson import LSTM
from lstmlesson.explorers import gates
from lstmlesson.views.pictures.blocks.block_picture import blocks
from lstmlesson.views.formula import equation, weights_table
import matplotlib.pyplot as plt

def as_html(units=(1, 8)):
    weights = LSTM(units).weights((None, 3))
    display(HTML(f"<p>{equation(weights)}</p>" + blocks(weights) + weights_table(weights)))

def as_figure(units=(1, 8)):
    weights = LSTM(units).weights((None, 3))
    figure, axes = plt.subplots(figsize=(6, 3))
    for row, weight in enumerate(weights):
        for at, gate in enumerate(weight.gates):
            axes.add_patch(plt.Rectangle((at * units, row * 4), units, weight.shape[0] if row < 2 else 1, fill=True))
    axes.set(xlim=(0, 32), ylim=(0, 12), title=LSTM(units).formula((None, 3)))
    plt.show()

display(gates())
interact(as_html)
interact(as_figure);
"""

# Waits for one key press and gives the time until `shown` differs, in milliseconds.
STEP = """
([slider, shown]) => {
  const area = document.querySelector(shown);
  const look = () => area.textContent + [...area.querySelectorAll("img")].map((image) => image.src);
  const before = look();
  let start = 0;
  window.step = new Promise((resolve) => {
    const watcher = new MutationObserver(() => {
      if (!start || look() === before || look().trim() === "") return;
      watcher.disconnect();
      resolve(performance.now() - start);
    });
    watcher.observe(area, { subtree: true, childList: true, characterData: true, attributes: true });
    addEventListener("keydown", () => { start = performance.now(); }, { capture: true, once: true });
  });
}
"""

WAYS = {
    "in the page": (".lstmlesson .lm-scrub [data-slide=units]", ".lstmlesson"),
    "interact, HTML": (".widget-interact >> nth=0 >> .noUi-handle", ".widget-interact .jp-OutputArea"),
    "interact, matplotlib": (".widget-interact >> nth=1 >> .noUi-handle", "[data-second] .jp-OutputArea"),
}


def steps(lab, slider, shown, number):
    """The times of so many arrow keys, right to the end of the slider and left again."""
    times = []
    for step in range(number + 5):
        lab.page.locator(slider).focus()
        lab.page.evaluate(STEP, [slider, shown])
        lab.page.keyboard.press("ArrowRight" if step % 8 < 4 else "ArrowLeft")
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
            server.write("live.ipynb", NOTEBOOK)
            lab.open("live.ipynb")
            lab.run(1)
            lab.page.locator(".widget-interact img").wait_for()
            lab.page.evaluate("document.querySelectorAll('.widget-interact')[1].dataset.second = ''")
            return {name: steps(lab, *places, number) for name, places in WAYS.items()}


def main():
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    times = measure(number)
    base = statistics.median(times["in the page"])
    print(f"key press to changed page, {number} steps, milliseconds")
    for name, one in times.items():
        middle, slow = statistics.median(one), one[int(0.95 * len(one))]
        print(f"  {name:22} median {middle:8.2f}   95th percentile {slow:8.2f}   {middle / base:6.1f} times")
    print("making an explorer and its static form, milliseconds; sizes in bytes")
    for name in explorers.__all__:
        if get_type_hints(getattr(explorers, name)).get("return") is explorers.Explorer:
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
