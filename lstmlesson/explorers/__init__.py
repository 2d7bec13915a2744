"""Explorers."""

from lstmlesson.explorers.explorer import Explorer
from lstmlesson.explorers.gates import gates
from lstmlesson.explorers.stack import stack

__all__ = ["Explorer", "gates", "stack"]
