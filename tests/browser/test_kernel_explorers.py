"""What holds for every explorer that asks the kernel, in JupyterLab: errors seen, keys kept, nothing cut or unnamed."""

import pytest
from axe import violations
from kernel_panel import CELL, GIVEN, ROOT, leave, opened, press
from on_page import SHOW, asked

pytestmark = pytest.mark.browser

every_explorer = pytest.mark.parametrize("name", GIVEN)
# What the kernel needs when its button is pressed.
NEEDS = {"trained": "progress", "reader": "explain"}


def shown(lab, name):
    root = opened(lab, name)
    asked(root, name)
    return root


@every_explorer
def test_an_exception_in_a_callback_is_seen_by_the_reader(lab, name):
    root = opened(lab, name)
    with lab.kernel() as kernel:
        kernel.do(f"import sys; sys.modules[{name}.__module__].{NEEDS[name]} = None")
    press(root, SHOW[name])
    root.locator("[role=alert]", has_text="TypeError: 'NoneType' object is not callable").wait_for()


@every_explorer
def test_no_shortcut_of_jupyterlab_fires_whatever_has_the_focus(lab, name):
    root = shown(lab, name)
    before = lab.cells()
    every = root.locator("button, input, select, textarea, summary").all()
    for entry in reversed(every):  # the last first: what is typed at the top changes what stands below
        entry.focus()
        for key in "a b x d d m y r z 0 0 ArrowDown Shift+M Escape b".split():
            lab.page.keyboard.press(key)
        lab.page.wait_for_timeout(100)
        assert (lab.cells(), lab.page.locator(".jp-Dialog").count()) == (before, 0), entry
    assert len(every) > 4
    leave(lab, root)


def test_the_keys_are_kept_too_where_a_notebook_is_opened_again_and_not_run(lab):
    lab.server.write_executed("again.ipynb", CELL.format("trained", "epochs=100"), True)
    lab.open("again.ipynb")
    root = lab.page.locator(ROOT).first
    root.locator("lstmlesson-frame").wait_for(state="attached")
    before = lab.cells()
    root.get_by_role("button", name="Train").first.press("b")
    lab.page.wait_for_timeout(500)
    assert lab.cells() == before


def test_a_shortcut_that_fires_is_noticed(lab):
    root = shown(lab, "trained")
    before = lab.cells()
    root.evaluate("(root) => root.parentElement.append(root.querySelector('button'))")
    lab.page.locator(f"{ROOT} ~ button").press("b")
    lab.until(lambda: lab.cells() != before)


CUT = """
(root) => [...root.querySelectorAll("button, label, p, li")].filter(
  (one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline"
    || one.getBoundingClientRect().right > root.getBoundingClientRect().right + 1
).map((one) => one.innerText)
"""


@every_explorer
def test_nothing_lacks_a_name_or_a_contrast_and_no_sentence_is_cut_on_a_narrow_page(lab, name, axe):
    root = shown(lab, name)
    usual = lab.page.viewport_size
    lab.command("application:toggle-left-area")
    try:
        for width in (1280, 420):
            lab.page.set_viewport_size({"width": width, "height": 900})
            for theme in ("JupyterLab Light", "JupyterLab Dark"):
                lab.theme(theme)
                assert violations(lab.page, axe, ROOT) == []
            assert root.evaluate(CUT) == []
        root.get_by_role("button").first.evaluate("(button) => { button.style.width = '2em'; }")
        assert len(root.evaluate(CUT)) == 1
    finally:
        lab.page.set_viewport_size(usual)
        lab.command("application:toggle-left-area")
        lab.page.wait_for_timeout(1000)  # JupyterLab puts its buttons back, and stumbles where they are gone


ALIGNED = """
(table) => [...table.rows].map((row) => [...row.cells].map((cell) => getComputedStyle(cell).textAlign))
"""
FILLED = {"trained": "one.train()", "reader": "one.buttons[1].click()"}


@every_explorer
def test_a_notebook_that_is_not_trusted_shows_the_static_form_with_its_tables_in_line(lab, name):
    source = CELL.format(name, GIVEN[name]).rpartition("\n")[0]
    lab.server.write_executed(f"{name}_static.ipynb", f"{source}\n{FILLED[name]}\none", False)
    lab.open(f"{name}_static.ipynb")
    output = lab.page.locator(".jp-OutputArea-output").first
    output.get_by_text("Run this cell").wait_for()
    assert lab.page.locator(ROOT).count() == 0
    for one in output.locator("table").all():
        header, *lines = one.evaluate(ALIGNED)
        assert set(header) == {"left", "right"}
        assert all(line == header for line in lines)
    assert output.locator("table").count() == 1
    for picture in output.locator("img").all():
        assert picture.evaluate("async (image) => (await image.decode(), image.naturalWidth)") > 100
