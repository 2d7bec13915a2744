"""What a row of an explained summary shows, as text: its cells, and the words above them."""

from lstmlesson.language import sentence, word
from lstmlesson.law import weights as law
from lstmlesson.law.sizes import written
from lstmlesson.summary.messages.message import Told
from lstmlesson.summary.records import Row

# So many readings of an open case show their arithmetic.
MOST_OPEN = 2


COLUMNS = ("layer", "output shape", "count", "arithmetic", "note")


def lesson_of(message: Told) -> str:
    return sentence("message: lesson", number=int(message.lesson[:2]))


def header() -> tuple[str, ...]:
    return tuple(word(f"summary: {column}") for column in COLUMNS)


def cells(row: Row) -> tuple[str, str, str, str]:
    """What a row shows: name and class, shapes, count, arithmetic."""
    name = (
        row.name if row.class_name in ("", row.name) or row.class_name in row.name else f"{row.name} ({row.class_name})"
    )
    shapes = ", ".join(written(shape, str) for shape in row.output_shapes)
    formula = "" if row.formula == "0" else row.formula or _open(row)
    return "  " * row.depth + name, shapes or "?", "?" if row.count is None else f"{row.count:,}", formula


def _open(row: Row) -> str:
    """The arithmetic of the likeliest readings of a case that is open, as such."""
    if len(row.readings) < 2:
        return ""
    told = []
    for reading in row.readings[:MOST_OPEN]:
        try:
            told.append(law.formula(reading.weights(None)))
        except ValueError:  # its weights hang on more of the input than is known
            return ""
    return sentence("arithmetic open", formulas=told)
