"""How long the whole course takes as tests, and how much memory each lesson's kernel holds when it is through.

    python benchmarks/course.py [repetitions]

First all lessons under strict nbval, one after the other in one run of pytest; then each lesson in a fresh kernel,
whose resident memory is read from the system once its last cell has run (Linux only). Goals: 90 seconds for the series
on two cores; 130 MiB for a kernel.
"""

import os
import platform
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("[0-9][0-9]_*.ipynb"))
SERIES, KERNEL = 90, 130


def series():
    """Seconds for strict nbval over all lessons."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *map(str, NOTEBOOKS)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=NOTEBOOKS[0].parents[1])
    return time.perf_counter() - start


def lesson(path):
    """Seconds from kernel start to the last result, and MiB of the kernel then."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell("import os; print(os.getpid())"))
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": path.parent}})
    start = time.perf_counter()
    with client.setup_kernel():
        for at, cell in enumerate(notebook.cells):
            client.execute_cell(cell, at)
        seconds = time.perf_counter() - start
        number = notebook.cells[-1].outputs[-1].text.strip()
        status = Path(f"/proc/{number}/status").read_text()
    return seconds, int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) / 1024


def spread(values, form):
    return " / ".join(form.format(value) for value in (min(values), statistics.median(values), max(values)))


def main(repetitions):
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {repetitions} repetitions: min / median / max")
    print(
        f"all lessons under strict nbval: {spread([series() for _ in range(repetitions)], '{:.1f}')} s, goal {SERIES}"
    )
    print(f"\n{'lesson':<26}{'seconds in its kernel':>26}{'MiB of its kernel':>26}{'goal':>6}")
    for path in NOTEBOOKS:
        seconds, memory = zip(*(lesson(path) for _ in range(repetitions)), strict=True)
        print(f"{path.stem:<26}{spread(seconds, '{:.1f}'):>26}{spread(memory, '{:.0f}'):>26}{KERNEL:>6}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
