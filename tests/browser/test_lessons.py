"""Every lesson in a real JupyterLab: opened, run from top to bottom, each of its explorers moved, nothing cut.

An ordinary run opens the first lesson; LSTMLESSON_EVERY_LESSON=1 opens all ten, and .ci/full does.
"""

import shutil

import lessons
import pytest
from on_page import SHOW, OnPage, asked, explorer_cells, twin

pytestmark = pytest.mark.browser

# Texts of a picture that leave it, or that lie on another text; texts of controls and tables that are cut off.
UGLY = """
(root) => {
  const box = (one) => one.getBoundingClientRect();
  const apart = (a, b) => a.right < b.left + 2 || b.right < a.left + 2 || a.bottom < b.top + 2 || b.bottom < a.top + 2;
  const found = [];
  for (const svg of root.querySelectorAll("svg")) {
    const texts = [...svg.querySelectorAll("text")].filter((one) => one.textContent.trim() && box(one).width);
    const frame = box(svg);
    texts.forEach((one, at) => {
      const here = box(one);
      if (here.left < frame.left - 2 || here.right > frame.right + 2 || here.bottom > frame.bottom + 2)
        found.push(`outside: ${one.textContent}`);
      for (const other of texts.slice(at + 1))
        if (!apart(here, box(other))) found.push(`overlap: ${one.textContent} / ${other.textContent}`);
    });
  }
  for (const one of root.querySelectorAll("button, label, th, td, p, option"))
    if (getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1)
      found.push(`cut: ${one.textContent}`);
  return found;
}
"""


def open_lesson(lab, name):
    shutil.copy(lessons.FOLDER / name, lab.server.notebooks / name)
    lab.open(name)
    lab.run(0)
    lab.until(lambda: lab.server.kernel(name)[1])


def cell(lab, number):
    """One cell, brought into sight: JupyterLab may take the others off the page."""
    lab.page.evaluate("(number) => jupyterapp.shell.currentWidget.content.scrollToItem(number, 'center')", number)
    found = lab.page.locator(f".jp-Cell[data-windowed-list-index='{number}']")
    found.wait_for()
    return found


@pytest.mark.parametrize("name", lessons.few(0))
def test_a_lesson_runs_and_each_explorer_in_it_moves(lab, name):
    notebook = lessons.read(lessons.FOLDER / f"{name}.ipynb")
    open_lesson(lab, f"{name}.ipynb")
    ugly = {}
    for number, explorer, source in explorer_cells(notebook):
        root = cell(lab, number).locator(".jp-OutputArea-output .lstmlesson").first
        root.wait_for()
        if explorer in SHOW:
            asked(root, explorer)
        else:
            assert OnPage(lab.page, root, twin(source.source)).is_alive(), source.source
        ugly[explorer, number] = root.evaluate(UGLY)
    assert {place: found for place, found in ugly.items() if found} == {}


@pytest.mark.parametrize(
    "html",
    [
        "<svg width=100 height=50><text x=5 y=20>one</text><text x=9 y=20>two</text></svg>",
        "<svg width=100 height=50><text x=95 y=20>far too long</text></svg>",
        "<button style='width: 20px; overflow: hidden; white-space: nowrap'>Show the solution</button>",
    ],
)
def test_what_is_ugly_is_noticed(blank, html):
    blank.page.set_content(f"<div id=root>{html}</div>")
    assert blank.page.locator("#root").evaluate(UGLY)
