"""`explorers.weight_sharing` in a real Chromium: one block whose size is the count, and steps that read it."""

import pytest

from lstmlesson.explorers import weight_sharing

pytestmark = pytest.mark.browser

AREA = """
[...document.querySelectorAll(".lm-stored .lm-block")].reduce((sum, one) => {
  const box = one.getBoundingClientRect();
  return sum + box.width * box.height;
}, 0)
"""


@pytest.fixture
def shown(blank):
    blank.page.set_viewport_size({"width": 900, "height": 1200})
    blank.page.emulate_media(reduced_motion="reduce")
    blank.show(weight_sharing())
    return blank


def test_the_stored_block_grows_with_the_count_and_not_with_the_timesteps(shown):
    one = shown.page.evaluate(AREA) / 48  # 4(3·2 + 2·2 + 2)
    for timesteps in (1, 8, 14, 15, 80):
        shown.set({"timesteps": timesteps})
        assert shown.page.evaluate(AREA) == pytest.approx(48 * one, rel=0.001)
        assert shown.page.locator(".lm-fan path").count() == min(timesteps, 14)
    for features, units in ((6, 6), (1, 1), (2, 5)):
        shown.set({"features": features, "units": units})
        assert shown.page.evaluate(AREA) == pytest.approx(
            4 * (features * units + units * units + units) * one, rel=0.01
        )


def test_every_line_goes_to_its_step(shown):
    ends = """
    [...document.querySelectorAll(".lm-fan path")].map((one) => {
      const end = one.getPointAtLength(one.getTotalLength()).matrixTransform(one.getScreenCTM());
      return end.x;
    })
    """
    cells = """
    [...document.querySelectorAll(".lm-cells b")].map((one) => one.getBoundingClientRect())
      .map((box) => box.x + box.width / 2)
    """
    for timesteps in (1, 5, 14, 40):
        shown.set({"timesteps": timesteps})
        assert shown.page.evaluate(ends) == pytest.approx(shown.page.evaluate(cells), abs=1.5)


def test_step_reads_one_step_more_and_begins_again_after_the_last(shown):
    shown.set({"timesteps": 3})
    seen = []
    for _ in range(4):
        shown.page.get_by_role("button", name="Step").click()
        seen.append((shown.trait("step"), shown.page.locator(".lm-second").inner_text()))
    assert seen == [(1, "48"), (2, "96"), (3, "144"), (1, "48")]
    assert shown.page.locator(".lm-cells .lm-now").inner_text().startswith("1")


def test_play_goes_through_all_steps_and_stops(shown):
    shown.set({"timesteps": 3})
    shown.page.get_by_role("button", name="Play").click()
    shown.page.get_by_role("button", name="Pause").wait_for()
    shown.page.wait_for_function("model.get('step') === 3")
    shown.page.get_by_role("button", name="Play").wait_for()
    assert shown.page.locator(".lm-second").inner_text() == "144"
