"""How long a lesson takes a learner: what is read, what is run, what is thought over.

150 words a minute, 15 seconds a cell of code, 75 seconds a question: measured on nobody, the usual figures for reading
aloud, for running a cell and looking at it, and for a sum on paper. The quiz, as long as one likes, is not reckoned.
"""

import itertools
import re

from lessons import code_cells, prose

from lstmlesson.views.answers import is_answer

WORDS, CELL, QUESTION = 150, 15 / 60, 75 / 60
# Formulas and addresses are looked at, not read; nor are the map and the links to where to go on.
NOT_READ = re.compile(r"(?s:\$\$.+?\$\$|\$.+?\$)|^\| \[\d.*$|\]\([^)]*\)|<[^>]+>|\*\*(?:Back|Next):.*", re.MULTILINE)


def words(notebook):
    """The words of the prose, folded answers among them."""
    return sum(len(re.findall(r"[^\W\d_][\w'’-]*", NOT_READ.sub(" ", text))) for text in prose(notebook))


def asks(cell):
    """Whether a cell is answered by the reader before it is opened."""
    opens = cell.source.startswith("<details>") or "predict=True" in cell.source
    return opens or (cell.cell_type == "code" and is_answer(cell))


def questions(notebook):
    """Questions of a lesson: an answer in code and the words below it belong to one."""
    return sum(asks(here) and not asks(before) for before, here in itertools.pairwise(notebook.cells))


def minutes(notebook):
    """The sum of the three."""
    return words(notebook) / WORDS + CELL * len(code_cells(notebook)) + QUESTION * questions(notebook)
