"""An answer shows nothing before it is opened, and then what a reader can read: numbers, sums and tables."""

import re

import lessons
import pytest

import lstmlesson
from lstmlesson import LSTM, answer, diagnose, explorers
from lstmlesson.symbolic import T, f, formula, u
from lstmlesson.views.answers import is_answer
from lstmlesson.views.values import value_html


def test_it_is_closed_and_its_text_says_nothing_of_it():
    closed = answer(LSTM(2).count((None, 3)))
    assert closed._repr_html_().startswith("<details class=")
    assert " open" not in closed._repr_html_().split(">")[0]
    summary, inside = closed._repr_html_().split("</summary>")
    assert ("48" in summary, "48" in inside, "48" in repr(closed)) == (False, True, False)
    assert closed.values == (48,)


def test_the_front_door_and_the_explorers_have_the_same():
    assert lstmlesson.answer is explorers.answer is answer


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (18176, "18,176"),
        (True, "True"),
        ("a < b", "a &lt; b"),
        ((None, 400, 5), "(None, 400, 5)"),
        ([48, 2400], "48, 2,400"),
        ([[48, 4], [48, 28]], "48, 4, 48, 28"),
        ([(158, 1), (77, 2)], "(158, 1), (77, 2)"),
        ([], "[]"),
        (0.5, "0.5"),
        (formula(LSTM(u), (T, f)), "4(f·u + u·u + u)"),
        (formula(LSTM(u), (T, f)).expanded, "4·f·u + 4·u² + 4·u"),
    ],
)
def test_a_value_is_written_as_people_write_it(value, seen):
    assert value_html(value) == seen


def cells(html):
    return [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][ >].*?</t[hd]>", html)]


def test_records_and_tuples_are_a_table():
    weights = [(weight.name, weight.shape, weight.size) for weight in LSTM(10).weights((None, 30))]
    assert cells(value_html(weights))[:3] == ["kernel", "(30, 10)", "1,200"]  # 4·30·10
    assert cells(value_html(LSTM(2).arrays((None, 3))))[:4] == ["weight", "shape", "kernel", "(3, 8)"]
    assert cells(value_html({"parameters": ("features", "units")})) == ["parameters", "features, units"]


def test_what_shows_itself_is_shown_and_its_pictures_stand_in_an_untrusted_notebook():
    class Picture:
        def _repr_html_(self):
            return '<svg aria-label="a picture"></svg>'

    assert value_html(Picture()).startswith('<img alt="a picture" src="data:image/svg+xml;base64,')


def test_a_diagnosis_says_which_mistake():
    assert "bias forgotten" in value_html(diagnose(LSTM(2), (None, 3), 40))
    assert value_html([diagnose(LSTM(2), (None, 3), number) for number in (12, 40)]).count("is not the count") == 2


@pytest.mark.parametrize("path", lessons.PATHS, ids=lambda path: path.stem)
def test_every_answer_of_a_lesson_is_closed_in_what_its_file_holds(path):
    notebook = lessons.read(path)
    answered = [cell for cell in lessons.code_cells(notebook) if re.search(r"^answer\(", cell.source, re.MULTILINE)]
    assert answered
    assert all(map(is_answer, answered))
    assert all("the answer is closed" in cell.outputs[0]["data"]["text/plain"] for cell in answered)
