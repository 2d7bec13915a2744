"""Trainings by real Keras, recorded with the weights that they began with; and the models that they train.

`python tests/helpers/numeric_traces.py`, where Keras and PyTorch are installed, writes tests/data/numeric_traces.npz
anew. Keras is made to multiply float64 in float64, which its torch backend does not do by itself.
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np

FILE = Path(__file__).parents[1] / "data" / "numeric_traces.npz"
WANTED = np.array([0.0, 0.2, 0.4, 0.6, 0.8])


class SetUp(NamedTuple):
    """A model, written for lstmlesson and Keras alike, its data, and how it is trained."""

    model: object  # a function of the library
    x: np.ndarray
    y: np.ndarray
    epochs: int
    batch_size: int
    optimizer: str = "Adam"
    arguments: dict = {}
    loss: str = "mean_squared_error"


def one_to_one(keras):
    return keras.Sequential([keras.Input((1, 1)), keras.layers.LSTM(5), keras.layers.Dense(1)])


def many_to_one(keras):
    return keras.Sequential([keras.Input((5, 1)), keras.layers.LSTM(5), keras.layers.Dense(5)])


def many_to_many(keras):
    each_step = keras.layers.TimeDistributed(keras.layers.Dense(1))
    return keras.Sequential([keras.Input((5, 1)), keras.layers.LSTM(5, return_sequences=True), each_step])


def words(keras):
    """Classes of words, some of them skipped, in batches of which the last is smaller."""
    embedding = keras.layers.Embedding(9, 4, mask_zero=True)
    both = keras.layers.Bidirectional(keras.layers.GRU(3, return_sequences=True))
    last = keras.layers.Dense(3, activation="softmax")
    return keras.Sequential([keras.Input((6,), dtype="int32"), embedding, both, last])


def frozen(keras):
    """Stacked layers of which one does not learn."""
    first = keras.layers.GRU(4, return_sequences=True, reset_after=False, trainable=False)
    return keras.Sequential([keras.Input((4, 2)), first, keras.layers.LSTM(3), keras.layers.Dense(2)])


draw = np.random.default_rng(7)
SENTENCES = draw.integers(0, 9, (7, 6))
SENTENCES[:, 0] = draw.integers(1, 9, 7)
SET_UPS = {
    "one to one": SetUp(one_to_one, WANTED.reshape(5, 1, 1), WANTED.reshape(5, 1), 300, 5),
    "many to one": SetUp(many_to_one, WANTED.reshape(1, 5, 1), WANTED.reshape(1, 5), 300, 1),
    "many to many": SetUp(many_to_many, WANTED.reshape(1, 5, 1), WANTED.reshape(1, 5, 1), 300, 1),
    "words": SetUp(
        words, SENTENCES, SENTENCES % 3, 20, 3, "Adam", {"learning_rate": 0.01, "clipnorm": 0.1},
        "sparse_categorical_crossentropy",
    ),
    "frozen": SetUp(
        frozen, draw.normal(size=(5, 4, 2)), draw.normal(size=(5, 2)), 20, 2, "SGD",
        {"momentum": 0.9, "nesterov": True, "global_clipnorm": 0.5},
    ),
}  # fmt: skip


def record():
    import keras
    from keras.src.backend.common import dtypes

    dtypes.BIT64_TO_BIT32_DTYPE["float64"] = "float64"
    keras.config.set_floatx("float64")
    keras.config.set_dtype_policy("float64")
    arrays = {}
    for number, (name, one) in enumerate(SET_UPS.items()):
        keras.utils.set_random_seed(number)
        model = one.model(keras)
        begin = [weight.copy() for weight in model.get_weights()]
        model.compile(getattr(keras.optimizers, one.optimizer)(**one.arguments), one.loss)
        told = model.fit(one.x, one.y, one.batch_size, one.epochs, shuffle=False, verbose=0)
        arrays[f"{name}|losses"] = np.array(told.history["loss"])
        for at, (first, last) in enumerate(zip(begin, model.get_weights(), strict=True)):
            arrays[f"{name}|begin{at}"], arrays[f"{name}|end{at}"] = first, last
    np.savez_compressed(FILE, **arrays)


if __name__ == "__main__":
    record()
