"""Random layers of every noun against Keras itself: what it accepts, its arrays, its counts, its output shape."""

import math
import warnings

import pytest
import random_functional
import random_nouns

import lstmlesson

pytestmark = pytest.mark.frameworks
HEADS = ("MultiHeadAttention", "GroupQueryAttention")
JOINED = "Add Subtract Multiply Average Maximum Minimum Concatenate Dot Attention AdditiveAttention".split()


def layer_of(room, config):
    """The layer of a configuration, in our room or in Keras'."""
    if isinstance(config, list):
        return [layer_of(room, one) for one in config]
    if isinstance(config, dict) and "class" in config:
        arguments = {name: layer_of(room, value) for name, value in config["kwargs"].items()}
        return getattr(room, config["class"])(**arguments)
    return config


def called(keras, config):
    """A layer that was called on its inputs, and what came out; an error where it is refused."""
    layer = layer_of(keras.layers, config)
    inputs = [keras.Input(shape) for shape in config["shapes"]]
    outputs = layer(*inputs) if config["class"] in HEADS else layer(inputs if config["class"] in JOINED else inputs[0])
    return keras.Model(inputs, outputs), layer, outputs


def flat(nest):
    return [one for part in nest for one in flat(part)] if isinstance(nest, list | tuple) else [nest]


def facts(model, layer, outputs):
    """What must agree: the arrays, the counts, the shapes that come out."""
    outputs = flat(outputs)
    trained = model.trainable_count() if hasattr(model, "trainable_count") else None
    if trained is None:
        trained = sum(math.prod(one.shape) for one in model.trainable_weights)
    return {
        "arrays": [(one.name, tuple(one.shape)) for one in layer.weights],
        "count": model.count_params(),
        "trained": trained,
        "outputs": [tuple(one.shape) for one in outputs],
    }


def attempt(keras, config):
    try:
        return facts(*called(keras, config))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def differs_on_purpose(config):
    """The kinds in which we refuse what Keras accepts, each with its reason; None where there is none."""
    axes = (config["kwargs"].get("axes"), config["kwargs"].get("axis"))
    if config["class"] in ("Dot", "Concatenate") and 0 in axes:
        return "along the batch: samples would be mixed, which no model of samples does"
    inner = config["kwargs"].get("layer", {}).get("class", "")
    if config["class"] == "TimeDistributed" and "Pooling" in inner:
        return "a pooling inside TimeDistributed that has an axis too few: Keras builds it, and fails when it runs"
    return None


@pytest.mark.filterwarnings("ignore")
def test_random_layers_of_every_noun_agree_with_keras(random_cases):
    keras = pytest.importorskip("keras")
    counted = refused = 0
    for seed in range(random_cases):
        if seed % 100 == 0:
            keras.utils.clear_session()
        config = random_nouns.noun(seed)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            theirs, ours = attempt(keras, config), attempt(lstmlesson, config)
        if isinstance(ours, str) != isinstance(theirs, str):
            assert isinstance(ours, str), (config, theirs)
            assert differs_on_purpose(config), (config, ours)
            continue
        if isinstance(ours, str):
            refused += 1
            continue
        assert ours == theirs, config
        counted += 1
    assert counted > random_cases / 3
    assert refused > random_cases / 20


def listed_by_keras(model):
    """The rows of Keras' summary of a model of tensors, with the operations that it lists."""
    return [(type(one).__name__, one.count_params() if hasattr(one, "count_params") else 0) for one in model.operations]


def model_facts(model):
    """What must agree between two models, row by row in the order of model.layers."""
    ours = hasattr(model, "trainable_count")
    trained = model.trainable_count() if ours else sum(math.prod(one.shape) for one in model.trainable_weights)
    listed = [(row.class_name, row.count) for row in model.rows()] if ours else listed_by_keras(model)
    return {
        "layers": [(type(one).__name__.replace("Model", "Functional"), one.count_params()) for one in model.layers],
        "rows": listed,
        "arrays": [tuple(one.shape) for one in model.weights],
        "count": model.count_params(),
        "trained": trained,
        "outputs": [tuple(one.shape) for one in model.outputs],
    }


@pytest.mark.filterwarnings("ignore")
def test_random_models_of_tensors_agree_with_keras(random_cases):
    keras = pytest.importorskip("keras")
    for seed in range(max(random_cases // 3, 20)):
        keras.utils.clear_session()
        theirs = random_functional.model(keras, seed)
        ours = random_functional.model(lstmlesson, seed)
        assert model_facts(ours) == model_facts(theirs), seed


def doubtful(keras, seed):
    """The model of a seed that ends in what is often refused, or the error."""
    try:
        return random_functional.model(keras, seed, doubtful=True)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.filterwarnings("ignore")
def test_random_models_of_tensors_are_refused_where_keras_refuses_them(random_cases):
    keras = pytest.importorskip("keras")
    refused, cases = 0, max(random_cases // 3, 20)
    for seed in range(cases):
        keras.utils.clear_session()
        theirs, ours = doubtful(keras, seed), doubtful(lstmlesson, seed)
        assert isinstance(ours, str) == isinstance(theirs, str), (seed, ours, theirs)
        if isinstance(ours, str):
            refused += 1
        else:
            assert model_facts(ours) == model_facts(theirs), seed
    assert cases / 4 < refused < cases * 3 / 4


# One of each kind that `differs_on_purpose` has: Keras takes it, and here it is refused.
ON_PURPOSE = [
    {"class": "Dot", "kwargs": {"axes": 0}, "shapes": [(4,), (4,)]},
    {"class": "Concatenate", "kwargs": {"axis": 0}, "shapes": [(3, 4), (3, 4)]},
    {
        "class": "TimeDistributed",
        "kwargs": {"layer": {"class": "MaxPooling2D", "kwargs": {}}},
        "shapes": [(5, 8, 3)],
    },
]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("config", ON_PURPOSE, ids=lambda config: config["class"])
def test_what_differs_on_purpose_still_does(config):
    keras = pytest.importorskip("keras")
    assert differs_on_purpose(config)
    assert isinstance(attempt(lstmlesson, config), str)
    assert not isinstance(attempt(keras, config), str)


def recurrent_on(keras, kind, states, **arguments):
    """A recurrent layer of two units, called with initial states of some lengths."""
    given = [keras.Input((length,)) for length in states]
    layer = getattr(keras.layers, kind)(2, **arguments)
    return layer(keras.Input((3, 2)), initial_state=given) if given else layer(keras.Input((3, 2)))


# What else Keras takes and is refused here: no argument of these kinds is drawn above, since each is a slip.
SLIPS = {
    "a word for a flag, where Keras takes 'no' for True": lambda k: recurrent_on(k, "LSTM", [], use_bias="no"),
    "a flag for a rate": lambda k: k.layers.Dropout(True)(k.Input((3, 2))),
    "a state too few: Keras fails when it runs": lambda k: recurrent_on(k, "LSTM", [2]),
    "states of another length: Keras fails when it runs": lambda k: recurrent_on(k, "GRU", [5]),
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_that_keras_lets_pass_is_refused_with_what_was_expected(slip):
    SLIPS[slip](pytest.importorskip("keras"))
    with pytest.raises((TypeError, ValueError), match="expected"):
        SLIPS[slip](lstmlesson)
