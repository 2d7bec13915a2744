"""The trained numbers of a model in one row, so that an optimizer changes them all at once."""

from typing import Any

import numpy as np


class FlatParameters:
    """The weights of a model: arrays, of which the trained ones are views of `numbers`; likewise their gradients.

    Raises: ValueError where nothing is to be trained.

    >>> row = FlatParameters([np.ones((2, 2)), np.zeros(3)], trained=[False, True])
    >>> row.numbers += 5
    >>> [array.tolist() for array in row.arrays]
    [[[1.0, 1.0], [1.0, 1.0]], [5.0, 5.0, 5.0]]
    """

    def __init__(self, weights: list[Any], trained: list[bool]) -> None:
        self.trained = [at for at, yes in enumerate(trained) if yes]
        if not self.trained:
            raise ValueError("none of the weights is trainable; expected at least one without trainable=False")
        self.numbers = np.concatenate([weights[at].ravel() for at in self.trained])
        self.gradient = np.zeros_like(self.numbers)
        shapes = [weights[at].shape for at in self.trained]
        self.gradients = in_shapes(self.gradient, shapes)
        self.arrays = list(weights)
        for at, view in zip(self.trained, in_shapes(self.numbers, shapes), strict=True):
            self.arrays[at] = view

    def take(self, gradients: list[Any]) -> None:
        """Take the gradients of the weights, of which those that are not trained are passed over."""
        for at, place in zip(self.trained, self.gradients, strict=True):
            place[...] = gradients[at]

    def weights(self) -> list[Any]:
        """The weights as they are now, as arrays of their own."""
        return [array.copy() for array in self.arrays]


def in_shapes(row: Any, shapes: list[tuple[int, ...]]) -> list[Any]:
    """Views of a row of numbers, one for each shape."""
    ends = np.cumsum([np.prod(shape, dtype=int) for shape in shapes])
    return [part.reshape(shape) for part, shape in zip(np.split(row, ends[:-1]), shapes, strict=True)]
