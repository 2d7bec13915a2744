"""The form of the lessons for Colab: each opens by itself, installs the package first, and has no dead link."""

import json
import re

import nbformat
import pytest
from lessons import PATHS

from lstmlesson.command import main
from lstmlesson.course import colab_files

WHEEL, BASE = "https://example.org/lstmlesson-0.1.0-py3-none-any.whl", "https://colab.example.org/blob/colab"
LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)")


def prose(notebook):
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
@pytest.mark.parametrize("base", ["", BASE])
def test_each_lesson_is_a_whole_notebook_that_installs_first_and_has_no_link_to_a_neighbour(path, base):
    text = colab_files(WHEEL, base)[path.name].decode()
    made, lesson = nbformat.reads(text, as_version=4), nbformat.read(path, as_version=4)
    nbformat.validate(made)
    first, *others = made.cells
    assert (first.cell_type, first.source.splitlines()[-1]) == ("code", f"%pip install --quiet {WHEEL}")
    assert [cell.get("outputs") for cell in others] == [cell.get("outputs") for cell in lesson.cells]
    targets = LINK.findall(prose(made))
    assert all(re.match(r"https?://|#", target) for target in targets), targets
    ways = {target.partition("#")[0].rpartition("/")[2] for target in targets if base and target.startswith(base)}
    assert ways <= colab_files(WHEEL).keys()
    assert bool(ways) == bool(base)


def test_only_links_and_the_first_cell_are_new():
    made, lesson = json.loads(colab_files(WHEEL)["01_gates.ipynb"]), json.loads(PATHS[1].read_text("utf-8"))
    words = [
        re.sub(r"\[([^\]]+)\]\([\w-]+\.(?:ipynb|md|html)[^)]*\)", r"\1", "".join(c["source"])) for c in lesson["cells"]
    ]
    assert ["".join(cell["source"]) for cell in made["cells"][1:]] == words
    assert lesson["metadata"] == made["metadata"]


@pytest.mark.parametrize("wheel", ["", "two things", "a; rm -rf .", "'a'", "$(x)"])
def test_what_pip_would_not_take_for_one_thing_is_refused(wheel, tmp_path, capsys):
    assert main(["colab", str(tmp_path / "out"), "--wheel", wheel]) == 2
    assert "expected one address or name" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_command_writes_what_was_asked_and_never_over_a_file(tmp_path, capsys):
    assert main(["colab", str(tmp_path), "2", "--wheel", WHEEL]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["02_weight_sharing.ipynb"]
    (tmp_path / "02_weight_sharing.ipynb").write_text("mine", "utf-8")
    assert main(["colab", str(tmp_path), "2", "--wheel", WHEEL]) == 1
    assert (tmp_path / "02_weight_sharing.ipynb").read_text("utf-8") == "mine"
    assert "kept" in capsys.readouterr().out
