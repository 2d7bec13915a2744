"""Explorers that ask the kernel: every control through all its values, and errors in callbacks that are seen."""

import ast
import math
import re
import sys

import numpy as np
import pytest

from lstmlesson import LSTM, Dense, Input, LSTMCell, Sequential, TimeDistributed, explorers
from lstmlesson.explorers.controls import Whole
from lstmlesson.explorers.frame import Frame
from lstmlesson.numeric import initialise, run, textbook
from lstmlesson.training import fit

NASTY = "<script>alert('&')</script>"
FIVE = np.arange(5)[:, np.newaxis] / 5
CALLS = {"memory_cell": explorers.memory_cell, "trained": lambda **more: explorers.trained(**{"epochs": 100, **more})}
every_explorer = pytest.mark.parametrize("name", CALLS)


def moved(explorer, **traits):
    """Move controls as a browser does."""
    explorer.panel.set_state(traits)
    for name, value in traits.items():
        assert getattr(explorer.panel, name) == value


def press(explorer, word):
    explorer.buttons[word].click()
    assert 'role="alert"' not in explorer.feedback.value


def table(html):
    """The cells of the table in an answer, line by line."""
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", html)]


def failing(explorer, act=lambda: None):
    """The values at which a reader sees an error, after every whole number went through all of its values."""
    found = []
    for control in explorer.panel.controls:
        values = [*control.values()] if isinstance(control, Whole) else []
        start = getattr(explorer.panel, control.name)
        for value in [*values, *values[:1]]:  # the first one again: only coming from another value is a change
            moved(explorer, **{control.name: value})
            act()
            found += [(control.name, value)] if 'role="alert"' in explorer.feedback.value else []
        moved(explorer, **{control.name: start})
    return list(dict.fromkeys(found))


# ---- both --------------------------------------------------------------------------------------------------------


@every_explorer
def test_the_static_form_shows_the_start_survives_without_trust_and_is_always_the_same(name):
    first, second = (CALLS[name]()._repr_mimebundle_()[0] for _ in range(2))
    assert (first["text/plain"], first["text/html"]) == (second["text/plain"], second["text/html"])
    assert "0x" not in first["text/plain"]
    for lost in ("<svg", "<math", "<script", "<style", "<input", "<progress", "\ue000", "<!--"):
        assert lost not in first["text/html"]
    assert "Run this cell to use it" in first["text/html"]


@every_explorer
def test_the_plain_text_is_a_call_that_makes_the_explorer_again(name):
    one = CALLS[name]()
    call = ast.parse(repr(one).rpartition(":")[0], mode="eval").body
    named = {argument.arg: ast.literal_eval(argument.value) for argument in call.keywords}
    assert repr(getattr(explorers, name)(*map(ast.literal_eval, call.args), **named)) == repr(one)


@every_explorer
def test_every_control_and_button_says_what_it_is(name):
    one = CALLS[name]()
    for control in one.panel.controls:
        assert re.search(rf"<label><span>{control.words}</span> <(input|select)[^>]*data-control", control.html())
    for button in one.buttons.values():
        assert button.description in button.tooltip
    press(one, next(iter(one.buttons)))
    assert one.feedback.value.startswith('<div role="status">')


@every_explorer
def test_what_is_shown_only_sometimes_is_never_part_of_an_attribute_where_the_page_does_not_look(name):
    hidden = re.compile(r'="[^"]*<!--')
    assert hidden.search('<svg aria-label="forget <!--if 0-->1<!--end-->">')
    assert not hidden.search(CALLS[name]().panel._text)


@pytest.mark.parametrize("name", [*CALLS, "quiz", "reader"])
def test_the_keys_of_an_explorer_made_of_ipywidgets_are_kept_by_a_frame(name):
    assert sum(isinstance(child, Frame) for child in getattr(explorers, name)().children) == 1


# ---- memory_cell -------------------------------------------------------------------------------------------------


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
    module = sys.modules["lstmlesson.explorers.memory_cell"]
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
        "tenths: forget 0: of c is kept; input 10: of g is written; cell -5: is the proposal; output 3:" in one.static()
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


def seen_after(monkeypatch, one, broken, act):
    """Break something that a callback uses, act, and look for the error on the page; then mend it."""

    def fail(*_, **__):
        raise KeyError(NASTY)

    module, name = broken.split(".")
    namespace = sys.modules[f"lstmlesson.explorers.{module}"].__dict__
    with monkeypatch.context() as patch:
        patch.setitem(namespace, name, fail)
        act()
    assert 'role="alert"' in one.feedback.value
    assert "KeyError" in one.feedback.value
    assert "<script" not in one.feedback.value


# ---- trained -----------------------------------------------------------------------------------------------------


def model_of(setup):
    """The model, x and what is wanted, written out as a lesson writes them."""
    if setup == "one to one":
        return Sequential([Input((1, 1)), LSTM(5), Dense(1)]), FIVE.reshape(5, 1, 1), FIVE
    if setup == "many to one":
        return Sequential([Input((5, 1)), LSTM(5), Dense(5)]), FIVE.reshape(1, 5, 1), FIVE.reshape(1, 5)
    layers = [Input((5, 1)), LSTM(5, return_sequences=True), TimeDistributed(Dense(1))]
    return Sequential(layers), FIVE.reshape(1, 5, 1), FIVE.reshape(1, 5, 1)


@pytest.mark.parametrize(
    ("setup", "by_hand"), [("one to one", 140 + 6), ("many to one", 140 + 30), ("many to many", 140 + 6)]
)
def test_a_training_is_what_fit_does_and_every_number_can_be_read(setup, by_hand):
    one = explorers.trained(setup, epochs=500, seed=3)
    assert one.panel.count == by_hand
    assert f"<strong>{by_hand}</strong> numbers to train" in one.static()
    press(one, "train")
    model, x, y = model_of(setup)
    found = fit(model, initialise(model, None, seed=3, dtype="float64"), x, y, epochs=500, batch_size=5)
    assert one.losses == pytest.approx(found.losses, rel=1e-9, abs=1e-15)
    outputs = run(model, found.weights, x).output.ravel()
    assert one.predicted == pytest.approx(outputs.tolist(), abs=1e-9)
    for place in one.panel.controls[-1].values():
        moved(one, place=place)
        said = f"timestep {1 if setup == 'one to one' else place}: x = {(place - 1) / 5:g}, predicted "
        assert said in one.feedback.value
        assert 'role="alert"' not in one.feedback.value


def by_hand(weights, sequence):
    """Each step of an LSTM of 5 units on one feature, written out: what a reader finds in the rows of the table."""
    kernel, recurrent, bias = weights[:3]
    hidden, memory, steps = np.zeros(5), np.zeros(5), []
    for x in sequence:
        sums = x @ kernel + hidden @ recurrent + bias
        i, f, o = (1 / (1 + np.exp(-sums[at : at + 5])) for at in (0, 5, 15))
        g = np.tanh(sums[10:15])
        kept, written = f * memory, i * g
        memory = kept + written
        hidden = o * np.tanh(memory)
        steps.append({"i": i, "f": f, "c": g, "o": o, "kept": kept, "written": written, "hidden state": hidden})
        steps[-1]["cell state"] = memory
    return steps


def read_by_hand(setup, epochs, seed=0):
    """What stands at each of the five places after a training, and the losses and predictions."""
    model, x, y = model_of(setup)
    found = fit(model, initialise(model, None, seed, "float64"), x, y, epochs=epochs, batch_size=5)
    steps = [step for sample in x for step in by_hand(found.weights, sample)]
    return steps, found.losses, run(model, found.weights, x).output.ravel()


@pytest.mark.parametrize("setup", ["one to one", "many to one", "many to many"])
def test_what_is_read_at_every_place_is_the_trained_layer_by_hand(setup):
    one = explorers.trained(setup, epochs=100)
    press(one, "train")
    steps, _, predicted = read_by_hand(setup, epochs=100)
    for place in (5, 4, 3, 2, 1):
        moved(one, place=place)
        assert f"predicted {predicted[place - 1]:.3f}".rstrip("0") in one.feedback.value
        lines = table(one.feedback.value)[1:]
        assert [line[0].split("  ")[0] for line in lines] == list(steps[place - 1])
        for line, expected in zip(lines, steps[place - 1].values(), strict=True):
            assert list(map(float, line[1:])) == pytest.approx(expected.tolist(), abs=5.1e-4)


def test_no_place_makes_reading_fail_and_one_that_would_is_found(monkeypatch):
    one = explorers.trained(epochs=100)
    press(one, "train")
    assert failing(one) == []
    module = sys.modules["lstmlesson.explorers.trained"]
    right = module.reading
    monkeypatch.setattr(module, "reading", lambda trace, place, *more: right(trace, place, *more) if place != 4 else 0)
    assert failing(one) == [("place", 4)]


def test_the_map_of_gates_is_that_of_the_sample_which_is_read():
    one = explorers.trained("one to one", epochs=100)
    press(one, "train")
    for place in (1, 5, 1):
        moved(one, place=place)
        read = [sum(map(float, line[1:])) / 5 for line in table(one.feedback.value)[1:5]]
        means = re.search(r'alt="Gates over 1 timesteps, .*?cell: (\S+)\. output', one.feedback.value)
        assert float(means[1]) == pytest.approx(read[2], abs=0.006)


def test_another_seed_gives_another_network_and_the_same_seed_the_same():
    one, two = (explorers.trained(epochs=100) for _ in range(2))
    press(one, "train")
    first = list(one.losses)
    press(one, "train again")
    assert one.seed == 1
    assert "Seed 1, 100 epochs" in one.feedback.value
    assert one.losses != first
    press(two, "train")
    assert two.losses == first


def test_every_set_up_and_every_number_of_epochs_can_be_chosen_and_trained():
    one = explorers.trained(epochs=100)
    setups, epochs, _ = one.panel.controls
    for setup in setups.values():
        moved(one, setup=setup)
        press(one, "train")
        assert len(one.losses) == 100
        moved(one, place=5)
        moved(one, place=1)
    for chosen in reversed(epochs.values()):
        moved(one, epochs=chosen)
        assert "Nothing is trained yet" in one.feedback.value
        press(one, "train")
        assert len(one.losses) == int(chosen.replace(",", ""))
        assert f"{chosen} epochs: the loss went from" in one.feedback.value


def test_another_set_up_is_not_trained_yet_and_has_no_gates_to_read():
    one = explorers.trained(epochs=100)
    press(one, "train")
    moved(one, setup="many to one")
    assert (one.losses, one.trace) == ([], None)
    moved(one, place=3)
    assert one.feedback.value.count("Nothing is trained yet") == 1
    assert "<table" not in one.feedback.value


def test_a_training_says_how_far_it_is_and_its_buttons_rest_meanwhile():
    one, said = explorers.trained(epochs=100), []
    one.bar.observe(lambda change: said.append((change["new"], [each.disabled for each in one.buttons.values()])))
    press(one, "train")
    assert len(said) > 10
    assert all(rest == [True, True] for _, rest in said)
    assert [int(epoch) for html, _ in said for epoch in re.findall(r'value="(\d+)"', html)] == list(range(0, 100, 5))
    assert (one.bar.value, [each.disabled for each in one.buttons.values()]) == ("", [False, False])


@pytest.mark.parametrize("arguments", [{"setup": "none"}, {"epochs": 7}, {"place": 6}, {"seed": -1}, {"seed": True}])
def test_what_cannot_be_trained_is_refused_by_name(arguments):
    with pytest.raises(ValueError, match=next(iter(arguments))):
        explorers.trained(**arguments)


def test_an_exception_in_a_training_is_seen_and_the_buttons_come_back(monkeypatch):
    one = explorers.trained(epochs=100)
    seen_after(monkeypatch, one, "trained.Learner", one.buttons["train"].click)
    assert not any(button.disabled for button in one.buttons.values())
    press(one, "train")
    assert len(one.losses) == 100


def test_an_exception_while_reading_is_seen(monkeypatch):
    one = explorers.trained(epochs=100)
    press(one, "train")
    seen_after(monkeypatch, one, "trained.reading", lambda: moved(one, place=2))


def test_the_static_form_of_a_trained_network_has_its_charts_as_images():
    one = explorers.trained(epochs=100)
    press(one, "train")
    html = one.static()
    assert html.count("<img alt=") == 3
    assert "<svg" not in html
