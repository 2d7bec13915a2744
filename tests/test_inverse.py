"""From a count back to the sizes, against a search that tries every size."""

import pytest

from lstmlesson import GRU, LSTM, Dense, SimpleRNN, pytorch
from lstmlesson.inverse import features, largest_units, pairs, readings
from lstmlesson.inverse.solver import divisors, solutions
from lstmlesson.law.polynomials import letter

# Arithmetic written out, one line for each kind of layer: a witness that does not know the declarations.
BY_HAND = {
    (LSTM, ()): lambda f, u: 4 * (f * u + u * u + u),
    (LSTM, (("use_bias", False),)): lambda f, u: 4 * (f * u + u * u),
    (GRU, ()): lambda f, u: 3 * (f * u + u * u + 2 * u),
    (GRU, (("reset_after", False),)): lambda f, u: 3 * (f * u + u * u + u),
    (SimpleRNN, ()): lambda f, u: f * u + u * u + u,
    (Dense, ()): lambda f, u: f * u + u,
    (pytorch.LSTM, ()): lambda f, u: 4 * (f * u + u * u + 2 * u),
    (pytorch.GRU, ()): lambda f, u: 3 * (f * u + u * u + 2 * u),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", BY_HAND, ids=str)
def test_pairs_are_those_that_a_search_finds(kind):
    layer, arguments = kind
    for count in (1, 2, 48, 140, 380, 640, 1_640, 3_280):
        some = [u for u in range(1, count + 1) if BY_HAND[kind](1, u) <= count]
        search = [(f, u) for u in some for f in range(1, count + 1) if BY_HAND[kind](f, u) == count]
        assert pairs(count, layer, **dict(arguments)) == search


def test_features_of_a_known_number_of_units():
    assert features(380, LSTM, units=5) == 13
    assert features(380, LSTM, units=5, use_bias=False) == 14
    assert features(53_680, LSTM, units=20) == 650
    assert features(381, LSTM, units=5) is None
    assert features(100, LSTM, units=5) is None


@pytest.mark.parametrize("budget", [24, 640, 18_175, 18_176, 10**12])
def test_the_largest_units_fit_and_one_more_does_not(budget):
    units = largest_units(budget, LSTM, features=3)
    assert 4 * (3 * units + units * units + units) <= budget
    units += 1
    assert 4 * (3 * units + units * units + units) > budget


def test_a_count_of_a_million_millions_is_inverted_exactly():
    found = pairs(10**12, LSTM)
    assert found
    assert all(4 * u * (f + u + 1) == 10**12 for f, u in found)


def test_380_is_read_in_all_the_ways_that_fit():
    found = {(repr(one.declaration), one.input_features): one.note for one in readings(380, units=5)}
    assert found[("LSTM(5)", 13)] == "Keras, with bias"
    assert found[("LSTM(5, use_bias=False)", 14)] == "Keras, no bias"
    assert found[("LSTM(12, 5)", 12)].startswith("PyTorch")
    assert found[("Dense(5)", 75)] == "Keras, with bias"
    assert not any("GRU" in layer for layer, _ in found)


@pytest.mark.parametrize("count", [36, 42, 48, 56, 165, 640])
def test_each_reading_gives_the_count_again(count):
    found = readings(count)
    for one in found:
        layer = one.declaration
        known = layer.__module__.startswith("lstmlesson.pytorch")
        shape = None if known else (one.input_features,) if isinstance(layer, Dense) else (None, one.input_features)
        assert layer.count(shape) == count
    assert readings(count, input_features=3) == [one for one in found if one.input_features == 3]


def test_a_count_that_no_layer_has():
    assert pairs(1, LSTM) == []
    assert readings(7, units=4) == []


@pytest.mark.parametrize(
    "polynomial",
    [
        lambda a, b: 3 * a * b + 2 * b * b + 5 * b,  # what a recurrent layer counts: b stands in every term
        lambda a, b: 7 * a * b * b * b + 4 * b * b * b,  # a window of three axes
        lambda a, b: 2 * a * a + 3 * a * b + b + 1,  # no letter stands in every term
        lambda a, b: 6 * a * b,
    ],
)
def test_the_solver_finds_what_trying_every_number_finds(polynomial):
    a, b = letter("a"), letter("b")
    for value in (*range(1, 60), 180, 999):
        tried = {(x, y) for x in range(1, 17) for y in range(1, 17) if polynomial(x, y) == value}
        found = {(one["a"], one["b"]) for one in solutions([(polynomial(a, b), value)])}
        assert tried <= found
        assert all(polynomial(*pair) == value for pair in found)


def test_a_second_equation_leaves_what_both_allow():
    f, u = letter("f"), letter("u")
    equations = [(4 * f * u + 4 * u * u + 4 * u, 18_176), (2 * u, 128)]
    assert list(solutions(equations)) == [{"u": 64, "f": 6}]
    assert list(solutions([*equations, (f + 0, 7)])) == []


def test_the_divisors_are_those_that_a_search_finds():
    for number in (1, 2, 12, 97, 640, 18_176, 99_991):
        assert divisors(number) == [one for one in range(1, number + 1) if number % one == 0]
