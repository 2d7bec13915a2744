"""The packages of environment.yml installed by pip, where there is no conda: how much they are, and a lesson in them.

    python .ci/binder.py pins              environment.yml as pip's requirements, one a line
    python .ci/binder.py open PYTHON       how large the environment of that Python is, and that a slider of the first
                                           lesson moves there, in JupyterLab; fails where something heavy is in it

Run it with a Python that has the `test` extra; PYTHON needs none of it. Conda's own solution is not tried here.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests" / folder) for folder in ("", "helpers", "browser")]  # the helpers of the tests
FIRST = "00_start_here.ipynb"

# An older JupyterLab takes cells that are out of sight off the page; a reader scrolls.
SCROLL = """
async (number) => {
  const notebook = jupyterapp.shell.currentWidget.content;
  notebook.activeCellIndex = number;
  await notebook.scrollToItem(number, "start");
}
"""


def pins() -> list[str]:
    """The packages of environment.yml with their bounds, in pip's words."""
    return re.findall(r"^  - ([\w-]+>=\S+)", (ROOT / "environment.yml").read_text("utf-8"), re.MULTILINE)


def installed(python: str) -> list[Distribution]:
    """The packages of an environment."""
    asks = "import sysconfig; print(sysconfig.get_path('purelib'))"
    place = subprocess.run([python, "-c", asks], capture_output=True, text=True, check=True).stdout.strip()
    return list(distributions(path=[place]))


def megabytes(package: Distribution) -> float:
    """What the files of a package take, as they were installed."""
    paths = (Path(str(file.locate())) for file in package.files or [])
    return sum(path.stat().st_size for path in paths if path.is_file()) / 2**20


def tell_sizes(packages: list[Distribution]) -> None:
    """Say how large the environment is, and refuse what is heavy."""
    from test_binder import HEAVY

    sizes = sorted(((megabytes(package), package.name, package.version) for package in packages), reverse=True)
    print(f"{len(sizes)} packages, {sum(size for size, *_ in sizes):.0f} MB; the largest:")
    for size, name, version in sizes[:5]:
        print(f"  {name} {version}: {size:.0f} MB")
    heavy = {name.lower() for _, name, _ in sizes} & HEAVY
    if heavy:
        sys.exit(f"heavy, and not needed to count: {', '.join(sorted(heavy))}")


def open_the_first_lesson(python: str) -> None:
    """Start JupyterLab there, run the first lesson, move its slider by keyboard; the page shows Python's count."""
    from conftest import browser
    from lab_page import Lab
    from lab_server import Server
    from lessons import read
    from on_page import OnPage, explorer_cells, twin
    from playwright.sync_api import sync_playwright

    (number, _, cell), *others = explorer_cells(read(ROOT / "notebooks" / FIRST))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        chromium = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        begin = time.perf_counter()
        with Server(Path(folder), python) as server:
            shutil.copy(ROOT / "notebooks" / FIRST, server.notebooks)
            with Lab(chromium, server) as lab:
                lab.open(FIRST)
                lab.run(1 + len(others))
                lab.page.evaluate(SCROLL, number)
                shown = OnPage(lab.page, lab.page.locator(".lstmlesson").first, twin(cell.source))
                before = shown.traits()
                shown.root.locator("input[type=range]").first.press("End")
                traits, _, text = shown.now()
                shown.expected(traits)  # sets the twin
                if traits == before or f"{shown.twin.count:,}" not in text:
                    sys.exit(f"a slider went from {before} to {traits}, and the page does not say {shown.twin.count:,}")
                print(f"a slider of {FIRST} moves, {time.perf_counter() - begin:.1f} s after the start of JupyterLab")
                lab.check()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["pins"]:
            print(*pins(), sep="\n")
        case ["open", python]:
            tell_sizes(installed(python))
            open_the_first_lesson(python)
        case _:
            sys.exit(__doc__)
