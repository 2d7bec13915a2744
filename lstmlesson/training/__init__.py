"""How the counted numbers learn: gradients, optimizers and `fit`, in Keras' order of operations."""

from lstmlesson.training.fit import fit
from lstmlesson.training.gradients import gradients
from lstmlesson.training.optimizers import SGD, Adam

__all__ = ["SGD", "Adam", "fit", "gradients"]
