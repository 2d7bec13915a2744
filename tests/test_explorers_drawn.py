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
