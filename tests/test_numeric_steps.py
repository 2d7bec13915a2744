"""Two programs for one step: the fast one and the textbook's; and a third, not ours: the tests' own textbook."""

import numpy as np
import pytest
import textbook as witness

from lstmlesson import GRU, LSTM, RNN, GRUCell, LSTMCell, Sequential, SimpleRNN, SimpleRNNCell, numeric
from lstmlesson.numeric import textbook
from lstmlesson.numeric.activations import BY_NAME, HARD_SIGMOID_OF_KERAS_2

FUNCTIONS = [*BY_NAME, HARD_SIGMOID_OF_KERAS_2]
LAYERS = [
    *(LSTM(4, activation=one, recurrent_activation=two) for one, two in zip(FUNCTIONS, FUNCTIONS[::-1], strict=True)),
    *(GRU(4, activation=one, recurrent_activation=two) for one, two in zip(FUNCTIONS, FUNCTIONS[::-1], strict=True)),
    *(GRU(4, reset_after=False, recurrent_activation=one) for one in FUNCTIONS),
    *(SimpleRNN(4, activation=one) for one in FUNCTIONS),
    LSTM(4),
    LSTM(4, use_bias=False),
    GRU(4),
    GRU(4, use_bias=False),
    GRU(4, reset_after=False, use_bias=False),
    LSTM(4, go_backwards=True),
]


def weights_and_x(layer, seed=0, steps=6):
    draw = np.random.default_rng(seed)
    weights = [0.4 * draw.normal(size=array.shape) for array in numeric.initialise(layer, (steps, 3), 0, "float64")]
    return weights, draw.normal(size=(2, steps, 3))


@pytest.mark.parametrize("layer", LAYERS, ids=repr)
def test_the_fast_step_does_what_the_textbook_says(layer):
    weights, x = weights_and_x(layer, steps=4)
    sequence = type(layer)(**{name: layer.values[name] for name in layer.given}, return_sequences=True)
    states = [np.full((2, 4), 0.1 * at) for at in range(1, len(layer.cell.states) + 1)]
    ran, found = numeric.run(sequence, weights, x, states), numeric.trace(layer, weights, x, states)
    assert np.allclose(ran.output, found.states["hidden state"], rtol=1e-12, atol=1e-14)
    for fast, slow in zip(ran.states, found.states.values(), strict=True):
        assert np.allclose(fast, slow[:, -1], rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("layer", [LSTM(4), LSTM(4, use_bias=False), GRU(4), GRU(4, reset_after=False), SimpleRNN(4)])
def test_both_do_what_a_program_says_that_is_not_ours(layer):
    weights, x = weights_and_x(layer)
    found = numeric.trace(layer, weights, x)
    for sample in range(len(x)):
        reset_after = getattr(layer.cell, "reset_after", False)
        truth = witness.run(type(layer).__name__, weights, layer.cell.gates, x[sample], reset_after)
        assert np.abs(found.states["hidden state"][sample] - truth).max() < 1e-14
        assert np.abs(numeric.run(layer, weights, x).output[sample] - truth[-1]).max() < 1e-14


def test_a_wrong_order_of_gates_is_noticed():
    """The witness must be able to object: with the gates in PyTorch's or any other order it does."""
    layer = GRU(4)
    weights, x = weights_and_x(layer)
    swapped = ("reset", "update", "candidate")
    truth = witness.run("GRU", weights, swapped, x[0])
    assert np.abs(numeric.run(layer, weights, x).output[0] - truth[-1]).max() > 0.01


@pytest.mark.parametrize("layer", [LSTM(4), GRU(4), GRU(4, reset_after=False), SimpleRNN(4)], ids=repr)
def test_float32_stays_float32(layer):
    weights, x = weights_and_x(layer)
    exact = numeric.run(layer, weights, x)
    short = numeric.run(layer, [array.astype("float32") for array in weights], x.astype("float32"))
    assert {array.dtype.name for array in (short.output, *short.states)} == {"float32"}
    assert np.abs(short.output - exact.output).max() < 2e-6


def test_an_lstm_countable_on_paper():
    """One unit, one feature, weights such that every gate is 1/2 and the candidate tanh(x)."""
    kernel = np.array([[0.0, 0.0, 1.0, 0.0]])
    ran = numeric.run(LSTM(1), [kernel, np.zeros((1, 4)), np.zeros(4)], np.array([[[1.0], [1.0]]]))
    cell_state = 0.5 * np.tanh(1) + 0.5 * (0.5 * np.tanh(1))
    assert ran.states[1][0, 0] == pytest.approx(cell_state, abs=1e-15)
    assert ran.output[0, 0] == pytest.approx(0.5 * np.tanh(cell_state), abs=1e-15)


def test_stacked_cells_are_stacked_layers():
    draw = np.random.default_rng(0)
    cells = RNN([LSTMCell(3), GRUCell(2), SimpleRNNCell(4)])
    layers = Sequential([LSTM(3, return_sequences=True), GRU(2, return_sequences=True), SimpleRNN(4)])
    weights = [draw.normal(size=array.shape) for array in numeric.initialise(cells, (5, 2), 0, "float64")]
    x = draw.normal(size=(2, 5, 2))
    one, other = numeric.run(cells, weights, x), numeric.run(layers, weights, x)
    assert np.abs(one.output - other.output).max() < 1e-15
    assert [state.shape for state in one.states] == [state.shape for state in other.states]


def test_a_batch_is_as_good_as_its_samples():
    weights, x = weights_and_x(LSTM(4))
    together = numeric.run(LSTM(4), weights, x).output
    alone = np.concatenate([numeric.run(LSTM(4), weights, one[None]).output for one in x])
    assert np.abs(together - alone).max() < 1e-15


def test_going_on_where_a_batch_ended_is_going_through_in_one():
    layer = LSTM(4, return_sequences=True, stateful=True)
    weights, x = weights_and_x(layer, steps=7)
    first = numeric.run(layer, weights, x[:, :3])
    second = numeric.run(layer, weights, x[:, 3:], first.states)
    whole = numeric.run(layer, weights, x)
    assert np.abs(np.concatenate([first.output, second.output], axis=1) - whole.output).max() < 1e-15
    assert np.abs(second.states[1] - whole.states[1]).max() < 1e-15


def test_steps_can_be_read_alone():
    step = textbook.lstm(LSTMCell(1), [np.zeros((1, 4)), np.zeros((1, 4))], np.zeros(1), np.zeros(1), np.ones(1))
    assert {name: gate.tolist() for name, gate in step.gates.items()} == {
        "input": [0.5], "forget": [0.5], "cell": [0.0], "output": [0.5],
    }  # fmt: skip
    assert step.products["kept"].tolist() == [0.5]
