"""Lessons as pages, in a real Chromium without a network: alive, readable, printed, and right.

What takes long is done for a few lessons; LSTMLESSON_EVERY_LESSON=1 does it for every lesson.
"""

import lessons
import pytest
from axe import violations
from pages import Watched
from written import NAMES

pytestmark = pytest.mark.browser

LARGEST_PAGE = 600_000  # bytes
PHONE, PAPER = 390, 673  # pixels; the paper is A4 within its margins, 178 of 210 mm
PAPER_HEIGHT = 1001  # 265 of 297 mm
FEW = lessons.few(0, 2)
QUIZ = ".lstmlesson.lm-quiz"


@pytest.mark.parametrize("name", NAMES)
def test_every_explorer_of_a_page_follows_mouse_and_keyboard_without_a_network(engine, course, name):
    with course.opened(engine, name) as window:
        for shown in course.explorers(window.page, name):
            shown.unlock()
            assert shown.is_right()
            for control in filter(shown.inputs, shown.twin._visible):
                assert len(moved(shown, control)) > 1
        for one in window.page.locator(QUIZ).all():
            one.get_by_role("button", name="Show the solution").click()
            assert "Worked solution" in one.inner_text()


def moved(shown, control):
    """Move each input of a control by mouse and by keyboard, and give what the control was set to."""
    seen = set()
    for entry in shown.inputs(control):
        kind = entry.evaluate("(entry) => entry.type ?? entry.role")
        if kind != "number":
            entry.click(position={"x": 30, "y": 5}) if kind == "range" else entry.focus()
            seen.add(shown.checked(control))
        for key in {"checkbox": ["Space"], "number": ["ArrowDown", "ArrowUp"]}.get(
            kind, ["Home", "End", "ArrowUp", "ArrowLeft"]
        ):
            entry.press(key)
            seen.add(shown.checked(control))
        if kind == "checkbox":
            entry.click()
            seen.add(shown.checked(control))
    return seen


@pytest.mark.parametrize("name", FEW)
def test_a_page_is_alive_from_a_server_too(engine, course, name):
    with course.opened(engine, name, from_file=False) as window:
        for shown in course.explorers(window.page, name):
            assert shown.is_alive()


CUT = """
[...document.querySelectorAll("pre")].filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.textContent)
"""


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_small_says_when_it_is_alive_and_cuts_no_code_and_no_output(engine, course, name):
    with course.opened(engine, name) as window:
        assert len((course.folder / f"{name}.html").read_bytes()) < LARGEST_PAGE
        assert window.page.evaluate("performance.getEntriesByName('lstmlesson alive').length") == 1
        window.page.set_viewport_size({"width": 1280, "height": 900})
        window.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert window.page.evaluate(CUT) == []


@pytest.mark.parametrize("name", FEW)
def test_a_page_is_accessible_in_light_and_dark_and_fits_a_telephone(engine, course, axe, name):
    with course.opened(engine, name) as window:
        assert violations(window.page, axe, "body") == []
        assert window.page.locator("h1").count() == 1
        assert window.page.locator("main").count() == 1
        silent = "(all) => all.filter((one) => !one.getAttribute('alttext')).length"
        assert window.page.locator("math").evaluate_all(silent) == 0
        window.page.set_viewport_size({"width": PHONE, "height": 800})
        assert window.page.evaluate("document.documentElement.scrollWidth") == PHONE
        window.page.emulate_media(color_scheme="dark")
        # What is wider than the telephone scrolls, and by keyboard as well.
        assert violations(window.page, axe, "body") == []


# Pictures and texts that are higher than a sheet, stick out of it, or may be broken between two; and open answers
# (the first row of a summary is unfolded, which is none).
CUT_ON_PAPER = """
([width, height]) => {
  const all = [...document.querySelectorAll("svg:not(svg svg), img, table, pre")];
  const open = document.querySelectorAll("details[open]:not(.lm-summary *)").length ? ["an open answer"] : [];
  return open.concat(all.filter((one) => one.checkVisibility()).flatMap((one) => {
    const box = one.getBoundingClientRect();
    const whole = getComputedStyle(one).breakInside === "avoid" && box.height <= height && box.right <= width + 1;
    return whole && one.scrollWidth <= one.clientWidth + 1 ? [] : [one.outerHTML.slice(0, 80)];
  }));
}
"""


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_on_paper_and_answers_stay_folded(engine, course, name):
    with course.opened(engine, name) as window:
        window.page.set_viewport_size({"width": PAPER, "height": PAPER_HEIGHT})
        window.page.emulate_media(media="print", color_scheme="dark")
        assert window.page.evaluate(CUT_ON_PAPER, [PAPER, PAPER_HEIGHT]) == []
        paper = "getComputedStyle(document.documentElement).backgroundColor"
        assert window.page.evaluate(paper) == "rgb(255, 255, 255)"
        assert window.page.pdf(format="A4").startswith(b"%PDF")


def test_what_would_be_cut_on_paper_is_noticed(engine):
    with Watched(engine, viewport={"width": PAPER, "height": PAPER_HEIGHT}) as window:
        window.page.set_content("<pre style='break-inside: avoid'>short</pre>")
        assert window.page.evaluate(CUT_ON_PAPER, [PAPER, PAPER_HEIGHT]) == []
        for wrong in ("<table style='height: 2000px'></table>", "<details open></details>", "<pre>breaks</pre>"):
            window.page.set_content(wrong)
            assert len(window.page.evaluate(CUT_ON_PAPER, [PAPER, PAPER_HEIGHT])) == 1


def test_the_state_of_an_explorer_stands_in_the_address_and_comes_back_out_of_it(engine, course):
    with course.opened(engine, "01_gates", query="#set?0.units=5&0.features=7") as window:
        shown = course.explorers(window.page, "01_gates")[0]
        assert (shown.traits()["units"], shown.traits()["features"]) == (5, 7)
        assert shown.is_right()
        shown.root.locator("[role=slider]:visible").first.press("ArrowRight")
        window.page.wait_for_function("/0.(features=8|units=6)/.test(location.hash)")
        assert "0.units=" in window.page.url
        assert "0.features=" in window.page.url
        assert shown.is_right()
        shown.root.get_by_role("button", name="Reset").click()
        window.page.wait_for_function("location.hash === ''")
        assert shown.traits()["units"] == 3


@pytest.mark.parametrize("nasty", ["0.units=999", "0.units=-1", "0.units=2.5", "0.units=", "0.units=<b>", "0._text=x"])
def test_what_no_control_can_be_is_not_taken_from_the_address(engine, course, nasty):
    with course.opened(engine, "01_gates", query=f"#set?{nasty}") as window:
        shown = course.explorers(window.page, "01_gates")[0]
        assert shown.traits()["units"] == 3
        assert shown.is_right()
