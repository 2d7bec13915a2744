"""Arrays of which only the shape is known follow numpy's own, and a program that asks for a number is told so."""

import sys

import numpy as np
import pytest

from lstmlesson.tools import answer
from lstmlesson.tools.arrays import Array, without_numbers

LINES = """
np.zeros((4, 10, 3))[:, -1]
np.ones((4, 10, 3))[..., :2]
np.random.rand(4, 10, 3).reshape(-1, 30)
np.random.randn(6, 5).T
np.random.random((8, 2)) * np.arange(2)
np.random.randint(0, 9, size=(5, 3))
np.random.normal(0, 1, (5, 3)).mean(axis=0)
np.array([[1, 2, 3], [4, 5, 6]])
np.array([np.zeros(4), np.zeros(4)])
np.arange(2, 11, 3)
np.linspace(0, 1, 7)
np.expand_dims(np.zeros((4, 5)), -1)
np.concatenate([np.zeros((2, 3)), np.zeros((5, 3))])
np.concatenate((np.zeros((2, 3)), np.zeros((2, 4))), axis=1)
np.stack([np.zeros(3), np.ones(3)], axis=-1)
np.vstack([np.zeros(3), np.zeros((2, 3))])
np.hstack([np.zeros((2, 3)), np.zeros((2, 1))])
np.append(np.zeros(3), np.zeros(2))
np.tile(np.zeros((2, 3)), (2, 2))
np.repeat(np.zeros((2, 3)), 4, axis=1)
np.transpose(np.zeros((2, 3, 4)), (2, 0, 1))
np.swapaxes(np.zeros((2, 3, 4)), 0, 2)
np.squeeze(np.zeros((1, 3, 1)))
np.dot(np.zeros((2, 3)), np.zeros((3, 4)))
np.eye(5)[np.array([0, 1, 2])]
np.where(np.zeros((3, 1)) > 0, np.zeros(4), 1)
np.sqrt(np.zeros((2, 2))).sum(axis=1, keepdims=True)
np.sin(np.zeros(3)) ** 2 + 1
np.zeros((3, 4)).flatten()
np.default(3) if hasattr(np, "default") else np.zeros(1)
np.zeros((7, 3))[[0, 2, 4]]
np.zeros((7, 3)).astype("float32")[1:6:2, None]
-np.zeros((2, 3)) @ np.zeros((3, 2))
""".strip().splitlines()
LINES.remove('np.default(3) if hasattr(np, "default") else np.zeros(1)')


@pytest.mark.parametrize("line", LINES)
def test_a_shape_is_as_numpy_has_it(line):
    expected = eval(line, {"np": np}).shape
    with without_numbers():
        import numpy as shapes

        made = eval(line, {"np": shapes})
    assert isinstance(made, Array)
    assert made.shape == expected


@pytest.mark.parametrize(
    "line",
    [
        "np.prod((2, 3, 4))",
        "np.ceil(5 / 2)",
        "np.sqrt(16)",
        "np.log2(8)",
        "np.pi",
        "np.max([3, 9, 4])",
        "np.sum([1, 2])",
    ],
)
def test_plain_numbers_are_worked_out(line):
    expected = eval(line, {"np": np})
    with without_numbers():
        import numpy as shapes

        worked_out = eval(line, {"np": shapes})
    assert worked_out == pytest.approx(expected)


def test_within_it_alone_the_packages_are_ours():
    with without_numbers():
        import matplotlib.pyplot as plt
        import numpy as shapes
        from sklearn.preprocessing import MinMaxScaler

        assert plt.plot([1]).figure
        assert shapes is not np
        assert MinMaxScaler().fit_transform(shapes.zeros((5, 2))).shape == (5, 2)
    assert sys.modules["numpy"] is np
    assert "matplotlib" not in sys.modules or "inert" not in repr(sys.modules["matplotlib"])


def test_a_split_is_sklearn_s():
    with without_numbers():
        import numpy as shapes
        from sklearn.model_selection import train_test_split

        parts = train_test_split(shapes.zeros((101, 4, 2)), shapes.zeros(101), test_size=0.2)
    assert [part.shape for part in parts] == [(80, 4, 2), (21, 4, 2), (80,), (21,)]  # the test part is rounded up


def counted(text):
    return answer({"tool": "count", "text": text})["fields"]


SERIES = """
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
from tensorflow import keras
series = np.sin(np.arange(0, 100, 0.1))
X = np.array([series[i : i + 20] for i in range(len(series) - 20)])
X = X.reshape((X.shape[0], X.shape[1], 1))
model = keras.Sequential([keras.Input(X.shape[1:]), keras.layers.LSTM(8), keras.layers.Dense(1)])
model.compile("adam", "mse")
history = model.fit(X, series[20:], epochs=3, validation_split=0.1)
plt.plot(history.history["loss"])
plt.show()
print("%.3f" % np.sqrt(((model.predict(X) - series[20:]) ** 2).mean()))
"""


def test_a_program_that_makes_its_own_data_is_counted():
    told = counted(SERIES)
    assert told["stopped"] is None
    assert [model["total"] for model in told["models"]] == [329]  # 4(1·8 + 8·8 + 8) + 8·1 + 1
    assert "nan" in told["printed"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("import numpy as np\nn = int(np.array([1, 5]).max()) + 1", "write the number itself"),
        ("import numpy as np\nn = len(np.zeros(9)[np.zeros(9) > 0])", "its length"),
        ("import pandas as pd\nn = pd.read_csv('x.csv').shape[1]", "expected a positive whole number"),
    ],
)
def test_a_number_that_only_data_have_is_asked_for_in_words(line, said):
    told = counted(f"{line}\nfrom keras import *\nSequential([Input((3, n)), layers.LSTM(2)])")
    assert said in told["stopped"]["error"]
    assert told["models"] == [] or told["models"][0]["total"] is None
