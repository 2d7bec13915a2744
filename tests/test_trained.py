"""`explorers.trained`: a training is what `fit` does, and every number that can be read is a network's by hand."""

import re
import sys

import numpy as np
import pytest
from asked import failing, moved, press, seen_after, table

from lstmlesson import LSTM, Dense, Input, Sequential, TimeDistributed, explorers
from lstmlesson.numeric import initialise, run
from lstmlesson.training import fit

FIVE = np.arange(5)[:, np.newaxis] / 5


def model_of(setup):
    """The model, x and what is wanted, written out as a lesson writes them."""
    if setup == "one to one":
        return Sequential([Input((1, 1)), LSTM(5), Dense(1)]), FIVE.reshape(5, 1, 1), FIVE
    if setup == "many to one":
        return Sequential([Input((5, 1)), LSTM(5), Dense(5)]), FIVE.reshape(1, 5, 1), FIVE.reshape(1, 5)
    layers = [Input((5, 1)), LSTM(5, return_sequences=True), TimeDistributed(Dense(1))]
    return Sequential(layers), FIVE.reshape(1, 5, 1), FIVE.reshape(1, 5, 1)


@pytest.mark.slow
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
        steps.append({"i": i, "f": f, "g": g, "o": o, "kept": kept, "written": written, "hidden state": hidden})
        steps[-1]["cell state"] = memory
    return steps


def read_by_hand(setup, epochs, seed=0):
    """What stands at each of the five places after a training, and the losses and predictions."""
    model, x, y = model_of(setup)
    found = fit(model, initialise(model, None, seed, "float64"), x, y, epochs=epochs, batch_size=5)
    steps = [step for sample in x for step in by_hand(found.weights, sample)]
    return steps, found.losses, run(model, found.weights, x).output.ravel()


@pytest.mark.slow
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
    module = sys.modules["lstmlesson.explorers.kernel._trained"]
    right = module.reading
    monkeypatch.setattr(module, "reading", lambda trace, place, *more: right(trace, place, *more) if place != 4 else 0)
    assert failing(one) == [("place", 4)]


@pytest.mark.slow
def test_the_map_of_gates_is_that_of_the_sample_which_is_read():
    one = explorers.trained("one to one", epochs=100)
    press(one, "train")
    for place in (1, 5, 1):
        moved(one, place=place)
        read = [sum(map(float, line[1:])) / 5 for line in table(one.feedback.value)[1:5]]
        means = re.search(r'alt="Gates over 1 timesteps, .*?proposal: (\S+)\. output', one.feedback.value)
        assert float(means[1]) == pytest.approx(read[2], abs=0.006)


@pytest.mark.slow
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


@pytest.mark.slow
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
    seen_after(monkeypatch, one, "trained.progress", one.buttons["train"].click)
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
