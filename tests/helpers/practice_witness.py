"""The answer to a question of the quiz, worked out from its words alone: plain arithmetic that knows no declaration."""

import re

BLOCKS = {"LSTM": 4, "GRU": 3, "SimpleRNN": 1, "RNN": 1}
LAYER = re.compile(r"(TimeDistributed\(|Bidirectional\(|PyTorch's )?(\w+)\(([^()]*)\)")


def numbers(text):
    """The whole numbers of a text in their order."""
    return [int(found.replace(",", "")) for found in re.findall(r"-?\d[\d,]*\d|-?\d", text)]


def recurrent(name, features, units, use_bias=True, biases=1):
    return BLOCKS[name] * (features * units + units * units + use_bias * biases * units)


def keras(name, options, features, steps):
    """A layer of Keras: its count, and the shape that it hands on as (timesteps or None, features)."""
    sizes = numbers(options.split(",")[0])
    if name in BLOCKS:
        biases = 2 if name == "GRU" and "reset_after=False" not in options else 1
        count = recurrent(name, features, sizes[0], "use_bias=False" not in options, biases)
        return count, (steps if "return_sequences=True" in options else None, sizes[0])
    if name == "Dense":
        return features * sizes[0] + sizes[0], (steps, sizes[0])
    if name == "Embedding":
        return numbers(options)[0] * numbers(options)[1], (steps, numbers(options)[1])
    if name == "Conv1D":
        filters, window = numbers(options)
        return window * features * filters + filters, (steps - window + 1, filters)
    if name == "MaxPooling1D":
        return 0, (steps // 2, features)
    return (0, (None, steps * features)) if name == "Flatten" else (0, (steps, features))


def stack(text):
    """The layers of a text, one after the other: a row (count, shape) for each, the input first."""
    start = numbers(re.search(r"Input\(\(([^()]*)\)\)", text)[1])
    rows = [(0, tuple(start))]
    for wrapper, name, options in LAYER.findall(text[text.index("Input") :]):
        steps, features = rows[-1][1]
        count, (steps, features) = keras(name, options, features, steps)
        doubled = 2 if wrapper == "Bidirectional(" else 1
        rows.append((doubled * count, (steps, doubled * features)))
    return rows


def counted(text):
    """How many numbers a thing holds."""
    if "Input((" in text:
        return sum(count for count, _ in stack(text))
    wrapper, name, options = LAYER.search(text).groups()
    if wrapper == "PyTorch's ":
        return module(name, options)
    shape = numbers(re.search(r"of shape \(([^()]*)\)", text)[1])
    count, _ = keras(name, options, shape[-1], shape[-2] if len(shape) > 1 else 0)
    return (2 if wrapper == "Bidirectional(" else 1) * count


def module(name, options):
    features, units = numbers(options)[:2]
    gates = BLOCKS[name]
    if "proj_size" in options:
        small = numbers(options)[2]
        return gates * (features * units + small * units + 2 * units) + small * units
    one = recurrent(name, features, units, biases=2)
    return {"num_layers": one + recurrent(name, units, units, biases=2), "bidirectional": 2 * one}.get(
        options.split(", ")[-1].split("=")[0], one
    )


def rows(table):
    """The rows of a printed table: units at the end of the shape, and the count."""
    found = re.findall(r"^(\S+) \((\w+)\)\s+\((.*?)\)\s+(\S+)$", table, re.MULTILINE)
    return [(name, kind, numbers(shape)[-1], count) for name, kind, shape, count in found]


def row_counts(table, at):
    """What a row must say, given the units of the row above."""
    listed = rows(table)
    _, kind, units, _ = listed[at]
    if kind == "Dropout":
        return 0
    features = listed[at - 1][2]
    return recurrent("LSTM", features, units) if kind == "LSTM" else features * units + units
