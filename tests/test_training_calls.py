"""What a pasted program does with a model besides counting it: it goes on, and nothing of it looks like a result.

The keys and the refusals are those of Keras 3.15.1, written down from a run of it; a test marked `frameworks` runs it.
"""

import math
import warnings

import numpy as np
import pytest

from lstmlesson import LSTM, Dense, Embedding, Input, Model, Sequential
from lstmlesson.models import known_names

pytestmark = pytest.mark.filterwarnings("ignore::lstmlesson.inert.NotHere")


def chain(*layers):
    return Sequential([Input((5, 3)), LSTM(2), *(layers or [Dense(1)])])


def forked(as_dict=False):
    inputs = Input((4,))
    first, second = Dense(1, name="near")(inputs), Dense(2, name="far")(inputs)
    return Model(inputs, {"z": first, "y": second} if as_dict else [first, second])


X, Y = np.zeros((8, 5, 3)), np.zeros((8, 1))


@pytest.mark.parametrize(
    ("model", "compiled", "keys"),
    [
        (chain, {"loss": "mse"}, ["loss"]),
        (chain, {"loss": "mse", "metrics": ["mae", "accuracy"]}, ["accuracy", "loss", "mae"]),
        (chain, {"loss": "mse", "metrics": ["acc"], "weighted_metrics": ["mae"]}, ["acc", "loss", "mae"]),
        (forked, {"loss": "mse"}, ["far_loss", "loss", "near_loss"]),
        (forked, {"loss": "mse", "metrics": {"near": "mae"}}, ["far_loss", "loss", "near_loss", "near_mae"]),
        (
            forked,
            {"loss": "mse", "metrics": [["mae", "mse"], ["mse"]]},
            ["far_loss", "far_mse", "loss", "near_loss", "near_mae", "near_mse"],
        ),
    ],
)
def test_a_history_has_the_keys_of_keras_and_a_nan_for_each_epoch(model, compiled, keys):
    model = model()
    data = X if isinstance(model, Sequential) else np.zeros((8, 4))
    model.compile("adam", **compiled)
    history = model.fit(data, Y, epochs=3, verbose=0, validation_split=0.25)
    assert list(history.history) == [*keys, *(f"val_{key}" for key in keys)]
    assert history.epoch == [0, 1, 2]
    assert all(len(one) == 3 and all(map(math.isnan, one)) for one in history.history.values())
    assert list(model.fit(data, Y, epochs=1).history) == keys
    told = model.evaluate(data, Y)
    assert np.isnan(told).all()
    assert np.size(told) == len(keys)
    assert list(model.evaluate(data, Y, return_dict=True)) == keys


def test_epochs_begin_where_keras_begins():
    model = chain()
    model.compile(loss="mse")
    assert model.fit(X, Y, epochs=5, initial_epoch=2).epoch == [2, 3, 4]


def test_predictions_have_their_shape_and_no_number():
    assert chain().predict(X).shape == (8, 1)
    assert chain().predict(np.zeros((7, 9, 3))).shape == (7, 1)
    assert np.isnan(chain().predict(X)).all()
    assert [one.shape for one in forked().predict(np.zeros((3, 4)))] == [(3, 1), (3, 2)]
    words = Sequential([Input((None,)), Embedding(10, 4), LSTM(6, return_sequences=True)])
    assert words.predict(np.zeros((2, 11))).shape == (2, 11, 6)


def test_data_build_a_chain_that_has_not_seen_its_input():
    model = Sequential([LSTM(2), Dense(1)])
    model.compile("adam", "mse")
    model.fit(X, Y)
    assert model.count() == 4 * (3 * 2 + 2 * 2 + 2) + 2 + 1


@pytest.mark.parametrize(
    ("call", "mend"),
    [
        (lambda: chain().compile("adm"), "'adam'"),
        (lambda: chain().compile("adam", metric=["acc"]), r"metrics=\['acc'\]"),
        (lambda: chain().compile("adam", metrics="mae"), r"metrics=\['mae'\]"),
        (lambda: chain().fit(X, Y), "model.compile"),
        (lambda: compiled("mean_sqared_error").fit(X, Y), "'mean_squared_error'"),
        (lambda: compiled("mse", ["acuracy"]).fit(X, Y), "'accuracy'"),
        (lambda: compiled().fit(X, Y, nb_epoch=3), "epochs=3"),
        (lambda: compiled().fit(X, Y, epoch=3), "epochs=3"),
        (lambda: compiled().fit(X[:, 0], Y), r"\(None, 5, 3\)"),
        (lambda: compiled().fit(np.zeros((8, 5, 4)), Y), "end in 3"),
        (lambda: compiled().fit_generator(X), "model.fit"),
    ],
)
def test_what_keras_refuses_is_refused_with_the_line_to_write(call, mend):
    with pytest.raises((TypeError, ValueError), match=mend):
        call()


def compiled(loss="mse", metrics=None):
    model = chain()
    model.compile("adam", loss, metrics=metrics)
    return model


@pytest.mark.parametrize("lacks", [(8, 5), (8, 5, 1)])
def test_a_last_axis_of_one_may_be_missing_as_in_keras(lacks):
    model = Sequential([Input((5, 1)), LSTM(2)])
    model.compile("adam", "mse")
    assert model.predict(np.zeros(lacks)).shape == (8, 2)


def test_each_call_says_what_it_does_not_do():
    model = compiled()
    calls = [
        (model.fit, (X, Y), "trains nothing"),
        (model.evaluate, (X, Y), "evaluates nothing"),
        (model.predict, (X,), "predicts nothing"),
        (model.save, ("model.keras",), "writes no file"),
        (model.load_weights, ("model.h5",), "reads no file"),
    ]
    for call, given, sentence in calls:
        with pytest.warns(UserWarning, match=sentence):
            call(*given)


def test_a_loop_is_told_once(recwarn):
    model = compiled()
    warnings.simplefilter("default")
    for _ in range(3):
        model.fit(X, Y)
    assert len(recwarn) == 1
    assert recwarn[0].filename == __file__


@pytest.mark.frameworks
def test_the_names_are_those_of_the_installed_keras():
    pytest.importorskip("keras")
    from keras.src import losses, metrics, optimizers

    assert set(known_names.LOSSES) == set(losses.ALL_OBJECTS_DICT)
    assert {*known_names.METRICS, *known_names.LOSSES} >= set(metrics.ALL_OBJECTS_DICT) >= set(known_names.METRICS)
    assert set(known_names.OPTIMIZERS) == set(optimizers.ALL_OBJECTS_DICT)


@pytest.mark.frameworks
@pytest.mark.parametrize(
    ("make", "compiled"),
    [
        (chain, {"loss": "mse", "metrics": ["mae", "acc"]}),
        (chain, {"loss": "mse", "weighted_metrics": ["mae"]}),
        (forked, {"loss": ["mse", "mae"], "metrics": ["mae", "mse"]}),
        (forked, {"loss": {"near": "mse", "far": "mse"}, "metrics": {"near": ["mae"], "far": ["acc"]}}),
        (lambda: forked(as_dict=True), {"loss": {"z": "mse", "y": "mae"}, "metrics": {"z": ["mae"]}}),
    ],
)
def test_keras_itself_has_the_same_keys(make, compiled):
    keras = pytest.importorskip("keras")
    ours = make()
    if make is chain:
        theirs = keras.Sequential([keras.Input((5, 3)), keras.layers.LSTM(2), keras.layers.Dense(1)])
        data, wanted = X, Y
    else:
        inputs = keras.Input((4,))
        near, far = keras.layers.Dense(1, name="near")(inputs), keras.layers.Dense(2, name="far")(inputs)
        as_dict = "z" in compiled["loss"]
        theirs = keras.Model(inputs, {"z": near, "y": far} if as_dict else [near, far])
        wanted = {"z": Y, "y": np.zeros((8, 2))} if as_dict else [Y, np.zeros((8, 2))]
        data = np.zeros((8, 4))
    told = []
    for model in (ours, theirs):
        model.compile("sgd", **compiled)
        history = model.fit(data, wanted, epochs=2, verbose=0, validation_split=0.5)
        told.append((list(history.history), history.epoch, np.size(model.evaluate(data, wanted, verbose=0))))
    assert told[0] == told[1]
