"""How fast is the numpy LSTM? Against torch.nn.LSTM, Keras, and the matrix products alone. Run on demand:

    python benchmarks/numeric.py --frameworks PYTHON

PYTHON is an interpreter that has Keras and PyTorch; what it lacks is said to be not measured. Each contestant runs in a
process of its own with one thread: two in one process, or several threads, measure each other. A time is the shortest
of many, since on a shared machine everything else is the machine's; median and longest stand beside it with --all.

The 13 sizes were chosen before anything was measured: from the smallest of the lessons to what fills a processor.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import time
from pathlib import Path

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
TYPES = ("float32", "float64")
ONE_THREAD = dict.fromkeys(["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"], "1")
SECONDS = 0.5  # for each measurement
SEED_003 = {"one to one": (5, 1, 1000, 5), "many to one": (1, 5, 500, 1), "many to many": (1, 5, 1000, 1)}


def timed(program):
    """The shortest, the middle and the longest time of a program, in seconds."""
    program()
    times, end = [], time.perf_counter() + SECONDS
    while len(times) < 5 or time.perf_counter() < end:
        start = time.perf_counter()
        program()
        times.append(time.perf_counter() - start)
    return min(times), sorted(times)[len(times) // 2], max(times)


def numbers(size, kind):
    """x, what the output is multiplied with, and the weights of an LSTM as Keras keeps them."""
    import numpy as np

    batch, timesteps, features, units = size
    draw = np.random.default_rng(0)
    shapes = [(features, 4 * units), (units, 4 * units), (4 * units,)]
    weights = [(draw.normal(size=shape) / math.sqrt(units)).astype(kind) for shape in shapes]
    x, wanted = draw.normal(size=(batch, timesteps, features)), draw.normal(size=(batch, timesteps, units))
    return x.astype(kind), wanted.astype(kind), weights


def ours(size, kind):
    from lstmlesson import LSTM, numeric, training

    x, wanted, weights = numbers(size, kind)
    layer = LSTM(size[-1], return_sequences=True)
    yield "forward", lambda: numeric.run(layer, weights, x)
    yield "gradients", lambda: training.gradients(layer, weights, x, wanted)


def step(size, kind):
    """The fast step alone, from timestep to timestep, without what numeric.run checks and turns."""
    import numpy as np

    from lstmlesson import LSTM
    from lstmlesson.numeric import stacked, strand
    from lstmlesson.training import through_time

    x, wanted, weights = numbers(size, kind)
    own, x, wanted = (
        strand.of_cell(LSTM(size[-1]).cell, weights),
        x.transpose(1, 2, 0),
        wanted.transpose(1, 2, 0).copy(),
    )
    zeros = [np.zeros((size[-1], size[0]), kind)] * 2
    yield "forward", lambda: stacked.run(own, x, zeros)
    yield "gradients", lambda: through_time.back(own, stacked.run(own, x, zeros, keep=True).kept, wanted, zeros)


def torch(size, kind):
    import torch

    from lstmlesson import LSTM, numeric

    torch.set_num_threads(1)
    x, wanted, weights = numbers(size, kind)
    module = torch.nn.LSTM(size[2], size[3], batch_first=True, dtype=getattr(torch, kind))
    with torch.no_grad():
        for parameter, array in zip(module.parameters(), numeric.to_pytorch(LSTM(size[3]), weights), strict=True):
            parameter.copy_(torch.from_numpy(array))
    x, wanted = torch.from_numpy(x), torch.from_numpy(wanted)
    with_gradient = x.clone().requires_grad_()

    def forward():
        with torch.no_grad():
            module(x)

    def gradients():
        module.zero_grad()
        module(with_gradient)[0].backward(wanted)

    yield "forward", forward
    yield "gradients", gradients


def keras(size, kind):
    import keras
    import torch

    torch.set_num_threads(1)
    x, wanted, weights = numbers(size, kind)
    layer = keras.layers.LSTM(size[3], return_sequences=True, dtype=kind)
    layer.build(x.shape)
    layer.set_weights(weights)
    x, wanted = torch.from_numpy(x), torch.from_numpy(wanted)
    with_gradient = x.clone().requires_grad_()

    def forward():
        with torch.no_grad():
            layer(x)

    def gradients():
        layer.zero_grad()
        layer(with_gradient).backward(wanted)

    yield "forward", forward
    yield "gradients", gradients


def products(size, kind):
    """The matrix products of all steps and nothing else: forward one a step, with gradients as many again twice."""
    import numpy as np

    batch, timesteps, features, units = size
    matrix, seen = np.ones((4 * units, features + units + 1), kind), np.ones((features + units + 1, batch), kind)
    sums, back = np.ones((4 * units, batch), kind), np.ones((units, 4 * units), kind)
    all_sums, all_seen = np.ones((4 * units, batch * timesteps), kind), np.ones((len(seen), batch * timesteps), kind)
    into_x = np.ones((features, 4 * units), kind)

    def forward():
        for _ in range(timesteps):
            np.dot(matrix, seen)

    def gradients():
        forward()
        for _ in range(timesteps):
            np.dot(back, sums)
        np.dot(all_sums, all_seen.T)
        np.dot(into_x, all_sums)

    yield "forward", forward
    yield "gradients", gradients


def seed_003(library, name):
    """One of seed 003's three models, in a library, and its data."""
    import numpy as np

    layers, wanted = library.layers, np.array([0.0, 0.2, 0.4, 0.6, 0.8], "float32")
    batch, timesteps, _, _ = SEED_003[name]
    many = name == "many to many"
    last = layers.TimeDistributed(layers.Dense(1)) if many else layers.Dense(5 if name == "many to one" else 1)
    chain = [library.Input((timesteps, 1)), layers.LSTM(5, return_sequences=many), last]
    x = wanted.reshape(batch, timesteps, 1)
    y = wanted.reshape((1, 5, 1) if many else (batch, -1))
    return library.Sequential(chain), x, y


def trained_by_us(name):
    import lstmlesson
    from lstmlesson import numeric, training

    model, x, y = seed_003(lstmlesson, name)
    weights = numeric.initialise(model, None, seed=0)
    return lambda: training.fit(model, weights, x, y, epochs=SEED_003[name][2], batch_size=SEED_003[name][3])


def trained_by_keras(name):
    import keras
    import torch

    torch.set_num_threads(1)
    model, x, y = seed_003(keras, name)
    model.compile("adam", "mean_squared_error")
    return lambda: model.fit(x, y, epochs=SEED_003[name][2], batch_size=SEED_003[name][3], verbose=0)


CONTESTANTS = {"ours": ours, "step": step, "torch": torch, "keras": keras, "products": products}
TRAINED_BY = {"ours": trained_by_us, "keras": trained_by_keras}


def measure(contestant, kind):
    """What one process does: print one line of JSON for each measurement."""
    if kind == "training":
        for name in SEED_003:
            program = TRAINED_BY[contestant](name)
            print(json.dumps([name, "training", timed(program) if contestant == "ours" else once(program)]))
        return
    for size in SIZES:
        for what, program in CONTESTANTS[contestant](size, kind):
            print(json.dumps([size, what, timed(program)]))


def once(program):
    """For what takes long: one time, thrice."""
    start = time.perf_counter()
    program()
    return [time.perf_counter() - start] * 3


def measured_apart(python, contestant, kind):
    """A contestant's measurements in a process of its own: {(size or name, what): times}; empty if it cannot run."""
    root = str(Path(__file__).parent.parent)
    more = {**ONE_THREAD, "KERAS_BACKEND": "torch", "PYTHONPATH": root}
    command = [python, __file__, "--measure", contestant, kind]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **more})
    if done.returncode:
        print(f"{contestant}, {kind}: not measured. {done.stderr.strip().splitlines()[-1]}")
        return {}
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {(tuple(at) if isinstance(at, list) else at, what): times for at, what, times in lines}


def mean(ratios):
    """The geometric mean."""
    return math.exp(sum(map(math.log, ratios)) / len(ratios))


def table(kind, what, found, every):
    """One table: microseconds for each size and contestant, and ours and the step alone divided by torch's."""
    names, width = [name for name, times in found.items() if times], 24 if every else 9
    compared = [name for name in ("ours", "step") if name in names and "torch" in names]
    print(f"\n{what}, {kind}, microseconds: shortest{' / median / longest' if every else ''}")
    heads = [f"{name:>{width}}" for name in names] + [f"{name + '/torch':>12}" for name in compared]
    print(f"{'B   T   F   U':>18} {' '.join(heads)}")
    for size in SIZES:
        times = {name: [f"{seconds * 1e6:.0f}" for seconds in found[name][size, what]] for name in names}
        cells = [f"{' / '.join(three) if every else three[0]:>{width}}" for three in times.values()]
        cells += [f"{ratio(found, name, size, what):12.2f}" for name in compared]
        print(f"{' '.join(f'{one:3d}' for one in size):>18} {' '.join(cells)}")
    for name in compared:
        every_ratio = {size: ratio(found, name, size, what) for size in SIZES}
        small = [one for size, one in every_ratio.items() if size[0] * size[3] <= 512]
        print(f"{name}/torch, geometric mean: {mean(every_ratio.values()):.2f}; where B·U <= 512: {mean(small):.2f}")


def ratio(found, name, size, what):
    """A contestant's shortest time divided by torch's."""
    return found[name][size, what][0] / found["torch"][size, what][0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--frameworks", default=sys.executable, help="a Python that has Keras and PyTorch")
    parser.add_argument("--all", action="store_true", help="median and longest times too")
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        measure(*given.measure)
        return
    pythons = dict.fromkeys(["ours", "step", "products"], sys.executable)
    for kind in TYPES:
        found = {name: measured_apart(pythons.get(name, given.frameworks), name, kind) for name in CONTESTANTS}
        for what in ("forward", "gradients"):
            table(kind, what, found, given.all)
    ours_, theirs = (measured_apart(pythons.get(name, given.frameworks), name, "training") for name in TRAINED_BY)
    print("\nseed 003's three runs, seconds")
    for name in SEED_003:
        ours_time, their_time = (run.get((name, "training"), [math.nan])[0] for run in (ours_, theirs))
        print(f"{name:>14} ours {ours_time:.3f}   keras {their_time:.2f}   {their_time / ours_time:.0f} times")


if __name__ == "__main__":
    main()
