"""No lesson takes longer than it says: its words, cells and questions are counted."""

import lessons
import minutes
import nbformat.v4 as make
import pytest

from lstmlesson import course

SAID = {lesson.name: lesson.minutes for lesson in course.lessons() if lesson.number is not None}


def taken(name):
    return minutes.minutes(lessons.read(lessons.FOLDER / f"{name}.ipynb"))


@pytest.mark.parametrize("name", SAID)
def test_a_lesson_takes_no_longer_than_its_minutes(name):
    assert taken(name) <= SAID[name]


def test_words_cells_and_questions_are_counted():
    prose = make.new_markdown_cell("one two, three $4 \\cdot u$ [four](five.ipynb) " + "six " * 296)
    question = make.new_markdown_cell("<details><summary>Seven</summary></details>")
    notebook = make.new_notebook(cells=[prose, make.new_code_cell("1"), make.new_code_cell("answer(2)"), question])
    assert (minutes.words(notebook), minutes.questions(notebook)) == (301, 1)
    assert minutes.minutes(notebook) == pytest.approx(301 / 150 + 2 * 0.25 + 1.25)
