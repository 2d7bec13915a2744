"""A model as rows, and as the table that Keras 3 prints, with one more column: the arithmetic of each number."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lstmlesson.language import word
from lstmlesson.law import weights as law
from lstmlesson.law.sizes import Size, is_number, shown, written
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
    count: Any
    trainable_count: Any
    formula: str
    connected_to: tuple[str, ...] = ()
    weights: tuple[Weight, ...] = ()
    # The layer itself, for those who want to know more about it.
    layer: Any = None


def row(graph: Graph, layer: Layer, called: dict[int, str]) -> Row:
    """The row of one layer: its weights on what its first call sees, its output as its last call gives it."""
    calls = graph.calls_of(layer)
    seen = [tensor.sample for tensor in calls[0].inputs]
    on: Any = seen if layer.takes_several or not seen else seen[0]
    outputs = [tensor.shape for tensor in calls[-1].outputs]
    return row_of(layer, on, called)._replace(
        output_shape=outputs if len(outputs) > 1 else outputs[0],
        connected_to=tuple(_origin(graph, tensor, called) for node in calls for tensor in (*node.inputs, *node.masks)),
    )


def row_of(layer: Layer, on: Any, called: dict[int, str]) -> Row:
    """The row of a layer on the shape of one sample; an empty list is no input at all."""
    weights = layer.freeze(layer.declare(on)) if on != [] else []
    outputs = layer.calls[-1].outputs if layer.calls else []
    shapes = [tensor.shape for tensor in outputs]
    return Row(
        name=called[id(layer)],
        class_name=class_name(layer),
        output_shape=shapes[0] if len(shapes) == 1 else shapes or UNKNOWN,
        count=law.count(weights),
        trainable_count=law.count(law.trainable(weights)),
        formula=law.formula(weights),
        weights=tuple(weights),
        layer=layer,
    )


# What Keras prints for a layer that has not seen its input.
UNKNOWN = "?"


def unbuilt_row(layer: Layer, called: dict[int, str]) -> Row:
    """The row of a layer that has not seen its input: it has no weights yet."""
    return Row(called[id(layer)], class_name(layer), UNKNOWN, 0, 0, "0", layer=layer)


def _origin(graph: Graph, tensor: Tensor, called: dict[int, str]) -> str:
    """Where a tensor comes from, as Keras writes it: layer[number of its call][number of the output]."""
    node = tensor.node
    number = next((at for at, call in enumerate(graph.calls_of(node.layer)) if call is node), 0)
    return f"{called.get(id(node.layer), 'input')}[{number}][{tensor.index}]"


def shape_text(shape: Any) -> str:
    """An output shape, or a list of them, as Keras 3 prints it."""
    if isinstance(shape, str):
        return shape
    if isinstance(shape, list):
        return f"[{', '.join(map(shape_text, shape))}]"
    return written(shape, str)


def memory(numbers: Size) -> str:
    """So many float32 numbers as Keras 3 prints their size, in B, KB, MB … of 1024.

    >>> memory(48)                                            # 48·4 bytes
    '192.00 B'
    """
    if not is_number(numbers):
        return f"{BYTES_IN_FLOAT32}({shown(numbers)}) B"
    size: float = numbers * BYTES_IN_FLOAT32
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


def summary(model: Any, expand_nested: bool, show_trainable: bool, layer_range: Any) -> str:
    """The whole summary of a model as text."""
    rows, connections = _in_range(model.rows(), layer_range), model.has_connections()
    header = ["Layer (type)", "Output Shape", "Param #", *(["Connected to"] * connections)]
    header += [*(["Trainable"] * show_trainable), "Arithmetic"]
    lines = [
        [
            f"{'   ' * depth}{'└ ' if depth else ''}{row.name} ({row.class_name})",
            shape_text(row.output_shape),
            _numbers(row),
            *([", ".join(row.connected_to) or "-"] * connections),
            *([_trained(row)] * show_trainable),
            row.formula,
        ]
        for depth, row in _nested(rows, expand_nested, 0)
    ]
    total, trainable = (model.count(), model.trainable_count()) if model.built else (0, 0)
    totals = {"Total": total, "Trainable": trainable, "Non-trainable": total - trainable}
    hint = "" if model.built else f"\n {word('model without input')}"
    return (
        "\n".join(
            [
                f'Model: "{model.name}"',
                table(header, lines, right=[2]),
                *(f" {kind} params: {shown(numbers)} ({memory(numbers)})" for kind, numbers in totals.items()),
            ]
        )
        + hint
    )


def _numbers(row: Row) -> str:
    return "0 (unbuilt)" if row.output_shape == UNKNOWN and not row.layer.built else shown(row.count)


def _trained(row: Row) -> str:
    return "-" if not row.weights else "Y" if row.layer.trainable else "N"


def _nested(rows: Sequence[Row], expand: bool, depth: int) -> Iterator[tuple[int, Row]]:
    """The rows, each with its depth; those of a model inside follow it where the summary is expanded."""
    for one in rows:
        yield depth, one
        if expand and hasattr(one.layer, "rows"):
            inside = [inner._replace(connected_to=()) for inner in one.layer.rows()]
            yield from _nested(
                [inner for inner in inside if inner.layer.values.get("shape") is None], expand, depth + 1
            )


def _in_range(rows: Sequence[Row], names: Any) -> Sequence[Row]:
    """The rows from the first that matches one name to the last that matches the other, as Keras cuts them."""
    if names is None:
        return rows
    if not isinstance(names, list | tuple) or len(names) != 2:
        raise ValueError(f"layer_range={names!r}; expected the names of two layers, as in ('lstm', 'dense')")
    first, last = ([at for at, row in enumerate(rows) if re.match(name, row.name)] for name in names)
    if not first or not last:
        raise ValueError(f"layer_range={names!r}; there are {', '.join(row.name for row in rows)}")
    return rows[min(first) : max(last) + 1] if min(first) <= max(last) else rows[min(last) : max(first) + 1]
