"""What every tool answers."""

from typing import Any, NamedTuple


class Answer(NamedTuple):
    """Data as JSON has it, with `kind` among it, and HTML to show, in which all foreign text is escaped."""

    fields: dict[str, Any]
    html: str
