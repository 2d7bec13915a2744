"""What a pasted program names besides its model: importable in every form, inert, refused where Keras refuses it."""

import math
import subprocess
import sys
from importlib import import_module
from operator import attrgetter
from pathlib import Path

import numpy as np
import pytest

import lstmlesson
import lstmlesson as tf
from lstmlesson import LSTM, Dense, Input, Sequential, keras
from lstmlesson.keras._rooms import known_names

pytestmark = pytest.mark.filterwarnings("ignore::lstmlesson.inert.NotHere")


def names_of(program):
    """What a program has defined."""
    names = {}
    exec(program, names)
    return names


@pytest.mark.parametrize(
    "line",
    [
        "from lstmlesson.optimizers import Adam",
        "from lstmlesson.keras.optimizers import Adam",
        "import lstmlesson.keras.optimizers as rooms; Adam = rooms.Adam",
        "from lstmlesson import optimizers; Adam = optimizers.Adam",
        "from lstmlesson.keras import optimizers; Adam = optimizers.Adam",
        "import lstmlesson as tf; Adam = tf.keras.optimizers.Adam",
        "import lstmlesson as keras; Adam = keras.optimizers.Adam",
    ],
)
def test_every_form_of_import_gives_the_one_thing(line):
    assert names_of(line)["Adam"] is import_module("lstmlesson.optimizers").Adam


def test_layers_and_models_are_the_same_objects():
    program = """
import lstmlesson.keras.layers
from lstmlesson.keras.layers import LSTM
from lstmlesson.keras.models import Sequential
from lstmlesson.keras import Input, Model
"""
    names = names_of(program)
    assert names["lstmlesson"].keras.layers is lstmlesson.layers
    assert (names["LSTM"], names["Sequential"], names["Input"]) == (LSTM, Sequential, Input)
    assert names["Model"] is lstmlesson.Model


@pytest.mark.parametrize("path", sorted(known_names()))
def test_each_room_of_keras_opens_and_its_names_are_there(path):
    room = import_module(f"lstmlesson.keras.{path}")
    assert room is import_module(f"lstmlesson.{path}")
    operations = ("backend", "ops")
    assert [name for name in dir(room) if path not in operations and not hasattr(room, name)] == []


def test_what_a_program_hands_to_a_model_changes_no_count():
    model = Sequential([Input((5, 3)), LSTM(2, kernel_regularizer=keras.regularizers.l2(0.01)), Dense(1)])
    model.compile(
        optimizer=keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(0.1, 100, 0.9)),
        loss=keras.losses.Huber(),
        metrics=[keras.metrics.RootMeanSquaredError(), keras.metrics.AUC(name="area")],
    )
    stop = keras.callbacks.EarlyStopping(patience=3)
    history = model.fit(np.zeros((4, 5, 3)), np.zeros((4, 1)), callbacks=[stop])
    assert list(history.history) == ["area", "loss", "root_mean_squared_error"]
    assert model.count() == 4 * (3 * 2 + 2 * 2 + 2) + 2 + 1


def test_classes_of_keras_can_be_subclassed_and_nothing_of_them_is_run():
    class Stop(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            raise AssertionError

    class Weighted(keras.losses.Loss):
        def __init__(self, weight, **kwargs):
            super().__init__(**kwargs)
            self.weight = weight

        def call(self, y_true, y_pred):
            return self.weight * keras.ops.mean(y_true - y_pred)

    model = Sequential([Input((5, 3)), LSTM(2)])
    model.compile("adam", Weighted(2, name="weighted"))
    assert model.loss.weight == 2
    assert model.fit(np.zeros((4, 5, 3)), np.zeros((4, 2)), callbacks=[Stop()]).epoch == [0]


def test_a_decorator_gives_back_what_it_decorates():
    @keras.saving.register_keras_serializable(package="mine")
    class Mine:
        pass

    @tf.function
    def step():
        return 1

    assert Mine.__name__ == "Mine"
    assert step() == 1


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("keras.optimizers.Adam(lr=0.1)", "learning_rate=0.1"),
        ("keras.optimizers.Adam(learnign_rate=0.1)", "learning_rate=0.1"),
        ("keras.callbacks.EarlyStopping(patienc=3)", "patience=3"),
        ("keras.callbacks.ModelCheckpoint()", "needs filepath"),
        ("keras.regularizers.l2(-0.1)", "not negative"),
        ("keras.utils.to_categorical([0], nb_classes=2)", "num_classes=2"),
        ("keras.preprocessing.sequence.pad_sequences([[1]], max_len=3)", "maxlen=3"),
        ("keras.regularizers.l2(0.1, 0.2)", "at most 1"),
    ],
)
def test_what_keras_refuses_is_refused_with_the_line_to_write(line, mend):
    with pytest.raises((TypeError, ValueError), match=mend):
        eval(line)


def test_the_optimizers_rate_is_taken_by_position_and_an_old_decay_is_ignored():
    assert keras.optimizers.SGD(0.5).learning_rate == 0.5
    with pytest.warns(UserWarning, match="decay=1e-06 is ignored"):
        assert keras.optimizers.SGD(0.5, decay=1e-6).learning_rate == 0.5


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("from lstmlesson.optimizers import Adm", "'Adam'"),
        ("from lstmlesson.optimzers import Adam", "'optimizers'"),
        ("from lstmlesson.keras.layers.embeddings import Embedding", "from keras.layers import"),
        ("from lstmlesson.keras.utils.np_utils import to_categorical", "from keras.utils import"),
    ],
)
def test_an_import_that_keras_does_not_have_names_the_nearest(line, mend):
    with pytest.raises(ImportError, match=mend):
        exec(line)


def test_a_misspelt_name_is_no_attribute():
    assert not hasattr(keras.optimizers, "Adm")
    with pytest.raises(AttributeError, match="'keras'"):
        tf.kears  # noqa: B018
    with pytest.raises(ModuleNotFoundError):
        import_module("lstmlesson.banana")


def test_a_network_that_is_not_declared_here_is_refused():
    with pytest.raises(NotImplementedError, match="cannot be counted"):
        keras.applications.VGG16(weights=None)
    with pytest.raises(NotImplementedError, match="reads no file"):
        keras.models.load_model("model.keras")


def test_tools_give_what_sizes_are_read_off():
    words = keras.preprocessing.text.Tokenizer(num_words=4, oov_token="?")
    words.fit_on_texts(["Rain, rain and wind", "sun and rain"])
    assert words.word_index == {"?": 1, "rain": 2, "and": 3, "wind": 4, "sun": 5}
    assert words.texts_to_sequences(["rain and snow and wind"]) == [[2, 3, 1, 3, 1]]
    padded = keras.preprocessing.sequence.pad_sequences([[1, 2, 3], [4]], maxlen=2)
    assert padded.tolist() == [[2, 3], [0, 4]]
    assert keras.utils.pad_sequences([[1], [2, 3]], padding="post").tolist() == [[1, 0], [2, 3]]
    assert keras.utils.to_categorical([0, 2]).tolist() == [[1, 0, 0], [0, 0, 1]]
    windows = keras.preprocessing.sequence.TimeseriesGenerator(range(10), range(10), length=3, batch_size=4)
    assert (len(windows), windows[0][0].tolist()[0], windows[0][1].tolist()) == (2, [0, 1, 2], [3, 4, 5, 6])


def test_data_sets_have_their_shapes_and_no_data():
    with pytest.warns(UserWarning, match="fetches nothing"):
        (x, y), (test, _) = keras.datasets.mnist.load_data()
    assert (x.shape, y.shape, test.shape, x.any()) == ((60_000, 28, 28), (60_000,), (10_000, 28, 28), False)


def test_of_tf_itself_what_pasted_models_touch():
    assert tf.keras is keras
    assert tf.random.set_seed(1) is None
    assert tf.config.list_physical_devices("GPU") == []
    assert tf.zeros((2, 3)).shape == tf.random.normal((2, 3)).shape == (2, 3)
    assert tf.constant([[1, 2]]).shape == (1, 2)
    assert Input((3,), dtype=tf.int32).shape == (None, 3)
    with tf.device("/CPU:0"):
        data = tf.data.Dataset.from_tensor_slices(np.zeros(3)).shuffle(3).batch(2).prefetch(tf.data.AUTOTUNE)
    assert list(data) == []
    assert math.isnan(float(data))


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("contrib", r"keras.layers.RNN\(keras.layers.LSTMCell\(units\)\)"),
        ("nn.rnn_cell", "keras.layers.LSTM"),
        ("compat.v1.nn.dynamic_rnn", "keras.layers.LSTM"),
        ("layers", "write keras.layers"),
        ("get_variable", "write keras.layers"),
    ],
)
def test_what_tensorflow_1_had_is_refused_with_what_does_it_now(name, mend):
    from lstmlesson.keras._stand_in import tensorflow

    with pytest.raises(AttributeError, match=f"is TensorFlow 1; .*{mend}"):
        attrgetter(name)(tensorflow())


def test_what_only_sets_tensorflow_1_up_is_taken():
    from lstmlesson.keras._stand_in import tensorflow

    older = tensorflow().compat.v1
    older.disable_eager_execution()
    older.Session(config=older.ConfigProto()).run(older.global_variables_initializer())
    assert older.keras is keras
    assert older.zeros((2, 3)).shape == (2, 3)


def test_an_initializer_that_is_called_gives_the_shape():
    assert tf.random_normal_initializer()(shape=(3, 4), dtype="float32").shape == (3, 4)
    assert keras.initializers.Orthogonal(gain=2.0)((2, 2)).shape == (2, 2)


def test_what_is_not_named_is_not_loaded():
    program = "import sys, lstmlesson; print([name for name in sys.modules if name.startswith('lstmlesson.keras._')])"
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=Path(lstmlesson.__file__).parents[1]
    )
    assert told.stdout == "['lstmlesson.keras._finder']\n"


@pytest.mark.frameworks
def test_the_table_of_names_is_that_of_the_installed_keras():
    pytest.importorskip("keras")
    written = import_module("write_keras_names")
    assert written.text() == written.FILE.read_text("utf-8")
