"""What probably printed a table: each version has its habits. Source: tables printed by the versions themselves."""

import re
from collections.abc import Sequence

from lstmlesson.summary.records import Row


def of_box(text: str) -> str:
    """The origin of a table in a box."""
    if "Arithmetic" in text:
        return "lstmlesson"
    return "Keras 3" if "┃" in text or "│" in text else "Keras 3, or typed by hand"


def of_ruled(text: str, rows: Sequence[Row], blank_parted: bool, class_first: bool, torchinfo: bool) -> str:
    """The origin of a table in columns of blanks.

    text: the table with its totals. blank_parted: blank lines, not rules, part the rows.
    """
    if torchinfo:
        return "torchinfo (PyTorch)" if "depth-idx" in text else "torchsummary (PyTorch)"
    if class_first:
        return "Keras 0.3"
    if blank_parted:
        return "tf.keras 2.13 to 2.15" if re.search(r"params: \d+ \(\d", text) else "tf.keras 2.7 to 2.12"
    if re.search(r"params: [\d,]+\.0$", text, re.MULTILINE):
        return "Keras 2.0"
    if re.search(r'^ *Model: "', text, re.MULTILINE):
        return "Keras 2.3 or tf.keras 1.14 to 2.6"
    if _is_keras_1(text, rows):
        return "Keras 1"
    return "Keras 2"


def _is_keras_1(text: str, rows: Sequence[Row]) -> bool:
    """Keras 1 names the input that it has made for a Sequential, such as lstm_input_1, and merges with Merge."""
    old = {"Merge", "Convolution1D", "Highway", "MaxoutDense", "TimeDistributedDense"}
    first = rows[0].connected_to if rows else ()
    made = any(re.match(r"\w+_input_\d+\[", one) for one in first)
    return made or any(row.class_name in old for row in rows) or bool(re.search(r"Total params: \d{4,}$", text, re.M))
