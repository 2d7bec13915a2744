"""Explorers in JupyterLab: moved by mouse and keyboard, with the kernel asleep, and in step with Python afterwards."""

import os
import signal

import pytest
from axe import violations
from on_page import OnPage
from test_explorers import CALLS

pytestmark = pytest.mark.browser

CELL = "from lstmlesson.explorers import {0}\nexplorer = {0}({1})\nexplorer"
OUTPUT = ".jp-OutputArea-output"
ROOT = f"{OUTPUT} .lstmlesson"


def opened(lab, name, **arguments):
    """One explorer in a notebook of its own, which has been run."""
    given = ", ".join(f"{argument}={value!r}" for argument, value in arguments.items())
    lab.server.write(f"{name}.ipynb", CELL.format(name, given))
    lab.open(f"{name}.ipynb")
    lab.run(1)
    return OnPage(lab.page, lab.page.locator(ROOT).first, CALLS[name](**arguments))


@pytest.mark.parametrize("name", CALLS)
def test_every_control_moves_the_page_without_a_kernel_and_python_follows(lab, name, axe):
    shown = opened(lab, name)
    assert shown.is_right()
    with lab.kernel() as kernel:
        process = kernel.value("__import__('os').getpid()")
        os.kill(process, signal.SIGSTOP)  # it cannot answer, so all that follows happens in the page
        try:
            for control in filter(shown.inputs, shown.twin.controls):
                assert len(shown.by_mouse(control)) > 1
                assert len(shown.by_keyboard(control)) > 1
            traits = shown.traits()
        finally:
            os.kill(process, signal.SIGCONT)
        for trait, value in traits.items():
            lab.until(lambda trait=trait, value=value: kernel.value(f"explorer.{trait}") == value)
        for control in filter(shown.inputs, shown.twin.controls):
            for value in (control.values()[-1], control.values()[0]):
                kernel.do(f"explorer.{control.name} = {value!r}")
                lab.until(lambda name=control.name, value=value: shown.traits()[name] == value)
                assert shown.is_right()
        assert kernel.value("explorer.count") == shown.twin.count
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        lab.theme(theme)
        assert violations(lab.page, axe, ROOT) == []


def test_axe_notices_what_has_no_name(lab, axe):
    opened(lab, "gates")
    lab.page.locator(ROOT).first.evaluate("(root) => root.append(document.createElement('select'))")
    assert any(one.startswith("select-name") for one in violations(lab.page, axe, ROOT))


def test_no_shortcut_of_jupyterlab_fires_while_a_control_has_the_focus(lab):
    shown = opened(lab, "gates")
    before = lab.cells()
    for control in shown.twin.controls:
        for entry in shown.inputs(control):
            for key in "a b x d d m y r z 0 0 Enter Shift+Enter Alt+Enter Shift+M ArrowDown Escape b".split():
                entry.focus()
                lab.page.keyboard.press(key)
    assert lab.cells() == before
    for box in shown.root.get_by_role("spinbutton").all():
        box.fill("5")  # letters and noughts were refused, aloud; a good value takes that away
    assert shown.is_right()
    # The same keys do something where no control has the focus: the test can fail.
    lab.page.locator(".jp-Cell .cm-content").first.click()
    lab.page.keyboard.press("Escape")
    lab.page.keyboard.press("b")
    lab.until(lambda: lab.cells() != before)


FLOOD = """
(root) => {
  const range = root.querySelector("input[type=range]");
  for (let step = 0; step < 2000; step++) {
    range.value = 1 + (step * 5) % 8;
    range.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return range.value;
}
"""


def test_a_flood_of_changes_ends_right_on_both_sides(lab):
    shown = opened(lab, "ledger")
    last = shown.root.evaluate(FLOOD)
    assert shown.is_right()
    with lab.kernel() as kernel:
        lab.until(lambda: kernel.value("explorer.features") == int(last))
        # Jupyter's server drops what comes beyond 3,000 messages in 3 seconds, so the floods are kept apart.
        lab.page.wait_for_timeout(3000)
        # The last value comes once only, so whoever sees it has seen all the others go by.
        kernel.do("for step in range(2000): explorer.units = 1 + step * 5 % 7\nexplorer.units = 8")
        units = kernel.value("explorer.units")
        lab.until(lambda: shown.traits()["units"] == units)
        lab.page.wait_for_timeout(300)  # nothing old comes after it
        assert shown.traits() == {"features": int(last), "units": units, "timesteps": 10, "batch": 7}
        assert shown.is_right()
        assert kernel.value("explorer.features") == int(last)


def executed(lab, trusted):
    """A notebook that has been run elsewhere, opened here and not run."""
    name = f"executed_{trusted}.ipynb"
    lab.server.write_executed(name, CELL.format("gates", "units=5"), trusted)
    lab.open(name)
    return lab.page.locator(OUTPUT).first


def test_a_notebook_that_is_not_trusted_shows_the_static_form(lab):
    output = executed(lab, trusted=False)
    image = output.locator("img")
    image.wait_for()
    assert "recurrent_kernel (5, 20)" in image.get_attribute("alt")
    assert image.evaluate("async (image) => (await image.decode(), image.naturalWidth)") > 100
    assert "4(3·5 + 5·5 + 5) = 180" in output.inner_text()
    assert lab.page.locator(ROOT).count() == 0


def test_a_trusted_notebook_is_alive_before_it_is_run(lab):
    executed(lab, trusted=True)
    lab.page.locator(ROOT).wait_for()
    shown = OnPage(lab.page, lab.page.locator(ROOT), CALLS["gates"](units=5))
    assert shown.traits()["units"] == 5
    assert len(shown.by_keyboard(shown.twin.controls[1])) > 3


def test_the_page_still_answers_when_the_kernel_is_gone(lab):
    shown = opened(lab, "gates")
    lab.server.end_kernels()
    lab.page.wait_for_timeout(500)
    assert len(shown.by_keyboard(shown.twin.controls[1])) > 3
    assert shown.is_right()
    # The widget manager says of each change that it cannot be sent. Nothing else may be said.
    said = [error for error in lab.errors if not error.startswith(lab.not_ours)]
    assert {error.partition(" Error")[0] for error in said} <= {"Could not send widget sync message"}
    lab.errors.clear()
