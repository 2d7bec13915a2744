"""A pasted summary: read it, and explain every number in it. Three stages, each in a folder, in this order:

1. `reading`: a text becomes rows and totals, and what could not be read is kept; one file a format.
2. `solving`: a row's count becomes the layers that could have made it, with the rest of the table as a witness.
3. `judging`: what cannot be true, and what a reader may wonder about.

`records` is what passes from stage to stage, `explanation` runs the stages. Beside them: `from_model` takes a living
model of Keras or PyTorch in place of a text, `stored_arrays` tells layers from lists of their arrays, `messages`
explains error messages in the text, one kind a file, `to_code` writes the model that a table describes.
"""

from lstmlesson.law.public import offered
from lstmlesson.summary.explanation import explain
from lstmlesson.summary.reading.reader import read

__all__ = ["explain", "read"]

__dir__ = offered(__all__)
