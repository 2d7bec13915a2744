"""Keras' regularizers, so that pasted code such as recurrent_regularizer=l2(0.0015) goes on.

A regularizer adds to the loss, never to the weights: nothing here is read by any count.
"""

from typing import NamedTuple

from lstmlesson.law.public import offered

__all__ = ["L1", "L1L2", "L2", "Regularizer", "l1", "l1_l2", "l2"]

__dir__ = offered(__all__)


class Regularizer(NamedTuple):
    """What a regularizer adds to the loss: l1 times the sum of |w|, l2 times the sum of w²."""

    l1: float = 0.0
    l2: float = 0.0

    def __call__(self, *weights: object) -> None:
        raise NotImplementedError("a regularizer is accepted here and not run: it changes no count")


def l1(l1: float = 0.01) -> Regularizer:
    """keras.regularizers.l1 of Keras 3.15.1."""
    return Regularizer(l1=l1)


def l2(l2: float = 0.01) -> Regularizer:
    """keras.regularizers.l2 of Keras 3.15.1."""
    return Regularizer(l2=l2)


def l1_l2(l1: float = 0.01, l2: float = 0.01) -> Regularizer:
    """keras.regularizers.l1_l2 of Keras 3.15.1."""
    return Regularizer(l1=l1, l2=l2)


L1, L2, L1L2 = l1, l2, l1_l2
