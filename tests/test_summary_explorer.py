"""`explorers.summary`: every size moved, against arithmetic by hand; other models; what does not move is said."""

import re
from html import unescape

import pytest

from lstmlesson import LSTM, Bidirectional, Dense, Embedding, Flatten, Input, Model, Sequential, explorers
from lstmlesson.explorers.models._summary import sizes_of, usual
from lstmlesson.views.document import fill


def shown(explorer):
    """The text of the explorer as it is now, without tags."""
    text = re.sub(r'<span class="lm-steps".*?</span>', "", fill(explorer.text(), explorer.letters))
    return unescape(re.sub(r"<[^>]*>", "", text))


def by_hand(f, u):
    first, second = 4 * (f * u + u * u + u), 4 * (u * u + u * u + u)
    return first + second + 2 * (u * u + u) + u * 6 + 6


@pytest.mark.parametrize(("features", "units"), [(6, 64), (1, 1), (13, 5), (64, 128)])
def test_the_total_is_what_arithmetic_counts_whatever_the_timesteps(features, units):
    explorer = explorers.summary()
    for timesteps in (1, 100, 999):
        explorer.timesteps, explorer.features, explorer.units = timesteps, features, units
        assert explorer.count == by_hand(features, units)
        assert f'<p class="lm-total">{by_hand(features, units):,}</p>' in fill(explorer.text(), explorer.letters)
        assert f"(None, {timesteps}, {units})" in shown(explorer)


def test_what_moves_is_said_and_what_does_not():
    explorer = explorers.summary()
    assert "which rows will move?" in shown(explorer)
    explorer.timesteps = 210
    assert "100 timesteps, now 210: not one Param # has moved." in shown(explorer)
    explorer.features = 7
    assert "Several sizes have moved." in shown(explorer)
    explorer.timesteps = 100
    assert "6 features, now 7: only the layer that sees the data has moved." in shown(explorer)
    assert f"+{4 * 64}" in shown(explorer)  # a row of 64 more for each of 4 gates
    explorer.features, explorer.units = 6, 32
    assert "64 units, now 32: every layer that has them has moved" in shown(explorer)


def test_a_model_in_which_the_length_is_counted_does_not_say_that_it_is_not():
    model = Sequential([Input((10, 3)), LSTM(4, return_sequences=True), Flatten(), Dense(2)])
    explorer = explorers.summary(model)
    assert explorer.count == 4 * (3 * 4 + 4 * 4 + 4) + 10 * 4 * 2 + 2
    explorer.timesteps = 11
    assert explorer.count == 4 * (3 * 4 + 4 * 4 + 4) + 11 * 4 * 2 + 2
    assert "not one Param # has moved" not in shown(explorer)
    assert "here the length is in its count" in shown(explorer)


def test_layers_with_other_units_have_a_control_of_their_own_and_the_last_one_none():
    model = Sequential([Input((None, 3)), Bidirectional(LSTM(8, return_sequences=True)), LSTM(5), Dense(1)])
    assert sizes_of(model) == {"features": 3, "units": 8, "units_2": 5}
    explorer = explorers.summary(model)
    assert repr(explorer) == f"summary(features=3, units=8, units_2=5, model=model): {model.count():,}"
    explorer.units_2 = 6
    assert explorer.count == 2 * 4 * (3 * 8 + 8 * 8 + 8) + 4 * (16 * 6 + 6 * 6 + 6) + 7
    assert "bidirectional has 8 units. lstm_1 has 6 units." in shown(explorer)


def test_words_come_in_without_features():
    model = Sequential([Input((20,)), Embedding(1000, 16), LSTM(8), Dense(1)])
    explorer = explorers.summary(model)
    explorer.units = 9
    assert explorer.count == 16_000 + 4 * (16 * 9 + 9 * 9 + 9) + 10
    assert "Too many numbers to be drawn on the scale of the others." in shown(explorer)


def test_a_layer_without_weights_says_so():
    assert "Dropout stores nothing" in shown(explorers.summary())


def test_a_graph_is_refused_in_words():
    inputs = Input((5, 1))
    with pytest.raises(TypeError, match="expected a Sequential"):
        explorers.summary(Model(inputs, LSTM(2)(inputs)))


def test_the_given_sizes_come_first():
    assert explorers.summary(timesteps=5, features=3, units=2).count == by_hand(3, 2)
    assert sizes_of(usual()) == {"timesteps": 100, "features": 6, "units": 64}


def test_the_still_form_is_small_and_has_the_table_and_the_first_row():
    html = explorers.summary().static()
    assert len(html.encode()) < 25_000
    assert "59,910" in html
    assert "lstm: 4(6·64 + 64·64 + 64) = <strong>18,176</strong>" in html
