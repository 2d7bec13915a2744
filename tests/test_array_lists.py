"""Lists of stored arrays and boxed tables of other printers, each kind in a small text with what it holds."""

import pytest

from lstmlesson.summary import explain

# Each text with its rows: name, class, count, and the arithmetic that is given for it.
TEXTS = {
    "named_parameters with shapes": (
        "rnn.weight_ih_l0 torch.Size([12, 5])\nrnn.weight_hh_l0 torch.Size([12, 3])\nrnn.bias_ih_l0 torch.Size([12])\n"
        "rnn.bias_hh_l0 torch.Size([12])\nout.weight torch.Size([2, 3])\nout.bias torch.Size([2])",
        [("rnn", "LSTM", 120, "4(3·5 + 3·3 + 3 + 3) = 120"), ("out", "Linear", 8, "2·3 + 2 = 8")],
    ),
    "a list of pairs": (
        "[('weight_ih_l0', torch.Size([9, 5])), ('weight_hh_l0', torch.Size([9, 3]))]",
        [("weight_ih_l0", "GRU", 72, "3(3·5 + 3·3) = 72")],
    ),
    "two levels, both ways": (
        "\n".join(
            f"enc.weight_{side}_l{level}{back} torch.Size([8, {size}])"
            for level in (0, 1)
            for back in ("", "_reverse")
            for side, size in (("ih", 7 if level == 0 else 4), ("hh", 2))
        ),
        [("enc", "LSTM", 2 * 4 * (2 * 7 + 2 * 2) + 2 * 4 * (2 * 4 + 2 * 2), None)],
    ),
    "named_parameters with counts": (
        "rnn.weight_ih_l0: 60\nrnn.weight_hh_l0: 36\nrnn.bias_ih_l0: 12\nrnn.bias_hh_l0: 12\n"
        "conv.weight: 54\nconv.bias: 6",
        [("rnn", "LSTM", 120, "4(3·5 + 3·3 + 3 + 3) = 120"), ("conv", "", 60, "54 + 6 = 60")],
    ),
    "only some arrays of a module": (
        "rnn.weight_hh_l0 torch.Size([12, 3])\nrnn.bias_hh_l0 torch.Size([12])",
        [("rnn", "", 48, "12·3 + 12 = 48")],
    ),
    "a convolution": (
        "conv.weight torch.Size([6, 3, 3])\nconv.bias torch.Size([6])",
        [("conv", "", 60, "6·3·3 + 6 = 60")],
    ),
    "weights of tf.keras": (
        "[<tf.Variable 'lstm_4/lstm_cell/kernel:0' shape=(5, 12) dtype=float32>,\n"
        " <tf.Variable 'lstm_4/lstm_cell/recurrent_kernel:0' shape=(3, 12) dtype=float32>,\n"
        " <tf.Variable 'lstm_4/lstm_cell/bias:0' shape=(12,) dtype=float32>]",
        [("lstm_4", "LSTM", 108, "4(5·3 + 3·3 + 3) = 108")],
    ),
    "variables of Keras 3 with their values": (
        "[<Variable path=net/lstm/lstm_cell/kernel, shape=(1, 4), dtype=float32, value=[[ 0.5 -0.25  1.e-3  0. ]]>,\n"
        " <Variable path=net/lstm/lstm_cell/recurrent_kernel, shape=(1, 4), dtype=float32, value=[[0.1 0.2\n"
        "  0.3 0.4]]>, <Variable path=net/lstm/lstm_cell/bias, shape=(4,), dtype=float32, value=[0. 1. 0. 0.]>]",
        [("net/lstm", "LSTM", 12, "4(1·1 + 1·1 + 1) = 12")],
    ),
    "names and shapes of Keras": (
        "words/embeddings:0 (50, 4)\ngru/gru_cell/kernel:0 (4, 9)\ngru/gru_cell/recurrent_kernel:0 (3, 9)\n"
        "gru/gru_cell/bias:0 (2, 9)\ndense/kernel:0 (3, 1)\ndense/bias:0 (1,)",
        [
            ("words", "Embedding", 200, "50·4 = 200"),
            ("gru", "GRU", 81, "3(4·3 + 3·3 + 2·3) = 81"),
            ("dense", "Dense", 4, "3·1 + 1 = 4"),
        ],
    ),
    "shapes of get_weights": (
        "[(5, 12), (3, 12), (12,), (3, 2), (2,)]",
        [("arrays 0 to 2", "LSTM", 108, "4(5·3 + 3·3 + 3) = 108"), ("arrays 3 to 4", "Dense", 8, "3·2 + 2 = 8")],
    ),
    "shapes of PyTorch, one below the other": (
        "torch.Size([12, 5])\ntorch.Size([12, 3])\ntorch.Size([12])\ntorch.Size([12])\n"
        "torch.Size([2, 3])\ntorch.Size([2])",
        [("arrays 0 to 3", "LSTM", 120, "4(3·5 + 3·3 + 3 + 3) = 120"), ("arrays 4 to 5", "Linear", 8, "2·3 + 2 = 8")],
    ),
    "prettytable": (
        "+------------------+------------+\n|     Modules      | Parameters |\n+------------------+------------+\n"
        "| rnn.weight_ih_l0 |     45     |\n| rnn.weight_hh_l0 |     27     |\n|  rnn.bias_ih_l0  |     9      |\n"
        "|  rnn.bias_hh_l0  |     9      |\n|    out.weight    |     6      |\n+------------------+------------+\n"
        "Total Trainable Params: 96",
        [("rnn", "GRU", 90, "3(3·5 + 3·3 + 3 + 3) = 90"), ("out", "", 6, "6")],
    ),
    "rich, from Lightning": (
        "┏━━━┳━━━━━━┳━━━━━━━━┳━━━━━━━━┓\n┃   ┃ Name ┃ Type   ┃ Params ┃\n┡━━━╇━━━━━━╇━━━━━━━━╇━━━━━━━━┩\n"
        "│ 0 │ rnn  │ LSTM   │  2.5 K │\n│ 1 │ out  │ Linear │      8 │\n└───┴──────┴────────┴────────┘\n"
        "Total params: 2.5 K",
        [("rnn", "LSTM", 2_500, ""), ("out", "Linear", 8, "")],
    ),
    "flax": (
        "┏━━━━━━┳━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━┓\n┃ path ┃ module ┃ params               ┃\n"
        "┡━━━━━━╇━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━┩\n│      │ Net    │                      │\n"
        "├──────┼────────┼──────────────────────┤\n│ one  │ Dense  │ bias: float32[4]     │\n"
        "│      │        │ kernel: float32[9,4] │\n│      │        │                      │\n"
        "│      │        │ 40 (160 B)           │\n├──────┼────────┼──────────────────────┤\n"
        "│      │        │ 40 (160 B)           │\n└──────┴────────┴──────────────────────┘",
        [("Net", "Net", None, ""), ("one", "Dense", 40, "")],
    ),
}


@pytest.mark.parametrize(("text", "rows"), TEXTS.values(), ids=TEXTS)
def test_a_list_of_arrays_is_read_as_the_layers_that_hold_them(text, rows):
    summary = explain(text)
    assert summary.problems == ()
    found = [(row.name, row.class_name, row.count, row.formula) for row in summary.rows]
    wanted = [(*row[:3], row[3] if row[3] is not None else got[3]) for row, got in zip(rows, found, strict=True)]
    assert found == wanted
    assert summary.unread == ()


def test_the_totals_that_such_texts_bring_are_read():
    assert explain(TEXTS["prettytable"][0]).totals.trainable == 96
    totals = explain(TEXTS["rich, from Lightning"][0]).totals
    assert (totals.total, totals.rounded) == (2_500, True)


@pytest.mark.parametrize(
    "text",
    [
        "X_train.shape (7352, 128, 9)\ny_train.shape (7352, 6)",
        "(7352, 128, 9)\n(7352, 6)",
        "torch.Size([32, 10, 5])\ntorch.Size([32, 1])",
        "[(1, 2), (3, 4), (5, 6)]",
        "the bias is (5,) long",
    ],
)
def test_shapes_of_data_are_no_arrays_of_a_model(text):
    summary = explain(text)
    assert summary.rows == ()
    assert "\n".join(summary.unread) == text


def test_a_narrow_box_has_its_headings_over_several_lines():
    text = (
        "┏━━━━━━━━━┳━━━━━━━━━┳━━━━━┳━━━━━━━━┳━━━┓\n┃ Layer   ┃ Output  ┃ Pa… ┃ Conne… ┃   ┃\n"
        "┃ (type)  ┃ Shape   ┃   # ┃ to     ┃ … ┃\n┡━━━━━━━━━╇━━━━━━━━━╇━━━━━╇━━━━━━━━╇━━━┩\n"
        "│ first   │ (None,  │  48 │ input… │ Y │\n│ (LSTM)  │ 2)      │     │        │   │\n"
        "├─────────┼─────────┼─────┼────────┼───┤\n│ second  │ (None,  │   3 │ first… │ Y │\n"
        "│ (Dense) │ 1)      │     │        │   │\n└─────────┴─────────┴─────┴────────┴───┘\n Total params: 51\n"
    )
    summary = explain(text)
    assert [(row.name, row.class_name, row.count) for row in summary.rows] == [
        ("first", "LSTM", 48),
        ("second", "Dense", 3),
    ]
    assert summary.tables[0].columns[:4] == ("layer", "shape", "count", "connected")
    assert summary.problems == ()


@pytest.mark.parametrize("clock", ["07:08:09 ", "2031-05-06 07:08:09,123 INFO "])
def test_the_name_of_a_model_behind_a_time_is_read(clock):
    lines = [
        'Model: "sequential"',
        "Layer (type)   Output Shape   Param #",
        "a (LSTM)   (None, 2)   48",
        "Total params: 48",
    ]
    summary = explain("\n".join(clock + line for line in lines))
    assert (summary.tables[0].name, summary.unread) == ("sequential", ())


@pytest.mark.frameworks
def test_arrays_that_pytorch_lists_make_the_count_of_their_module():
    from torch import nn

    for kind in (nn.LSTM, nn.GRU, nn.RNN):
        for options in ({}, {"bias": False}, {"num_layers": 3}, {"bidirectional": True, "num_layers": 2}):
            module = nn.ModuleDict({"rnn": kind(5, 3, **options), "norm": nn.LayerNorm(3), "out": nn.Linear(3, 2)})
            counts = [sum(one.numel() for one in part.parameters()) for part in module.values()]
            for write in (lambda one: str(one.shape), lambda one: str(tuple(one.shape))):
                text = "\n".join(f"{name} {write(one)}" for name, one in module.named_parameters())
                rows = explain(text).rows
                assert [row.count for row in rows] == counts, text
                assert (rows[0].class_name, rows[2].class_name) == (kind.__name__, "Linear"), text


# Keras 3.15 reads its variables in a way that numpy 2 warns of.
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
@pytest.mark.frameworks
def test_arrays_that_keras_lists_make_the_count_of_their_layer():
    import keras

    names = ("LSTM", "GRU", "SimpleRNN")
    for layer in [getattr(keras.layers, name)(3, use_bias=bias) for name in names for bias in (True, False)]:
        model = keras.Sequential([keras.Input((4, 5)), layer, keras.layers.Dense(2)])
        texts = [
            "\n".join(f"{one.path} {tuple(one.shape)}" for one in model.weights),
            str([tuple(one.shape) for one in model.get_weights()]),
            "\n".join(f"<Variable path={one.path}, shape={tuple(one.shape)}, dtype=float32>" for one in model.weights),
        ]
        for text in texts:
            rows = explain(text).rows
            assert [(row.class_name, row.count) for row in rows] == [
                (type(one).__name__, one.count_params()) for one in model.layers
            ], text


LANGUAGE_MODEL = """Net(
  (words): Embedding(50, 4)
  (rnn): LSTM(4, 3)
  (head): Sequential(
    (0): Linear(in_features=3, out_features=4, bias=True)
    (out): Linear(in_features=4, out_features=50, bias=True)
  )
)"""


def test_a_printed_module_says_what_it_holds_in_all_and_what_may_be_tied():
    summary = explain(LANGUAGE_MODEL)
    every = 50 * 4 + 4 * (3 * 4 + 3 * 3 + 3 + 3) + (4 * 3 + 4) + (50 * 4 + 50)
    assert f"{every:,} numbers together" in summary.rows[0].note
    assert "266 numbers together" in next(row for row in summary.rows if row.name == "head").note
    (tied,) = [note for note in summary.notes if "tied" in note]
    assert "words and out" in tied
    assert f"200 numbers less: {every - 200:,}" in tied
    assert not any("tied" in note for note in explain(LANGUAGE_MODEL.replace("50, bias", "51, bias")).notes)


def test_a_count_of_points_alone_is_no_number_and_its_line_is_handed_back():
    rows = ["  | Name | Type   | Params", "-" * 20, "0 | rnn  | LSTM   | 2.5 K", "1 | out  | Linear | ..", "-" * 20]
    table = "\n".join(rows)
    summary = explain(table)
    assert [(row.name, row.count) for row in summary.rows] == [("rnn", 2_500)]
    assert [line.strip() for line in summary.unread] == ["1 | out  | Linear | .."]


def test_a_layer_whose_defaults_do_not_fit_gives_no_count_in_place_of_a_cut_one():
    text = (
        "Layer (type)   Output Shape   Param #\nd (Dense)   (None, 30)   930\n"
        "g (GroupNormalization)   (None, 30)   …\nTotal params: 990"
    )
    assert [row.class_name for row in explain(text).rows] == ["Dense", "GroupNormalization"]


def variables(*arrays):
    """A list of variables as TensorFlow 1 prints it."""
    return "\n".join(f"<tf.Variable '{name}:0' shape={shape} dtype=float32_ref>" for name, shape in arrays)


PEEPHOLES = [(f"rnn/lstm_cell/{name}", (10,)) for name in ("w_f_diag", "w_i_diag", "w_o_diag")]
CELLS_OF_TENSORFLOW_1 = {
    "LSTM": ([("rnn/lstm_cell/kernel", (13, 40)), ("rnn/lstm_cell/bias", (40,))], "4((3 + 10)·10 + 10) = 560"),
    "peepholes": (
        [("rnn/lstm_cell/kernel", (13, 40)), ("rnn/lstm_cell/bias", (40,)), *PEEPHOLES],
        "4((3 + 10)·10 + 10) + 3·10 = 590",
    ),
    "projection": (
        [
            ("rnn/lstm_cell/kernel", (7, 40)),
            ("rnn/lstm_cell/bias", (40,)),
            ("rnn/lstm_cell/projection/kernel", (10, 4)),
        ],
        "4((3 + 4)·10 + 10) + 10·4 = 360",
    ),
    "GRU": (
        [
            ("rnn/gru_cell/gates/kernel", (13, 20)),
            ("rnn/gru_cell/gates/bias", (20,)),
            ("rnn/gru_cell/candidate/kernel", (13, 10)),
            ("rnn/gru_cell/candidate/bias", (10,)),
        ],
        "3((3 + 10)·10 + 10) = 420",
    ),
    "older names": (
        [("basic_lstm_cell/weights", (13, 40)), ("basic_lstm_cell/biases", (40,))],
        "4((3 + 10)·10 + 10) = 560",
    ),
}


@pytest.mark.parametrize(("arrays", "formula"), CELLS_OF_TENSORFLOW_1.values(), ids=CELLS_OF_TENSORFLOW_1)
def test_a_cell_of_tensorflow_1_has_both_kernels_in_one_array(arrays, formula):
    found = explain(variables(*arrays))
    (row,) = found.rows
    assert row.formula == formula
    assert "10 units on 3 features, both kernels in one array" in row.note
    assert found.problems == ()


def test_the_sizes_of_such_a_cell_are_told_by_its_counts():
    names = ("w_f_diag", "w_i_diag", "w_o_diag")
    text = "rnn/lstm_cell/kernel:0 1,114,112\nrnn/lstm_cell/bias:0 512\n"
    (row,) = explain(text + "".join(f"rnn/lstm_cell/{name}:0 128\n" for name in names)).rows
    assert row.count == 1_115_008
    assert row.formula == "4((2,048 + 128)·128 + 128) + 3·128 = 1,115,008"


def test_the_list_of_slim_s_analyzer():
    text = (
        "Variables: name (type shape) [size]\n---------\n"
        "rnn/lstm_cell/kernel:0 (float32_ref 13x40) [520, bytes: 2080]\n"
        "rnn/lstm_cell/bias:0 (float32_ref 40) [40, bytes: 160]\n"
        "dense/kernel:0 (float32_ref 10x4) [40, bytes: 160]\n"
        "dense/bias:0 (float32_ref 4) [4, bytes: 16]\n"
        "Total size of variables: 604\n"
    )
    assert [row.formula for row in explain(text).rows] == ["4((3 + 10)·10 + 10) = 560", "10·4 + 4 = 44"]


def test_what_is_called_a_cell_and_is_none_stays_a_sum():
    (row,) = explain(variables(("rnn/lstm_cell/kernel", (13, 41)), ("rnn/lstm_cell/bias", (41,)))).rows
    assert (row.class_name, row.formula) == ("", "13·41 + 41 = 574")


def test_a_container_s_line_in_a_program_is_no_printed_module_and_a_declared_module_s_is():
    assert explain("model = Sequential(LSTM(4), Dense(2))").rows == ()
    assert [row.class_name for row in explain("Conv1d(3, 8, kernel_size=(5,), stride=(1,))").rows] == ["Conv1d"]
