"""The reader: an example of each format one click away, and whatever is pasted is explained or refused aloud."""

import pytest

from lstmlesson.explorers import reader
from lstmlesson.explorers.kernel._reader import examples
from lstmlesson.summary import explain


@pytest.mark.parametrize("name", examples())
def test_each_example_is_a_right_summary(name):
    summary = explain(examples()[name])
    assert summary.rows
    assert all(row.known for row in summary.rows if row.count and row.depth + (row.class_name in ("LSTM", "GRU")))
    assert (summary.problems, summary.unread) == ((), ())


def test_each_button_puts_its_example_into_the_box():
    one = reader()
    for button in one.buttons:
        button.click()
        assert one.box.value == examples().get(button.description, "")
        assert ("<table" in one.feedback.value) == bool(one.box.value)


def test_a_pasted_text_is_explained():
    one = reader()
    one.box.value = "lstm (LSTM)    (None, 400, 5)    380"
    assert "4(13·5 + 5·5 + 5) = 380" in one.feedback.value
    assert "4(13·5 + 5·5 + 5) = 380" in one.static()


def test_a_long_text_says_first_that_it_is_being_read():
    one, seen = reader(), []
    one.feedback.observe(lambda change: seen.append(change.new), "value")
    one.box.value = "\n".join(f"lstm_{number} (LSTM)    (None, 400, 5)    380" for number in range(600))
    assert "Reading 600 lines" in seen[0]
    assert len(seen) == 2
    assert "4(13·5 + 5·5 + 5) = 380" in seen[1]


def test_what_is_refused_is_said_aloud():
    one = reader()
    one.box.value = "a" * 500_001
    assert 'role="alert"' in one.feedback.value
    assert "expected at most 500,000" in one.feedback.value


def test_pasted_markup_is_shown_and_not_run():
    one = reader("<script>alert(1)</script> (LSTM)    (None, 8)    384")
    assert "<script" not in one.static()
    assert "&lt;script&gt;" in one.static()
