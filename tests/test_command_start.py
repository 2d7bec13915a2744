"""`lstmlesson` alone, as far as it goes without JupyterLab: where the lessons go, what is said, what is refused.

tests/test_clean_environment.py starts JupyterLab for real.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import lessons as checks
import pytest
from typed import said

from lstmlesson import __version__, command, course
from lstmlesson.command import explaining, main

ORIGINALS = checks.contents(checks.FOLDER)
NAMES = sorted(path.stem for path in checks.PATHS)
NOBODY = 65534
ROOT = Path(command.__file__).parents[2]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """An empty folder in which the command is typed."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_lessons_come_into_a_new_folder(here, capsys):
    status, out, err = said(capsys, "--no-open")
    assert (status, err) == (0, [])
    assert out == [f"{here}/lstmlesson: {len(ORIGINALS)} files written"]
    assert checks.contents(here / "lstmlesson") == ORIGINALS


def test_start_is_the_same_said_in_full(here, capsys):
    assert said(capsys, "start", "--no-open", "--into", "a/b")[0] == 0
    assert checks.contents(here / "a" / "b") == ORIGINALS


def test_a_changed_notebook_is_kept_and_a_missing_one_comes_back(here, capsys):
    said(capsys, "--no-open")
    (here / "lstmlesson" / "03_input_shapes.ipynb").write_text("mine")
    (here / "lstmlesson" / "04_stacks.ipynb").unlink()
    status, out, err = said(capsys, "--no-open")
    assert (status, err) == (0, [])
    assert out[:2] == [f"{here}/lstmlesson: 1 file written", "kept as you have them: 03_input_shapes.ipynb"]
    assert checks.contents(here / "lstmlesson") == ORIGINALS | {"03_input_shapes.ipynb": b"mine"}


def test_nothing_is_said_of_files_that_are_as_they_were(here, capsys):
    said(capsys, "--no-open")
    assert said(capsys, "--no-open")[1] == [f"{here}/lstmlesson: no files written"]


@pytest.mark.parametrize("inside", [".", "notebooks"])
def test_a_folder_that_has_the_course_is_used_as_it_is(inside, here, capsys):
    (here / inside).mkdir(exist_ok=True)
    (here / inside / course.FIRST).write_text("mine")
    said(capsys, "--no-open")
    assert checks.contents(here / inside) == ORIGINALS | {course.FIRST: b"mine"}
    assert not (here / "lstmlesson").exists()


@pytest.mark.parametrize("inside", [".", "notebooks"])
def test_in_a_clone_its_own_notebooks_are_opened(inside, capsys, monkeypatch):
    monkeypatch.chdir(checks.FOLDER.parent / inside)
    status, out, _ = said(capsys, "--no-open")
    assert status == 0
    assert out == [f"{checks.FOLDER}: these are the course's own notebooks, not copies"]


def test_a_file_where_the_folder_should_be_is_refused(here, capsys):
    (here / "lstmlesson").write_text("mine")
    status, out, err = said(capsys, "--no-open")
    assert (status, out) == (2, [])
    assert err == [
        f"lstmlesson: the lessons cannot be put into {here}/lstmlesson: {here}/lstmlesson is a file; "
        "name a folder of yours with --into DIR"
    ]
    status, out, err = said(capsys, "--no-open", "--into", "lstmlesson/deeper")
    assert (status, out, len(err)) == (2, [], 1)
    assert (here / "lstmlesson").read_text() == "mine"


WITHOUT = """
import sys
name, *arguments = sys.argv[1:]
sys.modules[name] = None  # importing it raises ImportError
from lstmlesson.command import main
sys.exit(main(arguments))
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("missing", "arguments", "extra"),
    [
        ("jupyterlab", [], "lab"),
        ("nbconvert", ["page", "3"], "pages"),
        ("nbclient", ["page", "3"], "pages"),
        ("nbformat", ["page", "--all", "pages"], "pages"),
        ("latex2mathml", ["slides", "3"], "slides"),
        ("pyreveal", ["slides", "3"], "slides"),
    ],
)
def test_a_light_installation_says_what_to_type_for_more(missing, arguments, extra, here):
    run = [sys.executable, "-c", WITHOUT, missing, *arguments]
    told = subprocess.run(run, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert told.returncode == 2
    assert len(told.stderr.splitlines()) == 1
    assert told.stderr.endswith(f'; type: python -m pip install "lstmlesson[{extra}]"\n')
    # The lessons are there all the same; nothing else is.
    assert checks.contents(here / "lstmlesson") == (ORIGINALS if missing == "jupyterlab" else {})
    assert {path.name for path in here.iterdir()} <= {"lstmlesson"}


@pytest.mark.parametrize("there", [False, True], ids=["no folder yet", "a folder that others own"])
def test_without_write_permission_one_sentence_says_so(there, here):
    # Permissions do not bind the administrator, who therefore becomes a user without rights here. Such a user may not
    # be allowed to read Python's own library either, so the command runs once before, which loads what it needs.
    program = "import os, sys; from lstmlesson.command import main; main(['--no-open'])\n"
    if os.geteuid() == 0:
        program += f"os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})\n"
    program += "sys.exit(main(sys.argv[1:]))"
    with tempfile.TemporaryDirectory() as place:
        target = Path(place, "lstmlesson")
        if there:
            target.mkdir()
            target.chmod(0o555)
        Path(place).chmod(0o555)
        run = [sys.executable, "-c", program, "--no-open", "--into", target]
        told = subprocess.run(run, capture_output=True, text=True)
        Path(place).chmod(0o755)
    assert told.returncode == 2
    assert told.stdout == f"{here}/lstmlesson: {len(ORIGINALS)} files written\n"  # by the first run
    assert told.stderr == (
        f"lstmlesson: the lessons cannot be put into {target}: Permission denied; "
        "name a folder of yours with --into DIR\n"
    )


@pytest.mark.parametrize("wrong", [["nonsense"], ["--into"], ["start", "here"], ["--into", "x", "explain"], ["--open"]])
def test_wrong_usage_ends_with_two_and_writes_nothing(wrong, here, capsys):
    with pytest.raises(SystemExit) as end:
        main(wrong)
    assert end.value.code == 2
    assert "lstmlesson" in capsys.readouterr().err.splitlines()[-1]
    assert checks.contents(here) == {}


@pytest.mark.parametrize("name", ["start", "explain", "page", "slides", "student"])
def test_help_is_short_and_has_an_example_that_can_be_typed(name, capsys):
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    lines = capsys.readouterr().out.splitlines()
    assert end.value.code == 0
    assert len(lines) <= 25
    assert max(map(len, lines)) <= 100
    example = lines[lines.index("example:") + 1].split()
    assert example[0] == "lstmlesson"
    own = example[1:] if example[1] == name else ["start", *example[1:]]
    given = command._parser().parse_args(own[: own.index("--")] if "--" in own else own)
    assert callable(given.run)


def test_the_first_help_names_each_command(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    out = capsys.readouterr().out
    assert all(f"\n    {name} " in out for name in ("start", "explain", "page", "slides", "student"))


def test_the_version_is_the_package_s(capsys):
    assert said(capsys, "--version") == (0, [f"lstmlesson {__version__}"], [])


def test_ctrl_c_is_quiet(capsys, monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(explaining, "read_text", interrupted)
    assert said(capsys, "explain") == (130, [], [])


def test_a_reader_that_goes_away_is_no_error(here):
    (here / "long.txt").write_text("\n".join(f"lstm_{at} (LSTM)   (None, 400, 5)   380" for at in range(200)))
    run = [sys.executable, "-m", "lstmlesson.command", "explain", "long.txt"]
    with subprocess.Popen(run, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as told:
        told.stdout.close()
        assert told.stderr.read() == b""
    assert told.returncode == 141


@pytest.mark.parametrize("arguments", [["--version"], ["explain", "one.txt"]])
def test_a_full_disk_is_said_in_one_sentence(arguments, here):
    (here / "one.txt").write_text("lstm (LSTM)   (None, 400, 5)   380")
    if not Path("/dev/full").exists():
        pytest.skip("not verified: this system has no /dev/full")
    with open("/dev/full", "w") as full:
        run = [sys.executable, "-m", "lstmlesson.command", *arguments]
        told = subprocess.run(run, stdout=full, stderr=subprocess.PIPE, text=True)
    assert told.stderr == "lstmlesson: No space left on device\n"
    assert told.returncode == 2


def test_a_terminal_that_lacks_a_sign_shows_the_numbers_all_the_same(here):
    (here / "one.txt").write_text("lstm (LSTM)   (None, 400, 5)   380")
    run = [sys.executable, "-m", "lstmlesson.command", "explain", "one.txt"]
    told = subprocess.run(run, capture_output=True, text=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert told.stderr == ""
    assert "4(13*5 + 5*5 + 5) = 380" in told.stdout
