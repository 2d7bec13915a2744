"""What a layer or a model of Keras costs for one sample."""

from collections.abc import Iterator
from typing import Any

from lstmlesson.law import weights as law
from lstmlesson.law.sizes import Size, product, total
from lstmlesson.law.weights import Weight
from lstmlesson.layers import Bidirectional, Layer
from lstmlesson.layers.cells import Cell
from lstmlesson.layers.foundation.argument_checks import SIZES
from lstmlesson.layers.recurrent import RNN
from lstmlesson.ledger.open_sizes import size_of, sum_of, times
from lstmlesson.models import Model


def of_a_sample(layer: Any, shape: Any) -> dict[str, Size | None]:
    """Each kind of cost, and `trained`, how many numbers training changes. None where a length was left open."""
    parts = _parts(layer, shape)
    weights = layer.freeze(layer.declare(shape))
    states = [size_of(state) for part, seen in parts for state in _states(part, seen)]
    return {
        "parameters": law.count(weights),
        "trained": law.count(law.trainable(weights)),
        "state": sum_of(states),
        "activations": sum_of(size_of(one) for one in _outputs(parts)),
        **_kept(layer, shape),
        "multiply-adds": sum_of(_work(part, seen) for part, seen in parts),
    }


def own_slots(layer: Any, optimizer: str) -> int:
    """What an optimizer of Keras keeps for itself: the iteration, and the learning rate."""
    return 2


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


def _kept(layer: Layer, shape: Any) -> dict[str, Size | None]:
    """What training needs again: of a layer that repeats one of our cells, and of no other."""
    cell = getattr(layer, "cell", None)
    if not isinstance(cell, Cell):
        return {}
    timesteps, features = shape
    step = total((features, product((len(cell.needed_again), cell.units))))
    return {"training keeps": times(timesteps, step)}


def _work(layer: Layer, shape: Any) -> Size | None:
    """Multiply-adds for one sample: the numbers of the kernels, times how often each is used."""
    kernels = [weight for weight in layer.declare(shape) if is_kernel(weight)]
    return times(total(kernel.size for kernel in kernels), uses(layer, shape)) if kernels else 0


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


def each_size_doubled(layer: Any, shape: Any) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """The same question with one size doubled, for each size by its name."""
    if not isinstance(shape, list):
        for axis, name in enumerate(_axis_names(layer, len(shape))):
            yield name, (layer, (*shape[:axis], product((2, shape[axis])), *shape[axis + 1 :]))
    if not isinstance(layer, Model):
        for field in SIZES.split():
            if _has(layer, field):
                yield field, (_doubled(layer, field), shape)


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
