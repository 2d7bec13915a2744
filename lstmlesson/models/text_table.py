"""A model as rows, and as the table that Keras 3 prints, with one more column: the arithmetic of each number."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from lstmlesson.law import weights as law
from lstmlesson.law.sizes import Size, is_number, shown
from lstmlesson.law.weights import Weight
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import Tensor
from lstmlesson.models.graph import Graph
from lstmlesson.models.layer_names import class_name

BYTES_IN_FLOAT32 = 4


class Row(NamedTuple):
    """One row of a summary. The shapes have the batch in front, as Keras prints them."""

    name: str
    class_name: str
    output_shape: Any
    count: Size
    trainable_count: Size
    formula: str
    connected_to: tuple[str, ...]


def row(graph: Graph, layer: Layer, freeze: Callable[[list[Weight]], list[Weight]], called: dict[int, str]) -> Row:
    """The row of one layer: its weights on what its first call sees, its output as its last call gives it."""
    calls = graph.calls_of(layer)
    seen = [tensor.sample for tensor in calls[0].inputs]
    weights = freeze(layer.freeze(layer.declare(seen if layer.takes_several else seen[0]))) if seen else []
    outputs = [tensor.shape for tensor in calls[-1].outputs]
    return Row(
        name=called[id(layer)],
        class_name=class_name(layer),
        output_shape=outputs if len(outputs) > 1 else outputs[0],
        count=law.count(weights),
        trainable_count=law.count(law.trainable(weights)),
        formula=law.formula(weights),
        connected_to=tuple(_origin(graph, tensor, called) for node in calls for tensor in node.inputs),
    )


def _origin(graph: Graph, tensor: Tensor, called: dict[int, str]) -> str:
    """Where a tensor comes from, as Keras writes it: layer[number of its call][number of the output]."""
    node = tensor.node
    number = next((at for at, call in enumerate(graph.calls_of(node.layer)) if call is node), 0)
    return f"{called.get(id(node.layer), 'input')}[{number}][{tensor.index}]"


def shape_text(shape: Any) -> str:
    """An output shape, or a list of them, as Keras 3 prints it."""
    if isinstance(shape, list):
        return f"[{', '.join(map(shape_text, shape))}]"
    return str(tuple(_Bare(size) for size in shape))


class _Bare:
    def __init__(self, size: Size | None) -> None:
        self.text = str(size)

    def __repr__(self) -> str:
        return self.text


def memory(numbers: Size) -> str:
    """So many float32 numbers as Keras 3 prints their size, in B, KB, MB … of 1024.

    >>> memory(48)                                            # 48·4 bytes
    '192.00 B'
    """
    if not is_number(numbers):
        return f"{BYTES_IN_FLOAT32}({shown(numbers)}) B"
    size = numbers * BYTES_IN_FLOAT32
    units = ["B", "KB", "MB", "GB", "TB", "PB"]
    while size >= 1024 and len(units) > 1:
        size, units = size / 1024, units[1:]
    return f"{size:.2f} {units[0]}"


def table(header: Sequence[str], lines: Sequence[Sequence[str]], right: Sequence[int]) -> str:
    """Lines of cells in the heavy box of Keras 3; the columns numbered in `right` are aligned to the right."""
    widths = [max(len(line[column]) for line in (header, *lines)) for column in range(len(header))]

    def row(cells: Sequence[str], bar: str) -> str:
        padded = [
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return f"{bar} " + f" {bar} ".join(padded) + f" {bar}"

    def rule(left: str, line: str, cross: str, end: str) -> str:
        return left + cross.join(line * (width + 2) for width in widths) + end

    top = [rule("┏", "━", "┳", "┓"), row(header, "┃"), rule("┡", "━", "╇", "┩")]
    between = rule("├", "─", "┼", "┤")
    body = [part for cells in lines for part in (row(cells, "│"), between)][:-1]
    return "\n".join([*top, *body, rule("└", "─", "┴", "┘")])


def summary(name: str, rows: Sequence[Row], total: Size, trainable: Size, connections: bool) -> str:
    """The whole summary as text."""
    header = ["Layer (type)", "Output Shape", "Param #", *(["Connected to"] * connections), "Arithmetic"]
    lines = [
        [
            f"{row.name} ({row.class_name})",
            shape_text(row.output_shape),
            shown(row.count),
            *([", ".join(row.connected_to) or "-"] * connections),
            row.formula,
        ]
        for row in rows
    ]
    totals = {"Total": total, "Trainable": trainable, "Non-trainable": total - trainable}
    return "\n".join(
        [
            f'Model: "{name}"',
            table(header, lines, right=[2]),
            *(f" {kind} params: {shown(numbers)} ({memory(numbers)})" for kind, numbers in totals.items()),
        ]
    )
