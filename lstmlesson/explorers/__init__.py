"""Explorers."""

from lstmlesson.explorers.explorer import Explorer
from lstmlesson.explorers.gates import gates

__all__ = ["Explorer", "gates"]
