"""Practice for a lesson: what it teaches in several forms, and a quarter from the lessons before it.

The first question of a series is the lesson's own; each fourth comes from an earlier lesson. What a series asks is
decided by the lesson, the seed and the number of the question, so that a page and a sheet ask the same.
"""

import random
from collections.abc import Callable
from typing import Any

from lstmlesson.questions.forms import changes, counts, shapes, steps, tables, ways_back
from lstmlesson.questions.items import Item
from lstmlesson.questions.sampling import MOST_DRAWS, RANGES, Draw

Form = Callable[[Draw], Item]

# The forms of each lesson, by its number.
FORMS: tuple[tuple[Form, ...], ...] = (
    (counts.lstm, changes.in_the_sum, changes.count_changes),
    (counts.gated, counts.weight_of, counts.gate_sum),
    (changes.cost_changes, changes.state_length, counts.in_batches),
    (shapes.input_line, shapes.which_is_larger, counts.lstm),
    (shapes.features_seen, counts.second_layer, tables.number_missing),
    (shapes.which_model, shapes.dense_shape, counts.dense_after, counts.flattened),
    (tables.number_missing, tables.row_wrong, tables.total_after_training, ways_back.features_back),
    (counts.module, ways_back.dialect, counts.both_directions),
    (ways_back.features_back, ways_back.budget, ways_back.units_back, changes.ledger_changes),
    (steps.wrong_step, ways_back.belief, tables.row_wrong),
    (counts.around, counts.padded, shapes.features_after_convolution, counts.attention),
    (counts.tied, counts.projected, ways_back.dialect),
)
# Each so many questions, one is from an earlier lesson.
EARLIER = 4
FEWEST_WRONG = 2


def practice(lesson: int, seed: Any, number: int = 0, level: int = 1) -> Item:
    """The question with this number in the series of a lesson, at level 1, 2 or 3. The same seed gives the same.

    Raises: ValueError for a lesson or a level that there is not.

    >>> practice(3, seed=1).form
    'Input'
    """
    if lesson not in range(len(FORMS)):
        raise ValueError(f"lesson={lesson!r}: expected a number from 0 to {len(FORMS) - 1}")
    if level not in RANGES:
        raise ValueError(f"level={level!r}: expected 1, 2 or 3")
    draw = Draw(f"practice {lesson} {seed} {number} {level}", level)
    form = _form(lesson, seed, number)
    for _ in range(MOST_DRAWS):
        drawn = form(draw)
        if len(drawn.wrong) >= FEWEST_WRONG:
            return drawn
    raise RuntimeError(
        f"lesson {lesson}, level {level}: {MOST_DRAWS} draws of {form.__name__} had too few wrong answers"
    )


def _form(lesson: int, seed: Any, number: int) -> Form:
    """The forms of a lesson in turn; at each fourth question one of an earlier lesson."""
    if lesson and number % EARLIER == EARLIER - 1:
        chance = random.Random(f"earlier {lesson} {seed} {number}")
        return chance.choice([form for forms in FORMS[:lesson] for form in forms])
    own = FORMS[lesson]
    place = number - number // EARLIER if lesson else number
    return own[place % len(own)]
