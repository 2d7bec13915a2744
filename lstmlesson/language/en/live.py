"""Explorers that answer in the page: what their sentences, buttons and pictures say."""

from lstmlesson.language.en.words import listed
from lstmlesson.language.texts import Text


def _have_units(layers: list[str], units: str) -> str:
    return f"{listed(layers)} {'has' if len(layers) == 1 else 'have'} {units}."


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
    # A summary whose rows unfold.
    "accounted for": "numbers, and every one can be accounted for.",
    "data of timesteps and features": "Each sample is {timesteps} long and has {features}.",
    "data of timesteps": "Each sample is {timesteps} long.",
    "data of features": "Each sample has {features}.",
    "have units": _have_units,
    "press a count": "Press a row to see what its Param # is made of. Drag a violet number, or use the arrow keys: "
    "which rows will move?",
    "timesteps did not move": "<b>{before} timesteps, now {now}: not one Param # has moved.</b> "
    "The length is in Output Shape, and in no count.",
    "timesteps moved": "<b>{before} timesteps, now {now}:</b> a layer behind sees the whole sequence at once, "
    "so here the length is in its count.",
    "features moved": "<b>{before} features, now {now}:</b> only the layer that sees the data has moved. "
    "The others see what the layer before them says.",
    "features did not move": "<b>{before} features, now {now}:</b> no layer here has moved.",
    "units moved": "<b>{before} units, now {now}:</b> every layer that has them has moved, and every layer that is fed "
    "by one of those.",
    "units did not move": "<b>{before} units, now {now}:</b> no layer here has moved.",
    "several moved": "<b>Several sizes have moved.</b> The small numbers are the change since the start.",
    "unfold": "what {layer} is made of",
    "stores nothing": "{layer} stores nothing: it has no weight, so its Param # is 0.",
    "too large to draw": "Too many numbers to be drawn on the scale of the others.",
    # Two entries of a shape.
    "shape title": "Which of the two are the features?",
    "shape sentence": "LSTM({units}) with <code>input_shape=({first}, {second})</code>",
    "shape reading": "timesteps: {timesteps}, features: {features}",
    "keras reads": "as Keras reads it",
    "other way": "the other way round",
    "shape stays": "U and b hold {u} + {b} numbers in every reading: only W sees the features. The timesteps are in no "
    "count, so None in their place changes nothing. The batch is no entry of <code>input_shape</code>; Keras prints it "
    "in front, as in <code>(None, {first}, {second})</code>.",
    # The same numbers in another cut.
    "cut title": "The same numbers, cut differently",
    "cut sentence": "{numbers} numbers in every cut. Here: samples {samples}, timesteps {timesteps}, features "
    "{features}. Time runs to the right; each feature is a row.",
    "cut layer": "numbers in LSTM({units}), which sees {features} features at a time",
    "cut stays": "Neither the samples nor the timesteps are in it.",
    # Layers that follow each other.
    "stack title": "Each layer sees what the layer before it says",
    "stack sentence": "Each sample has {timesteps} timesteps of {features} features. <code>lstm</code> has {first} "
    "units, <code>lstm_1</code> has {second}, <code>dense</code> has {outputs}.",
    "stack feeds": "W of <code>lstm_1</code> has {first} rows: one for each unit of <code>lstm</code>. W of "
    "<code>dense</code> has {second}. The timesteps and <code>return_sequences</code> change shapes, and none of the "
    "three counts.",
    "stack refused": "<b><code>lstm_1</code> cannot follow: expected ndim=3, found ndim=2.</b> It reads a sequence, "
    "and is given {shape}: the last output alone. For all of them write "
    "<code>LSTM({units}, return_sequences=True)</code> before it; to read the last one {timesteps} times over, put "
    "<code>RepeatVector({timesteps})</code> between.",
    # One idea, counted by several.
    "time_distributed title": "One LSTM, four ways to end",
    "time_distributed sentence": "Sequences of {timesteps} timesteps with 1 feature, an LSTM of {units} units, answers "
    "of size {outputs}.",
    "a box is a use": "Each box is a use: a layer with several boxes is used again at each step.",
    "a square is a number": "Each square is a stored number, all on one scale.",
    "answers": "answers",
    "stored behind": "The layer behind the LSTM stores {numbers} numbers.",
    "one LSTM": "All four store the same LSTM:",
    "dialects title": "The same LSTM, and who counts how",
    "dialects sentence": "numbers in an LSTM of {units} units on {features} features, as Keras stores it. Others keep "
    "a second bias, look at the memory, hand on fewer numbers, or leave a gate out:",
    "more": "more than Keras' LSTM",
    "less": "less",
    "to scale": "to scale",
    # A budget, and one that no layer meets.
    "backwards title": "Which layers have exactly so many numbers?",
    "backwards sentence": "A budget of {budget} numbers. In each place of the table stands what such a layer has:",
    "nearest": "No layer in this grid has exactly {budget}; the nearest are {below} and {above}.",
    "nearest above": "No layer in this grid has as few as {budget}; the smallest has {above}.",
    "nearest below": "No layer in this grid has as many as {budget}; the largest has {below}.",
    "right edge": "units: the right edge of a block",
    "lower edge": "features: the lower edge of W",
}
