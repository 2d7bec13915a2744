"""Charts: marks stand where the numbers say, words say them too, and the same numbers give the same text."""

import logging
import os
import re
import subprocess
import sys
from types import SimpleNamespace
from xml.etree import ElementTree

import matplotlib
import numpy as np
import pytest

from lstmlesson import GRU, LSTM
from lstmlesson.numeric import initialise, trace
from lstmlesson.views.charts import LINES, LOWEST_LOSS, MOST_POINTS, gates_over_time, loss_curve, predicted_and_wanted
from lstmlesson.views.heat_map import SCALE
from lstmlesson.views.sheet import number

SVG, NASTY = "{http://www.w3.org/2000/svg}", '<b> & "quotes" $x_1$ \''
LOSSES = [10.0**-power for power in range(5)]


def points(chart, colour):
    """The corners of the first line of a colour, as (x, y) from the left and from the top."""
    for path in ElementTree.fromstring(chart.svg).iter(f"{SVG}path"):
        if f"stroke: {colour}" in path.get("style", "") and path.get("d").count("L") > 1:
            numbers = [float(one) for one in re.findall(r"-?[\d.]+", path.get("d"))]
            return list(zip(numbers[::2], numbers[1::2], strict=True))
    raise AssertionError(f"no line of {colour}")


def marks(chart, colour):
    """The middles of the marks of a colour that are not those of the legend."""
    used = ElementTree.fromstring(chart.svg).iter(f"{SVG}use")
    return [(float(one.get("x")), float(one.get("y"))) for one in used if f"stroke: {colour}" in one.get("style", "")]


def squares(chart):
    """The colours of all squares of a heat map, as red, green and blue up to 255."""
    fills = re.findall(r'style="fill: #(\w{6}); stroke: #ffffff', chart.svg)
    return [tuple(bytes.fromhex(fill)) for fill in fills]


def words(chart):
    return [text.text for text in ElementTree.fromstring(chart.svg).iter(f"{SVG}text")]


def traced(values):
    """What a trace would hold for one gate, (batch, timesteps, units)."""
    return SimpleNamespace(gates={"input": np.array(values, float)})


CHARTS = {
    "loss": lambda: loss_curve({"one": LOSSES, "two": LOSSES[::-1]}),
    "one loss": lambda: loss_curve([0.5]),
    "predicted": lambda: predicted_and_wanted([[0.1, 0.2]], [[0.0, 0.2]]),
    "gates": lambda: gates_over_time(traced([[[0.5, -1], [0, 1]]])),
    "many gates": lambda: gates_over_time(
        trace(GRU(20), initialise(GRU(20), (None, 2), 0, "float64"), np.ones((2, 70, 2))), sample=1
    ),
}
every_chart = pytest.mark.parametrize("chart", [make() for make in CHARTS.values()], ids=CHARTS)


@every_chart
def test_a_chart_is_an_image_with_its_figures_in_words_on_its_own_paper(chart):
    picture = ElementTree.fromstring(chart.svg)
    assert (picture.get("role"), picture.get("aria-label")) == ("img", chart.text)
    assert repr(chart) == chart.text
    assert len(re.findall(r"\d", chart.text)) > 1
    paper = next(picture.iter(f"{SVG}path"))
    assert "fill: #ffffff" in paper.get("style")
    html = chart._repr_html_()
    assert html.startswith('<img alt="')
    assert "<svg" not in html


@every_chart
def test_words_stand_inside_the_paper(chart):
    picture = ElementTree.fromstring(chart.svg)
    width, height = map(int, picture.get("viewBox").split()[2:])
    for text in picture.iter(f"{SVG}text"):
        assert 0 < float(text.get("x")) < width
        assert 8 < float(text.get("y")) < height


def test_each_tenth_of_a_loss_is_one_line_further_down():
    downs = [y for _, y in points(loss_curve(LOSSES), LINES[0][0])]
    steps = np.diff(downs)
    assert np.allclose(steps, steps[0], atol=0.15)
    assert steps[0] > 10
    # The same check objects to losses that do not fall by tenths.
    others = np.diff([y for _, y in points(loss_curve([1, 0.5, 0.1, 0.01]), LINES[0][0])])
    assert not np.allclose(others, others[0], atol=0.15)


def test_epochs_are_as_far_apart_as_their_numbers_and_long_curves_keep_both_ends():
    chart = loss_curve(np.linspace(1, 0.1, 4 * MOST_POINTS))
    across = [x for x, _ in points(chart, LINES[0][0])]
    assert len(across) == MOST_POINTS
    assert np.allclose(np.diff(across), (across[-1] - across[0]) / (MOST_POINTS - 1), atol=0.11)
    assert chart.text == "Loss by epoch. 1 in epoch 1, 0.1 in epoch 800."


def test_each_curve_has_its_dashes_its_name_and_where_it_ended():
    chart = loss_curve({NASTY: LOSSES, "below": [1, 1e-12]})
    assert {NASTY, "below", "0.0001", "below 1e-09"} <= set(words(chart))
    assert "stroke-dasharray" in chart.svg
    assert f"{NASTY}: 1 in epoch 1, 0.0001 in epoch 5." in chart.text
    assert "below: 1 in epoch 1, below 1e-09 in epoch 2." in chart.text
    assert "<b>" not in chart._repr_html_()
    assert LOWEST_LOSS == 1e-9


def test_crosses_stand_in_rings_where_predicted_is_wanted():
    wanted = [0.0, 0.5, 1.0]
    chart = predicted_and_wanted([[0.0, 0.75, 1.0]], wanted)
    crosses, rings = marks(chart, LINES[1][0])[:3], marks(chart, "#1a1a1a")
    rings = [one for one in rings if one[0] in [x for x, _ in crosses]][:3]
    downs = [ring[1] - cross[1] for ring, cross in zip(rings, crosses, strict=True)]
    assert downs[0] == downs[2] == 0
    assert downs[1] == pytest.approx((rings[0][1] - rings[2][1]) / 4, abs=0.15)  # 0.25 of what 1 is high
    assert chart.text == (
        "Predicted 0, wanted 0. Predicted 0.75, wanted 0.5. Predicted 1, wanted 1. Farthest apart: 0.25."
    )


def test_squares_have_the_colour_and_the_number_of_their_gate_at_each_timestep():
    chart = gates_over_time(traced([[[1, 0], [-1, 0.5]], [[0, 0], [0, 0]]]))
    low, middle, high = (tuple(round(255 * part) for part in colour) for colour in SCALE)
    first, second, third, fourth = squares(chart)[:4]  # unit 1 at both timesteps, then unit 2
    for found, colour in ((first, high), (second, low), (third, middle)):
        assert np.allclose(found, colour, atol=2)
    assert np.allclose(fourth, np.mean([middle, high], axis=0), atol=3)
    said = words(chart)
    assert [said.count(one) for one in ("-1", "0.5", "0")] == [2, 2, 2]  # in a square, and in the legend
    assert chart.text == "Gates over 2 timesteps, the mean of 2 units. input: 0.5, -0.25."
    assert gates_over_time(traced([[[1]], [[0.25]]]), sample=1).text.endswith("input: 0.25.")


def test_a_large_map_is_cut_and_its_words_count_the_rest():
    chart = CHARTS["many gates"]()
    assert "70 timesteps, the mean of 20 units" in chart.text
    assert chart.text.count("and 58 more") == 3
    assert len(chart._repr_html_()) < 400_000


def test_all_gates_of_a_layer_are_there_in_its_order():
    chart = gates_over_time(trace(LSTM(1), initialise(LSTM(1), (None, 1), 0, "float64"), np.ones((1, 1, 1))))
    assert [one for one in words(chart) if "  " in one] == ["i  input", "f  forget", "c  cell", "o  output"]


PROGRAM = """
import sys
from lstmlesson.views.charts import loss_curve, predicted_and_wanted
assert not [name for name in sys.modules if name.startswith("matplotlib")]
print(loss_curve({"one": [0.3, 0.02, 1e-5]}).svg, predicted_and_wanted([0.123, 1], [0, 1]).svg)
assert "matplotlib.pyplot" not in sys.modules
"""


@pytest.mark.slow
def test_the_same_numbers_give_the_same_text_whatever_matplotlib_is_set_to(tmp_path):
    (tmp_path / "matplotlibrc").write_text(
        "font.size: 30\naxes.grid: True\nsvg.fonttype: path\nfigure.facecolor: black"
    )
    here = loss_curve({"one": [0.3, 0.02, 1e-5]}).svg, predicted_and_wanted([0.123, 1], [0, 1]).svg
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "MATPLOTLIBRC": str(tmp_path)}
        told = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, env=env, check=True)
        assert (told.stdout, told.stderr) == (f"{here[0]} {here[1]}\n", "")


def test_a_chart_leaves_the_readers_matplotlib_alone():
    log = logging.getLogger("matplotlib")
    before = dict(matplotlib.rcParams), log.level
    loss_curve(LOSSES)
    assert (dict(matplotlib.rcParams), log.level) == before


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
