"""Shapes that do not follow: what a layer gives for what comes in, beside what the table prints."""

from lstmlesson import layers
from lstmlesson.inverse.variants import is_strict
from lstmlesson.language import sentence
from lstmlesson.layers.foundation.layer import Layer
from lstmlesson.layers.foundation.tensor import written
from lstmlesson.summary.records import Row, Shape, Table
from lstmlesson.summary.solving.chain import Feed

# Layers that hand on what they get, and hold nothing.
PASSING = {
    name
    for name in layers.__all__
    if isinstance(kind := getattr(layers, name), type)
    and issubclass(kind, Layer)
    and kind.keeps_shape()
    and kind.declare is Layer.declare
    and kind not in (Layer, layers.InputLayer)
}


def same(first: Shape, second: Shape) -> bool:
    """Whether two shapes can be the same, None standing for any length; the batch is left out."""
    return len(first) == len(second) and all(
        a is None or b is None or a == b for a, b in zip(first[1:], second[1:], strict=True)
    )


def is_whole(shape: Shape) -> bool:
    """Whether nothing of a shape was cut off."""
    return len(shape) > 1 and ... not in shape


def shape_problem(row: Row, feed: Feed) -> list[str]:
    """What is wrong with the output shape of a row, given what comes in for certain."""
    if "shape" in row.cut or not row.output_shapes or not feed.shapes or not all(map(is_whole, feed.shapes)):
        return []
    expected = _expected(row, feed)
    if expected is None or any(same(shape, row.output_shapes[0]) for shape in expected):
        return []
    said = {"row": row.name, "shape": written(row.output_shapes[0]), "fed": written(feed.shapes[0])}
    return [sentence("shape does not follow", expected=list(dict.fromkeys(map(written, expected))), **said)]


def _expected(row: Row, feed: Feed) -> list[Shape] | None:
    """The shapes that the layer may give, or None where that is not known."""
    given = feed.shapes[0]
    if row.class_name in PASSING:
        return [given]
    if not row.readings or len(row.output_shapes) > 1:
        return None
    layer = row.readings[0].declaration
    if not isinstance(layer, Layer) or layer.takes or not is_strict(type(layer)):  # type: ignore[arg-type]
        return None
    try:
        result = layer.output_shape(given[1:])
    except ValueError:
        return None
    return [(given[0], *result)] if isinstance(result, tuple) else None


def single_timestep(table: Table) -> list[str]:
    """An LSTM whose output has one timestep, though nothing after it wants a sequence: (None, 1, 5) for (None, 5)."""
    found = []
    for at, row in enumerate(table.rows):
        shape = row.output_shapes[0] if len(row.output_shapes) == 1 else ()
        if row.class_name not in ("LSTM", "GRU", "SimpleRNN") or len(shape) != 3 or shape[1] != 1:
            continue
        later = table.rows[at + 1 :]
        if later and all(one.class_name in ("Dense", *PASSING) for one in later):
            said = {"row": row.name, "shape": written(shape), "plain": written((shape[0], shape[2]))}
            found.append(sentence("one timestep", layer=f"{row.class_name}({shape[2]})", **said))
    return found
