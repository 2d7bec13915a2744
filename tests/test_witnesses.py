"""Count, formula and arrays come from one list, so comparing them proves nothing. Here they meet strangers.

A textbook network is run on arrays of the declared shapes; each number is poked; recorded outputs of real frameworks
settle the order of the gates; the rank of a Jacobian tells stored numbers from free ones. The last tests declare
layers wrongly on purpose and see each check object.
"""

import ast
import json
import operator
from pathlib import Path

import numpy as np
import pytest
import textbook

from lstmlesson import GRU, LSTM, SimpleRNN, layers, pytorch
from lstmlesson.law.weights import Weight
from lstmlesson.layers.cells import GRUCell, LSTMCell
from lstmlesson.pytorch.recurrent import GRU_GATES, LSTM_GATES

DATA = Path(__file__).parent / "data"
CASES = {case["name"]: case for case in json.loads((DATA / "numeric.json").read_text(encoding="utf-8"))["cases"]}
RECORDED = np.load(DATA / "numeric.npz")

LAYERS = [LSTM(3), LSTM(3, use_bias=False), GRU(3), GRU(3, reset_after=False), GRU(3, use_bias=False), SimpleRNN(3)]


def recorded(key):
    return RECORDED[key.replace("/", "|")]


def random_arrays(arrays, seed=0):
    draw = np.random.default_rng(seed)
    return [draw.normal(scale=0.5, size=array.shape) for array in arrays]


def outputs(layer, arrays, x):
    reset_after = getattr(layer, "reset_after", True)
    return textbook.run(type(layer).__name__, arrays, layer.cell.gates, x, reset_after)


def numbers_that_matter(layer, timesteps=2, features=2):
    """How many single numbers of the declared arrays change what a textbook network puts out."""
    arrays = random_arrays(layer.arrays((timesteps, features)))
    x = np.random.default_rng(1).normal(size=(timesteps, features))
    before = outputs(layer, arrays, x)
    matter = 0
    for array in arrays:
        for index in np.ndindex(array.shape):
            kept = array[index]
            array[index] = kept + 0.5
            matter += not np.array_equal(outputs(layer, arrays, x), before)
            array[index] = kept
    return matter


@pytest.mark.parametrize("layer", LAYERS, ids=repr)
def test_each_counted_number_matters_and_no_other_is_needed(layer):
    assert numbers_that_matter(layer) == layer.count((2, 2))


def test_at_one_step_from_zeros_half_of_an_lstm_is_silent():
    layer = LSTM(2)
    assert numbers_that_matter(layer, timesteps=1, features=3) == 48 - 16 - (3 * 2 + 2) == 24
    assert numbers_that_matter(layer, timesteps=2, features=3) == 48


def jacobian_rank(run, arrays):
    """The rank of the outputs' derivatives with respect to all numbers, by central differences."""
    columns = []
    for array in arrays:
        for index in np.ndindex(array.shape):
            kept = array[index]
            array[index] = kept + 1e-5
            high = run(arrays).ravel()
            array[index] = kept - 1e-5
            columns.append((high - run(arrays).ravel()) / 2e-5)
            array[index] = kept
    return np.linalg.matrix_rank(np.array(columns), tol=1e-6)


@pytest.mark.slow
def test_stored_and_free_numbers():
    x = np.random.default_rng(2).normal(size=(60, 2))
    lstm, gru, torch = LSTM(3), GRU(3), pytorch.LSTM(2, 3)
    ranks = {
        "LSTM": jacobian_rank(lambda arrays: outputs(lstm, arrays, x), random_arrays(lstm.arrays((60, 2)))),
        "GRU": jacobian_rank(lambda arrays: outputs(gru, arrays, x), random_arrays(gru.arrays((60, 2)))),
        "PyTorch": jacobian_rank(
            lambda arrays: textbook.run_pytorch("LSTM", arrays, LSTM_GATES, x), random_arrays(torch.arrays())
        ),
    }
    assert lstm.count((60, 2)) == 72
    assert gru.count((60, 2)) == 63
    assert torch.count() == 84
    assert ranks == {"LSTM": 72, "GRU": 57, "PyTorch": 72}


# Keras 3.15.1 on PyTorch works its SimpleRNN, and its GRU without reset_after, in float32 inside, whatever their dtype:
# these two records agree with no float64 program to more than seven digits.
SINGLE_INSIDE = ("k_SimpleRNN_2_3_4_5", "k_GRU_2_5_3_4_rafalse")


def follows_keras(name, gates):
    """Whether the textbook, told this order of gates, puts out what Keras put out."""
    case = CASES[name]
    arrays = [recorded(weight["key"]) for weight in case["weights"]]
    reset_after = case["config"].get("reset_after", True)
    ours = [textbook.run(case["class"], arrays, gates, x, reset_after) for x in recorded(case["x"])]
    within = 1e-6 if name in SINGLE_INSIDE else 1e-12
    return np.allclose(ours, recorded(case["arrays"]["float64"]["y"]), rtol=0, atol=within)


@pytest.mark.parametrize(
    ("name", "gates"),
    [
        ("k_LSTM_2_3_4_5", LSTMCell.gates),
        ("k_LSTM_2_5_3_4_nobias", LSTMCell.gates),
        ("k_GRU_2_3_4_5", GRUCell.gates),
        ("k_GRU_2_5_3_4_rafalse", GRUCell.gates),
        ("k_SimpleRNN_2_3_4_5", layers.SimpleRNNCell.gates),
    ],
)
def test_keras_gates_lie_in_the_declared_order(name, gates):
    assert follows_keras(name, gates)


@pytest.mark.parametrize(("name", "kind", "gates"), [("t_GRU_2_3_4_5_", "GRU", GRU_GATES)])
def test_pytorch_gates_lie_in_the_declared_order(name, kind, gates):
    case = CASES[name]
    arrays = [recorded(weight["key"]) for weight in case["weights"]]
    x, y = recorded(case["x"]), recorded(case["arrays"]["float64"]["y"])
    if not case["batch_first"]:
        x, y = x.swapaxes(0, 1), y.swapaxes(0, 1)
    start = recorded(case["initial_state"][0])[0]
    w_ih, w_hh, b_ih, b_hh = arrays
    ours = [textbook.gru(one, w_ih.T, w_hh.T, b_ih, b_hh, gates, h, True) for one, h in zip(x, start, strict=True)]
    assert np.allclose(ours, y, rtol=0, atol=1e-12)
    wrong = (gates[1], gates[0], gates[2])
    mixed = [textbook.gru(one, w_ih.T, w_hh.T, b_ih, b_hh, wrong, h, True) for one, h in zip(x, start, strict=True)]
    assert not np.allclose(mixed, y, rtol=0, atol=1e-3)


def test_pytorch_lstm_gates_lie_in_the_declared_order():
    case = CASES["t_LSTM_2_3_4_5_"]
    w_ih, w_hh, b_ih, b_hh = (recorded(weight["key"]) for weight in case["weights"])
    x, y = recorded(case["x"]), recorded(case["arrays"]["float64"]["y"])
    if not case["batch_first"]:
        x, y = x.swapaxes(0, 1), y.swapaxes(0, 1)
    h, c = (recorded(key)[0] for key in case["initial_state"])
    each = zip(x, h, c, strict=True)
    ours = [textbook.lstm(one, w_ih.T, w_hh.T, b_ih + b_hh, LSTM_GATES, h, c) for one, h, c in each]
    assert np.allclose(ours, y, rtol=0, atol=1e-12)


OPERATORS = {ast.Add: operator.add, ast.Mult: operator.mul}


def worth(text):
    """What a formula such as 4(3·2 + 2) comes to, worked out from its text alone."""
    text = text.split(" = ")[0].replace(",", "").replace("·", "*")
    text = "".join(f"*{sign}" if sign == "(" and text[at - 1 : at].isdigit() else sign for at, sign in enumerate(text))

    def value(node):
        if isinstance(node, ast.Constant):
            return node.value
        return OPERATORS[type(node.op)](value(node.left), value(node.right))

    return value(ast.parse(text, mode="eval").body)


@pytest.mark.parametrize(
    ("layer", "shape"),
    [(layer, (7, 5)) for layer in LAYERS]
    + [
        (layers.Dense(4), (5,)),
        (layers.Bidirectional(LSTM(3)), (7, 5)),
        (layers.Bidirectional(LSTM(3), backward_layer=LSTM(2, go_backwards=True)), (7, 5)),
        (layers.RNN([LSTMCell(3), GRUCell(2)]), (7, 5)),
        (layers.ConvLSTM2D(2, 3), (7, 9, 9, 5)),
        (layers.BatchNormalization(), (7, 1_500)),
        (pytorch.LSTM(5, 3, num_layers=3, bidirectional=True, proj_size=2), None),
    ],
    ids=repr,
)
def test_a_formula_is_worth_its_count(layer, shape):
    assert worth(layer.formula(shape)) == layer.count(shape)
    assert layer.formula(shape).endswith(f" = {layer.count(shape):,}")


# The tests of the tests: what each of them says to a wrong declaration.


class DroppedGate(LSTMCell):
    gates = ("input", "forget", "cell")


class WidenedBlock(LSTMCell):
    def declare(self, shape):
        kernel, recurrent, bias = super().declare(shape)
        return [kernel._replace(shape=(shape[0] + 1, self.units)), recurrent, bias]


class TwoBiases(LSTMCell):
    def declare(self, shape):
        return [*super().declare(shape), Weight("second_bias", (self.units,), self.gates)]


def with_cell(cell_class):
    """An LSTM layer around a cell that is declared wrongly."""
    return type("LSTM", (LSTM,), {"cell_class": cell_class})(3)


@pytest.mark.parametrize("wrong", [DroppedGate, WidenedBlock, TwoBiases])
def test_poking_objects_to_a_wrong_list_of_weights(wrong):
    try:
        noticed = numbers_that_matter(with_cell(wrong)) != with_cell(wrong).count((2, 2))
    except (ValueError, KeyError):  # the textbook cannot be cut out of arrays of these shapes
        noticed = True
    assert noticed
    assert with_cell(wrong).count((2, 2)) != LSTM(3).count((2, 2))


def test_poking_does_not_object_to_the_right_one():
    assert numbers_that_matter(with_cell(LSTMCell)) == with_cell(LSTMCell).count((2, 2))


def test_the_records_object_to_a_wrong_order_of_gates():
    first, second, *rest = LSTMCell.gates
    assert not follows_keras("k_LSTM_2_3_4_5", (second, first, *rest))
    first, second, *rest = GRUCell.gates
    assert not follows_keras("k_GRU_2_3_4_5", (second, first, *rest))


def test_a_formula_that_is_not_worth_its_count_is_noticed():
    assert worth("4(3·2 + 2·2 + 2) = 48") == 48
    assert worth("4(3·2 + 2·2) = 48") != 48
