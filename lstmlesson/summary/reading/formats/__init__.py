"""The formats, one a file. The first that knows a line has it, so those with the plainest marks come first."""

from lstmlesson.summary.reading.formats.array_lists import ARRAY_LISTS
from lstmlesson.summary.reading.formats.boxes import BOX
from lstmlesson.summary.reading.formats.deeplearning4j import DEEPLEARNING4J
from lstmlesson.summary.reading.formats.fastai import FASTAI
from lstmlesson.summary.reading.formats.lightning import LIGHTNING
from lstmlesson.summary.reading.formats.modules import MODULES
from lstmlesson.summary.reading.formats.printed_loops import PRINTED_LOOPS
from lstmlesson.summary.reading.formats.ruled import RULED
from lstmlesson.summary.reading.formats.torchinfo import TORCHINFO

FORMATS = (ARRAY_LISTS, LIGHTNING, BOX, DEEPLEARNING4J, FASTAI, TORCHINFO, RULED, MODULES, PRINTED_LOOPS)

__all__ = ["FORMATS"]
