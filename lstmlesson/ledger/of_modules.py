"""What a module of PyTorch costs for one sample. A module counts without running, so only what is declared is known."""

from collections.abc import Iterator
from typing import Any

from lstmlesson.law import weights as law
from lstmlesson.law.sizes import Size, product
from lstmlesson.ledger.open_sizes import size_of, times
from lstmlesson.pytorch.convolution import Conv1d, ConvTranspose1d
from lstmlesson.pytorch.feedforward import Embedding, Linear
from lstmlesson.pytorch.foundation.base import Declared
from lstmlesson.pytorch.normalisation import BatchNorm1d, GroupNorm, LayerNorm
from lstmlesson.pytorch.recurrent import Cell, Recurrent
from lstmlesson.pytorch.weightless import PReLU

# Whose numbers no kernel multiplies: they are looked up, or each meets one number of what passes.
WITHOUT_KERNEL = (Embedding, BatchNorm1d, GroupNorm, LayerNorm, PReLU)
# What the course calls a size, and the arguments in which PyTorch's modules have it.
NAMES = {"hidden_size": "units", "out_features": "units", "embedding_dim": "units", "out_channels": "filters"}


def sample(module: Declared, input_shape: Any) -> Any:
    """The shape of one sample, checked: without the batch, which a module of PyTorch may take as well."""
    if not isinstance(module, (Recurrent, Cell, Linear, Conv1d, *WITHOUT_KERNEL)):
        raise TypeError(f"layer={module!r}: how often its numbers are used is not known here")
    shape = module.read(input_shape)
    if len(shape) != _axes(module, shape):
        raise ValueError(f"{type(module).__name__}: input shape {shape}; expected one sample, without the batch")
    return shape


def _axes(module: Declared, shape: Any) -> int:
    if isinstance(module, Conv1d):
        return module.rank + 1
    return 2 if isinstance(module, Recurrent) else 1 if isinstance(module, Cell) else len(shape)


def of_a_sample(module: Declared, shape: Any) -> dict[str, Size | None]:
    """Each kind of cost, and `trained`, how many numbers training changes. None where a length was left open."""
    weights = module.weights()
    output = module.result(shape)
    return {
        "parameters": law.count(weights),
        "trained": law.count(law.trainable(weights)),
        "state": _state(module),
        "activations": size_of(output[0] if isinstance(output[0], tuple) else output),
        "multiply-adds": _work(module, shape, output),
    }


def own_slots(module: Declared, optimizer: str) -> int:
    """What an optimizer of PyTorch keeps besides: how many steps it has made, for each array; SGD keeps none."""
    return 0 if optimizer.startswith("sgd") else len(law.trainable(module.weights()))


def _state(module: Declared) -> Size:
    """What one timestep hands to the next, in all layers and directions."""
    if not isinstance(module, Recurrent | Cell):
        return 0
    states = module.states(())
    both = states if isinstance(states[0], tuple) else (states,)
    return sum((product(state) for state in both), 0)


def _work(module: Declared, shape: Any, output: Any) -> Size | None:
    """The numbers of the kernels, times how often each is used; a bias is added, and a cell is one step."""
    if isinstance(module, WITHOUT_KERNEL):
        return 0
    uses: Size | None = 1
    if isinstance(module, Recurrent):
        uses = shape[0]
    elif isinstance(module, Linear):
        uses = size_of(shape[:-1])
    elif isinstance(module, Conv1d):  # a transposed window is laid on each number that comes in
        uses = size_of((shape if isinstance(module, ConvTranspose1d) else output)[-module.rank :])
    kernels = [weight for weight in module.declare() if weight.name.startswith("weight")]
    return times(law.count(kernels), uses)


def each_size_doubled(module: Declared, shape: Any) -> Iterator[tuple[str, tuple[Declared, Any]]]:
    """The same question with one size doubled, for each size by its name."""
    fed = -module.rank - 1 if isinstance(module, Conv1d) else -1  # the axis of the features
    has_features = module.takes in module.values and not isinstance(module, Embedding)
    for axis in range(len(shape)):
        longer = (*shape[:axis], product((2, shape[axis])), *shape[axis + 1 :])
        if has_features and axis == len(shape) + fed:
            yield "features", (module.replace(**{module.takes: _doubled(getattr(module, module.takes))}), longer)
        else:
            yield "timesteps" if len(shape) < 3 else f"axis {axis + 1}", (module, longer)
    for field in (field for field in NAMES if field in module.values):
        yield NAMES[field], (module.replace(**{field: _doubled(module.values[field])}), shape)


def _doubled(size: Any) -> Any:
    return tuple(_doubled(one) for one in size) if isinstance(size, tuple) else product((2, size))
