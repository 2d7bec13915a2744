"""Polynomials against plain whole numbers: whatever is done to letters and then filled in is done to the numbers."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstmlesson import LSTM, Bidirectional, Dense, Flatten, Input, Sequential, pytorch
from lstmlesson.law.polynomials import Polynomial, choose, from_data, highest, letter
from lstmlesson.law.sizes import is_letter

LIMITS = {"f": (1, 9), "u": (1, 9), "b": (0, 1)}
LETTERS = {name: letter(name, *limits) for name, limits in LIMITS.items()}

# An arithmetic text with both meanings: Python evaluates it for numbers and for letters.
leaves = st.sampled_from(["f", "u", "b"]) | st.integers(-5, 9).map(lambda number: f"({number})")
texts = st.recursive(
    leaves, lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda t: f"({''.join(t)})"), max_leaves=7
)
values = st.fixed_dictionaries({name: st.integers(low, high) for name, (low, high) in LIMITS.items()})


def evaluate(text, names):
    return eval(text, {"__builtins__": {}}, names)


@given(texts, values)
def test_letters_filled_in_are_the_numbers_themselves(text, numbers):
    polynomial = evaluate(text, LETTERS) + Polynomial({}, {})
    expected = evaluate(text, numbers)
    assert polynomial(**numbers) == expected
    assert polynomial.lowest <= expected <= polynomial.highest
    assert abs(expected) <= polynomial.bound
    assert from_data(json.loads(json.dumps(polynomial.data())), LIMITS)(**numbers) == expected
    assert evaluate(str(polynomial), numbers) == expected


@given(texts, texts, values)
def test_equal_polynomials_have_equal_hashes_and_values(first, second, numbers):
    one, other = (evaluate(text, LETTERS) + Polynomial({}, {}) for text in (first, second))
    assert (one == other) == ((one - other) == 0)
    if one == other:
        assert hash(one) == hash(other)
        assert one(**numbers) == other(**numbers)


def test_a_constant_is_the_whole_number_it_holds():
    u = letter("u")
    assert u - u + 7 == 7
    assert hash(u - u + 7) == hash(7)
    assert u != 7
    assert u is not None
    assert u != "u"
    assert (u - u).data() == []


def test_values_are_exact_far_beyond_floating_point():
    u = letter("u")
    assert (4 * u * u + 1)(u=10**20) == 4 * 10**40 + 1


def test_a_letter_is_let_in_as_a_size_only_where_its_limits_keep_it_positive():
    u, b = letter("u", 1, 8), letter("b", 0, 1)
    assert is_letter(u)
    assert is_letter(2 * u + b)
    assert not is_letter(b)
    assert not is_letter(u - 1)
    with pytest.raises(TypeError, match="units=b"):
        LSTM(b)


@pytest.mark.parametrize("seed", range(20))
def test_layers_counted_with_letters_are_the_layers_counted_with_numbers(seed):
    draw = random.Random(seed)
    numbers = {"f": draw.randint(1, 99), "u": draw.randint(1, 99), "T": draw.randint(1, 99)}

    def counts(f, u, T):  # noqa: N803
        model = Sequential([Input((T, f)), LSTM(u, return_sequences=True), Bidirectional(LSTM(u)), Dense(f)])
        flat = Sequential([Input((T, f)), LSTM(u, return_sequences=True), Flatten(), Dense(3)])
        return [model.count(), flat.count(), pytorch.LSTM(f, u, num_layers=2).count(), pytorch.GRU(f, u).count()]

    letters = counts(*map(letter, "fuT"))
    assert [one(**numbers) for one in letters] == counts(**numbers)


def test_an_lstm_counted_with_letters_is_the_formula_of_the_lesson():
    f, u = letter("f"), letter("u")
    assert LSTM(u).count((None, f)) == 4 * (f * u + u * u + u)
    assert str(LSTM(u).count((None, f))) == "4*f*u + 4*u**2 + 4*u"


def test_limits_say_how_far_a_count_goes():
    f, u = letter("f", 1, 8), letter("u", 1, 8)
    assert highest(LSTM(u).count((None, f))) == 4 * (8 * 8 + 8 * 8 + 8)
    assert LSTM(u).count((None, f)).lowest == 4 * (1 + 1 + 1)
    assert (u - f).lowest == 1 - 8
    assert (u - f).bound == 8 + 8
    assert highest(5) == 5


def test_choose_takes_one_of_two():
    b, u = letter("b", 0, 1), letter("u")
    assert choose(b, 48, 4 * u)(b=1, u=7) == 48
    assert choose(b, 48, 4 * u)(b=0, u=7) == 28


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: letter("2u"), "'2u'"),
        (lambda: letter("u", 8, 1), "8 to 1"),
        (lambda: letter("u", 1, 8) + letter("u", 1, 9), "letter u"),
        (lambda: letter("u")(f=3), "no value for u"),
        (lambda: f"{letter('u'):x}", "'x'"),
        (lambda: from_data([[4, "v"]], {"u": (1, 8)}), "letters v"),
        (lambda: (letter("u") * 3) // 2, "leaves a rest"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(wrong, said):
    with pytest.raises(ValueError, match=said):
        wrong()


@pytest.mark.parametrize("other", [2.5, "u", None, [1]])
def test_only_whole_numbers_and_letters_are_added_and_multiplied(other):
    for attempt in (lambda u: u + other, lambda u: other - u, lambda u: u * other if other != [1] else u * 1.5):
        with pytest.raises(TypeError):
            attempt(letter("u"))
