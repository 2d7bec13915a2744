"""Explorers that answer in the page: what their sentences, buttons and pictures say."""

from lstmlesson.language.texts import Text

TEXTS: dict[str, Text] = {
    # Tools.
    "begin again": "Reset",
    "copy the call": "Copy the call",
    "copied": "Copied: ",
    "copy this": "Copy this: ",
    "none": "none",
    # Gates, by the names that stand above their blocks.
    "head input": "input gate",
    "head forget": "forget gate",
    "head cell": "proposal",
    "head output": "output gate",
    "head update": "update gate",
    "head reset": "reset gate",
    "head candidate": "proposal",
    # One block, then two, then four times both, then three times.
    "gates title": "Why four, and four of what?",
    "gates sentence": "numbers in {layer}({units}) on {features} features",
    "stage": "Layer",
    "stage Dense": "One block: every feature meets every unit, and each unit adds one number of its own, its bias.",
    "stage SimpleRNN": "One block more: every unit also sees what all units said at the last step.",
    "stage LSTM": "All of it four times: three gates and the proposal each have a set of their own.",
    "stage GRU": "All of it three times, and in Keras each of the three has two biases.",
    "grow": "▶ Grow it from one block",
    "play": "▶ Play",
    "pause": "❚❚ Pause",
    "one step": "Step",
    # One stored block, read step by step.
    "sharing title": "Stored once, read at every step",
    "stored whatever": "numbers stored, whatever the length",
    "read so far": "numbers read in {number} of {all} steps: {count} × {number}",
    "reads the same": "step {step} reads the same {count} numbers",
    "lines": "A line from the stored block to each of {timesteps} steps.",
    "step": "step that reads",
    "right edge": "units: the right edge of a block",
    "lower edge": "features: the lower edge of W",
}
