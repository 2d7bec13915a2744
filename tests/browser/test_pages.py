"""Lessons as pages and as decks, in a real Chromium without a network: alive, readable, printed, and right.

What takes long is done for a few lessons; LSTMLESSON_EVERY_LESSON=1 does it for every lesson.
"""

import os

import pytest
from axe import violations
from pages import OnPage, Watched
from written import NAMES

pytestmark = pytest.mark.browser

LARGEST_PAGE = 600_000  # bytes
ALIVE_WITHIN = 500  # milliseconds after the reader has asked for the page
PHONE, PAPER = 390, 673  # pixels; the paper is A4 within its margins, 178 of 210 mm
PAPER_HEIGHT = 1001  # 265 of 297 mm
SMALLEST_TEXT = 18  # pixels on a slide of 1280 by 720
ROOTS = "[data-explorer] > .lstmlesson"
EVERY = os.environ.get("LSTMLESSON_EVERY_LESSON") == "1"
FEW = [name for name in NAMES if EVERY or name[:2] in ("00", "02")]
NUMBER = "(one) => [...document.querySelectorAll('.slides > section')].indexOf(one.closest('section'))"


@pytest.fixture(scope="session")
def course(tmp_path_factory):
    """Every lesson, run once."""
    from written import Course

    with Course(tmp_path_factory.mktemp("course")) as running:
        yield running


def opened(engine, place, **options):
    """A page in a window of its own. A file is opened with the network switched off."""
    window = Watched(engine, offline=place.startswith("file:"), **options)
    window.page.goto(place)
    return window


def explorers(page, twins):
    """The explorers of a page beside their twins, each opened by a guess where it is locked."""
    roots = page.locator(ROOTS).all()
    assert len(roots) == len(twins)
    for root, twin in zip(roots, twins, strict=True):
        shown = OnPage(page, root, twin)
        yield shown


def unlock(shown):
    """Commit a guess where one is asked for: bigger, or 1."""
    if shown.twin.is_locked:
        assert shown.root.locator("[data-control], svg, table").count() == 0
        radios = shown.root.get_by_role("radio")
        radios.first.check() if radios.count() else shown.root.get_by_role("spinbutton").fill("1")
        shown.root.get_by_role("button", name="Commit").click()
        shown.twin.guess = 1


# Pages.


@pytest.mark.parametrize("name", NAMES)
def test_every_explorer_of_a_page_follows_mouse_and_keyboard_without_a_network(engine, course, name):
    place = course.place(name, from_file=True)
    with opened(engine, place) as window:
        for shown in explorers(window.page, course.twins(name)):
            unlock(shown)
            assert shown.is_right()
            for control in shown.twin._visible:
                assert len(moved(shown, control)) > 1
        assert window.page.locator(".still").count() >= 1  # the quiz, at least, asks Python


def moved(shown, control):
    """Move each input of a control by mouse and by keyboard, and give what the control was set to."""
    seen = set()
    for entry in shown.inputs(control):
        kind = entry.evaluate("(entry) => entry.type")
        if kind != "number":
            entry.click(position={"x": 30, "y": 5}) if kind == "range" else entry.focus()
            seen.add(shown.checked(control))
        for key in {"checkbox": ["Space"], "number": ["ArrowDown", "ArrowUp"]}.get(kind, ["Home", "End", "ArrowUp"]):
            entry.press(key)
            seen.add(shown.checked(control))
        if kind == "checkbox":
            entry.click()
            seen.add(shown.checked(control))
    return seen


@pytest.mark.parametrize("name", FEW)
def test_a_page_is_alive_from_a_server_too(engine, course, name):
    with opened(engine, course.place(name, from_file=False)) as window:
        for shown in explorers(window.page, course.twins(name)):
            unlock(shown)
            assert shown.is_right()
            assert one_key(shown) or shown.twin.is_locked


def one_key(shown):
    """Press one key on the first control that a key moves, and say whether the page followed."""
    entry = shown.root.locator("input[type=range]").first
    before = shown.now()
    entry.press("ArrowRight")
    entry.press("ArrowLeft") if shown.now() == before else None
    return shown.is_right() and shown.now() != before


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_small_and_soon_alive(engine, course, name):
    place = course.place(name, from_file=True)
    assert len((course.folder / f"{name}.html").read_bytes()) < LARGEST_PAGE
    times = []
    with opened(engine, place) as window:
        for _ in range(3):  # the machine may be busy with something else once
            window.page.reload()
            times.append(window.page.evaluate("performance.getEntriesByName('lstmlesson alive')[0].startTime"))
    assert min(times) < ALIVE_WITHIN, times


@pytest.mark.parametrize("name", FEW)
def test_a_page_is_accessible_in_light_and_dark_and_fits_a_telephone(engine, course, axe, name):
    with opened(engine, course.place(name, from_file=True)) as window:
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


# Pictures and texts that are higher than a sheet, stick out of it, or may be broken between two; and open answers.
CUT_ON_PAPER = """
([width, height]) => {
  const all = [...document.querySelectorAll("svg:not(svg svg), img, table, pre")];
  const open = document.querySelectorAll("details[open]").length ? ["an open answer"] : [];
  return open.concat(all.filter((one) => one.checkVisibility()).flatMap((one) => {
    const box = one.getBoundingClientRect();
    const whole = getComputedStyle(one).breakInside === "avoid" && box.height <= height && box.right <= width + 1;
    return whole && one.scrollWidth <= one.clientWidth + 1 ? [] : [one.outerHTML.slice(0, 80)];
  }));
}
"""


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_on_paper_and_answers_stay_folded(engine, course, name):
    with opened(engine, course.place(name, from_file=True)) as window:
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


# Decks.

# All that is wrong with the slide that is shown, with its fragments shown and its answers folded.
WRONG_SLIDE = """
(smallest) => {
  const slide = document.querySelector(".slides > section.present");
  const wrong = [];
  const box = slide.getBoundingClientRect();
  if (slide.scrollHeight > 720 || slide.scrollWidth > 1280 || box.top < 0 || box.bottom > 721)
    wrong.push(`${slide.scrollWidth} by ${slide.scrollHeight}`);
  const seen = [...slide.querySelectorAll(".output_area, .text_cell_render")].filter((place) =>
    place.checkVisibility() && [...place.querySelectorAll("svg, img, table, [data-explorer]")].length);
  if (seen.length > 1) wrong.push(`${seen.length} things to look at`);
  for (const one of slide.querySelectorAll("*")) {
    if (!one.checkVisibility() || one.closest("svg")) continue;
    const style = getComputedStyle(one);
    if (style.overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1 && one.clientWidth)
      wrong.push(`cut: ${one.outerHTML.slice(0, 80)}`);
    const text = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (text && !one.closest("sub, sup, math") && parseFloat(style.fontSize) < smallest)
      wrong.push(`${style.fontSize}: ${one.textContent.slice(0, 40)}`);
  }
  if (!slide.innerText.trim()) wrong.push("empty");
  return wrong;
}
"""


# The page fits a slide anew when the browser has drawn what has grown.
NEXT_FRAME = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def deck(engine, course, name, from_file):
    window = opened(engine, course.place(f"{name}_slides", from_file), viewport={"width": 1280, "height": 720})
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
    with deck(engine, course, name, from_file=True) as window:
        assert window.page.evaluate("Reveal.getTotalSlides()") > 5
        assert faults(window.page) == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_slide_stays_whole_while_its_explorer_is_moved(engine, course, name):
    with deck(engine, course, name, from_file=True) as window:
        for shown in explorers(window.page, course.twins(name)):
            turn(window.page, shown.root.evaluate(NUMBER))
            unlock(shown)
            for entry in shown.root.locator("input[type=range]").all():
                for key in ("End", "Home"):
                    entry.press(key)
                    window.page.evaluate(NEXT_FRAME)
                    assert window.page.evaluate(WRONG_SLIDE, SMALLEST_TEXT) == [], key
            assert shown.is_right()


@pytest.mark.parametrize("name", FEW)
def test_a_deck_is_alive_from_a_server_too(engine, course, axe, name):
    with deck(engine, course, name, from_file=False) as window:
        for shown in explorers(window.page, course.twins(name)):
            turn(window.page, shown.root.evaluate(NUMBER))
            for scheme in ("light", "dark"):
                window.page.emulate_media(color_scheme=scheme)
                assert violations(window.page, axe, ".slides > section.present") == [], scheme
            unlock(shown)
            assert one_key(shown)


PRINTED = """
() => [...document.querySelectorAll(".pdf-page section")].map((one) => [
  one.scrollHeight, one.scrollWidth, parseFloat(getComputedStyle(one).fontSize), getComputedStyle(one).paddingLeft])
"""


@pytest.mark.parametrize("name", FEW)
def test_a_printed_deck_has_one_whole_slide_on_each_sheet(engine, course, name):
    place = course.place(f"{name}_slides", from_file=True) + "?print-pdf"
    with opened(engine, place, viewport={"width": 1280, "height": 720}) as window:
        window.page.wait_for_selector(".pdf-page")
        sheets = window.page.evaluate(PRINTED)
        assert len(sheets) > 5
        for height, width, size, padding in sheets:
            assert (height, width) <= (720, 1280)
            assert size >= SMALLEST_TEXT
            assert padding == "56px"


SPOILED = {
    "1280 by": "slide.insertAdjacentHTML('beforeend', `<div style='height: 800px'></div>`)",
    "2 things": "slide.insertAdjacentHTML('beforeend', `<div class='output_area'><table></table></div>`.repeat(2))",
    "17px": "slide.insertAdjacentHTML('beforeend', `<p style='font-size: 17px'>small</p>`)",
    "cut": "slide.insertAdjacentHTML('beforeend', `<pre style='width: 9px; overflow-x: auto'>broad</pre>`)",
    "empty": "slide.replaceChildren()",
}


def test_a_slide_that_is_wrong_is_noticed(engine, course):
    with deck(engine, course, NAMES[0], from_file=True) as window:
        for number, (word, script) in enumerate(SPOILED.items()):
            turn(window.page, number)
            assert window.page.evaluate(WRONG_SLIDE, SMALLEST_TEXT) == []
            window.page.evaluate(f"const slide = Reveal.getCurrentSlide(); {script}")
            wrong = window.page.evaluate(WRONG_SLIDE, SMALLEST_TEXT)
            assert any(word in one for one in wrong), (word, wrong)


def test_the_keyboard_turns_pages_but_not_inside_an_explorer_or_an_answer(engine, course):
    with deck(engine, course, "02_weight_sharing", from_file=True) as window:
        page = window.page
        page.keyboard.press("ArrowRight")
        assert page.evaluate("Reveal.getIndices().h") == 1
        for selector, key in (("input[type=range]", "ArrowRight"), ("summary", "Space"), ("summary", "Enter")):
            entry = page.locator(selector).first
            here = entry.evaluate(NUMBER)
            turn(page, here)
            entry.focus()
            page.keyboard.press(key)
            assert page.evaluate("Reveal.getIndices().h") == here
        assert page.locator("summary").first.evaluate("(one) => one.parentElement.open") is False  # twice pressed
