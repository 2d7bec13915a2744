"""Explorers: controls at the top, a picture or a table below that answers in the page, with a kernel or without.

`live` and `kernel` hold what they are made of, and `kernel` those that ask Python; `models` has those of whole models.
`quiz` has a page of its own, `live/quiz.js`: it compares an answer with what Python wrote of it beforehand.

How to make one, in a file of its own (`input_shape` is the shortest to read):

1. Controls, with starting values and limits as arguments of the call: `Whole("units", units, highest=8)`, `Check`,
   `Choice`. Each becomes a trait of the widget, an input on the page, and a letter: `.size`, `.on`, `.chosen(option)`.
2. Numbers. Give the letters to a layer, `LSTM(u.size).count((None, f.size))`; what comes back is a polynomial. There
   is no formula to write. What hangs on a check box is `choose(b.on, one, other)`.
   A control stands where the body puts it, as a number in a sentence (`.scrub()`), as an edge of a picture (`.edge()`),
   as `.stages()` or as its plain `.html()`; one that the body does not place stands in a row above.
3. A body: HTML from `views`. A number in it is `f"{count:,}"`, a length in a picture `f"{width:d}"`; both leave a hole
   that is filled here and in the page. `when`, `by_sign` and `repeat` of `views.document` show a part or not. Pictures
   are built from `views.drawing` and bring their words as aria-label. Foreign text goes through `escape`.
   Elements with the same words in `data-part` light each other; buttons say what they do in `data-do` (see `live.js`).
   Where a picture of the page is made of HTML, give a `still` form too, written for the numbers that are set.
4. `Explorer("units", [controls], body, count)`, and a line in this file. The words go into `lstmlesson.language`: the
   word of a control is that of its name.
5. To ask before showing: a `Prediction` as the last argument; `count_prediction` asks for a count and knows what each
   wrong number says. `predict` asks so of any layer or model. `answer` is for a small check, without controls.

The tests in tests/test_explorers.py and tests/browser take every explorer that is listed below: each control through
all its values, the page's numbers against Python's, keyboard, accessibility.

>>> explorer = gates(features=3, units=2)
>>> explorer.units = 8                                        # as if the reader had moved it
>>> explorer.count                                            # 4(3·8 + 8·8 + 8)
384
"""

from lstmlesson.explorers._arrange import arrange
from lstmlesson.explorers._backwards import backwards
from lstmlesson.explorers._dialects import dialects
from lstmlesson.explorers._gates import gates
from lstmlesson.explorers._input_shape import input_shape
from lstmlesson.explorers._ledger import ledger
from lstmlesson.explorers._memory_cell import memory_cell
from lstmlesson.explorers._predict import predict
from lstmlesson.explorers._quiz import Quiz, quiz
from lstmlesson.explorers._weight_sharing import weight_sharing
from lstmlesson.explorers.kernel._reader import reader
from lstmlesson.explorers.kernel._trained import trained
from lstmlesson.explorers.live.explorer import Explorer
from lstmlesson.explorers.models._stack import stack
from lstmlesson.explorers.models._summary import summary
from lstmlesson.explorers.models._time_distributed import time_distributed
from lstmlesson.law.public import offered
from lstmlesson.views.answers import answer as answer

__all__ = [
    "Explorer",
    "Quiz",
    "arrange",
    "backwards",
    "dialects",
    "gates",
    "input_shape",
    "ledger",
    "memory_cell",
    "predict",
    "quiz",
    "reader",
    "stack",
    "summary",
    "time_distributed",
    "trained",
    "weight_sharing",
]

__dir__ = offered(__all__)
