"""`explorers.summary` in a real Chromium: all rows on one scale, each in the room that it had."""

import pytest

from lstmlesson.explorers import summary

pytestmark = pytest.mark.browser

SCALES = """
[...document.querySelectorAll(".lm-summary .lm-block")].map((one) => {
  const numbers = ["rows", "cols"].map((name) => one.style.getPropertyValue(`--lm-${name}`));
  const box = one.getBoundingClientRect();
  return box.width * box.height / (numbers[0] * numbers[1]);
})
"""
OPEN = "for (const one of document.querySelectorAll('details')) one.open = true"
OUTSIDE = """
[...document.querySelectorAll(".lm-summary .lm-plane")].filter((plane) => {
  const room = plane.getBoundingClientRect();
  return [...plane.querySelectorAll(".lm-block")].map((one) => one.getBoundingClientRect())
    .some((box) => box.bottom > room.bottom + 1 || box.right > room.right + 1);
}).length
"""


@pytest.mark.parametrize("sizes", [(6, 64), (64, 128), (1, 1), (64, 1), (3, 2)])
def test_every_number_of_every_row_is_drawn_on_one_scale_within_its_room(blank, sizes):
    features, units = sizes
    blank.page.set_viewport_size({"width": 900, "height": 1200})
    blank.page.emulate_media(reduced_motion="reduce")
    blank.show(summary())
    blank.page.evaluate(OPEN)
    blank.set({"features": features, "units": units})
    scales = blank.page.evaluate(SCALES)
    assert len(scales) == 2 * 12 + 3 * 2
    assert min(scales) == pytest.approx(max(scales), rel=0.02)
    assert blank.page.evaluate(OUTSIDE) == 0


def test_a_term_lights_the_blocks_of_its_own_row_only(blank):
    blank.page.set_viewport_size({"width": 900, "height": 1200})
    blank.show(summary())
    blank.page.evaluate(OPEN)
    blank.page.locator("details").nth(0).locator(".lm-term").nth(1).hover()
    assert blank.page.locator("details").nth(0).locator("[data-lit]").count() == 6  # the term, its name, four blocks
    assert blank.page.locator("[data-lit]").count() == 6


def test_a_drag_over_a_number_in_the_sentence_moves_the_rows(blank):
    blank.page.set_viewport_size({"width": 900, "height": 1200})
    blank.show(summary())
    number = blank.page.get_by_role("slider", name="units").bounding_box()
    x, y = number["x"] + number["width"] / 2, number["y"] + number["height"] / 2
    blank.page.mouse.move(x, y)
    blank.page.mouse.down()
    blank.page.mouse.move(x - 150, y)
    blank.page.mouse.up()
    units = blank.trait("units")
    assert 20 < units < 40
    by_hand = 4 * (6 * units + units * units + units)
    assert f"{by_hand:,}" in blank.page.locator("details").nth(0).inner_text()
    assert "now " + str(units) in blank.page.locator(".lm-note").inner_text()
