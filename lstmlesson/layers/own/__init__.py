"""A class of the learner's own, written as in Keras: build, add_weight and call are run with tensors, and recorded.

Its weights are what add_weight was asked for, and then those of the layers that it keeps, on the shapes that these were
given. What cannot be followed is refused with the line: a class that nobody understood is never counted as 0.

1. `nests`: tensors in lists, tuples and dicts.
2. `following`: an error in a learner's class is told with its line.
3. `recording`: one run of a class, and what it showed.
4. `methods`: what a learner's class is given when Python makes it; `adoption` gives it.
"""
