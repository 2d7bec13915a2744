"""Names of older Keras, and arguments of Keras in PyTorch: refused as their framework does, with the line to write."""

import pytest

from lstmlesson import pytorch as nn
from lstmlesson.keras import layers, optimizers

IMPORTS = {
    "from lstmlesson.keras.layers.recurrent import LSTM": "write from keras.layers import",
    "from lstmlesson.keras.layers.wrappers import TimeDistributed": "write from keras.layers import",
    "import lstmlesson.keras.layers.pooling": "write from keras.layers import",
    "from lstmlesson.keras.layers.core import Dense": "write from keras.layers import",
    "from lstmlesson.keras.engine.topology import Layer": "write from keras.layers import",
    "from lstmlesson.keras.objectives import mse": "write from keras.losses import",
    "from lstmlesson.keras.layers import CuDNNLSTM": r"write LSTM\(…\), which runs on cuDNN by itself",
    "from lstmlesson.keras.layers import Merge": "write concatenate",
    "from lstmlesson.keras.layers import TimeDistributedDense": r"write TimeDistributed\(Dense",
    "from lstmlesson.keras.optimizers import adam": "did you mean 'Adam'",
}


@pytest.mark.parametrize(("line", "mend"), IMPORTS.items(), ids=IMPORTS)
def test_an_import_of_older_keras_is_refused_with_the_line_to_write(line, mend):
    with pytest.raises(ImportError, match=mend):
        exec(line, {})


def test_the_files_of_this_package_are_still_its_own():
    from lstmlesson.layers.recurrent import LSTM

    assert LSTM is layers.LSTM


CALLS = {
    "an optimizer's module": (lambda: optimizers.adam_v2.Adam(), AttributeError, "did you mean 'Adam'"),
    "a module of layers": (lambda: layers.normalization.BatchNormalization(), AttributeError, "right behind it"),
    "mode": (lambda: layers.BatchNormalization(mode=0), TypeError, "Keras 1; leave it out"),
    "proj_size of a GRU": (lambda: nn.GRU(3, 4, proj_size=2), TypeError, "for LSTM alone; leave it out"),
    "return_sequences": (lambda: nn.LSTM(3, 4, return_sequences=True), TypeError, r"output\[:, -1\] is the last"),
    "return_state": (lambda: nn.RNN(3, 4, return_state=True), TypeError, "beside the output; leave it out"),
    "stateful": (lambda: nn.LSTM(3, 4, stateful=True), TypeError, "hand the states to the next call"),
    "a module that is no list": (lambda: nn.ModuleList(nn.Linear(2, 3)), TypeError, r"write nn.ModuleList\(\[…\]\)"),
    "a bare size": (lambda: layers.Dense(10, input_shape=10), TypeError, r"such as \(10, 3\)"),
}


@pytest.mark.parametrize(("call", "error", "mend"), CALLS.values(), ids=CALLS)
def test_an_argument_that_is_elsewhere_is_refused_with_what_to_do(call, error, mend):
    with pytest.raises(error, match=mend):
        call()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.frameworks
@pytest.mark.parametrize("line", [line for line in IMPORTS if "lstmlesson.keras.optimizers" not in line])
def test_keras_refuses_them_too(line):
    with pytest.raises(ImportError):
        exec(line.replace("lstmlesson.keras", "keras"), {})
