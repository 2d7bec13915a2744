"""What a pasted program names and a count does not need: taken, kept, and never run.

1. `thing`: Inert, which takes whatever is done with it and is nan as a number; NotHere, the warning that says so.
2. `signatures`: what a name may be given; what it may not is refused with the nearest that it has.
3. `names`: a framework's names, read out of a table that was read out of the framework.
"""

from lstmlesson.inert.names import Named, named, table
from lstmlesson.inert.signatures import Signature, bound, checked_arguments, nearest, signature
from lstmlesson.inert.thing import NAN, Inert, NotHere, name_of
from lstmlesson.law.public import offered

__all__ = [
    "NAN",
    "Inert",
    "Named",
    "NotHere",
    "Signature",
    "bound",
    "checked_arguments",
    "name_of",
    "named",
    "nearest",
    "signature",
    "table",
]
__dir__ = offered(__all__)
