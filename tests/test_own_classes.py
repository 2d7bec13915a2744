"""Classes that a learner writes as in Keras are counted by following them, or refused with the line; never as 0.

The right values are worked out by hand, and were seen on Keras 3.15.1.
"""

import numpy as np
import pytest

from lstmlesson import (
    LSTM,
    RNN,
    Dense,
    Embedding,
    Input,
    Layer,
    LSTMCell,
    Model,
    Sequential,
    TimeDistributed,
    diagnose,
    explain,
)
from lstmlesson.layers.operations import Variable, function


class Attention(Layer):
    """The old attention layer of many notebooks: a weight for each feature and a bias for each timestep."""

    def build(self, input_shape):
        self.w = self.add_weight(name="att_weight", shape=(input_shape[-1], 1), initializer="normal")
        self.b = self.add_weight(name="att_bias", shape=(input_shape[1], 1), initializer="zeros")
        super().build(input_shape)

    def call(self, x):
        scores = function("tanh")(function("dot")(x, self.w) + self.b)
        return function("sum")(x * function("softmax")(scores, axis=1), axis=1)


class Blocks(Layer):
    """A layer that keeps layers: one alone, some in a list, one that is never used."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.first = Dense(units)
        self.more = [Dense(units), Dense(2, use_bias=False)]
        self.places = Embedding(10, units)
        self.unused = Dense(99)

    def call(self, x, training=None):
        x = self.first(x) + self.places(function("arange")(10))
        for layer in self.more:
            x = layer(x)
        return x


class PlusOne(Layer):
    def call(self, x):
        return x + 1


def test_the_weights_that_build_asks_for_are_counted():
    model = Sequential([Input((10, 4)), LSTM(3, return_sequences=True), Attention(), Dense(1)])
    assert [row.count for row in model.rows()] == [4 * (4 * 3 + 3 * 3 + 3), 3 * 1 + 10 * 1, 3 * 1 + 1]
    assert model.rows()[1].output_shape == (None, 3)
    assert [array.name for array in model.layers[1].weights] == ["att_weight", "att_bias"]


def test_another_shape_is_followed_anew():
    layer = Attention()
    assert layer.count((10, 3)) == 13
    assert layer.count((7, 3)) == 10
    assert layer.output_shape((7, 3)) == (3,)


def test_layers_inside_are_counted_where_they_were_used():
    inputs = Input((10, 4))
    model = Model(inputs, Blocks(8)(inputs))
    assert model.count() == (4 * 8 + 8) + (8 * 8 + 8) + 8 * 2 + 10 * 8
    assert model.output_shape == (None, 10, 2)


def test_a_layer_that_two_classes_share_counts_once():
    class Around(Layer):
        def __init__(self, layer):
            super().__init__()
            self.layer = layer

        def call(self, x):
            return self.layer(x)

    shared, inputs = Dense(4), Input((4,))
    assert Model(inputs, Around(shared)(Around(shared)(inputs))).count() == 4 * 4 + 4


def test_a_list_that_build_makes_longer_begins_anew():
    class Grown(Layer):
        def __init__(self):
            super().__init__()
            self.parts = []

        def build(self, shape):
            self.parts.append(Dense(2))

        def call(self, x):
            return self.parts[0](x)

    layer = Grown()
    assert [layer.count((3,)), layer.count((5,)), layer.count((3,))] == [8, 12, 8]


def test_a_variable_set_as_an_attribute_is_a_weight():
    class Scale(Layer):
        def build(self, shape):
            self.scale = Variable("ones", shape=(shape[-1],), trainable=False)

        def call(self, x):
            return x * self.scale

    layer = Scale()
    assert (layer.count((5, 3)), layer.trainable_count((5, 3))) == (3, 0)


def test_a_class_called_lstm_is_the_learner_s():
    class LSTM(Layer):
        def __init__(self, width):
            super().__init__()
            self.width = width

        def build(self, shape):
            self.w = self.add_weight(shape=(shape[-1], self.width))

        def call(self, x):
            return x @ self.w

    assert LSTM(7).count((10, 3)) == 3 * 7


def test_a_layer_made_from_one_of_keras_keeps_its_weights():
    class Doubled(Dense):
        def call(self, x):
            return super().call(x) * 2

    class Returning(LSTM):
        def __init__(self, units):
            super().__init__(units, return_sequences=True)
            self.remark = "a sequence comes out"

    assert Doubled(7).count((10, 3)) == 3 * 7 + 7
    assert Returning(2).output_shape((10, 3)) == (10, 2)
    assert Returning(2).count((10, 3)) == 4 * (3 * 2 + 2 * 2 + 2)


def test_a_cell_is_counted_alone_and_among_others():
    class Cell(Layer):
        def __init__(self, units, **kwargs):
            self.units_, self.state_size = units, units
            super().__init__(**kwargs)

        def build(self, shape):
            self.kernel = self.add_weight(shape=(shape[-1], self.units_), name="kernel")
            self.recurrent = self.add_weight(shape=(self.units_, self.units_), name="recurrent")

        def call(self, x, states):
            new = x @ self.kernel + states[0] @ self.recurrent
            return new, [new]

    assert RNN(Cell(5), return_sequences=True).count((None, 3)) == 3 * 5 + 5 * 5
    assert RNN(Cell(5), return_sequences=True).output_shape((8, 3)) == (8, 5)
    assert RNN([Cell(5), LSTMCell(3)]).count((None, 3)) == 40 + 4 * (5 * 3 + 3 * 3 + 3)


class Classifier(Model):
    def __init__(self, words, classes):
        super().__init__()
        self.embedding = Embedding(words, 16)
        self.memory = LSTM(32)
        self.head = Dense(classes)

    def call(self, inputs):
        return self.head(self.memory(self.embedding(inputs)))


@pytest.mark.filterwarnings("ignore:Classifier.build")
@pytest.mark.parametrize("build", [lambda m: m.build((None, 20)), lambda m: m(Input((20,)))])
def test_a_model_of_the_learner_s_counts_once_it_has_seen_its_input(build, capsys):
    model = Classifier(100, 5)
    model.summary()
    assert "0 (unbuilt)" in capsys.readouterr().out
    with pytest.raises(ValueError, match="has not seen its input"):
        model.count()
    build(model)
    assert [row.count for row in model.rows()] == [100 * 16, 4 * (16 * 32 + 32 * 32 + 32), 32 * 5 + 5]
    assert model.count() == 1_600 + 6_272 + 165
    assert [layer.name for layer in model.layers] == ["embedding", "lstm", "dense"]


def test_a_model_without_a_build_of_its_own_counts_and_says_that_keras_3_does_not():
    model = Classifier(100, 5)
    with pytest.warns(UserWarning, match=r"Keras 3 still prints 0 \(unbuilt\) after it.* as tf.keras 2 does"):
        model.build((None, 20))
    assert model.count() == 1_600 + 6_272 + 165


def test_a_class_that_gives_tensors_to_model_is_a_model_of_tensors():
    class Functional(Model):
        def __init__(self):
            inputs = Input((3,))
            super().__init__(inputs, Dense(2)(inputs))
            self.remark = "set afterwards"

        def call(self, inputs):
            raise AssertionError("it is not asked")

    assert Functional().count() == 3 * 2 + 2


def test_freezing_a_class_freezes_what_is_in_it():
    inputs, blocks = Input((10, 4)), Blocks(8)
    model = Model(inputs, blocks(inputs))
    blocks.trainable = False
    assert model.trainable_count() == 0
    made_so = Blocks(8, trainable=False)
    assert made_so.trainable_count((10, 4)) == made_so.count((10, 4))  # Keras 3.15.1 leaves the layers inside trained


def refused(layer, *pieces):
    with pytest.raises((ValueError, TypeError, NotImplementedError)) as refusal:
        Sequential([Input((10, 4)), layer]).count()
    for piece in pieces:
        assert piece in str(refusal.value)


def test_what_cannot_be_followed_is_refused_with_its_line():
    class Strange(Layer):
        def build(self, shape):
            self.w = self.add_weight(shape=(4, 4))

        def call(self, x):
            return function("fourier_of_my_own")(x @ self.w)

    refused(Strange(), "Strange.call, line", 'function("fourier_of_my_own")', "could not be followed", "not counted")


def test_a_class_without_call_is_refused():
    class Silent(Layer):
        def build(self, shape):
            self.w = self.add_weight(shape=(4, 4))

    refused(Silent(), "Silent has no call")


def test_shapes_that_do_not_meet_are_refused_with_the_line():
    class Wrong(Layer):
        def build(self, shape):
            self.w = self.add_weight(shape=(5, 4))

        def call(self, x):
            return x @ self.w

    refused(Wrong(), "Wrong.call, line", "`return x @ self.w`", "4 meets 5")


def test_a_loop_over_values_is_refused():
    class Looping(Layer):
        def call(self, x):
            return x if x > 0 else -x

    refused(Looping(), "Looping.call", "no values yet")


def test_a_class_that_forgot_super_is_told():
    class Forgetful(Layer):
        def __init__(self):
            self.size = 3

        def call(self, x):
            return x

    with pytest.raises(RuntimeError, match=r"super\(\).__init__"):
        Forgetful()(Input((3,)))


def test_a_name_that_would_hide_ours_is_refused():
    class Hiding(Layer):
        def __init__(self):
            super().__init__()
            self.values = Dense(2)

    with pytest.raises(AttributeError, match=r"self\.values_"):
        Hiding()


def test_add_weight_without_a_shape_s_number_is_refused():
    class Open(Layer):
        def build(self, shape):
            self.w = self.add_weight(shape=(shape[1], 2))

        def call(self, x):
            return x

    with pytest.raises(ValueError, match="expected numbers"):
        Sequential([Input((None, 4)), Open()])


def test_keras_2_s_order_of_add_weight_is_told():
    class Old(Layer):
        def build(self, shape):
            self.w = self.add_weight("w", (3, 3))

        def call(self, x):
            return x

    refused(Old(), 'add_weight(shape=…, name="w")')


def test_a_class_with_a_known_output_shape_is_counted_though_its_call_is_not_followed():
    class Known(Layer):
        def build(self, shape):
            self.w = self.add_weight(shape=(shape[-1], 6))

        def call(self, x):
            return function("something_of_my_own")(x, self.w)

        def compute_output_shape(self, shape):
            return (shape[0], 6)

    assert Known().count((10, 4)) == 24
    assert Known().output_shape((10, 4)) == (6,)


def test_a_layer_without_weights_is_0_because_it_was_followed():
    assert PlusOne().count((10, 4)) == 0
    assert PlusOne().output_shape((10, 4)) == (10, 4)


def test_a_cell_that_is_also_used_alone_counts_once():
    class Feedback(Model):
        """The forecaster of a well-known tutorial: its cell warms up inside an RNN, and then steps by itself."""

        def __init__(self):
            super().__init__()
            self.cell = LSTMCell(8)
            self.warm_up = RNN(self.cell, return_state=True)
            self.head = Dense(4)

        def call(self, inputs):
            x, *state = self.warm_up(inputs)
            steps = [self.head(x)]
            for _ in range(2):
                x, state = self.cell(steps[-1], states=state)
                steps.append(self.head(x))
            return function("transpose")(function("stack")(steps), [1, 0, 2])

    model = Feedback()
    model(Input((5, 4)))
    assert [row.count for row in model.rows()] == [416, 416, 36]
    assert model.count() == 4 * (4 * 8 + 8 * 8 + 8) + 8 * 4 + 4
    assert model.output_shape((5, 4)) == (3, 4)


def test_a_layer_inside_timedistributed_that_is_also_used_alone_counts_once():
    shared, inputs = Dense(4), Input((5, 4))
    assert Model(inputs, TimeDistributed(shared)(inputs) + shared(inputs)).count() == 4 * 4 + 4


def test_data_build_a_model_of_the_learner_s():
    model = Classifier(100, 5)
    model.compile(optimizer="adam", loss="mse")
    with pytest.warns(UserWarning, match="trains nothing"):
        model.fit(np.zeros((8, 20)), np.zeros((8, 5)), epochs=1)
    assert model.count() == 1_600 + 6_272 + 165


def test_a_program_may_begin_with_states_of_its_own():
    class Generator(Model):
        def __init__(self):
            super().__init__()
            self.memory = LSTM(3, return_sequences=True, return_state=True)

        def call(self, x):
            states = self.memory.get_initial_state(batch_size=x.shape[0])
            return self.memory(x, initial_state=states)[0]

    assert Generator().count((7, 2)) == 4 * (2 * 3 + 3 * 3 + 3)


def test_a_weight_of_keras_can_be_used_by_name():
    class Tied(Layer):
        """The words come out by the same table by which they went in."""

        def __init__(self):
            super().__init__()
            self.table, self.memory = Embedding(50, 8), LSTM(8, return_sequences=True)

        def call(self, x):
            return self.memory(self.table(x)) @ function("transpose")(self.table.embeddings)

    class Peephole(LSTMCell):
        def build(self, shape):
            super().build(shape)
            self.peepholes = self.add_weight(shape=(3 * self.units,))

        def call(self, x, states):
            gates = x @ self.kernel + states[0] @ self.recurrent_kernel + self.bias
            new = function("split")(gates, 4, axis=-1)[0] * self.peepholes[:5]
            return new, [new, states[1]]

    assert Tied().count((9,)) == 50 * 8 + 4 * (8 * 8 + 8 * 8 + 8)
    assert Tied().output_shape((9,)) == (9, 50)
    assert RNN(Peephole(5)).count((None, 3)) == 4 * (3 * 5 + 5 * 5 + 5) + 3 * 5


def test_an_array_beside_a_tensor_leaves_the_operation_to_it():
    assert (np.ones((10, 4)) * Input((10, 4))).shape == (None, 10, 4)


def test_a_model_of_the_learner_s_is_explained_and_diagnosed():
    model = Classifier(100, 5)
    assert [row.count for row in explain(model).rows] == [0, 0, 0]
    model(Input((20,)))
    rows = explain(model).rows
    assert [row.formula for row in rows] == [row.formula for row in model.rows()]
    assert diagnose(model, None, 8_037).right
    assert not diagnose(model, None, 8_038).right


def test_a_chain_that_is_kept_and_never_used_counts_nothing():
    class Spare(Layer):
        def __init__(self):
            super().__init__()
            self.used, self.spare = Sequential([Dense(4), Dense(2)]), Sequential([Dense(9)])

        def call(self, x):
            return self.used(x)

    assert Spare().count((3,)) == (3 * 4 + 4) + (4 * 2 + 2)


# A name of the learner's own never hides a layer: it is counted, or refused, whatever the name.

NAMES = sorted({*dir(Layer), *vars(Dense(2)), "model", "graph", "net", "encoder", "template", "train", "chain", "end"})


def kept_as(name, base):
    """The count of a class that keeps its one layer under a name, used on 5 features; or what refuses it."""

    class Own(base):
        def __init__(self):
            super().__init__()
            setattr(self, name, Dense(4))

        def call(self, x):
            return getattr(self, name)(x)

    inputs = Input((5,))
    try:
        return Model(inputs, Own()(inputs)).count()
    except (AttributeError, NotImplementedError, TypeError) as refusal:
        return str(refusal)


@pytest.mark.parametrize("base", [Layer, Model])
@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("_")])
def test_a_layer_kept_under_any_name_is_counted_or_refused(name, base):
    found = kept_as(name, base)
    assert found == 5 * 4 + 4 or "Own" in found


@pytest.mark.parametrize("name", ["model", "graph", "net", "encoder", "template", "train", "chain", "end"])
def test_a_layer_kept_under_a_name_that_people_use_is_counted(name):
    assert kept_as(name, Layer) == kept_as(name, Model) == 5 * 4 + 4


@pytest.mark.parametrize("name", ["result", "inner", "is_operation", "arguments"])
def test_a_method_with_a_name_that_layers_use_is_refused_where_it_is_written(name):
    with pytest.raises(TypeError, match=f"Own: {name} is a name that lstmlesson's layers use themselves"):
        type("Own", (Layer,), {name: lambda self: 0, "__module__": "learner"})


def test_a_model_may_have_a_method_that_trains():
    class Gan(Model):
        def __init__(self):
            super().__init__()
            self.model = Sequential([Dense(4), Dense(1)])

        def call(self, x):
            return self.model(x)

        def train(self, data):
            return data

    gan = Gan()
    gan(Input((5,)))
    assert gan.count() == (5 * 4 + 4) + (4 * 1 + 1)
