"""How long counting takes, beside building the same model in Keras, in one run.

    python benchmarks/counting.py

Prints the minimum, median and maximum of many repetitions, and ratios of medians. Keras is measured where it is
installed (its backend as KERAS_BACKEND says), otherwise its lines are said to be missing. Nothing here is a test:
times depend on the machine and on what else it does.
"""

import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec

import lstmlesson


def times(action: Callable[[], object], repetitions: int, inner: int = 1) -> list[float]:
    """Seconds for one action, measured so many times, each over `inner` actions in a row."""
    action()
    found = []
    for _ in range(repetitions):
        start = time.perf_counter()
        for _ in range(inner):
            action()
        found.append((time.perf_counter() - start) / inner)
    return found


def line(name: str, found: list[float], unit: float = 1e6, sign: str = "µs") -> float:
    """Print one measurement and return its median."""
    low, middle, high = (unit * value for value in (min(found), statistics.median(found), max(found)))
    print(f"{name:<52} {low:10.1f} {middle:10.1f} {high:10.1f} {sign}")
    return statistics.median(found)


def one_lstm(keras):
    """LSTM(64) on 100 timesteps of 6 features, as a model."""
    return keras.Sequential([keras.Input((100, 6)), keras.layers.LSTM(64)])


def seed_004(keras):
    """The model of seed 004: two LSTMs, a Dropout, three Dense."""
    layers = keras.layers
    return keras.Sequential(
        [
            keras.Input((100, 6)),
            layers.LSTM(64, return_sequences=True),
            layers.Dropout(0.5),
            layers.LSTM(64),
            layers.Dense(64),
            layers.Dense(64),
            layers.Dense(6),
        ]
    )


def counting() -> None:
    line("LSTM(64).count((100, 6)), no model", times(lambda: lstmlesson.LSTM(64).count((100, 6)), 50, 200))
    for name, make in (("a model of one LSTM", one_lstm), ("the model of seed 004", seed_004)):
        model = make(lstmlesson)
        counted = line(f"{name}, counted", times(model.count, 50, 20))
        written = line(f"{name}, written down and counted", times(lambda make=make: make(lstmlesson).count(), 50, 20))
        if find_spec("keras") is None:
            print(f"{name}, Keras: not measured, Keras is not installed")
            continue
        import keras

        backend = f"Keras {keras.__version__} on {keras.backend.backend()}"
        theirs = line(f"{name}, built by {backend}", times(lambda make=make: make(keras).count_params(), 50))
        print(f"    Keras takes {theirs / counted:,.0f} times as long as counting, ", end="")
        print(f"{theirs / written:,.0f} times as long as writing down and counting")


def many_at_once() -> None:
    if find_spec("numpy") is None:
        print("a million at once: not measured, numpy is not installed")
        return
    import numpy as np

    units = np.random.default_rng(0).integers(1, 1000, 10**6)
    features = units[::-1].copy()
    line("10^6 configurations of an LSTM at once", times(lambda: lstmlesson.LSTM(units).count((None, features)), 10))


def importing() -> None:
    def start(code: str) -> list[float]:
        return times(lambda: subprocess.run([sys.executable, "-c", code], check=True), 20)

    bare = line("Python's own start", start("pass"), 1e3, "ms")
    ours = line("Python, and import lstmlesson", start("import lstmlesson"), 1e3, "ms")
    print(f"    importing takes {1e3 * (ours - bare):.1f} ms (median)")
    check = "import sys, lstmlesson; print([name for name in ('numpy', 'sympy') if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", check], check=True, capture_output=True, text=True).stdout
    print(f"    numpy and sympy among the loaded modules: {loaded.strip()}")


if __name__ == "__main__":
    print(f"Python {platform.python_version()}, {platform.machine()}, lstmlesson {lstmlesson.__version__}")
    print(f"{'':<52} {'minimum':>10} {'median':>10} {'maximum':>10}")
    counting()
    many_at_once()
    importing()
