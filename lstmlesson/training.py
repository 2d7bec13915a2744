"""The public name of `lstmlesson.numeric.training`: gradients, optimizers and `fit`, in Keras' order of operations."""

from lstmlesson.law.public import offered
from lstmlesson.numeric.training import SGD, Adam, fit, gradients

__all__ = ["SGD", "Adam", "fit", "gradients"]

__dir__ = offered(__all__)
