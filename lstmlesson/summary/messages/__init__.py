"""Error messages of Keras and PyTorch that stand in a pasted text: what they mean, with the numbers they hold.

`message` is what a kind of message is and what is said of one; each other file is a kind. `messages_in` looks for all
of them in the lines that are no part of a table. A text that merely resembles a message is left alone: the whole of it
has to be there, and a kind gives None where its numbers do not bear it out.

How to add a kind: a file here with one `Message` (how it is recognised; a function of its match that gives the
sentence, the lines that mend it and the lesson), its name in `KINDS`, its sentence in `language/en/messages.py`, and in
tests/test_error_messages.py the text as the framework prints it, and a text that resembles it.

>>> from lstmlesson.summary.reading.cleaning.clean import lines
>>> (told,), unread = messages_in(tuple(lines("E   input.size(-1) must be equal to input_size. Expected 10, got 3")))
>>> told.mend[0], unread
('nn.LSTM(3, hidden_size)', ())
"""

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate

from lstmlesson.summary.messages.axes import AXES
from lstmlesson.summary.messages.batch_size import BATCH_SIZE
from lstmlesson.summary.messages.data_shape import DATA_AXES, DATA_SHAPE
from lstmlesson.summary.messages.features import FEATURES
from lstmlesson.summary.messages.hidden_state import HIDDEN_STATE
from lstmlesson.summary.messages.input_size import INPUT_SIZE
from lstmlesson.summary.messages.keyword_arguments import KEYWORD_ARGUMENTS
from lstmlesson.summary.messages.matrix_product import MATRIX_PRODUCT
from lstmlesson.summary.messages.message import Told
from lstmlesson.summary.messages.state_dict import STATE_DICT
from lstmlesson.summary.messages.tensorflow_product import PRODUCT_IN_TENSORFLOW
from lstmlesson.summary.reading.cleaning.clean import Line

KINDS = (
    *(AXES, FEATURES, KEYWORD_ARGUMENTS, BATCH_SIZE),
    *(STATE_DICT, HIDDEN_STATE, INPUT_SIZE, MATRIX_PRODUCT),
    *(DATA_SHAPE, DATA_AXES, PRODUCT_IN_TENSORFLOW),
)

__all__ = ["KINDS", "messages_in"]


def messages_in(unread: Sequence[Line]) -> tuple[tuple[Told, ...], tuple[Line, ...]]:
    """The messages of these lines, in their order, each once; and the lines that are no part of one."""
    text = "\n".join(unread)
    found = [(match, told) for kind in KINDS for match, told in kind.all_in(text)]
    found.sort(key=lambda one: one[0].start())
    ends = list(accumulate(len(line) + 1 for line in unread))
    spans = [(bisect(ends, match.start()), bisect(ends, match.end())) for match, _ in found]
    used = {number for first, last in spans for number in range(first, last + 1)}
    told: dict[str, Told] = {}
    for _, one in found:
        told.setdefault(one.meaning, one)
    return tuple(told.values()), tuple(line for at, line in enumerate(unread) if at not in used)
