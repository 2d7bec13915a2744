"""Stored arrays as rows: which layer a list of kernels, recurrent kernels and biases is of, by names and by shapes.

Keras stores a kernel as (features, gates·units), PyTorch as (gates·hidden, features); the recurrent one beside it says
how many gates there are. What is no layer for certain gets the sum of its arrays, written out, and no class.
"""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from lstmlesson import pytorch
from lstmlesson.layers import GRUCell, LSTMCell, SimpleRNNCell
from lstmlesson.summary import tensorflow_cells
from lstmlesson.summary.records import Row

KERAS = {len(cell.gates): name for cell, name in ((LSTMCell, "LSTM"), (GRUCell, "GRU"), (SimpleRNNCell, "SimpleRNN"))}
TORCH = {len(module(1, 1).weights()[0].gates): module.__name__ for module in (pytorch.LSTM, pytorch.GRU, pytorch.RNN)}
# The last part of a recurrent module's names in PyTorch: weight_ih_l0, bias_hh_l1_reverse, weight_hr_l0.
_OF_TORCH = re.compile(r"(?P<kind>weight|bias)_(?P<side>ih|hh|hr)(?:_l(?P<level>\d+))?(?P<back>_reverse)?$")
# What Keras' layers have between their own name and that of the array.
_CELL = re.compile(r"[/.][a-z_]*_cell(?:_\d+)?$")


class Stored(NamedTuple):
    """One array: its name, "" where there is none; its shape; the line it stands in."""

    name: str
    shape: tuple[int, ...]
    line: int = 0

    @property
    def last(self) -> str:
        """The last part of its name, which says what it is."""
        return re.split(r"[/.]", self.name)[-1].partition(":")[0]

    @property
    def owner(self) -> str:
        """The name without that part; parts of one cell of TensorFlow 1 have one owner."""
        name = self.name[: len(self.name.partition(":")[0]) - len(self.last)]
        return tensorflow_cells.owner_of(name.rstrip("/."))


def rows(arrays: Sequence[Stored]) -> list[Row]:
    """The layers that arrays belong to, in their order; arrays without names are told apart by their shapes.

    >>> [row.class_name for row in rows([Stored("", (3, 8)), Stored("", (2, 8)), Stored("", (8,))])]
    ['LSTM']
    >>> rows([Stored("rnn.weight_ih_l0", (8, 3)), Stored("rnn.weight_hh_l0", (8, 2))])[0].arguments
    '3, 2, bias=False'
    """
    found: list[Row] = []
    for owner, several in groupby(arrays, key=lambda one: (one.owner, bool(one.name))):
        group = list(several)
        found += [_named(owner[0], group)] if owner[1] else list(_nameless(group))
    return found


def shaped(counts: Sequence[tuple[str, int, int]]) -> list[Stored]:
    """Arrays of which a text says how many numbers each holds, and in which line.

    A recurrent module's bias is as long as its matrices have rows, and a cell's of TensorFlow 1 as its kernel has
    columns, which tells their shapes. How others are shaped cannot be told, and they are left as so many numbers.

    >>> [one.shape for one in shaped([("weight_hh_l0", 16, 1), ("bias_hh_l0", 8, 2), ("fc.weight", 6, 3)])]
    [(8, 2), (8,), (6,)]
    >>> [one.shape for one in shaped([("lstm_cell/kernel:0", 40, 1), ("lstm_cell/bias:0", 8, 2)])]
    [(5, 8), (8,)]
    """
    long = {name: count for name, count, _ in counts}
    found = []
    for name, count, line in counts:
        one = Stored(name, (count,), line)
        match = _OF_TORCH.match(one.last)
        high = long.get("bias".join(name.rsplit("weight", 1)), 0) if match and match["kind"] == "weight" else 0
        is_kernel = one.last == "kernel" and tensorflow_cells.is_cell(one.owner)
        wide = long.get("bias".join(name.rsplit("kernel", 1)), 0) if is_kernel else 0
        if high and count % high == 0:
            one = one._replace(shape=(high, count // high))
        elif wide and count % wide == 0:
            one = one._replace(shape=(count // wide, wide))
        found.append(one)
    return found


def is_of_pytorch(arrays: Sequence[Stored]) -> bool:
    """Whether names say, or where there are none the shapes, that PyTorch stored these."""
    if any(one.name for one in arrays):
        return any(_OF_TORCH.match(one.last) or one.last == "weight" for one in arrays)
    return any(pair_of_pytorch(first.shape, second.shape) for first, second in pairwise(arrays))


def pair_of_keras(kernel: tuple[int, ...], recurrent: tuple[int, ...]) -> int:
    """How many gates two neighbours have as kernel and recurrent kernel of Keras; 0 where they are none.

    >>> pair_of_keras((3, 8), (2, 8)), pair_of_keras((7352, 128, 9), (7352, 6))
    (4, 0)
    """
    if not (len(kernel) == len(recurrent) == 2 and kernel[1] == recurrent[1] and recurrent[0]):
        return 0
    gates, rest = divmod(recurrent[1], recurrent[0])
    return gates if rest == 0 and gates in KERAS else 0


def pair_of_pytorch(kernel: tuple[int, ...], recurrent: tuple[int, ...]) -> int:
    """The same for two neighbours of PyTorch."""
    return pair_of_keras(kernel[::-1], recurrent[::-1])


def _named(owner: str, group: list[Stored]) -> Row:
    row = _sum(_CELL.sub("", owner), group)
    parts = {one.last: one.shape for one in group}
    if any(map(_OF_TORCH.match, parts)):
        return _recurrent_module(row, parts)
    if "recurrent_kernel" in parts and "kernel" in parts:
        return _recurrent_layer(row, parts["kernel"], parts["recurrent_kernel"])
    if tensorflow_cells.is_cell(owner):
        return tensorflow_cells.explained(row, owner, [(one.last, one.shape) for one in group])
    if parts.keys() <= {"kernel", "bias"} and len(parts.get("kernel", ())) == 2:
        return _dense(row, parts["kernel"])
    if parts.keys() == {"embeddings"} and len(parts["embeddings"]) == 2:
        return row._replace(class_name="Embedding", output_shapes=((None, None, parts["embeddings"][1]),))
    if parts.keys() == {"weight", "bias"} and parts["weight"][:1] == parts["bias"] and len(parts["weight"]) == 2:
        into, out = reversed(parts["weight"])
        return row._replace(class_name="Linear", arguments=f"in_features={into}, out_features={out}, bias=True")
    return row


def _sum(name: str, group: Sequence[Stored]) -> Row:
    """A row that says no more than its arrays do: their sizes, added up."""
    count = sum(math.prod(one.shape) for one in group)
    written = " + ".join("·".join(f"{size:,}" for size in one.shape) or "1" for one in group)
    formula = written if written == f"{count:,}" else f"{written} = {count:,}"
    return Row(name or group[0].name, "", count=count, line=group[0].line, formula=formula)


def _recurrent_layer(row: Row, kernel: tuple[int, ...], recurrent: tuple[int, ...]) -> Row:
    gates = pair_of_keras(kernel, recurrent)
    if not gates:
        return row
    inputs, outputs = ((None, None, kernel[0]),), ((None, recurrent[0]),)
    return row._replace(class_name=KERAS[gates], input_shapes=inputs, output_shapes=outputs)


def _dense(row: Row, kernel: tuple[int, ...]) -> Row:
    return row._replace(class_name="Dense", input_shapes=((None, kernel[0]),), output_shapes=((None, kernel[1]),))


def _recurrent_module(row: Row, parts: dict[str, tuple[int, ...]]) -> Row:
    """A module of PyTorch, if its arrays are all that such a module has; a part of one stays a sum."""
    level = "_l0" if "weight_ih_l0" in parts else ""
    kernel, recurrent = parts.get(f"weight_ih{level}", ()), parts.get(f"weight_hh{level}", ())
    projection = parts.get(f"weight_hr{level}", ())
    hidden = projection[1] if len(projection) == 2 else recurrent[-1] if len(recurrent) == 2 else 0
    gates = kernel[0] // hidden if len(kernel) == 2 and hidden else 0
    if gates not in TORCH:
        return row
    levels = {match["level"] for match in map(_OF_TORCH.match, parts) if match}
    given = {
        "num_layers": len(levels),
        "bias": any(name.startswith("bias") for name in parts),
        "bidirectional": any(name.endswith("_reverse") for name in parts),
        "proj_size": projection[0] if len(projection) == 2 else 0,
    }
    usual = {"num_layers": 1, "bias": True, "bidirectional": False, "proj_size": 0}
    special = {name: value for name, value in given.items() if value != usual[name]}
    class_name = TORCH[gates] + ("" if level else "Cell")
    try:
        whole = getattr(pytorch, class_name)(kernel[1], hidden, **special)
    except (TypeError, ValueError):
        return row
    if sorted(map(tuple, (array.shape for array in whole.arrays()))) != sorted(parts.values()):
        return row
    arguments = ", ".join([f"{kernel[1]}, {hidden}", *(f"{name}={value}" for name, value in special.items())])
    return row._replace(class_name=class_name, arguments=arguments)


def _nameless(group: list[Stored]) -> Iterator[Row]:
    """Layers one after the other: a kernel and its recurrent kernel, a kernel and its bias, or one array alone."""
    of_keras = any(pair_of_keras(first.shape, second.shape) for first, second in pairwise(group))
    read = _module_of if is_of_pytorch(group) and not of_keras else _layer_of
    at = 0
    while at < len(group):
        many, row = read(group[at:])
        name = f"arrays {at} to {at + many - 1}" if many > 1 else f"array {at}"
        yield row._replace(name=name)
        at += many


def _layer_of(rest: list[Stored]) -> tuple[int, Row]:
    """How many arrays the first layer of Keras has, and its row."""
    kernel, others = rest[0].shape, [one.shape for one in rest[1:]]
    if others and pair_of_keras(kernel, others[0]):
        many = 2 + (len(others) > 1 and others[1] in ((kernel[1],), (2, kernel[1])))
        return many, _recurrent_layer(_sum("arrays", rest[:many]), kernel, others[0])
    if len(kernel) != 2:
        return 1, _sum("arrays", rest[:1])
    many = 1 + (bool(others) and others[0] == (kernel[1],))
    return many, _dense(_sum("arrays", rest[:many]), kernel)


def _module_of(rest: list[Stored]) -> tuple[int, Row]:
    """The same of PyTorch: a module of one level is known, further levels are sums of their arrays."""
    shapes = [one.shape for one in rest]
    if len(shapes) > 1 and pair_of_pytorch(*shapes[:2]):
        many = 4 if shapes[2:4] == [shapes[0][:1]] * 2 else 2
        names = ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0")
        parts = dict(zip(names, shapes[:many], strict=False))
        return many, _recurrent_module(_sum("arrays", rest[:many]), parts)
    many = 1 + (len(shapes) > 1 and len(shapes[0]) == 2 and shapes[1] == shapes[0][:1])
    if many == 1:
        return 1, _sum("arrays", rest[:1])
    return 2, _named("", [Stored("weight", shapes[0], rest[0].line), Stored("bias", shapes[1])])
