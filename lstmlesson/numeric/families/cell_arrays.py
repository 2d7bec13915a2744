"""The arrays of one cell on its way through time, whatever framework stored its numbers.

Keras keeps the blocks of the gates side by side, PyTorch one below the other, and each in its own order; turned over,
Keras' arrays are PyTorch's. The fast step wants one matrix that meets all it sees, the features, its own last output
and a 1 for the bias, at once. Moving the numbers there, and gradients back, is all that happens here.
"""

from typing import Any, NamedTuple

import numpy as np

from lstmlesson import layers, pytorch
from lstmlesson.law.weights import ONE_BLOCK
from lstmlesson.numeric.activations import SIGMOID, Activation, activation


class RowOrder(NamedTuple):
    """Which gates the input and the last output feed, in the order of the matrix' rows; None where one of them feeds
    nothing. A GRU with the reset gate after the product keeps the two parts of its candidate apart, so it has four.
    """

    cell: str
    of_input: tuple[str | None, ...]
    of_output: tuple[str | None, ...]


# The output gate first, so that the three sigmoids lie together, and the two products of a step (input with
# candidate, forget with cell state) too: the cell state follows as a fifth block.
FOUR, THREE = ("output", "input", "forget", "cell"), ("update", "reset", "candidate")
LSTM = RowOrder("LSTM", FOUR, FOUR)
GRU = RowOrder("GRU", (*THREE, None), ("update", "reset", None, "candidate"))
GRU_RESET_BEFORE = RowOrder("GRU, reset before", THREE, THREE)
SIMPLE = RowOrder("SimpleRNN", ONE_BLOCK, ONE_BLOCK)


class CellArrays(NamedTuple):
    """The arrays of one cell, the gates one below the other, and what it does with them.

    kernel (gates·units, features), recurrent_kernel (gates·units, handed_on), biases of (gates·units,), and
    projection (handed_on, units) or None. gates: the order in which the blocks lie.
    """

    rows: RowOrder
    gates: tuple[str, ...]
    kernel: Any
    recurrent_kernel: Any
    biases: list[Any]
    projection: Any
    activation: Activation
    recurrent_activation: Activation

    @property
    def units(self) -> int:
        return self.kernel.shape[0] // len(self.gates)

    @property
    def features(self) -> int:
        return self.kernel.shape[1]

    @property
    def handed_on(self) -> int:
        return self.recurrent_kernel.shape[1]

    def functions(self) -> Any:
        """What the gates go through and what the rest goes through, for numbers that lie as (…, units, batch)."""
        return self.recurrent_activation.along(-2), self.activation.along(-2)

    def matrix(self) -> Any:
        """The one matrix of a step: (rows·units, features + handed_on + 1).

        In memory its numbers lie as the framework keeps them, since turning them takes longer than a short run.
        """
        fed = self.rows.of_input, self.rows.of_output
        kernel, recurrent_kernel = map(self._blocks, (self.kernel, self.recurrent_kernel), fed)
        bias = sum(map(self._blocks, self.biases, fed), np.zeros(len(kernel), kernel.dtype))
        return np.concatenate([kernel, recurrent_kernel, bias[:, np.newaxis]], axis=1)

    def parts(self, matrix: Any) -> list[Any]:
        """The way back, for gradients: kernel, recurrent kernel and biases as they were stored."""
        into_input, into_output, bias = matrix[:, : self.features], matrix[:, self.features : -1], matrix[:, -1]
        parts = zip((into_input, into_output, bias, bias), 2 * (self.rows.of_input, self.rows.of_output), strict=True)
        return [reordered(part, rows, self.gates) for part, rows in list(parts)[: 2 + len(self.biases)]]

    def _blocks(self, array: Any, rows: tuple[str | None, ...]) -> Any:
        """An array with its gates in the order of the rows."""
        return reordered(array, self.gates, rows)


def reordered(array: Any, gates: tuple[str | None, ...], wanted: tuple[str | None, ...]) -> Any:
    """An array with the blocks of its gates, one below the other, in another order; zeros where None is wanted.

    >>> reordered(np.array([1.0, 2.0]), ("update", "candidate"), ("candidate", "update", None)).tolist()
    [2.0, 1.0, 0.0]
    """
    units = len(array) // len(gates)
    starts = [None if gate is None else gates.index(gate) * units for gate in wanted]
    return np.concatenate([np.zeros_like(array[:units]) if at is None else array[at : at + units] for at in starts])


def gates_first(cell: layers.LSTMCell | layers.GRUCell | layers.SimpleRNNCell, arrays: list[Any]) -> list[Any]:
    """A Keras cell's arrays with the gates one below the other: kernel, recurrent kernel and each bias by itself.

    >>> kernel, recurrent_kernel, bias = np.zeros((3, 8)), np.zeros((2, 8)), np.zeros(8)
    >>> [array.shape for array in gates_first(layers.LSTMCell(2), [kernel, recurrent_kernel, bias])]
    [(8, 3), (8, 2), (8,)]
    """
    kernel, recurrent_kernel, *bias = arrays
    return [kernel.T, recurrent_kernel.T, *(bias[0].reshape(-1, kernel.shape[1]) if bias else ())]


def as_keras_stores(cell: Any, arrays: list[Any]) -> list[Any]:
    """The way back: a cell's arrays as Keras keeps them.

    >>> back = as_keras_stores(layers.GRUCell(2), [np.zeros((6, 3)), np.zeros((6, 2)), np.zeros(6), np.zeros(6)])
    >>> [array.shape for array in back]                      # with reset_after the two biases are one array
    [(3, 6), (2, 6), (2, 6)]
    """
    kernel, recurrent_kernel, *biases = arrays
    kernels = [np.ascontiguousarray(kernel.T), np.ascontiguousarray(recurrent_kernel.T)]
    return kernels if not biases else [*kernels, biases[0] if len(biases) == 1 else np.stack(biases)]


def of_cell(cell: Any, arrays: list[Any]) -> CellArrays:
    """The cell of a Keras cell."""
    kernel, recurrent_kernel, *biases = gates_first(cell, arrays)
    functions = activation(cell.activation), activation(cell.values.get("recurrent_activation"))
    return CellArrays(rows_of(cell), cell.gates, kernel, recurrent_kernel, biases, None, *functions)


def rows_of(cell: Any) -> RowOrder:
    """The rows of a Keras cell's matrix."""
    if isinstance(cell, layers.GRUCell):
        return GRU if cell.reset_after else GRU_RESET_BEFORE
    return LSTM if isinstance(cell, layers.LSTMCell) else SIMPLE


ROWS_OF_MODULES = {pytorch.LSTM: LSTM, pytorch.GRU: GRU, pytorch.RNN: SIMPLE}


def of_module(module: Any, arrays: list[Any]) -> CellArrays:
    """The cell of one layer of a PyTorch module in one direction."""
    kernel, recurrent_kernel, *rest = arrays
    biases, projection = rest[: 2 * module.bias], rest[2 * module.bias :]
    squash = activation(getattr(module, "nonlinearity", "tanh"))
    return CellArrays(
        ROWS_OF_MODULES[type(module)],
        module.gates,
        kernel,
        recurrent_kernel,
        biases,
        projection[0] if projection else None,
        squash,
        SIGMOID,
    )
