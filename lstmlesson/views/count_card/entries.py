"""What the count card lists: layers with letters for sizes, and the same layers with numbers.

Each list is made by a function of sizes, so that a line of the card is one declaration, made twice. With letters it
gives the formula and the shape of what comes out, with numbers the worked example.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from lstmlesson import layers, pytorch
from lstmlesson.law.polynomials import letter
from lstmlesson.law.weights import Weight, trainable
from lstmlesson.models import Sequential
from lstmlesson.pytorch.foundation.base import Declared


class Sizes(NamedTuple):
    """The sizes of the card: as letters or as numbers; what they mean is said in the language."""

    features: Any
    units: Any
    timesteps: Any
    words: Any
    word_length: Any
    window: Any
    rows: Any
    columns: Any
    projection: Any


LETTERS = Sizes(*map(letter, "fuTVdkrcp"))
EXAMPLE = Sizes(3, 2, 10, 640, 300, 5, 8, 8, 1)


class Entry(NamedTuple):
    """A layer and the shape of one sample that comes in; `trained` leaves out what training does not change."""

    thing: layers.Layer | Declared
    shape: Any = None
    trained: bool = False

    @property
    def weights(self) -> list[Weight]:
        weights = self.thing.weights(self.shape)
        return trainable(weights) if self.trained else weights


def keras_entries(sizes: Sizes) -> list[Entry]:
    """The layers of Keras that hold numbers."""
    f, u, k = sizes.features, sizes.units, sizes.window
    sequence = (sizes.timesteps, f)
    return [
        Entry(layers.Dense(u), (f,)),
        Entry(layers.SimpleRNN(u), sequence),
        Entry(layers.GRU(u), sequence),
        Entry(layers.GRU(u, reset_after=False), sequence),
        Entry(layers.LSTM(u), sequence),
        Entry(layers.LSTM(u, use_bias=False), sequence),
        Entry(layers.Bidirectional(layers.LSTM(u)), sequence),
        Entry(layers.TimeDistributed(layers.Dense(u)), sequence),
        Entry(layers.Embedding(sizes.words, sizes.word_length), (sizes.timesteps,)),
        Entry(layers.LayerNormalization(), sequence),
        Entry(layers.BatchNormalization(), sequence),
        Entry(layers.BatchNormalization(), sequence, trained=True),
        Entry(layers.Conv1D(u, k), sequence),
        Entry(layers.ConvLSTM2D(u, k), (sizes.timesteps, sizes.rows, sizes.columns, f)),
    ]


def pytorch_entries(sizes: Sizes) -> list[Entry]:
    """The modules of PyTorch, which are told their features."""
    f, u, p = sizes.features, sizes.units, sizes.projection
    modules = [
        pytorch.Linear(f, u),
        pytorch.RNN(f, u),
        pytorch.GRU(f, u),
        pytorch.LSTM(f, u),
        pytorch.LSTM(f, u, num_layers=2),
        pytorch.LSTM(f, u, bidirectional=True),
        pytorch.LSTM(f, u, num_layers=2, bidirectional=True),
        pytorch.LSTM(f, u, proj_size=p),
    ]
    return [Entry(module) for module in modules]


def output_entries(sizes: Sizes) -> list[Entry]:
    """LSTMs that hold the same numbers and put out other shapes; and what turns timesteps into features."""
    u, sequence = sizes.units, (sizes.timesteps, sizes.features)
    last, every = layers.LSTM(u), layers.LSTM(u, return_sequences=True)
    things = [last, every, layers.LSTM(u, return_state=True), layers.Bidirectional(last), layers.Bidirectional(every)]
    return [Entry(thing, sequence) for thing in (*things, layers.Flatten())]


SEQUENCE = (EXAMPLE.timesteps, EXAMPLE.features)
# Layers that hold nothing.
WITHOUT = (
    Entry(layers.Dropout(0.5), SEQUENCE),
    Entry(layers.Masking(), SEQUENCE),
    Entry(layers.Flatten(), SEQUENCE),
    Entry(layers.Reshape((-1,)), SEQUENCE),
    Entry(layers.RepeatVector(2), SEQUENCE[1:]),
    Entry(layers.Activation("tanh"), SEQUENCE),
    Entry(layers.MaxPooling1D(), SEQUENCE),
    Entry(layers.GlobalAveragePooling1D(), SEQUENCE),
)
# Arguments of an LSTM that hold nothing, each with a value that is not its default.
SILENT: Mapping[str, Any] = {
    "dropout": 0.5,
    "recurrent_dropout": 0.5,
    "return_sequences": True,
    "return_state": True,
    "stateful": True,
    "go_backwards": True,
    "unroll": True,
    "unit_forget_bias": False,
    "activation": "relu",
}

# The model on which the five steps are shown: that of lesson 0, shorter.
DATA = (100, 6)
MODEL = Sequential(
    [
        layers.Input(DATA),
        layers.LSTM(64, return_sequences=True),
        layers.Dropout(0.5),
        layers.LSTM(64),
        layers.Dense(6),
    ]
)
