"""Cells: what a recurrent layer does once for each timestep. Each is one step from the last.

A cell has two kernels, one for the input and one for its own last output, and a bias. SimpleRNN has one block of
each. LSTM has one of each for each of four gates, GRU for each of three.
"""

from collections.abc import Iterator
from typing import Any, ClassVar

from lstmlesson.law.declaration import in_part
from lstmlesson.law.sizes import Size
from lstmlesson.law.weights import ONE_BLOCK, Weight
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Node, Shape, Tensor, as_tensor


def initial_state(shapes: list[Shape], batch_size: Any) -> list[Any]:
    """Zeros with which a program begins by itself, one tensor for each state."""
    from lstmlesson.layers.own.nests import drawn

    return [drawn((batch_size if isinstance(batch_size, int) else None, *shape)) for shape in shapes]


class Cell(Layer):
    """One step of a recurrent layer: the input features and its own last output go in, units come out.

    units: how many numbers come out, and how many each state holds. input: (features,). output: (units,).
    """

    axes = ("features",)
    more_axes = False
    known = (-1,)
    gates: ClassVar[tuple[str, ...]] = ONE_BLOCK
    # What it hands to its next step, each of so many numbers as it has units.
    states: ClassVar[tuple[str, ...]] = ("hidden state",)

    @property
    def needed_again(self) -> tuple[str, ...]:
        """What training needs again of each step besides its input, each of so many numbers as it has units.

        The equations need this much, with an activation whose slope can be told from its output, as tanh's and the
        sigmoid's can; frameworks keep more. What one step hands to the next is counted once. Source: the derivatives of
        the equations, backpropagation through time (Werbos, 1990); a test trains with nothing else.

        >>> LSTMCell(2).needed_again
        ('hidden state', 'cell state', 'input', 'forget', 'cell', 'output', 'tanh of the new cell state')
        """
        return ("output",)

    def declare(self, shape: Shape) -> list[Weight]:
        (features,) = shape
        weights = [
            Weight("kernel", (features, self.units), self.gates),
            Weight("recurrent_kernel", (self.units, self.units), self.gates),
        ]
        return [*weights, Weight("bias", self.bias_shape(), self.gates)] if self.use_bias else weights

    def bias_shape(self) -> Shape:
        return (self.units,)

    def result(self, shape: Shape) -> Shape:
        return (self.units,)

    def state_shapes(self) -> list[Shape]:
        return [(self.units,) for _ in self.states]

    def __call__(self, inputs: Any, states: Any = None, **more: Any) -> Any:  # type: ignore[override]
        """One step, as a program takes it that loops by itself: the output and the list of new states."""
        tensor = as_tensor(inputs, type(self).__name__)
        self.accept(tensor.sample, None)
        batch = tensor.shape[0]
        shapes = [(batch, self.units), *((batch, *one) for one in self.state_shapes())]
        given = [one for one in (states if isinstance(states, list | tuple) else [states]) if isinstance(one, Tensor)]
        output, *new = Node(self, (tensor, *given), shapes).outputs
        return output, new

    def get_initial_state(self, batch_size: Any = None, **more: Any) -> list[Any]:
        """Zeros, a state each."""
        return initial_state(self.state_shapes(), batch_size)

    @property
    def state_size(self) -> Any:
        """What Keras calls it: the units of its state, or a list where there are several."""
        return self.units if len(self.states) == 1 else [self.units for _ in self.states]

    @property
    def output_size(self) -> Size:
        """What Keras calls the units."""
        return self.units


class SimpleRNNCell(Cell):
    """The step of a SimpleRNN: a Dense layer that also sees its own last output, through a recurrent kernel.

    units: how many numbers come out of a step. input: (features,), and its last output (units,). output: (units,).
    Source: keras.layers.SimpleRNNCell of Keras 3.15.1; Elman, Finding Structure in Time, 1990.

    >>> SimpleRNNCell(2).count((3,))                          # 3·2 + 2·2 + 2
    12
    """


class LSTMCell(Cell):
    """The step of an LSTM: what a SimpleRNN has once, it has for each of four gates.

    units: how many numbers come out of a step, and how many its memory holds. input: (features,), and the two states
    of the step before, (units,) each: hidden and cell. output: (units,).
    Source: keras.layers.LSTMCell of Keras 3.15.1, which stores the gates in this order; Hochreiter and
    Schmidhuber, Long Short-Term Memory, 1997, with the forget gate of Gers, Schmidhuber and Cummins, 2000.

    >>> LSTMCell(2).count((3,))                               # 4(3·2 + 2·2 + 2)
    48
    """

    gates = ("input", "forget", "cell", "output")
    states = ("hidden state", "cell state")

    @property
    def needed_again(self) -> tuple[str, ...]:
        return (*self.states, *self.gates, "tanh of the new cell state")


class GRUCell(Cell):
    """The step of a GRU: three gates. With reset_after, Keras' default, it keeps one bias for each kernel.

    units: how many numbers come out of a step. input: (features,), and its last output (units,). output: (units,).
    Source: keras.layers.GRUCell of Keras 3.15.1, which stores the gates in this order; Cho and others, 2014.
    reset_after=False is that paper's first version, reset_after=True is cuDNN's.

    >>> GRUCell(2).count((3,))                                # 3(3·2 + 2·2 + 2·2)
    42
    >>> GRUCell(2, reset_after=False).count((3,))             # 3(3·2 + 2·2 + 2)
    36
    """

    gates = ("update", "reset", "candidate")
    reset_after: bool

    @property
    def needed_again(self) -> tuple[str, ...]:
        product = ("recurrent product of the candidate",) if self.reset_after else ()
        return (*self.states, *self.gates, *product)

    def bias_shape(self) -> Shape:
        return (2, self.units) if self.reset_after else (self.units,)


def is_cell(value: Any) -> bool:
    """Whether something is a cell: one of these, or a learner's layer that says its state_size, as in Keras."""
    return isinstance(value, Cell | StackedRNNCells) or (isinstance(value, Layer) and hasattr(value, "state_size"))


class StackedRNNCells(Layer):
    """Several cells in one step, each fed by the one before.

    Source: keras.layers.StackedRNNCells of Keras 3.15.1.

    >>> StackedRNNCells([LSTMCell(2), LSTMCell(2)]).count((3,))            # 4(3·2 + 2·2 + 2) + 4(2·2 + 2·2 + 2)
    88
    """

    axes = ("features",)
    more_axes = False
    known = (-1,)
    freezes_itself = False
    holds = (LSTMCell, GRUCell, SimpleRNNCell)
    cells: tuple[Any, ...]

    def check(self) -> None:
        cells = self.values["cells"]
        cells = cells if isinstance(cells, list | tuple) else [cells]
        if not cells or not all(map(is_cell, cells)):
            raise TypeError(f"cells={cells!r}: expected a list of cells such as [LSTMCell(2), LSTMCell(2)]")
        self.__dict__["cells"] = self.values["cells"] = tuple(cells)

    @property
    def inner(self) -> tuple[Layer, ...]:
        return self.cells

    def declare(self, shape: Shape) -> list[Weight]:
        weights = []
        for number, cell in enumerate(self.cells):
            weights += in_part(f"cell {number}", cell.freeze(cell.declare(shape)))
            shape = cell.result(shape)
        return weights

    def owners(self, shape: Any, met: set[int]) -> Iterator[tuple[Any, str, list[Weight]]]:
        for number, cell in enumerate(self.cells):
            yield from self.owners_inside(cell, shape, met, f"cell {number}")
            shape = cell.result(shape)

    def result(self, shape: Shape) -> Shape:
        return self.cells[-1].result(shape)

    def state_shapes(self) -> list[Shape]:
        return [shape for cell in self.cells for shape in cell.state_shapes()]
