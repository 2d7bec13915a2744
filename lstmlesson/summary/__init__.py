"""A pasted summary: read it, and explain every number in it.

`read` turns a text into rows, totals and what could not be read; `explain` adds to each row the arithmetic that makes
its number, and says what cannot be true.
"""

from lstmlesson.summary.explain import explain
from lstmlesson.summary.read import read

__all__ = ["explain", "read"]
