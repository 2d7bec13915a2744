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
