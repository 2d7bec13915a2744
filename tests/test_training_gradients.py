"""Gradients of every layer against finite differences, which know nothing of them; and the checker against itself."""

import finite_differences
import numeric_models
import numpy as np
import pytest

from lstmlesson import (
    GRU,
    LSTM,
    RNN,
    Activation,
    Add,
    Bidirectional,
    Concatenate,
    Dense,
    Dropout,
    Embedding,
    Flatten,
    GRUCell,
    Input,
    LSTMCell,
    Masking,
    Model,
    RepeatVector,
    Sequential,
    SimpleRNN,
    SimpleRNNCell,
    TimeDistributed,
    numeric,
    pytorch,
    training,
)
from lstmlesson.numeric.activations import BY_NAME, HARD_SIGMOID_OF_KERAS_2

SEQUENCE = (3, 4, 2)  # batch, timesteps, features
MASK = np.array([[True, True, True, True], [False, True, False, True], [True, False, False, False]])

FUNCTIONS = [*BY_NAME.values(), HARD_SIGMOID_OF_KERAS_2]
RECURRENT = [
    LSTM(3, return_sequences=True),
    LSTM(3),
    LSTM(3, use_bias=False, go_backwards=True, return_sequences=True),
    GRU(3, return_sequences=True),
    GRU(3, reset_after=False, return_sequences=True),
    GRU(3, use_bias=False),
    GRU(3, reset_after=False, use_bias=False, go_backwards=True, return_sequences=True),
    SimpleRNN(3, return_sequences=True),
    SimpleRNN(3, use_bias=False),
    RNN([LSTMCell(3), GRUCell(2), SimpleRNNCell(4)], return_sequences=True),
    RNN(GRUCell(2, reset_after=False)),
    *(Bidirectional(LSTM(2, return_sequences=True), merge_mode=mode) for mode in ("concat", "sum", "mul", "ave", None)),
    Bidirectional(GRU(2), backward_layer=GRU(3, go_backwards=True)),
]
WITH_FUNCTIONS = [
    kind(2, activation=one, return_sequences=True, **more)
    for one in FUNCTIONS
    for kind, more in (
        (LSTM, {"recurrent_activation": one}),
        (GRU, {"recurrent_activation": one}),
        (GRU, {"recurrent_activation": one, "reset_after": False}),
        (SimpleRNN, {}),
    )
]
OTHERS = [
    (Dense(3), (4, 2)),
    *((Dense(3, activation=one), SEQUENCE) for one in FUNCTIONS),
    (Dense(3, use_bias=False), (2, 2, 2, 3)),
    (TimeDistributed(Dense(3, activation="softmax")), SEQUENCE),
    (TimeDistributed(LSTM(2)), (2, 3, 4, 2)),
    (Dropout(0.5), SEQUENCE),
    (Activation("sigmoid"), SEQUENCE),
    (Flatten(), SEQUENCE),
    (Flatten(data_format="channels_first"), (2, 3, 4, 2)),
    (RepeatVector(3), (3, 2)),
    (Masking(), SEQUENCE),
]
MODULES = [
    pytorch.LSTM(2, 3),
    pytorch.LSTM(2, 3, num_layers=2, bidirectional=True, batch_first=True),
    pytorch.LSTM(2, 4, num_layers=2, proj_size=2, bidirectional=True, bias=False),
    pytorch.GRU(2, 3, num_layers=3),
    pytorch.GRU(2, 3, bidirectional=True, bias=False),
    pytorch.RNN(2, 3, num_layers=2, nonlinearity="relu"),
]


def disagreements(layer, x, mask=None, states=None, dropout_seed=None, seed=0, of_x=True):
    """What finite differences say against the gradients of a layer on an input."""
    draw = np.random.default_rng(seed)
    several = isinstance(x, list)
    shape = None if isinstance(layer, Model | pytorch.Module) else x[0].shape[1:] if several else x.shape[1:]
    if isinstance(layer, Add | Concatenate):
        shape = [one.shape[1:] for one in x]
    weights = [array + 0.3 * draw.normal(size=array.shape) for array in numeric.initialise(layer, shape, 0, "float64")]

    def ran():
        return numeric.run(layer, weights, x, states, mask, dropout_seed)

    def as_list(output):
        return output if isinstance(output, list) else [output]

    wanted = [draw.normal(size=one.shape) for one in as_list(ran().output)]
    ends = [draw.normal(size=one.shape) for one in ran().states]

    def total():
        now = ran()
        pairs = [*zip(as_list(now.output), wanted, strict=True), *zip(now.states, ends, strict=True)]
        return sum((one * weight).sum() for one, weight in pairs)

    of_output = wanted if isinstance(ran().output, list) else wanted[0]
    found = training.gradients(layer, weights, x, of_output, ends, states, mask, dropout_seed)
    arrays = {f"weights[{at}]": array for at, array in enumerate(weights)}
    claimed = {f"weights[{at}]": array for at, array in enumerate(found.weights)}
    for at, (one, gradient) in enumerate(zip(x if several else [x], found.x if several else [found.x], strict=True)):
        if of_x and gradient is not None:
            arrays[f"x[{at}]"], claimed[f"x[{at}]"] = one, gradient
    for at, (state, gradient) in enumerate(zip(states or [], found.initial_state, strict=states is not None)):
        arrays[f"initial_state[{at}]"], claimed[f"initial_state[{at}]"] = state, gradient
    return finite_differences.objections(total, arrays, claimed)


def sequence(shape=SEQUENCE, seed=1):
    return np.random.default_rng(seed).normal(size=shape)


def begin_of(layer, batch=3):
    """Random states for a Keras layer."""
    draw = np.random.default_rng(2)
    return [draw.normal(size=(batch, *shape)) for shape in layer.state_shapes(())]


@pytest.mark.parametrize("layer", RECURRENT, ids=repr)
def test_recurrent_layers(layer):
    states = begin_of(layer)
    assert disagreements(layer, sequence(), states=states) == []
    assert disagreements(layer, sequence(), mask=MASK, states=states) == []


@pytest.mark.parametrize("layer", WITH_FUNCTIONS, ids=repr)
def test_activations_inside_recurrent_layers(layer):
    assert disagreements(layer, sequence(), mask=MASK, states=begin_of(layer)) == []


@pytest.mark.parametrize(("layer", "shape"), OTHERS, ids=repr)
def test_layers_without_a_memory(layer, shape):
    assert disagreements(layer, sequence(shape)) == []


@pytest.mark.slow
@pytest.mark.parametrize("module", MODULES, ids=repr)
def test_modules_of_pytorch(module):
    x = sequence()
    shapes = module.states((3 if module.batch_first else 4,))
    shapes = shapes if isinstance(shapes[0], tuple) else [shapes]
    states = [np.random.default_rng(2).normal(size=shape) for shape in shapes]
    assert disagreements(module, x, states=states) == []
    assert disagreements(module, x[0]) == []  # a single sample without a batch


def test_linear_and_tables():
    assert disagreements(pytorch.Linear(2, 3), sequence()) == []
    assert disagreements(pytorch.Linear(2, 3, bias=False), sequence()) == []
    words = np.array([[0, 2, 2], [1, 1, 4]])
    assert disagreements(Embedding(5, 2), words) == []
    assert disagreements(pytorch.Embedding(5, 2), words) == []


def test_a_padding_row_of_pytorch_hears_nothing():
    module = pytorch.Embedding(5, 2, padding_idx=2)
    table = numeric.initialise(module, None, 0, "float64")
    assert table[0][2].tolist() == [0, 0]
    found = training.gradients(module, table, np.array([[0, 2, 2]]), np.ones((1, 3, 2)))
    assert found.weights[0].tolist() == [[1, 1], [0, 0], [0, 0], [0, 0], [0, 0]]


@pytest.mark.parametrize("layer", [Concatenate(), Concatenate(axis=1), Add()], ids=repr)
def test_layers_that_join(layer):
    assert disagreements(layer, [sequence(), sequence(seed=5)]) == []


def test_adding_what_is_repeated():
    assert disagreements(Add(), [sequence((3, 4, 2)), sequence((3, 1, 2)), sequence((3, 2))]) == []


@pytest.mark.parametrize(
    "layer",
    [Dropout(0.5), Dropout(0.5, noise_shape=(None, 1, None)), LSTM(3, dropout=0.5), RNN([GRUCell(2, dropout=0.3)] * 2)],
    ids=repr,
)
def test_dropout_in_training(layer):
    assert disagreements(layer, sequence(), dropout_seed=3) == []


def test_dropout_between_the_layers_of_a_module():
    assert disagreements(pytorch.LSTM(2, 3, num_layers=3, dropout=0.5), sequence(), dropout_seed=3) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(25))
def test_random_models(seed):
    """Two to six layers: shared, nested, masked, with several inputs and outputs, states handed over."""
    import lstmlesson

    model = numeric_models.build(lstmlesson, seed)
    x = numeric_models.inputs(model, seed, batch=2)
    masked = any(isinstance(layer, Masking) for layer in model.inner)  # a zero that is changed is no longer masked
    assert disagreements(model, x, seed=seed, of_x=not masked) == []


def test_the_states_of_a_model_go_out_and_in():
    model = Sequential([Input((4, 2)), LSTM(3, return_sequences=True), Dense(2), GRU(2)])
    draw = np.random.default_rng(3)
    states = [draw.normal(size=(3, size)) for size in (3, 3, 2)]
    assert disagreements(model, sequence(), states=states, mask=MASK) == []


def test_the_checker_objects_to_a_tenth_of_a_percent():
    weights, x = np.array([[1.5, -2.0], [0.5, 3.0]]), np.array([[1.0, 2.0]])

    def total():
        return np.tanh(x @ weights).sum()

    right = x.T @ (1 - np.tanh(x @ weights) ** 2)
    assert finite_differences.objections(total, {"weights": weights}, {"weights": right}) == []
    off = right.copy()
    off[1, 0] *= 1.001
    assert "weights[1, 0]" in finite_differences.objections(total, {"weights": weights}, {"weights": off})[0]
    assert finite_differences.objections(total, {"weights": weights}, {"weights": right.T * 1.001})
    assert "shape" in finite_differences.objections(total, {"weights": weights}, {"weights": right[0]})[0]


@pytest.mark.parametrize("which", range(3))
def test_the_checker_objects_to_an_lstm_that_is_off(which):
    layer, x = LSTM(3), sequence()
    weights = numeric.initialise(layer, (4, 2), 0, "float64")
    found = training.gradients(layer, weights, x, np.ones((3, 3)))
    arrays = {f"weights[{at}]": array for at, array in enumerate(weights)}
    claimed = {f"weights[{at}]": array.copy() for at, array in enumerate(found.weights)}

    def total():
        return numeric.run(layer, weights, x).output.sum()

    assert finite_differences.objections(total, arrays, claimed) == []
    wrong = claimed[f"weights[{which}]"]
    wrong[np.unravel_index(np.abs(wrong).argmax(), wrong.shape)] *= 1.001
    (objection,) = finite_differences.objections(total, arrays, claimed)
    assert objection.startswith(f"weights[{which}]")


def test_none_stands_for_zeros():
    layer, x = LSTM(3, return_sequences=True), sequence()
    weights = numeric.initialise(layer, (4, 2), 0, "float64")
    states = [np.ones((3, 3)), np.zeros((3, 3))]
    once = training.gradients(layer, weights, x, np.zeros((3, 4, 3)), states)
    again = training.gradients(layer, weights, x, None, [states[0], None])
    assert all(np.array_equal(*pair) for pair in zip(once.weights, again.weights, strict=True))


def test_one_state_needs_no_list():
    layer, x = GRU(3), sequence()
    weights = numeric.initialise(layer, (4, 2), 0, "float64")
    alone, listed = np.ones((3, 3)), [np.ones((3, 3))]
    once = training.gradients(layer, weights, x, None, alone, alone)
    again = training.gradients(layer, weights, x, None, listed, listed)
    assert all(np.array_equal(*pair) for pair in zip(once.weights, again.weights, strict=True))
