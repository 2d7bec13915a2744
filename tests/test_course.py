"""The course as files: the lesson that a learner means, copies that destroy nothing, and student copies."""

import ast
import copy
import json
import re
import resource
import subprocess
import sys

import lessons as checks
import nbformat
import nbformat.v4 as make
import pytest

from lstmlesson import course
from lstmlesson.course.lesson_files import read
from lstmlesson.views.answers import is_answer

NUMBERED = [path for path in checks.PATHS if path.stem[:2].isdigit()]


def links(text):
    """Each link to a notebook in a text: the words and the file."""
    return re.findall(r"\[([^\]]+)\]\((\w+\.ipynb)\)", text)


# The lessons themselves.


def test_the_lessons_are_the_numbered_notebooks_in_order():
    found = course.lessons()
    assert [lesson.path.resolve() for lesson in found] == [path.resolve() for path in NUMBERED]
    assert [lesson.number for lesson in found] == sorted({int(path.stem[:2]) for path in NUMBERED})


def test_titles_are_those_by_which_the_lessons_link_to_each_other():
    titles = {f"{lesson.name}.ipynb": lesson.title for lesson in course.lessons()}
    closing = [link for path in NUMBERED for link in links(checks.read(path).cells[-1].source)]
    numbered = [(words, file) for words, file in closing if re.match(r"\d+ · ", words)]
    assert len(numbered) >= len(NUMBERED) - 1
    assert [(words, file) for words, file in numbered if titles[file] != words] == []


def test_one_lesson_is_read_as_a_reader_reads_it():
    lesson = course.find("3")
    assert lesson[:5] == (3, "03_input_shapes", "3 · Why 48 here and 32 there?", "Why 48 here and 32 there?", 20)
    assert all(5 <= lesson.minutes <= 60 for lesson in course.lessons())


def test_what_is_beside_the_lessons_has_no_number_and_is_found_by_its_name():
    others = [path for path in checks.FOLDER.glob("*.ipynb") if path not in NUMBERED]
    assert others
    for path in others:
        assert course.find(path.stem)[:2] == (None, path.stem)


def test_a_link_in_a_student_copy_leads_to_what_students_have():
    files = course.student_files()
    notebooks = [content.decode() for name, content in files.items() if name.endswith(".ipynb")]
    targets = {target for text in notebooks for target in re.findall(r"\]\(([\w./-]+)(?:#[^)]*)?\)", text)}
    assert len(targets) > len(NUMBERED) - 2
    assert sorted(targets - set(files)) == []


MEANT = "3 03 03_input_shapes 03_input_shapes.ipynb 03-input-shapes Input_Shapes shapes input".split()


@pytest.mark.parametrize("meant", [*MEANT, "input shapes", "lesson 3", " Lesson 03 ", "3."])
def test_what_comes_to_mind_finds_the_lesson(meant, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert course.find(meant).name == "03_input_shapes"


@pytest.mark.parametrize("lesson", course.lessons(), ids=lambda lesson: lesson.name)
def test_each_lesson_is_found_by_number_name_and_topic(lesson):
    for meant in (str(lesson.number), f"{lesson.number:02}", lesson.name, lesson.name[3:].replace("_", " ")):
        assert course.find(meant) == lesson


@pytest.mark.parametrize(
    "meant", ["", "33", "s", "a", "lesson", "nothing", "/no/where/03_input_shapes.ipynb", "3.5", "*", "["]
)
def test_an_unknown_or_unclear_lesson_is_refused_with_the_list(meant):
    with pytest.raises(LookupError) as refusal:
        course.find(meant)
    assert repr(meant) in str(refusal.value)
    assert all(path.stem in str(refusal.value) for path in NUMBERED)


def test_a_path_means_the_notebook_that_is_there_and_not_the_one_of_the_course(tmp_path, monkeypatch):
    own = make.new_notebook(cells=[make.new_markdown_cell("# Words\n\nOf this course.")])
    nbformat.write(own, tmp_path / "03_input_shapes.ipynb")
    monkeypatch.chdir(tmp_path)
    for meant in ("03_input_shapes.ipynb", str(tmp_path / "03_input_shapes.ipynb")):
        lesson = course.find(meant)
        assert (lesson.number, lesson.question, lesson.minutes) == (None, "Words", None)
        assert lesson.path.resolve() == tmp_path / "03_input_shapes.ipynb"


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", "null", '{"cells": 3}', '{"cells": [{}]}', "\0", '{"cells": ["a"]}']
)
def test_a_file_that_is_no_notebook_is_refused_by_name(content, tmp_path):
    (tmp_path / "mine.ipynb").write_text(content)
    with pytest.raises(ValueError, match=r"mine\.ipynb is no notebook"):
        read(tmp_path / "mine.ipynb")


# Copies for a learner.


def test_a_copy_is_the_course_byte_by_byte(tmp_path):
    originals = checks.contents(checks.FOLDER)
    copied = course.copy(tmp_path / "deep" / "course")
    assert checks.contents(tmp_path / "deep" / "course") == originals
    assert (sorted(copied.written), copied.kept) == (sorted(originals), ())


def test_a_file_that_is_there_is_kept_and_named(tmp_path):
    files = {
        "changed": b"the course's",
        "equal": b"the same",
        "link": b"the course's",
        "new": b"new",
        "folder": b"?",
        "deep/er": b"new",
    }
    (tmp_path / "changed").write_bytes(b"mine")
    (tmp_path / "equal").write_bytes(b"the same")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder").mkdir()
    assert course.write(tmp_path, files.items()) == (("new", "deep/er"), ("changed", "link", "folder"))
    assert (tmp_path / "changed").read_bytes() == b"mine"
    assert not (tmp_path / "nowhere").exists()
    assert (tmp_path / "new").read_bytes() == (tmp_path / "deep" / "er").read_bytes() == b"new"


def test_what_jupyterlab_hides_in_the_folder_is_no_part_of_the_course(tmp_path, monkeypatch):
    course.copy(tmp_path)
    (tmp_path / ".ipynb_checkpoints").mkdir()
    (tmp_path / ".ipynb_checkpoints" / "01_gates-checkpoint.ipynb").write_text("{}")
    monkeypatch.setattr(course.copies, "folder", lambda: tmp_path)
    assert course.original() == checks.contents(checks.FOLDER)


def test_no_half_of_a_file_is_left_where_the_disk_is_full(tmp_path):
    program = "import sys; from pathlib import Path; from lstmlesson import course; course.copy(Path(sys.argv[1]))"
    told = subprocess.run(
        [sys.executable, "-c", program, tmp_path],
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),  # bytes of one file
    )
    assert "File too large" in told.stderr
    assert list(tmp_path.iterdir()) == []


# Copies for students.


def is_solution(cell):
    return "solution" in cell.metadata.get("tags", [])


def remains_of_answers(original, copied):
    """What a student could still read of the solutions, and of the outputs that answer a prediction."""
    found = []
    shown = json.dumps(copied)
    for at, cell in enumerate(original.cells):
        if is_solution(cell) and json.dumps(cell.source) in shown:
            found.append(f"the solution in cell {at}")
        if is_answer(cell) and copied.cells[at].outputs:
            found.append(f"the output of cell {at}")
    return found + [f"a tag in cell {at}" for at, cell in enumerate(copied.cells) if is_solution(cell)]


def names(cell, kind):
    python = re.sub(r"^%.*", "", cell.source, flags=re.MULTILINE)  # the lines that are IPython's own
    tree = ast.parse(python) if cell.cell_type == "code" else ast.parse("")
    imported = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    bound = {(alias.asname or alias.name).split(".")[0] for node in imported for alias in node.names}
    plain = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, kind)}
    return plain | bound if kind is ast.Store else plain


def needs_a_solution(original):
    """Cells of the lesson that use a name which a solution before them has set last."""
    by_solution, found = set(), []
    for at, cell in enumerate(original.cells):
        if is_solution(cell):
            by_solution |= names(cell, ast.Store)
        else:
            found += [f"cell {at} uses {name}" for name in sorted(names(cell, ast.Load) & by_solution)]
            by_solution -= names(cell, ast.Store)
    return found


@pytest.fixture(params=NUMBERED, ids=lambda path: path.stem)
def original(request):
    return checks.read(request.param)


def a_student_copy(original):
    return nbformat.reads(json.dumps(course.student(json.loads(nbformat.writes(original)))), as_version=4)


def test_a_student_copy_is_a_notebook_without_answers(original):
    copied = a_student_copy(original)
    nbformat.validate(copied)
    assert any(map(is_solution, original.cells))
    assert remains_of_answers(original, copied) == []


def without_closed(cell):
    """A cell whose outputs have lost the elements that are closed, where no other lies in them."""
    for output in cell.get("outputs", []):
        html = output.get("data", {}).get("text/html", "")
        if "lm-answer" in html:
            output.data["text/html"] = re.sub(r'<details class="lm-answer">.*?</details>', "", html, flags=re.DOTALL)
    return cell


def test_all_else_stays_cell_by_cell(original):
    copied = a_student_copy(original)
    assert copied.metadata == original.metadata
    assert [cell.id for cell in copied.cells] == [cell.id for cell in original.cells]
    for before, after in zip(original.cells, copied.cells, strict=True):
        assert after.metadata.get("slideshow") == before.metadata.get("slideshow")
        if is_solution(before):
            assert "your answer:" in after.source.lower()
        elif is_answer(before):
            assert (after.source, after.outputs, after.execution_count) == (before.source, [], None)
            assert "jupyter" not in after.metadata
        else:
            assert after == without_closed(before)


def test_a_student_runs_the_copy_without_the_solutions(original):
    assert needs_a_solution(original) == []


def test_the_checks_of_a_student_copy_object_to_a_wrong_one():
    original = checks.read(course.find("3").path)
    assert any("the solution in cell" in one for one in remains_of_answers(original, original))
    forgotten = copy.deepcopy(original)
    for output in (output for cell in forgotten.cells for output in cell.get("outputs", [])):
        output.get("data", {}).pop("text/html", None)
    hidden = next(at for at, cell in enumerate(original.cells) if is_answer(cell) and not is_solution(cell))
    assert f"the output of cell {hidden}" in remains_of_answers(original, a_student_copy(forgotten))
    solution = make.new_code_cell("model = 3", metadata={"tags": ["solution"]})
    later = make.new_code_cell("model")
    assert needs_a_solution(make.new_notebook(cells=[solution, later])) == ["cell 1 uses model"]


def test_the_original_is_left_as_it_is(original):
    given = json.loads(nbformat.writes(original))
    before = copy.deepcopy(given)
    course.student(given)
    assert given == before


def test_students_get_the_lessons_and_not_what_is_for_the_teacher(tmp_path, monkeypatch):
    files = course.student_files()
    assert set(files) == set(checks.contents(checks.FOLDER))
    chosen = course.student_files([course.find("3").path])
    assert chosen == {"03_input_shapes.ipynb": files["03_input_shapes.ipynb"]}


def test_a_student_copy_is_written_as_nbformat_writes_it():
    text = course.student_files([course.find("3").path])["03_input_shapes.ipynb"].decode()
    assert nbformat.writes(nbformat.reads(text, as_version=4)) + "\n" == text
