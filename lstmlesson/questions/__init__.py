"""Questions whose mistakes can be told apart: drawn from a seed, with hints, worked solution and key."""

from lstmlesson.law.public import offered
from lstmlesson.questions.question import Question, ask, coincidences
from lstmlesson.questions.sampling import draw, stream
from lstmlesson.questions.worksheet import Worksheet, sheet

__all__ = ["Question", "Worksheet", "ask", "coincidences", "draw", "sheet", "stream"]

__dir__ = offered(__all__)
