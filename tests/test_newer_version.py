"""A newer version of the course comes into an older folder: what was only run is replaced, what was changed is kept."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lstmlesson import course
from lstmlesson.command import main
from lstmlesson.course import newer_version

ROOT = Path(__file__).parent.parent


def notebook(*sources, ran=False):
    """A notebook of code cells as a file has it; ran: with outputs and run counts."""
    cells = [
        {
            "cell_type": "code",
            "source": source,
            "metadata": {},
            "id": f"c{at}",
            "outputs": [{"output_type": "stream", "name": "stdout", "text": "ran"}] if ran else [],
            "execution_count": at + 1 if ran else None,
        }
        for at, source in enumerate(sources)
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


OLD = {"a.ipynb": notebook("old"), "b.ipynb": notebook("old"), "c.ipynb": notebook("same"), "picture": b"old"}
NEW = {**OLD, "a.ipynb": notebook("new"), "b.ipynb": notebook("new"), "picture": b"new", "d.ipynb": notebook("d")}


@pytest.fixture
def folder(tmp_path):
    """A folder with the old files, as a start of the old version has put them there."""
    course.write(tmp_path, OLD.items())
    newer_version.note(tmp_path, OLD)
    return tmp_path


def names(folder):
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def test_untouched_files_are_replaced_and_new_ones_added(folder):
    assert course.update(folder, NEW) == (("d.ipynb",), ("a.ipynb", "b.ipynb", "picture"), ())
    assert {name: (folder / name).read_bytes() for name in NEW} == NEW


def test_a_lesson_that_was_only_run_is_untouched(folder):
    (folder / "a.ipynb").write_bytes(notebook("old", ran=True))
    assert "a.ipynb" in course.update(folder, NEW).replaced


@pytest.mark.parametrize("mine", [notebook("my answer"), notebook("old", "my answer", ran=True), b"no notebook at all"])
def test_what_was_changed_is_kept_and_the_newer_text_is_put_beside_it(mine, folder):
    (folder / "a.ipynb").write_bytes(mine)
    assert course.update(folder, NEW).beside == ("a.ipynb",)
    assert (folder / "a.ipynb").read_bytes() == mine
    assert (folder / "a.newer.ipynb").read_bytes() == NEW["a.ipynb"]


def test_a_second_update_has_nothing_to_do(folder):
    (folder / "a.ipynb").write_bytes(notebook("mine"))
    course.update(folder, NEW)
    before = names(folder)
    assert course.update(folder, NEW) == ((), (), ())
    assert names(folder) == before


def test_what_was_written_into_the_newer_copy_is_kept_by_the_next_update(folder):
    (folder / "a.ipynb").write_bytes(notebook("mine"))
    course.update(folder, NEW)
    (folder / "a.newer.ipynb").write_bytes(notebook("mine again"))
    course.update(folder, {"a.ipynb": notebook("newest")})
    assert (folder / "a.newer.ipynb").read_bytes() == notebook("mine again")
    assert (folder / "a.newer2.ipynb").read_bytes() == notebook("newest")


def test_where_nobody_knows_what_was_put_there_nothing_is_replaced(folder):
    (folder / newer_version.LIST).unlink()
    assert course.update(folder, NEW).replaced == ()
    assert (folder / "a.ipynb").read_bytes() == OLD["a.ipynb"]


@pytest.mark.parametrize("damage", [b"", b"[]", b"\0", b'{"a.ipynb": 3}'])
def test_a_damaged_list_loses_nothing(damage, folder):
    (folder / newer_version.LIST).write_bytes(damage)
    assert course.update(folder, NEW).replaced == ()


def test_a_start_says_which_lessons_are_older_and_update_brings_them(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["--no-open", "--into", "course"]) == 0
    older = {"03_input_shapes.ipynb": notebook("older"), "04_stacks.ipynb": notebook("older")}
    for name, content in older.items():
        (tmp_path / "course" / name).write_bytes(content)
    newer_version.note(tmp_path / "course", older)
    (tmp_path / "course" / "04_stacks.ipynb").write_bytes(notebook("older", "my answer"))
    capsys.readouterr()
    assert main(["--no-open", "--into", "course"]) == 0
    assert "there is a newer version of: 03_input_shapes.ipynb, 04_stacks.ipynb" in capsys.readouterr().out
    assert main(["update", "--into", "course"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "replaced, since you had not changed it: 03_input_shapes.ipynb",
        "put beside yours: 04_stacks.ipynb",
    ]
    assert main(["update", "--into", "course"]) == 0
    assert capsys.readouterr().out.endswith("every lesson is of this version already\n")


def test_update_refuses_a_folder_that_is_not_there_and_the_course_s_own(tmp_path, capsys):
    assert main(["update", "--into", str(tmp_path / "nowhere")]) == 2
    assert main(["update", "--into", str(course.folder())]) == 2
    assert capsys.readouterr().out == ""


ASK = "from lstmlesson.command import main; sys.exit(main())"


def built(place, version, change):
    """The files of a wheel made from this clone with another number and a changed lesson, unpacked into a folder."""
    tree = place / f"tree{version}"
    for name in ("lstmlesson", "notebooks"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tree / name)
    front, lesson = tree / "lstmlesson" / "__init__.py", tree / "notebooks" / "03_input_shapes.ipynb"
    front.write_text(front.read_text("utf-8").replace(f'"{course_version()}"', f'"{version}"'), "utf-8")
    content = json.loads(lesson.read_text("utf-8"))
    content["cells"][1]["source"] = change
    lesson.write_text(json.dumps(content), "utf-8")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", place], cwd=tree, check=True)
    (wheel,) = place.glob(f"*-{version}-*.whl")
    shutil.unpack_archive(wheel, place / version, "zip")
    return place / version


def course_version():
    import lstmlesson

    return lstmlesson.__version__


@pytest.mark.slow
def test_from_one_wheel_to_the_next_a_run_lesson_is_replaced_and_a_changed_one_kept(tmp_path):
    first, second = (built(tmp_path, version, f"text of {version}") for version in ("7.0.0", "7.1.0"))
    here = tmp_path / "learner"
    here.mkdir()

    def typed(package, *arguments):
        program = (
            f"import sys; sys.path.insert(0, {str(package)!r}); from lstmlesson import command as c; sys.exit(c.main())"
        )
        done = subprocess.run(
            [sys.executable, "-P", "-c", program, *arguments], cwd=here, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    typed(first, "--no-open")
    lesson = here / "lstmlesson" / "03_input_shapes.ipynb"
    assert "text of 7.0.0" in lesson.read_text("utf-8")
    assert "there is a newer version of: 03_input_shapes.ipynb" in typed(second, "--no-open")
    assert typed(second, "update") == "replaced, since you had not changed it: 03_input_shapes.ipynb\n"
    assert "text of 7.1.0" in lesson.read_text("utf-8")
    lesson.write_text(lesson.read_text("utf-8").replace("text of 7.1.0", "my answer"), "utf-8")
    assert typed(first, "update") == "put beside yours: 03_input_shapes.ipynb\n"
    assert "my answer" in lesson.read_text("utf-8")
    assert "text of 7.0.0" in (here / "lstmlesson" / "03_input_shapes.newer.ipynb").read_text("utf-8")
