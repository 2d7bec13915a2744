"""A lesson as one HTML file that needs nothing else, the course as a folder of them, and a lesson as a deck of slides.

A notebook is run, its explorers go into the page together with the module that fills them, and nothing is fetched from
anywhere: what follows from a formula is alive in the file, what needs a kernel shows its static form and says so.
"""

from pathlib import Path

from lstmlesson.law.public import offered
from lstmlesson.page.alive import run, with_explorers
from lstmlesson.page.deck import slides
from lstmlesson.page.exporter import html
from lstmlesson.page.for_students import handed_out
from lstmlesson.page.table_of_contents import write_course

__all__ = ["lesson_page", "slides", "write_course"]

__dir__ = offered(__all__)


def lesson_page(path: str | Path, student: bool = False) -> str:
    """One lesson as the text of an HTML file. The notebook is run for it, and stays as it is.

    student: whether solutions and answers are left out.

    Raises: FileNotFoundError where there is no such notebook; nbclient's CellExecutionError where a cell fails.
    """
    return html(handed_out(with_explorers(run(Path(path))), student), Path(path).parent)
