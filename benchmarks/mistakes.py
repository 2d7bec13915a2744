"""How long a diagnosis and a question take.

    python benchmarks/mistakes.py

Prints the minimum, median and maximum of many repetitions. Nothing here is a test: times depend on the machine and on
what else it does. The aim is 5 ms for a diagnosis with all mistakes and 20 ms for a question.
"""

import platform
import statistics
import time
from collections.abc import Callable

import lstmlesson
from lstmlesson import LSTM, Dense, Dropout, Input, Sequential, pytorch
from lstmlesson.mistakes import EVERY, diagnose
from lstmlesson.questions import draw


def times(action: Callable[[int], object], repetitions: int = 100) -> list[float]:
    """Milliseconds for each of many actions; an action is given its number."""
    action(0)
    found = []
    for number in range(repetitions):
        start = time.perf_counter()
        action(number)
        found.append(1e3 * (time.perf_counter() - start))
    return found


def line(name: str, found: list[float]) -> None:
    print(f"{name:<52} {min(found):10.2f} {statistics.median(found):10.2f} {max(found):10.2f} ms")


def seed_004() -> Sequential:
    """The model of seed 004: two LSTMs, a Dropout, three Dense."""
    layers = [LSTM(64, return_sequences=True), Dropout(0.5), LSTM(64), Dense(64), Dense(64), Dense(6)]
    return Sequential([Input((100, 6)), *layers])


def diagnoses() -> None:
    lstm, stack, model = LSTM(64), pytorch.GRU(29, 29, 5, bidirectional=True), seed_004()
    line("LSTM, one mistake", times(lambda _: diagnose(lstm, (100, 6), 17_920)))
    line("LSTM, two mistakes and a follow-up", times(lambda _: diagnose(LSTM(2), (4, 3), 56)))
    line("LSTM, no known mistake", times(lambda _: diagnose(lstm, (100, 6), 1)))
    line("PyTorch, 5 layers in both directions", times(lambda _: diagnose(stack, None, 52_200)))
    line("a model of 6 layers, one mistake", times(lambda _: diagnose(model, None, 45_062)))
    line("a model of 6 layers, no known mistake", times(lambda _: diagnose(model, None, 1)))


def questions() -> None:
    for lesson in range(10):
        for difficulty in (1, 2, 3):
            found = times(lambda seed, lesson=lesson, level=difficulty: draw(lesson, seed, level))
            line(f"a question for lesson {lesson}, difficulty {difficulty}", found)


if __name__ == "__main__":
    print(f"Python {platform.python_version()}, lstmlesson {lstmlesson.__version__}, {len(EVERY)} mistakes")
    print(f"{'':<52} {'minimum':>10} {'median':>10} {'maximum':>10}")
    diagnoses()
    questions()
