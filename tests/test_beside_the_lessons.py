"""What lies beside the lessons for somebody who is stuck: its links lead somewhere, and its commands are there."""

import re

import lessons
import pytest

from lstmlesson import command

PAGES = [lessons.FOLDER / name for name in ("TROUBLE.md", "ACCESSIBILITY.md")]


def lost(text):
    """The files that a text links to and that are not beside it."""
    return [name for name in re.findall(r"\]\(([^)#]+)", text) if not (lessons.FOLDER / name).is_file()]


def commands(text):
    """The commands of lstmlesson that a text names."""
    return set(re.findall(r"`?\blstmlesson ([a-z]+)\b[`\n]", text))


def is_there(name):
    with pytest.raises(SystemExit) as ended:
        command.main([name, "--help"])
    return ended.value.code == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_link_leads_to_a_file(page):
    assert lost(page.read_text("utf-8")) == []


def test_each_command_that_helps_is_there(capsys):
    named = commands(PAGES[0].read_text("utf-8"))
    assert named == {"doctor", "update"}
    assert all(is_there(name) for name in named)


def test_a_lost_link_and_a_command_that_is_not_there_are_noticed(capsys):
    assert lost("[lesson 6](06_reading_a_table.ipynb)") == ["06_reading_a_table.ipynb"]
    assert not is_there("mend")
