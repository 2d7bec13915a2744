"""Lessons as decks, in a real Chromium without a network: each slide whole and readable, alive, and printed.

What takes long is done for a few lessons; LSTMLESSON_EVERY_LESSON=1 does it for every lesson.
"""

import lessons
import pytest
from axe import violations
from written import NAMES

pytestmark = pytest.mark.browser

SCREEN = {"width": 1280, "height": 720}  # pixels
SMALLEST_TEXT = 18
FEW = lessons.few(0, 2)
NUMBER = "(one) => [...document.querySelectorAll('.slides > section')].indexOf(one.closest('section'))"

# All that is wrong with the slide that is shown, with its fragments shown and its answers folded.
WRONG_SLIDE = """
(smallest) => {
  const slide = document.querySelector(".slides > section.present");
  const wrong = [];
  const box = slide.getBoundingClientRect();
  if (slide.scrollHeight > 720 || slide.scrollWidth > 1280 || box.top < 0 || box.bottom > 721)
    wrong.push(`${slide.scrollWidth} by ${slide.scrollHeight}`);
  const seen = [...slide.querySelectorAll(".output_area, .text_cell_render")].filter((place) =>
    place.checkVisibility() && [...place.querySelectorAll("svg, img, table, [data-explorer]")]
      .some((one) => one.checkVisibility()));
  if (seen.length > 1) wrong.push(`${seen.length} things to look at`);
  for (const one of slide.querySelectorAll("*")) {
    if (!one.checkVisibility() || one.closest("svg, .lm-unseen")) continue;
    const style = getComputedStyle(one);
    if (style.overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1 && one.clientWidth)
      wrong.push(`cut: ${one.outerHTML.slice(0, 80)}`);
    const text = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (text && !one.closest("sub, sup, math") && parseFloat(style.fontSize) * one.currentCSSZoom < smallest - 0.1)
      wrong.push(`${style.fontSize}: ${one.textContent.slice(0, 40)}`);
  }
  if (!slide.innerText.trim()) wrong.push("empty");
  return wrong;
}
"""


# The page fits a slide anew when the browser has drawn what has grown.
NEXT_FRAME = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def deck(engine, course, name, from_file=True):
    window = course.opened(engine, f"{name}_slides", from_file, viewport=SCREEN)
    window.page.wait_for_function("Reveal.isReady()")
    return window


def turn(page, number):
    """Show a slide with all of its fragments."""
    page.evaluate("(number) => Reveal.slide(number, 0, 99)", number)
    page.evaluate(
        "for (const one of Reveal.getCurrentSlide().querySelectorAll('.fragment')) one.classList.add('visible')"
    )


def faults(page):
    """What is wrong with the slides of a deck, by their number."""
    found = {}
    for number in range(page.evaluate("Reveal.getTotalSlides()")):
        turn(page, number)
        found[number] = page.evaluate(WRONG_SLIDE, SMALLEST_TEXT)
    return {number: wrong for number, wrong in found.items() if wrong}


@pytest.mark.parametrize("name", NAMES)
def test_every_slide_is_whole_readable_and_has_one_thing_to_look_at(engine, course, name):
    with deck(engine, course, name) as window:
        assert window.page.evaluate("Reveal.getTotalSlides()") > 5
        assert faults(window.page) == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_slide_stays_whole_while_its_explorer_is_moved(engine, course, name):
    with deck(engine, course, name) as window:
        for shown in course.explorers(window.page, name):
            turn(window.page, shown.root.evaluate(NUMBER))
            shown.unlock()
            for entry in shown.root.locator("input[type=range]").all():
                for key in ("End", "Home"):
                    entry.press(key)
                    window.page.evaluate(NEXT_FRAME)
                    assert window.page.evaluate(WRONG_SLIDE, SMALLEST_TEXT) == [], key
            assert shown.is_right()


@pytest.mark.parametrize("name", FEW)
def test_a_deck_is_alive_from_a_server_too(engine, course, axe, name):
    with deck(engine, course, name, from_file=False) as window:
        for shown in course.explorers(window.page, name):
            turn(window.page, shown.root.evaluate(NUMBER))
            for scheme in ("light", "dark"):
                window.page.emulate_media(color_scheme=scheme)
                assert violations(window.page, axe, ".slides > section.present") == [], scheme
            assert shown.is_alive()


PRINTED = """
() => [...document.querySelectorAll(".pdf-page section")].map((one) => [
  one.scrollHeight, one.scrollWidth, parseFloat(getComputedStyle(one).fontSize), getComputedStyle(one).paddingLeft])
"""


@pytest.mark.parametrize("name", FEW)
def test_a_printed_deck_has_one_whole_slide_on_each_sheet(engine, course, name):
    with course.opened(engine, f"{name}_slides", query="?print-pdf", viewport=SCREEN) as window:
        window.page.wait_for_selector(".pdf-page")
        sheets = window.page.evaluate(PRINTED)
        assert len(sheets) > 5
        for height, width, size, padding in sheets:
            assert (height, width) <= (720, 1280)
            assert size >= SMALLEST_TEXT
            assert padding == "56px"


SPOILED = {
    "1280 by": "slide.insertAdjacentHTML('beforeend', `<div style='height: 800px'></div>`)",
    "things": "slide.insertAdjacentHTML('beforeend', `<div class='output_area'><table></table></div>`.repeat(2))",
    "17px": "slide.insertAdjacentHTML('beforeend', `<p style='font-size: 17px'>small</p>`)",
    "cut": "slide.insertAdjacentHTML('beforeend', `<pre style='width: 9px; overflow-x: auto'>broad</pre>`)",
    "empty": "slide.replaceChildren()",
}


def test_a_slide_that_is_wrong_is_noticed(engine, course):
    with deck(engine, course, NAMES[0]) as window:
        for number, (word, script) in enumerate(SPOILED.items()):
            turn(window.page, number)
            assert window.page.evaluate(WRONG_SLIDE, SMALLEST_TEXT) == []
            window.page.evaluate(f"const slide = Reveal.getCurrentSlide(); {script}")
            wrong = window.page.evaluate(WRONG_SLIDE, SMALLEST_TEXT)
            assert any(word in one for one in wrong), (word, wrong)


def test_the_keyboard_turns_pages_but_not_inside_an_explorer_or_an_answer(engine, course):
    with deck(engine, course, "01_gates") as window:
        page = window.page
        page.keyboard.press("ArrowRight")
        assert page.evaluate("Reveal.getIndices().h") == 1
        for selector, key in (("[role=slider]", "ArrowRight"), ("summary", "Space"), ("summary", "Enter")):
            entry = page.locator(selector).first
            here = entry.evaluate(NUMBER)
            turn(page, here)
            entry.focus()
            page.keyboard.press(key)
            assert page.evaluate("Reveal.getIndices().h") == here
        assert page.locator("summary").first.evaluate("(one) => one.parentElement.open") is False  # twice pressed
