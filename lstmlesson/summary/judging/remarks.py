"""What a reader of a summary wonders about, in sentences: None, a 0, the totals, the optimizer's numbers."""

from typing import Any

from lstmlesson import pytorch
from lstmlesson.inverse import Reading
from lstmlesson.language import sentence, word
from lstmlesson.layers.foundation.tensor import written
from lstmlesson.summary.classes import CONTAINERS, operations
from lstmlesson.summary.judging.judge import holds_nothing
from lstmlesson.summary.judging.shapes import single_timestep
from lstmlesson.summary.records import Row, Table
from lstmlesson.summary.solving.infer import class_of

# Layers of which it is said in words of their own why they hold nothing.
_NOTHING = ("InputLayer", "Dropout", "Masking", "Flatten", "RepeatVector", "Concatenate", "Merge", "Activation")
# So many readings are told; the rest are counted.
_MOST_READINGS = 4


def about_row(row: Row, table: Table, below: int | None = None) -> str:
    """One sentence about a row. below: what the rows inside it hold together, where it shows no count itself."""
    if row.used_again or row.from_the_total:
        return word("row used again" if row.used_again else "row from the total")
    if not row.built:
        return word("row not built")
    if below is not None and "count" not in row.cut:
        return sentence("row of a container", below=below) if below else word("row without numbers")
    if row.rounded:
        return word("row rounded")
    if "count" in row.cut or (row.count is None and not table.is_pytorch):
        return word("row without count")
    if row.count == 0:
        return _about_nothing(row, table)
    if row.readings:
        return _about_readings(row)
    if row.class_name in CONTAINERS:
        return word("row of a model")
    if not row.class_name:
        return row.note or word("row of no class")
    return sentence("row with no reading" if _holds(row, table) else "row unknown", layer=row.class_name)


def _holds(row: Row, table: Table) -> bool:
    """Whether layers of this class hold numbers, as far as is known here."""
    return class_of(row.class_name, table.is_pytorch) is not None


def _about_nothing(row: Row, table: Table) -> str:
    """What a 0 means: nothing to hold, numbers that are not shown, or a class that is not known."""
    is_empty = holds_nothing(table, row) or (not table.is_pytorch and row.class_name in operations())
    if row.class_name in _NOTHING or is_empty or row.readings:
        return word(f"no numbers: {row.class_name}" if row.class_name in _NOTHING else "no numbers")
    if not _holds(row, table):
        return sentence("zero of an unknown class", layer=row.class_name or row.name)
    reason = "zero in Keras 1" if table.origin == "Keras 1" else "zero not looked into"
    return sentence(
        reason if "torchsummary" in table.origin or table.origin == "Keras 1" else "zero", layer=row.class_name
    )


def _about_readings(row: Row) -> str:
    first, *others = row.readings
    knows_its_input = row.class_name == "Embedding" or row.arguments is not None
    told = [_reading(one, "count read otherwise") for one in others[: _MOST_READINGS - 1]]
    if not row.formula:
        told = [_reading(one, "count read") for one in row.readings[: _MOST_READINGS - 1]]
        return sentence("count open", likeliest=told, more=len(row.readings) - len(told))
    text = _reading(first, "count read, input known" if knows_its_input else "count read")
    return sentence("counts read", first=text, others=told, more=len(others) - len(told)) if others else text


def _reading(reading: Reading, text: str) -> str:
    return sentence(text, layer=reading.declaration.as_call(), features=reading.input_features, note=reading.note)


def notes(table: Table) -> list[str]:
    """What is worth saying about a whole table."""
    shapes = [shape for row in table.rows for shape in row.output_shapes]
    found = []
    if any(shape[:1] == (None,) for shape in shapes):
        found.append(word("first None"))
    if any(None in shape[1:] for shape in shapes):
        found.append(word("later None"))
    zeros = [row for row in table.rows if row.count == 0 and row.built and not row.used_again]
    if zeros and all(holds_nothing(table, row) for row in zeros):
        found.append(word("a zero"))
    found += single_timestep(table) + _about_the_whole(table) + _about_totals(table) + _about_ties(table)
    return about_input(table) + found


def about_input(table: Table) -> list[str]:
    """An answer to "what is my input?": the shape that the text shows, or the features that the first count needs."""
    first = next((row for row in table.rows if row.readings or row.class_name == "InputLayer"), None)
    if first is None or table.part in ("part: heading", "part: rows", "part: lines between"):
        return []
    shapes = first.input_shapes or (first.output_shapes if first.class_name == "InputLayer" else ())
    if shapes and ... not in shapes[0]:
        return [sentence("input shown", shape=written(shapes[0][1:]))]
    if first.class_name == "Embedding" or not first.readings:
        return []
    if not first.formula:
        return [sentence("input open", row=first.name)]
    reading = first.readings[0]
    said: dict[str, Any] = {
        "row": first.name,
        "features": reading.input_features,
        "layer": reading.declaration.as_call(),
    }
    return [sentence("input read", **said)]


def _about_ties(table: Table) -> list[str]:
    """A table of words and an output of the same shape, which many language models store once."""
    read = [(row, row.readings[0].declaration) for row in table.rows if row.readings and row.formula]
    words = [(row, one.num_embeddings, one.embedding_dim) for row, one in read if isinstance(one, pytorch.Embedding)]
    lasts = [(row, one.out_features, one.in_features) for row, one in read if isinstance(one, pytorch.Linear)]
    shown = sum(row.count or 0 for row in table.rows)
    return [
        sentence("perhaps tied", first=one.name, last=other.name, saved=rows * columns, rest=shown - rows * columns)
        for one, rows, columns in words
        for other, *shape in lasts
        if [rows, columns] == shape
    ][:1]


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
