"""One step of each cell, gate by gate, as a textbook writes it: to be read aloud, and to check the fast step against.

Each stored array is cut into one block for each gate, in the order of the layer's own gates, and from there on each
gate has its name. x is (batch, features) and a state (batch, units); a single sample may leave the batch out.
Sources: Elman 1990; Gers, Schmidhuber and Cummins 2000; Cho and others 2014; the order of the gates is that of Keras
3.15.1.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from lstmlesson import layers
from lstmlesson.numeric.activations import activation


class Step(NamedTuple):
    """What happened in one step, by name: what each gate summed up, what it became, what was multiplied, and the
    states that go on to the next step.
    """

    sums: dict[str, Any]
    gates: dict[str, Any]
    products: dict[str, Any]
    states: dict[str, Any]


def by_gate(cell: Any, array: Any) -> dict[str, Any]:
    """The blocks of a stored array, one for each gate, which lie side by side in its last axis.

    >>> bias = np.array([0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0])
    >>> {gate: block.tolist() for gate, block in by_gate(layers.LSTMCell(2), bias).items()}
    {'input': [0.0, 0.0], 'forget': [1.0, 1.0], 'cell': [0.0, 0.0], 'output': [0.0, 0.0]}
    """
    return dict(zip(cell.gates, np.split(array, len(cell.gates), axis=-1), strict=True))


def blocks(cell: Any, weights: list[Any]) -> list[dict[str, Any]]:
    """The kernel, the recurrent kernel and the bias of each, by gate.

    Only a GRU with reset_after has two biases; for a bias that a cell does not have there are zeros.
    """
    kernel, recurrent_kernel, *stored = weights
    zeros = np.zeros_like(kernel[0])
    bias = stored[0] if stored else zeros
    both = bias if bias.ndim == 2 else (bias, zeros)
    return [by_gate(cell, array) for array in (kernel, recurrent_kernel, *both)]


def simple_rnn(cell: Any, weights: list[Any], x: Any, hidden: Any) -> Step:
    """A plain recurrent step: the new hidden state is a Dense layer of the input and the old one."""
    squash = activation(cell.activation)
    kernel, recurrent_kernel, bias, _ = blocks(cell, weights)
    (gate,) = cell.gates
    total = x @ kernel[gate] + hidden @ recurrent_kernel[gate] + bias[gate]
    hidden = squash(total)
    return Step({gate: total}, {gate: hidden}, {}, {"hidden state": hidden})


def lstm(cell: Any, weights: list[Any], x: Any, hidden: Any, cell_state: Any) -> Step:
    """A step of an LSTM: what is kept of the old cell state, what is written to it, and what is shown of it.

    >>> opened = [np.zeros((1, 8)), np.zeros((2, 8)), np.full(8, 100.0)]       # a large bias opens every gate
    >>> lstm(layers.LSTMCell(2), opened, np.zeros(1), np.zeros(2), np.zeros(2)).states["cell state"].tolist()
    [1.0, 1.0]
    """
    gate, squash = activation(cell.recurrent_activation), activation(cell.activation)
    kernel, recurrent_kernel, bias, _ = blocks(cell, weights)
    sums = {}
    for name in cell.gates:
        sums[name] = x @ kernel[name] + hidden @ recurrent_kernel[name] + bias[name]

    input_gate = gate(sums["input"])
    forget_gate = gate(sums["forget"])
    candidate = squash(sums["cell"])
    output_gate = gate(sums["output"])

    written = input_gate * candidate
    kept = forget_gate * cell_state
    cell_state = kept + written
    hidden = output_gate * squash(cell_state)

    gates = {"input": input_gate, "forget": forget_gate, "cell": candidate, "output": output_gate}
    products = {"kept": kept, "written": written}
    return Step(sums, gates, products, {"hidden state": hidden, "cell state": cell_state})


def gru(cell: Any, weights: list[Any], x: Any, hidden: Any) -> Step:
    """A step of a GRU. The reset gate acts on the old hidden state before it is multiplied with the recurrent kernel
    or, with reset_after, on the product, which then has a bias of its own.
    """
    gate, squash = activation(cell.recurrent_activation), activation(cell.activation)
    kernel, recurrent_kernel, bias, recurrent_bias = blocks(cell, weights)
    sums = {name: x @ kernel[name] + bias[name] for name in cell.gates}
    for name in ("update", "reset"):
        sums[name] = sums[name] + hidden @ recurrent_kernel[name] + recurrent_bias[name]

    update_gate = gate(sums["update"])
    reset_gate = gate(sums["reset"])
    if cell.reset_after:
        remembered = reset_gate * (hidden @ recurrent_kernel["candidate"] + recurrent_bias["candidate"])
    else:
        remembered = (reset_gate * hidden) @ recurrent_kernel["candidate"]
    sums["candidate"] = sums["candidate"] + remembered
    candidate = squash(sums["candidate"])

    kept = update_gate * hidden
    written = (1 - update_gate) * candidate
    gates = {"update": update_gate, "reset": reset_gate, "candidate": candidate}
    products = {"remembered": remembered, "kept": kept, "written": written}
    return Step(sums, gates, products, {"hidden state": kept + written})


STEPS: dict[type, Callable[..., Step]] = {layers.LSTMCell: lstm, layers.GRUCell: gru, layers.SimpleRNNCell: simple_rnn}
