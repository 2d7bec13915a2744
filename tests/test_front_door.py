"""What a user types, as written in the README and in the lessons: `import lstmlesson as keras`, and it counts."""

import ast
import copy
import pickle
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from test_rooms import PACKAGE, ROOMS

import lstmlesson as keras
from lstmlesson import GRU, LSTM, Dense, Embedding, Input, InputLayer, Model, Sequential, TimeDistributed, pytorch


def test_layers_stand_at_the_top_and_under_layers():
    assert keras.LSTM is keras.layers.LSTM
    assert keras.Sequential is keras.models.Sequential
    assert keras.Model is keras.models.Model


def test_rooms_open_when_asked_for():
    assert keras.inverse.features(380, LSTM, units=5) == 13
    assert keras.symbolic.formula(LSTM(2), (None, 3)).count == 48
    assert keras.explain("lstm_1 (LSTM)  (None, 2)  48\n").rows[0].count == 48
    assert keras.diagnose(LSTM(2), (None, 3), 48).right
    assert keras.optimizers.Adam(0.001).learning_rate == 0.001
    with pytest.raises(AttributeError, match="no attribute 'banana'"):
        getattr(keras, "banana")  # noqa: B009


def test_records_of_weights():
    weights = LSTM(2).weights((None, 3))
    assert [(weight.name, weight.shape, weight.size, weight.trainable) for weight in weights] == [
        ("kernel", (3, 2), 24, True),
        ("recurrent_kernel", (2, 2), 16, True),
        ("bias", (2,), 8, True),
    ]
    assert {weight.gates for weight in weights} == {("input", "forget", "cell", "output")}


def test_a_model_tells_everything_about_its_rows():
    model = Sequential([Input((100, 6)), LSTM(64, return_sequences=True), TimeDistributed(Dense(6, trainable=False))])
    first, second = model.rows()
    shown = first._asdict()
    assert shown.pop("layer") is model.layers[0]
    assert list(shown.pop("weights")) == LSTM(64).weights((100, 6))
    assert shown == {
        "name": "lstm",
        "class_name": "LSTM",
        "output_shape": (None, 100, 64),
        "count": 18_176,
        "trainable_count": 18_176,
        "formula": "4(6·64 + 64·64 + 64) = 18,176",
        "connected_to": ("input_layer[0][0]",),
    }
    assert (second.name, second.count, second.trainable_count) == ("time_distributed", 390, 0)
    assert model.trainable_count() == 18_176
    assert repr(model) == "<Sequential of 2 layers>"


def test_summary_is_the_table_of_keras_with_the_arithmetic(capsys):
    model = Sequential([Input((None, 3)), LSTM(2), Dense(1)])
    assert model.summary() is None
    assert capsys.readouterr().out == "\n".join(
        [
            'Model: "sequential"',
            "┏━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━┳━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━┓",
            "┃ Layer (type)  ┃ Output Shape ┃ Param # ┃ Arithmetic            ┃",
            "┡━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━╇━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━┩",
            "│ lstm (LSTM)   │ (None, 2)    │      48 │ 4(3·2 + 2·2 + 2) = 48 │",
            "├───────────────┼──────────────┼─────────┼───────────────────────┤",
            "│ dense (Dense) │ (None, 1)    │       3 │ 2·1 + 1 = 3           │",
            "└───────────────┴──────────────┴─────────┴───────────────────────┘",
            " Total params: 51 (204.00 B)",
            " Trainable params: 51 (204.00 B)",
            " Non-trainable params: 0 (0.00 B)",
            "",
        ]
    )
    lines = []
    model.summary(print_fn=lines.append)
    assert lines == [model.summary_text()]


def test_what_knows_its_input_is_asked_without_a_shape():
    assert Embedding(640, 300).count() == 640 * 300
    assert pytorch.LSTM(3, 2).count() == 4 * (2 * 3 + 2 * 2 + 2 + 2)
    assert Sequential([Input((None, 3)), LSTM(2)]).count() == 48


def test_a_chain_grows_and_shrinks():
    model = Sequential()
    model.add(InputLayer((None, 3)))
    model.add(LSTM(2))
    model.add(Dense(4))
    assert model.count() == 48 + 2 * 4 + 4
    assert model.pop() == Dense(4)
    assert model.count() == 48
    assert model.output_shape() == (2,)
    model.pop()
    with pytest.raises(ValueError, match="no layers"):
        model.pop()


def test_a_chain_is_built_by_its_input():
    model = Sequential([LSTM(2), Dense(4)])
    inputs = Input((7, 3))
    assert Model(inputs, model(inputs)).count() == 48 + 12
    assert model.count() == 48 + 12
    other = Sequential([LSTM(2)])
    other.build((None, 7, 3))
    assert other.count() == 48
    other.build((None, 7, 3))
    with pytest.raises(ValueError, match="has begun with"):
        other.build((None, 7, 4))


def test_models_inside_models_share_their_layers():
    inner = Sequential([Input((7, 3)), LSTM(2)])
    outer = Sequential([inner, Dense(1)])
    assert outer.count() == 48 + 3
    assert [row.class_name for row in outer.rows()] == ["Sequential", "Dense"]
    first, second = Input((7, 3)), Input((7, 3))
    twice = Model([first, second], [inner(first), outer(second)])
    assert twice.count() == 48 + 3
    assert TimeDistributed(inner).count((5, 7, 3)) == 48


def test_a_part_says_where_a_weight_is():
    model = Sequential([Input((7, 3)), keras.Bidirectional(GRU(2))])
    assert [weight.part for weight in model.weights()][::3] == ["bidirectional/forward", "bidirectional/backward"]


def test_layers_can_be_copied_and_kept():
    layer = LSTM(2, activation="relu", trainable=False)
    for other in (copy.copy(layer), copy.deepcopy(layer), pickle.loads(pickle.dumps(layer))):
        assert other == layer
        assert repr(other) == "LSTM(2, activation='relu', trainable=False)"


def test_the_rest_of_a_pasted_program():
    model = Sequential([Input((5, 1)), LSTM(5), Dense(1)])
    assert model.compile(loss="mean_squared_error", optimizer="adam") is None
    assert model.count_params() == 146
    assert model.get_layer("dense") == Dense(1)
    with pytest.warns(UserWarning, match=r"training\.fit\(model, weights, x, y, …\) does"):
        model.fit([[0.0]], [0.0])
    with pytest.raises(ValueError, match="lstm, dense"):
        model.get_layer("gru")


def test_tab_offers_the_headline_names_and_no_helper():
    offered = dir(keras)
    headline = "explain diagnose read use explorers numeric training symbolic pytorch layers models inverse".split()
    assert {*headline, *keras.layers.__all__, "__version__"} <= {*offered}
    assert {"Any", "TYPE_CHECKING", "import_module", "offered", "law", "language"} & {*offered} == set()
    assert [name for name in offered if getattr(keras, name, None) is None] == []


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_offers_what_it_calls_public_and_nothing_else(name):
    room = import_module(f"lstmlesson.{name}")
    assert hasattr(room, "__all__"), f"{name} needs __all__, and below it: __dir__ = offered(__all__)"
    assert dir(room) == sorted(room.__all__)
    brought = {}
    exec(f"from lstmlesson.{name} import *", brought)
    assert {*room.__all__} <= {*brought}


def test_a_type_checker_reads_the_same_names_as_dir():
    """What the front door opens late stands twice: for Python as text, for type checkers as imports."""
    block = next(node for node in ast.parse(Path(keras.__file__).read_text("utf-8")).body if isinstance(node, ast.If))
    assert ast.unparse(block.test) == "TYPE_CHECKING"
    imports = {(line.module, alias.name) for line in block.body for alias in line.names}
    opened = {
        (f"lstmlesson.{place}", name) if name in keras._HELD else (f"lstmlesson.{place}".rpartition(".")[0], name)
        for name, place in keras._OPENED.items()
    }
    assert imports == opened


def test_everything_at_the_door_can_be_imported_on_a_bare_installation():
    program = """
import sys
outside = "numpy sympy anywidget ipywidgets traitlets tqdm wcwidth matplotlib".split()
sys.modules.update(dict.fromkeys(outside))  # None: importing the name raises ImportError
from lstmlesson import *
print(LSTM(2).count((None, 3)), diagnose(LSTM(2), (None, 3), 48).right)
print(explain("lstm (LSTM)  (None, 2)  48").rows[0].count, read("lstm (LSTM)  (None, 2)  48").rows[0].name)
print("explorers" in globals(), "numeric" in globals())
"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=PACKAGE.parent)
    assert (told.stderr, told.stdout) == ("", "48 True\n48 lstm\nFalse False\n")


@pytest.mark.parametrize("room", [keras.layers, pytorch], ids=lambda room: room.__name__)
def test_every_public_layer_has_a_docstring(room):
    silent = [name for name in room.__all__ if not getattr(room, name).__doc__]
    assert silent == []


@pytest.mark.parametrize("name", "LSTM GRU SimpleRNN Dense LSTMCell GRUCell SimpleRNNCell".split())
def test_a_docstring_says_what_units_are_and_what_goes_in_and_out(name):
    told = getattr(keras, name).__doc__
    assert all(word in told for word in ("units: ", "input: (", "output: (", "Source: keras.layers.", f">>> {name}("))
