"""What stands as the last line of a cell shows itself: tables and pictures, safe, and with plain text beside it."""

import base64
import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from lstmlesson import LSTM, Dense, Input, Sequential, diagnose, pytorch
from lstmlesson.law.drawn import Drawn


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


# ---- How it is asked -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("thing", [diagnose(LSTM(2), (None, 3), 12)], ids=["diagnosis"])
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
