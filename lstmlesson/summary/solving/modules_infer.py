"""PyTorch's modules: what a printed module says outright, and what a row of torchinfo leaves open.

print(module) shows the arguments, so the count follows. torchinfo shows the count and perhaps the shapes; how many
layers, directions and biases there are is searched.
"""

import ast
from collections.abc import Iterator
from typing import Any

from lstmlesson import inverse, pytorch
from lstmlesson.inverse import Reading
from lstmlesson.law.declaration import Declaration
from lstmlesson.summary.records import Row
from lstmlesson.summary.solving.chain import Feed, last
from lstmlesson.summary.solving.facts import divisors
from lstmlesson.summary.solving.infer import MOST_READINGS

RECURRENT = {"LSTM": pytorch.LSTM, "GRU": pytorch.GRU, "RNN": pytorch.RNN}
CELLS = {"LSTMCell": pytorch.LSTMCell, "GRUCell": pytorch.GRUCell, "RNNCell": pytorch.RNNCell}
MOST_DECLARED_LAYERS = 1_000
MOST_LAYERS, LARGEST_UNITS, LONGEST_ARGUMENTS, LARGEST_PROJECTED, MOST_PROJECTED = 8, 4096, 500, 20_000, 3


def declared(row: Row) -> Declaration | None:
    """The module that a printed line declares, or None where it is not one of `pytorch` or the line is odd.

    >>> declared(Row("lstm", "LSTM", arguments="32, 16, num_layers=2"))
    LSTM(32, 16, num_layers=2)
    """
    if row.class_name not in pytorch.__all__ or row.arguments is None or len(row.arguments) > LONGEST_ARGUMENTS:
        return None
    try:
        call = ast.parse(f"f({row.arguments})", mode="eval").body
        if not isinstance(call, ast.Call):
            return None
        given = [ast.literal_eval(value) for value in call.args]
        named = {keyword.arg or "": ast.literal_eval(keyword.value) for keyword in call.keywords}
        module = getattr(pytorch, row.class_name)(*given, **named)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None
    # No such stack was ever built; a text may name any number.
    return module if getattr(module, "num_layers", 1) <= MOST_DECLARED_LAYERS else None


def readings(row: Row, feed: Feed, thorough: bool = True) -> list[Reading]:
    """Every module of the row's class that gives its count; the plainest first.

    thorough: where no shape is known, also modules of several layers, and with a projection.
    """
    module = declared(row)
    if module is not None:
        return [Reading(module, _features(module), "as printed")]
    if row.count is None or row.count < 1:
        return []
    found = []
    for reading in _search(row, feed, thorough):
        found.append(reading)
        if len(found) >= MOST_READINGS:
            break
    known = feed.features
    agreeing = [one for one in found if known is None or one.input_features == known or row.class_name == "Embedding"]
    return agreeing or found


def _features(module: Any) -> int:
    """How many features a module takes: whichever of its arguments says it."""
    for name in ("input_size", "in_features", "num_features", "num_embeddings"):
        if hasattr(module, name):
            return int(getattr(module, name))
    return int(module.normalized_shape[-1])


def _search(row: Row, feed: Feed, thorough: bool) -> Iterator[Reading]:
    count, units = row.count or 0, last(row.output_shapes[0]) if row.output_shapes else None
    name = row.class_name
    if name == "Linear":
        yield from _linear(count, units)
    elif name == "Embedding":
        for size in [units] if units else divisors(count):
            if count % size == 0:
                yield Reading(
                    pytorch.Embedding(count // size, size), count // size, f"a table of {count // size:,} rows"
                )
    elif name in ("LayerNorm", "BatchNorm1d"):
        for bias, many in ((True, 2), (False, 1)):
            if count % many == 0:
                kind = getattr(pytorch, name)
                yield Reading(
                    kind(count // many, **({} if bias else {"bias": False})),
                    count // many,
                    "weight and bias" if bias else "weight alone",
                )
    elif name in CELLS:
        for number, size in _plain(count, CELLS[name], units, {}):
            yield Reading(CELLS[name](number, size), number, "two biases")
        for number, size in _plain(count, CELLS[name], units, {"bias": False}):
            yield Reading(CELLS[name](number, size, bias=False), number, "no bias")
    elif name in RECURRENT:
        yield from _recurrent(count, RECURRENT[name], units, feed.features, MOST_LAYERS if thorough or units else 1)


def _linear(count: int, units: int | None) -> Iterator[Reading]:
    for size in [units] if units else divisors(count):
        if count % size == 0:
            if count // size > 1:
                yield Reading(pytorch.Linear(count // size - 1, size), count // size - 1, "with bias")
            yield Reading(pytorch.Linear(count // size, size, bias=False), count // size, "no bias")


def _recurrent(count: int, kind: Any, out: int | None, features: int | None, most: int) -> Iterator[Reading]:
    """Layers, directions and biases, the fewest first; then an LSTM with a projection."""
    for many in range(1, most + 1):
        for arguments, words in (({}, "two biases"), ({"bias": False}, "no bias")):
            for both in (False, True):
                extra = (
                    arguments | ({"bidirectional": True} if both else {}) | ({"num_layers": many} if many > 1 else {})
                )
                note = f"{many} layer{'s' * (many > 1)}, {'both directions, ' * both}{words}"
                size = None if out is None else out // (1 + both)
                if out is not None and out % (1 + both):
                    continue
                for number, hidden in _plain(count, kind, size, extra):
                    yield Reading(kind(number, hidden, **extra), number, note)
                if (
                    kind is pytorch.LSTM
                    and (features is not None or size is None)
                    and most > 1
                    and many <= MOST_PROJECTED
                ):
                    yield from _projected(count, size, features, extra, note)


def _plain(count: int, kind: Any, size: int | None, extra: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """Features and units; with the units given at most one pair."""
    line = inverse.law(kind, extra) if kind in RECURRENT.values() else None
    for units in [size] if size else range(1, LARGEST_UNITS):
        base, slope = line(units) if line else _cell_line(kind, units, extra)
        if base > count:
            return
        more, rest = divmod(count - base, slope)
        if rest == 0:
            yield more + 1, units


def _cell_line(kind: Any, units: int, extra: dict[str, Any]) -> tuple[int, int]:
    one, two = (kind(features, units, **extra).count() for features in (1, 2))
    return one, two - one


def _projected(
    count: int, size: int | None, features: int | None, extra: dict[str, Any], note: str
) -> Iterator[Reading]:
    """LSTM with proj_size: what comes out is smaller than the units inside."""
    small = count < LARGEST_PROJECTED
    for out in [size] if size else range(1, 17) if small else ():
        line = inverse.law(pytorch.LSTM, {**extra, "proj_size": out}, out + 1)
        for units in range(out + 1, LARGEST_UNITS):
            base, slope = line(units)
            if base > count:
                break
            more, rest = divmod(count - base, slope)
            if rest == 0 and features in (None, more + 1):
                module = pytorch.LSTM(more + 1, units, proj_size=out, **extra)
                yield Reading(module, more + 1, f"{note}, projected to {out}")
