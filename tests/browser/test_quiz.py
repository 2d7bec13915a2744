"""The quiz in JupyterLab, by keyboard alone: a wrong answer, a hint, the right answer, another question."""

import pytest
from axe import violations

from lstmlesson.explorers.kernel._quiz import quiz

pytestmark = pytest.mark.browser

CELL = "from lstmlesson.explorers import quiz\none = quiz({0})\none"
ROOT = ".jp-OutputArea-output .lstmlesson"
FOCUSED = "() => document.activeElement.innerText || document.activeElement.placeholder || ''"


def opened(lab, given=""):
    lab.server.write("quiz.ipynb", CELL.format(given))
    lab.open("quiz.ipynb")
    lab.run(1)
    return lab.page.locator(ROOT).first


def tab_to(page, name, most=60):
    """Press Tab until something of this name has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if name in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"{name} cannot be reached by Tab")


def says(root, text):
    root.get_by_text(text).first.wait_for()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_learner_answers_wrongly_reads_the_hint_answers_rightly_and_goes_on(lab, key):
    root, page, twin = opened(lab, "0, seed=1"), lab.page, quiz(0, seed=1)
    without_bias = twin.question.families[0][0]
    root.locator("input").focus()
    page.keyboard.type(f"{without_bias.count:,}")
    page.keyboard.press("Enter")
    says(root, f"{without_bias.count:,} is not the count.")
    says(root, without_bias.hint)
    assert root.locator("svg[role=img]").count() == 2
    tab_to(page, "Hint")
    page.keyboard.press(key)
    says(root, "Hint 1 of 3")
    page.keyboard.press(key)
    says(root, "Hint 2 of 3")
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        if "a number" in page.evaluate(FOCUSED):
            break
    page.keyboard.press("Control+a")
    page.keyboard.type(twin.question.hints[2].removeprefix("With numbers it is ").rstrip("."))
    page.keyboard.press("Enter")
    says(root, f"{twin.question.answer:,} is right.")
    twin.next()
    tab_to(page, "Another like this")
    page.keyboard.press(key)
    says(root, twin.question.text)
    lab.page.wait_for_function("() => document.activeElement.placeholder?.startsWith('a number')")
    assert root.locator("input").input_value() == ""


def test_numbers_are_offered_to_choose_from(lab):
    root, twin = opened(lab, "3, seed=2, choices=True"), quiz(3, seed=2, choices=True)
    for button in twin.options.children:
        root.get_by_role("button", name=button.description, exact=True).click()
        right = button.description == f"{twin.question.answer:,}"
        says(root, f"{button.description} is {'' if right else 'not the count'}{'right' if right else ''}.")


def test_what_is_typed_is_shown_as_text(lab):
    root = opened(lab)
    root.locator("input").fill("<img src=x onerror=document.title='run'>")
    root.get_by_role("button", name="Check").click()
    says(root, "cannot be read here")
    assert root.locator("img").count() == 0
    assert lab.page.title() != "run"


def test_nothing_in_it_lacks_a_name(lab, axe):
    root = opened(lab, "0, seed=1, choices=True")
    root.get_by_role("button", name="Hint").click()
    says(root, "Hint 1 of 3")
    assert violations(lab.page, axe, ROOT) == []
