"""Names as Keras numbers them: lstm, lstm_1, lstm_2. A number that is skipped tells of a row that is missing."""

import re
from collections import defaultdict

from lstmlesson.summary.records import Table

_NAME = re.compile(r"([a-z][a-z0-9_]*?)(?:_(\d+))?$")


def is_gapless(table: Table) -> bool:
    """Whether Keras named all rows, and no number between two names of a class is missing."""
    numbers = defaultdict(list)
    for row in table.rows:
        match = _NAME.match(row.name)
        if row.class_name == "InputLayer":
            continue
        if match is None or not row.class_name or not _is_of(match[1], row.class_name):
            return False
        numbers[match[1]].append(int(match[2] or 0))
    return all(found == list(range(found[0], found[0] + len(found))) for found in numbers.values())


def _is_of(name: str, class_name: str) -> bool:
    """Whether a name is made of a class, which a narrow table may have cut: time_distributed of TimeDist."""
    plain = name.replace("_", "")
    return plain.startswith(class_name.rstrip(".\u2026").lower()) or class_name.lower() == plain
