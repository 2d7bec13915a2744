"""Explorers: controls, buttons, what they say while they work, and the predictions that come first."""

from lstmlesson.language.texts import Text


def _also_a_slip(mistakes: list[str]) -> str:
    return f"Another slip can lead to it, too: {'; or '.join(mistakes)}."


TEXTS: dict[str, Text] = {
    # Controls.
    "controls": "Controls",
    "as a number": "{label}, as a number",
    "refused": "{label}: {typed} is refused; expected a whole number from {lowest} to {highest}. {kept} stays.",
    "with": "with {label}",
    "without": "without {label}",
    # A network that is trained here.
    "setup": "set-up",
    "epochs": "epochs",
    "place": "number to read",
    "numbers to train": "{formula}, and {dense}: <strong>{count}</strong> numbers to train.",
    "train": "Train",
    "train again": "Train again with another seed",
    "train, told": "Train: begin with the numbers of this seed",
    "train again, told": "Train again with another seed: begin with other numbers",
    "untrained": "Seed {seed}. Nothing is trained yet.",
    "training": "Training: epoch {epoch} of {epochs}, loss {loss}",
    "trained": "Seed {seed}, {epochs} epochs: the loss went from {first} to {last}.",
    "read a step": "Sample {sample}, timestep {timestep}: x = {x}, predicted {predicted}, wanted {wanted}.",
    "unit": "unit {number}",
    "quantity": "what",
    # What is asked of a kernel.
    "alive": "Run this cell to use it: this needs a kernel.",
    "failed": "Something went wrong in this explorer: {error}",
    # The reader.
    "summary": "summary",
    "paste": "Paste the text of a model summary, or of an error message, here.",
    "clear": "Clear",
    "reading lines": "Reading {number:,} lines. This takes a few seconds.",
    # Predict first.
    "predict": "Predict first",
    "your guess": "your guess",
    "commit": "Commit",
    "guess refused": "{typed} cannot be read as a count. Type a whole number such as 48, or a sum such as "
    "4*(3*2 + 2*2 + 2).",
    "your number": "Your number",
    "the right list": "What is really there",
    "also a slip": _also_a_slip,
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
    "Dense({outputs}). Now it hands on all {timesteps}, to TimeDistributed(Dense({outputs})). What happens to the "
    "number of parameters?",
    "predict weight_sharing": "An LSTM with {units} units on {features} features sees {few} timesteps, then {many}. "
    "What happens to its number of parameters?",
    "predict summary": "What does this model's summary print as its total? {model}",
    "predict count": "How many numbers does {thing} hold?",
    "predict count on": "How many numbers does {thing} hold on inputs of shape {shape}?",
    "this model": "this model",
    "predict gates": "How many numbers does {layer}({units}) hold on {features} features, {bias}?",
}
