"""From Keras to PyTorch and back: the same numbers do the same, and merging two biases changes nothing."""

import numpy as np
import pytest

from lstmlesson import GRU, LSTM, Bidirectional, Dense, Input, Sequential, SimpleRNN, numeric, pytorch


def drawn(layer, shape=None, seed=0):
    draw = np.random.default_rng(seed)
    return [draw.normal(size=array.shape) for array in numeric.initialise(layer, shape, 0, "float64")]


X = np.random.default_rng(1).normal(size=(2, 5, 3))
PAIRS = [
    (LSTM(4, return_sequences=True), pytorch.LSTM(3, 4, batch_first=True)),
    (LSTM(4, return_sequences=True, use_bias=False), pytorch.LSTM(3, 4, batch_first=True, bias=False)),
    (GRU(4, return_sequences=True), pytorch.GRU(3, 4, batch_first=True)),
    (GRU(4, return_sequences=True, use_bias=False), pytorch.GRU(3, 4, batch_first=True, bias=False)),
    (SimpleRNN(4, return_sequences=True), pytorch.RNN(3, 4, batch_first=True)),
    (Bidirectional(LSTM(4, return_sequences=True)), pytorch.LSTM(3, 4, batch_first=True, bidirectional=True)),
    (Bidirectional(GRU(4, return_sequences=True)), pytorch.GRU(3, 4, batch_first=True, bidirectional=True)),
]
by_pair = pytest.mark.parametrize(("layer", "module"), PAIRS, ids=repr)


@by_pair
def test_keras_numbers_do_the_same_in_pytorch(layer, module):
    weights = drawn(layer, (5, 3))
    arrays = numeric.to_pytorch(layer, weights)
    assert [array.shape for array in arrays] == [array.shape for array in module.arrays()]
    there, here = numeric.run(module, arrays, X).output, numeric.run(layer, weights, X).output
    assert np.abs(there - here).max() < 1e-15


@by_pair
def test_pytorch_numbers_do_the_same_in_keras(layer, module):
    arrays = drawn(module)
    weights = numeric.to_keras(module, arrays)
    assert [array.shape for array in weights] == [array.shape for array in layer.arrays((5, 3))]
    there, here = numeric.run(module, arrays, X).output, numeric.run(layer, weights, X).output
    assert np.abs(there - here).max() < 1e-15


@by_pair
def test_there_and_back_is_the_same(layer, module):
    weights = drawn(layer, (5, 3))
    again = numeric.to_keras(module, numeric.to_pytorch(layer, weights))
    assert all(map(np.array_equal, weights, again))


def test_merging_the_two_biases_changes_outputs_by_nothing():
    module = pytorch.LSTM(3, 4, batch_first=True)
    w_ih, w_hh, b_ih, b_hh = arrays = drawn(module)
    merged = [w_ih, w_hh, b_ih + b_hh, np.zeros(16)]
    assert np.array_equal(numeric.run(module, arrays, X).output, numeric.run(module, merged, X).output)


def test_the_gates_of_a_gru_change_places():
    """Keras keeps update, reset, candidate; PyTorch reset, update, candidate."""
    kernel = np.array([[1.0, 2.0, 3.0]])
    arrays = numeric.to_pytorch(GRU(1), [kernel, 10 * kernel, np.array([[100.0, 200.0, 300.0], [4.0, 5.0, 6.0]])])
    assert [array.ravel().tolist() for array in arrays] == [[2, 1, 3], [20, 10, 30], [200, 100, 300], [5, 4, 6]]


def test_a_module_of_several_layers_is_a_chain_of_layers():
    module = pytorch.LSTM(3, 4, num_layers=2, bidirectional=True, batch_first=True)
    chain = Sequential([Input((5, 3)), *(Bidirectional(LSTM(4, return_sequences=True)) for _ in range(2))])
    arrays = drawn(module)
    weights = numeric.to_keras(module, arrays)
    assert np.abs(numeric.run(module, arrays, X).output - numeric.run(chain, weights, X).output).max() < 1e-15


def test_a_state_dict_goes_in_as_it_is():
    module = pytorch.LSTM(3, 4, batch_first=True)
    arrays = drawn(module)
    named = dict(reversed(list(zip([array.name for array in module.arrays()], arrays, strict=True))))
    assert np.array_equal(numeric.run(module, named, X).output, numeric.run(module, arrays, X).output)
    assert all(map(np.array_equal, numeric.to_keras(module, named), numeric.to_keras(module, arrays)))
    named.pop("bias_hh_l0")
    with pytest.raises(ValueError, match=r"weights has no bias_hh_l0, only .*expected weight_ih_l0"):
        numeric.run(module, named, X)


@pytest.mark.parametrize(
    "layer", [GRU(2, reset_after=False), Dense(2), Bidirectional(GRU(2, reset_after=False))], ids=repr
)
def test_what_pytorch_does_not_have_is_refused(layer):
    with pytest.raises(ValueError, match="has no twin in PyTorch"):
        numeric.to_pytorch(layer, drawn(layer, (5, 3)))


@pytest.mark.parametrize("module", [pytorch.LSTM(3, 4, proj_size=2), pytorch.Linear(3, 2)], ids=repr)
def test_what_keras_does_not_have_is_refused(module):
    with pytest.raises(ValueError, match="has no twin in Keras"):
        numeric.to_keras(module, drawn(module))
