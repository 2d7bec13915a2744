"""How long explaining a pasted summary takes, and how that grows with its length.

    python benchmarks/summary.py

Prints the minimum, median and maximum of many repetitions. Nothing here is a test: times depend on the machine.
"""

import platform
import statistics
import time

import lstmlesson as keras
from lstmlesson.summary import explain, read


def times(action, repetitions=20):
    """Seconds for one action, measured so many times."""
    action()
    found = []
    for _ in range(repetitions):
        start = time.perf_counter()
        action()
        found.append(time.perf_counter() - start)
    return found


def chain(layers):
    """The summary of a chain of so many LSTM layers, each of its own size."""
    stack = [keras.LSTM(8 + number % 50, return_sequences=True) for number in range(layers)]
    return keras.Sequential([keras.Input((100, 6)), *stack]).summary_text()


if __name__ == "__main__":
    print(f"Python {platform.python_version()}, {platform.machine()}, lstmlesson {keras.__version__}")
    print(
        f"{'rows':>6} {'characters':>11}   {'read: min, median, max, ms':>30}   {'explain: min, median, max, ms':>30}"
    )
    for layers in (6, 12, 25, 50, 100, 200, 400, 800):
        text = chain(layers)
        columns = []
        for action in (read, explain):
            found = [1e3 * one for one in times(lambda action=action, text=text: action(text))]
            columns.append(f"{min(found):9.2f} {statistics.median(found):9.2f} {max(found):9.2f}")
        print(f"{layers:>6} {len(text):>11,}   {columns[0]:>30}   {columns[1]:>30}")
