"""Recurrent layers: one cell, used at every timestep, so the number of timesteps is in no weight's shape."""

from collections.abc import Iterator
from typing import Any, ClassVar

from lstmlesson.law.sizes import Size, is_number, same, shown
from lstmlesson.law.weights import Weight
from lstmlesson.layers.cells import Cell, GRUCell, LSTMCell, SimpleRNNCell, StackedRNNCells, initial_state, is_cell
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Shape, written


class RNN(Layer):
    """A recurrent layer: one cell, used at every timestep. Its weights are the cell's; the timesteps add none.

    cell: what is done at each timestep, such as LSTMCell(10), or a list of cells, one on top of the other.
    input: (timesteps, features). output: (units,), or (timesteps, units) with return_sequences; with
    return_state a list, the output first and then each state.
    Source: keras.layers.RNN of Keras 3.15.1.

    >>> RNN(LSTMCell(10)).count((13, 5))                      # 4(5·10 + 10·10 + 10)
    640
    """

    axes: ClassVar[tuple[str, ...]] = ("timesteps", "features")
    more_axes = False
    known = (-1,)
    freezes_itself = False
    holds = (LSTMCell, GRUCell, SimpleRNNCell)
    cell: Any
    return_sequences: bool
    return_state: bool
    go_backwards: bool
    stateful: bool
    unroll: bool

    def check(self) -> None:
        cell = self.values["cell"]
        if isinstance(cell, list | tuple):
            cell = StackedRNNCells(cell)
        if not is_cell(cell):
            raise TypeError(f"cell={cell!r}: expected a cell such as LSTMCell(2), or a list of cells")
        self.__dict__["cell"] = self.values["cell"] = cell

    @property
    def inner(self) -> tuple[Layer, ...]:
        return (*self.cell.inner, self.cell)

    def declare(self, shape: Shape) -> list[Weight]:
        return self.cell.freeze(self.cell.declare(shape[1:]))

    def owners(self, shape: Any, met: set[int]) -> Iterator[tuple[Any, str, list[Weight]]]:
        return self.owners_inside(self.cell, shape[1:], met)

    def result(self, shape: Shape) -> Shape | list[Shape]:
        units = self.cell.result(shape[1:])
        output = (shape[0], *units) if self.return_sequences else units
        return [output, *self.state_shapes(shape)] if self.return_state else output

    def uses(self, shape: Any) -> Size | None:
        """Each weight is used once at each timestep."""
        return shape[0]

    def state_shapes(self, shape: Shape) -> list[Shape]:
        """The shapes of what is handed from step to step, and from batch to batch where stateful."""
        return self.cell.state_shapes()

    def get_initial_state(self, batch_size: Any = None, **more: Any) -> list[Any]:
        """Zeros, a state each. Source: keras.layers.RNN.get_initial_state of Keras 3.15.1."""
        return initial_state(self.cell.state_shapes(), batch_size)

    def hint(self, given: Any) -> str:
        if not is_number(given) or isinstance(given, bool) or given < 1 or len(self.axes) != 2:
            return ""
        features, timesteps = (self.count((None, given)), self.count((given, 1)))
        return (
            f". {given} features at any number of timesteps are (None, {given}), which gives "
            f"{shown(features)}; {given} timesteps of one feature are ({given}, 1), which gives {shown(timesteps)}"
        )

    def accept(self, shape: Any, batch: Size | None) -> None:
        super().accept(shape, batch)
        if self.stateful and batch is None:
            raise ValueError(
                f"{type(self).__name__}: stateful=True keeps one state for each sample of a batch, so the batch size "
                f"must be known; expected Input(batch_shape=(7, {written(shape)[1:-1]})) or the like, not batch None"
            )

    def accept_states(self, shape: Any, states: list[Shape]) -> None:
        expected = self.state_shapes(shape)
        fits = len(states) == len(expected) and all(
            len(state) == len(one) and all(map(same, state, one)) for state, one in zip(states, expected, strict=True)
        )
        if not fits:
            raise ValueError(
                f"{type(self).__name__}: initial_state of shapes {', '.join(map(written, states))}; expected "
                f"{', '.join(map(written, expected))}"
            )


class _OwnCell(RNN):
    """A recurrent layer that makes its cell from its own arguments."""

    freezes_itself = True
    owners = Layer.owners

    cell_class: ClassVar[type[Cell]]

    def check(self) -> None:
        cell = self.__dict__["cell"] = self.cell_class.__new__(self.cell_class)
        cell._become({name: self.values[name] for name in self.given if name in cell.arguments})

    @property
    def inner(self) -> tuple[Layer, ...]:
        return (self.cell,)


class SimpleRNN(_OwnCell):
    """A recurrent layer with one block of each weight: what comes out goes in again at the next timestep.

    units: how many numbers it hands on at each timestep; its output, and its one state.
    input: (timesteps, features). output: (units,) after the last timestep, or (timesteps, units) with
    return_sequences; with return_state a list: output, hidden state (units,).
    Source: keras.layers.SimpleRNN of Keras 3.15.1; kernel (features, units), recurrent_kernel (units, units), bias.

    >>> SimpleRNN(2).count((None, 3))                         # 3·2 + 2·2 + 2
    12
    """

    cell_class = SimpleRNNCell


class LSTM(_OwnCell):
    """A recurrent layer with four gates: input, forget, cell and output.

    units: how many numbers it hands on at each timestep, and how many its memory holds. They are no cells in a row,
    and not the number of timesteps: each of the units sees every feature, and every unit of the step before.
    input: (timesteps, features). output: (units,) after the last timestep, or (timesteps, units) with
    return_sequences; with return_state a list: output, hidden state (units,), cell state (units,).
    Source: keras.layers.LSTM of Keras 3.15.1; kernel (features, 4·units), recurrent_kernel (units, 4·units), bias.

    >>> LSTM(2).count((None, 3))                              # 4(3·2 + 2·2 + 2)
    48
    >>> LSTM(2).count((3, 1))                                 # 4(1·2 + 2·2 + 2): 3 timesteps of 1 feature
    32
    """

    cell_class = LSTMCell


class GRU(_OwnCell):
    """A recurrent layer with three gates: update, reset and candidate.

    units: how many numbers it hands on at each timestep; its output, and its one state.
    reset_after: a second bias, for the recurrent kernel, so that it can run on cuDNN.
    input: (timesteps, features). output: (units,) after the last timestep, or (timesteps, units) with
    return_sequences; with return_state a list: output, hidden state (units,).
    Source: keras.layers.GRU of Keras 3.15.1, where reset_after=True is the default.

    >>> GRU(5).count((None, 4))                               # 3(4·5 + 5·5 + 2·5)
    165
    >>> GRU(5, reset_after=False).count((None, 4))            # 3(4·5 + 5·5 + 5)
    150
    """

    cell_class = GRUCell
