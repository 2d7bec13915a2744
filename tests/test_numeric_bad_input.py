"""What does not fit is refused before anything is computed; the message names array, shape and expectation."""

import re

import numpy as np
import pytest

from lstmlesson import (
    GRU,
    LSTM,
    Activation,
    Add,
    Bidirectional,
    Conv1D,
    Dense,
    Embedding,
    Input,
    Model,
    RepeatVector,
    Sequential,
    SimpleRNN,
    TimeDistributed,
    numeric,
    pytorch,
    training,
)
from lstmlesson.numeric import capacity, running
from lstmlesson.numeric.training import gradient, learner

WEIGHTS = numeric.initialise(LSTM(2), (4, 3), 0, "float64")
X = np.zeros((5, 4, 3))


def changed(array, place, value):
    array = array.copy()
    array[place] = value
    return array


BAD = [
    # x
    (X[0], {}, ValueError, "x has shape (4, 3). LSTM: the input shape (3,) has 1 axis (features 3), 1 too few"),
    (X[None], {}, ValueError, "x has shape (1, 5, 4, 3). LSTM: the input shape (5, 4, 3) has 3 axes"),
    (X[..., :2], {}, ValueError, "weights[0] (kernel) has shape (3, 8); expected (2, 8) for LSTM(2) on x of"),
    (X[:0], {}, ValueError, "x has shape (0, 4, 3), of which axis 0 (batch) is empty; expected at least 1 along each"),
    (X[:, :0], {}, ValueError, "x has shape (5, 0, 3), of which axis 1 (timesteps) is empty"),
    (X[:, :, :0], {}, ValueError, "x has shape (5, 4, 0), of which axis 2 (features) is empty"),
    (np.float64(3), {}, ValueError, "x has shape ()"),
    (X.astype("float32"), {}, TypeError, "x has dtype float32; expected float64, that of the weights"),
    (X.astype(int), {}, TypeError, 'x has dtype int64; expected float32 or float64, as in x.astype("float32")'),
    (X.astype("float16"), {}, TypeError, "x has dtype float16; expected float32 or float64"),
    (X.astype(complex), {}, TypeError, "x has dtype complex128; expected an array of numbers"),
    (X > 0, {}, TypeError, "x has dtype bool; expected float32 or float64"),
    ("words", {}, TypeError, "x has dtype <U5; expected an array of numbers"),
    (None, {}, TypeError, "x has dtype object; expected an array of numbers"),
    ([[[1.0], [2.0, 3.0]]], {}, ValueError, "x: its rows have different lengths"),
    (changed(X, (1, 2, 0), np.nan), {}, ValueError, "x of shape (5, 4, 3) holds nan at [1, 2, 0]; expected finite"),
    (changed(X, (0, 0, 1), -np.inf), {}, ValueError, "x of shape (5, 4, 3) holds -inf at [0, 0, 1]"),
    # weights
    (X, {"weights": WEIGHTS[:2]}, ValueError, "weights is a list of 2 arrays; expected 3 for LSTM(2): kernel (3, 8)"),
    (X, {"weights": []}, ValueError, "weights is a list of 0 arrays; expected 3 for LSTM(2)"),
    (X, {"weights": WEIGHTS[0]}, TypeError, "weights is a ndarray; expected a list of arrays"),
    (X, {"weights": {"kernel": 1}}, TypeError, "weights is a dict; expected a list of arrays"),
    (X, {"weights": [*WEIGHTS[:2], WEIGHTS[2][:6]]}, ValueError, "weights[2] (bias) has shape (6,); expected (8,)"),
    (X, {"weights": [WEIGHTS[0].T, *WEIGHTS[1:]]}, ValueError, "weights[0] (kernel) has shape (8, 3); expected (3, 8)"),
    (X, {"weights": [WEIGHTS[0], WEIGHTS[1].astype("float32"), WEIGHTS[2]]}, TypeError,
     "weights[1] (recurrent_kernel) has dtype float32; expected float64, that of the weights"),
    (X, {"weights": [*WEIGHTS[:2], changed(WEIGHTS[2], 3, np.nan)]}, ValueError,
     "weights[2] (bias) of shape (8,) holds nan at [3]"),
    # states
    (X, {"initial_state": [np.zeros((5, 2))]}, ValueError,
     "initial_state is a list of 1; LSTM(2) begins with 2 states, (5, 2), (5, 2); expected a list of them"),
    (X, {"initial_state": [np.zeros((5, 2)), np.zeros((4, 2))]}, ValueError,
     "initial_state[1] has shape (4, 2); expected (5, 2) for LSTM(2)"),
    (X, {"initial_state": [np.zeros((5, 2), "float32"), None]}, TypeError, "initial_state[0] has dtype float32"),
    # mask
    (X, {"mask": np.ones((5, 3), bool)}, ValueError, "mask has shape (5, 3); expected (5, 4) for its x"),
    (X, {"mask": np.ones((5, 4))}, TypeError, "mask has dtype float64; expected bool, True where a timestep counts"),
]  # fmt: skip


def refused(error, complaint):
    return pytest.raises(error, match=re.escape(complaint))


@pytest.mark.parametrize(("x", "more", "error", "complaint"), BAD, ids=[case[-1][:40] for case in BAD])
def test_run_and_gradients_refuse(x, more, error, complaint):
    given = {"weights": WEIGHTS, **more}
    with refused(error, complaint):
        numeric.run(LSTM(2), x=x, **given)
    with refused(error, complaint):
        training.gradients(LSTM(2), x=x, output_gradient=None, **given)


@pytest.mark.parametrize(
    ("output_gradient", "state_gradients", "error", "complaint"),
    [
        (np.zeros((5, 3)), None, ValueError, "output_gradient has shape (5, 3); expected (5, 2)"),
        (np.zeros((5, 2), "float32"), None, TypeError, "output_gradient has dtype float32; expected float64"),
        (None, [np.zeros((5, 2))], ValueError, "state_gradients is a list of 1; expected 2"),
        (None, [None, np.zeros((2, 5))], ValueError, "state_gradients[1] has shape (2, 5); expected (5, 2)"),
        (np.full((5, 2), np.nan), None, ValueError, "output_gradient of shape (5, 2) holds nan at [0, 0]"),
    ],
)
def test_gradients_refuse(output_gradient, state_gradients, error, complaint):
    with refused(error, complaint):
        training.gradients(LSTM(2), WEIGHTS, X, output_gradient, state_gradients)


TABLE = [np.zeros((5, 2))]


@pytest.mark.parametrize(
    ("words", "error", "complaint"),
    [
        ([[0, 5]], ValueError, "x of shape (1, 2) holds 5; expected word numbers from 0 to 4"),
        ([[-1, 4]], ValueError, "x of shape (1, 2) holds -1; expected word numbers from 0 to 4"),
        ([[0.5, 1.0]], TypeError, "x has dtype float64; expected whole numbers, each the row of a table"),
        ([[np.nan]], TypeError, "x has dtype float64; expected whole numbers"),
        (np.zeros((2, 0), int), ValueError, "x has shape (2, 0), of which axis 1 is empty"),
    ],
)
@pytest.mark.parametrize(
    "layer", [Embedding(5, 2), pytorch.Embedding(5, 2), Sequential([Input((2,)), Embedding(5, 2)])], ids=repr
)
def test_words_that_are_not_in_the_table(layer, words, error, complaint):
    with refused(error, complaint):
        numeric.run(layer, TABLE, words)


def test_words_may_come_as_whole_floats():
    assert numeric.run(Embedding(5, 2), [np.arange(10.0).reshape(5, 2)], np.array([[1.0, 4.0]])).output.tolist() == [
        [[2, 3], [8, 9]]
    ]


def test_a_model_names_its_inputs():
    model = two_inputs()
    weights = numeric.initialise(model, None, 0, "float64")
    for x, error, complaint in [
        (X, ValueError, "x is a list of 1 arrays; expected 2, one for each input of the model"),
        ([X, X[:2]], ValueError, "x has shapes (5, 4, 3), (2, 4, 3); expected one batch size"),
        ([X, X.astype(int)], TypeError, "x[1] has dtype int64"),
        ([X, X[:, :, :2]], ValueError, "x has shape (5, 4, 3), (5, 4, 2). Functional: input shape (4, 3), (4, 2)"),
    ]:
        with refused(error, complaint):
            numeric.run(model, weights, x)
    with refused(TypeError, "mask is a ndarray; expected a list of 2"):
        numeric.run(model, weights, [X, X], mask=np.ones((5, 4), bool))
    with refused(ValueError, "mask[1] has shape (5, 3); expected (5, 4)"):
        numeric.run(model, weights, [X, X], mask=[None, np.ones((5, 3), bool)])
    with refused(ValueError, "initial_state is a list of 1; <Functional of 4 layers> begins with 2 states"):
        numeric.run(model, weights, [X, X], initial_state=[np.zeros((5, 2))])


def two_inputs():
    first, second = Input((4, 3)), Input((4, 3))
    return Model([first, second], LSTM(2)(Add()([first, second])))


@pytest.mark.parametrize("layer", [GRU(2), Bidirectional(LSTM(2)), pytorch.LSTM(3, 2)], ids=repr)
def test_other_layers_name_their_states(layer):
    shape = None if isinstance(layer, pytorch.LSTM) else (4, 3)
    weights = numeric.initialise(layer, shape, 0, "float64")
    with refused(ValueError, "initial_state is a list of 3"):
        numeric.run(layer, weights, X, initial_state=[np.zeros((5, 2))] * 3)
    with refused(ValueError, "initial_state[0] has shape (7, 7); expected"):
        numeric.run(layer, weights, X, [np.zeros((7, 7))] * {GRU: 1, Bidirectional: 4, pytorch.LSTM: 2}[type(layer)])


def test_what_has_no_memory_takes_no_state():
    with refused(ValueError, "begins with 0 states"):
        numeric.run(Dense(1), [np.zeros((3, 1)), np.zeros(1)], X, initial_state=[np.zeros((5, 1))])


def test_a_module_takes_no_mask_and_names_its_axes():
    module = pytorch.LSTM(3, 2)
    weights = numeric.initialise(module, None, 0, "float64")
    with refused(ValueError, "mask was given for LSTM(3, 2); PyTorch's modules take none"):
        numeric.run(module, weights, X, mask=np.ones((5, 4), bool))
    with refused(ValueError, "x has shape (5, 0, 3), of which axis 1 (batch) is empty"):
        numeric.run(module, weights, X[:, :0])
    with refused(ValueError, "x has shape (5, 4, 2). LSTM: input shape (5, 4, 2); expected input_size=3"):
        numeric.run(module, weights, X[..., :2])


@pytest.mark.parametrize("layer", [Conv1D(2, 3), pytorch.LSTMCell(3, 2), TimeDistributed(Conv1D(2, 1))], ids=repr)
def test_what_is_counted_and_not_run_says_so(layer):
    shape = None if isinstance(layer, pytorch.LSTMCell) else (6, 4, 3)[-2 if isinstance(layer, Conv1D) else 0 :]
    weights = numeric.initialise(layer, shape, 0, "float64")
    x = np.zeros((2, *shape)) if shape else np.zeros((2, 3))
    with refused(ValueError, "is counted here and not run; expected one of Activation, Add"):
        numeric.run(layer, weights, x)


def test_a_letter_cannot_be_run():
    from lstmlesson.symbolic import u

    with refused(ValueError, "expected numbers, since a letter cannot be run"):
        numeric.run(LSTM(u), WEIGHTS, X)


@pytest.mark.parametrize("kind", ["float32", "float64"])
def test_what_grows_beyond_all_bounds_is_an_error_and_not_a_warning(kind):
    huge = [np.full(array.shape, np.finfo(kind).max / 4, kind) for array in WEIGHTS]
    layer = LSTM(2, activation="relu", recurrent_activation="relu")
    with refused(ValueError, "the output of shape (5, 2) is not finite"):
        numeric.run(layer, huge, np.ones((5, 4, 3), kind))
    with refused(ValueError, "is not finite"):
        training.gradients(layer, huge, np.ones((5, 4, 3), kind), np.ones((5, 2), kind))


@pytest.mark.parametrize("kind", ["float32", "float64"])
def test_large_numbers_saturate_without_a_warning(kind):
    for layer in (LSTM(2), LSTM(2, recurrent_activation="hard_sigmoid"), SimpleRNN(2), GRU(2)):
        arrays = [np.full(one.shape, 1e30, kind) for one in layer.arrays((4, 3))]
        assert np.isfinite(numeric.run(layer, arrays, np.ones((5, 4, 3), kind)).output).all()
    soft = numeric.run(Activation("softmax"), [], np.array([[1e30, -1e30]], kind))
    assert soft.output.tolist() == [[1, 0]]


def test_what_was_given_is_left_alone():
    layer = Sequential([Input((4, 3)), LSTM(2, return_sequences=True), Dense(2, activation="relu")])
    weights, x = numeric.initialise(layer, None, 0, "float64"), np.random.default_rng(0).normal(size=(5, 4, 3))
    before = [array.copy() for array in (*weights, x)]
    numeric.run(layer, weights, x)
    training.gradients(layer, weights, x, np.ones((5, 4, 2)))
    training.fit(layer, weights, x, np.ones((5, 4, 2)), epochs=2, batch_size=2)
    assert all(map(np.array_equal, before, (*weights, x)))


def masked(array):
    return np.ma.masked_array(array, np.arange(array.size).reshape(array.shape) == 0)


HIDDEN = [
    ({"x": masked(X)}, "x is a masked array"),
    ({"x": [masked(X[0]), X[1]]}, "x is a masked array"),
    ({"weights": [WEIGHTS[0], masked(WEIGHTS[1]), WEIGHTS[2]]}, "weights[1] (recurrent_kernel) is a masked array"),
    ({"weights": [masked(WEIGHTS[0]), *WEIGHTS[1:]]}, "weights[0] is a masked array"),
    ({"initial_state": [np.zeros((5, 2)), masked(np.zeros((5, 2)))]}, "initial_state[1] is a masked array"),
    ({"mask": masked(np.ones((5, 4), bool))}, "mask is a masked array"),
    ({"x": np.ma.masked_array(X)}, "x is a masked array"),
]


@pytest.mark.parametrize(("more", "complaint"), HIDDEN, ids=[case[-1] for case in HIDDEN])
def test_hidden_numbers_are_never_computed_with(more, complaint):
    given = {"weights": WEIGHTS, "x": X, **more}
    with refused(TypeError, f"{complaint}; expected one without hidden numbers, as"):
        numeric.run(LSTM(2), **given)
    with refused(TypeError, complaint):
        training.gradients(LSTM(2), output_gradient=None, **given)


def test_hidden_numbers_are_refused_where_they_are_wanted_and_converted():
    y = masked(np.zeros((5, 2)))
    with refused(TypeError, "output_gradient is a masked array"):
        training.gradients(LSTM(2), WEIGHTS, X, y)
    for loss in ("mse", "sparse_categorical_crossentropy"):
        with refused(TypeError, "y is a masked array"):
            training.fit(LSTM(2), WEIGHTS, X, y, epochs=1, batch_size=5, loss=loss)
    with refused(TypeError, "x is a masked array"):
        numeric.run(Embedding(5, 2), TABLE, masked(np.zeros((1, 2), int)))
    module = pytorch.LSTM(3, 2)
    arrays = numeric.initialise(module, None, 0)
    with refused(TypeError, "is a masked array"):
        numeric.to_keras(module, [masked(array) for array in arrays])


HUGE = [
    (LSTM(10**6), (None, 10**6), "LSTM: 8,000,004,000,000 numbers of float32 need 32,000,016,000,000 bytes"),
    (Dense(10**20), (3,), "Dense: 400,000,000,000,000,000,000 numbers of float32 need 1,600,000,000,000,000,000,000"),
    (pytorch.LSTM(10**6, 10**6), None, "LSTM: 8,000,008,000,000 numbers of float32 need 32,000,032,000,000 bytes"),
    (
        Sequential([Input((4,)), Embedding(10**12, 10)]),
        None,
        "Sequential: 10,000,000,000,000 numbers of float32 need 40",
    ),
    (LSTM(10**3000), (None, 3), "LSTM: 4,000,… (6,001 digits) numbers of float32 need 16,000,… (6,002 digits) bytes"),
]


@pytest.mark.parametrize(("layer", "shape", "complaint"), HUGE, ids=[case[-1][:30] for case in HUGE])
def test_weights_that_cannot_be_held_are_refused_with_their_bytes(layer, shape, complaint):
    with refused(MemoryError, complaint):
        numeric.initialise(layer, shape, 0)


@pytest.mark.parametrize("times", [10**9, 10**20])
def test_an_output_that_cannot_be_held_is_refused_with_its_bytes(times):
    with refused(MemoryError, f"{40_000 * times:,} bytes; expected sizes that this machine can hold"):
        numeric.run(Sequential([Input((1000,)), RepeatVector(times)]), [], np.zeros((10, 1000), "float32"))


@pytest.mark.parametrize("module", [running, gradient, learner])
def test_an_array_that_cannot_be_held_on_the_way_is_refused_with_its_bytes(module, monkeypatch):
    monkeypatch.setattr(module, "forward", lambda *_: np.empty((8, 10**13)))
    with refused(MemoryError, "LSTM(2): an array of shape (8, 10000000000000) of float64 needs 640,000,000,000,000 b"):
        if module is running:
            numeric.run(LSTM(2), WEIGHTS, X)
        elif module is gradient:
            training.gradients(LSTM(2), WEIGHTS, X, None)
        else:
            training.fit(LSTM(2), WEIGHTS, X, np.zeros((5, 2)), epochs=1, batch_size=5)


def test_what_is_larger_than_the_memory_is_refused_although_the_system_would_promise_it(monkeypatch):
    monkeypatch.setattr(capacity, "memory", lambda: 223)
    with refused(MemoryError, "LSTM: 56 numbers of float32 need 224 bytes"):  # 4(3·2 + 2·2 + 2 + 2), of 4 bytes each
        numeric.initialise(pytorch.LSTM(3, 2), None, 0)
    monkeypatch.setattr(capacity, "memory", lambda: 224)
    assert len(numeric.initialise(pytorch.LSTM(3, 2), None, 0)) == 4


def test_other_memory_errors_keep_their_own_words():
    with refused(MemoryError, "of somebody else"), capacity.held(LSTM(2)):
        raise MemoryError("of somebody else")
