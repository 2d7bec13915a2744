"""Counted numbers at work: arrays for a layer, and the layer run on them, step by step if wanted.

    arrays = initialise(LSTM(2), (None, 3), seed=0)
    run(LSTM(2), arrays, x).output

`textbook` has one step of each cell gate by gate, to be read; `stacked` has the same step, to be fast; `trace` shows
what happens inside. The weights are those that the layer counts, in the framework's own arrangement.
"""

from lstmlesson.law.public import offered
from lstmlesson.numeric import textbook
from lstmlesson.numeric.convert import to_keras, to_pytorch
from lstmlesson.numeric.initial_weights import initialise
from lstmlesson.numeric.running import run
from lstmlesson.numeric.traces import silent, steps_that_change, stored_and_free, trace

__all__ = [
    "initialise",
    "run",
    "silent",
    "steps_that_change",
    "stored_and_free",
    "textbook",
    "to_keras",
    "to_pytorch",
    "trace",
]

__dir__ = offered(__all__)
