"""A notebook that is ready for a page, as students get it: the same copy as `course.student` makes of a file."""

import json

import nbformat

from lstmlesson.course import student


def handed_out(notebook: nbformat.NotebookNode, wanted: bool = True) -> nbformat.NotebookNode:
    """The notebook with a place to write for each solution and without what answers a prediction, if that is wanted.

    >>> from nbformat.v4 import new_markdown_cell, new_notebook
    >>> solved = new_notebook(cells=[new_markdown_cell("Three.", metadata={"tags": ["solution"]})])
    >>> handed_out(solved).cells[0].source, handed_out(solved, wanted=False).cells[0].source
    ('**Your answer:**', 'Three.')
    """
    return nbformat.reads(json.dumps(student(notebook)), as_version=4) if wanted else notebook
