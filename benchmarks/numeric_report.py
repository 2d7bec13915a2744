"""The table of `benchmarks/numeric.py`, and whether the goals were met.

found: {number type: {contestant: {(size, program): times}}}. trained: {contestant: {(run, "training"): times}}. Times
are the shortest, the median and the longest, in seconds.
"""

import math

from numeric_contestants import SEED_003

SIZES = [  # batch, timesteps, features, units
    (1, 5, 1, 5),
    (1, 20, 4, 8),
    (1, 50, 8, 32),
    (1, 100, 6, 64),
    (4, 10, 3, 16),
    (8, 20, 8, 16),
    (8, 50, 16, 64),
    (16, 30, 8, 32),
    (32, 50, 16, 32),
    (32, 100, 6, 64),
    (32, 50, 64, 128),
    (64, 50, 64, 128),
    (64, 100, 128, 256),
]
SMALL = 512  # batch times units up to here
PROGRAMS, TYPES = ("forward", "gradients"), ("float32", "float64")
# What was aimed at: a time divided by torch's, as a geometric mean over all sizes, and over the small ones.
GOALS = {"forward": (1.2, 0.7), "gradients": (1.0, math.inf)}
PUBLIC_CALL = 1.1  # the time of numeric.run over that of its step, where sizes are small
LONGEST_TRAINING, TIMES_FASTER = 0.3, 10  # seconds, and than Keras


def mean(ratios):
    """The geometric mean."""
    return math.exp(sum(map(math.log, ratios)) / len(ratios))


def ratios(found, name, kind, what, other="torch"):
    """A contestant's shortest time divided by another's, by size; empty where one of them was not measured."""
    times = found[kind].get(name), found[kind].get(other)
    return {size: times[0][size, what][0] / times[1][size, what][0] for size in SIZES} if all(times) else {}


def table(found, trained):
    """One table: microseconds for each number type, program, size and contestant, then seconds for each training."""
    print(f"\n{'':36}{'shortest':>12}{'median':>12}{'longest':>12}{'÷ torch':>9}")
    for kind in TYPES:
        for what in PROGRAMS:
            print(f"\n{what}, {kind}, microseconds; batch, timesteps, features, units")
            against = {name: ratios(found, name, kind, what) for name in found[kind]}
            for size in SIZES:
                for name, times in found[kind].items():
                    line(f"{size!s:20}{name:16}", times[size, what], 1e6, against[name].get(size))
    print("\nseed 003's three runs, seconds")
    for run in SEED_003:
        for name, times in trained.items():
            line(f"{run:20}{name:16}", times[run, "training"], 1)


def line(head, times, unit, ratio=None):
    """One line of the table."""
    digits = 0 if unit > 1 else 3
    cells = "".join(f"{seconds * unit:12,.{digits}f}" for seconds in times)
    print(f"{head}{cells}{'' if ratio is None else f'{ratio:9.2f}'}")


def verdict(found, trained):
    """The geometric means of the times divided by torch's, and beside each goal whether it was met."""
    print("\nshortest time ÷ torch's, geometric means")
    for what, goals in GOALS.items():
        for kind in TYPES:
            for name in ("ours", "step alone"):
                each = ratios(found, name, kind, what)
                for where, some, goal in zip(
                    ("all sizes", f"batch·units ≤ {SMALL}"), (each, small(each)), goals, strict=True
                ):
                    if some:
                        print(f"{what:11}{kind:9}{name:12}{where:20}{against_goal(mean(some.values()), goal)}")
    print("\nthe public call's shortest time ÷ its step's, geometric means where batch·units is small")
    for kind in TYPES:
        of_step = small(ratios(found, "ours", kind, "forward", "step alone"))
        print(f"{kind:9}{against_goal(mean(of_step.values()), PUBLIC_CALL)}")
    print(f"\nseed 003's three runs: ours below {LONGEST_TRAINING} s, and {TIMES_FASTER} times faster than Keras")
    for run in SEED_003:
        seconds = {name: times[run, "training"][0] for name, times in trained.items()}
        ours = seconds.pop("ours", math.nan)
        print(f"{run:16}{ours:.3f} s {met(ours < LONGEST_TRAINING)}", end="")
        for name, other in seconds.items():
            print(f"; {other / ours:.1f} times faster than {name}, {met(other / ours >= TIMES_FASTER)}", end="")
        print()


def small(ratios):
    """Those of the small sizes."""
    return {size: value for size, value in ratios.items() if size[0] * size[3] <= SMALL}


def against_goal(value, goal):
    return f"{value:.2f}" if goal == math.inf else f"{value:.2f}, goal {goal}: {met(value <= goal)}"


def met(yes):
    return "met" if yes else "MISSED"
