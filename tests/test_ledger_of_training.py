"""What training keeps of a recurrent layer: here a network is trained with that much, and with nothing else.

The forward equations are written gate by gate, and leave behind exactly what the ledger counts. The way back sees the
weights and what was left behind, not the network's data or outputs; its gradients are those of finite differences.
"""

import numpy as np
import pytest

from lstmlesson import (
    GRU,
    LSTM,
    RNN,
    Bidirectional,
    Dense,
    GRUCell,
    Input,
    LSTMCell,
    Sequential,
    SimpleRNN,
    StackedRNNCells,
)
from lstmlesson.layers import ConvLSTM2D
from lstmlesson.ledger import costs
from lstmlesson.symbolic import B, T, f, u

STEPS, FEATURES, UNITS = 5, 3, 2


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(x, w, r, b, keep):
    h = c = np.zeros(UNITS)
    for step in x:
        z = [step @ w[gate] + h @ r[gate] + b[gate] for gate in range(4)]
        i, forget, g, o = sigmoid(z[0]), sigmoid(z[1]), np.tanh(z[2]), sigmoid(z[3])
        before, c = c, forget * c + i * g
        keep(step, h, before, i, forget, g, o, np.tanh(c))
        h = o * np.tanh(c)
    return h


def lstm_back(kept, r, dh):
    dc = np.zeros(UNITS)
    for x, h, before, i, forget, g, o, t in reversed(kept):
        do, dc = dh * t, dc + dh * o * (1 - t**2)
        dz = dc * g * i * (1 - i), dc * before * forget * (1 - forget), dc * i * (1 - g**2), do * o * (1 - o)
        dh, dc = sum(dz[gate] @ r[gate].T for gate in range(4)), dc * forget
        yield x, [h] * 4, dz


def gru(x, w, r, b, keep):
    h = np.zeros(UNITS)
    for step in x:
        z, reset = (sigmoid(step @ w[gate] + h @ r[gate] + b[gate]) for gate in (0, 1))
        product = h @ r[2]
        candidate = np.tanh(step @ w[2] + reset * product + b[2])
        keep(step, h, z, reset, candidate, product)
        h = z * h + (1 - z) * candidate
    return h


def gru_back(kept, r, dh):
    for x, h, z, reset, candidate, product in reversed(kept):
        inner = dh * (1 - z) * (1 - candidate**2)
        dz = dh * (h - candidate) * z * (1 - z), inner * product * reset * (1 - reset), inner
        dh = dh * z + dz[0] @ r[0].T + dz[1] @ r[1].T + (inner * reset) @ r[2].T
        # The recurrent kernel of the candidate is multiplied before the reset gate.
        yield x, [h, h, h], dz, [1, 1, reset]


def first_gru(x, w, r, b, keep):
    h = np.zeros(UNITS)
    for step in x:
        z, reset = (sigmoid(step @ w[gate] + h @ r[gate] + b[gate]) for gate in (0, 1))
        candidate = np.tanh(step @ w[2] + (reset * h) @ r[2] + b[2])
        keep(step, h, z, reset, candidate)
        h = z * h + (1 - z) * candidate
    return h


def first_gru_back(kept, r, dh):
    for x, h, z, reset, candidate in reversed(kept):
        inner = dh * (1 - z) * (1 - candidate**2)
        seen = inner @ r[2].T
        dz = dh * (h - candidate) * z * (1 - z), seen * h * reset * (1 - reset), inner
        dh = dh * z + dz[0] @ r[0].T + dz[1] @ r[1].T + seen * reset
        yield x, [h, h, reset * h], dz


def simple(x, w, r, b, keep):
    h = np.zeros(UNITS)
    for step in x:
        h = np.tanh(step @ w[0] + h @ r[0] + b[0])
        keep(step, h)
    return h


def simple_back(kept, r, dh):
    for number in reversed(range(len(kept))):
        x, h = kept[number]
        last = kept[number - 1][1] if number else np.zeros(UNITS)
        dz = dh * (1 - h**2)
        dh = dz @ r[0].T
        yield x, [last], [dz]


FAMILIES = {
    "LSTM": (LSTM(UNITS), 4, lstm, lstm_back),
    "GRU": (GRU(UNITS), 3, gru, gru_back),
    "the first GRU": (GRU(UNITS, reset_after=False), 3, first_gru, first_gru_back),
    "SimpleRNN": (SimpleRNN(UNITS), 1, simple, simple_back),
}


@pytest.mark.parametrize(("layer", "gates", "forward", "back"), FAMILIES.values(), ids=FAMILIES)
def test_with_what_training_keeps_and_nothing_else_the_gradients_are_right(layer, gates, forward, back):
    draw = np.random.default_rng(0).standard_normal
    x, w, r, b = (
        draw((STEPS, FEATURES)),
        draw((gates, FEATURES, UNITS)),
        draw((gates, UNITS, UNITS)),
        draw((gates, UNITS)),
    )
    kept = []
    forward(x, w, r, b, lambda *arrays: kept.append(arrays))
    assert (
        sum(array.size for arrays in kept for array in arrays)
        == costs(layer, (STEPS, FEATURES))["training keeps"].value
    )

    found = np.zeros_like(w), np.zeros_like(r), np.zeros_like(b)
    for x_then, seen, dz, *scale in back(kept, r, np.ones(UNITS)):
        for gate in range(gates):
            found[0][gate] += np.outer(x_then, dz[gate])
            found[1][gate] += np.outer(seen[gate], dz[gate] * (scale[0][gate] if scale else 1))
            found[2][gate] += dz[gate]
    for weight, gradient in zip((w, r, b), found, strict=True):
        for place in np.ndindex(weight.shape):
            assert (
                abs(slope(lambda: forward(x, w, r, b, lambda *_: None).sum(), weight, place) - gradient[place]) < 1e-7
            )


def slope(loss, weight, place, apart=1e-5):
    """How fast a loss changes with one number, by moving it a little up and down."""
    before = weight[place]
    losses = []
    for moved in (before + apart, before - apart):
        weight[place] = moved
        losses.append(loss())
    weight[place] = before
    return (losses[0] - losses[1]) / (2 * apart)


def test_it_grows_with_the_timesteps_and_with_the_batch():
    kept = [costs(LSTM(2), (timesteps, 3))["training keeps"].value for timesteps in (10, 100)]
    assert kept == [10 * (3 + 7 * 2), 100 * (3 + 7 * 2)] == [170, 1700]
    entry = costs(LSTM(2), (10, 3), batch=7)["training keeps"]
    assert (entry.value, set(entry.depends_on)) == (7 * 170, {"timesteps", "features", "units", "batch"})
    assert costs(LSTM(2), (None, 3))["training keeps"].value is None
    assert costs(LSTM(u), (T, f), batch=B)["training keeps"].value - B * T * (f + 7 * u) == 0
    assert costs(RNN(LSTMCell(2)), (10, 3))["training keeps"].value == 170


@pytest.mark.parametrize(
    "layer",
    [
        Dense(2),
        Bidirectional(LSTM(2)),
        Sequential([Input((10, 3)), LSTM(2)]),
        RNN(StackedRNNCells([GRUCell(2), GRUCell(2)])),
    ],
    ids=str,
)
def test_where_it_is_no_plain_sum_the_ledger_does_not_say_it(layer):
    assert "training keeps" not in costs(layer, None if isinstance(layer, Sequential) else (10, 3))
    assert "training keeps" not in costs(ConvLSTM2D(2, 3), (4, 8, 8, 1))
