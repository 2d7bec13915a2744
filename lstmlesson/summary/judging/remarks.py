"""What a reader of a summary wonders about, in sentences: None, a 0, the totals, the optimizer's numbers."""

from lstmlesson.summary.classes import CONTAINERS
from lstmlesson.summary.records import Row, Table
from lstmlesson.summary.solving.chain import Feed

_WHY_NOTHING = {
    "InputLayer": "the place where samples come in: it computes nothing",
    "Dropout": "it leaves numbers out at random while training, and has none of its own",
    "Masking": "it marks timesteps to skip, and has no numbers",
    "Flatten": "it lays the numbers out in a row, and has none of its own",
    "RepeatVector": "it repeats what comes in",
    "Concatenate": "it lays tensors side by side",
    "Merge": "it joins tensors",
    "Activation": "a fixed function, with nothing to learn",
}


def about_row(row: Row, feed: Feed, is_pytorch: bool) -> str:
    """One sentence about a row."""
    if not row.built:
        return "not built: the layer has not seen its input yet, so it has no numbers to count"
    if "count" in row.cut or (row.count is None and not is_pytorch):
        return "the count is not in the text, or was cut off"
    if row.count == 0:
        return _WHY_NOTHING.get(row.class_name, "no numbers to learn: it only passes on or rearranges what comes in")
    if row.readings:
        return _about_readings(row, feed)
    if row.class_name in CONTAINERS:
        return "a model inside the model; its count is the sum of its own layers"
    return f"{row.class_name or 'the class'} is not known here, so its count is taken as it stands"


def _about_readings(row: Row, feed: Feed) -> str:
    first, *others = row.readings
    features = "feature" if first.input_features == 1 else "features"
    text = f"{first.declaration!r} on {first.input_features:,} {features} ({first.note})"
    if row.class_name == "Embedding" or row.arguments is not None:
        text = f"{first.declaration!r}: {first.note}"
    if not others:
        return text
    shown = [f"{one.declaration!r} on {one.input_features:,} ({one.note})" for one in others[:3]]
    more = f", and {len(others) - 3} more" if len(others) > 3 else ""
    return f"{text}; the same count has {'; '.join(shown)}{more}"


def notes(table: Table) -> list[str]:
    """What is worth saying about a whole table."""
    shapes = [shape for row in table.rows for shape in row.output_shapes]
    found = []
    if any(shape[:1] == (None,) for shape in shapes):
        found.append(
            "The first None of a shape is the batch size: how many samples come at once is chosen at run time."
        )
    if any(None in shape[1:] for shape in shapes):
        found.append("A later None is a length left open, such as any number of timesteps; no count depends on it.")
    if any(row.count == 0 and row.built for row in table.rows):
        found.append("A 0 is no mistake: such a layer passes on or rearranges numbers and has none to learn.")
    return found + _about_totals(table)


def _about_totals(table: Table) -> list[str]:
    totals, found = table.totals, []
    if totals.optimizer:
        model = totals.of_the_model or 0
        found.append(
            f"Total params {totals.total:,} includes {totals.optimizer:,} numbers of the optimizer; the model itself "
            f"has {model:,}. {_optimizer(totals.optimizer, totals.trainable or 0)}"
        )
    if totals.non_trainable:
        found.append(
            f"Non-trainable: {totals.non_trainable:,} numbers are stored and used, and training does not change them."
        )
    if any(not row.built for row in table.rows):
        found.append("The model is not built: call build, or begin with Input(…); until then every count is 0.")
    shown = sum(row.count or 0 for row in table.rows if row.depth == 0 or table.is_pytorch)
    model_total = totals.of_the_model
    if model_total is not None and shown < model_total and not table.is_pytorch:
        found.append(f"The rows shown add up to {shown:,} of {model_total:,}: rows or counts are missing in this text.")
    return found


def _optimizer(numbers: int, trainable: int) -> str:
    """Which optimizer keeps so many numbers for so many trainable ones."""
    each = {
        2 * trainable + 2: "Adam keeps two for each trainable number, and two of its own.",
        2: "SGD keeps two of its own.",
    }
    each[trainable + 2] = "RMSprop, or SGD with momentum, keeps one for each trainable number, and two of its own."
    return each.get(numbers, "Optimizers keep numbers of their own.")
