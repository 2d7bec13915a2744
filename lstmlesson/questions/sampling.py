"""Questions drawn from a seed, for a lesson and a difficulty, without limit.

Each lesson has a maker for its kind of thing. What it makes is drawn again until its sizes tell all mistakes apart.
"""

import random
from collections.abc import Callable, Iterator
from itertools import count as counting
from typing import Any

from lstmlesson import pytorch
from lstmlesson.law.declaration import Declaration
from lstmlesson.law.sizes import Size
from lstmlesson.layers import (
    GRU,
    LSTM,
    BatchNormalization,
    Bidirectional,
    Dense,
    Dropout,
    Embedding,
    Input,
    SimpleRNN,
    TimeDistributed,
)
from lstmlesson.models.sequential import Sequential
from lstmlesson.questions.question import Question, tells_apart

# The smallest and the largest size of a question, for each difficulty: countable on paper, in the head, as published.
RANGES = {1: (2, 16), 2: (3, 40), 3: (10, 400)}
# In a model more mistakes must be told apart, which takes larger sizes.
WIDE_RANGES = {1: (8, 99), 2: (10, 250), 3: (10, 400)}
# What is worked out in the head, where no mistake must have a number of its own.
SMALL_RANGES = {1: (2, 5), 2: (3, 12), 3: (8, 99)}
MOST_DRAWS = 2000

# A thing, the shape on which it is asked, and the batch size, or None.
Asked = tuple[Declaration, Any, Size | None]


class Draw:
    """Random sizes of one difficulty, from a seed."""

    def __init__(self, seed: Any, difficulty: int) -> None:
        self.random, self.difficulty = random.Random(seed), difficulty

    def size(self) -> int:
        return self.random.randint(*RANGES[self.difficulty])

    def wide(self) -> int:
        """A size of a model."""
        return self.random.randint(*WIDE_RANGES[self.difficulty])

    def small(self) -> int:
        """A size that is multiplied in the head."""
        return self.random.randint(*SMALL_RANGES[self.difficulty])

    def one_of(self, *options: Any) -> Any:
        return self.random.choice(options)


def first_look(draw: Draw) -> Asked:
    return LSTM(draw.size()), (draw.size(), draw.size()), None


def gates(draw: Draw) -> Asked:
    simple = [Dense(draw.size()), SimpleRNN(draw.size())]
    gated = [LSTM(draw.size()), GRU(draw.size(), reset_after=False)]
    late = [GRU(draw.size()), LSTM(draw.size(), use_bias=False)]
    layer = draw.one_of(*(simple, gated, late)[draw.difficulty - 1])
    return layer, (draw.size(),) if isinstance(layer, Dense) else (None, draw.size()), None


def weight_sharing(draw: Draw) -> Asked:
    return draw.one_of(LSTM, SimpleRNN)(draw.size()), (draw.size(), draw.size()), draw.one_of(8, 16, 32, 64)


def input_shapes(draw: Draw) -> Asked:
    return LSTM(draw.size()), draw.one_of((draw.size(), draw.size()), (None, draw.size())), None


def stacks(draw: Draw) -> Asked:
    layers: list[Any] = [LSTM(draw.wide(), return_sequences=True)]
    layers += [Dropout(0.5)] * (draw.difficulty > 1)
    return Sequential([Input((draw.wide(), draw.wide())), *layers, LSTM(draw.wide())]), None, None


def time_distributed(draw: Draw) -> Asked:
    if draw.difficulty == 1:
        dense = Dense(draw.size())
        return draw.one_of(dense, TimeDistributed(dense)), (draw.size(), draw.size()), None
    layers = [LSTM(draw.wide(), return_sequences=True), TimeDistributed(Dense(draw.wide()))]
    return Sequential([Input((draw.wide(), draw.wide())), *layers]), None, None


def summaries(draw: Draw) -> Asked:
    first = [Dropout(0.2), BatchNormalization(), LSTM(draw.wide(), return_sequences=True)][: draw.difficulty]
    return Sequential([Input((draw.wide(), draw.wide())), *first, LSTM(draw.wide()), Dense(draw.wide())]), None, None


def dialects(draw: Draw) -> Asked:
    features, units = draw.size(), draw.size()
    easy = [pytorch.LSTM(features, units), pytorch.GRU(features, units), pytorch.RNN(features, units)]
    middle = [pytorch.LSTM(features, units, num_layers=2), pytorch.GRU(features, units, bidirectional=True)]
    if draw.difficulty < 3:
        return draw.one_of(*(easy, middle)[draw.difficulty - 1]), None, None
    return Bidirectional(draw.one_of(LSTM, GRU)(units)), (None, features), None


def backwards(draw: Draw) -> Asked:
    layer = draw.one_of(LSTM(draw.size()), GRU(draw.size()), SimpleRNN(draw.size()))
    table = Embedding(10 * draw.size(), draw.size())
    return (table, (draw.size(),), None) if draw.one_of(True, False, False) else (layer, (None, draw.size()), None)


def any_of_them(draw: Draw) -> Asked:
    return draw.one_of(*MAKERS[:-1])(draw)


# The maker of each lesson, by its number.
MAKERS: tuple[Callable[[Draw], Asked], ...] = (
    first_look,
    gates,
    weight_sharing,
    input_shapes,
    stacks,
    time_distributed,
    summaries,
    dialects,
    backwards,
    any_of_them,
)


def asked_in(lesson: int) -> bool:
    """Whether there are questions for a lesson.

    >>> asked_in(0), asked_in(99)
    (True, False)
    """
    return lesson in range(len(MAKERS))


def draw(lesson: int, seed: Any, difficulty: int = 1) -> Question:
    """A question for a lesson (0 to 9), of difficulty 1, 2 or 3. The same seed gives the same question.

    Raises: ValueError for a lesson or a difficulty that there is not.

    >>> question = draw(0, seed=1)
    >>> question.diagnose(question.answer).right
    True
    """
    if not asked_in(lesson):
        raise ValueError(f"lesson={lesson!r}: expected a number from 0 to {len(MAKERS) - 1}")
    if difficulty not in RANGES:
        raise ValueError(f"difficulty={difficulty!r}: expected 1, 2 or 3")
    sizes = Draw(f"{lesson} {seed} {difficulty}", difficulty)
    for _ in range(MOST_DRAWS):
        thing, shape, batch = MAKERS[lesson](sizes)
        if tells_apart(thing, shape, batch):
            return Question(thing, shape, batch, lesson)
    raise RuntimeError(f"lesson {lesson}, difficulty {difficulty}: {MOST_DRAWS} draws told no mistakes apart")


def stream(lesson: int, seed: Any, difficulty: int = 1) -> Iterator[Question]:
    """One question after the other, without end."""
    return (draw(lesson, f"{seed}/{number}", difficulty) for number in counting())
