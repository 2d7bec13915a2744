"""What the pages of explorers draw, read from the sizes that fill their holes, against numbers that others give."""

import re

import numpy
import pytest

from lstmlesson import explorers
from lstmlesson.views.document import fill


def page(explorer, **traits):
    """The page of an explorer with some traits set, as its reader has it."""
    for name, value in traits.items():
        setattr(explorer, name, value)
    return fill(explorer.text(), explorer.letters)


def blocks(html):
    """The rows and columns of every block of weights, data aside."""
    every = re.findall(r'class="lm-block (?!lm-w lm-data)[^>]*--lm-rows:(\d+);--lm-cols:(\d+)', html)
    return [(int(rows), int(columns)) for rows, columns in every]


# ---- arrange and input_shape -------------------------------------------------------------------------------------


def test_each_number_of_a_cut_stands_where_a_reshaped_array_has_it():
    explorer = explorers.arrange(numbers=12)
    for cut in explorer.controls[0].options:
        shape = tuple(map(int, cut.split(" × ")))
        html = page(explorer, cut=cut)
        places = re.findall(r"--lm-gaps:(\d+);--lm-x:(\d+);--lm-y:(\d+)\">(\d+)<", html)
        found = numpy.zeros(shape, int)
        for sample, across, down, number in (map(int, one) for one in places):
            found[sample, across - sample * shape[1], down] = number
        assert (found == numpy.arange(1, 13).reshape(shape)).all(), cut
        assert f"--lm-samples:{shape[0]};--lm-times:{shape[1]};--lm-features:{shape[2]}" in html


@pytest.mark.parametrize(("first", "second", "units"), [(3, 1, 2), (12, 5, 7), (1, 1, 1)])
def test_the_blocks_of_both_readings_hold_the_numbers_of_their_counts(first, second, units):
    html = page(explorers.input_shape(), first=first, second=second, units=units)
    half = len(blocks(html)) // 2
    for drawn, features in ((blocks(html)[:half], second), (blocks(html)[half:], first)):
        count = 4 * (features * units + units * units + units)
        assert sum(rows * columns for rows, columns in drawn) == count
        assert f">{count:,}</p>" in html
    data = re.findall(r"lm-data.*?--lm-rows:(\d+);--lm-cols:(\d+)", html)
    assert data == [(str(second), str(first)), (str(first), str(second))]  # a feature is a row, time runs across


# ---- stack -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sizes", [(13, 5, 5, 1, 10), (6, 4, 4, 2, 3), (32, 1, 32, 32, 1)])
def test_the_blocks_of_a_stack_hold_its_numbers_whatever_is_handed_on(sizes):
    features, first, second, outputs, timesteps = sizes
    lstm = 4 * (features * first + first * first + first)
    lstm_1 = 4 * (first * second + second * second + second)
    dense = second * outputs + outputs
    for one in (True, False):
        for two in (True, False):
            explorer = explorers.stack(*sizes, sequences_first=one, sequences_second=two)
            html = page(explorer)
            assert sum(rows * columns for rows, columns in blocks(html)) == lstm + lstm_1 + dense
            assert explorer.count == (lstm + lstm_1 + dense if one else 0)
            assert len(re.findall("lm-ghost", html)) == (0 if one else 14)  # 12 of lstm_1 and 2 of dense
            assert ("lm-cross" in html) == (not one)
            assert (f"<b>{lstm_1:,}</b>" in html) == one
            assert f"(None, {timesteps}, {features})" in html


def test_what_a_stack_says_of_rows_is_what_is_drawn():
    html = page(explorers.stack(), first=7)
    assert "has 7 rows" in html
    assert re.findall(r'data-part="lstm_1-kernel gate-1"[^>]*--lm-rows:(\d+)', html) == ["7"]
