"""The table of words: what decides what is called what, in all that follows and in every other language.

number      one scalar that a layer stores and a Param # counts; "parameter" where the frameworks' word is meant, as in
            "the number of parameters". Never "weight" for one number.
count       how many numbers there are: what a formula comes to.
size        features, units, timesteps, batch: what a shape is made of.
weight      a named table of numbers, as a framework lists it; in a sentence the weight matrix, the kernel, the bias.
block       the part of a weight that belongs to one gate.
kernel      the weight matrix that meets the input features; the recurrent kernel meets the last output. What runs a
            notebook is Python, or "the kernel of the notebook".
gate        input i, forget f, output o: each opens between nothing and all.
proposal g  what could be written into the memory. Keras calls this block `cell` in an LSTM, `candidate` in a GRU, and
            so do the declarations; learners read the word that stands below for these names.
memory c    what an LSTM hands on besides its output h; "cell state" where the frameworks' word is meant.
cell        the whole that is used once for each timestep, never a gate; "cell of the notebook" for the other one.
"""

from collections.abc import Iterable

from lstmlesson.language.texts import Text


def listed(items: Iterable[str]) -> str:
    """input, forget, cell and output"""
    *first, last = [*items] or [""]
    return f"{', '.join(first)} and {last}" if first else last


TEXTS: dict[str, Text] = {
    # Sizes.
    "features": "features",
    "one of features": "feature",
    "units": "units",
    "one of units": "unit",
    "timesteps": "timesteps",
    "one of timesteps": "timestep",
    "batch": "batch",
    # Weights, by the names that Keras gives them, and those that are counted by mistake. The names of PyTorch stay.
    "kernel": "kernel",
    "recurrent_kernel": "recurrent_kernel",
    "bias": "bias",
    "embeddings": "embeddings",
    "gamma": "gamma",
    "beta": "beta",
    "moving_mean": "moving_mean",
    "moving_variance": "moving_variance",
    "forward": "forward",
    "backward": "backward",
    "second bias": "second bias",
    "peephole": "peephole",
    "hidden state": "hidden state",
    "cell state": "cell state",
    "mask": "mask",
    "recurrent mask": "recurrent mask",
    "iteration": "iteration",
    # Gates.
    "input": "input",
    "forget": "forget",
    "cell": "proposal",
    "output": "output",
    "update": "update",
    "reset": "reset",
    "candidate": "proposal",
    "the only block": "no gates",
    # Tables.
    "weight": "weight",
    "shape of one block": "shape of one block",
    "gates": "gates",
    "numbers": "numbers",
    "total": "total",
    "and more": "and {number} more",
    # Lists.
    "listed": listed,
}
