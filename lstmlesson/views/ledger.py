"""A ledger as an HTML table: what it is, how many, and the sizes that it depends on."""

from collections.abc import Iterable

from lstmlesson.language import word
from lstmlesson.law.polynomials import Polynomial
from lstmlesson.law.sizes import Size
from lstmlesson.ledger import Entry
from lstmlesson.views.document.tables import line, table
from lstmlesson.views.values import plain


def entries_table(entries: Iterable[Entry]) -> str:
    """Entries of a ledger as a table.

    >>> from lstmlesson import LSTM
    >>> from lstmlesson.ledger import costs
    >>> "features, units</td>" in entries_table(costs(LSTM(2), (10, 3)).values())
    True
    """
    header = [word("what"), word("how many"), word("depends on")]
    return table(header, [entry_line(entry.name, entry.value, entry.depends_on) for entry in entries])


def entry_line(name: str, value: Size | None, depends_on: Iterable[str]) -> str:
    """One line: the name and the sizes are keys of the catalogue of words."""
    return line([word(name), _written(value), ", ".join(word(size) for size in depends_on)], right=(1,))


def _written(value: Size | None) -> str:
    """A number with commas or a hole; a letter as it is; a question mark where a length was left open."""
    if value is None:
        return "?"
    return f"{value:,}" if isinstance(value, int | Polynomial) else plain(value)
