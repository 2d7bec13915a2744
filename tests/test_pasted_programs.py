"""Programs as they were pasted: `tensorflow`, `keras` and `torch` are ours while they run, and then as they were.

Counts are written out by hand: an LSTM of u units on f features holds 4(f·u + u·u + u) numbers in Keras.
"""

import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import lstmlesson
from lstmlesson.keras._program import run_file
from lstmlesson.keras._stand_in import stand_in
from lstmlesson.views.forms import program as view

ROOT = Path(lstmlesson.__file__).parents[1]
LSTM_ON_3, DENSE = 4 * (3 * 2 + 2 * 2 + 2), 2 * 1 + 1

KERAS = """
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.layers import LSTM, Dense
from keras.optimizers import Adam

def build():
    model = tf.keras.Sequential([keras.Input((7, 3)), LSTM(2), Dense(1)])
    model.compile(Adam(1e-3), "mse")
    return model

build()
"""
OWN_CLASS = """
import keras

class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(shape=(input_shape[-1],))

    def call(self, inputs):
        return inputs * self.scale

model = keras.Sequential([keras.Input((7, 3)), Scale(), keras.layers.LSTM(2)])
"""
TORCH = """
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 2, batch_first=True)
        self.head = nn.Linear(2, 1)

    def forward(self, x):
        return self.head(F.relu(self.lstm(x)[0][:, -1]))

net, x, y = Net(), torch.randn(9, 7, 3), torch.zeros(9, 1)
optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
for inputs, wanted in DataLoader(TensorDataset(x, y), batch_size=4):
    loss = nn.MSELoss()(net(inputs), wanted)
    loss.backward()
    optimizer.step()
print(f"{loss.item():.3f}")
"""

OWN_WEIGHTS = """
import tensorflow as tf

class Project(tf.keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units

    def build(self, input_shape):
        start = tf.random_normal_initializer()
        self.w = tf.Variable(initial_value=start(shape=(input_shape[-1], self.units), dtype="float32"), trainable=True)
        self.b = tf.Variable(tf.zeros((self.units,)), False)

    def call(self, x):
        return tf.nn.relu(tf.matmul(x, self.w) + self.b)

model = tf.keras.Sequential([tf.keras.Input((7, 3)), tf.keras.layers.LSTM(2), Project(4)])
"""

LIGHTNING = """
import lightning.pytorch as pl
from pytorch_lightning.callbacks import EarlyStopping
from torch import nn, optim

class Data(pl.LightningDataModule):
    def __init__(self, size):
        super().__init__()

class Forecast(pl.LightningModule):
    def __init__(self, features, units=2, rate=1e-3):
        super().__init__()
        self.save_hyperparameters()
        self.lstm = nn.LSTM(features, self.hparams.units, batch_first=True)
        self.head = nn.Linear(units, 1)

    def training_step(self, batch, number):
        self.log("loss", nn.functional.mse_loss(self.head(self.lstm(batch[0])[0][:, -1]), batch[1]))

    def configure_optimizers(self):
        return optim.Adam(self.parameters(), lr=self.hparams.rate)

pl.seed_everything(1)
pl.Trainer(max_epochs=3, callbacks=[EarlyStopping("loss")]).fit(Forecast(3), Data(8))
"""


@pytest.fixture
def ran(tmp_path):
    """Runs the text of a program as a file."""

    def run(program):
        file = tmp_path / "pasted.py"
        file.write_text(program, encoding="utf-8")
        return run_file(file)

    return run


@pytest.mark.parametrize(
    ("program", "count"),
    [
        (KERAS, LSTM_ON_3 + DENSE),
        (OWN_CLASS, 3 + LSTM_ON_3),
        (OWN_WEIGHTS, LSTM_ON_3 + 2 * 4 + 4),
        (TORCH, 4 * (3 * 2 + 2 * 2 + 2 + 2) + DENSE),
        (LIGHTNING, 4 * (3 * 2 + 2 * 2 + 2 + 2) + DENSE),
    ],
)
def test_a_program_runs_as_it_was_pasted_and_its_model_is_counted(ran, program, count):
    told = ran(program)
    assert told.stop is None
    assert [model.count() for model in told.models] == [count]
    assert f"{count} parameters" in view.text(told)
    assert f"{count} parameters" in view.html(told)
    assert told.models[0].trainable_count() == (count - 4 if program == OWN_WEIGHTS else count)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("open('nowhere.csv')", "FileNotFoundError"),
        ("import no_such_package", "No module named 'no_such_package'"),
        ("1 / 0", "ZeroDivisionError"),
        ("raise SystemExit(3)", "ended itself with exit(3)"),
        ("raise KeyboardInterrupt", "interrupted"),
        ("keras.layers.LSTM(2, retrun_sequences=True)", "return_sequences"),
    ],
)
def test_a_program_that_stops_is_told_the_line_and_its_models_are_kept(ran, line, error):
    told = ran(f"{KERAS}\n{line}\nprint('not reached')\n")
    assert (told.stop.line, told.stop.text) == (KERAS.count("\n") + 2, line)
    assert error in told.stop.error
    assert [model.count() for model in told.models] == [LSTM_ON_3 + DENSE]
    assert line in view.text(told)


def test_a_line_that_is_no_python_is_told(ran):
    told = ran("import keras\nx = = 1\n")
    assert (told.stop.line, told.stop.text, told.models) == (2, "x = = 1", [])


def test_a_model_inside_another_is_not_shown_twice(ran):
    program = """
import keras
inner = keras.Sequential([keras.Input((7, 3)), keras.layers.LSTM(2)])
outer = keras.Sequential([inner, keras.layers.Dense(1)])
"""
    assert [model.count() for model in ran(program).models] == [LSTM_ON_3 + DENSE]


@pytest.mark.parametrize(
    "lines",
    [
        "from keras.src.layers.rnn.lstm import LSTM\nfrom keras.src.layers import Dense\n"
        "from keras.src.models import Sequential",
        "from tensorflow.python.keras.layers import LSTM, Dense\nfrom tensorflow.python.keras import Sequential",
        "from tf_keras.layers import LSTM, Dense\nfrom tf_keras import Sequential",
    ],
)
@pytest.mark.parametrize("start", ["InputLayer(input_shape=(7, 3))", "InputLayer((7, 3))", "Input((7, 3))"])
@pytest.mark.filterwarnings("ignore:InputLayer. input_shape")
def test_import_forms_and_the_layer_of_the_input(ran, lines, start):
    told = ran(f"{lines}\nfrom keras.layers import Input, InputLayer\nmodel = Sequential([{start}, LSTM(2), Dense(4)])")
    assert [model.count() for model in told.models] == [LSTM_ON_3 + 2 * 4 + 4]


def test_what_is_not_done_is_said_once(ran):
    told = ran(
        f"{KERAS}\nimport numpy as np\nfor _ in range(3):\n    build().fit(np.zeros((2, 7, 3)), np.zeros((2, 1)))\n"
    )
    assert [note.startswith("fit trains nothing") for note in told.notes] == [True]


def test_what_is_shown_of_a_program_is_escaped(ran):
    told = ran("raise ValueError('<script>alert(1)</script>')")
    assert "<script>" not in view.html(told)


@pytest.mark.parametrize("end", ["", "raise ValueError", "raise SystemExit", "import torch.nonsense"])
def test_nothing_leaks_out_of_a_program(ran, end, monkeypatch):
    """Stand-ins for the real frameworks, since learners have none."""
    real = {name: ModuleType(name) for name in ("keras", "keras.layers", "torch")}
    for name, module in real.items():
        monkeypatch.setitem(sys.modules, name, module)
    before, path, finders, argv = dict(sys.modules), list(sys.path), list(sys.meta_path), sys.argv
    ran(f"import torch, keras, tensorflow, keras.callbacks\nfrom tensorflow.keras import layers\n{end}\n")
    assert {name: sys.modules[name] for name in real} == real
    gone = [name for name in sys.modules if name not in before and name.partition(".")[0] != "lstmlesson"]
    assert [name for name in gone if name.partition(".")[0] in ("keras", "tensorflow", "torch", "tf_keras")] == []
    assert (sys.path, sys.meta_path, sys.argv) == (path, finders, argv)
    assert sys.modules["__main__"] is before["__main__"]


def test_a_package_that_took_a_stand_in_is_forgotten(tmp_path, monkeypatch):
    (tmp_path / "misled.py").write_text("import keras\nfrom keras.layers import LSTM\n")
    (tmp_path / "harmless.py").write_text("import math\n")
    monkeypatch.syspath_prepend(tmp_path)
    with stand_in():
        assert __import__("misled").LSTM is lstmlesson.LSTM
        __import__("harmless")
    assert "misled" not in sys.modules
    assert "harmless" in sys.modules
    del sys.modules["harmless"]


# The command line.


def count(program, tmp_path, *options):
    file = tmp_path / "pasted.py"
    file.write_text(program, encoding="utf-8")
    command = [sys.executable, "-m", "lstmlesson.command", "count", *options, str(file)]
    return subprocess.run(command, capture_output=True, cwd=ROOT, env={"PYTHONIOENCODING": "ascii", "PATH": ""})


@pytest.mark.parametrize(
    ("program", "status"),
    [
        (KERAS, 0),
        (TORCH, 0),
        (f"{KERAS}\n1 / 0", 1),
        ("1 / 0", 2),
        ("print(3)", 2),
        (KERAS.replace("keras.Input((7, 3)), ", ""), 2),
    ],
)
def test_the_command_says_by_its_status_what_came_of_it(program, status, tmp_path):
    told = count(program, tmp_path)
    assert told.returncode == status, told.stderr.decode()
    assert b"running" in told.stderr
    assert b"Traceback" not in told.stderr


def test_data_are_all_that_is_printed_with_json(tmp_path):
    told = count(
        f"{KERAS}\nimport os\nprint('mine')\nos.system('echo mine')\nraise ValueError('ä')\n", tmp_path, "--json"
    )
    data = json.loads(told.stdout.decode("utf-8"))
    (model,) = data["models"]
    assert (model["name"], model["total"], model["trainable"]) == ("sequential", LSTM_ON_3 + DENSE, LSTM_ON_3 + DENSE)
    assert [(row["class_name"], row["count"], row["output_shape"]) for row in model["rows"]] == [
        ("LSTM", LSTM_ON_3, [None, 2]),
        ("Dense", DENSE, [None, 1]),
    ]
    assert data["stopped"]["error"] == "ValueError: ä"
    assert told.returncode == 1


def test_a_file_that_is_not_there_is_refused_in_one_sentence(tmp_path):
    command = [sys.executable, "-m", "lstmlesson.command", "count", "nowhere.py"]
    told = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)})
    assert told.returncode == 2
    assert told.stderr.endswith("lstmlesson: nowhere.py: No such file or directory\n")


# In a notebook.


@pytest.fixture
def shell():
    """IPython, as a notebook has it, with the extension loaded."""
    interactive = pytest.importorskip("IPython.core.interactiveshell")
    interactive.InteractiveShell.clear_instance()
    shell = interactive.InteractiveShell.instance()
    shell.run_line_magic("load_ext", "lstmlesson")
    yield shell
    interactive.InteractiveShell.clear_instance()


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (KERAS, f"sequential: {LSTM_ON_3 + DENSE} parameters."),
        (OWN_CLASS, f"sequential: {3 + LSTM_ON_3} parameters."),
        (TORCH, "Net: 59 parameters."),
        (f"{KERAS}\nbuild().predictt()\n", "build().predictt(): AttributeError"),
    ],
)
def test_a_cell_with_count_shows_its_models(shell, capsys, cell, told):
    before = dict(sys.modules)
    shell.run_cell(f"%%count\n{cell}")
    assert told in capsys.readouterr().out
    for name in ("keras", "tensorflow", "torch"):
        assert sys.modules.get(name) is before.get(name)


def test_a_cell_with_count_keeps_its_names_for_the_next(shell, capsys):
    shell.run_cell(f"%%count\n{KERAS}\nmodel = build()")
    assert shell.user_ns["model"].count() == LSTM_ON_3 + DENSE


@pytest.mark.frameworks
def test_real_keras_and_pytorch_are_what_they_were(ran):
    keras, torch = pytest.importorskip("keras"), pytest.importorskip("torch")
    own = {name: module for name, module in sys.modules.items() if name.partition(".")[0] in ("keras", "torch")}
    told = ran(f"{KERAS}\nimport torch\nimport keras.layers, torch.nn\nraise ValueError\n")
    assert [model.count() for model in told.models] == [LSTM_ON_3 + DENSE]
    assert {name: sys.modules.get(name) for name in own} == own
    model = keras.Sequential([keras.Input((7, 3)), keras.layers.LSTM(2), keras.layers.Dense(1)])
    assert (type(model).__module__.partition(".")[0], model.count_params()) == ("keras", LSTM_ON_3 + DENSE)
    assert torch.nn.Linear(3, 2)(torch.zeros(1, 3)).shape == (1, 2)
