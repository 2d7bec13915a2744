"""Every explorer: its numbers against layers counted anew, its page's numbers against Python's, its static form."""

import ast
import base64
import inspect
import re
from xml.etree import ElementTree

import live
import pytest
import traitlets

from lstmlesson import LSTM, explorers
from lstmlesson.explorers.live.controls import Check, Choice, Whole
from lstmlesson.explorers.live.explorer import Explorer
from lstmlesson.law.polynomials import from_data
from lstmlesson.views.document import escape, fill


def _is_live(kind):
    return isinstance(kind, type) and issubclass(kind, Explorer)


# Those that answer in the page; what asks a kernel returns something of its own.
CALLS = {
    name: call
    for name, call in inspect.getmembers(explorers, inspect.isfunction)
    if _is_live(inspect.signature(call).return_annotation) and name != "predict"  # it is asked in test_predictions
}
# Calls whose documents differ from those of the plain ones.
VARIANTS = {**CALLS, "gates of a GRU": lambda: explorers.gates(kind="GRU", bias=False)}
LOCKED = {name: call for name, call in CALLS.items() if "predict" in inspect.signature(call).parameters}
NASTY = """<b> & "quotes" 'single' </script>"""
every_explorer = pytest.mark.parametrize("name", CALLS)


def limits(explorer):
    found = {name: limit for control in explorer.controls for name, limit in control.limits.items()}
    return found | {one.name: one.limits for one in explorer._letters}


def set_all(explorer, traits):
    for name, value in traits.items():
        setattr(explorer, name, value)


@live.needs_node
@pytest.mark.parametrize(
    "call",
    [
        *VARIANTS.values(),
        *[
            # A whole model has many places for a mistake, and each has its list.
            pytest.param(lambda call=call: call(predict=True), marks=[pytest.mark.slow] if name == "summary" else [])
            for name, call in LOCKED.items()
        ],
    ],
)
def test_every_hole_in_the_page_is_pythons_number(call):
    explorer = call()
    settings = live.settings(explorer.controls)
    polynomials = [from_data(one, limits(explorer)) for one in explorer._polynomials]
    expected = []
    for traits in settings:
        set_all(explorer, traits)
        letters = explorer.letters
        expected.append([one(**letters) for one in polynomials])
    assert len(polynomials) > 0
    found = live.evaluated(explorer._polynomials, explorer._controls, settings, explorer._derived)
    assert all(map(same, (one for row in found for one in row), (one for row in expected for one in row)))


def same(one, other):
    """Whole numbers are exact; of others the last digits may differ, as Python's tanh and a browser's do."""
    is_whole = isinstance(other, int) or other.is_integer()
    return one == other or (not is_whole and one == pytest.approx(other, rel=1e-12))


@live.needs_node
@every_explorer
def test_a_changed_polynomial_of_an_explorer_is_noticed(name):
    explorer = CALLS[name]()
    settings = live.settings(explorer.controls)
    right = live.evaluated(explorer._polynomials, explorer._controls, settings, explorer._derived)
    for number, polynomial in enumerate(explorer._polynomials):
        polynomial[0][0] += 1
        wrong = live.evaluated(explorer._polynomials, explorer._controls, settings, explorer._derived)
        assert [row[number] for row in wrong] != [row[number] for row in right]
        break


@pytest.mark.parametrize("name", VARIANTS)
def test_every_picture_is_well_formed_and_says_what_it_shows(name):
    explorer = VARIANTS[name]()
    for traits in live.some_settings(explorer.controls):
        set_all(explorer, traits)
        for svg in re.findall(r"<svg\b.*?</svg>", fill(explorer.text(), explorer.letters), re.DOTALL):
            picture = ElementTree.fromstring(svg)
            assert picture.get("role") == "img"
            assert len(picture.get("aria-label")) > 10
            width, height = map(int, picture.get("viewBox").split()[2:])
            assert width > 0
            assert height > 0
            for rect in picture.iter("{http://www.w3.org/2000/svg}rect"):
                x, y, w, h = (int(rect.get(part)) for part in ("x", "y", "width", "height"))
                assert 0 <= x <= x + w <= width
                assert 0 <= y <= y + h <= height


@every_explorer
def test_the_static_form_shows_the_count_and_survives_without_trust(name):
    explorer = CALLS[name]()
    bundle, _ = explorer._repr_mimebundle_()
    assert bundle["text/plain"].endswith(f"): {explorer.count:,}")
    assert "0x" not in bundle["text/plain"]
    html = bundle["text/html"]
    assert f"{explorer.count:,}" in html
    for lost in ("<svg", "<math", "<script", "<style", "<input", "\ue000", "<!--"):
        assert lost not in html
    for svg in re.findall(r"base64,([^\"]+)", html):
        assert b'xmlns="http://www.w3.org/2000/svg"' in base64.b64decode(svg)


@every_explorer
def test_the_same_call_gives_the_same_text(name):
    first, second = (CALLS[name]()._repr_mimebundle_()[0] for _ in range(2))
    assert first["text/plain"] == second["text/plain"]
    assert first["text/html"] == second["text/html"]


@every_explorer
def test_the_plain_text_is_a_call_that_makes_the_explorer_again(name):
    explorer = CALLS[name]()
    call = ast.parse(repr(explorer).rpartition(":")[0], mode="eval").body
    again = CALLS[name](**{one.arg: ast.literal_eval(one.value) for one in call.keywords})
    assert repr(again) == repr(explorer)


@pytest.mark.parametrize("name", LOCKED)
def test_a_locked_explorer_gives_nothing_away(name):
    explorer = LOCKED[name](predict=True)
    bundle, _ = explorer._repr_mimebundle_()
    assert explorer.is_locked
    answer = f"{explorer.count:,}"
    assert not re.search(rf"\b{answer}\b", bundle["text/plain"].rpartition(")")[2])
    before_opening, closed, _ = bundle["text/html"].partition("<details class=")
    assert closed
    assert "<img" not in before_opening
    assert "?" in before_opening
    assert not re.search(rf"\b{answer}\b", before_opening)
    shown = fill(explorer.text(), explorer.letters)
    assert "<form>" in shown
    assert not re.search("data-(control|slide)", shown)


@pytest.mark.parametrize("name", LOCKED)
def test_a_guess_opens_a_locked_explorer(name):
    explorer = LOCKED[name](predict=True)
    for guess in explorer.controls[-1].values()[1:]:
        explorer.guess = guess
        shown = fill(explorer.text(), explorer.letters)
        assert "<form>" not in shown
        assert "You said" in shown
        assert re.search("data-(control|slide)", shown)
        assert explorer.static().count("You said") == 1


def test_a_guess_is_told_how_far_off_it_is():
    explorer = explorers.gates(predict=True)
    for guess, said in ((48, "and <strong>48</strong> it is"), (60, "so 12 too large"), (8, "so 40 too small")):
        explorer.guess = guess
        assert said in explorer.static()


# ---- gates -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("units", range(1, 9))
@pytest.mark.parametrize("features", range(1, 9))
def test_gates_counts_what_arithmetic_counts(features, units, bias):
    explorer = explorers.gates()
    explorer.features, explorer.units, explorer.bias = features, units, bias
    by_hand = 4 * (features * units + units * units + (units if bias else 0))
    assert explorer.count == by_hand
    html = explorer.static()
    assert f"= <strong>{by_hand:,}</strong></p>" in html
    assert f'<td style="text-align: right"><strong>{by_hand:,}</strong></td>' in html
    assert (", missing" in base64.b64decode(re.search('base64,([^"]+)', html)[1]).decode()) == (not bias)


BY_HAND = {
    "Dense": lambda f, u, b: f * u + b * u,
    "SimpleRNN": lambda f, u, b: f * u + u * u + b * u,
    "LSTM": lambda f, u, b: 4 * (f * u + u * u + b * u),
    "GRU": lambda f, u, b: 3 * (f * u + u * u + b * 2 * u),
}


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("kind", BY_HAND)
def test_every_stage_of_gates_counts_what_arithmetic_counts(kind, bias):
    explorer = explorers.gates(kind=kind)
    explorer.bias = bias
    for features in range(1, 11):
        for units in range(1, 11):
            explorer.features, explorer.units = features, units
            assert explorer.count == BY_HAND[kind](features, units, bias)
            shown = fill(explorer.text(), explorer.letters)
            assert f'<p class="lm-total">{explorer.count:,}</p>' in shown
            assert f"<b>{explorer.count:,}</b>" in shown


def sizes(html, kind):
    """The rows times columns of the blocks of one kind that are there: w, u or b."""
    every = re.findall(rf"lm-block lm-{kind} lm-hue(\d) lm-there(\d).*?--lm-rows:(\d+);--lm-cols:(\d+)", html)
    return [(int(hue), int(rows), int(columns)) for hue, there, rows, columns in every if there == "1"]


@pytest.mark.parametrize("kind", BY_HAND)
def test_the_blocks_of_a_stage_hold_its_numbers_each_in_the_hue_of_its_gate(kind):
    explorer = explorers.gates(kind=kind, features=5, units=3)
    shown = fill(explorer.text(), explorer.letters)
    blocks = [one for row in "wub" for one in sizes(shown, row)]
    assert sum(rows * columns for _, rows, columns in blocks) == BY_HAND[kind](5, 3, True)
    hues = [hue for hue, _, _ in sizes(shown, "w")]
    assert hues == {"LSTM": [1, 2, 3, 4], "GRU": [5, 6, 3]}.get(kind, [0])


def test_gates_writes_the_formula_that_the_layer_writes():
    explorer = explorers.gates(features=5, units=7)
    assert LSTM(7).formula((None, 5)) == "4(5·7 + 7·7 + 7) = 364"
    assert "4(5·7 + 7·7 + 7) = <strong>364</strong>" in explorer.static()


# ---- The widget --------------------------------------------------------------------------------------------------


def small(*controls, body="", count=1):
    return Explorer("small", controls, body, count * Whole("units", 1).size ** 0)


def test_controls_are_traits_with_limits():
    explorer = explorers.gates()
    heard = []
    explorer.observe(lambda change: heard.append(change["new"]), "units")
    explorer.units = 5
    assert heard == [5]
    with pytest.raises(traitlets.TraitError):
        explorer.units = 11
    with pytest.raises(traitlets.TraitError):
        explorer.units = 0
    with pytest.raises(traitlets.TraitError):
        explorer.units = 2.5
    assert explorer.units == 5


def test_a_starting_value_outside_the_limits_is_refused():
    with pytest.raises(ValueError, match="units=11: expected a whole number from 1 to 10"):
        explorers.gates(units=11)
    with pytest.raises(ValueError, match="features=0"):
        explorers.gates(features=0)
    with pytest.raises(TypeError, match="bias=1"):
        explorers.gates(bias=1)
    with pytest.raises(ValueError, match="framework='JAX': expected one of 'Keras', 'PyTorch'"):
        Choice("framework", "JAX", options=("Keras", "PyTorch"))


def test_limits_too_large_for_a_page_are_refused():
    with pytest.raises(ValueError, match=r"2\^53"):
        explorers.gates(most_units=10**8)


def test_a_control_cannot_take_a_name_that_the_widget_needs():
    with pytest.raises(ValueError, match="'layout'"):
        small(Check("layout", True))


def test_labels_and_options_are_escaped():
    explorer = small(Check("bias", True, NASTY), Choice("kind", NASTY, "kind", options=(NASTY, "plain")))
    for html in (fill(explorer.text(), explorer.letters), explorer.static()):
        assert escape(NASTY) in html
        assert "<b>" not in html
        assert "</script>" not in html


def test_live_js_is_small_plain_and_evaluates_nothing():
    source = Explorer._esm
    assert len(source.encode()) < 20_000
    for word in ("eval(", "Function(", "import(", "fetch(", "XMLHttpRequest", "http:", "https:"):
        assert word not in source
    # The only HTML that it reads is the text that Python wrote.
    assert source.count("innerHTML") == 1
