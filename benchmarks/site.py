"""How soon a pasted summary is answered on the site, and how soon each of its pages is alive.

    python benchmarks/site.py [repetitions]

The site is served from this machine, so the network costs nothing. The first paste starts Python in the page's worker;
its clock runs from Ctrl+V until the answer stands there, and the second paste's, in the same page, likewise. Each
repetition is a window without a cache. Goals: 2.5 s and 0.4 s, and a page alive within 200 ms. Needs the `site` and
`test` extras, npm's registry and Chromium.
"""

import os
import platform
import statistics
import sys
import tempfile
import time
from pathlib import Path

from lstmlesson.course import lessons

ROOT = Path(__file__).parents[1]
SUMMARY = "lstm (LSTM)    (None, 100, 64)    18176\ndense (Dense)    (None, 100, 5)    325"
ALIVE = "performance.getEntriesByName('lstmlesson alive')[0].startTime"


def spread(values, digits):
    """The minimum, the median and the maximum."""
    return " / ".join(f"{value:.{digits}f}" for value in (min(values), statistics.median(values), max(values)))


def seconds_of_pastes(engine, site):
    """The first paste of a window, and the second."""
    from test_site_paste import Paste

    with Paste(engine, site) as paste:
        taken = []
        for text in (SUMMARY, SUMMARY.replace("lstm (", "first (")):
            paste.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
            paste.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
            paste.page.evaluate("document.querySelector('#pasted').value = ''")
            started = time.perf_counter()
            paste.box.press("Control+v")
            paste.answered()
            taken.append(time.perf_counter() - started)
            assert text[:5] in paste.shown.inner_text()
        return taken


def milliseconds_until_alive(engine, site, name):
    """From the navigation to the mark that a page sets when its last explorer is drawn."""
    from site_server import Visited

    with Visited(engine, site, f"{name}.html") as visited:
        visited.page.wait_for_function("performance.getEntriesByName('lstmlesson alive').length")
        return visited.page.evaluate(ALIVE)


def main(repetitions):
    sys.path[:0] = [str(ROOT / "tests" / name) for name in ("", "helpers", "browser")]
    import sites
    from conftest import browser
    from playwright.sync_api import sync_playwright
    from site_server import Site, written

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Site(written(sites.with_python(), Path(folder)))
        engine = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        busy = os.getloadavg()[0] / os.cpu_count()
        print(f"Python {platform.python_version()}, Chromium {engine.version}, {repetitions} repetitions")
        print(f"{os.cpu_count()} cores, for each of which {busy:.1f} programs waited\n")
        first, second = zip(*(seconds_of_pastes(engine, site) for _ in range(repetitions)), strict=True)
        print(f"seconds to the answer, min / median / max: first paste {spread(first, 2)}, next {spread(second, 3)}")
        for lesson in lessons():
            times = [milliseconds_until_alive(engine, site, lesson.name) for _ in range(repetitions)]
            print(f"{lesson.name:<28}{spread(times, 0):>24} ms until it is alive")
        engine.close()
        site.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
