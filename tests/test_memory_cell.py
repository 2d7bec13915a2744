"""`explorers.memory_cell`: each step is the textbook's, and every gate goes through all its values."""

import math
import sys

import numpy as np
import pytest
from asked import failing, moved, press, seen_after, table

from lstmlesson import LSTMCell, explorers
from lstmlesson.numeric import textbook


def textbook_step(old, forget, enters, candidate, output):
    """The textbook's LSTM with gates that are their biases: linear gates, and a candidate before its tanh."""
    cell = LSTMCell(1, recurrent_activation="linear")
    bias = np.array([enters, forget, math.atanh(candidate), output])
    return textbook.lstm(cell, [np.zeros((1, 4)), np.zeros((1, 4)), bias], np.zeros(1), np.zeros(1), np.array([old]))


@pytest.mark.parametrize("control", ["forget", "input", "candidate", "output"])
def test_a_step_is_the_textbooks_step_for_every_value_of_every_gate(control):
    one = explorers.memory_cell(forget=7, input=4, candidate=-3, output=6, memory=2.0)
    old = 2.0
    for value in next(each for each in one.panel.controls if each.name == control).values():
        moved(one, **{control: value})
        press(one, "take a step")
        gates = [getattr(one.panel, name) / 10 for name in ("forget", "input", "candidate", "output")]
        gates[2] = np.clip(gates[2], -1 + 1e-15, 1 - 1e-15)  # tanh never quite reaches 1
        step = textbook_step(old, *gates)
        taken = one.steps[-1]
        assert taken.new == pytest.approx(step.states["cell state"][0], abs=1e-12)
        assert taken.shown == pytest.approx(step.states["hidden state"][0], abs=1e-12)
        assert taken.kept == pytest.approx(step.products["kept"][0], abs=1e-12)
        assert taken.written == pytest.approx(step.products["written"][0], abs=1e-12)
        assert taken.old == old
        old = taken.new


def test_no_value_of_a_gate_makes_a_step_fail_and_one_that_would_is_found(monkeypatch):
    one = explorers.memory_cell(memory=2.0)
    assert failing(one, one.buttons["take a step"].click) == []
    module = sys.modules["lstmlesson.explorers._memory_cell"]
    right = module.remember
    monkeypatch.setattr(module, "remember", lambda old, *gates: right(old, *gates) if gates[2] != -0.7 else 1 / 0)
    assert failing(one, one.buttons["take a step"].click) == [("candidate", -7)]


def test_the_table_says_each_step_by_hand():
    one = explorers.memory_cell(forget=9, input=1, memory=5.0)
    for _ in range(2):
        press(one, "take a step")
    header, first, second = table(one.feedback.value)
    assert header == ["step", "old c", "kept, f·c", "written, i·g", "new c", "h = o·tanh(c)"]
    assert first == ["1", "5", "4.5", "0.1", "4.6", "1"]  # 0.9·5, 0.1·1, their sum; tanh(4.6) is 0.9998
    assert second == ["2", "4.6", "4.14", "0.1", "4.24", "1"]
    assert "0: c 5, h 0, 1: c 4.6, h 1, 2: c 4.24, h 1." in one.feedback.value


def test_reset_begins_again_and_leaves_the_gates():
    one = explorers.memory_cell(memory=3.0)
    start = one.feedback.value
    moved(one, forget=2)
    press(one, "take a step")
    assert one.feedback.value != start
    press(one, "start again")
    assert (one.steps, one.feedback.value, one.panel.forget) == ([], start, 2)


def test_a_long_walk_shows_its_last_steps_and_counts_those_before():
    one = explorers.memory_cell(forget=10, input=10, candidate=10)
    for _ in range(15):
        press(one, "take a step")
    lines = table(one.feedback.value)[1:]
    assert [line[0] for line in lines] == [str(at) for at in range(4, 16)]
    assert lines[-1][-2] == "15"  # 1 more at each step
    assert "After 3 steps that are not shown" in one.feedback.value


def test_the_picture_says_how_far_each_gate_is_open():
    one = explorers.memory_cell()
    moved(one, forget=0, input=10, candidate=-5, output=3)
    assert (
        "tenths: forget 0: of c is kept; input 10: of g is written; proposal -5: is the proposal; output 3:"
        in one.static()
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ({"forget": 11}, "forget=11: expected a whole number from 0 to 10"),
        ({"candidate": -11}, "candidate=-11: expected a whole number from -10 to 10"),
        ({"input": 0.5}, "input=0.5: expected a whole number"),
        ({"memory": math.nan}, "memory=nan: expected a finite number"),
        ({"memory": "5"}, "memory='5': expected a finite number"),
    ],
)
def test_gates_outside_their_limits_are_refused(arguments, complaint):
    with pytest.raises((TypeError, ValueError), match=complaint):
        explorers.memory_cell(**arguments)


def test_an_exception_in_a_step_is_seen_by_the_reader(monkeypatch):
    one = explorers.memory_cell()
    seen_after(monkeypatch, one, "memory_cell.remember", one.buttons["take a step"].click)
