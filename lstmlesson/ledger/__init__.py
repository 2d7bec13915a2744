"""Four ledgers that people mix up, and three more: what is stored, remembered, handed on, worked.

Only the first is what Param # prints. Each entry says on which sizes it depends; that is found by doubling each size
and looking, not written by hand.

1. `of_layers`, `of_modules`: what a layer of Keras and a module of PyTorch cost for one sample.
2. `open_sizes`: sums and products where a length was left open.
"""

from typing import Any, NamedTuple

from lstmlesson.language import word
from lstmlesson.law.checks import one_of
from lstmlesson.law.drawn import Drawn
from lstmlesson.law.public import offered
from lstmlesson.law.sizes import Size, checked, product, total
from lstmlesson.layers import Layer
from lstmlesson.ledger import of_layers
from lstmlesson.ledger.of_layers import uses as uses
from lstmlesson.ledger.open_sizes import times

__all__ = ["BYTES", "SLOTS", "Entry", "Ledger", "costs"]

__dir__ = offered(__all__)

BYTES = {"float16": 2, "bfloat16": 2, "float32": 4, "float64": 8}

# How many numbers an optimizer keeps for each trained number (its slots), in Keras 3.15.1 and in PyTorch 2.13. Besides,
# Keras keeps two for itself, the iteration and the learning rate, and prints all of them inside "Total params" after
# training; PyTorch keeps the number of steps for each array.
SLOTS = {"sgd": 0, "sgd with momentum": 1, "rmsprop": 1, "adagrad": 1, "adam": 2, "adamw": 2}


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
    """All that a layer, a model or a module of PyTorch costs, by name: the entries of `UNITS`, in their order.

    What training keeps stands in the ledger of a recurrent layer of Keras alone: f + 7u numbers for each timestep of an
    LSTM, as its cell says (`needed_again`). In a model it is no sum, since the output of one layer is the input of the
    next.

    input_shape: of one sample, (timesteps, features); a model knows it. batch: samples at once. dtype: the number type
    of the bytes. optimizer: one of `SLOTS`.
    Units: numbers (scalars), multiply-adds, bytes.
    Raises: TypeError or ValueError for what is no layer, size, number type or optimizer.
    Source: optimizer slots as keras.optimizers of Keras 3.15.1 and torch.optim of PyTorch 2.13 build them.

    >>> from lstmlesson import LSTM, pytorch
    >>> entry = costs(LSTM(2), (10, 3))["multiply-adds"]     # 10·4(3·2 + 2·2): the bias is added, not multiplied
    >>> entry.value, entry.depends_on
    (400, ('timesteps', 'features', 'units', 'batch'))
    >>> costs(LSTM(2), (10, 3))["optimizer"].value           # Adam: 2·48 + 2, so Keras 3 prints 146 in all
    98
    >>> costs(LSTM(2), (10, 3))["training keeps"].value      # 10(3 + 7·2)
    170
    >>> costs(pytorch.LSTM(10, 20), (5, 10))["multiply-adds"].value          # 5·4(20·10 + 20·20)
    12000
    """
    book, shape = _book(layer, input_shape)
    batch = checked(batch, "batch")
    one_of(*BYTES)(dtype, "dtype")
    one_of(*SLOTS)(optimizer, "optimizer")

    def book_of(one: Any, seen: Any, samples: Size = batch) -> dict[str, Size | None]:
        return _values(book, one, seen, samples, dtype, optimizer)

    values = book_of(layer, shape)
    # A length that was left open is tried as a number, to see what hangs on it.
    tried = [_with_numbers(one) for one in shape] if isinstance(shape, list) else _with_numbers(shape)
    before = book_of(layer, tried)
    after = {size: book_of(*doubled) for size, doubled in book.each_size_doubled(layer, tried)}
    after["batch"] = book_of(layer, tried, product((2, batch)))
    depends_on = {name: tuple(size for size in after if after[size][name] != before[name]) for name in values}
    return Ledger(
        (name, Entry(name, values[name], UNITS[name], depends_on[name], word(f"about {name}"))) for name in values
    )


def _book(layer: Any, input_shape: Any) -> tuple[Any, Any]:
    """Who knows what a layer costs, and its input shape, checked."""
    if isinstance(layer, Layer):
        return of_layers, layer.read(input_shape)
    from lstmlesson.ledger import of_modules

    if isinstance(layer, of_modules.Declared):
        return of_modules, of_modules.sample(layer, input_shape)
    raise TypeError(
        f"layer={layer!r}: expected a Keras layer such as LSTM(2), a model, or a module such as pytorch.LSTM(3, 2); "
        "a class or a container of modules is asked module by module, since its forward is not run"
    )


def _values(book: Any, layer: Any, shape: Any, batch: Size, dtype: str, optimizer: str) -> dict[str, Size | None]:
    """The entries for a batch. Parameters are stored once; the rest but bytes and slots is there for each sample."""
    one = book.of_a_sample(layer, shape)
    parameters, trained = one.pop("parameters"), one.pop("trained")
    return {
        "parameters": parameters,
        **{name: times(batch, value) for name, value in one.items()},
        "bytes": product((parameters, BYTES[dtype])),
        "optimizer": total((product((SLOTS[optimizer], trained)), book.own_slots(layer, optimizer))),
    }


def _with_numbers(shape: Any) -> Any:
    return tuple(12 if size is None else size for size in shape)
