"""How fast is the numpy LSTM? Against torch.nn.LSTM, Keras, and the matrix products alone. Run on demand:

    python benchmarks/numeric.py --frameworks PYTHON --chart numeric.svg

PYTHON is an interpreter that has Keras, PyTorch and jax; what it lacks is said to be not measured. Each contestant runs
in a process of its own with one thread: two in one process, or several threads, measure each other. The processes take
turns, several rounds, so that what else the machine does meets all of them. The shortest of many times is compared,
since on a shared machine everything else is the machine's; the median and the longest stand beside it, and the load.

The 13 sizes were chosen before anything was measured: from the smallest of the lessons to what fills a processor.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numeric_contestants as contestants
from numeric_chart import chart
from numeric_report import PROGRAMS, SIZES, TYPES, ratios, table, verdict

LSTMS = {
    "ours": contestants.ours,
    "step alone": contestants.step,
    "torch": contestants.torch,
    "Keras on torch": contestants.keras_on_torch,
    "Keras on jax": contestants.keras_on_jax,
    "products alone": contestants.products,
}
TRAINERS = {
    "ours": contestants.trained_by_us,
    "Keras on torch": contestants.trained_by_keras_on_torch,
    "Keras on jax": contestants.trained_by_keras,
}
HERE = ("ours", "step alone", "products alone")  # these need numpy alone
ONE_THREAD = {
    **dict.fromkeys(["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"], "1"),
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
}
ROUNDS, SECONDS = 3, 0.1  # each program is called for so long in each round, and at least once


def timed(program):
    """The times of a program that has been called before, in seconds."""
    times, end = [], time.perf_counter() + SECONDS
    while not times or time.perf_counter() < end:
        start = time.perf_counter()
        program()
        times.append(time.perf_counter() - start)
    return times


def measure(name, kind):
    """What one process does: print a line of JSON for each measurement."""
    if kind == "training":
        for run, (_, _, epochs, _) in contestants.SEED_003.items():
            program = TRAINERS[name](run)
            program(2)
            print(json.dumps([run, kind, timed(lambda program=program, epochs=epochs: program(epochs))]), flush=True)
    else:
        for size in SIZES:
            for what, program in LSTMS[name](size, kind).items():
                program()
                print(json.dumps([size, what, timed(program)]), flush=True)


def measured_apart(python, name, kind):
    """A contestant's times in a process of its own: {(size or run, what): times}; empty if it cannot run."""
    root, backend = Path(__file__).parents[1], name.removeprefix("Keras on ")
    more = {**ONE_THREAD, "KERAS_BACKEND": backend, "PYTHONPATH": str(root), "PYTHONWARNINGS": "ignore"}
    command = [sys.executable if name in HERE else python, __file__, "--measure", name, kind]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **more})
    if done.returncode:
        print(f"{name}, {kind}: not measured. {done.stderr.strip().splitlines()[-1]}")
        return {}
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {(tuple(at) if isinstance(at, list) else at, what): times for at, what, times in lines}


def in_turns(python, names, kind):
    """The shortest, the median and the longest time of all contestants that can run, from several rounds."""
    rounds = []
    for _ in range(ROUNDS):
        rounds.append({name: measured_apart(python, name, kind) for name in names})
        names = [name for name in names if rounds[-1][name]]
    return {name: {at: low_middle_high([one[name][at] for one in rounds]) for at in rounds[0][name]} for name in names}


def low_middle_high(rounds):
    times = [time for each in rounds for time in each]
    return min(times), statistics.median(times), max(times)


def machine():
    """What this was measured on."""
    cpus = Path("/proc/cpuinfo")
    lines = cpus.read_text().splitlines() if cpus.exists() else []
    names = [one.split(":")[1].strip() for one in lines if one.startswith("model name")]
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg()) if hasattr(os, "getloadavg") else "not known"
    name = names[0] if names else platform.processor() or platform.machine()
    return f"{name}, {os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}; load {load}"


def versions(python):
    """The versions that an interpreter measures with."""
    libraries = "numpy", "torch", "keras", "jax"
    program = f"""
from importlib import metadata, util
print(*(f"{{one}} {{metadata.version(one)}}" for one in {libraries} if util.find_spec(one)), sep=", ")"""
    return subprocess.run([python, "-c", program], capture_output=True, text=True, check=True).stdout.strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--frameworks", default=sys.executable, help="a Python that has Keras, PyTorch and jax")
    parser.add_argument("--chart", type=Path, help="where to draw the table, such as numeric.svg; needs matplotlib")
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        measure(*given.measure)
        return
    print(f"{machine()}\nhere: {versions(sys.executable)}\nframeworks: {versions(given.frameworks)}", flush=True)
    kinds = [*((kind, LSTMS) for kind in TYPES), ("training", TRAINERS)]
    found = {kind: in_turns(given.frameworks, names, kind) for kind, names in kinds}
    trained = found.pop("training")
    table(found, trained)
    if given.chart:
        panels = {
            (what, kind): {name: ratios(found, name, kind, what) for name in LSTMS}
            for what in PROGRAMS
            for kind in TYPES
        }
        seconds = {name: {run: times[0] for (run, _), times in each.items()} for name, each in trained.items()}
        chart(given.chart, panels, seconds)
    verdict(found, trained)
    print(machine())


if __name__ == "__main__":
    main()
