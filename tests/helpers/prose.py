"""Numbers and equations in the prose of a lesson, and where each comes from.

A whole number of two or more digits must be among the numbers of the notebook's cells, be the result of an equation
that holds, or stand in tests/data/prose_numbers.json with its source. An equation is worked out by sympy, which knows
nothing of the package.
"""

import json
import re
from pathlib import Path

from lessons import code_cells, opened, prose
from sympy import Symbol, simplify, solve, sympify
from sympy.parsing.sympy_parser import implicit_multiplication, parse_expr, standard_transformations

SOURCES = json.loads((Path(__file__).parents[1] / "data" / "prose_numbers.json").read_text())
NUMBER = re.compile(r"(?<![\w.])(?:\d{1,3}(?:,\d{3})+|\d+)(?![\w]|\.\d)")
# Code, whole links, tags of HTML, dates and durations, and the numbers under which the seeds are cited.
NOT_PROSE = re.compile(
    r"```.*?```|`[^`]*`|!?\[(?:[^\]`]|`[^`]*`)*\]\([^)]*\)|<[^>]*>|\b\d{4}-\d{2}-\d{2}\b|\d+ minutes"
    r"|\bseeds? \d{3}(?:(?:, | and | to )\d{3})*",
    re.S,
)
SPLITS = re.compile(r"\\q?quad(?:\\text\{[^}]*\})?(?:\\q?quad)?|\\text\{[^}]*\}|\n")
MATHS = re.compile(r"\$\$(.+?)\$\$|\$(.+?)\$", re.S)
ATOMS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|[()·+*/−-]| )+"
PLAIN = re.compile(rf"{ATOMS}(?:={ATOMS})+")
AS_PYTHON = {"\\cdot": "*", "·": "*", "\\,": " ", "{,}": "", "−": "-", "^": "**"}


def without_code(text):
    return NOT_PROSE.sub(" ", text)


def whole_numbers(text):
    """The whole numbers of two or more digits, without their thousands' commas."""
    found = (match[0].replace(",", "") for match in NUMBER.finditer(text.replace("{,}", ",")))
    return {number for number in found if len(number) > 1}


def computed(notebook):
    """Numbers that the cells are given or show."""
    texts = [cell.source.replace("_", "") for cell in code_cells(notebook)]
    for cell in code_cells(notebook):
        for output in cell.outputs:
            data = output.get("data", {})
            texts += [output.get("text", ""), data.get("text/plain", ""), data.get("text/latex", "")]
            texts.append(opened(data))
    return whole_numbers(" ".join(texts))


def equations(text):
    """Each chain of equals signs in a text: in dollars, or written with digits alone."""
    formulas = [one or other for one, other in MATHS.findall(text)]
    chains = [part for formula in formulas for part in SPLITS.split(formula) if "=" in part]
    plain = (match[0].strip() for match in PLAIN.finditer(MATHS.sub(" ; ", text)))
    return chains + [balanced(chain) for chain in plain if all(re.search(r"\d", side) for side in chain.split("="))]


def balanced(chain):
    """Without a bracket that belongs to the sentence around it."""
    first, *_, last = chain.split("=")
    start = chain.index("(") + 1 if first.count("(") > first.count(")") else 0
    end = chain.rindex(")") if last.count(")") > last.count("(") else None
    return chain[start:end].strip()


def value(side):
    """What a side of an equation is worth."""
    for written, python in AS_PYTHON.items():
        side = side.replace(written, python)
    side = re.sub(r"(?<=\d),(?=\d{3})", "", side)
    side = re.sub(r"(?<=[\w)])\s*\(", "*(", side)
    letters = {name: Symbol(name, positive=True) for name in re.findall(r"[A-Za-z]", side)}
    return parse_expr(side, letters, (*standard_transformations, implicit_multiplication))


def holds(chain):
    """Whether the sides of a chain without letters are equal."""
    sides = [value(side) for side in chain.split("=")]
    return all(sympify(side - sides[0]) == 0 for side in sides[1:])


def letters(chain):
    return frozenset(re.findall(r"[A-Za-z]", re.sub(r"\\[a-z]+", "", chain)))


def difference(chain):
    """Left side minus right side: an equation says that it is zero."""
    left, right = (value(side) for side in chain.split("="))
    return left - right


def agree(chains):
    """Whether equations in the same letters have a solution in common; those in several letters say the same."""
    first, *others = [difference(chain) for chain in chains]
    if len(letters(chains[0])) == 1:
        return bool(set.intersection(*(set(solve(equation)) for equation in (first, *others))))
    return all(simplify(other / first).is_number for other in others)


def grouped(text):
    """The equations of a text by their letters."""
    chains = equations(without_code(text))
    return [[chain for chain in chains if letters(chain) == names] for names in set(map(letters, chains))]


def wrong_equations(notebook):
    """Equations that do not hold, and equations about the same letters that do not agree."""
    wrong = []
    for group in (group for text in prose(notebook) for group in grouped(text)):
        if not letters(group[0]):
            wrong += [chain for chain in group if not holds(chain)]
        elif not left_open(group) and not agree(group):
            wrong += group
    return wrong


def left_open(group):
    """Nothing here can work out a single equation in several letters, or one in letters that are no sizes."""
    names = letters(group[0])
    return not names <= {"f", "u", "T"} or len(names) > 1 == len(group)


def without_a_check(notebook):
    """The equations that are left open: each must be witnessed by a test."""
    groups = [group for text in prose(notebook) for group in grouped(text)]
    return [chain for group in groups if letters(group[0]) and left_open(group) for chain in group]


def results(notebook):
    """Numbers in the equations that hold."""
    chains = [chain for text in prose(notebook) for chain in equations(without_code(text))]
    wrong = wrong_equations(notebook) + without_a_check(notebook)
    return whole_numbers(" ; ".join(chain for chain in chains if chain not in wrong))


def unexplained_numbers(notebook, name):
    """Numbers of the prose for which there is no source."""
    known = computed(notebook) | results(notebook) | whole_numbers(" ; ".join(SOURCES.get(name, {})))
    return sorted({number for text in prose(notebook) for number in whole_numbers(without_code(text))} - known)
