"""The law of counting, read by everything else: a layer is a list of weights, its count the sum of their sizes.

Nothing below this room, and nothing from outside Python, is needed. Its parts, each using only those above it:

1. `sizes`: what may stand for a size (a whole number, an array of them, a letter), and exact products and sums.
2. `weights`: a weight, its size, the count of a list, and the list written out as it is taught.
3. `checks`: what may be given for an argument.
4. `arguments`: a frozen record of arguments; `declaration`: what every layer is, such a record that can list its
   weights.
5. `limits` and `polynomials`: letters, so that the same declaration gives a formula that a page can compute again.

Beside them: `drawn`, for what a notebook asks for its form as HTML; and `public`, by which every room offers the names
of its `__all__` and not the files it is made of.

This is the only room that multiplies the shape of a weight. A new kind of size goes into `sizes`; a new way to write a
sum into `weights`; nothing else belongs here.
"""

from lstmlesson.law.public import offered

__all__ = ["arguments", "checks", "declaration", "limits", "polynomials", "sizes", "weights"]

__dir__ = offered(__all__)
