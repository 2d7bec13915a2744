"""The lines below a table: Total params, Trainable params, Non-trainable params, Optimizer params."""

import re
from typing import Any

from lstmlesson.summary.reading.rounding import rounded
from lstmlesson.summary.records import Totals

_TOTAL = re.compile(
    r"\s*(?P<kind>Total|(?:Total )?Trainable|Non-trainable|Optimizer|Frozen) param(?:eter)?s ?: {0,9}"
    r"(?P<number>\d[\d,]{0,40})(?:\.0)?"
    r"(?P<rest>(?![\d.]).*)$",
    re.IGNORECASE,
)
# Lightning's are rounded: 19.3 K.
_ROUNDED = re.compile(
    r"\s*(?P<kind>Total|Trainable|Non-trainable) params: {0,9}(?P<number>\d[\d,]*(?:\.\d+)?) (?P<step>[KMBT])\s*$"
)
# What torchinfo, torchsummary, fastai and Gluon say besides; it counts no parameters.
_BESIDES = re.compile(
    r"\s*(?:Total (?:mult-adds|flops|memory)|Input size|Forward/backward pass size|Params size|Estimated Total Size|"
    r"Parameters in forward computation graph|Shared params|Unique parameters)\b",
    re.IGNORECASE,
)


def is_total(line: str) -> bool:
    """Whether a line is one of the totals."""
    return (_ROUNDED.match(line) or _TOTAL.match(line)) is not None


def is_besides(line: str) -> bool:
    """Whether a line says something about memory or work."""
    return _BESIDES.match(line) is not None


def with_line(totals: Totals, line: str) -> Totals:
    """The totals with what one more line says.

    >>> with_line(Totals(), "Total params: 61,460.0").total
    61460
    """
    about, match = _ROUNDED.match(line), _TOTAL.match(line)
    if about:
        kind = about["kind"].lower().replace("-", "_")
        return totals._replace(**{kind: rounded(about["number"], about["step"])}, rounded=True)
    if match is None:
        return totals
    kind = match["kind"].lower().removeprefix("total ")  # "Total Trainable Params" is a sum that many write themselves
    field = {"frozen": "non_trainable"}.get(kind, kind.replace("-", "_"))
    numbers: dict[str, Any] = {field: int(match["number"].replace(",", ""))}
    return totals._replace(**numbers)
