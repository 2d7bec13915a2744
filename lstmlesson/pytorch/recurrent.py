"""PyTorch's recurrent modules: several layers and both directions in one call, and two biases where Keras has one.

Source: torch.nn.RNNBase of PyTorch 2.13. weight_ih is (gates·hidden_size, features), the gates one below the other.
"""

from typing import Any, ClassVar

from lstmlesson.law.arguments import NEEDED
from lstmlesson.law.sizes import Size, is_array, is_letter, product
from lstmlesson.law.weights import ONE_BLOCK, Weight
from lstmlesson.pytorch.foundation.base import PLACE, Declared, size_or_zero

LSTM_GATES = ("input", "forget", "cell", "output")
GRU_GATES = ("reset", "update", "candidate")

SIZES = {"input_size": NEEDED, "hidden_size": NEEDED}
LAYERS = {"bias": True, "batch_first": False, "dropout": 0.0, "bidirectional": False}


def step_weights(
    gates: tuple[str, ...], features: Size, hidden: Size, handed_on: Size, bias: bool, suffix: str = ""
) -> list[Weight]:
    """The weights of one layer in one direction: two kernels, and one bias for each of them.

    handed_on: how many numbers the step gives to its next step; hidden, or less where they are projected.
    """
    weights = [
        Weight(f"weight_ih{suffix}", (hidden, features), gates),
        Weight(f"weight_hh{suffix}", (hidden, handed_on), gates),
    ]
    biases = [Weight(f"bias_{kernel}{suffix}", (hidden,), gates) for kernel in ("ih", "hh")]
    return weights + biases * bias


class Recurrent(Declared):
    """Layers above each other, each in one direction or two; a layer sees what the one below hands on."""

    gates: ClassVar[tuple[str, ...]] = ONE_BLOCK
    input_size: Size
    hidden_size: Size
    num_layers: int
    bias: bool
    batch_first: bool
    bidirectional: bool
    proj_size: Size = 0

    @property
    def directions(self) -> tuple[str, ...]:
        """The suffixes by which PyTorch tells the directions apart."""
        return ("", "_reverse") if self.bidirectional else ("",)

    @property
    def handed_on(self) -> Size:
        """How many numbers each direction of a layer gives to the next step and to the layer above."""
        return self.hidden_size if is_zero(self.proj_size) else self.proj_size

    def declare(self) -> list[Weight]:
        weights = []
        features = self.input_size
        for layer in range(self.num_layers):
            for direction in self.directions:
                weights += self._one(features, f"_l{layer}{direction}")
            features = product((len(self.directions), self.handed_on), "features of the next layer")
        return weights

    def _one(self, features: Size, suffix: str) -> list[Weight]:
        weights = step_weights(self.gates, features, self.hidden_size, self.handed_on, self.bias, suffix)
        if not is_zero(self.proj_size):
            weights.append(Weight(f"weight_hr{suffix}", (self.proj_size, self.hidden_size)))
        return [weight._replace(part=suffix[1:]) for weight in weights]

    def meet(self, shape: tuple[Any, ...]) -> None:
        self.allow(shape, 2, 3)
        super().meet(shape)

    def result(self, shape: tuple[Any, ...]) -> Any:
        output = (*shape[:-1], product((len(self.directions), self.handed_on)))
        batch = () if len(shape) == 2 else (shape[0] if self.batch_first else shape[1],)
        return output, self.states(batch)

    def flatten_parameters(self) -> None:
        """Accepted: where the arrays lie in memory changes no count."""

    def states(self, batch: tuple[Any, ...]) -> Any:
        """The shape of the last hidden state: one for each layer and direction."""
        return (self.num_layers * len(self.directions), *batch, self.handed_on)


class RNN(Recurrent):
    """A plain recurrent network: one block of each weight, two biases.

    input_size: the features of a timestep. hidden_size: what Keras calls units. num_layers: one on top of the other.
    input: (timesteps, batch, input_size), batch first with batch_first, or (timesteps, input_size).
    output: (timesteps, batch, directions·hidden_size), and the last hidden state.
    Source: torch.nn.RNN of PyTorch 2.13.

    >>> RNN(3, 2).count()                                     # 2·3 + 2·2 + 2 + 2
    14
    """

    arguments = {**SIZES, "num_layers": 1, "nonlinearity": "tanh", **LAYERS, **PLACE}


class GRU(Recurrent):
    """A GRU: three gates, two biases, as Keras has it with reset_after=True.

    Arguments and shapes as for RNN. Source: torch.nn.GRU of PyTorch 2.13, which stores the gates as reset, update, new.

    >>> GRU(3, 2).count()                                     # 3(2·3 + 2·2 + 2 + 2)
    42
    """

    arguments = {**SIZES, "num_layers": 1, **LAYERS, **PLACE}
    gates = GRU_GATES


class LSTM(Recurrent):
    """An LSTM: four gates, two biases. With proj_size, what is handed on is first made smaller by one more block.

    input_size: the features of a timestep. hidden_size: what Keras calls units. num_layers: one on top of the other.
    input: (timesteps, batch, input_size), batch first with batch_first, or (timesteps, input_size).
    output: (timesteps, batch, directions·hidden_size), and the last states (hidden, cell).
    Source: torch.nn.LSTM of PyTorch 2.13, which stores the gates as input, forget, cell, output.
    Raises: ValueError where proj_size is not smaller than hidden_size.

    >>> LSTM(3, 2).count()                                    # 4(2·3 + 2·2 + 2 + 2)
    56
    >>> LSTM(3, 5, proj_size=2).count()                       # 4(5·3 + 5·2 + 5 + 5) + 2·5
    150
    """

    arguments = {**SIZES, "num_layers": 1, **LAYERS, "proj_size": 0, **PLACE}
    checks = {**Declared.checks, "proj_size": size_or_zero}
    gates = LSTM_GATES

    def check(self) -> None:
        if is_letter(self.proj_size) or is_letter(self.hidden_size):
            return
        too_large: Any = self.values["proj_size"] >= self.hidden_size
        if too_large.any() if is_array(too_large) else too_large:
            raise ValueError(
                f"LSTM: proj_size={self.proj_size}; expected less than hidden_size={self.hidden_size}, or 0"
            )

    def states(self, batch: tuple[Any, ...]) -> Any:
        hidden = super().states(batch)
        return hidden, (*hidden[:-1], self.hidden_size)


class Cell(Declared):
    """One step of one layer in one direction."""

    gates: ClassVar[tuple[str, ...]] = ONE_BLOCK
    input_size: Size
    hidden_size: Size
    bias: bool

    def declare(self) -> list[Weight]:
        return step_weights(self.gates, self.input_size, self.hidden_size, self.hidden_size, self.bias)

    def meet(self, shape: tuple[Any, ...]) -> None:
        self.allow(shape, 1, 2)
        super().meet(shape)

    def result(self, shape: tuple[Any, ...]) -> Any:
        return self.states(shape[:-1])

    def states(self, batch: tuple[Any, ...]) -> Any:
        """The shape of the state that comes out, and goes into the next step."""
        return (*batch, self.hidden_size)


class RNNCell(Cell):
    """One step of an RNN. Source: torch.nn.RNNCell of PyTorch 2.13.

    >>> RNNCell(3, 2).count()                                 # 2·3 + 2·2 + 2 + 2
    14
    """

    arguments = {**SIZES, "bias": True, "nonlinearity": "tanh", **PLACE}


class GRUCell(Cell):
    """One step of a GRU. Source: torch.nn.GRUCell of PyTorch 2.13.

    >>> GRUCell(3, 2).count()                                 # 3(2·3 + 2·2 + 2 + 2)
    42
    """

    arguments = {**SIZES, "bias": True, **PLACE}
    gates = GRU_GATES


class LSTMCell(Cell):
    """One step of an LSTM; the hidden and the cell state come out. Source: torch.nn.LSTMCell of PyTorch 2.13.

    >>> LSTMCell(3, 2).count()                                # 4(2·3 + 2·2 + 2 + 2)
    56
    """

    arguments = {**SIZES, "bias": True, **PLACE}
    gates = LSTM_GATES

    def states(self, batch: tuple[Any, ...]) -> Any:
        hidden = super().states(batch)
        return hidden, hidden


def is_zero(size: Size) -> bool:
    """Whether an argument that may be 0 for "none" is 0."""
    return isinstance(size, int) and size == 0
