"""`explorers.gates` in a real Chromium: what belongs together, drawn areas, handles, keys, nothing unnamed."""

import pytest
from on_page import OnPage

from lstmlesson.explorers import gates

pytestmark = pytest.mark.browser

AREAS = """
[...document.querySelectorAll(".lm-block:not(.lm-there0)")].map((one) => {
  const style = one.style, box = one.getBoundingClientRect();
  return [style.getPropertyValue("--lm-rows") * style.getPropertyValue("--lm-cols"), box.width * box.height];
})
"""


@pytest.fixture
def shown(blank):
    blank.page.set_viewport_size({"width": 900, "height": 1200})
    blank.page.emulate_media(reduced_motion="reduce")
    blank.show(gates())
    return blank


@pytest.mark.parametrize("kind", ["Dense", "SimpleRNN", "LSTM", "GRU"])
def test_every_drawn_area_is_its_numbers_on_one_scale(shown, kind):
    for features, units in ((3, 2), (10, 10), (1, 10), (10, 1)):
        shown.set({"kind": kind, "features": features, "units": units})
        areas = shown.page.evaluate(AREAS)
        assert len(areas) > 1
        for numbers, area in areas:
            assert area / numbers == pytest.approx(areas[0][1] / areas[0][0], rel=0.01)


LIT = "[...document.querySelectorAll('[data-lit]')].map((one) => one.dataset.part)"


def test_a_term_lights_its_row_and_a_block_its_term_and_its_gate(shown):
    page = shown.page
    page.locator(".lm-term", has_text="3·2").hover()
    assert set(page.evaluate(LIT)) == {"kernel", *[f"kernel gate-{gate}" for gate in (1, 2, 3, 4)]}
    page.locator(".lm-block.lm-u.lm-hue2").hover()
    assert set(page.evaluate(LIT)) == {"recurrent_kernel", "recurrent_kernel gate-2", "gate-2"}
    page.locator(".lm-top").nth(2).focus()
    page.keyboard.press("Shift+Tab")
    assert set(page.evaluate(LIT)) == {"gate-2", *[f"{row} gate-2" for row in ("kernel", "recurrent_kernel", "bias")]}


def test_a_tap_pins_and_escape_frees(shown):
    page = shown.page
    page.locator(".lm-term", has_text="3·2").click()
    page.mouse.move(0, 0)
    assert "kernel" in page.evaluate(LIT)
    page.keyboard.press("Escape")
    assert page.evaluate(LIT) == []


def test_an_edge_goes_where_the_pointer_and_the_arrows_go(shown):
    page = shown.page
    for name, key, more in (("units", "ArrowRight", 1), ("features", "ArrowDown", 1), ("features", "ArrowUp", -1)):
        before = shown.trait(name)
        page.locator(f".lm-edge[data-slide={name}]").press(key)
        assert shown.trait(name) == before + more


def test_every_control_by_mouse_and_by_keyboard_shows_pythons_numbers(shown):
    root = shown.page.locator(".lstmlesson")
    for way in ("by_mouse", "by_keyboard"):
        explorer = OnPage(shown.page, root, gates())
        for control in explorer.twin.controls:
            assert len(getattr(explorer, way)(control)) > 1, (way, control.name)


def test_reset_and_growing_by_itself(shown):
    shown.set({"units": 7, "kind": "GRU"})
    shown.page.get_by_role("button", name="Reset", exact=True).click()
    assert (shown.trait("units"), shown.trait("kind")) == (2, "LSTM")
    shown.page.get_by_role("button", name="Grow").click()
    assert shown.trait("kind") == "Dense"
    shown.page.wait_for_function("model.get('kind') === 'SimpleRNN'")


def test_the_call_that_is_copied_makes_the_same_state(engine):
    from pages import Blank

    with Blank(engine, permissions=["clipboard-read", "clipboard-write"]) as blank:
        blank.show(gates(most_units=12))
        blank.set({"units": 11})
        blank.page.get_by_role("button", name="Copy the call").click()
        said = blank.page.locator("[data-said]")
        said.get_by_text("explorers.gates").wait_for()
        call = said.inner_text().partition(": ")[2]
        from lstmlesson import explorers

        assert eval(call, {"explorers": explorers}).units == 11
