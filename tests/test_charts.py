"""Charts: what is drawn stands where arithmetic by hand puts it, words say it too, and only gates have a colour."""

import re
from types import SimpleNamespace
from xml.etree import ElementTree

import numpy as np
import pytest

from lstmlesson import GRU, LSTM
from lstmlesson.numeric import initialise, trace
from lstmlesson.views.charts import gates_over_time, loss_curve, predicted_and_wanted
from lstmlesson.views.charts.losses import LINES, LOWEST_LOSS, MOST_POINTS
from lstmlesson.views.document import number
from lstmlesson.views.pictures.drawing import COLOURS, FAINT, FRAME, INK, NO_GATE, PAPER, gate_letter, gate_word

SVG, NASTY = "{http://www.w3.org/2000/svg}", '<b> & "quotes" $x_1$ \''
LOSSES = [10.0**-power for power in range(5)]
# A ring goes on with an arc, a cross with a line.
RING, CROSS = "a 60", "l 90"


def paths(chart):
    return [path.get("d") for path in ElementTree.fromstring(chart.svg).iter(f"{SVG}path")]


def curves(chart):
    """The corners of every curve, as (x, y) in tenths of a pixel from the left and from the top."""
    drawn = [re.findall(r"[ML] (\d+) (\d+)", path) for path in paths(chart) if "L" in path]
    return [[(int(x), int(y)) for x, y in corners] for corners in drawn]


def marks(chart, shape):
    """The middles of all marks of a shape; the last is that of the key."""
    drawn = [path for path in paths(chart) if f" {shape}" in path]
    return [tuple(map(int, re.match(r"M (\d+) (\d+)", path).groups())) for path in drawn]


def bars(chart, gate):
    """The bars of a gate, as (left, top, height) in tenths of a pixel, unit by unit."""
    drawn = [one for one in ElementTree.fromstring(chart.svg).iter(f"{SVG}rect") if one.get("fill") == COLOURS[gate]]
    return [tuple(int(one.get(name)) for name in ("x", "y", "height")) for one in drawn]


def words(chart):
    return [text.text for text in ElementTree.fromstring(chart.svg).iter(f"{SVG}text")]


def traced(values):
    """What a trace would hold for one gate, (batch, timesteps, units)."""
    return SimpleNamespace(gates={"input": np.array(values, float)})


def traced_layer(layer, steps, samples=1):
    weights = initialise(layer, (None, 2), 0, "float64")
    return trace(layer, weights, np.ones((samples, steps, 2)))


CHARTS = {
    "loss": lambda: loss_curve({"one": LOSSES, "two": LOSSES[::-1]}),
    "one loss": lambda: loss_curve([0.5]),
    "predicted": lambda: predicted_and_wanted([[0.1, 0.2]], [[0.0, 0.2]]),
    "gates": lambda: gates_over_time(traced([[[0.5, -1], [0, 1]]])),
    "many gates": lambda: gates_over_time(traced_layer(GRU(20), 70, 2), sample=1),
}
every_chart = pytest.mark.parametrize("chart", [make() for make in CHARTS.values()], ids=CHARTS)


@every_chart
def test_a_chart_is_an_image_with_its_figures_in_words(chart):
    picture = ElementTree.fromstring(chart.svg)
    assert (picture.get("role"), picture.get("aria-label")) == ("img", chart.text)
    assert repr(chart) == chart.text
    assert len(re.findall(r"\d", chart.text)) > 1
    html = chart._repr_html_()
    assert html.startswith('<img alt="')
    assert "<svg" not in html


@every_chart
def test_a_chart_has_the_colours_of_every_picture_and_a_hue_means_a_gate(chart):
    used = set(re.findall(r'(?:fill|stroke)="(.*?)"', chart.svg))
    hues = {*COLOURS.values(), NO_GATE}
    assert used - hues <= {INK, FAINT, FRAME, PAPER, "none"}
    assert bool(used & hues) == ("Gates over" in chart.text)


@every_chart
def test_words_stand_inside_the_paper(chart):
    picture = ElementTree.fromstring(chart.svg)
    width, height = map(int, picture.get("viewBox").split()[2:])
    for text in picture.iter(f"{SVG}text"):
        assert 0 < float(text.get("x")) < width
        assert 80 < float(text.get("y")) < height


def test_a_loss_stands_above_its_epoch_at_its_power_of_ten():
    # The field is 504 pixels wide from 72 on, and 216 high from 34 down; 3 epochs, and 2 powers of ten.
    (curve,) = curves(loss_curve([1, 0.1, 0.01]))
    assert curve == [(720 + 1680, 340), (720 + 2 * 1680, 340 + 1080), (720 + 3 * 1680, 340 + 2 * 1080)]


def test_each_tenth_of_a_loss_is_one_line_further_down():
    steps = np.diff([y for _, y in curves(loss_curve(LOSSES))[0]])
    assert set(steps) == {2160 // 4}
    # The same check objects to losses that do not fall by tenths.
    assert len(set(np.diff([y for _, y in curves(loss_curve([1, 0.5, 0.1, 0.01]))[0]]))) > 1


def test_epochs_are_as_far_apart_as_their_numbers_and_long_curves_keep_both_ends():
    chart = loss_curve(np.linspace(1, 0.1, 4 * MOST_POINTS))
    (curve,) = curves(chart)
    assert len(curve) == MOST_POINTS
    assert np.allclose(np.diff([x for x, _ in curve]), 5040 / MOST_POINTS, atol=1)
    assert curve[-1] == (720 + 5040, 340 + 2160)  # 0.1, in the last epoch
    assert chart.text == "Loss by epoch. 1 in epoch 1, 0.1 in epoch 800."


def test_each_curve_has_its_own_line_its_name_and_where_it_ended():
    chart = loss_curve({NASTY: LOSSES, "below": [1, 1e-12]})
    assert {NASTY, "below", "0.0001", "below 1e-09"} <= set(words(chart))
    assert f"{NASTY}: 1 in epoch 1, 0.0001 in epoch 5." in chart.text
    assert "below: 1 in epoch 1, below 1e-09 in epoch 2." in chart.text
    assert "<b>" not in chart._repr_html_()
    assert LOWEST_LOSS == 1e-9
    assert len({dashes for _, dashes in LINES}) == len(LINES)
    assert chart.svg.count(f'stroke-dasharray="{LINES[1][1]}"') == 2  # the second curve, and its key


def test_however_far_losses_go_apart_their_lines_can_be_told_apart():
    powers = [one for one in words(loss_curve([1e-300, 1e30])) if one.startswith("1e")]
    assert (powers[0], powers[-1]) == ("1e-9", "1e+31")
    assert len(powers) < 13
    near = [one for one in words(loss_curve([0.3, 1e-9])) if re.fullmatch(r"1e-\d|[01.]+", one)]
    assert near[2:] == ["1e-9", "1e-8", "1e-7", "1e-6", "1e-5", "1e-4", "0.001", "0.01", "0.1", "1"]  # after the epochs


def test_crosses_stand_in_rings_where_predicted_is_wanted():
    chart = predicted_and_wanted([[0.0, 0.75, 1.0]], [0.0, 0.5, 1.0])
    # The field is 204 pixels high; what is drawn takes 10 of 12 parts of it, so 0.25 takes 42.5 pixels.
    rings, crosses = marks(chart, RING)[:-1], marks(chart, CROSS)[:-1]
    assert [x for x, _ in rings] == [x for x, _ in crosses]
    assert [ring[1] - cross[1] for ring, cross in zip(rings, crosses, strict=True)] == [0, 425, 0]
    assert rings[0][1] - rings[2][1] == 1700
    assert chart.text == (
        "Predicted 0, wanted 0. Predicted 0.75, wanted 0.5. Predicted 1, wanted 1. Farthest apart: 0.25."
    )


def test_a_bar_is_as_high_as_its_gate_is_open():
    chart = gates_over_time(traced([[[1, 0.25], [0, 0.5]]]))
    (left, top, whole), (right, _, nothing), (under, quarter, low), (_, _, half) = bars(chart, "input")
    # 22 pixels from 0 to 1; the second timestep is half a panel of 236 further right, the second unit 26 down.
    assert (whole, nothing, low, half) == (220, 0, 55, 110)
    assert (right - left, under - left) == (1180, 0)
    assert (quarter + low) - (top + whole) == 260
    assert "0 to 1" in words(chart)


def test_a_bar_goes_down_below_zero_and_no_number_is_cut():
    chart = gates_over_time(traced([[[1], [-0.5], [0]]]))
    (_, top, up), (_, zero, down), _ = bars(chart, "input")
    assert (up, down, top + up) == (110, 55, zero)
    assert "-1 to 1" in words(chart)
    further = gates_over_time(traced([[[4], [1]]]))
    assert [height for _, _, height in bars(further, "input")] == [220, 55]
    assert "0 to 4" in words(further)


def test_each_number_stands_beside_its_bar_where_there_is_room():
    chart = gates_over_time(traced([[[1, 0.125], [-1, 0.5]], [[0, 0], [0, 0]]]))
    assert [words(chart).count(one) for one in ("1", "-1", "0.12", "0.5")] == [3, 1, 1, 1]  # unit 1 and timestep 1, too
    assert chart.text == "Gates over 2 timesteps, the mean of 2 units. input: 0.56, -0.25."
    assert gates_over_time(traced([[[1]], [[0.25]]]), sample=1).text.endswith("input: 0.25.")


def test_a_large_chart_is_cut_and_its_words_count_the_rest():
    chart = CHARTS["many gates"]()
    assert "70 timesteps, the mean of 20 units" in chart.text
    assert chart.text.count("and 58 more") == 3
    assert [len(bars(chart, gate)) for gate in ("update", "reset")] == [40 * 12, 40 * 12]
    assert words(chart)[-1].endswith("; drawn: 40 of 70 timesteps, 12 of 20 units")
    assert "drawn" not in words(CHARTS["gates"]())[-1]
    assert len(chart._repr_html_()) < 400_000


def test_all_gates_of_a_layer_are_there_in_its_order():
    named = [one for one in words(gates_over_time(traced_layer(LSTM(1), 1))) if "  " in one]
    assert named == [f"{gate_letter(gate)}  {gate_word(gate)}" for gate in ("input", "forget", "cell", "output")]


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda: loss_curve([]), "expected at least one number"),
        (lambda: loss_curve({}), "expected at least one number"),
        (lambda: loss_curve({"a": [1.0], "b": []}), "expected at least one number"),
        (lambda: loss_curve([1.0, -0.5]), "-0.5 in epoch 2; expected a number from 0 on"),
        (lambda: loss_curve({"a": [float("nan")]}), r"losses\['a'\]: nan in epoch 1"),
        (lambda: loss_curve([float("inf")]), "inf in epoch 1"),
        (lambda: predicted_and_wanted([1, 2], [1]), "predicted holds 2 numbers and wanted 1"),
        (lambda: predicted_and_wanted([], []), "expected as many, and some"),
        (lambda: predicted_and_wanted([float("nan")], [1.0]), "expected finite numbers"),
        (lambda: gates_over_time(traced([[[1], [float("nan")]]])), "gate 'input' of sample 0 holds nan"),
        (lambda: gates_over_time(traced([[[1]]]), sample=1), "sample=1: expected a whole number from 0 to 0"),
    ],
)
def test_what_cannot_be_drawn_is_refused(call, complaint):
    with pytest.raises(ValueError, match=complaint):
        call()


@pytest.mark.parametrize("losses", [[0.0], [0.0, 0.0], [1.0], [1e30], [1e-300], [5, 5, 5]])
def test_losses_at_the_edge_can_be_drawn(losses):
    assert "Loss by epoch." in loss_curve(losses).text


def test_numbers_for_people_have_no_sign_of_zero_and_no_noughts_at_the_end():
    assert [number(one) for one in (-0.0, 1, 100.0, 0.1234, -0.5)] == ["0", "1", "100", "0.123", "-0.5"]
