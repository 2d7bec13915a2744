"""nbgrader's metadata on a student's copy: which cells nbgrader collects and somebody grades by hand.

Each place for an answer is a cell that nbgrader calls a solution graded by hand. Source: nbgrader 0.9.6, schema 3.
"""

from typing import Any

SCHEMA = 3
POINTS = 2  # one for the sum, one for the number


def marked(lesson: dict[str, Any], is_place: list[bool]) -> dict[str, Any]:
    """A student's copy of a notebook with nbgrader's marks on the places for answers, one flag a cell.

    >>> cell = {"id": "a1", "cell_type": "markdown", "metadata": {}, "source": ["**Your answer:**"]}
    >>> marked({"cells": [cell]}, [True])["cells"][0]["metadata"]["nbgrader"]["grade_id"]
    'a1'
    """
    cells = [_marked(cell) if place else cell for cell, place in zip(lesson["cells"], is_place, strict=True)]
    return {**lesson, "cells": cells}


def _marked(cell: dict[str, Any]) -> dict[str, Any]:
    marks = {
        "grade": True,
        "grade_id": cell["id"],
        "locked": False,
        "points": POINTS,
        "schema_version": SCHEMA,
        "solution": True,
        "task": False,
    }
    return {**cell, "metadata": {**cell["metadata"], "nbgrader": marks}}
