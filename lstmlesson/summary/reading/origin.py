"""What probably printed a table: each version has its habits. Source: tables printed by the versions themselves.

Only a table that was recognised for certain is judged: an unknown printer may count by laws of its own.
"""

import re
from collections.abc import Sequence

from lstmlesson.summary.reading.drafts import Style
from lstmlesson.summary.records import Row, Table

# The headings of Keras' own tables and of torchsummary's, blanks run together; TF.js shows the input as well.
_KERAS = re.compile(
    r"Layer \((?:type|name)\S{0,12}\)?(?: Input Shape)?(?: Output Sh\S*)?(?: Par\S*(?: #)?)?(?: Connect\S*(?: to)?)?"
    r"(?: Trai\S*)?(?: Arithmetic)?",
    re.IGNORECASE,
)


def of_box(text: str) -> str:
    """The origin of a table in a box."""
    if "Arithmetic" in text:
        return "lstmlesson"
    return "Keras 3" if "┃" in text or "│" in text else "Keras 3, or typed by hand"


def of_ruled(text: str, rows: Sequence[Row], style: Style) -> str:
    """The origin of a table in columns of blanks. text: the heading and the totals."""
    if style.pytorch:
        return _of_modules(text, rows, style)
    if "Input Shape" in text or any(row.input_shapes for row in rows):
        return "TF.js"
    if style.class_first:
        return "Keras 0.3"
    if "Previous Layer" in text:
        return "MXNet"
    if style.wraps:
        return "tf.keras 2.13 to 2.15" if re.search(r"params: \d+ \(\d", text) else "tf.keras 2.7 to 2.12"
    if re.search(r"params: [\d,]+\.0$", text, re.MULTILINE):
        return "Keras 2.0"
    if re.search(r'^ *Model: "', text, re.MULTILINE):
        return "Keras 2.3 or tf.keras 1.14 to 2.6"
    return "Keras 1" if _is_keras_1(text, rows) else "Keras 2"


def _of_modules(text: str, rows: Sequence[Row], style: Style) -> str:
    if "Tr. Param" in text or "Input Shape" in text:
        return "pytorch_model_summary"
    if not style.numbered:
        return "typed by hand (PyTorch)"
    return "torchsummary (PyTorch)" if style.square else "MXNet Gluon"


def _is_keras_1(text: str, rows: Sequence[Row]) -> bool:
    """Keras 1 names the input that it has made for a Sequential, such as lstm_input_1, and merges with Merge."""
    old = {"Merge", "Convolution1D", "Highway", "MaxoutDense", "TimeDistributedDense"}
    first = rows[0].connected_to if rows else ()
    made = any(re.match(r"\w+_input_\d+\[", one) for one in first)
    return made or any(row.class_name in old for row in rows) or bool(re.search(r"Total params: \d{4,}$", text, re.M))


def is_recognised(head: str, table: Table) -> bool:
    """Whether a table in columns of blanks is one of Keras' or of torchsummary's, by its heading or, without, its rows.

    Rows without a heading are Keras' where each has a name, a class in brackets, and None for its batch.
    """
    if table.is_pytorch:
        open_batch = all(shape[:1] == (None,) for row in table.rows for shape in row.output_shapes[:1])
        return table.origin.startswith("torchsummary") and (bool(head) or open_batch)
    if head:
        return _KERAS.fullmatch(" ".join(head.split())) is not None and table.origin != "MXNet"
    return table.origin != "TF.js" and all(_is_keras_row(row) for row in table.rows)


def _is_keras_row(row: Row) -> bool:
    return bool(row.class_name) and all(
        shape[:1] in ((None,), ()) or "InputLayer" in row.class_name for shape in row.output_shapes
    )
