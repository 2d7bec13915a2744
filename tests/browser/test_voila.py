"""Every lesson under a real Voila: its explorers are alive, its answers folded, its code to be read, all offline.

Each lesson needs a kernel and runs, so that an ordinary run opens the three lessons which have every kind of explorer
that asks the kernel. LSTMLESSON_EVERY_LESSON=1 opens all ten; .ci/full does.
"""

import unicodedata

import lessons
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell
from on_page import SHOW, OnPage, asked, explorer_cells, twin
from voila_server import Voila, VoilaPage

from lstmlesson.language import word

pytestmark = pytest.mark.browser

SOME = lessons.few(1, 5, 6)
MATHEMATICS_IS_SET = (
    "[...document.querySelectorAll('.jp-RenderedMarkdown')].every((one) => !one.innerText.includes('$'))"
)


@pytest.fixture(scope="module")
def voila(tmp_path_factory):
    """A Voila of our own on loopback."""
    with Voila(tmp_path_factory.mktemp("voila")) as running:
        yield running


def hidden(cell):
    return cell.metadata.get("jupyter", {}).get("outputs_hidden", False)


def bare(text):
    """A text without its spaces, and without the letters and the dot that mathematics has of its own."""
    return "".join(unicodedata.normalize("NFKC", text).split()).replace("\N{DOT OPERATOR}", "·")


def said_when_run(cell):
    """The texts that the outputs of a cell had when the lesson was run."""
    texts = [output.get("text") or output.get("data", {}).get("text/plain") for output in cell.outputs]
    return [bare(text) for text in texts if text]


def open_before_their_turn(window, notebook):
    """Cells whose answer, folded in JupyterLab, is in sight at once."""
    folded = [number for number, cell in enumerate(notebook.cells) if hidden(cell)]
    return [number for number in folded if window.cell(number).locator(".jp-OutputArea-output:visible").count()]


def folded_for_good(window, notebook):
    """Cells whose folded answer is not what the lesson says, once it is opened by keyboard."""
    wrong = []
    for number, cell in enumerate(notebook.cells):
        if hidden(cell):
            place = window.cell(number)
            summary = place.locator("summary")
            assert summary.inner_text() == word("open answer")
            summary.press("Enter")
            output = place.locator(".jp-OutputArea-output").first
            output.wait_for()
            if bare(output.inner_text()) not in said_when_run(cell):
                wrong.append((number, output.inner_text(), said_when_run(cell)))
    return wrong


def without_code(window, notebook):
    """Code cells whose code is nowhere to be read, not even folded."""
    code = [number for number, cell in enumerate(notebook.cells) if cell.cell_type == "code"]
    texts = {number: window.cell(number).locator(".jp-InputArea-editor").all_text_contents() for number in code}
    return [number for number, text in texts.items() if "".join(text).strip() != notebook.cells[number].source]


@pytest.mark.parametrize("name", SOME)
def test_a_lesson_is_alive_with_answers_folded_and_code_to_read(engine, voila, name):
    notebook = lessons.read(lessons.FOLDER / f"{name}.ipynb")
    with VoilaPage(engine, voila, f"{name}.ipynb") as window:
        assert open_before_their_turn(window, notebook) == []
        assert without_code(window, notebook) == []
        window.page.wait_for_function(MATHEMATICS_IS_SET)
        for number, explorer, cell in explorer_cells(notebook):
            root = window.cell(number).locator(".lstmlesson").first
            root.wait_for()
            if explorer in SHOW:
                asked(root, explorer)
            else:
                assert OnPage(window.page, root, twin(cell.source)).is_alive(), cell.source
        assert folded_for_good(window, notebook) == []
        assert window.page.locator("[data-mime-type='application/vnd.jupyter.stderr']").count() == 0


def test_all_kinds_of_explorers_that_ask_the_kernel_are_among_the_lessons_of_every_run():
    some = [lessons.read(lessons.FOLDER / f"{name}.ipynb") for name in SOME]
    assert {explorer for notebook in some for _, explorer, _ in explorer_cells(notebook)} >= set(SHOW)


def test_without_our_template_answers_are_told_early_and_another_machine_is_asked(engine, voila):
    fold = {"jupyter": {"outputs_hidden": True}}
    cells = [new_markdown_cell("Predict:"), new_code_cell("4 * (3 * 2 + 2 * 2 + 2)", metadata=fold)]
    voila.write("small.ipynb", *cells, voila={"template": "lab"})
    notebook = lessons.read(voila.notebooks / "small.ipynb")
    window = VoilaPage(engine, voila, "small.ipynb")
    window.cell(1).get_by_text("48").wait_for()
    assert open_before_their_turn(window, notebook) == [1]
    assert without_code(window, notebook) == [1]
    assert window.foreign
    with pytest.raises(AssertionError):
        window.__exit__(None)
