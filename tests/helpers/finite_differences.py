"""A checker of gradients that knows nothing of how they were made: it changes one number at a time and looks.

The gradient of a sum is how much the sum changes for a small change of one number, up and down. In float64 the answer
is good to about nine digits, so a gradient that is off by a tenth of a percent is noticed.
"""

import numpy as np

STEP = 1e-6
# Of the largest gradient of the array: above what differences get wrong, far below a tenth of a percent.
TOLERANCE = 1e-6


def measured(function, array):
    """The gradient of function() with respect to each number of an array, which is changed in place and restored."""
    gradient = np.zeros_like(array)
    for place in np.ndindex(array.shape):
        before = array[place]
        array[place] = before + STEP
        above = function()
        array[place] = before - STEP
        below = function()
        array[place] = before
        gradient[place] = (above - below) / (2 * STEP)
    return gradient


def objections(function, arrays, claimed):
    """What is wrong with claimed gradients: for each array that is off, its name, the place, both numbers.

    function: gives one number. arrays: by name, those that it uses. claimed: the gradients, by the same names.
    """
    found = []
    for name, array in arrays.items():
        if claimed[name].shape != array.shape:
            found.append(f"{name}: shape {claimed[name].shape} instead of {array.shape}")
            continue
        truth = measured(function, array)
        apart = np.abs(truth - claimed[name])
        if apart.max(initial=0) > TOLERANCE * max(1, np.abs(truth).max(initial=0)):
            place = np.unravel_index(apart.argmax(), apart.shape)
            place = tuple(map(int, place))
            found.append(f"{name}{list(place)}: {claimed[name][place]} is claimed, {truth[place]} is measured")
    return found
