"""What stands as the last line of a cell shows itself: tables and pictures, safe, and with plain text beside it."""

import base64
import pickle
import re
import subprocess
import sys
from xml.etree import ElementTree

import numpy as np
import pytest

from lstmlesson import (
    LSTM,
    BatchNormalization,
    Bidirectional,
    Dense,
    Dropout,
    Input,
    Sequential,
    diagnose,
    inverse,
    pytorch,
    show,
)
from lstmlesson.law.drawn import Drawn
from lstmlesson.ledger import costs
from lstmlesson.symbolic import T, f, u


def pictures(html):
    """The SVG texts of the images of a form."""
    return [base64.b64decode(data).decode() for data in re.findall(r"data:image/svg\+xml;base64,([^\"]+)", html)]


def ghosts(svg):
    """How many blocks are missing."""
    return len(re.findall(r'<rect[^>]*fill="none"[^>]*stroke-dasharray', svg))


def rects(svg):
    """The rectangles of a picture as x, y, width and height, and with what they are filled."""
    found = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}rect")
    return [(*(int(one.get(side)) for side in ("x", "y", "width", "height")), one.get("fill")) for one in found]


def seen(html):
    """The text of a form, without its markup."""
    return re.sub(r"<[^>]+>", "\n", html)


# ---- A diagnosis ---------------------------------------------------------------------------------------------------


def test_a_wrong_number_shows_which_mistake_the_hint_and_the_two_lists():
    html = diagnose(LSTM(2), (None, 3), 12)._repr_html_()  # 3·2 + 2·2 + 2
    assert "one gate only" in html
    assert "Ask yourself: How many gates" in html
    wrong, right = pictures(html)
    assert "3·2 + 2·2 + 2<" in html
    # Missing are three gates of three weights.
    assert (ghosts(wrong), ghosts(right)) == (9, 0)


def test_the_wrong_and_the_right_list_have_one_scale_and_begin_at_one_place():
    html = diagnose(Dense(650), (400, 5), 1_300_650)._repr_html_()  # 2,000·650 + 650: flattened before
    wrong, right = pictures(html)
    kernels = [max(rects(one), key=lambda rect: rect[2]) for one in (wrong, right)]
    assert kernels[0][:1] + kernels[0][2:3] == kernels[1][:1] + kernels[1][2:3]  # as wide, and at the same place
    heights = [sorted({rect[3] for rect in rects(one)})[-1] for one in (wrong, right)]
    assert heights[0] == 400 * heights[1]  # 2,000 rows against 5


def test_a_mistake_in_one_layer_of_a_model_is_drawn_with_the_other_layers():
    model = Sequential([Input((5, 3)), LSTM(2, return_sequences=True), LSTM(4)])
    html = diagnose(model, None, 48 + 96)._repr_html_()  # 4(2·4 + 4·4) = 96: the second without its bias
    assert "bias forgotten in lstm_1" in html
    assert all("lstm/kernel" in picture and "lstm_1/kernel" in picture for picture in pictures(html))


def test_a_right_number_and_one_that_nobody_explains_have_no_picture():
    told = [diagnose(LSTM(2), (None, 3), number)._repr_html_() for number in (48, 1000)]
    assert [pictures(html) for html in told] == [[], []]
    assert seen(told[0]).split() == ["48", "is", "right."]


def test_what_was_typed_is_escaped_and_its_plain_text_stays():
    told = diagnose(LSTM(2), (None, 3), "<script>alert(1)</script>")
    assert "<script" not in told._repr_html_()
    assert repr(diagnose(LSTM(2), (None, 3), 12)) == "12 is not the count: one gate only"


# ---- Models, layers, lists of records, ledgers -----------------------------------------------------------------------


def cells(html):
    """The cells of the tables of a form, line by line."""
    lines = re.findall(r"<tr>.*?</tr>", html)
    return [[re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][ >].*?</t[hd]>", one)] for one in lines]


STACK = Sequential([Input((100, 6)), LSTM(64, return_sequences=True), Dropout(0.5), LSTM(2)])


def test_a_model_is_its_rows_with_the_arithmetic_and_the_blocks():
    html = STACK._repr_html_()
    assert cells(html)[1:] == [
        ["lstm (LSTM)", "(None, 100, 64)", "18,176", "4(6·64 + 64·64 + 64) = 18,176"],
        ["dropout (Dropout)", "(None, 100, 64)", "0", ""],
        ["lstm_1 (LSTM)", "(None, 2)", "536", "4(64·2 + 2·2 + 2) = 536"],
    ]
    assert "18,712 parameters" in html  # 18,176 + 536
    assert len(pictures(html)) == 2
    assert cells(STACK.rows()._repr_html_()) == cells(html)


def test_weights_are_a_table_with_a_total_and_their_picture():
    html = LSTM(10).weights((None, 30))._repr_html_()
    assert cells(html)[1:] == [
        ["kernel", "(30, 10)", "4: i f g o", "1,200"],
        ["recurrent_kernel", "(10, 10)", "4: i f g o", "400"],
        ["bias", "(10,)", "4: i f g o", "40"],
        ["total", "", "", "1,640"],
    ]
    assert len(pictures(html)) == 1


def test_what_training_leaves_alone_is_said_of_each_weight():
    names = [line[0] for line in cells(BatchNormalization().weights((10,))._repr_html_())]
    assert names[3:5] == ["moving_mean (not trained)", "moving_variance (not trained)"]


def test_arrays_are_shown_as_each_framework_stores_them():
    assert cells(LSTM(2).arrays((None, 3))._repr_html_())[1] == ["kernel", "(3, 8)"]
    assert cells(pytorch.LSTM(3, 2).arrays()._repr_html_())[1] == ["weight_ih_l0", "(8, 3)"]


def test_both_directions_of_a_layer_are_told_apart():
    names = [line[0] for line in cells(Bidirectional(LSTM(2)).weights((None, 3))._repr_html_())]
    assert (names[1], names[4]) == ("forward/kernel", "backward/kernel")


def test_a_module_of_pytorch_knows_its_input_and_has_no_output_shape():
    html = pytorch.LSTM(3, 2)._repr_html_()
    assert cells(html) == [["Layer", "Param #", "Arithmetic"], ["LSTM", "56", "4(2·3 + 2·2 + 2 + 2) = 56"]]
    assert len(pictures(html)) == 1


def test_a_ledger_is_a_table_and_what_is_open_has_a_question_mark():
    lines = cells(costs(LSTM(2), (None, 3))._repr_html_())
    assert lines[1][:2] == ["parameters, stored once", "48"]
    assert lines[4][:2] == ["what training keeps", "?"]
    assert lines[5][:2] == ["multiply-adds", "?"]
    assert "4·f·u" in costs(LSTM(u), (T, f))._repr_html_()


def test_the_readings_of_a_count_are_a_table():
    lines = cells(inverse.readings(380, units=5)._repr_html_())
    assert lines[0] == ["layer", "input features", "note"]
    assert ["LSTM(5)", "13", "Keras, with bias"] in lines  # 4(13·5 + 5·5 + 5)


def test_a_layer_is_drawn_when_it_has_seen_its_input_and_not_before():
    layer = LSTM(2)
    assert layer._repr_html_() is None
    Sequential([Input((None, 3)), layer])
    assert cells(layer._repr_html_())[-1] == ["total", "", "", "48"]


@pytest.mark.parametrize("thing", [Sequential([LSTM(2)]), Dropout(0.5).weights((3,))], ids=["unbuilt", "empty"])
def test_what_has_no_numbers_yet_is_shown_as_text(thing):
    assert thing._repr_html_() is None


def test_letters_and_arrays_of_sizes_are_shown_as_they_are():
    assert cells(LSTM(u).weights((T, f))._repr_html_())[1][:2] == ["kernel", "f, u"]
    assert "array([2, 3])" in LSTM(np.array([2, 3])).weights((None, 3))._repr_html_()


def test_a_list_of_records_is_a_list_like_any_other():
    weights = LSTM(2).weights((None, 3))
    assert isinstance(weights, list)
    assert weights == list(weights)
    assert repr(weights) == repr(list(weights))
    assert pickle.loads(pickle.dumps(weights)) == weights


def test_a_name_that_was_given_is_escaped():
    model = Sequential([Input((3,)), Dense(2, name="<script>")], name="<b>")
    assert not re.search("<script|<b>", model._repr_html_())


# ---- Values shown by hand -----------------------------------------------------------------------------------------


def test_tuples_are_a_table_under_a_header_and_their_text_stays():
    shown = show([("<units>", 1640)], header=("size", "how many"))
    assert cells(shown._repr_html_()) == [["size", "how many"], ["&lt;units&gt;", "1,640"]]
    assert repr(shown) == "[('<units>', 1640)]"


def test_a_long_text_wraps_between_words():
    assert show("a long error")._repr_html_() == '<div style="overflow-wrap: break-word">a long error</div>'
    assert repr(show("a long error")) == "a long error"


# ---- How it is asked -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "thing",
    [diagnose(LSTM(2), (None, 3), 12), STACK, STACK.rows(), LSTM(2).weights((None, 3)), costs(LSTM(2), (10, 3))],
    ids=["diagnosis", "model", "rows", "weights", "ledger"],
)
def test_no_form_has_inline_pictures_scripts_or_holes(thing):
    html = thing._repr_html_()
    assert not re.search("<svg|<script|[\ue000-\uf8ff]", html)


def test_what_nobody_draws_is_shown_as_text():
    assert Drawn()._repr_html_() is None


def test_a_form_needs_no_ipython():
    program = (
        "import sys; sys.modules.update(IPython=None, numpy=None, sympy=None, ipywidgets=None)\n"
        "from lstmlesson import LSTM, diagnose\n"
        "print('one gate only' in diagnose(LSTM(2), (None, 3), 12)._repr_html_())"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout == "True\n"


def test_pytorch_is_drawn_with_its_gates_below_each_other():
    html = diagnose(pytorch.LSTM(5, 2), None, 64)._repr_html_()  # 4(2·5 + 2·2 + 2): one bias instead of two
    wrong, right = pictures(html)
    assert "bias_hh_l0 (8,), missing" in seen(wrong).replace("\n", "")
    assert "missing" not in right
