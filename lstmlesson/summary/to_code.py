"""The declaration that makes an explained table: as code of this package, of Keras 3 and of PyTorch.

Only for a chain whose every row is understood. What a summary does not say, such as the rate of a Dropout, is given
its usual value and marked.
"""

from typing import Any, NamedTuple

from lstmlesson import layers
from lstmlesson.layers.foundation.layer import written
from lstmlesson.summary.records import Row, Shape, Table
from lstmlesson.summary.solving.chain import feeds

# Layers without numbers that a chain may hold, as they are written; what stands in a remark is not in a summary.
_EMPTY = {
    "Dropout": "Dropout(0.5)",
    "SpatialDropout1D": "SpatialDropout1D(0.5)",
    "Masking": "Masking()",
    "Flatten": "Flatten()",
    "Activation": 'Activation("relu")',
    "GlobalMaxPooling1D": "GlobalMaxPooling1D()",
    "GlobalAveragePooling1D": "GlobalAveragePooling1D()",
}
_GUESSED = ("Dropout", "SpatialDropout1D", "Activation")


class Code(NamedTuple):
    """The same model three times; None where it cannot be written."""

    lstmlesson: str | None
    keras: str | None
    pytorch: str | None


def code(table: Table) -> Code:
    """The code of a table that was explained.

    >>> from lstmlesson.summary import explain
    >>> print(code(explain("lstm (LSTM)    (None, 400, 5)    380").tables[0]).lstmlesson)
    import lstmlesson as keras
    <BLANKLINE>
    model = keras.Sequential([
        keras.Input((400, 13)),
        keras.layers.LSTM(5, return_sequences=True),
    ])
    """
    lines = _keras(table)
    if lines is None:
        return Code(None, None, None)
    body = "\n\nmodel = keras.Sequential([\n" + "".join(f"    {line}\n" for line in lines) + "])"
    return Code("import lstmlesson as keras" + body, "import keras" + body, _pytorch(table))


def _keras(table: Table) -> list[str] | None:
    rows = [row for row in table.rows if row.class_name != "InputLayer"]
    start = _start(table)
    if start is None or any(row.depth or len(row.output_shapes) != 1 for row in rows) or not _is_written(table):
        return None
    written_rows = [_layer(row) for row in rows]
    return None if None in written_rows else [f"keras.Input({written(start)}),", *filter(None, written_rows)]


def _is_written(table: Table) -> bool:
    """Whether each row is fed by the one before it, as far as the table says."""
    fed = feeds(table)
    return not table.is_pytorch and all(feed.rows in ((), (at - 1,)) for at, feed in enumerate(fed))


def _start(table: Table) -> Shape | None:
    """The input of the first layer, without the batch; None where nothing says it."""
    if not table.rows or not table.rows[0].output_shapes:
        return None
    first = table.rows[0]
    given = (*first.output_shapes, *first.input_shapes)[-1]
    if first.class_name == "InputLayer" or first.input_shapes:
        return None if ... in given else given[1:]
    if not first.readings:
        return None
    shape = first.output_shapes[0]
    if first.class_name == "Embedding":
        return shape[1:-1]
    features = first.readings[0].input_features
    if first.class_name in ("LSTM", "GRU", "SimpleRNN", "Bidirectional"):
        return (shape[1] if len(shape) == 3 else None, features)
    return (*shape[1:-1], features) if first.class_name in ("Dense", "TimeDistributed") else None


def _layer(row: Row) -> str | None:
    """One line of the list."""
    if row.readings:
        declaration = row.readings[0].declaration
        text = repr(declaration)
        inner = getattr(declaration, "layer", None)
        if not isinstance(declaration, layers.Layer):
            return None
        if inner is not None:
            text = text.replace(repr(inner), f"keras.layers.{inner!r}")
        return f"keras.layers.{text}," + ("" if row.formula else "  # a guess: other layers have this count, too")
    if row.class_name == "RepeatVector":
        return f"keras.layers.RepeatVector({row.output_shapes[0][1]}),"
    text = _EMPTY.get(row.class_name, "")
    remark = "  # what it is set to is not in a summary" if row.class_name in _GUESSED else ""
    return f"keras.layers.{text},{remark}" if text else None


def _pytorch(table: Table) -> str | None:
    """A module with one part for each row, and how the parts follow each other."""
    parts, steps = [], []
    for number, row in enumerate(row for row in table.rows if row.class_name != "InputLayer"):
        made = _module(row)
        if made is None:
            return None
        module, after = made
        parts.append(f"        self.part_{number} = {module}\n")
        steps.append(f"        {after.format(part=f'self.part_{number}')}\n")
    return (
        "from torch import nn\n\n\nclass Network(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
        + "".join(parts)
        + "\n    def forward(self, x):\n"
        + "".join(steps)
        + "        return x\n\n\nmodel = Network()  # recurrent parts keep a second bias and count more than in Keras"
    )


def _module(row: Row) -> tuple[str, str] | None:
    """A part, and the line that uses it."""
    plain = "x = {part}(x)"
    if row.class_name in ("Dropout", "SpatialDropout1D"):
        return "nn.Dropout(0.5)", plain
    if row.class_name == "Flatten":
        return "nn.Flatten()", plain
    if not row.readings:
        return None
    layer: Any = row.readings[0].declaration
    features = row.readings[0].input_features
    if isinstance(layer, layers.TimeDistributed):
        layer = layer.layer
    if isinstance(layer, layers.Dense):
        return f"nn.Linear({features}, {layer.units}{'' if layer.use_bias else ', bias=False'})", plain
    if isinstance(layer, layers.Embedding):
        return f"nn.Embedding({layer.input_dim}, {layer.output_dim})", plain
    return _recurrent(layer, features, row)


def _recurrent(layer: Any, features: int, row: Row) -> tuple[str, str] | None:
    both = isinstance(layer, layers.Bidirectional)
    if both and layer.merge_mode != "concat":
        return None
    inner = layer.layer if both else layer
    kind = {"LSTM": "LSTM", "GRU": "GRU", "SimpleRNN": "RNN"}.get(type(inner).__name__)
    if kind is None:
        return None
    more = ", bidirectional=True" * both + ", bias=False" * (not inner.use_bias)
    after = "x = {part}(x)[0]" if inner.return_sequences else "x = {part}(x)[0][:, -1]"
    return f"nn.{kind}({features}, {inner.units}, batch_first=True{more})", after
