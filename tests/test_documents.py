"""Documents with holes: Python fills them exactly, live.js finds the same numbers, and foreign text stays text."""

import base64
import copy
import re

import live
import pytest

from lstmlesson.law.polynomials import HOLE_START, from_data, letter
from lstmlesson.views.document import by_sign, escape, fill, numbered, repeat, when
from lstmlesson.views.document.standing_still import static

u, f = letter("u", 0, 9), letter("f", 0, 9)
NASTY = """<script>alert(1)</script> & "quotes" 'single' </script> <!--end--> \ue000d0\ue001"""


def test_a_hole_is_filled_as_python_writes_the_number():
    text = f'<b style="width: {1000 * u:d}px">{1000 * u * f:,}</b>'
    assert fill(text, {"u": 2, "f": 3}) == '<b style="width: 2000px">6,000</b>'


@pytest.mark.parametrize("number", range(10))
def test_what_is_shown_hangs_on_the_sign(number):
    text = when(u - 4, "more", "not more") + "|" + by_sign(u - 4, "above", "zero", "below")
    expected = ("more|above", "not more|zero", "not more|below")[0 if number > 4 else 1 if number == 4 else 2]
    assert fill(text, {"u": number}) == expected


@pytest.mark.parametrize(("number", "other"), [(number, other) for number in range(5) for other in range(5)])
def test_parts_inside_parts_are_shown_only_together(number, other):
    text = when(u - 1, f"[{when(f - 2, 'in')}{u:d}]", when(f - 3, "else"))
    inside = f"[{'in' if other > 2 else ''}{number}]" if number > 1 else "else" if other > 3 else ""
    assert fill(text, {"u": number, "f": other}) == inside


@pytest.mark.parametrize("number", range(10))
def test_a_repeated_part_stops_at_its_greatest_number_and_says_so(number):
    text = repeat(u, 4, lambda index: f"{index};", f"and {u - 4:,} more")
    expected = "".join(f"{index};" for index in range(min(number, 4))) + (
        f"and {number - 4} more" if number > 4 else ""
    )
    assert fill(text, {"u": number}) == expected


def test_a_document_of_numbers_is_the_filled_document_of_letters():
    def document(size):
        return when(size - 2, f"<i>{size * 500:,}</i>", "few") + repeat(size, 3, lambda index: str(index), "…")

    for number in range(10):
        assert document(number) == fill(document(u), {"u": number})


def test_one_polynomial_travels_once():
    text, polynomials = numbered(f"{u * f:,} {u * f:d} {u:,}" + when(u, "x"), {**u.limits, **f.limits})
    assert polynomials == [[[1, "u"]], [[1, "f", "u"]]]
    assert text.count(HOLE_START) == 3


def test_counts_that_a_page_cannot_hold_are_refused():
    large = letter("u", 1, 2**26)
    numbered(f"{2 * large * large:,}", large.limits)
    with pytest.raises(ValueError, match=r"2\^53 .* expected lower limits"):
        numbered(f"{2 * large * large + 1:,}", large.limits)
    # What cancels in the end may still pass 2^53 on the way.
    with pytest.raises(ValueError, match=r"u up to 67,108,864"):
        numbered(f"{2 * large * large - 2 * large * large * letter('b', 0, 1):,}", {**large.limits, "b": (0, 2)})
    with pytest.raises(ValueError, match="letters f"):
        numbered(f"{f:,}", u.limits)


def test_foreign_text_is_shown_as_it_is():
    text = f"<p>{escape(NASTY)}</p>"
    assert "<script" not in text
    assert HOLE_START not in text
    assert "<!--" not in text
    assert fill(text, {}) == text
    assert numbered(text, {}) == (text, [])


def test_a_picture_becomes_an_image_with_its_words():
    html = static('<p>a</p><svg role="img" aria-label="2 &lt; 3"><rect/></svg><p>b</p>')
    image = re.search(r'<img alt="2 &lt; 3" src="data:image/svg\+xml;base64,(.*?)"', html)
    svg = base64.b64decode(image[1]).decode()
    assert re.sub("<style>.*?</style>", "", svg) == '<svg role="img" aria-label="2 &lt; 3"><rect/></svg>'
    assert "light-dark(#fdfdfb, #15171b)" in svg  # its paper, light or dark as the place is
    assert "<svg" not in html
    assert html.startswith("<p>a</p>")
    assert html.endswith("<p>b</p>")


# ---- Against the page's own module -------------------------------------------------------------------------------

CONTROLS = [
    {"name": "units", "letters": ["u"], "options": None},
    {"name": "features", "letters": ["f"], "options": None},
]


def settings():
    return [{"units": first, "features": second} for first in range(10) for second in range(10)]


def polynomials():
    return [one.data() for one in (4 * (u * f + u * u + u), u - f, 0 * u, 7 + 0 * u, -3 * u * u * u * f)]


def in_python(many):
    limits = {**u.limits, **f.limits}
    return [[from_data(one, limits)(u=s["units"], f=s["features"]) for one in many] for s in settings()]


@live.needs_node
def test_live_js_finds_the_value_that_python_finds():
    assert live.evaluated(polynomials(), CONTROLS, settings()) == in_python(polynomials())


@live.needs_node
def test_a_changed_polynomial_is_noticed():
    for place, changed in ((0, 5), (1, "f"), (2, "f")):
        mutated = copy.deepcopy(polynomials())
        mutated[0][1][place] = changed
        assert live.evaluated(mutated, CONTROLS, settings()) != in_python(polynomials())


@live.needs_node
def test_live_js_is_exact_up_to_its_limit():
    large = [[[1, "u", "u", "u"], [-1]]]
    most = {"units": 208063, "features": 1}  # the largest whole number whose cube is below 2^53
    assert live.evaluated(large, CONTROLS, [most]) == [[208063**3 - 1]]
    assert 208063**3 < 2**53 < 208064**3


@live.needs_node
def test_live_js_reads_every_kind_of_control():
    controls = [
        {"name": "bias", "letters": ["b"], "options": None},
        {"name": "kind", "letters": ["k0", "k1"], "options": ["LSTM", "GRU"]},
        {"name": "guess", "letters": ["g", "has"], "options": None},
    ]
    asked = [[[1, letter]] for letter in ("b", "k0", "k1", "g", "has")]
    given = [
        {"bias": True, "kind": "GRU", "guess": None},
        {"bias": False, "kind": "LSTM", "guess": 0},
        {"bias": False, "kind": "LSTM", "guess": -1},
    ]
    assert live.evaluated(asked, controls, given) == [[1, 0, 1, 0, 0], [0, 1, 0, 0, 1], [0, 1, 0, -1, 1]]
