"""The Python of the site, run in Node with the shipped files alone: it answers as this Python does, byte for byte."""

import gzip
import json
import shutil
import subprocess
import zipfile
from io import BytesIO

import pytest
import sites
from test_tools import messages

from lstmlesson.site.shipped import Module, needed
from lstmlesson.tools import answer_json

pytestmark = pytest.mark.slow
ASK = """
import { readFileSync, writeFileSync } from "node:fs";
const [folder, asked, told] = process.argv.slice(2);
process.on("uncaughtException", (error) => (console.log(String(error.message).slice(-1500)), process.exit(1)));
const { loadPyodide } = await import(`file://${folder}/pyodide.mjs`);
const python = await loadPyodide({ indexURL: `${folder}/`, stdLibURL: `${folder}/python.zip`, jsglobals: {} });
python.FS.writeFile("/lstmlesson.zip", readFileSync(`${folder}/lstmlesson.zip`));
const answer = python.runPython(`
import sys
sys.path.insert(0, "/lstmlesson.zip")
from lstmlesson.tools import answer_json
answer_json`);
const answers = readFileSync(asked, "utf8").split("\\n").map((line) => answer(line));
writeFileSync(told, answers.join("\\n"));
"""
PROGRAMS = [
    "import numpy as np\nfrom keras import *\nx = np.zeros((9, 5, 2))\n"
    "Sequential([Input(x.shape[1:]), layers.LSTM(4)])",
    "import tensorflow as tf\nm = tf.keras.Sequential()\n"
    "m.add(tf.keras.Input((4, 2)))\nm.add(tf.keras.layers.GRU(3))\nm.compile(tf.keras.optimizers.Adam())\nm.summary()",
    "import torch\nfrom torch import nn\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
    "        self.lstm = nn.LSTM(3, 2)\nprint(Net())",
    "import random, math, json, os\nprint(math.pi, json.dumps([1]), random.Random(1).random())",
    "from keras import layers\nraise ValueError('wrong')",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("python")
    for name, content in sites.with_python().items():
        if name.startswith("py/"):
            is_packed = name.endswith(".gz")
            file = place / name.removeprefix("py/").removesuffix(".gz")
            file.write_bytes(gzip.decompress(content) if is_packed else content)
    return place


def asked(folder, lines, tmp_path):
    """The answers of the shipped Python, and what Node said."""
    (tmp_path / "ask.mjs").write_text(ASK)
    (tmp_path / "asked").write_text("\n".join(lines), encoding="utf-8")
    command = ["node", tmp_path / "ask.mjs", folder, tmp_path / "asked", tmp_path / "told"]
    done = subprocess.run(command, capture_output=True, text=True)
    told = tmp_path / "told"
    return told.read_text("utf-8").split("\n") if told.exists() else [], done.stdout[-3000:] + done.stderr[-3000:]


def test_every_answer_is_the_same_byte_for_byte(folder, tmp_path):
    given = [*messages(), *({"tool": tool, "text": text} for text in PROGRAMS for tool in ("read", "count"))]
    lines = [json.dumps(message) for message in given]
    told, _ = asked(folder, lines, tmp_path)
    assert len(told) == len(lines) > 100
    different = [(line, one) for line, one in zip(lines, told, strict=True) if one != answer_json(line)]
    assert different == []


@pytest.mark.parametrize("missing", ["lstmlesson/summary/judging/judge.pyc", "lstmlesson/keras/public_names.txt"])
def test_a_module_that_was_not_shipped_is_missed(folder, tmp_path, missing):
    poor = tmp_path / "poor"
    shutil.copytree(folder, poor)
    kept, written = zipfile.ZipFile(folder / "lstmlesson.zip"), BytesIO()
    assert missing in kept.namelist()
    with zipfile.ZipFile(written, "w") as archive:
        for name in kept.namelist():
            if name != missing:
                archive.writestr(name, kept.read(name))
    (poor / "lstmlesson.zip").write_bytes(written.getvalue())
    lines = [json.dumps({"tool": "count", "text": PROGRAMS[1]})]
    told, said = asked(poor, lines, tmp_path)
    assert told != [answer_json(line) for line in lines], said


def test_what_is_needed_is_worked_out_from_the_imports():
    texts = {
        "lstmlesson": "import os\nROOMS = {'a': 'room'}\nif TYPE_CHECKING:\n    import checked",
        "lstmlesson.room": "def late():\n    from .deep import x\n    import numpy",
        "lstmlesson.deep": "",
        "os": "def late():\n    import far",
        "far": "def later():\n    import further",
        "further": "",
        "checked": "",
    }

    def find(name):
        return Module(name, name == "lstmlesson", texts[name]) if name in texts else None

    found = [module.name for module in needed(["lstmlesson"], find)]
    assert found == ["far", "lstmlesson", "lstmlesson.deep", "lstmlesson.room", "os"]
