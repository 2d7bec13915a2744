"""`explorers.memory_cell`: each step is the textbook's, and every gate goes through all its values."""

import json
import math
import re
from html import unescape

import numpy as np
import pytest

from lstmlesson import LSTMCell, explorers
from lstmlesson.memory import remember
from lstmlesson.numeric import textbook
from lstmlesson.views.document import fill


def textbook_step(old, forget, enters, candidate, output):
    """The textbook's LSTM with gates that are their biases: linear gates, and a candidate before its tanh."""
    cell = LSTMCell(1, recurrent_activation="linear")
    bias = np.array([enters, forget, math.atanh(candidate), output])
    return textbook.lstm(cell, [np.zeros((1, 4)), np.zeros((1, 4)), bias], np.zeros(1), np.zeros(1), np.array([old]))


def pressed(one, name="Step"):
    """What the page does when a button is pressed: the traits that stand on it are set."""
    html = fill(one.text(), one.letters)
    button = next(found for found in re.findall(r"<button.*?</button>", html) if f"<span>{name}</span>" in found)
    for trait, value in json.loads(unescape(re.search(r"data-traits=(['\"])(.*?)\1", button)[2])).items():
        setattr(one, trait, value)


def now(one):
    """The memory and the output after the last step."""
    return getattr(one, f"c_{one.taken}"), getattr(one, f"h_{one.taken}")


GATES = ("forget", "input", "candidate", "output")


@pytest.mark.parametrize("control", GATES)
def test_a_step_is_the_textbooks_step_for_every_value_of_every_gate(control):
    one = explorers.memory_cell(forget=7, input=4, candidate=-3, output=6, memory=2.0)
    old = 2.0
    for value in next(each for each in one.controls if each.name == control).values():
        setattr(one, control, value)
        gates = [getattr(one, name) / 10 for name in GATES]
        taken = remember(old, *gates)
        letters = one.letters
        found = [letters[name] for name in ("kept", "added", "new", "shown")]
        gates[2] = np.clip(gates[2], -1 + 1e-15, 1 - 1e-15)  # tanh never quite reaches 1
        step = textbook_step(old, *gates)
        by_book = [step.products["kept"][0], step.products["written"][0], step.states["cell state"][0]]
        by_book.append(step.states["hidden state"][0])
        assert found == pytest.approx(by_book, abs=1e-8)
        assert found == pytest.approx([taken.kept, taken.written, taken.new, taken.shown], abs=1e-8)
        pressed(one)
        assert now(one) == pytest.approx((taken.new, taken.shown), abs=1e-8)
        old = now(one)[0]


def test_the_trace_keeps_each_step_and_begins_again_after_the_last():
    one = explorers.memory_cell(forget=10, input=10, candidate=10)
    for taken in range(1, 13):
        pressed(one)
        assert (one.taken, now(one)[0]) == (taken, taken)  # 1 more at each step
    assert [getattr(one, f"c_{at}") for at in range(13)] == list(range(13))
    assert fill(one.text(), one.letters).count('stroke-width="3"') == 12
    pressed(one)
    assert (one.taken, one.c_0) == (0, 13)


def test_the_output_of_a_step_stays_when_the_gate_moves_afterwards():
    one = explorers.memory_cell(forget=10, input=10, candidate=10, output=10)
    pressed(one)
    first = one.h_1
    one.output = 0
    pressed(one)
    assert (one.h_1, one.h_2) == (first, 0)
    assert first == pytest.approx(math.tanh(1), abs=1e-8)


def test_a_setting_to_try_keeps_overwrites_counts_or_leaks():
    after = {}
    for name in ("keep", "overwrite", "count up", "leak"):
        one = explorers.memory_cell(memory=5.0)
        pressed(one, name)
        pressed(one)
        after[name] = now(one)[0]
    assert after == {"keep": 5, "overwrite": 1, "count up": 6, "leak": 4}


def test_the_picture_and_the_formula_say_the_step():
    one = explorers.memory_cell(forget=9, input=1, memory=5.0)
    html = one.static()
    assert "c = 5.00 comes in, 4.50 of it is kept and 0.10 is added, so c = 4.60 goes out." in html
    assert "= <strong>4.60</strong>" in html
    one.candidate = -10
    assert "so c = 4.40 goes out" in one.static()  # 0.9·5 - 0.1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ({"forget": 11}, "forget=11: expected a whole number from 0 to 10"),
        ({"candidate": -11}, "candidate=-11: expected a whole number from -10 to 10"),
        ({"input": 0.5}, "input=0.5: expected a whole number"),
        ({"memory": math.nan}, "memory=nan: expected a number from -1,000 to 1,000"),
        ({"memory": 1e9}, "memory=1000000000.0: expected a number from -1,000 to 1,000"),
        ({"memory": "5"}, "memory='5': expected a number"),
    ],
)
def test_gates_outside_their_limits_are_refused(arguments, complaint):
    with pytest.raises((TypeError, ValueError), match=complaint):
        explorers.memory_cell(**arguments)
