"""The quiz in a real Chromium, without a kernel: by keyboard alone, wrong and right, wide and narrow, light, dark."""

import pytest
from axe import violations

from lstmlesson.explorers import quiz
from lstmlesson.questions.series import practice
from lstmlesson.views.asked_items import told_of

pytestmark = pytest.mark.browser

CELL = "from lstmlesson.explorers import quiz\none = quiz({0})\none"
ROOT = ".lstmlesson.lm-quiz"
FOCUSED = "() => document.activeElement.innerText || document.activeElement.placeholder || ''"
OVERFLOW = "document.querySelector('.lstmlesson').scrollWidth - document.querySelector('.lstmlesson').clientWidth"


@pytest.fixture
def shown(blank):
    blank.page.set_viewport_size({"width": 900, "height": 1200})
    blank.page.emulate_media(reduced_motion="reduce")
    blank.twin = quiz(0, seed=1)
    blank.show(blank.twin)
    return blank


def tab_to(page, name, most=60, key="Tab"):
    """Press Tab until something of this name has the focus."""
    for _ in range(most):
        page.keyboard.press(key)
        if name in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"{name} cannot be reached by {key}")


def says(page, text):
    page.get_by_text(text, exact=False).first.wait_for()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_learner_answers_wrongly_reads_a_hint_answers_rightly_and_goes_on(shown, key):
    page, item = shown.page, shown.twin.item
    without_bias = item.question.families[0][0]
    tab_to(page, "a number")
    page.keyboard.type(f"{without_bias.count:,}")
    page.keyboard.press("Enter")
    says(page, f"{without_bias.count:,} is not right.")
    says(page, without_bias.hint)
    assert page.locator(".lm-pair .lm-ghost").count() == 4
    tab_to(page, "Hint")
    for number in (1, 2, 3):
        page.keyboard.press(key)
        says(page, f"Hint {number} of 3")
    assert page.get_by_role("button", name="Hint").is_disabled()
    page.locator("[data-answer]").focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(item.hints[2].removeprefix("With numbers it is ").rstrip("."))
    page.keyboard.press("Enter")
    says(page, f"{item.right.text} is right.")
    says(page, item.question.solution[-1])
    says(page, "0 of 1 right at the first try. Level 1 of 3.")
    tab_to(page, "Another like this")
    page.keyboard.press(key)
    says(page, practice(0, 1, 1).text)


def answer(page, item):
    """The right one, typed or chosen."""
    if item.is_typed:
        page.locator("[data-answer]").fill(item.right.text)
        return page.keyboard.press("Enter")
    return page.get_by_role("button", name=item.right.text, exact=True).click()


def test_it_climbs_keeps_the_score_and_ends_in_the_next_lesson(shown):
    page, number = shown.page, [0, 0, 0]
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<a href=\"https://x.y/01_gates.html\">Gates</a>')")
    for level in (0, 0, 1, 1, 2, 2):
        answer(page, practice(0, 1, number[level], level + 1))
        number[level] += 1
        says(page, f"{sum(number)} of {sum(number)} right at the first try. Level {level + 1} of 3.")
        if sum(number) < 6:
            page.get_by_role("button", name="Another like this").click()
    says(page, "You are ready for lesson 1.")
    assert page.locator(f"{ROOT} a").get_attribute("href") == "https://x.y/01_gates.html"


def test_an_option_says_why_it_is_wrong(shown):
    page = shown.page
    shown.show(quiz(3, seed=1))
    item = practice(3, 1, 0)
    wrong = item.wrong[0]
    page.get_by_role("button", name=wrong.text, exact=True).click()
    says(page, "Not this one.")
    says(page, wrong.why)
    answer(page, item)
    says(page, "Right.")


def test_two_views_agree(shown):
    page, number = shown.page, told_of(shown.twin.item)[0].number
    shown.set({"state": {**shown.twin.state, "answer": f"{number}", "hints": 1}})
    says(page, f"{number:,} is not right.")
    says(page, "Hint 1 of 3")
    assert page.locator("[data-answer]").input_value() == f"{number}"


def test_what_is_typed_is_shown_as_text_and_is_not_counted(shown):
    page = shown.page
    page.locator("[data-answer]").fill("<img src=x onerror=document.title='run'>")
    page.get_by_role("button", name="Check").click()
    says(page, "cannot be read as a count")
    assert page.locator("img").count() == 0
    assert page.title() != "run"
    says(page, "0 of 0 right")


@pytest.mark.parametrize("lesson", [0, 6, 9])
def test_nothing_in_it_lacks_a_name_or_a_contrast_or_is_cut(blank, axe, lesson):
    page = blank.page
    page.add_style_tag(content=":root { color-scheme: light dark }")
    one = quiz(lesson, seed=1)
    for width in (1280, 840, 390):
        page.set_viewport_size({"width": width, "height": 1000})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            blank.show(one)
            page.evaluate("document.documentElement.style.colorScheme = 'light dark'")
            page.evaluate("document.body.style.background = 'var(--lm-paper)'")
            assert violations(page, axe, ROOT) == []
            wrong = f"{told_of(one.item)[0].number}" if one.item.is_typed else "0"
            blank.set({"state": {**one.state, "answer": wrong, "hints": 1, "solved": True}})
            assert violations(page, axe, ROOT) == []
            assert page.evaluate(OVERFLOW) == 0


def test_it_answers_in_jupyterlab_and_keeps_its_keys(lab):
    lab.server.write("quiz.ipynb", CELL.format("0, seed=1"))
    lab.open("quiz.ipynb")
    lab.run(1)
    root = lab.page.locator(f".jp-OutputArea-output {ROOT}").first
    cells = lab.cells()
    root.locator("[data-answer]").fill(practice(0, 1, 0).right.text)
    lab.page.keyboard.press("Enter")
    root.get_by_text("1 of 1 right at the first try.").wait_for()
    for key in "a b x d d".split():
        root.get_by_role("button", name="Hint").press(key)
    assert lab.cells() == cells
