"""The lines below a table: Total params, Trainable params, Non-trainable params, Optimizer params."""

import re

from lstmlesson.summary.records import Totals

_TOTAL = re.compile(
    r"\s*(?P<kind>Total|Trainable|Non-trainable|Optimizer) params:\s*(?P<number>\d[\d,]{0,40})(?:\.0)?(?P<rest>.*)$"
)
# What torchinfo and torchsummary say besides; it counts no parameters.
_BESIDES = re.compile(
    r"\s*(?:Total mult-adds|Input size|Forward/backward pass size|Params size|Estimated Total Size)\b"
)


def is_total(line: str) -> bool:
    """Whether a line is one of the totals."""
    return _TOTAL.match(line) is not None


def is_besides(line: str) -> bool:
    """Whether a line says something about memory or work."""
    return _BESIDES.match(line) is not None


def with_line(totals: Totals, line: str) -> Totals:
    """The totals with what one more line says.

    >>> with_line(Totals(), "Total params: 61,460.0").total
    61460
    """
    match = _TOTAL.match(line)
    if match is None:
        return totals
    field = match["kind"].lower().replace("-", "_")
    return totals._replace(**{field: int(match["number"].replace(",", ""))})
