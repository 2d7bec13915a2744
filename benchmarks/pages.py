"""How large each lesson is as a page, and how soon its explorers are alive.

    python benchmarks/pages.py [repetitions]

Each page is opened from a file in a fresh window of Chromium. The clock is the window's own, from the navigation to
the mark that the page sets when its last explorer is drawn. Goals: 600 KB and 500 ms. Needs Chromium and the `test`
extra.
"""

import os
import platform
import statistics
import sys
import tempfile
from pathlib import Path

from lstmlesson.course import lessons
from lstmlesson.page import write_course

ROOT = Path(__file__).parents[1]
ALIVE = "performance.getEntriesByName('lstmlesson alive')[0].startTime"


def milliseconds(chromium, path):
    """From the navigation to a page that is alive."""
    context = chromium.new_context()
    window = context.new_page()
    window.goto(path.as_uri())
    alive = window.evaluate(ALIVE)
    context.close()
    return alive


def main(repetitions):
    sys.path[:0] = [str(ROOT / "tests")]  # where a browser is looked for
    from conftest import browser
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        write_course(folder)
        chromium = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        busy = os.getloadavg()[0] / os.cpu_count()
        print(f"Python {platform.python_version()}, Chromium {chromium.version}, {repetitions} repetitions")
        print(f"{os.cpu_count()} cores, for each of which {busy:.1f} programs waited\n")
        print(f"{'page':<28}{'KB':>6}{'ms until it is alive: min / median / max':>44}")
        for lesson in lessons():
            path = Path(folder) / f"{lesson.name}.html"
            times = [milliseconds(chromium, path) for _ in range(repetitions)]
            shown = " / ".join(f"{time:.0f}" for time in (min(times), statistics.median(times), max(times)))
            print(f"{lesson.name:<28}{path.stat().st_size / 1000:>6.0f}{shown:>44}")
        chromium.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
