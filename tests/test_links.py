"""Each link of the course is the one that .ci/write_links.py makes from the notebooks and from pyproject.toml."""

import importlib.util
import re
from pathlib import Path

import lessons
import nbformat
import pytest

from lstmlesson import course

ROOT = Path(__file__).parent.parent
spec = importlib.util.spec_from_file_location("write_links", ROOT / ".ci" / "write_links.py")
write_links = importlib.util.module_from_spec(spec)
spec.loader.exec_module(write_links)


def test_every_link_is_as_the_script_writes_it():
    stale = [path.name for path, text in write_links.written().items() if path.read_text("utf-8") != text]
    assert stale == [], "python .ci/write_links.py renews them"


def test_each_lesson_leads_to_the_next_and_back():
    names = [path.name for path in lessons.PATHS]
    ends = [re.findall(r"\((\d\d_\w+\.ipynb)\)", lessons.read(path).cells[-1].source) for path in lessons.PATHS]
    assert ends == [[*names[max(at - 1, 0) : at], *names[at + 1 : at + 2]] for at in range(len(names))]


def test_a_stale_link_is_noticed():
    all_lessons = course.lessons()
    notebook = lessons.read(lessons.PATHS[3])
    text = nbformat.writes(notebook) + "\n"
    notebook.cells[-1].source = notebook.cells[-1].source.replace("04_stacks", "05_stacks")
    assert write_links.linked(notebook, all_lessons, 3) == text
    notebook.cells[-1].source = "## Summary"
    with pytest.raises(ValueError, match=r"expected a line of links"):
        write_links.linked(notebook, all_lessons, 3)


def test_the_readme_opens_each_lesson_on_binder_once_there_is_an_address_and_never_leads_nowhere():
    text = (ROOT / "README.md").read_text("utf-8")
    assert ("mybinder.org" in text) == ("OWNER" not in write_links.address())
    assert "OWNER" not in text
    known = write_links.readme(text, course.lessons(), "https://github.com/somebody/lstmlesson")
    for path in lessons.PATHS:
        assert f"mybinder.org/v2/gh/somebody/lstmlesson/HEAD?urlpath=lab/tree/notebooks/{path.name})" in known
        assert f"colab.research.google.com/github/somebody/lstmlesson/blob/colab/{path.name})" in known
        assert f"https://somebody.github.io/lstmlesson/{path.stem}.html)" in known
    assert "(https://somebody.github.io/lstmlesson/)" in known
    assert "github.io" not in text
    assert "badge_logo.svg" in known
    assert write_links.readme(known, course.lessons(), "https://github.com/OWNER/lstmlesson") == write_links.readme(
        text, course.lessons(), "https://github.com/OWNER/lstmlesson"
    )


def test_the_address_stands_once():
    place = write_links.address().removeprefix("https://github.com/")
    files = [ROOT / "pyproject.toml", ROOT / "CITATION.cff", *ROOT.glob("lstmlesson/**/*.py"), *lessons.PATHS]
    assert [path.name for path in files if place in path.read_text("utf-8")] == ["pyproject.toml"]
