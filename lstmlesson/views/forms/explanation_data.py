"""An explained summary as data: what JSON has of it, for programs and for a page."""

from collections.abc import Sequence
from typing import Any

from lstmlesson.summary.records import Row, Summary


def as_data(summary: Summary) -> dict[str, Any]:
    """A summary as JSON has it.

    >>> from lstmlesson.summary import explain
    >>> as_data(explain("lstm (LSTM)    (None, 8)    384"))["rows"][0]["readings"][0]
    {'declaration': 'LSTM(8)', 'input_features': 3, 'note': 'with bias'}
    """
    return {
        "origin": summary.origin,
        "rows": [_row(row) for row in summary.rows],
        "totals": summary.totals._asdict(),
        "problems": [
            {"row": problem.row.name if problem.row else None, "sentence": problem.sentence}
            for problem in summary.problems
        ],
        "notes": list(summary.notes),
        "messages": [message._asdict() for message in summary.messages],
        "unread": [{"line": line.number, "text": str(line)} for line in summary.unread],
    }


def _row(row: Row) -> dict[str, Any]:
    data = row._asdict()
    data["output_shapes"], data["input_shapes"] = _shapes(row.output_shapes), _shapes(row.input_shapes)
    data["readings"] = [one._asdict() | {"declaration": repr(one.declaration)} for one in row.readings]
    return data


def _shapes(shapes: Sequence[Sequence[Any]]) -> list[list[Any]]:
    return [["…" if size is ... else size for size in shape] for shape in shapes]
