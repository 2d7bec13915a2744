"""Recurrent networks as a textbook writes them, gate by gate, in plain numpy: a witness for counts and gate orders.

It knows the equations and nothing of how a layer is declared. It takes the stored arrays and the names of the gates
in the order in which they are said to lie, and cuts each array into one piece for each gate.
Sources of the equations: Gers, Schmidhuber and Cummins 2000 (LSTM); Cho and others 2014 (GRU); the documentation of
torch.nn.GRU for the form in which the reset gate acts after the product.
"""

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def pieces(array, gates, axis):
    """One piece of an array for each gate, by the gate's name."""
    return dict(zip(gates, np.split(array, len(gates), axis=axis), strict=True))


def lstm(x, kernel, recurrent, bias, gates, h, c):
    """All timesteps of an LSTM. x: (timesteps, features); kernels as (features, units) and (units, units) a gate."""
    w, r, b = (pieces(array, gates, -1) for array in (kernel, recurrent, bias))
    outputs = []
    for step in x:
        z = {gate: step @ w[gate] + h @ r[gate] + b[gate] for gate in gates}
        c = sigmoid(z["forget"]) * c + sigmoid(z["input"]) * np.tanh(z["cell"])
        h = sigmoid(z["output"]) * np.tanh(c)
        outputs.append(h)
    return np.array(outputs)


def gru(x, kernel, recurrent, bias, recurrent_bias, gates, h, reset_after):
    """All timesteps of a GRU, with the reset gate acting after the product with the recurrent kernel, or before it."""
    w, r, b, rb = (pieces(array, gates, -1) for array in (kernel, recurrent, bias, recurrent_bias))
    outputs = []
    for step in x:
        reset, update = (sigmoid(step @ w[gate] + b[gate] + h @ r[gate] + rb[gate]) for gate in ("reset", "update"))
        seen = step @ w["candidate"] + b["candidate"]
        if reset_after:
            candidate = np.tanh(seen + reset * (h @ r["candidate"] + rb["candidate"]))
        else:
            candidate = np.tanh(seen + (reset * h) @ r["candidate"] + rb["candidate"])
        h = update * h + (1 - update) * candidate
        outputs.append(h)
    return np.array(outputs)


def simple_rnn(x, kernel, recurrent, bias, h):
    """All timesteps of a plain recurrent network."""
    outputs = []
    for step in x:
        h = np.tanh(step @ kernel + h @ recurrent + bias)
        outputs.append(h)
    return np.array(outputs)


def run(kind, arrays, gates, x, reset_after=True):
    """The outputs of a Keras layer of one kind from its stored arrays, from a state of zeros."""
    kernel, recurrent, *biases = arrays
    bias = biases[0] if biases else np.zeros(kernel.shape[-1])
    zeros = np.zeros(recurrent.shape[0])
    if kind == "LSTM":
        return lstm(x, kernel, recurrent, bias, gates, zeros, zeros)
    if kind == "GRU":
        both = bias if bias.ndim == 2 else (bias, np.zeros_like(bias))
        return gru(x, kernel, recurrent, *both, gates, zeros, reset_after)
    return simple_rnn(x, kernel, recurrent, bias, zeros)


def run_pytorch(kind, arrays, gates, x):
    """The outputs of one layer of a PyTorch module from its stored arrays, from a state of zeros."""
    w_ih, w_hh, b_ih, b_hh = arrays
    zeros = np.zeros(w_hh.shape[1])
    if kind == "LSTM":
        return lstm(x, w_ih.T, w_hh.T, b_ih + b_hh, gates, zeros, zeros)
    return gru(x, w_ih.T, w_hh.T, b_ih, b_hh, gates, zeros, reset_after=True)
