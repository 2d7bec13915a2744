"""Four ledgers that people mix up, and three more: what is stored, remembered, handed on, worked.

Only the first is what Param # prints. Each entry says on which sizes it depends; that is found by doubling each size
and looking, not written by hand.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from lstmlesson.language import word
from lstmlesson.law import weights as law
from lstmlesson.law.checks import one_of
from lstmlesson.law.drawn import Drawn
from lstmlesson.law.public import offered
from lstmlesson.law.sizes import Size, checked, product, total
from lstmlesson.law.weights import Weight
from lstmlesson.layers import Bidirectional, Layer
from lstmlesson.layers.cells import Cell
from lstmlesson.layers.foundation.argument_checks import SIZES
from lstmlesson.layers.recurrent import RNN
from lstmlesson.models import Model

__all__ = ["BYTES", "SLOTS", "Entry", "Ledger", "costs"]

__dir__ = offered(__all__)

BYTES = {"float16": 2, "bfloat16": 2, "float32": 4, "float64": 8}

# How many numbers an optimizer of Keras 3.15.1 keeps for each trained number (its slots); it keeps two more for
# itself, the iteration and the learning rate, and Keras 3 prints all of them inside "Total params" after training.
SLOTS = {"sgd": 0, "sgd with momentum": 1, "rmsprop": 1, "adagrad": 1, "adam": 2, "adamw": 2}
OPTIMIZERS_OWN = 2


class Entry(NamedTuple):
    """One line of the ledger. The value is None where it hangs on a length that was left open."""

    name: str
    value: Size | None
    unit: str
    depends_on: tuple[str, ...]
    note: str


class Ledger(Drawn, dict[str, Entry]):
    """The entries by name; a notebook shows them as a table."""


# What each entry counts, in the order in which they stand.
UNITS = {
    "parameters": "numbers",
    "state": "numbers",
    "activations": "numbers",
    "training keeps": "numbers",
    "multiply-adds": "multiply-adds",
    "bytes": "bytes",
    "optimizer": "numbers",
}


def costs(
    layer: Any, input_shape: Any = None, batch: Size = 1, dtype: str = "float32", optimizer: str = "adam"
) -> Ledger:
    """All that a Keras layer or model costs, by name: the entries of `UNITS`, in their order.

    What training keeps stands in the ledger of a recurrent layer alone: f + 7u numbers for each timestep of an LSTM, as
    its cell says (`needed_again`). In a model it is no sum, since the output of one layer is the input of the next.

    input_shape: of one sample, (timesteps, features); a model knows it. batch: samples at once. dtype: the number type
    of the bytes. optimizer: one of `SLOTS`.
    Units: numbers (scalars), multiply-adds, bytes.
    Raises: TypeError or ValueError for what is no layer, size, number type or optimizer.
    Source: optimizer slots as keras.optimizers of Keras 3.15.1 builds them.

    >>> from lstmlesson import LSTM
    >>> entry = costs(LSTM(2), (10, 3))["multiply-adds"]     # 10·4(3·2 + 2·2): the bias is added, not multiplied
    >>> entry.value, entry.depends_on
    (400, ('timesteps', 'features', 'units', 'batch'))
    >>> costs(LSTM(2), (10, 3))["optimizer"].value           # Adam: 2·48 + 2, so Keras 3 prints 146 in all
    98
    >>> costs(LSTM(2), (10, 3))["training keeps"].value      # 10(3 + 7·2)
    170
    """
    if not isinstance(layer, Layer):
        raise TypeError(f"layer={layer!r}: expected a Keras layer such as LSTM(2), or a model")
    batch = checked(batch, "batch")
    one_of(*BYTES)(dtype, "dtype")
    one_of(*SLOTS)(optimizer, "optimizer")
    shape = layer.read(input_shape)
    rates = BYTES[dtype], SLOTS[optimizer]
    values = _values(layer, shape, batch, *rates)
    # A length that was left open is tried as a number, to see what hangs on it.
    tried = [_with_numbers(one) for one in shape] if isinstance(shape, list) else _with_numbers(shape)
    before = _values(layer, tried, batch, *rates)
    after = {size: _values(*changed, *rates) for size, changed in _each_size_doubled(layer, tried, batch)}
    depends_on = {name: tuple(size for size in after if after[size][name] != before[name]) for name in values}
    return Ledger(
        (name, Entry(name, values[name], UNITS[name], depends_on[name], word(f"about {name}"))) for name in values
    )


def _values(layer: Any, shape: Any, batch: Size, bytes_each: int, slots: int) -> dict[str, Size | None]:
    parts = _parts(layer, shape)
    weights = layer.freeze(layer.declare(shape))
    trained = law.count(law.trainable(weights))
    states = [_size(state) for part, seen in parts for state in _states(part, seen)]
    return {
        "parameters": law.count(weights),
        "state": _times(batch, _sum(states)),
        "activations": _times(batch, _sum(_size(one) for one in _outputs(parts))),
        **_kept(layer, shape, batch),
        "multiply-adds": _times(batch, _sum(_work(part, seen) for part, seen in parts)),
        "bytes": product((law.count(weights), bytes_each)),
        "optimizer": total((product((slots, trained)), OPTIMIZERS_OWN)),
    }


def _parts(layer: Any, shape: Any) -> list[tuple[Layer, Any]]:
    """The layers of a model with what each call sees; a layer alone is its own only part."""
    if not isinstance(layer, Model):
        return [(layer, shape)]
    shapes = layer.graph.shapes(shape if isinstance(shape, list) else [shape])
    calls = [(node.layer, layer.graph.seen(node, shapes)) for node in layer.graph.nodes if node.inputs]
    return [part for inner, seen in calls for part in _parts(inner, seen)]


def _outputs(parts: list[tuple[Layer, Any]]) -> list[Any]:
    """The shape of everything that the layers hand on."""
    results = [part.result(seen) for part, seen in parts]
    return [one for result in results for one in (result if isinstance(result, list) else [result])]


def _states(layer: Layer, shape: Any) -> list[Any]:
    return layer.state_shapes(shape) if isinstance(layer, RNN | Bidirectional) else []


def _kept(layer: Layer, shape: Any, batch: Size) -> dict[str, Size | None]:
    """What training needs again: of a layer that repeats one of our cells, and of no other."""
    cell = getattr(layer, "cell", None)
    if not isinstance(cell, Cell):
        return {}
    timesteps, features = shape
    step = total((features, product((len(cell.needed_again), cell.units))))
    return {"training keeps": _times(batch, _times(timesteps, step))}


def _work(layer: Layer, shape: Any) -> Size | None:
    """Multiply-adds for one sample: the numbers of the kernels, times how often each is used."""
    kernels = [weight for weight in layer.declare(shape) if is_kernel(weight)]
    return _times(total(kernel.size for kernel in kernels), uses(layer, shape)) if kernels else 0


def is_kernel(weight: Weight) -> bool:
    """Whether a weight is multiplied with what passes; a bias is added, a row of a table is looked up."""
    return weight.name.endswith("kernel")


def uses(layer: Layer, shape: Any) -> Size | None:
    """How often each weight of a layer is used for one sample; None where that hangs on a length left open.

    >>> from lstmlesson import LSTM, Dense, TimeDistributed
    >>> uses(LSTM(2), (10, 3)), uses(TimeDistributed(Dense(1)), (400, 5)), uses(Dense(2), (3,))
    (10, 400, 1)
    """
    return layer.uses(shape)


def _size(shape: Any) -> Size | None:
    return None if None in shape else product(shape)


def _times(first: Size | None, second: Size | None) -> Size | None:
    return None if first is None or second is None else product((first, second))


def _sum(sizes: Any) -> Size | None:
    sizes = list(sizes)
    return None if any(size is None for size in sizes) else total(sizes)


def _with_numbers(shape: Any) -> Any:
    return tuple(12 if size is None else size for size in shape)


def _each_size_doubled(layer: Any, shape: Any, batch: Size) -> Iterator[tuple[str, tuple[Any, Any, Size]]]:
    """The same question with one size doubled, for each size by its name."""
    if not isinstance(shape, list):
        for axis, name in enumerate(_axis_names(layer, len(shape))):
            yield name, (layer, (*shape[:axis], product((2, shape[axis])), *shape[axis + 1 :]), batch)
    if not isinstance(layer, Model):
        for field in SIZES.split():
            if _has(layer, field):
                yield field, (_doubled(layer, field), shape, batch)
    yield "batch", (layer, shape, product((2, batch)))


def _axis_names(layer: Any, axes: int) -> list[str]:
    """What the axes of the input are called; a model calls them as its first layer does."""
    first = layer
    while isinstance(first, Model):
        first = next(node.layer for node in first.graph.nodes if node.inputs)
    names = first.axes or ("timesteps", "features")[:axes]
    return [f"axis {axis}" for axis in range(1, axes - len(names) + 1)] + list(names[-axes:] if axes else ())


def _inside(value: Any) -> list[Layer]:
    """The layers in an argument of a layer: the one that a wrapper holds, the cells of an RNN."""
    return [one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, Layer)]


def _has(layer: Layer, field: str) -> bool:
    return field in layer.values or any(_has(one, field) for value in layer.values.values() for one in _inside(value))


def _doubled(layer: Layer, field: str) -> Layer:
    """The same layer with one of its sizes doubled, in the layers inside it too."""
    return layer.with_sizes(lambda name, size: product((2, size)) if name == field else size)
