"""What a type checker sees: names of arguments, the type of a count, and no name that is not there."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

import lstmlesson

ROOT = Path(lstmlesson.__file__).parent.parent
spec = importlib.util.spec_from_file_location("write_stubs", ROOT / ".ci" / "write_stubs.py")
write_stubs = importlib.util.module_from_spec(spec)
spec.loader.exec_module(write_stubs)

RIGHT = """
import lstmlesson
from lstmlesson import GRU, LSTM, Add, Bidirectional, Dense, Input, Sequential, diagnose, explain, layers, pytorch, read
from lstmlesson.symbolic import T, f, u

layer = LSTM(2, return_sequences=True, dropout=0.2, name="first", kernel_initializer="zeros")
model = Sequential([Input((None, 3)), layer, Bidirectional(GRU(4)), Dense(units=1, activation=None)])
count = layer.count((None, 3)) + Add().count([(2,), (2,)]) + pytorch.LSTM(3, 2, num_layers=2, bias=False).count()
letters = LSTM(u).count((T, f))
arrays = lstmlesson.numeric.initialise(layer, (None, 3), seed=0)
lstmlesson.numeric.run(layer, [array.astype("float64") for array in arrays], arrays[0][None])
lstmlesson.explorers.gates(units=3)


def half(cell: layers.RNN) -> object:
    return cell.units


half(layer)
"""
# What is written, what it must be an error of.
WRONG = {
    "lstmlesson.LSTM(2, retrun_sequences=True)": "retrun_sequences",
    "lstmlesson.LSTM()": "units",
    "lstmlesson.LSTM(2, use_bias='no')": "use_bias",
    "lstmlesson.LSTM('2')": 'expected "Size"',
    "lstmlesson.layers.Dense(2, 'relu', name=3)": "name",
    "lstmlesson.Bidirectional(lstmlesson.LSTM(2), merge='sum')": "merge",
    "lstmlesson.pytorch.LSTM(3, 2, layers=2)": "layers",
    "lstmlesson.explian('')": "explian",
    "lstmlesson.numeric.run(lstmlesson.LSTM(2), 3, [])": "Argument 2",
    "lstmlesson.explorers.gate()": "gate",
}
REVEALED = {
    "lstmlesson.LSTM(2).count((None, 3))": "Count",
    "lstmlesson.Sequential([]).count()": "Count",
    "lstmlesson.LSTM(2)": "LSTM",
    "lstmlesson.numeric.initialise(lstmlesson.LSTM(2), (None, 3), seed=0)[0].shape": "tuple",
    "lstmlesson.explain('')": "Explanation",
    "lstmlesson.read('')": "Summary",
    "lstmlesson.diagnose(lstmlesson.LSTM(2), (None, 3), 24)": "Diagnosis",
}


def checked(program, folder):
    """What mypy says of a program, a line each, with the strictness that it has by default."""
    (folder / "program.py").write_text(program)
    command = [sys.executable, "-m", "mypy", "--follow-imports=silent", "--no-error-summary", folder / "program.py"]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT).stdout.splitlines()


def test_the_stubs_are_what_the_layers_declare():
    stale = [path.parent.name for path, text in write_stubs.stubs().items() if path.read_text("utf-8") != text]
    assert stale == [], "python .ci/write_stubs.py renews them"


def test_a_changed_argument_makes_the_stub_stale(monkeypatch):
    before = write_stubs.stub(lstmlesson.layers)
    monkeypatch.setitem(lstmlesson.LSTM.arguments, "forgets", True)
    assert write_stubs.stub(lstmlesson.layers).replace("        forgets: Any = True,\n", "", 1) == before
    assert write_stubs.stub(lstmlesson.layers) != before


@pytest.mark.slow
def test_a_right_program_has_no_type_error(tmp_path):
    assert checked(RIGHT, tmp_path) == []


@pytest.mark.slow
def test_each_wrong_line_is_a_type_error_that_names_what_is_wrong(tmp_path):
    told = checked("\n".join(["import lstmlesson", *WRONG]), tmp_path)
    assert len(told) >= len(WRONG)
    for number, (line, named) in enumerate(WRONG.items(), start=2):
        found = [one for one in told if f"program.py:{number}: error" in one]
        assert any(named in one for one in found), (line, found)


@pytest.mark.slow
def test_what_is_asked_most_has_a_type(tmp_path):
    told = checked("\n".join(["import lstmlesson", *(f"reveal_type({line})" for line in REVEALED)]), tmp_path)
    kinds = [re.sub(r"\w+\.", "", line.split('"')[1]) for line in told]
    pairs = zip(kinds, REVEALED.values(), strict=True)
    assert [kind for kind, name in pairs if not re.search(rf"(^|fallback=){name}\b", kind)] == []
