"""What happens inside: the facts of the lessons about uses, pokes, silent numbers and free ones, measured."""

import numpy as np
import pytest

from lstmlesson import GRU, LSTM, Bidirectional, Dense, SimpleRNN, numeric, pytorch


def random_weights(layer, shape, seed=0):
    draw = np.random.default_rng(seed)
    return [draw.normal(size=array.shape) for array in numeric.initialise(layer, shape, 0, "float64")]


def random_x(*shape, seed=1):
    return np.random.default_rng(seed).normal(size=shape)


def counted(silent):
    return [int(array.sum()) for array in silent]


def test_the_trace_has_every_gate_of_every_step():
    weights = random_weights(LSTM(2), (5, 3))
    found = numeric.trace(LSTM(2), weights, random_x(4, 5, 3))
    assert list(found.gates) == list(found.sums) == ["input", "forget", "cell", "output"]
    assert list(found.states) == ["hidden state", "cell state"]
    assert {array.shape for part in found[:4] for array in part.values()} == {(4, 5, 2)}
    assert found.uses == {"kernel": 5, "recurrent_kernel": 5, "bias": 5}


def test_the_trace_of_an_lstm_adds_up():
    found = numeric.trace(LSTM(2), random_weights(LSTM(2), (5, 3)), random_x(4, 5, 3))
    kept, written, states = found.products["kept"], found.products["written"], found.states["cell state"]
    assert np.allclose(kept + written, states, atol=1e-15)
    assert np.allclose(kept[:, 1:], found.gates["forget"][:, 1:] * states[:, :-1], atol=1e-15)
    assert np.allclose(written, found.gates["input"] * found.gates["cell"], atol=1e-15)
    assert not kept[:, 0].any()  # the first cell state is zero


@pytest.mark.parametrize("reset_after", [True, False])
def test_the_trace_of_a_gru_adds_up(reset_after):
    layer = GRU(2, reset_after=reset_after)
    found = numeric.trace(layer, random_weights(layer, (5, 3)), random_x(4, 5, 3))
    assert list(found.gates) == ["update", "reset", "candidate"]
    assert np.allclose(found.products["kept"] + found.products["written"], found.states["hidden state"], atol=1e-15)
    assert np.allclose(found.gates["candidate"], np.tanh(found.sums["candidate"]), atol=1e-15)


def test_a_trace_begins_where_it_is_told_to():
    weights, x = random_weights(LSTM(2), (6, 3)), random_x(4, 6, 3)
    whole = numeric.trace(LSTM(2), weights, x)
    states = [array[:, 2] for array in whole.states.values()]
    rest = numeric.trace(LSTM(2), weights, x[:, 3:], states)
    assert np.allclose(rest.states["cell state"], whole.states["cell state"][:, 3:], atol=1e-15)


@pytest.mark.parametrize("layer", [Dense(2), Bidirectional(LSTM(2)), pytorch.LSTM(3, 2)], ids=repr)
def test_what_has_no_trace_is_refused(layer):
    with pytest.raises(ValueError, match="expected an LSTM, a GRU or a SimpleRNN"):
        numeric.trace(layer, [], random_x(4, 5, 3))


def test_a_poked_number_changes_every_step_from_the_first_on_where_it_is_met():
    weights, x = random_weights(LSTM(2), (5, 3)), random_x(1, 5, 3)
    changes = [numeric.steps_that_change(LSTM(2), weights, x, which, (0,) * weights[which].ndim) for which in range(3)]
    assert changes[0] == [True] * 5  # input gate's kernel
    assert changes[1] == [False] + [True] * 4  # the recurrent kernel meets a state of zeros first
    assert changes[2] == [True] * 5
    forget_bias = numeric.steps_that_change(LSTM(2), weights, x, 2, (2,))
    assert forget_bias == [False] + [True] * 4  # there is nothing to forget at the first step


def test_poking_reads_time_along_the_right_axis():
    module, x = pytorch.LSTM(3, 2), random_x(6, 4, 3)  # timesteps first
    weights = random_weights(module, None)
    assert numeric.steps_that_change(module, weights, x, 1, (0, 0)) == [False] + [True] * 5
    one_sample = numeric.steps_that_change(module, weights, x[:, 0], 1, (0, 0))
    assert one_sample == [False] + [True] * 5


def test_poking_leaves_the_weights_alone():
    weights, x = random_weights(LSTM(2), (5, 3)), random_x(1, 5, 3)
    before = [array.copy() for array in weights]
    numeric.steps_that_change(LSTM(2), weights, x, 0, (0, 0))
    numeric.silent(LSTM(2), weights, x)
    assert all(map(np.array_equal, before, weights))


def test_half_of_an_lstm_is_silent_after_one_step_and_nothing_after_two():
    """LSTM(2) on 3 features: the recurrent kernel (16) and the forget gate's kernel and bias (8), 24 of 48."""
    weights = random_weights(LSTM(2), (5, 3))
    once, twice = (numeric.silent(LSTM(2), weights, random_x(3, steps, 3)) for steps in (1, 2))
    assert counted(once) == [3 * 2, 4 * 2 * 2, 2]
    assert counted(twice) == [0, 0, 0]
    kernel = once[0]
    assert kernel[:, 2:4].all()  # the forget gate stands second
    assert not kernel[:, :2].any()


def test_of_an_lstm_with_3_units_on_2_features_45_of_72_are_silent_after_one_step():
    silent = numeric.silent(LSTM(3), random_weights(LSTM(3), (1, 2)), random_x(3, 1, 2))
    assert (sum(counted(silent)), sum(array.size for array in silent)) == (45, 72)


def test_with_an_initial_state_of_seed_003_only_30_numbers_learn():
    """140 numbers on one timestep: the recurrent kernel (100) and the forget gate (5 + 5) are silent, 30 learn."""
    silent = numeric.silent(LSTM(5), random_weights(LSTM(5), (1, 1)), random_x(3, 1, 1))
    assert counted(silent) == [5, 100, 5]


@pytest.mark.parametrize(
    ("layer", "stored", "free"),
    [
        (LSTM(3), 72, 72),
        (pytorch.LSTM(2, 3), 84, 72),  # a second bias, 4·3, that is only ever added to the first
        (GRU(3), 63, 57),  # of the second biases only the candidate's 3 are free
        (GRU(3, reset_after=False), 54, 54),
        (SimpleRNN(3), 18, 18),
        (pytorch.RNN(2, 3), 21, 18),
    ],
    ids=repr,
)
def test_stored_and_free_numbers(layer, stored, free):
    weights = random_weights(layer, None if isinstance(layer, pytorch.Module) else (5, 2))
    x = random_x(5, 12, 2) if isinstance(layer, pytorch.Module) else random_x(12, 5, 2)
    assert numeric.stored_and_free(layer, weights, x) == (stored, free)


def test_too_few_outputs_for_a_rank_are_refused():
    with pytest.raises(ValueError, match=r"makes 6 outputs; expected at least 72"):
        numeric.stored_and_free(LSTM(3), random_weights(LSTM(3), (2, 2)), random_x(1, 2, 2))


def test_a_trace_that_grows_beyond_all_bounds_is_an_error_and_not_a_warning():
    layer = SimpleRNN(2, activation="relu")
    with pytest.raises(ValueError, match="is not finite"):
        numeric.trace(layer, [np.full(array.shape, 1e300) for array in layer.arrays((5, 3))], np.ones((1, 5, 3)))
