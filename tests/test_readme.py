"""The README keeps its promises: its code runs, its commands are two, its links lead somewhere."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import lessons
import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CODE = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
FIRST_SCREEN = 30  # lines


def links(text):
    """The files of this project to which a text in Markdown leads."""
    return [target for target in re.findall(r"\]\(([^)]+)\)", text) if "://" not in target]


def broken(text, root):
    """What is wrong with the links and the list of lessons of a text, in sentences."""
    missing = [f"{target} is linked and not there" for target in links(text) if not (root / target).exists()]
    unnamed = [
        f"{path.name} is there and not linked"
        for path in sorted((root / "notebooks").glob("*.ipynb"))
        if f"notebooks/{path.name}" not in links(text)
    ]
    return missing + unnamed


def claims(code):
    """How many results a piece of code claims, and how many of them are wrong."""
    test = doctest.DocTestParser().get_doctest(code, {}, "README.md", "README.md", 0)
    complaints = []
    result = doctest.DocTestRunner().run(test, out=complaints.append)
    return sum(bool(example.want) for example in test.examples), result.failed


def commands(path):
    """What .ci/run takes for the README's commands."""
    script = ROOT / ".ci" / "readme_commands.py"
    return subprocess.run([sys.executable, script, path], capture_output=True, text=True)


@pytest.mark.parametrize("number", range(len(CODE)))
def test_the_code_gives_what_it_claims(number):
    claimed, wrong = claims(CODE[number])
    assert claimed >= 1
    assert wrong == 0


def test_a_wrong_claim_is_noticed():
    assert claims(CODE[0].replace("\n48\n", "\n49\n"))[1] == 3


def test_five_lines_count_an_lstm_and_check_it():
    lines = [line for line in CODE[0].splitlines() if line.startswith(">>>")]
    assert len(lines) == 5
    by_hand = 4 * (3 * 2 + 2 * 2 + 2)
    assert CODE[0].splitlines().count(str(by_hand)) == 3


@pytest.mark.frameworks
def test_keras_and_pytorch_count_what_the_readme_claims():
    import keras
    import torch

    layer = keras.layers.LSTM(2)
    layer.build((None, None, 3))
    assert f"{layer.count_params()}\n" in CODE[0]
    module = torch.nn.LSTM(3, 2)
    assert f"= {sum(array.numel() for array in module.parameters())}'" in CODE[2]
    assert str([tuple(array.shape) for array in module.parameters()]) in CODE[2]
    model = keras.Sequential([keras.Input((100, 6)), keras.layers.LSTM(64, return_sequences=True)])
    for one in (keras.layers.Dropout(0.5), keras.layers.LSTM(64), keras.layers.Dense(6)):
        model.add(one)
    assert f"{model.count_params()}\n" in CODE[1]
    for one in model.layers:
        assert f" {one.count_params():,}\n" in CODE[1]


def test_nothing_stands_above_the_promise():
    promise = README.splitlines()[0]
    assert promise.startswith("# ")
    assert "be sure of every number" in promise


def test_the_two_commands_stand_on_the_first_screen():
    told = commands(ROOT / "README.md")
    assert told.returncode == 0, told.stderr
    course, tests = told.stdout.splitlines()
    start = "python3 -m venv .venv && .venv/bin/pip install -e "
    assert course == f'{start}".[lab]" && .venv/bin/jupyter lab notebooks/00_start_here.ipynb'
    assert tests == f'{start}".[test]" -c constraints.txt && .venv/bin/pytest'
    first_screen = README.splitlines()[:FIRST_SCREEN]
    assert {course, tests} <= set(first_screen)


@pytest.mark.parametrize("change", [("```sh\n", "```\n"), ("## Lessons", "```sh\nmake\n```\n## Lessons")])
def test_one_command_more_or_less_is_noticed(change, tmp_path):
    (tmp_path / "README.md").write_text(README.replace(*change, 1), "utf-8")
    told = commands(tmp_path / "README.md")
    assert told.returncode != 0
    assert "expected exactly 2" in told.stderr


def test_links_lead_somewhere_and_each_notebook_is_linked():
    assert broken(README, ROOT) == []


def test_a_broken_link_and_a_forgotten_notebook_are_noticed(tmp_path):
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "02_weight_sharing.ipynb").touch()
    assert broken("[01](notebooks/01_gates.ipynb)", tmp_path) == [
        "notebooks/01_gates.ipynb is linked and not there",
        "02_weight_sharing.ipynb is there and not linked",
    ]


def commands_not_named(text):
    """The commands that `lstmlesson --help` lists and a text does not show; `start` is the word alone."""
    listed = subprocess.run([sys.executable, "-m", "lstmlesson.command", "--help"], capture_output=True, text=True)
    known = re.findall(r"^    (\w+) ", listed.stdout, re.MULTILINE)
    assert {"start", "explain"} <= set(known)
    return [name for name in known if name != "start" and f"`lstmlesson {name}" not in text]


@pytest.mark.slow
def test_each_command_is_named():
    assert commands_not_named(README) == []
    assert commands_not_named(README.replace("`lstmlesson doctor", "")) == ["doctor"]


def test_each_lesson_has_a_row():
    assert re.findall(r"^\| \[(\d\d) ", README, re.MULTILINE) == [path.stem[:2] for path in lessons.PATHS]
