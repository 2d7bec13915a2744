"""Each kind of fault that was found when real programs were tried, written anew, with its right value.

The values are worked out by hand, and Keras 3.15.1 itself is asked where it is installed; `test_used_layers`,
`test_own_classes` and their neighbours hold what belongs to one room.
"""

import json
import math
import warnings

import pytest

from lstmlesson.command import main

HEAD = "from tensorflow import keras\nfrom tensorflow.keras import layers, models, optimizers\n"
OWN_LAYER = """
class Attention(layers.Layer):
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], 1))
        self.b = self.add_weight(shape=(shape[1], 1))
    def call(self, x):
        return keras.ops.sum(x * keras.ops.softmax(keras.ops.matmul(x, self.w) + self.b, axis=1), axis=1)
"""
# 4(3·2 + 2·2 + 2) = 48 stands for LSTM(2) on 3 features, 2·1 + 1 = 3 for Dense(1) behind it.
COUNTED = {
    "a layer of the learner's": (OWN_LAYER + "m = models.Sequential([layers.Input((5, 4)), Attention()])", 4 + 5, 9),
    "input_length": ("m = models.Sequential([layers.Input((5,)), layers.Embedding(9, 4, input_length=5)])", 36, 36),
    "optimizers inside compile": (
        "m = models.Sequential([layers.Input((7, 3)), layers.LSTM(2)])\nm.compile(optimizers.Adam(0.01), 'mse')",
        48,
        48,
    ),
    "tf.keras without an import line": (
        "import tensorflow as tf\nm = tf.keras.Sequential([tf.keras.Input((7, 3)), "
        "tf.keras.layers.LSTM(2)])\ntf.random.set_seed(1)",
        48,
        48,
    ),
    "input_dim of a Dense": ("m = models.Sequential([layers.Dense(12, input_dim=8)])", 8 * 12 + 12, 108),
    "input_dim in the middle": (
        "m = models.Sequential([layers.Input((4,)), layers.Dense(3), layers.Dense(2, input_dim=3)])",
        15 + 8,
        23,
    ),
    "frozen TimeDistributed": (
        "m = models.Sequential([layers.Input((5, 4)), layers.TimeDistributed(layers.Dense(2), trainable=False)])",
        4 * 2 + 2,
        10,
    ),
    "frozen LSTM": ("m = models.Sequential([layers.Input((7, 3)), layers.LSTM(2, trainable=False)])", 48, 0),
    "implementation, zero_output_for_mask": (
        "m = models.Sequential([layers.Input((7, 3)), layers.LSTM(2, implementation=2, zero_output_for_mask=True)])",
        48,
        48,
    ),
    "alpha and other names of one layer": (
        "m = models.Sequential([layers.Input((8, 3)), layers.Conv1D(2, 3), layers.LeakyReLU(alpha=0.1), "
        "layers.MaxPool1D(2), layers.GlobalAvgPool1D()])",
        3 * 3 * 2 + 2,
        20,
    ),
    "rms_scaling": ("m = models.Sequential([layers.Input((4,)), layers.LayerNormalization(rms_scaling=True)])", 4, 4),
    "flags that are numbers": ("m = models.Sequential([layers.Input((7, 3)), layers.LSTM(2, use_bias=0)])", 40, 40),
    "sizes of numpy": (
        "import numpy as np\nm = models.Sequential([layers.Input((7, 3)), layers.Dense(np.int64(2))])",
        3 * 2 + 2,
        8,
    ),
    "dict outputs": (
        "x = layers.Input((7, 3))\nh = layers.LSTM(2)(x)\n"
        "m = keras.Model(x, {'step': layers.Dense(1, name='step')(h), 'pitch': layers.Dense(4, name='pitch')(h)})",
        48 + 3 + 12,
        63,
    ),
    "a shared layer behind a mask": (
        "x = layers.Input((7, 3))\nh = layers.Masking()(x)\nd = layers.Dense(3)\n"
        "m = keras.Model(x, layers.LSTM(2)(layers.Concatenate()([d(h), d(d(h))])))",
        12 + 4 * (6 * 2 + 2 * 2 + 2),
        84,
    ),
    "arguments of summary": (
        "m = models.Sequential([layers.Input((7, 3)), layers.LSTM(2)])\n"
        "m.summary(line_length=80, show_trainable=True, expand_nested=True)\n"
        "assert m.get_layer(index=0).count_params() == 48",
        48,
        48,
    ),
    "loops over layers": (
        "m = models.Sequential([layers.Input((7, 3)), layers.LSTM(2)])\n"
        "assert [(one.name, one.output.shape) for one in m.layers] == [('lstm', (None, 2))]\n"
        "assert (m.name, m.input_shape, m.output_shape, m.built) == ('sequential', (None, 7, 3), (None, 2), True)",
        48,
        48,
    ),
    "a rate by position, other losses": (
        "m = models.Sequential([layers.Input((7, 3)), layers.LSTM(2), layers.Dense(1)])\n"
        "m.compile(optimizers.SGD(0.1), loss=['binary_crossentropy', 'mean_absolute_error'][0])",
        51,
        51,
    ),
    "operators and slices": (
        "x = layers.Input((7, 3))\nh = layers.LSTM(3, return_sequences=True)(x)\n"
        "m = keras.Model(x, layers.Dense(1)((h + x)[:, -1]))",
        4 * (3 * 3 + 3 * 3 + 3) + 4,
        88,
    ),
    "a class called LSTM": (
        "class LSTM(layers.Layer):\n    def __init__(self, size):\n        super().__init__()\n"
        "        self.d = layers.Dense(size)\n    def call(self, x):\n        return self.d(x)\n"
        "m = models.Sequential([layers.Input((7, 3)), LSTM(2)])",
        3 * 2 + 2,
        8,
    ),
    "stateful with a fixed batch": (
        "m = models.Sequential([layers.Input(batch_shape=(2, 7, 3)), layers.GRU(2, stateful=True)])",
        3 * (3 * 2 + 2 * 2 + 2 * 2),
        42,
    ),
}


def counted(program, folder, capsys):
    """What the command says of a program, as data."""
    path = folder / "program.py"
    path.write_text(HEAD + program)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        status = main(["count", str(path), "--json"])
    return status, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("kind", COUNTED)
def test_a_program_of_each_kind_is_counted(kind, tmp_path, capsys):
    program, total, trainable = COUNTED[kind]
    status, told = counted(program, tmp_path, capsys)
    assert status == 0, told
    assert [(one["total"], one["trainable"]) for one in told["models"]] == [(total, trainable)]


# On torch there is no tf.keras, and no layer takes a size that is a number of numpy; Input does, and all do here.
NOT_ON_TORCH = ("tf.keras without an import line", "sizes of numpy")


@pytest.mark.frameworks
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", [kind for kind in COUNTED if kind not in NOT_ON_TORCH])
def test_keras_counts_each_kind_so(kind):
    keras = pytest.importorskip("keras")
    program, total, trainable = COUNTED[kind]
    keras.utils.clear_session()
    names = {"keras": keras, **{room: getattr(keras, room) for room in ("layers", "models", "optimizers")}}
    exec(program, names)
    model = names["m"]
    assert (model.count_params(), sum(math.prod(one.shape) for one in model.trainable_weights)) == (total, trainable)


REFUSED = {
    "a missing return_sequences": (
        "m = models.Sequential([layers.Input((7, 3)), layers.LSTM(2), layers.LSTM(2)])",
        "return_sequences=True",
    ),
    "expected ndim=3": ("m = models.Sequential([layers.Input((7,)), layers.LSTM(2)])", "Input((7, 1))"),
    "batch_input_shape": (
        "m = models.Sequential([layers.LSTM(2, batch_input_shape=(1, 7, 3))])",
        "Input(batch_shape=(1, 7, 3))",
    ),
    "output_dim": ("m = models.Sequential([layers.Input((7, 3)), layers.LSTM(output_dim=2)])", "units=2"),
    "nb_filter": (
        "m = models.Sequential([layers.Input((7, 3)), layers.Conv1D(nb_filter=2, kernel_size=3)])",
        "filters=2",
    ),
    "inner_activation": ("m = layers.LSTM(2, inner_activation='sigmoid')", 'recurrent_activation="sigmoid"'),
    "time_major": ("m = layers.LSTM(2, time_major=True)", "batch"),
    "a layer that is not there": ("m = layers.Conv4D(2, 3)", "Conv3D"),
    "a class without super": (
        "class A(layers.Layer):\n    def __init__(self):\n        self.n = 1\nA()(layers.Input((3,)))",
        "super().__init__",
    ),
    "GRU, stateful, an open batch": ("layers.GRU(5, stateful=True)(layers.Input((7, 3)))", "batch_shape"),
    "trainable of SpatialDropout1D": ("layers.SpatialDropout1D(0.1, trainable=False)", "trainable"),
    "a dtype that is none": ("layers.Dense(5, dtype='nonsense')", "nonsense"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_refusal_of_each_kind_says_what_to_write(kind, tmp_path, capsys):
    program, mend = REFUSED[kind]
    status, told = counted(program, tmp_path, capsys)
    assert status in (1, 2), told
    assert mend in told["stopped"]["error"]
