"""A prediction in a real Chromium: by keyboard alone, wrong and right, wide and narrow, light and dark."""

import pytest
from axe import violations

from lstmlesson import LSTM, Input, Sequential
from lstmlesson.explorers import gates, predict

pytestmark = pytest.mark.browser

AREAS = """
(side) => [...document.querySelectorAll(`.lm-pair > div:nth-child(${side}) .lm-block`)].map((one) => {
  const sizes = getComputedStyle(one), box = one.getBoundingClientRect();
  const numbers = sizes.getPropertyValue("--lm-rows") * sizes.getPropertyValue("--lm-cols");
  return [numbers, box.width * box.height, one.className];
})
"""
OVERFLOW = "document.querySelector('.lstmlesson').scrollWidth - document.querySelector('.lstmlesson').clientWidth"


@pytest.fixture
def shown(blank):
    blank.page.set_viewport_size({"width": 900, "height": 1200})
    blank.page.emulate_media(reduced_motion="reduce")
    blank.show(predict(LSTM(2), (None, 3)))
    return blank


def commit(blank, text):
    """By keyboard: into the box, type, Enter."""
    blank.page.keyboard.press("Tab")
    blank.page.keyboard.insert_text(text)
    blank.page.keyboard.press("Enter")


def test_forty_is_a_forgotten_bias_whose_blocks_are_framed(shown):
    assert shown.page.locator(".lm-block, svg, table").count() == 0
    commit(shown, "40")
    assert shown.trait("guess") == 40
    assert shown.page.evaluate("document.activeElement.getAttribute('role')") == "status"
    said = shown.page.get_by_role("status").first.inner_text()
    assert said.startswith("You said 40; it is 48, so 8 too small.")
    assert "bias forgotten" in said
    assert shown.page.locator(".lm-pair .lm-ghost").count() == 4
    assert shown.page.locator(".lm-pair > div").last.locator(".lm-ghost").count() == 0
    assert shown.page.get_by_role("textbox").input_value() == "40"
    assert not shown.page.get_by_role("textbox").is_editable()
    assert shown.page.get_by_role("button", name="Commit").is_disabled()


def test_both_lists_are_drawn_on_one_scale(shown):
    commit(shown, "72")  # features and units swapped
    drawn = [*shown.page.evaluate(AREAS, 1), *shown.page.evaluate(AREAS, 2)]
    assert {"lm-over" in kind for *_, kind in drawn} == {True, False}
    for numbers, area, _ in drawn:
        assert area / numbers == pytest.approx(drawn[0][1] / drawn[0][0], rel=0.02)


@pytest.mark.parametrize("text", ["4*(3*2+2*2+2)", "4(3·2 + 2·2 + 2)", "48"])
def test_a_sum_is_as_good_as_a_number(shown, text):
    commit(shown, text)
    assert shown.trait("guess") == 48
    assert shown.page.get_by_role("status").first.inner_text() == "You said 48, and 48 it is."


@pytest.mark.parametrize("text", ["many", "4*(3", "48.5", "9999999999999", "model.set('guess', 48)", "  "])
def test_what_is_no_count_is_refused_in_words_and_can_be_typed_again(shown, text):
    commit(shown, text)
    assert shown.trait("guess") is None
    assert "cannot be read as a count" in shown.page.get_by_role("alert").inner_text()
    shown.page.get_by_role("textbox").fill("24")
    assert shown.page.get_by_role("alert").inner_text() == ""
    shown.page.keyboard.press("Enter")
    assert shown.trait("guess") == 24


def test_reset_takes_the_sizes_back_and_no_guess(blank):
    blank.show(gates(predict=True))
    commit(blank, "40")
    blank.page.locator("[data-slide=units]").first.press("End")
    assert blank.trait("units") == 10
    blank.page.get_by_role("button", name="Reset").click()
    assert (blank.trait("units"), blank.trait("guess")) == (2, 40)
    assert "bias forgotten" in blank.page.get_by_role("status").first.inner_text()


MODEL = Sequential([Input((7, 3)), LSTM(4, return_sequences=True), LSTM(2)])
EXPLORERS = {
    "layer": lambda: predict(LSTM(2), (None, 3)),
    "gates": lambda: gates(predict=True),
    "model": lambda: predict(MODEL),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", EXPLORERS)
def test_nothing_is_unnamed_pale_or_cut_off(blank, axe, name, width, scheme):
    blank.page.set_viewport_size({"width": width, "height": 1200})
    blank.page.emulate_media(reduced_motion="reduce", color_scheme=scheme)
    blank.show(EXPLORERS[name]())
    blank.page.evaluate("document.documentElement.style = 'color-scheme: light dark; background: var(--lm-paper)'")
    assert violations(blank.page, axe, ".lstmlesson") == []
    for guess in (40, 48, 72, 1001):
        blank.set({"guess": guess})
        assert violations(blank.page, axe, ".lstmlesson") == []
        assert blank.page.evaluate(OVERFLOW) <= 0
