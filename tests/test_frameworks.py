"""Keras and PyTorch themselves as witnesses: random chains, models of tensors, signatures, names, optimizers.

Learners need neither framework. Where one is missing these tests are reported by name as not verified.
"""

import inspect
import math
import random

import pytest
import random_layers
import records

import lstmlesson
from lstmlesson import layers, pytorch
from lstmlesson.layers.foundation import argument_checks as checks
from lstmlesson.layers.foundation.arguments import ARGUMENTS
from lstmlesson.ledger import SLOTS, costs

pytestmark = pytest.mark.frameworks


@pytest.fixture
def keras():
    keras = pytest.importorskip("keras")
    keras.utils.clear_session()
    return keras


@pytest.fixture
def torch():
    return pytest.importorskip("torch")


def theirs(keras, config, **more):
    """The Keras layer that a configuration describes."""
    if isinstance(config, list):
        return [theirs(keras, one) for one in config]
    if isinstance(config, dict) and "class" in config:
        arguments = {name: theirs(keras, value) for name, value in config["kwargs"].items()}
        return getattr(keras.layers, config["class"])(**arguments, **more)
    return config


def their_model(keras, record):
    chain = [theirs(keras, one) for one in record["layers"]]
    return keras.Sequential([keras.Input(batch_shape=record["input_shape"]), *chain])


def attempt(make, record):
    """The model, or None where it is refused. Keras refuses with errors of many kinds."""
    try:
        model = make(record)
        model.count_params()
    except Exception:
        return None
    return model


def shapes_of(output):
    return [tuple(one.shape) for one in output] if isinstance(output, list | tuple) else tuple(output.shape)


def assert_same(ours, keras_model):
    """Every array, row, name, shape and count of two models agree."""
    assert [array.shape for array in ours.arrays()] == [tuple(weight.shape) for weight in keras_model.weights]
    assert [array.name for array in ours.arrays()] == [weight.name for weight in keras_model.weights]
    assert ours.count() == keras_model.count_params()
    trained = sum(math.prod(weight.shape) for weight in keras_model.trainable_weights)
    assert ours.trainable_count() == trained
    for row, layer in zip(ours.rows(), keras_model.layers, strict=True):
        assert (row.name, row.class_name) == (layer.name, type(layer).__name__)
        assert row.count == layer.count_params()


@pytest.mark.filterwarnings("ignore")
def test_random_chains_count_as_in_keras(keras, random_cases):
    counted = refused = 0
    for seed in range(random_cases):
        keras.utils.clear_session()
        record = random_layers.chain(seed)
        keras_model = attempt(lambda record: their_model(keras, record), record)
        ours = attempt(records.model, record)
        assert (ours is None) == (keras_model is None), record
        if ours is None or keras_model is None:
            refused += 1
            continue
        counted += 1
        assert_same(ours, keras_model)
        for row, layer in zip(ours.rows(), keras_model.layers, strict=True):
            assert row.output_shape == shapes_of(layer.output)
    assert counted > random_cases / 4
    assert refused > random_cases / 10


def shared(k):
    first, second, layer = k.Input((4, 3)), k.Input((9, 3)), k.layers.LSTM(2)
    return k.Model([first, second], k.layers.Dense(1)(k.layers.Concatenate()([layer(first), layer(second)])))


def encoder_and_decoder(k):
    source, target = k.Input((None, 7)), k.Input((None, 5))
    _, hidden, cell = k.layers.LSTM(16, return_state=True)(source)
    decoded = k.layers.LSTM(16, return_sequences=True)(target, initial_state=[hidden, cell])
    return k.Model([source, target], k.layers.Dense(5)(decoded))


def two_branches(k):
    first, second = k.Input((10, 4)), k.Input((10, 4))
    one = k.layers.LSTM(4, return_sequences=True)(first)
    other = k.layers.LSTM(4, return_sequences=True)(second)
    joined = k.layers.Add()([other, one])
    label = k.layers.Dense(2)(k.layers.Bidirectional(k.layers.GRU(3))(joined))
    return k.Model(inputs=[first, second], outputs=[label, k.layers.Dense(3)(k.layers.Flatten()(joined))])


def shared_model(k):
    encoder = k.Sequential([k.layers.LSTM(4), k.layers.Dense(3)])
    first, second = k.Input((5, 2)), k.Input((5, 2))
    return k.Model([first, second], k.layers.Dense(1)(k.layers.Concatenate()([encoder(first), encoder(second)])))


def states_of_both_directions(k):
    words = k.Input((8,))
    embedded = k.layers.Embedding(50, 6)(words)
    both = k.layers.Bidirectional(k.layers.LSTM(3, return_sequences=True, return_state=True))(embedded)
    tagged = k.layers.TimeDistributed(k.layers.Dense(2))(both[0])
    return k.Model(words, [tagged, k.layers.Concatenate()([both[1], both[3]])])


def model_inside(k):
    frame = k.Input((6, 4))
    inner = k.Model(frame, k.layers.LSTM(3)(frame))
    film = k.Input((2, 6, 4))
    return k.Model(film, k.layers.LSTM(2)(k.layers.TimeDistributed(inner)(film)))


def skipped_connection(k):
    inputs, unused = k.Input((6, 4)), k.Input((3,))
    first = k.layers.Dense(4)(inputs)
    return k.Model([inputs, unused], k.layers.Add()([inputs, first, k.layers.Dense(4)(first)]))


MODELS = [
    shared,
    encoder_and_decoder,
    two_branches,
    shared_model,
    states_of_both_directions,
    model_inside,
    skipped_connection,
]


@pytest.mark.parametrize("make", MODELS)
def test_models_of_tensors_have_keras_rows(keras, make, monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")
    keras_model, ours = make(keras), make(lstmlesson)
    assert_same(ours, keras_model)
    printed = []
    keras_model.summary(print_fn=printed.append, line_length=280)
    cells = [line.split("│")[1:-1] for line in "".join(printed).splitlines() if line.startswith("│")]
    assert [cell[2].strip() for cell in cells] == [f"{row.count:,}" for row in ours.rows()]
    if not ours.graph.is_a_chain():
        assert [cell[3].strip() for cell in cells] == [", ".join(row.connected_to) or "-" for row in ours.rows()]
    else:
        assert all(len(cell) == 3 for cell in cells)


@pytest.mark.parametrize("name", sorted(set(ARGUMENTS) - {"InputLayer", "Add"}))
def test_arguments_stand_in_keras_order_with_keras_defaults(keras, name):
    told = inspect.signature(getattr(keras.layers, name).__init__).parameters.values()
    told = {one.name: one.default for one in told if one.kind is one.POSITIONAL_OR_KEYWORD and one.name != "self"}
    ours = {one: ... if default is ... else default for one, default in ARGUMENTS[name].items()}
    assert list(ours) == list(told)
    assert ours == {one: ... if default is inspect.Parameter.empty else default for one, default in told.items()}
    assert list(inspect.signature(getattr(layers, name)).parameters) == list(told)


@pytest.mark.parametrize(
    ("known", "module"),
    [("ACTIVATIONS", "activations"), ("INITIALIZERS", "initializers"), ("REGULARIZERS", "regularizers")],
)
def test_names_are_known_as_keras_knows_them(keras, known, module):
    for name in getattr(checks, known):
        if "stft" in name.lower():  # Keras wants scipy for it
            continue
        assert getattr(keras, module).get(name) is not None
    with pytest.raises(ValueError, match="banana"):
        getattr(keras, module).get("banana")


@pytest.mark.parametrize("name", SLOTS)
def test_optimizers_keep_as_many_numbers(keras, name):
    model = keras.Sequential([keras.Input((None, 3)), keras.layers.LSTM(2), keras.layers.Dense(4)])
    moved = name == "sgd with momentum"
    optimizer = keras.optimizers.SGD(momentum=0.9) if moved else keras.optimizers.get(name)
    optimizer.build(model.trainable_variables)
    kept = sum(math.prod(variable.shape) for variable in optimizer.variables)
    ours = lstmlesson.Sequential([lstmlesson.Input((None, 3)), lstmlesson.LSTM(2), lstmlesson.Dense(4)])
    assert costs(ours, optimizer=name)["optimizer"].value == kept


@pytest.mark.filterwarnings("ignore:LSTM with projections")
def test_random_modules_count_as_in_pytorch(torch, random_cases):
    draw = random.Random(0)
    for _ in range(random_cases):
        kind = draw.choice(["LSTM", "GRU", "RNN"])
        features, hidden = draw.randint(1, 12), draw.randint(2, 12)
        kwargs = {
            "num_layers": draw.randint(1, 4),
            "bias": draw.random() < 0.7,
            "batch_first": draw.random() < 0.5,
            "bidirectional": draw.random() < 0.5,
        }
        if kind == "LSTM" and draw.random() < 0.4:
            kwargs["proj_size"] = draw.randint(1, hidden - 1)
        their_module = getattr(torch.nn, kind)(features, hidden, **kwargs)
        ours = getattr(pytorch, kind)(features, hidden, **kwargs)
        told = [(name, tuple(weight.shape)) for name, weight in their_module.named_parameters()]
        assert [(array.name, array.shape) for array in ours.arrays()] == told
        assert ours.count() == sum(weight.numel() for weight in their_module.parameters())
        for shape in ((5, 3, features), (5, features)):
            output, states = their_module(torch.zeros(shape))
            states = tuple(tuple(one.shape) for one in states) if kind == "LSTM" else tuple(states.shape)
            assert ours.output_shape(shape) == (tuple(output.shape), states)
