"""`lstmlesson page`, `slides` and `student`: what they write, what they keep, what they refuse.

What stands on a page or a slide is tested where the room `page` is.
"""

import json

import lessons as checks
import nbformat
import nbformat.v4 as make
import pytest
from typed import said

from lstmlesson import page
from lstmlesson.command import main


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A folder with a small notebook of the learner's, in which the command is typed."""
    monkeypatch.chdir(tmp_path)
    cells = [make.new_markdown_cell("# A small one"), make.new_code_cell("6 * 8", metadata={"tags": ["solution"]})]
    nbformat.write(make.new_notebook(cells=cells), tmp_path / "small.ipynb")
    return tmp_path


@pytest.mark.slow
def test_a_page_is_written_beside_and_named_over_what_is_there_with_force(here, capfd):
    (here / "small.html").write_text("mine")
    assert said(capfd, "page", "small.ipynb")[0] == 2
    assert (here / "small.html").read_text() == "mine"
    status, out, _ = said(capfd, "page", "--force", "small.ipynb")
    assert (status, out) == (0, ["small.html"])
    text = (here / "small.html").read_text("utf-8")
    assert "<html" in text
    assert "48" in text


@pytest.mark.slow
def test_a_page_goes_into_a_folder_or_to_standard_output(here, capfd):
    (here / "pages").mkdir()
    assert said(capfd, "page", "small.ipynb", "pages")[:2] == (0, ["pages/small.html"])
    status, out, _ = said(capfd, "page", "small.ipynb", "-")
    assert status == 0
    assert out == (here / "pages" / "small.html").read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    "arguments", [["page", "small.ipynb", "there"], ["page", "--all", "full"], ["slides", "3", "full"]]
)
def test_what_is_there_is_not_written_over(arguments, here, capsys):
    (here / "there").write_text("mine")
    (here / "full").mkdir()
    (here / "full" / "file").write_text("mine")
    status, out, err = said(capsys, *arguments)
    assert (status, out) == (2, [])
    assert err == [f"lstmlesson: {arguments[-1]} is there already; name another place, or write over it with --force"]
    assert (here / "there").read_text() == (here / "full" / "file").read_text() == "mine"


def test_slides_and_the_whole_course_are_handed_to_the_room(here, capsys, monkeypatch):
    asked = []
    monkeypatch.setattr(page, "slides", lambda path, folder, student: asked.append((path.name, str(folder), student)))
    monkeypatch.setattr(page, "write_course", lambda folder, student: asked.append((str(folder), student)))
    assert said(capsys, "slides", "3") == (0, ["03_input_shapes_slides"], [])
    assert said(capsys, "slides", "small.ipynb", "talk", "--student") == (0, ["talk"], [])
    assert said(capsys, "page", "--all", "site") == (0, ["site"], [])
    assert said(capsys, "page", "--all", "class", "--student") == (0, ["class"], [])
    decks = [("03_input_shapes.ipynb", "03_input_shapes_slides", False), ("small.ipynb", "talk", True)]
    assert asked == [*decks, ("site", False), ("class", True)]


@pytest.mark.slow
def test_a_notebook_that_stops_at_an_error_is_told_in_one_sentence(here, capfd):
    nbformat.write(make.new_notebook(cells=[make.new_code_cell("1 / 0")]), here / "wrong.ipynb")
    status, out, err = said(capfd, "page", "wrong.ipynb")
    assert (status, out) == (2, [])
    assert err[-1].endswith("stops at an error when it is run, ZeroDivisionError: division by zero")
    assert not any("Traceback" in line for line in err)
    assert not (here / "wrong.html").exists()


def test_slides_without_reveal_js_say_what_to_type(capsys, monkeypatch):
    from lstmlesson.page import slides

    monkeypatch.setitem(slides.__globals__, "find_spec", lambda _: None)
    status, out, err = said(capsys, "slides", "3")
    assert (status, out, len(err)) == (2, [], 1)
    assert "pip install" in err[0]


@pytest.mark.parametrize("name", ["page", "slides", "student"])
def test_an_unknown_lesson_is_refused_with_the_list(name, here, capsys):
    before = sorted(here.iterdir())
    status, out, err = said(capsys, name, *(["class"] if name == "student" else []), "nothing")
    assert (status, out, len(err)) == (2, [], 1)
    assert all(path.stem in err[0] for path in checks.PATHS)
    assert sorted(here.iterdir()) == before


@pytest.mark.parametrize("arguments", [["page"], ["page", "3", "--all", "site"], ["slides"], ["student"]])
def test_half_a_command_is_wrong_usage(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert capsys.readouterr().err.startswith(f"usage: lstmlesson {arguments[0]}")


def test_a_folder_that_is_not_there_is_said_before_the_notebook_is_run(capsys, monkeypatch):
    monkeypatch.setattr(page, "lesson_page", lambda *_: pytest.fail("the notebook was run"))
    status, _, err = said(capsys, "page", "small.ipynb", "nowhere/small.html")
    assert (status, len(err)) == (2, 1)
    assert "nowhere is no folder" in err[0]


def test_student_copies_are_written_for_all_or_for_some(here, capsys):
    assert said(capsys, "student", "all")[0] == 0
    assert {path.name for path in checks.PATHS} <= {path.name for path in (here / "all").iterdir()}
    status, out, err = said(capsys, "student", "some", "3", "stacks", "small.ipynb")
    assert (status, out, err) == (0, [f"{here}/some: 3 files written"], [])
    names = ["03_input_shapes.ipynb", "04_stacks.ipynb", "small.ipynb"]
    assert sorted(path.name for path in (here / "some").iterdir()) == names
    assert (here / "some" / "04_stacks.ipynb").read_bytes() == (here / "all" / "04_stacks.ipynb").read_bytes()
    assert json.loads((here / "some" / "small.ipynb").read_text())["cells"][1]["source"] == ["# your answer:\n"]
    assert "6 * 8" in (here / "small.ipynb").read_text()


def test_a_student_s_file_is_kept_and_the_exit_status_says_so(here, capsys):
    (here / "some").mkdir()
    (here / "some" / "small.ipynb").write_text("a student's work")
    status, out, _ = said(capsys, "student", "some", "3", "small.ipynb")
    assert status == 1
    assert out[:2] == [f"{here}/some: 1 file written", "kept as you have them: small.ipynb"]
    assert (here / "some" / "small.ipynb").read_text() == "a student's work"


def test_student_copies_never_replace_their_own_original(here, capsys):
    before = (here / "small.ipynb").read_bytes()
    assert said(capsys, "student", ".", "small.ipynb")[0] == 1
    assert (here / "small.ipynb").read_bytes() == before
