"""The words that learners see in tables, pictures and explorers, in one place, so that another language can follow.

A text with braces is filled by `str.format`. Names of layers and arguments are not words: they stay as frameworks
have them. A gate has a letter beside its word, since colour never speaks alone.
"""

WORDS = {
    # Sizes.
    "features": "features",
    "units": "units",
    "timesteps": "timesteps",
    "batch": "batch",
    "bias": "bias",
    # Gates.
    "input": "input",
    "forget": "forget",
    "cell": "cell",
    "output": "output",
    "update": "update",
    "reset": "reset",
    "candidate": "candidate",
    "the only block": "no gates",
    # Tables.
    "weight": "weight",
    "shape of one block": "shape of one block",
    "gates": "gates",
    "numbers": "numbers",
    "total": "total",
    "and more": "and {number} more",
    # Controls.
    "controls": "Controls",
    "as a number": "{label}, as a number",
    "refused": "{label}: {typed} is refused; expected a whole number from {lowest} to {highest}. {kept} stays.",
    "with": "with {label}",
    "without": "without {label}",
    # Pictures.
    "blocks": "The blocks of each weight, drawn to scale: {weights}.",
    "missing": "missing",
    "surplus": "surplus",
    # The data.
    "samples": "The data: {samples} samples of {timesteps} timesteps of {features} features.",
    "so many samples": "samples: {number}",
    "cut": "samples × timesteps × features",
    "array shape": "shape of the data",
    "input shape": "input shape",
    "numbers of the LSTM": "numbers of the LSTM",
    "first entry": "first entry",
    "second entry": "second entry",
    "reading": "reading",
    "shape": "shape",
    "as keras reads it": "(timesteps, features), as Keras reads it",
    "the other way round": "the other way round",
    "as input_dim": "the first as the old input_dim",
    "cell picture": "An LSTM cell. The old h and x go to four gates. The old c is multiplied by the forget gate, and "
    "the input gate times the cell gate is added: the new c. The new h is the output gate times tanh of the new c.",
    "gate": "gate in hand",
    "all": "all four",
    "unrolled": "One cell used at {timesteps} timesteps; its {numbers} numbers are stored once.",
    "stored once": "{numbers} numbers, stored once, used at each of {timesteps} timesteps",
    "cell box": "cell",
    # The ledger.
    "what": "what",
    "how many": "how many",
    "depends on": "depends on",
    "uses": "uses of each number of a kernel",
    "parameters": "parameters, stored once",
    "state": "state: h and c",
    "activations": "output",
    "multiply-adds": "multiply-adds",
    "bytes": "bytes of the parameters",
    "optimizer": "numbers that the optimizer keeps",
    "arithmetic": "arithmetic",
    # The stack.
    "chain": "A stack of layers, each as wide as it has units: {layers}.",
    "data": "data",
    "layer": "layer",
    "output shape": "output shape",
    "cannot be": "cannot be",
    "first": "units of lstm",
    "second": "units of lstm_1",
    "outputs": "units of dense",
    "sequences_first": "return_sequences of lstm",
    "sequences_second": "return_sequences of lstm_1",
    # Budgets.
    "budget": "budget",
    "kind": "kind of layer",
    "below": "below",
    "exactly": "exactly",
    "above": "above",
    "budget grid": "Layers of 1 to {features} features, across, and 1 to {units} units, down, against a budget of "
    "{budget}: the more of either, the sooner above it. Those that meet it are listed below.",
    "exact pairs": "Exactly {budget} in this grid, as (features, units):",
    "every pair": "Every pair, in this grid or not:",
    # Bars, to scale.
    "bars": "Bars to scale: {bars}.",
    "in numbers, to scale": "Those that are numbers, to scale (Adam as optimizer):",
    # Dialects.
    "dialect": "dialect",
    "in letters": "in letters",
    "with peepholes": "LSTM with peepholes",
    "without reset_after": "GRU, no reset_after",
    "more and less": "Each bar is one count. Striped: more than Keras' LSTM. Hollow: less.",
    # Three set-ups and a fourth.
    "one to one": "one to one",
    "many to one": "many to one",
    "many to many": "many to many",
    "Flatten": "Flatten + Dense",
    "outputs of a step": "outputs",
    "LSTM and Dense": "Plain: the LSTM, the same in all four. Striped: the Dense layer.",
    # Predict first.
    "predict": "Predict first",
    "your guess": "your guess",
    "commit": "Commit",
    "right": "You said {guess}, and {answer} it is.",
    "too large": "You said {guess}; it is {answer}, so {difference} too large.",
    "too small": "You said {guess}; it is {answer}, so {difference} too small.",
    "right change": "You said {guess}, and so it is: {reason}.",
    "wrong change": "You said {guess}; it is {answer}: {reason}.",
    "bigger": "bigger",
    "same": "the same",
    "smaller": "smaller",
    "locked": "The explorer opens when you have committed a guess.",
    "both counts": "{few} before and {many} after",
    "predict time_distributed": "An LSTM with {units} units on {timesteps} timesteps hands its last output to "
    "Dense({outputs}). Now it hands on all {timesteps}, to TimeDistributed(Dense({outputs})). What becomes of the "
    "number of parameters?",
    "predict weight_sharing": "An LSTM with {units} units on {features} features sees {few} timesteps, then {many}. "
    "What becomes of its number of parameters?",
    "predict gates": "How many numbers does an LSTM with {units} units on {features} features hold, {bias}?",
}

# One letter for each gate, as the frameworks' sources write it.
LETTERS = {
    "input": "i",
    "forget": "f",
    "cell": "c",
    "output": "o",
    "update": "z",
    "reset": "r",
    "candidate": "h",
    "the only block": "",
}
