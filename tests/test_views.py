"""Pictures and tables as text: to scale, lettered, right for a mistake too, the same for numbers and for letters."""

import re
from xml.etree import ElementTree

import pytest

from lstmlesson import GRU, LSTM, Dense, Flatten, Input, Sequential, TimeDistributed, pytorch
from lstmlesson.law.polynomials import letter
from lstmlesson.law.weights import Weight
from lstmlesson.ledger import costs
from lstmlesson.views.document import fill
from lstmlesson.views.formula import html, in_letters, in_numbers, weights_table
from lstmlesson.views.ledger import entries_table
from lstmlesson.views.pictures.blocks.block_picture import blocks
from lstmlesson.views.pictures.blocks.stored_block import read_by, still_read_by
from lstmlesson.views.pictures.cell_diagram import PLACES, cell, lit
from lstmlesson.views.pictures.drawing import COLOURS, gate_colour
from lstmlesson.views.roles import ROLES
from lstmlesson.views.summary_table import summary

SVG = "{http://www.w3.org/2000/svg}"
LETTERS = {
    "f": letter("f", 1, 9),
    "u": letter("u", 1, 9),
    "steps": letter("steps", 1, 20),
    "batch": letter("batch", 1, 9),
}


def rects(svg):
    """The rectangles of a picture as (fill, x, y, width, height)."""
    found = ElementTree.fromstring(svg).iter(f"{SVG}rect")
    return [(one.get("fill"), *(int(one.get(part)) for part in ("x", "y", "width", "height"))) for one in found]


def drawn(svg, gates=COLOURS, legend=True):
    """The blocks of gates, without the swatches of the legend, which come last."""
    colours = [gate_colour(gate) for gate in gates]
    blocks = [one for one in rects(svg) if one[0] in colours]
    return blocks if not legend else blocks[: -len({one[0] for one in blocks})]


@pytest.mark.parametrize(("features", "units"), [(1, 1), (3, 2), (2, 5), (13, 4), (6, 64)])
@pytest.mark.parametrize("framework", ["Keras", "PyTorch"])
def test_the_area_of_the_blocks_is_the_count(features, units, framework):
    layer = LSTM(units) if framework == "Keras" else pytorch.LSTM(features, units)
    weights = layer.weights((None, features) if framework == "Keras" else None)
    squares = drawn(blocks(weights, layer.gate_axis))
    area = sum(width * height for _, _, _, width, height in squares)
    unit = min(width for _, _, _, width, _ in squares) // (units if framework == "Keras" else 1)
    by_hand = 4 * (features * units + units * units + units * (1 if framework == "Keras" else 2))
    assert area == by_hand * unit**2


def test_gates_run_across_in_keras_and_down_in_pytorch_in_the_order_of_each():
    across = drawn(blocks(LSTM(2).weights((None, 3))))[:4]
    assert [one[0] for one in across] == [COLOURS[gate] for gate in ("input", "forget", "cell", "output")]
    assert len({y for _, _, y, _, _ in across}) == 1
    assert [x for _, x, _, _, _ in across] == sorted({x for _, x, _, _, _ in across})
    down = drawn(blocks(pytorch.LSTM(3, 2).weights(), 0))[:4]
    assert len({x for _, x, _, _, _ in down}) == 1
    assert [y for _, _, y, _, _ in down] == sorted({y for _, _, y, _, _ in down})
    names = re.search('aria-label="(.*?)"', blocks(pytorch.LSTM(3, 2).weights(), 0))[1]
    assert "weight_ih_l0 (8, 3), input, forget, proposal, output" in names


def test_a_missing_block_is_a_ghost_and_a_surplus_block_is_hatched():
    right = LSTM(2).weights((None, 3))
    for wrong, ghosts, hatches in (
        (right, 0, 0),
        (right[:2], 4, 0),
        ([*right, right[2]], 0, 4),
        ([right[0]._replace(gates=("cell",)), *right[1:]], 3, 0),
        ([Weight("peephole", (2,), ("input", "forget", "output")), *right], 0, 3),
        (LSTM(3).weights((None, 2)), 12, 0),  # the blocks are there, each in the frame of what it should be
    ):
        picture = blocks(wrong, right=right)
        assert picture.count('stroke-dasharray="4 3"') == ghosts
        assert picture.count('stroke-dasharray="2 4"') == hatches
    assert "bias (8,), input, forget, proposal, output, missing" in blocks(right[:2], right=right)
    assert "surplus" in blocks([*right, right[2]], right=right)


def test_foreign_names_are_escaped_in_pictures_and_tables():
    weights = [Weight('<b>"&', (3, 2), ("<i>", "b & c"))]
    for text in (blocks(weights), weights_table(weights)):
        assert "<b>" not in text
        assert "<i>" not in text
        assert "&lt;b&gt;&quot;&amp;" in text
    ElementTree.fromstring(blocks(weights))


def contrast(first, second):
    """The contrast of two colours as WCAG 2.2 defines it."""
    lights = []
    for colour in (first, second):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        lights.append(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
    return max(lights) / min(lights)


@pytest.mark.parametrize("gate", [*COLOURS, "the only block"])
def test_letters_can_be_read_on_the_colour_of_their_gate(gate):
    role = ROLES[re.fullmatch(r"var\(--lm-(.*)\)", gate_colour(gate))[1]]
    assert contrast(ROLES["on"].light, role.light) > 4.5
    assert contrast(ROLES["on"].dark, role.dark) > 4.5


def test_gates_of_one_layer_have_colours_and_letters_of_their_own():
    for layer in (LSTM(2), GRU(2)):
        gates = layer.weights((None, 3))[0].gates
        assert len({gate_colour(gate) for gate in gates}) == len(gates)


@pytest.mark.parametrize("gate", PLACES)
def test_the_gate_in_hand_alone_is_lit(gate):
    picture = cell(lit(gate))
    boxes = [one for one in ElementTree.fromstring(picture).iter(f"{SVG}rect") if one.get("fill-opacity")]
    assert [one.get("fill-opacity") for one in boxes].count("100%") == 1
    assert next(one.get("fill") for one in boxes if one.get("fill-opacity") == "100%") == gate_colour(gate)
    assert cell().count('fill-opacity="100%"') == len(PLACES)


@pytest.mark.parametrize("timesteps", [1, 2, 13, 14, 15, 400])
def test_the_stored_block_is_drawn_once_with_a_line_for_each_of_fourteen_steps_at_most(timesteps):
    weights = LSTM(2).weights((timesteps, 3))
    picture = still_read_by(weights, timesteps)
    assert len(drawn(picture, ("input", "forget", "cell", "output"), legend=False)) == 12
    assert len(re.findall(r'd="M \d+ \d+ C', picture)) == min(timesteps, 14)
    assert (f"and {timesteps - 14} more" in picture) == (timesteps > 14)
    live = read_by(weights, timesteps, 0)
    assert live.count('class="lm-block') == 12
    assert live.count("<path") == live.count("<sub>") == min(timesteps, 14)
    assert (f"and {timesteps - 14} more" in live) == (timesteps > 14)


@pytest.mark.parametrize("sizes", [{"f": 3, "u": 2, "steps": 5, "batch": 1}, {"f": 9, "u": 7, "steps": 20, "batch": 4}])
@pytest.mark.parametrize(
    "view",
    [
        lambda f, u, steps, batch: weights_table(LSTM(u).weights((steps, f))),
        lambda f, u, steps, batch: in_numbers(LSTM(u).weights((steps, f))),
        lambda f, u, steps, batch: read_by(LSTM(u).weights((steps, f)), steps, batch).partition("</div>")[2],
        lambda f, u, steps, batch: entries_table(list(costs(LSTM(u), (steps, f), batch).values())[:4]),
        lambda f, u, steps, batch: summary(
            Sequential(
                [Input((steps, f)), LSTM(u, return_sequences=True), TimeDistributed(Dense(f)), Flatten(), Dense(1)]
            )
        ),
    ],
)
def test_a_view_of_letters_filled_in_is_the_view_of_numbers(view, sizes):
    assert fill(view(**LETTERS), sizes) == view(**sizes)


def test_formulas_have_letters_in_italics_and_powers_raised():
    assert html("4·u^2 + T") == "4·<i>u</i><sup>2</sup> + <i>T</i>"
    assert in_letters(LSTM(LETTERS["u"]).weights((None, LETTERS["f"]))) == (
        "4(<i>f</i>·<i>u</i> + <i>u</i>·<i>u</i> + <i>u</i>)"
    )


def test_the_summary_has_the_rows_that_keras_prints():
    model = Sequential([Input((100, 6)), LSTM(64, return_sequences=True), LSTM(64), Dense(64), Dense(6)])
    text = re.sub(r"<[^>]*>", "|", summary(model))
    for cells in (
        "lstm (LSTM)",
        "(None, 100, 64)",
        "18,176",
        "4(6·64 + 64·64 + 64)",
        "33,024",
        "4,160",
        "390",
        "55,750",
    ):
        assert f"|{cells}|" in text
