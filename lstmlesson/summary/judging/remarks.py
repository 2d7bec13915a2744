"""What a reader of a summary wonders about, in sentences: None, a 0, the totals, the optimizer's numbers."""

from typing import Any

from lstmlesson.inverse import Reading
from lstmlesson.language import sentence, word
from lstmlesson.summary.classes import CONTAINERS
from lstmlesson.summary.judging.shapes import single_timestep
from lstmlesson.summary.records import Row, Table
from lstmlesson.summary.solving.chain import Feed

# Layers of which it is said in words of their own why they hold nothing.
_NOTHING = ("InputLayer", "Dropout", "Masking", "Flatten", "RepeatVector", "Concatenate", "Merge", "Activation")
# So many readings are told; the rest are counted.
_MOST_READINGS = 4


def about_row(row: Row, feed: Feed, is_pytorch: bool) -> str:
    """One sentence about a row."""
    if row.used_again or row.from_the_total:
        return word("row used again" if row.used_again else "row from the total")
    if not row.built:
        return word("row not built")
    if "count" in row.cut or (row.count is None and not is_pytorch):
        return word("row without count")
    if row.count == 0:
        return word(f"no numbers: {row.class_name}" if row.class_name in _NOTHING else "no numbers")
    if row.readings:
        return _about_readings(row)
    if row.class_name in CONTAINERS:
        return word("row of a model")
    return sentence("row unknown", layer=row.class_name) if row.class_name else word("row of no class")


def _about_readings(row: Row) -> str:
    first, *others = row.readings
    knows_its_input = row.class_name == "Embedding" or row.arguments is not None
    text = _reading(first, "count read, input known" if knows_its_input else "count read")
    if not others:
        return text
    told = [_reading(one, "count read otherwise") for one in others[: _MOST_READINGS - 1]]
    return sentence("counts read", first=text, others=told, more=len(others) - len(told))


def _reading(reading: Reading, text: str) -> str:
    return sentence(text, layer=repr(reading.declaration), features=reading.input_features, note=reading.note)


def notes(table: Table) -> list[str]:
    """What is worth saying about a whole table."""
    shapes = [shape for row in table.rows for shape in row.output_shapes]
    found = []
    if any(shape[:1] == (None,) for shape in shapes):
        found.append(word("first None"))
    if any(None in shape[1:] for shape in shapes):
        found.append(word("later None"))
    if any(row.count == 0 and row.built for row in table.rows):
        found.append(word("a zero"))
    return found + single_timestep(table) + _about_the_whole(table) + _about_totals(table)


def _about_the_whole(table: Table) -> list[str]:
    """Whether the table is judged, and whether it is a part."""
    found = [] if table.judged or not table.rows else [word("not judged")]
    if any(row.rounded for row in table.rows):
        found.append(word("rounded counts"))
    return [*found, word(table.part)] if table.part and len(table.rows) > 1 else found


def _about_totals(table: Table) -> list[str]:
    totals, found = table.totals, []
    if totals.optimizer and totals.total is not None:
        said: dict[str, Any] = {"total": totals.total, "optimizer": totals.optimizer, "model": totals.of_the_model or 0}
        found.append(sentence("with optimizer", which=_optimizer(totals.optimizer, totals.trainable or 0), **said))
    if totals.non_trainable:
        found.append(sentence("not trained", number=totals.non_trainable))
    if any(not row.built for row in table.rows):
        found.append(word("model not built"))
    shown = sum(row.count or 0 for row in table.rows if row.depth == 0 or table.is_pytorch)
    model_total = totals.of_the_model
    if model_total and shown == model_total and not totals.rounded and len(table.rows) > 1:
        found.append(sentence("rows add up", total=model_total))
    if model_total is not None and shown < model_total and not table.is_pytorch:
        found.append(sentence("rows missing", rows=shown, total=model_total))
    return found


def _optimizer(numbers: int, trainable: int) -> str:
    """Which optimizer keeps so many numbers for so many trainable ones."""
    each = {2 * trainable + 2: "of Adam", 2: "of SGD"}
    each[trainable + 2] = "of RMSprop"
    return word(each.get(numbers, "of an optimizer"))
