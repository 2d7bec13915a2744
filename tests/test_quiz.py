"""The quiz without a page: each thing a learner can do, what is escaped, and errors that are seen."""

import re

import pytest

from lstmlesson import LSTM
from lstmlesson.explorers.kernel._quiz import quiz
from lstmlesson.questions import ask
from lstmlesson.views.document import escape

NASTY = "<script>alert('&')</script>"


def answered(one, text):
    one.box.value = text
    return one.feedback.value


def test_a_wrong_answer_is_explained_and_drawn_beside_the_right_blocks():
    one = quiz(question=ask(LSTM(35), (32, 29)))
    html = answered(one, "9,100")  # 4(29·35 + 35·35 + 35), and 4·35 of bias forgotten
    assert 4 * (29 * 35 + 35 * 35 + 35) == 9_100
    assert "9,100 is right." in html
    html = answered(one, "8,960")
    assert "8,960 is not the count." in html
    assert "I counted the kernels and no bias." in html
    assert "bias forgotten, as blocks: 4(29·35 + 35·35)" in html
    assert len(re.findall("<svg", html)) == 2
    assert "bias (140,), input, forget, proposal, output, missing" in html
    assert "9,100" not in html


def test_a_right_answer_opens_the_worked_solution():
    one = quiz(lesson=0, seed=3)
    html = answered(one, str(one.question.answer))
    assert one.told.right
    assert all(escape(line) in html for line in one.question.solution)


def test_hints_come_one_by_one_and_end():
    one = quiz(lesson=0, seed=3)
    for number in (1, 2, 3):
        one.hint.click()
        assert one.feedback.value.count("Hint ") == number
    assert one.hint.disabled
    one.another.click()
    assert not one.hint.disabled
    assert one.feedback.value == ""


def test_hints_stay_beside_a_diagnosis():
    one = quiz(lesson=0, seed=3)
    one.hint.click()
    html = answered(one, str(one.question.families[0][0].count))
    assert "Hint 1 of 3" in html
    assert "is not the count" in html


def test_the_solution_can_be_asked_for():
    one = quiz(lesson=4, seed=3)
    one.solution.click()
    assert "Worked solution" in one.feedback.value
    assert f"{one.question.answer:,}" in one.feedback.value


def test_another_question_follows_and_the_box_is_empty():
    one = quiz(lesson=0, seed=3)
    first = one.text.value
    answered(one, "12")
    one.another.click()
    assert one.text.value != first
    assert (one.box.value, one.told) == ("", None)


def test_the_same_seed_gives_the_same_quiz():
    first, second = quiz(lesson=5, seed="class", difficulty=2), quiz(lesson=5, seed="class", difficulty=2)
    for _ in range(3):
        assert first.text.value == second.text.value
        first.another.click()
        second.another.click()


def test_offered_numbers_are_answers():
    one = quiz(lesson=2, seed=1, choices=True)
    right = 0
    for button in one.options.children:
        button.click()
        assert button.description in one.feedback.value
        right += one.told.right
    assert (len(one.options.children), right) == (4, 1)
    assert f"{one.question.answer:,}" in [button.description for button in one.options.children]


@pytest.mark.parametrize("text", [NASTY, "😀" * 50, "8^4", "x" * 10_000, "4*(3", "\x00", "‮48"])
def test_whatever_is_typed_gets_a_sentence_and_is_escaped(text):
    one = quiz(lesson=0, seed=1)
    html = answered(one, text)
    assert one.told.answer is None
    assert len(html) > 40
    assert "<script" not in html
    assert "went wrong" not in html


def test_an_exception_in_a_callback_is_seen_by_the_reader(monkeypatch):
    one = quiz(lesson=0, seed=1)

    def fail(*_):
        raise KeyError(NASTY)

    monkeypatch.setattr(type(one.question), "diagnose", fail)
    html = answered(one, "48")
    assert 'role="alert"' in html
    assert "KeyError" in html
    assert "<script" not in html


def test_the_static_form_shows_the_question_and_not_the_answer():
    one = quiz(lesson=0, seed=1)
    bundle, _ = one._repr_mimebundle_()
    answer = f"{one.question.answer:,}"
    for form in (bundle["text/plain"], bundle["text/html"]):
        assert escape(one.question.text) in form
        assert answer not in form
    assert "0x" not in bundle["text/plain"]
    answered(one, str(one.question.families[0][0].count))
    html = one.static()
    assert "<svg" not in html
    assert re.search(r'<img alt="The blocks of each weight', html)


@pytest.mark.slow
@pytest.mark.parametrize("lesson", range(10))
def test_every_mistake_of_every_kind_of_question_can_be_shown(lesson):
    for difficulty in (1, 2, 3):
        one = quiz(lesson=lesson, seed=5, difficulty=difficulty)
        for family in one.question.families:
            html = answered(one, str(family[0].count))
            assert f"{family[0].count:,} is not the count." in html
            assert "went wrong" not in html
