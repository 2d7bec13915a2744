"""Notebooks that were lived in: an explorer that is opened again is alive or shows its static form, never an error.

Each life is what somebody does with a notebook, and what is found when it is closed, its kernel ended, and opened anew.
"""

import json

import pytest
from lab_page import Lab

ALIVE, STILL, EITHER = "alive", "static form", "alive or static form"
CODE = "from lstmlesson.explorers import gates, quiz\n\ngates(units=5)"
OUTPUT = ".jp-Notebook .jp-OutputArea-output"
SETTLED = (
    f"() => document.querySelector('{OUTPUT} .lstmlesson, {OUTPUT} img') || document.body.innerText.includes('Error')"
)
SAVE = "async () => { await jupyterapp.shell.currentWidget.context.save(); }"
RESTART = "async () => { await jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart(); }"
RENAME = "async (name) => { await jupyterapp.shell.currentWidget.context.rename(name); }"
DUPLICATE = """async ([from, to]) => {
  const contents = jupyterapp.serviceManager.contents;
  const copy = await contents.copy(from, "");
  await contents.rename(copy.path, to);
}"""
pytestmark = pytest.mark.browser


def save(lab):
    lab.page.evaluate(SAVE)


def restart(lab):
    lab.page.evaluate(RESTART)
    lab.until(lambda: lab.server.kernel(lab.name)[1])


def end_kernel(lab):
    lab.server.end_kernels()
    lab.page.wait_for_timeout(500)


def saved(lab):
    save(lab)


def restarted_and_saved(lab):
    restart(lab)
    save(lab)


def saved_and_restarted(lab):
    save(lab)
    restart(lab)


def saved_restarted_and_saved(lab):
    save(lab)
    restarted_and_saved(lab)


def ended_and_saved(lab):
    end_kernel(lab)
    save(lab)


def saved_twice_and_ended(lab):
    save(lab)
    end_kernel(lab)
    save(lab)


def restarted_saved_and_run_again(lab):
    restarted_and_saved(lab)
    lab.run(1)
    save(lab)


LIVES = {
    saved: ALIVE,
    restarted_and_saved: STILL,
    saved_and_restarted: ALIVE,
    ended_and_saved: EITHER,  # as the page has noticed
    saved_restarted_and_saved: ALIVE,
    saved_twice_and_ended: ALIVE,
    restarted_saved_and_run_again: ALIVE,
}


def seen(lab):
    """What stands where the explorer was."""
    lab.page.wait_for_function(SETTLED)
    texts = " ".join(lab.page.locator(OUTPUT).all_inner_texts())
    assert "Error" not in texts, texts
    return ALIVE if lab.page.locator(f"{OUTPUT} .lstmlesson").count() else STILL


def opened_again(lab: Lab, name):
    """Close everything, end every kernel, and open a notebook as on the next day."""
    lab.check()
    lab.open(name)
    return seen(lab)


def lived(lab, name, life=saved):
    """A notebook that was written, run, and lived in."""
    lab.server.write(name, CODE)
    lab.open(name)
    lab.run(1)
    life(lab)
    # Without a kernel the widget manager says of its state that it cannot be sent.
    lab.errors[:] = [error for error in lab.errors if "Could not send widget" not in error]


@pytest.mark.parametrize(("life", "found"), LIVES.items(), ids=lambda value: getattr(value, "__name__", value))
def test_an_explorer_that_is_opened_again_is_alive_or_still(lab, life, found):
    lived(lab, f"{life.__name__}.ipynb", life)
    assert opened_again(lab, f"{life.__name__}.ipynb") in found
    # Once more: what was opened may be saved as it is.
    save(lab)
    assert opened_again(lab, f"{life.__name__}.ipynb") in found


def test_a_renamed_notebook_is_alive(lab):
    lived(lab, "before.ipynb")
    lab.page.evaluate(RENAME, "after.ipynb")
    assert opened_again(lab, "after.ipynb") == ALIVE


def test_a_duplicate_is_alive_beside_its_original(lab):
    lived(lab, "original.ipynb")
    lab.page.evaluate(DUPLICATE, ["original.ipynb", "duplicate.ipynb"])
    assert opened_again(lab, "duplicate.ipynb") == ALIVE
    assert opened_again(lab, "original.ipynb") == ALIVE


def test_a_notebook_from_elsewhere_is_still_until_it_is_run(lab):
    lived(lab, "here.ipynb")
    file = lab.server.notebooks / "here.ipynb"
    notebook = json.loads(file.read_text("utf-8"))
    notebook["metadata"]["from"] = "elsewhere"  # so its signature is another's
    (lab.server.notebooks / "elsewhere.ipynb").write_text(json.dumps(notebook), "utf-8")
    assert opened_again(lab, "elsewhere.ipynb") == STILL
    lab.run(1)
    assert seen(lab) == ALIVE


def test_a_notebook_whose_widget_state_was_taken_out_is_still_and_can_be_run(lab):
    lived(lab, "without.ipynb", restarted_and_saved)
    notebook = json.loads((lab.server.notebooks / "without.ipynb").read_text("utf-8"))
    assert notebook["cells"][0]["outputs"][0]["data"].keys() == {"text/html", "text/plain"}
    assert opened_again(lab, "without.ipynb") == STILL
    lab.run(1)
    assert seen(lab) == ALIVE
