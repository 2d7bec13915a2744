"""Copies of a model: cloned, from its configuration, or loaded from where the same program has saved it."""

import gc

import pytest
import random_functional

import lstmlesson.keras as keras
from lstmlesson.keras import Input, Model, Sequential, layers
from lstmlesson.keras._program import models_in
from lstmlesson.keras.models import clone_model, load_model, model_from_json
from lstmlesson.law.making import noted

pytestmark = pytest.mark.filterwarnings("ignore::lstmlesson.inert.NotHere")


def functional():
    """Shared layers, operations, states handed over, a model inside, two outputs by name."""
    words, numbers = Input((5,)), Input((5, 3))
    outputs, state, memory = layers.LSTM(4, return_sequences=True, return_state=True)(numbers)
    dense = layers.Dense(3)
    sums = dense(outputs) + dense(outputs) * 2
    inner = Sequential([Input((5, 3)), layers.Bidirectional(layers.GRU(2)), layers.Dense(2)], name="inner")
    read = layers.LSTM(4)(layers.Embedding(20, 3)(words), initial_state=[state, memory])
    return Model([words, numbers], {"b": inner(sums), "a": read})


def table(model):
    return [row[:7] for row in model.rows()]


class Scaled(layers.Layer):
    """A layer of the learner's own, with a weight and a layer inside."""

    def __init__(self, units):
        super().__init__()
        self.dense = layers.Dense(units)

    def build(self, shape):
        self.scale = self.add_weight(shape=(shape[-1],))

    def call(self, inputs):
        return self.dense(inputs * self.scale)


MODELS = {
    "a chain": lambda: Sequential([Input((5, 3)), layers.LSTM(4, name="reader"), layers.Dense(2, trainable=False)]),
    "a chain without its input": lambda: Sequential([layers.LSTM(4), layers.Dense(2)]),
    "a graph": functional,
    "a layer of one's own": lambda: Sequential([Input((4,)), Scaled(2)]),
}
WAYS = {
    "clone_model": clone_model,
    "from_config": lambda model: type(model).from_config(model.get_config()),
    "to_json": lambda model: model_from_json(model.to_json()),
    "save": lambda model: (model.save("here.keras"), load_model("here.keras"))[1],
}


@pytest.mark.parametrize("make", MODELS.values(), ids=MODELS)
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_copy_has_the_same_table_and_layers_of_its_own(make, way):
    model = make()
    twin = way(model)
    assert type(twin) is type(model)
    if "without" in str(make) or not model.built:
        twin.build((None, 5, 3))
        model.build((None, 5, 3))
    assert table(twin) == table(model)
    assert {id(layer) for layer in twin.layers}.isdisjoint(map(id, model.layers))
    before = model.trainable_count()
    twin.trainable = False
    assert (twin.trainable_count(), model.trainable_count()) == (0, before)


def test_a_copy_can_go_on_without_its_original():
    model = MODELS["a chain"]()
    twin = clone_model(model)
    twin.pop()
    twin.add(layers.Dense(7))
    assert (model.count(), twin.count()) == (4 * (3 * 4 + 4 * 4 + 4) + 4 * 2 + 2, 4 * (3 * 4 + 4 * 4 + 4) + 4 * 7 + 7)
    middle = Model(twin.inputs, twin.get_layer("reader").output)
    assert middle.count() == 4 * (3 * 4 + 4 * 4 + 4)


def test_what_this_program_has_not_saved_is_refused():
    with pytest.raises(NotImplementedError, match=r"elsewhere\.keras.*reads no file here"):
        load_model("elsewhere.keras")
    with pytest.raises(NotImplementedError, match="reads no configuration"):
        model_from_json("{}")
    with pytest.raises(NotImplementedError, match="and no other"):
        Sequential.from_config({"layers": []})
    Sequential([Input((2, 1)), layers.LSTM(1)]).save("gone.keras")
    gc.collect()
    with pytest.raises(NotImplementedError, match=r"gone\.keras"):
        load_model("gone.keras")


def test_a_checkpoint_of_fit_can_be_loaded():
    model = MODELS["a chain"]()
    model.compile("adam", "mse")
    model.fit(callbacks=[keras.callbacks.ModelCheckpoint(filepath="best.keras")])
    assert load_model("best.keras").count() == model.count()


def test_a_program_shows_a_copy_only_where_something_was_changed():
    with noted() as made:
        model = MODELS["a chain"]()
        plain, other = clone_model(model), clone_model(model)
        other.add(layers.Dense(7))
    assert models_in(made) == [model, other]
    assert plain.count() == model.count()


def test_a_class_that_is_followed_is_not_copied():
    class Net(Model):
        def __init__(self):
            super().__init__()
            self.reader = layers.LSTM(3)

        def call(self, inputs):
            return self.reader(inputs)

    with pytest.raises(NotImplementedError, match="copies no such model"):
        clone_model(Net())


# Keras 3.15 reads its variables in a way that numpy 2 warns of.
@pytest.mark.filterwarnings("ignore")
@pytest.mark.frameworks
def test_copies_of_random_models_count_as_those_of_keras():
    import keras as real

    compared = 0
    for seed in range(1, 80):
        try:
            theirs = real.models.clone_model(random_functional.model(real, seed))
        except ValueError:  # a Lambda, which Keras does not copy
            continue
        assert clone_model(random_functional.model(keras, seed)).count() == theirs.count_params(), seed
        compared += 1
    assert compared > 40
