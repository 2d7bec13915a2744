"""What holds for every explorer in the visual language: it stands still while it is operated, its controls show
Python's numbers, and nothing is unnamed or unreadable at three widths in two themes."""

import pytest
from axe import violations
from on_page import OnPage

from lstmlesson import explorers
from lstmlesson.explorers.kernel._reader import examples
from lstmlesson.explorers.live.explorer import STYLE

pytestmark = pytest.mark.browser

REMADE = ["arrange", "gates", "input_shape", "stack", "summary", "time_distributed", "weight_sharing"]
REMADE += ["backwards", "dialects", "ledger"]
every_one = pytest.mark.parametrize("name", REMADE)
# Where the quiet tools at the end stand, and what sticks out.
END = "document.querySelector('.lm-tools').getBoundingClientRect().top"
WIDE = "document.querySelector('.lstmlesson').scrollWidth - document.querySelector('.lstmlesson').clientWidth"


def call(name):
    return getattr(explorers, name)()


@every_one
def test_nothing_moves_below_while_it_is_operated(blank, name):
    blank.page.set_viewport_size({"width": 900, "height": 1200})
    blank.page.emulate_media(reduced_motion="reduce")
    explorer = call(name)
    blank.show(explorer)
    before = blank.page.evaluate(END)
    for control in explorer.controls:
        for value in (control.values()[-1], control.values()[0]):
            blank.set({control.name: value})
            assert blank.page.evaluate(END) == before, (control.name, value)
        blank.set({control.name: control.value})


@every_one
def test_every_control_by_mouse_and_by_keyboard_shows_pythons_numbers(blank, name):
    blank.page.set_viewport_size({"width": 900, "height": 1200})
    blank.page.emulate_media(reduced_motion="reduce")
    blank.show(call(name))
    shown = OnPage(blank.page, blank.page.locator(".lstmlesson"), call(name))
    for way in ("by_mouse", "by_keyboard"):
        for control in shown.twin.controls:
            if shown.inputs(control):
                assert len(getattr(shown, way)(control)) > 1, (way, control.name)


@every_one
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 840, 390])
def test_nothing_is_unnamed_or_unreadable_or_sticks_out(blank, axe, name, width, theme):
    blank.page.set_viewport_size({"width": width, "height": 900})
    blank.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    blank.show(call(name))
    blank.page.evaluate("document.documentElement.style = 'color-scheme: light dark; background: var(--lm-paper)'")
    assert violations(blank.page, axe, ".lstmlesson") == []
    assert blank.page.evaluate(WIDE) <= 0
    if blank.page.locator(".lm-term").count():
        blank.page.locator(".lm-term").first.hover()
    for control in call(name).controls:
        blank.set({control.name: control.values()[-1]})
    assert violations(blank.page, axe, ".lstmlesson") == []
    assert blank.page.evaluate(WIDE) <= 0


AREAS = """() => [...document.querySelectorAll(".lm-once, .lm-ends4 > .lm-card")].map((one) => [
  [...one.querySelectorAll(".lm-block")].map((block) => block.getBoundingClientRect())
    .reduce((sum, { width, height }) => sum + width * height, 0),
  one.querySelectorAll(".lm-flow .lm-use:not(.lm-dots)").length,
])"""


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_stored_is_drawn_on_one_scale_however_often_it_is_used(blank, width):
    blank.page.set_viewport_size({"width": width, "height": 900})
    blank.page.emulate_media(reduced_motion="reduce")
    blank.show(explorers.time_distributed())
    for timesteps, units, outputs in [(5, 5, 1), (3, 4, 2), (20, 12, 8)]:
        blank.set({"timesteps": timesteps, "units": units, "outputs": outputs})
        lstm, each = 4 * (units + units * units + units), (units + 1) * outputs
        stored = [lstm, each, timesteps * each, each, timesteps * units * outputs + outputs]
        drawn = blank.page.evaluate(AREAS)
        pixels = drawn[0][0] / lstm  # of one number
        assert [area / pixels for area, _ in drawn] == pytest.approx(stored, rel=0.02)
        columns = min(timesteps, 8)  # of more timesteps the last one stands behind an ellipsis
        assert [uses for _, uses in drawn] == [0, 2, columns + 1, 2 * columns, columns]


SUMS = """() => [...document.querySelectorAll(".lm-told tbody tr")].map((row) => [
  row.cells[2].innerText,
  row.querySelector(".lm-sum") ? parseFloat(getComputedStyle(row.querySelector(".lm-sum"), "::before").width) : 0,
])"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 840, 390])
@pytest.mark.parametrize("name", examples())
def test_what_the_reader_says_is_drawn_to_scale_and_can_be_read(blank, axe, name, width, theme):
    blank.page.set_viewport_size({"width": width, "height": 900})
    blank.page.emulate_media(color_scheme=theme)
    root = "color-scheme: light dark; background: var(--lm-paper)"
    told = explorers.reader(examples()[name].replace("390", "391")).feedback.value  # with something that cannot be
    title = f'<html lang="en" style="{root}"><title>reader</title><style>{STYLE}</style>'
    blank.page.set_content(f'<!doctype html>{title}<main class="lstmlesson">{told}</main>')
    assert violations(blank.page, axe, ".lstmlesson") == []
    assert blank.page.evaluate(WIDE) <= 0
    counts = [
        (int(number.strip("⚠ ").replace(",", "")), drawn)
        for number, drawn in blank.page.evaluate(SUMS)
        if number != "?"
    ]
    one = max(drawn for _, drawn in counts) / max(count for count, _ in counts)
    assert [drawn for _, drawn in counts] == pytest.approx([count * one for count, _ in counts], abs=0.5)
