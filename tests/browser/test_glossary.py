"""Links to the glossary in a real JupyterLab: a heading is found by its own words, with hyphens for blanks."""

import shutil

import lessons
import nbformat
import pytest

pytestmark = pytest.mark.browser

# The headings that stand in the part of the notebook that is on the screen.
SEEN = """() => {
  const notebook = jupyterapp.shell.currentWidget.node.querySelector(".jp-Notebook");
  const box = notebook.getBoundingClientRect();
  return [...notebook.querySelectorAll("h2")].filter((heading) => {
    const own = heading.getBoundingClientRect();
    return own.height && own.top >= box.top - 1 && own.bottom <= box.bottom + 1;
  }).map((heading) => heading.textContent.replace("¶", ""));
}"""


def link(lab, words):
    lab.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) a").get_by_text(words, exact=True).first.click()


@pytest.fixture
def glossary(lab):
    """The glossary, open, and a notebook with links into it."""
    shutil.copy(lessons.FOLDER / "glossary.ipynb", lab.server.notebooks)
    lab.open("glossary.ipynb")
    # JupyterLab lays cells out one after the other: until the last is there, those above a heading still grow.
    lab.page.locator("h2", has_text="Ledger").wait_for(state="attached")
    text = "[right](glossary.ipynb#Recurrent-kernel) [wrong](glossary.ipynb#recurrent-kernel)"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(text)])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, lab.server.notebooks / "links.ipynb")
    return lab


def test_the_index_leads_to_an_entry(glossary):
    assert "Hidden state" not in glossary.page.evaluate(SEEN)
    link(glossary, "Hidden state")
    glossary.until(lambda: "Hidden state" in glossary.page.evaluate(SEEN))


def test_a_link_from_another_notebook_finds_the_heading_as_it_is_written(glossary):
    for words, found in (("wrong", False), ("right", True)):
        glossary.open("links.ipynb")
        glossary.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) a", has_text=words).wait_for()
        link(glossary, words)
        glossary.page.wait_for_function("() => jupyterapp.shell.currentWidget.context.path === 'glossary.ipynb'")
        glossary.page.wait_for_timeout(1500)
        assert ("Recurrent kernel" in glossary.page.evaluate(SEEN)) == found
