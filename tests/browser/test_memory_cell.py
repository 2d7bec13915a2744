"""The memory cell in a real Chromium, without a kernel: each step beside Python's own, its trace, its looks."""

import pytest
from axe import violations

from lstmlesson.explorers import memory_cell
from lstmlesson.memory import remember

pytestmark = pytest.mark.browser

GATES = ("forget", "input", "candidate", "output")
NUMBERS = "(names) => names.map((name) => model.get(name))"
OVERFLOW = "document.querySelector('.lstmlesson').scrollWidth - document.querySelector('.lstmlesson').clientWidth"


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize("way", ["mouse", "Enter", "Space"])
def test_steps_are_pythons_steps_whatever_the_gates_are(blank, way):
    blank.page.emulate_media(reduced_motion="reduce")
    blank.show(memory_cell(memory=5.0))
    page, old = blank.page, 5.0
    for taken, (gate, key) in enumerate(zip([*GATES, *GATES], ["ArrowLeft"] * 4 + ["Home", "End"] * 2, strict=True), 1):
        page.locator(f"input[type=range][data-control={gate}]").press(key)
        step = remember(old, *(number / 10 for number in page.evaluate(NUMBERS, list(GATES))))
        button = page.get_by_role("button", name="Step", exact=True)
        said = page.locator("svg").first.get_attribute("aria-label")
        assert (
            f"so c = {step.new:.2f} goes out".replace("-", "\N{MINUS SIGN}").replace("\N{MINUS SIGN}0.00", "0.00")
            in said
        )
        button.click() if way == "mouse" else button.press(way)
        found = page.evaluate(NUMBERS, ["taken", f"c_{taken}", f"h_{taken}"])
        assert found == pytest.approx([taken, step.new, step.shown], abs=1e-8)
        assert page.locator("svg").last.locator("path[stroke-width='3']").count() == taken
        old = step.new
    press(page, "Reset")
    assert page.evaluate(NUMBERS, ["taken", "c_0", "forget"]) == [0, 5, 9]


def test_play_takes_all_steps_and_stops(blank):
    blank.page.emulate_media(reduced_motion="reduce")
    blank.show(memory_cell(forget=10, input=10))
    blank.page.clock.install()
    press(blank.page, "▶ Play")
    blank.page.clock.run_for(20_000)
    assert blank.page.evaluate(NUMBERS, ["taken", "c_12"]) == [12, 12]
    assert blank.page.locator("[data-playing]").count() == 0


def test_nothing_in_it_lacks_a_name_or_a_contrast_or_is_cut(blank, axe):
    page = blank.page
    for width in (1280, 840, 390):
        page.set_viewport_size({"width": width, "height": 1000})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            blank.show(memory_cell(memory=2.0))
            page.evaluate("document.documentElement.style.colorScheme = 'light dark'")
            page.evaluate("document.body.style.background = 'var(--lm-paper)'")
            assert violations(page, axe, ".lstmlesson") == []
            press(page, "Step")
            assert violations(page, axe, ".lstmlesson") == []
            assert page.evaluate(OVERFLOW) == 0
