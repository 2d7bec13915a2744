"""live.js in a real Chromium, with a stand-in for the widget's model: what stands on the page is what Python writes."""

import live
import pytest
from axe import violations
from test_explorers import CALLS, LOCKED, NASTY, VARIANTS, set_all

from lstmlesson.explorers import gates, ledger
from lstmlesson.explorers.live.controls import Check, Choice, Whole
from lstmlesson.explorers.live.explorer import Explorer
from lstmlesson.views.document import escape, fill

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", VARIANTS)
def test_the_page_shows_what_python_writes(blank, name):
    explorer = VARIANTS[name]()
    blank.show(explorer)
    for traits in live.some_settings(explorer.controls):
        set_all(explorer, traits)
        blank.set(traits)
        assert blank.shown() == blank.parsed(fill(explorer.text(), explorer.letters)), traits


def test_a_changed_document_is_noticed(blank):
    explorer = gates()
    total = explorer._polynomials.index([[4, "f", "u"], [4, "u", "u"], [4, "u"]])
    explorer._polynomials[total][0][0] = 5
    blank.show(explorer)
    assert blank.shown() != blank.parsed(fill(explorer.text(), explorer.letters))


def test_foreign_text_is_shown_as_it_is(blank):
    kind = Choice("kind", NASTY, NASTY, options=(NASTY, "plain"))
    explorer = Explorer("small", [kind, Whole("units", 2, NASTY)], f"<p>{escape(NASTY)}</p>", Whole("units", 2).size)
    blank.show(explorer)
    assert blank.page.locator("p").inner_text() == NASTY
    assert blank.page.locator("label span").all_inner_texts() == [NASTY, NASTY]
    assert blank.page.locator("select").input_value() == NASTY
    assert blank.page.locator("option").all_text_contents() == [NASTY, "plain"]
    blank.page.locator("input[type=number]").fill("99")
    assert NASTY in blank.page.locator("[role=alert]").inner_text()
    assert blank.page.locator("b, script").count() == 0


@pytest.mark.parametrize("typed", ["9", "0", "-1", "2.5", "99999999999999999999", "1e5"])
def test_a_refused_value_is_said_and_the_last_good_one_stays(blank, typed):
    blank.show(ledger(units=2))
    box, alert = blank.page.get_by_label("units, as a number"), blank.page.get_by_role("alert").nth(1)
    before = blank.page.locator("table").inner_text()
    box.fill("")
    box.press_sequentially(typed)
    kept = blank.trait("units")
    assert kept in range(1, 9)
    assert f"{typed} is refused" in alert.inner_text()
    assert f"{kept} stays" in alert.inner_text()
    assert box.get_attribute("aria-invalid") == "true"
    assert kept != 2 or blank.page.locator("table").inner_text() == before
    box.blur()
    assert box.input_value() == str(kept)
    assert "refused" in alert.inner_text()
    box.fill("5")
    assert alert.inner_text() == ""
    assert blank.trait("units") == 5


def test_an_emptied_box_gets_its_value_back(blank):
    blank.show(ledger(units=2))
    box = blank.page.get_by_label("units, as a number")
    box.fill("")
    assert blank.trait("units") == 2
    box.press("Enter")
    box.blur()
    assert box.input_value() == "2"


@pytest.mark.parametrize("name", LOCKED)
def test_a_locked_explorer_opens_for_a_guess_and_not_before(blank, name):
    explorer = LOCKED[name](predict=True)
    blank.show(explorer)
    assert blank.page.locator("[data-control], svg, table").count() == 0
    blank.page.get_by_role("button", name="Commit").click()  # nothing is guessed yet, so the browser refuses
    assert blank.trait("guess") is None
    radios = blank.page.get_by_role("radio")
    if radios.count():
        radios.first.check()
        guess = 1
    else:
        guess = 17
        blank.page.get_by_role("textbox").fill("17")
        blank.page.keyboard.press("Enter")
    if blank.trait("guess") is None:
        blank.page.get_by_role("button", name="Commit").click()
    assert blank.trait("guess") == guess
    explorer.guess = guess
    assert blank.shown() == blank.parsed(fill(explorer.text(), explorer.letters))
    assert blank.page.evaluate("document.activeElement.innerText").startswith("You said")


@pytest.mark.parametrize("name", LOCKED)
def test_a_question_and_its_verdict_have_names_that_a_screen_reader_says(blank, axe, name):
    explorer = LOCKED[name](predict=True)
    blank.show(explorer)
    assert violations(blank.page, axe, ".lstmlesson") == []
    blank.set({"guess": 1})
    assert violations(blank.page, axe, ".lstmlesson") == []
    if blank.page.get_by_role("spinbutton").count():
        blank.page.get_by_role("spinbutton").first.fill("0")
        assert "refused" in blank.page.get_by_role("alert").first.inner_text()
        assert violations(blank.page, axe, ".lstmlesson") == []


def test_the_keyboard_alone_reaches_every_control(blank):
    blank.show(gates())
    reached = []
    while "copy" not in reached:
        blank.page.keyboard.press("Tab")
        reached.append(blank.page.evaluate(REACHED))
        outline = blank.page.evaluate(OUTLINE)
        assert outline == "3px", reached
    controls = [name for name in reached if name]
    assert controls == ["play", "kind", "units", "features", "units", "features", "bias", "reset", "copy"]


# What has the focus; and its outline, which is that of the label around a radio button.
REACHED = "(({ control, slide, do: does }) => control || slide || does)(document.activeElement.dataset)"
OUTLINE = """
((one) => getComputedStyle(one.type === "radio" ? one.closest("label") : one).outlineWidth)(document.activeElement)
"""


def test_no_key_leaves_an_explorer(blank):
    blank.show(Explorer("small", [Check("bias", True), Whole("units", 2)], "", Whole("units", 2).size))
    blank.page.evaluate("window.heard = []; document.addEventListener('keydown', (event) => heard.push(event.key))")
    for entry in blank.page.locator("[data-control]").all():
        entry.focus()
        for key in ("b", "a", "ArrowUp", "Enter", "Escape", "Shift+Enter", "Control+Enter"):
            blank.page.keyboard.press(key)
    assert blank.page.evaluate("heard") == []


@pytest.mark.parametrize("width", [320, 640, 1280])
@pytest.mark.parametrize("name", CALLS)
def test_every_control_is_in_sight_on_a_narrow_page_and_at_twice_the_size(blank, name, width):
    blank.page.set_viewport_size({"width": width, "height": 700})
    blank.show(CALLS[name]())
    blank.page.evaluate("document.documentElement.style.fontSize = '200%'; document.body.style.fontSize = '200%'")
    blank.page.evaluate("document.querySelector('.lstmlesson').style.fontSize = '28px'")
    cut = "(all) => all.filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => one.outerHTML)"
    assert blank.page.locator("[data-control], label").evaluate_all(cut) == []
    # What is wider than the page, a picture or a table, can be scrolled to.
    assert blank.page.locator(".lstmlesson").evaluate("(root) => getComputedStyle(root).overflowX") == "auto"
    assert blank.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", VARIANTS)
def test_no_text_of_a_picture_lies_on_another_or_is_cut(blank, name):
    explorer = VARIANTS[name]()
    blank.page.set_viewport_size({"width": 1280, "height": 2000})
    blank.show(explorer)
    for traits in live.some_settings(explorer.controls):
        blank.set(traits)
        assert blank.page.evaluate(OVERLAPS) == [], traits


# Texts of one picture whose boxes overlap, or that leave the picture.
OVERLAPS = """
[...document.querySelectorAll("svg")].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
  const wrong = [];
  boxes.forEach(([one, a], i) => {
    if (a.left < frame.left || a.right > frame.right + 1 || a.top < frame.top - 1 || a.bottom > frame.bottom + 1)
      wrong.push(`${one} is cut`);
    for (const [other, b] of boxes.slice(i + 1))
      if (a.left + 1 < b.right && b.left + 1 < a.right && a.top + 4 < b.bottom && b.top + 4 < a.bottom)
        wrong.push(`${one} lies on ${other}`);
  });
  return wrong;
})
"""
