"""No answer is in sight before it is opened: in JupyterLab untrusted, after Run All, saved and opened again, as a page,
as slides, and in a static view from which scripts and styles were taken, as hosts of files do.

JupyterLab needs seconds for each lesson; an ordinary run takes two, LSTMLESSON_EVERY_LESSON=1 and .ci/full all.
"""

import re
import shutil

import lessons
import nbformat
import pytest
from nbconvert import HTMLExporter
from on_page import explorer_cells, twin
from pages import Watched
from test_lessons import cell
from written import NAMES

from lstmlesson.language import word
from lstmlesson.views.answers import is_answer

pytestmark = pytest.mark.browser

# What a place shows although it stands in a closed answer: elements with a box, and words besides its first line.
SHOWN = """
(place) => {
  const found = [];
  for (const answer of place.querySelectorAll("details:not(.lm-summary details)")) {
    if (!answer.checkVisibility()) continue;
    const inside = [...answer.querySelectorAll("*")].filter((one) => !one.closest("summary"));
    for (const one of inside)
      if (one.checkVisibility()) found.push(`box: ${one.outerHTML.slice(0, 80)}`);
    const said = answer.innerText.trim(), first = answer.querySelector("summary")?.innerText.trim();
    if (said !== first) found.push(`words: ${said.slice(0, 80)}`);
  }
  return found;
}
"""
COUNT = """
(place) => [...place.querySelectorAll("details:not(.lm-summary details)")].filter((one) => one.checkVisibility()).length
"""


def of(name):
    """A lesson, the numbers of its cells that hold an answer, and for each prediction the count that it asks for."""
    notebook = lessons.read(lessons.FOLDER / f"{name}.ipynb")
    answers = [
        at
        for at, one in enumerate(notebook.cells)
        if (one.cell_type == "code" and is_answer(one)) or (one.cell_type == "markdown" and "<details" in one.source)
    ]
    asked = {at: twin(one.source) for at, _, one in explorer_cells(notebook) if "predict" in one.source}
    return notebook, answers, {at: f"{one.count:,}" for at, one in asked.items() if not one._question.is_change}


def without(count, text):
    """Whether a number stands nowhere in a text."""
    return not re.search(rf"(?<![\d,]){re.escape(count)}(?![\d,])", text)


# ---- JupyterLab --------------------------------------------------------------------------------------------------


def look(lab, name):
    """Each answer and each prediction of the lesson that is open, brought into sight and looked at."""
    _, answers, asked = of(name)
    for number in answers:
        place = cell(lab, number)
        place.locator("summary").first.wait_for()
        assert place.evaluate(SHOWN) == [], number
        for one in place.locator(".jp-OutputPlaceholder, .jp-OutputArea-output:has(details)").all():
            # JupyterLab gives a cell its box when it comes into sight, and until then it has no text to be seen.
            one.scroll_into_view_if_needed()
            lab.until(lambda one=one: one.inner_text().strip())
            assert one.inner_text().strip() == word("open answer"), number
    for number, count in asked.items():
        assert without(count, cell(lab, number).locator(".jp-Cell-outputWrapper").inner_text()), (number, count)
    assert len(answers) > 5


@pytest.mark.parametrize("name", lessons.few(0, 9))
def test_no_answer_is_in_sight_in_jupyterlab(lab, name):
    file = f"{name}.ipynb"
    shutil.copy(lessons.FOLDER / file, lab.server.notebooks / file)
    lab.open(file)  # nobody has signed it, so it is not trusted
    look(lab, name)
    lab.run(0)
    lab.until(lambda: lab.server.kernel(file)[1])
    look(lab, name)
    lab.command("docmanager:save")
    lab.page.wait_for_function("() => !jupyterapp.shell.currentWidget.context.model.dirty")
    saved = nbformat.read(lab.server.notebooks / file, as_version=4)
    assert all(one.execution_count for one in lessons.code_cells(saved))
    lab.page.evaluate("() => jupyterapp.shell.currentWidget.dispose()")
    lab.open(file)
    look(lab, name)


# ---- Pages, slides, and a view that is static ---------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_no_answer_is_in_sight_on_a_page(engine, course, name):
    _, answers, asked = of(name)
    with course.opened(engine, name) as window:
        body = window.page.locator("body")
        assert body.evaluate(SHOWN) == []
        assert body.evaluate(COUNT) >= len(answers)
        for count in asked.values():
            places = window.page.locator("[data-explorer]:has(form [data-commit])").all()
            assert places
            assert all(without(count, one.inner_text()) for one in places)


@pytest.mark.parametrize("name", lessons.few(0, 9))
def test_no_answer_is_in_sight_on_a_slide(engine, course, name):
    _, answers, _ = of(name)
    with course.opened(engine, f"{name}_slides") as window:
        window.page.wait_for_function("Reveal.isReady()")
        seen = 0
        for number in range(window.page.evaluate("Reveal.getTotalSlides()")):
            window.page.evaluate("(number) => Reveal.slide(number, 0, 99)", number)
            present = window.page.locator(".slides > section.present")
            assert present.evaluate(SHOWN) == [], number
            seen += present.evaluate(COUNT)
        assert seen > len(answers) / 2  # some of a lesson's cells are on no slide


def bare(notebook):
    """A notebook as HTML without scripts, styles and classes."""
    html, _ = HTMLExporter(template_name="basic").from_notebook_node(notebook)
    html = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
    return re.sub(r' (class|style|on\w+)="[^"]*"', "", html)


@pytest.mark.parametrize("name", NAMES)
def test_no_answer_is_in_sight_in_a_view_without_scripts_and_styles(engine, name):
    notebook, answers, asked = of(name)
    with Watched(engine, offline=True, java_script_enabled=True) as window:
        window.page.set_content(bare(notebook))
        body = window.page.locator("body")
        assert body.evaluate(SHOWN) == []
        assert body.evaluate(COUNT) >= len(answers)
        for at, count in asked.items():
            output = nbformat.v4.new_code_cell(outputs=notebook.cells[at].outputs)
            window.page.set_content(bare(nbformat.v4.new_notebook(cells=[output])))
            assert without(count, window.page.locator("body").inner_text()), at


# ---- The check itself --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spoiled",
    [
        "<details open><summary>Open</summary><p>48</p></details>",
        "<details open><summary>Open</summary>48</details>",
        "<style>details::details-content { content-visibility: visible }</style>"
        "<details><summary>Open</summary><p>48</p></details>",
    ],
)
def test_an_answer_that_is_in_sight_is_noticed(blank, spoiled):
    blank.page.set_content(f"<div>{spoiled}</div>")
    assert blank.page.locator("body").evaluate(SHOWN) != []
    blank.page.set_content("<details><summary>Open</summary><p>48</p></details>")
    assert blank.page.locator("body").evaluate(SHOWN) == []
