"""The same numbers as Keras keeps them and as PyTorch keeps them.

Keras lays the gates side by side, PyTorch one below the other, and a GRU's gates come in another order. PyTorch has
two biases where Keras' LSTM has one. Since they are only ever added, their sum does the same: the 4·units numbers more
are stored and not free. A GRU keeps both in both frameworks, because its reset gate acts on one of them alone.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from lstmlesson import layers, pytorch
from lstmlesson.law.declaration import Declaration
from lstmlesson.numeric.arrays import Floats, Weights, unmasked
from lstmlesson.numeric.families.cell_arrays import as_keras_stores, gates_first
from lstmlesson.numeric.families.recurrent_layers import cells_of
from lstmlesson.numeric.validation import listed
from lstmlesson.pytorch.recurrent import GRU_GATES, LSTM_GATES

CELLS: dict[type, type] = {
    pytorch.LSTM: layers.LSTMCell,
    pytorch.GRU: layers.GRUCell,
    pytorch.RNN: layers.SimpleRNNCell,
}
GATES = {layers.LSTMCell: LSTM_GATES, layers.GRUCell: GRU_GATES}


def to_pytorch(layer: Declaration, weights: Sequence[Floats]) -> list[Floats]:
    """The arrays of a PyTorch module that does what a Keras layer does, in the order of its named_parameters().

    layer: an LSTM, a GRU with reset_after, a SimpleRNN, or a Bidirectional of one. Where Keras has one bias, it becomes
    bias_ih, and bias_hh is zero.
    Raises: ValueError for a layer that PyTorch does not have.

    >>> from lstmlesson import LSTM
    >>> [array.shape for array in to_pytorch(LSTM(2), [np.zeros((3, 8)), np.zeros((2, 8)), np.zeros(8)])]
    [(8, 3), (8, 2), (8,), (8,)]
    """
    if isinstance(layer, layers.Bidirectional):
        number = len(weights) // 2
        return [
            one for at, half in enumerate(layer.halves) for one in to_pytorch(half, weights[at * number :][:number])
        ]
    (cell,) = cells_of(layer) if type(layer) in (layers.LSTM, layers.GRU, layers.SimpleRNN) else (None,)
    if cell is None or not getattr(cell, "reset_after", True):
        raise ValueError(f"{layer!r} has no twin in PyTorch; expected an LSTM, a GRU with reset_after or a SimpleRNN")
    arrays = [reordered(one, cell.gates, GATES.get(type(cell), cell.gates)) for one in gates_first(cell, list(weights))]
    return arrays if len(arrays) != 3 else [*arrays, np.zeros_like(arrays[2])]


def to_keras(module: Any, arrays: Weights) -> list[Floats]:
    """The arrays of Keras layers that do what a PyTorch module does, in the order of get_weights() of a Sequential.

    module: pytorch.LSTM, GRU or RNN. Each of its layers becomes one of Keras; with both directions, a Bidirectional.
    arrays: a list in the order of named_parameters(), or a state_dict.
    Raises: ValueError for proj_size, which Keras does not have.

    >>> module = pytorch.LSTM(3, 2)
    >>> [array.shape for array in to_keras(module, [np.zeros(array.shape) for array in module.arrays()])]
    [(3, 8), (2, 8), (8,)]
    """
    if type(module) not in CELLS or module.values.get("proj_size"):
        raise ValueError(f"{module!r} has no twin in Keras; expected pytorch.LSTM, GRU or RNN without proj_size")
    cell = CELLS[type(module)](module.hidden_size)
    each, found = 2 + 2 * module.bias, []
    given = [np.asarray(unmasked(array, "an array")) for array in listed(module, arrays)]
    for at in range(0, len(given), each):
        kernels, biases = given[at : at + 2], given[at + 2 : at + each]
        own = kernels + (biases if isinstance(module, pytorch.GRU) else [sum(biases)] if biases else [])
        found += as_keras_stores(cell, [reordered(one, module.gates, cell.gates) for one in own])
    return found


def reordered(array: Any, old: tuple[str, ...], new: tuple[str, ...]) -> Any:
    """An array with the gates one below the other, in another order.

    >>> reordered(np.array([1, 2, 3]), ("update", "reset", "candidate"), ("reset", "update", "candidate")).tolist()
    [2, 1, 3]
    """
    blocks = array.reshape(len(old), -1, *array.shape[1:])
    return blocks[[old.index(gate) for gate in new]].reshape(array.shape)
