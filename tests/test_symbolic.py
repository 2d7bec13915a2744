"""Formulas in letters: as taught, as algebra, and worth the numbers that real frameworks counted."""

import random

import pytest
import sympy

from lstmlesson import GRU, LSTM, Bidirectional, Dense, Input, Sequential, SimpleRNN, pytorch
from lstmlesson.symbolic import B, T, f, formula, letter, u

TAUGHT = {
    "4(f·u + u·u + u)": LSTM(u),
    "3(f·u + u·u + 2·u)": GRU(u),
    "3(f·u + u·u + u)": GRU(u, reset_after=False),
    "f·u + u·u + u": SimpleRNN(u),
    "2·4(f·u + u·u + u)": Bidirectional(LSTM(u)),
    "4(f·u + u·u)": LSTM(u, use_bias=False),
}


@pytest.mark.parametrize("text", TAUGHT)
def test_a_formula_keeps_the_order_in_which_it_is_taught(text):
    assert formula(TAUGHT[text], (T, f)).taught == text


def test_algebra_on_the_lstm():
    lstm = formula(LSTM(u), (T, f))
    assert lstm.expanded == 4 * f * u + 4 * u**2 + 4 * u
    assert lstm.factored == 4 * u * (f + u + 1)
    assert lstm.derivative(u) == 8 * u + 4 * f + 4
    assert lstm.derivative(f) == 4 * u
    assert lstm.derivative(T) == 0
    assert T not in LSTM(u).count((T, f)).free_symbols
    assert lstm.latex == r"4(f \cdot u + u \cdot u + u)"
    assert lstm._repr_latex_() == f"${lstm.latex}$"
    assert repr(lstm) == lstm.taught


def test_steps_lead_from_letters_to_the_count():
    gru = formula(GRU(u), (T, f)).steps({f: 4, u: 5})
    assert gru == ["3(f·u + u·u + 2·u)", "3(4·5 + 5·5 + 2·5)", "3(20 + 25 + 10)", "3·55", "165"]
    both = formula(Bidirectional(LSTM(2)), (None, 3)).steps({})
    assert both == ["2·4(3·2 + 2·2 + 2)", "2·4(6 + 4 + 2)", "2·4·12", "96"]
    with pytest.raises(ValueError, match="u is still a letter"):
        formula(GRU(u), (T, f)).steps({f: 4})
    with pytest.raises(ValueError, match="expected positive whole numbers"):
        formula(GRU(u), (T, f)).steps({f: 4, u: 0})


def test_solutions_are_whole_and_positive():
    assert formula(LSTM(5), (T, f)).solutions(f, 380) == [13]
    assert formula(LSTM(5), (T, f)).solutions(f, 381) == []
    assert formula(LSTM(u), (T, 6)).solutions(u, 18_176) == [64]
    (features,) = formula(LSTM(u), (T, f)).solutions(f, 640)
    assert sympy.simplify(features - (160 / u - u - 1)) == 0


def test_a_bidirectional_model_in_letters():
    v = letter("v")
    model = Sequential([Input((T, f)), Bidirectional(LSTM(u, return_sequences=True)), LSTM(v), Dense(3)])
    expected = 8 * (f * u + u**2 + u) + 4 * (2 * u * v + v**2 + v) + 3 * v + 3
    assert sympy.expand(model.count() - expected) == 0
    assert model.rows()[1].formula == "4(2·u·v + v·v + v)"
    assert "4(2·u·v + v·v + v)" in model.summary_text()


def test_pytorch_in_letters():
    lstm = formula(pytorch.LSTM(f, u))
    assert lstm.taught == "4(u·f + u·u + u + u)"
    assert lstm.derivative(f) == 4 * u


def test_letters_and_numbers_agree_at_random_sizes():
    draw = random.Random(0)
    for _ in range(50):
        features, units = draw.randint(1, 400), draw.randint(1, 400)
        for layer, letters in ((LSTM(units), LSTM(u)), (GRU(units), GRU(u)), (SimpleRNN(units), SimpleRNN(u))):
            worth = letters.count((B, f)).subs({f: features, u: units})
            gates = {"LSTM": 4, "GRU": 3, "SimpleRNN": 1}[type(layer).__name__]
            biases = 2 if isinstance(layer, GRU) else 1
            by_hand = gates * (features * units + units * units + biases * units)
            assert worth == layer.count((None, features)) == by_hand
