"""Summaries explained: what a row says, what cannot be true, what is worth knowing."""

from collections.abc import Sequence

from lstmlesson.language.texts import Text


def counts_read(first: str, others: Sequence[str], more: int) -> str:
    """LSTM(8) on 3 features (with bias); the same count comes from LSTM(8, use_bias=False) on 4, and 2 more"""
    return f"{first}; the same count comes from {'; '.join(others)}{f', and {more:,} more' if more else ''}"


def count_open(likeliest: Sequence[str], more: int) -> str:
    """open: LSTM(8) on 3 features, or GRU(9) on 2 features. The shape of its input would settle it"""
    others = f", or one of {more:,} more" if more > 0 else ""
    return f"open: {', or '.join(likeliest)}{others}. The shape of its input would settle it"


TEXTS: dict[str, Text] = {
    # The explanation and its parts.
    "parameters in all": "parameters in this model",
    "about": "\N{ALMOST EQUAL TO} ",
    "no table": "No table of a summary was found.",
    "summary: layer": "Layer",
    "summary: output shape": "Output shape",
    "summary: count": "Param #",
    "summary: arithmetic": "Arithmetic",
    "summary: note": "What it says",
    "what rows say": "What each row says",
    "what cannot be true": "What cannot be true",
    "what to know": "What to know",
    "lines unread": "Lines that are no part of a table",
    # What a row says.
    "row not built": "not built: the layer has not seen its input yet, so it has no numbers to count",
    "row without count": "the count is not in the text, or was cut off",
    "row of a model": "a model inside the model; its count is the sum of its own layers",
    "row unknown": "{layer} is not known here, so its count is taken as it stands",
    "row of no class": "the class is not known here, so its count is taken as it stands",
    "row of TensorFlow 1": "{layer} of TensorFlow 1 with {units:,} units on {features:,} features, both kernels in one "
    "array",
    "row with peepholes": ", and peepholes: vectors of {units:,}, by which gates see the cell state",
    "row with projection": ", projected to {size:,} numbers for the next step",
    "row used again": "used again: its numbers are counted where it came first",
    "row from the total": "the count is not in the text; it follows from the shapes and the total",
    "row with no reading": "no {layer} that is counted here gives this number, so it is taken as it stands",
    "row of a container": "it stands for the rows inside it, which hold {below:,} numbers together",
    "row without numbers": "it shows no number of its own",
    "row rounded": "the count is rounded, so its arithmetic cannot be told",
    "zero": "a {layer} holds numbers, so this 0 means that they are not shown: it is not built yet, or frozen, or its "
    "numbers are packed, as in a quantized model",
    "zero in Keras 1": "a {layer} holds numbers; Keras 1 shows 0 for a layer that is frozen",
    "zero not looked into": "a {layer} holds numbers; this tool looks for a single weight matrix and finds none here",
    "zero of an unknown class": "{layer} shows no numbers of its own; whether it holds any is not known here",
    "count open": count_open,
    "arithmetic open": lambda formulas: f"open: {' or '.join(formulas)} …",
    "input shown": "What comes in: samples of shape {shape}.",
    "input read": "What comes in: the count of {row} needs {features:,} features, as {layer} sees them.",
    "input open": "What comes in is open: the count of {row} alone does not settle it.",
    "no numbers": "no numbers to learn: it only passes on or rearranges what comes in",
    "no numbers: InputLayer": "the place where samples come in: it computes nothing",
    "no numbers: Dropout": "it leaves numbers out at random while training, and has none of its own",
    "no numbers: Masking": "it marks timesteps to skip, and has no numbers",
    "no numbers: Flatten": "it lays the numbers out in a row, and has none of its own",
    "no numbers: RepeatVector": "it repeats what comes in",
    "no numbers: Concatenate": "it lays tensors side by side",
    "no numbers: Merge": "it joins tensors",
    "no numbers: Activation": "a fixed function, with nothing to learn",
    # What the count of a row says about the layer and its input.
    "count read": lambda layer, features, note: (
        f"{layer} on {features:,} {'feature' if features == 1 else 'features'} ({note})"
    ),
    "count read, input known": "{layer}: {note}",
    "count read otherwise": "{layer} on {features:,} ({note})",
    "counts read": counts_read,
    # What cannot be true: a row.
    "count of nothing": "{row}: {count:,}: a {layer} holds no numbers, so its count is 0",
    "count a digit away": "{row}: {count:,} is one digit away from the count on the features that come in{instead}",
    "count of no such layer": "{row}: {count:,}: no {layer} whose output ends in {units} has this count{instead}",
    "count of other features": "{row}: {count:,} needs {needed:,} features, but {features:,} come in{instead}",
    "count instead": "; {layer} on {features:,} features gives {formula}",
    "shape does not follow": lambda row, shape, fed, expected: (
        f"{row}: {shape} does not follow from {fed}; {' or '.join(expected)} would"
    ),
    "one timestep": "{row}: {shape} has an axis of one timestep. {layer} gives {plain}; {shape} comes only with "
    "return_sequences=True, which nothing after it needs",
    # What cannot be true: the totals.
    "rows and total differ": "the rows add up to {rows:,}, the total says {total:,}: a number is wrong, or a row is "
    "missing",
    "row of the difference": "{row}: the rows add up to {rows:,}, the total says {total:,}; {right:,} here instead of "
    "{count:,} would make it right",
    "totals do not add up": "the totals do not add up: {terms} = {sum:,}, but the total says {total:,}",
    # Why a table is a part, and is not judged as a whole.
    "part: connections": "This is a part of a table: some rows are fed by layers that it does not show. So only what "
    "each row says by itself is held to be right or wrong.",
    "part: lines between": "Other lines stand between these rows, so the row above may not be the layer before.",
    "part: heading": "The top of this table is missing, so its total cannot be checked against the rows.",
    "part: rows": "These rows are a part of a table: what stands above and below them is not known.",
    "perhaps tied": "The matrices of {first} and {last} have one shape. Where a model stores them once (tied weights), "
    "it holds {saved:,} numbers less: {rest:,}.",
    "part: totals": "The totals are not in the text.",
    "not judged": "This table is not one whose rules are known here for certain, so nothing in it is called wrong.",
    "rounded counts": "The counts are rounded, so no arithmetic can be checked against them.",
    "rows add up": "The rows add up to {total:,}, as the total says.",
    # What is worth knowing.
    "first None": "The first None of a shape is the batch size: how many samples go in at once is chosen at run time.",
    "later None": "A later None is a length left open, such as any number of timesteps; no count depends on it.",
    "a zero": "A 0 is no mistake: such a layer passes on or rearranges numbers and has none to learn.",
    "with optimizer": "Total params {total:,} includes {optimizer:,} numbers of the optimizer; the model itself has "
    "{model:,}. {which}",
    "of Adam": "Adam keeps two for each trainable number, and two of its own.",
    "of SGD": "SGD keeps two of its own.",
    "of RMSprop": "RMSprop, or SGD with momentum, keeps one for each trainable number, and two of its own.",
    "of an optimizer": "Optimizers keep numbers of their own.",
    "not trained": "Non-trainable: {number:,} numbers are stored and used, and training does not change them.",
    "model not built": "The model is not built: call build, or begin with Input(…); until then every count is 0.",
    "model without input": "The model has not seen its input, so its weights have no size yet. Input((timesteps, "
    "features)) as its first line, or model.build((None, timesteps, features)), builds it.",
    "rows missing": "The rows shown add up to {rows:,} of {total:,}: rows or counts are missing in this text.",
}
