"""Every number in the prose of a lesson has a source, and every equation in it holds."""

import lessons
import nbformat.v4 as make
import prose
import pytest
from sympy import diff, symbols

IDS = [path.stem for path in lessons.PATHS]


@pytest.mark.parametrize("path", lessons.PATHS, ids=IDS)
def test_every_number_in_prose_has_a_source(path):
    assert prose.unexplained_numbers(lessons.read(path), path.stem) == []


@pytest.mark.parametrize("path", lessons.PATHS, ids=IDS)
def test_every_equation_in_prose_holds(path):
    assert prose.wrong_equations(lessons.read(path)) == []


def test_the_course_has_equations_to_check():
    texts = [prose.without_code(text) for path in lessons.PATHS for text in lessons.prose(lessons.read(path))]
    assert len([chain for text in texts for chain in prose.equations(text)]) > 40


def test_a_listed_source_is_needed():
    for name, numbers in prose.SOURCES.items():
        text = prose.without_code("\n".join(lessons.prose(lessons.read(lessons.FOLDER / f"{name}.ipynb"))))
        assert prose.whole_numbers(" ; ".join(numbers)) <= prose.whole_numbers(text)
        assert all(source.strip() for source in numbers.values())


# What cannot be worked out from its own letters. The derivatives are checked below; the others define c, h and a gate.
WITNESSED = [r"\frac{dP}{du} = 8u + 4f + 4", r"\frac{dP}{df} = 4u"]
DEFINITIONS = [
    r"c_{\mathrm{new}} = \mathrm{forget} \cdot c + \mathrm{input} \cdot g",
    r"h = \mathrm{output} \cdot \tanh(c_{\mathrm{new}})",
    r"\mathrm{gate} = \sigma(x \cdot W + h \cdot U + b)",
]


def test_an_equation_of_several_letters_is_witnessed_or_a_definition():
    found = [chain.strip() for path in lessons.PATHS for chain in prose.without_a_check(lessons.read(path))]
    assert sorted(found) == sorted(WITNESSED + DEFINITIONS)


def test_the_derivatives_of_lesson_8_are_those_of_the_sum():
    f, u = symbols("f u")
    lstm = 4 * (f * u + u * u + u)
    assert diff(lstm, u) == 8 * u + 4 * f + 4
    assert diff(lstm, f) == 4 * u


def a_lesson(text, code="48", output="48"):
    cell = make.new_code_cell(code, outputs=[make.new_output("execute_result", {"text/plain": output})])
    return make.new_notebook(cells=[make.new_markdown_cell(text), cell])


@pytest.mark.parametrize("text", ["It holds 49 numbers.", "It holds 1,300,650.", "| 13 |"])
def test_a_number_without_a_source_is_found(text):
    assert prose.unexplained_numbers(a_lesson(text), "a lesson")


@pytest.mark.parametrize(
    "text",
    [
        "It holds 48.",
        "`49` and [50](51.ipynb)",
        "seeds 000, 003",
        "2026-11-20",
        "20 minutes",
        "4 · 13 = 52",
        "0.15 of it",
    ],
)
def test_a_number_with_a_source_is_not(text):
    assert prose.unexplained_numbers(a_lesson(text), "a lesson") == []


@pytest.mark.parametrize(
    "text",
    [
        "So 4 · 12 = 49 numbers.",
        "$$4\\,(3 \\cdot 2 + 2 \\cdot 2 + 2) = 4 \\cdot 12 = 47$$",
        "$4(f \\cdot 5 + 30) = 384$ so $f = 13$",
        "In all 2 (5,220 + 4 · 7,743) = 72,383.",
        "$4(f \\cdot u + u) = 640$ so $u(f + 1) = 161$",
    ],
)
def test_a_wrong_equation_is_found(text):
    assert prose.wrong_equations(a_lesson(text))


def test_a_right_equation_is_not():
    assert prose.wrong_equations(a_lesson("$4(f \\cdot 5 + 5 \\cdot 5 + 5) = 380$ so $f = 13$; (2 + 2 = 4)")) == []
