"""What every notebook of the course must be, as checks that take a notebook and return what is wrong with it."""

import itertools
import os
import re
from pathlib import Path

import nbformat

from lstmlesson.views.answers import CLOSED, is_answer

FOLDER = Path(__file__).parents[2] / "notebooks"
PATHS = sorted(FOLDER.glob("[0-9][0-9]_*.ipynb"))
SLIDE_TYPES = {"slide", "subslide", "fragment", "skip", "notes", "-"}
LONGEST_CELL = 12


def few(*numbers):
    """The names of some lessons, for what takes long; of all with LSTMLESSON_EVERY_LESSON=1, as in .ci/full."""
    every = os.environ.get("LSTMLESSON_EVERY_LESSON") == "1"
    return [path.stem for path in PATHS if every or int(path.stem[:2]) in numbers]


def read(path):
    return nbformat.read(path, as_version=4)


def contents(folder):
    """Every file of a folder by its path there, without what JupyterLab hides in it: the bytes."""
    paths = {path.relative_to(folder): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {str(name): path.read_bytes() for name, path in paths.items() if "/." not in f"/{name}"}


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def prose(notebook):
    return [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]


def not_executed_in_order(notebook):
    """nbval does not compare a cell whose count is missing, so a stripped notebook would pass it."""
    counts = [cell.execution_count for cell in code_cells(notebook)]
    return [] if counts == list(range(1, len(counts) + 1)) else [f"execution counts {counts}"]


def opened(data):
    """What an answer says when it is opened, as text; nothing for another output."""
    html = "".join(data.get("text/html", ""))
    return re.sub(r"<[^>]+>", " ", html.replace("</summary>", "")) if html.startswith(CLOSED) else ""


def errors(notebook):
    outputs = [output for cell in code_cells(notebook) for output in cell.outputs]
    return [output.evalue for output in outputs if output.output_type == "error"]


def forbidden_widgets(notebook):
    """interact, interactive and Output hide exceptions."""
    found = [re.search(r"\b(interact\w*|Output)\(", cell.source) for cell in code_cells(notebook)]
    return [match[0] for match in found if match]


def without_slide_type(notebook):
    kinds = [cell.metadata.get("slideshow", {}).get("slide_type") for cell in notebook.cells]
    return [f"cell {at}: slide type {kind!r}" for at, kind in enumerate(kinds) if kind not in SLIDE_TYPES]


def long_cells(notebook):
    lines = [(cell.source.count("\n") + 1, cell.source) for cell in code_cells(notebook)]
    return [f"{number} lines: {source[:40]}" for number, source in lines if number > LONGEST_CELL]


def pictures_without_words(notebook):
    """Pictures in outputs and in prose that say nothing to somebody who does not see them."""
    html = [output.get("data", {}).get("text/html", "") for cell in code_cells(notebook) for output in cell.outputs]
    images = re.findall(r"<img\b[^>]*>", "".join([*html, *prose(notebook)]))
    silent = [image[:60] for image in images if not re.search(r'\balt="[^"]+"', image)]
    return silent + re.findall(r"!\[\]\([^)]*\)", "".join(prose(notebook)))


def open_answers(notebook):
    """Answers to an exercise that a reader sees before opening them: code must be folded, prose inside <details>."""
    wrong = []
    for at, cell in enumerate(notebook.cells):
        hidden = cell.metadata.get("jupyter", {})
        # JupyterLab shows the first line of a folded source, so that line must say nothing more.
        folded = hidden.get("source_hidden") and is_answer(cell) and cell.source.startswith("# the answer\n")
        closed = folded if cell.cell_type == "code" else cell.source.startswith("<details><summary>")
        if "solution" in cell.metadata.get("tags", []) and not closed:
            wrong.append(f"cell {at} is a solution and stands open")
    return wrong


def early_answers(notebook):
    """Cells that answer a prediction while the question has only just been asked."""
    asks = re.compile(r"\b[Pp]redict\b|before you (?:open|look)|then (?:open|look)\b")
    wrong = []
    for question, cell in itertools.pairwise(notebook.cells):
        if question.cell_type == "markdown" and cell.cell_type == "code" and asks.search(question.source):
            closed = is_answer(cell) or "predict=True" in cell.source
            if cell.outputs and not closed:
                wrong.append(f"the answer to {question.source[-60:]!r} stands open")
    return wrong


def hidden_headings(notebook):
    """Headings inside a cell: each section begins a cell, and with it a slide; a slide without one is a subslide."""
    wrong = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            first, *more = re.findall(r"^#+ ", cell.source, re.MULTILINE) or [""]
            heads = cell.source.startswith("#")
            if more or bool(first) != heads or heads != (cell.metadata.slideshow.slide_type == "slide"):
                wrong.append(cell.source[:40])
    return wrong


def broken_links(notebook, folder=FOLDER):
    targets = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", "\n".join(prose(notebook)))
    return [target for target in targets if "://" not in target and not (folder / target).exists()]


def folded_outputs(notebook):
    """JupyterLab shows the first line of a collapsed output beside its dots, so nothing may be hidden in this way."""
    folded = [cell for cell in notebook.cells if cell.metadata.get("jupyter", {}).get("outputs_hidden")]
    return [f"collapsed output: {cell.source[:40]}" for cell in folded]


def kept_widget_state(notebook):
    return ["metadata.widgets"] if "widgets" in notebook.metadata else []


CHECKS = [
    not_executed_in_order,
    errors,
    forbidden_widgets,
    without_slide_type,
    long_cells,
    pictures_without_words,
    open_answers,
    early_answers,
    folded_outputs,
    hidden_headings,
    broken_links,
    kept_widget_state,
]
