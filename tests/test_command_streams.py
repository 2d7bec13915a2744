"""What comes into the commands and what goes out: odd encodings, closed streams, files without end, names of nobody.

Each ends with the right answer, or with one sentence and exit status 2. Status 1 is never a fault of our own.
"""

import codecs
import json
import os
import subprocess
import sys

import pytest
from typed import said

from lstmlesson.command import OUR_FAULT, explaining, main, streams

ROW = "层 (LSTM)    (None, 8)    384\n"  # 4(3·8 + 8·8 + 8)
PROGRAM = "import keras\nm = keras.Sequential([keras.Input((5, 3)), keras.layers.LSTM(8, name='层')])\nprint('hello')\n"
COMMANDS = [["explain", "row.txt"], ["count", "program.py"], ["student", "class", "3"], ["--no-open"], ["--version"]]
JSON = [["explain", "--json", "row.txt"], ["count", "--json", "program.py"]]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A folder with a summary and a program, in which the command is typed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "row.txt").write_text(ROW, "utf-8")
    (tmp_path / "program.py").write_text(PROGRAM, "utf-8")
    return tmp_path


def in_shell(arguments, more="", **environment):
    """The command in a process of its own, with what a shell may do to its streams."""
    line = f'exec "$0" -m lstmlesson.command "$@" {more}'
    return subprocess.run(
        ["sh", "-c", line, sys.executable, *arguments], capture_output=True, env={**os.environ, **environment}
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-8"])
def test_summaries_and_programs_are_read_in_every_encoding_that_windows_writes(encoding, here, capfd):
    for name, text in (("row.txt", ROW), ("program.py", PROGRAM)):
        (here / name).write_bytes(text.encode(encoding))
    for command in COMMANDS[:2]:
        status, out, _ = said(capfd, *command)
        assert status == 0, command
        assert any("384" in line and "层" in line for line in out), command


@pytest.mark.parametrize("order", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_mark_and_nothing_after_it_is_no_summary(order, here, capsys):
    (here / "row.txt").write_bytes(order)
    status, out, err = said(capsys, "explain", "row.txt")
    assert (status, out, len(err)) == (2, [], 1)


@pytest.mark.slow
@pytest.mark.parametrize("arguments", COMMANDS + JSON, ids=" ".join)
def test_closed_standard_output_is_one_sentence_and_nothing_is_done(arguments, here):
    told = in_shell(arguments, ">&-")
    assert told.returncode == 2
    assert told.stderr.decode().splitlines() == [
        "lstmlesson: standard output is closed; expected a terminal, a file or /dev/null to write to"
    ]
    assert sorted(path.name for path in here.iterdir()) == ["program.py", "row.txt"]


@pytest.mark.slow
@pytest.mark.parametrize("arguments", JSON, ids=" ".join)
def test_with_standard_error_closed_nothing_comes_between_the_data(arguments):
    told = in_shell(arguments, "2>&-")
    assert told.returncode == 0
    assert "层" in str(json.loads(told.stdout))


@pytest.mark.slow
def test_closed_standard_input_is_one_sentence():
    told = in_shell(["explain"], "<&-")
    assert (told.returncode, told.stdout, len(told.stderr.splitlines())) == (2, b"", 1)
    assert b"standard input is closed" in told.stderr
    assert in_shell(["count", "program.py"], "<&-").returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="a system without /dev/zero")
@pytest.mark.parametrize("command", ["explain", "count"])
def test_a_file_without_end_is_not_read_to_its_end(command):
    told = in_shell([command, "/dev/zero"], **{"PYTHONMALLOC": "malloc"})
    assert (told.returncode, told.stdout) == (2, b"")
    assert told.stderr.decode().splitlines() == [
        "lstmlesson: /dev/zero has more than 2,000,000 bytes; expected a summary or a program, and no more"
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--into", "~nobody-of-this-name", "--no-open"],
        ["update", "--into", "~nobody-of-this-name"],
        ["student", "~nobody-of-this-name", "3"],
        ["page", "3", "~nobody-of-this-name/x"],
        ["page", "--all", "~nobody-of-this-name"],
        ["slides", "3", "~nobody-of-this-name"],
        ["explain", "~nobody-of-this-name"],
        ["explain", "--html", "~nobody-of-this-name", "row.txt"],
        ["count", "~nobody-of-this-name"],
    ],
    ids=" ".join,
)
def test_the_home_of_nobody_is_one_sentence(arguments, here, capsys):
    status, out, err = said(capsys, *arguments)
    assert (status, out, len(err)) == (2, [], 1)
    assert "nobody here is called nobody-of-this-name" in err[0]
    assert sorted(path.name for path in here.iterdir()) == ["program.py", "row.txt"]


def test_every_place_may_begin_with_the_home_folder(here, capsys, monkeypatch):
    monkeypatch.setenv("HOME", str(here))
    monkeypatch.setenv("USERPROFILE", str(here))
    assert said(capsys, "student", "~/class", "3")[0] == 0
    assert (here / "class" / "03_input_shapes.ipynb").is_file()
    assert said(capsys, "explain", "~/row.txt", "--html", "~/row.html")[0] == 0
    assert (here / "row.html").is_file()


def test_an_empty_name_is_no_place(capsys, here):
    status, _, err = said(capsys, "student", "", "3")
    assert (status, len(err)) == (2, 1)
    assert sorted(path.name for path in here.iterdir()) == ["program.py", "row.txt"]


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii", "utf-16"])
@pytest.mark.parametrize("arguments", JSON, ids=" ".join)
def test_data_is_utf_8_whatever_the_terminal_speaks(arguments, encoding):
    told = in_shell(arguments, PYTHONIOENCODING=encoding)
    assert told.returncode == 0
    assert "层" in str(json.loads(told.stdout.decode("utf-8")))


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_text_is_written_in_signs_that_the_terminal_has(encoding):
    told = in_shell(["count", "program.py"], PYTHONIOENCODING=encoding)
    assert told.returncode == 0
    text = told.stdout.decode(encoding)
    dot = "*" if encoding == "ascii" else "·"
    assert f"4(3{dot}8 + 8{dot}8 + 8) = 384" in text
    assert text.count("?") == 1  # the layer's name, which no sign resembles
    assert len({len(line) for line in text.splitlines() if line.startswith(("+", "|"))}) <= 1


def test_signs_without_a_likeness_become_question_marks():
    codecs.register_error("lookalike", streams._lookalike)
    assert "3·8 × 2 → 层 ━┓│".encode("ascii", "lookalike") == b"3*8 x 2 ? ? -+|"


@pytest.mark.slow
def test_what_a_program_prints_at_its_end_is_no_part_of_the_data(here):
    (here / "program.py").write_text(
        f"import atexit, sys\natexit.register(print, 'bye')\n{PROGRAM}sys.__stdout__.write('direct')\n", "utf-8"
    )
    told = in_shell(JSON[1])
    assert told.returncode == 0
    assert json.loads(told.stdout)["models"][0]["total"] == 384
    assert {b"bye", b"directbye"} & set(told.stderr.splitlines())


@pytest.mark.slow
def test_a_program_that_closes_standard_output_is_counted(here):
    (here / "program.py").write_text(f"{PROGRAM}import sys\nsys.stdout.close()\n", "utf-8")
    told = in_shell(COMMANDS[1])
    assert told.returncode == 0
    assert b"384" in told.stdout


@pytest.mark.parametrize(
    "error", [KeyError("text/html"), RecursionError("too deep"), MemoryError(), ZeroDivisionError()]
)
def test_a_fault_of_our_own_is_one_sentence_and_no_status_of_another_meaning(error, capsys, monkeypatch):
    def broken(_):
        raise error

    monkeypatch.setattr(explaining, "explain", broken)
    status, out, err = said(capsys, "explain", "row.txt")
    assert (status, out, len(err)) == (OUR_FAULT, [], 1)
    assert OUR_FAULT not in (0, 1, 2)
    assert type(error).__name__ in err[0]
    assert "explaining.py, line" in err[0]
    assert "please report" in err[0]


def test_the_help_says_what_each_exit_status_means(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    told = " ".join(capsys.readouterr().out.split())
    for meaning in ("0 done", "1 done and something is amiss", "2 refused or wrongly asked", f"{OUR_FAULT} a fault"):
        assert meaning in told
