"""How the counted numbers learn: gradients, optimizers and `fit`, in Keras' order of operations.

1. `gradient`: what one output's gradient pulls at each weight, by the rules of `families`.
2. `losses` and `optimizers`: how wrong an output is, and how far a weight goes.
3. `flat_parameters` and `learner`: all trainable numbers as one vector, and one step of learning.
4. `loop`: epochs and batches. How to add an optimizer: a class in `optimizers`, and its name here.
"""

from lstmlesson.numeric.training.gradient import gradients
from lstmlesson.numeric.training.loop import fit
from lstmlesson.numeric.training.optimizers import SGD, Adam

__all__ = ["SGD", "Adam", "fit", "gradients"]
