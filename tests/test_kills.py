"""Every command that writes, killed at random moments of its writing, with files of the real size: nothing is cut.

How one file is written is tested in test_whole_files; here, that every command writes in that way and in no other.
"""

import contextlib
import os
import random
import shutil
import subprocess
import sys
import time

import nbformat
import pytest

# A whole command, which says on standard error when its first file is about to be written.
RUN = """
import os, sys
from lstmlesson.course import whole_files
fill = whole_files._fill
def first(part, content):
    whole_files._fill = fill
    os.write(2, b"writing\\n")
    fill(part, content)
whole_files._fill = first
from lstmlesson.command import main
sys.exit(main(sys.argv[1:]))
"""
COMMANDS = {
    "start": ["--into", "out", "--no-open"],
    "update": ["--into", "out"],
    "page": ["small.ipynb", "out/small.html", "--force"],
    "slides": ["small.ipynb", "out/talk", "--force"],
    "student": ["out"],
    "colab": ["out", "--wheel", "lstmlesson"],
    "teach": ["out"],
    "worksheets": ["names.txt", "out"],
}


def started(name, folder):
    """The command, at the moment when its first file is about to be written."""
    command = subprocess.Popen(
        [sys.executable, "-c", RUN, name, *COMMANDS[name]],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    said = []
    for line in command.stderr:
        said.append(line)
        if line == b"writing\n":
            return command
    raise AssertionError(f"{name} wrote nothing by whole_files: {said}")


def ended(command):
    command.stderr.close()
    return command.wait(timeout=120)


def contents(folder):
    """What somebody sees there: the files that are not hidden, by their path."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    seen = {str(path.relative_to(folder)): path for path in paths}
    return {name: path.read_bytes() for name, path in seen.items() if not any(p[0] == "." for p in name.split("/"))}


def place_for(name, folder):
    """A folder with what the command is given."""
    (folder / "out").mkdir(parents=True)
    (folder / "names.txt").write_text("Ada\nGrace\n")
    cells = [nbformat.v4.new_markdown_cell("# One\n" + "words " * 20_000, id="one")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "small.ipynb")
    if name == "update":  # a folder that has lost most of the course
        from lstmlesson import course

        course.copy(folder / "out")
        for path in sorted((folder / "out").glob("*.ipynb"))[1:]:
            path.unlink()
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_a_whole_command_that_is_killed_while_it_writes_leaves_no_cut_file(name, tmp_path, random_cases):
    draw = random.Random(name)
    model = place_for(name, tmp_path / "whole")
    before = contents(model / "out")
    command = started(name, model)
    since = time.monotonic()
    assert ended(command) == 0
    longest, after = time.monotonic() - since, contents(model / "out")
    assert after != before
    for case in range(min(200, random_cases // 50)):
        place = place_for(name, tmp_path / str(case))
        command = started(name, place)
        time.sleep(draw.uniform(0, longest))
        with contextlib.suppress(ProcessLookupError):
            command.kill()
        ended(command)
        for file, content in contents(place / "out").items():
            assert content in (before.get(file), after.get(file)), f"{name}, killed: {file} is cut"
        shutil.rmtree(place)
